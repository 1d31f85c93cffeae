#include "export/outputfile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>

namespace tetherscope {

namespace {

bool isStandardOutput(const QString &path)
{
    return path.isEmpty() || path == u"-";
}

/// A device or a pipe cannot be replaced by a finished file; it is written to as it stands.
bool isSpecial(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() && !info.isFile() && !info.isDir();
}

} // namespace

OutputFile::OutputFile(const QString &path)
    : m_path(path)
{
    bool open = false;
    if (isStandardOutput(path)) {
        auto file = std::make_unique<QFile>();
        open = file->open(stdout, QIODevice::WriteOnly);
        m_device = std::move(file);
        m_path = QStringLiteral("standard output");
    } else if (isSpecial(path)) {
        m_device = std::make_unique<QFile>(path);
        open = m_device->open(QIODevice::WriteOnly);
    } else {
        m_device = std::make_unique<QSaveFile>(path);
        open = m_device->open(QIODevice::WriteOnly);
    }
    if (!open)
        fail();
}

OutputFile::~OutputFile() = default;

bool OutputFile::fail()
{
    m_error = m_path + QStringLiteral(": error: ") + m_device->errorString();
    return false;
}

bool OutputFile::write(const QByteArray &bytes)
{
    if (!m_error.isEmpty())
        return false;
    return m_device->write(bytes) == bytes.size() || fail();
}

bool OutputFile::commit()
{
    if (!m_error.isEmpty())
        return false;
    if (auto *const whole = qobject_cast<QSaveFile *>(m_device.get()))
        return whole->commit() || fail();
    return static_cast<QFile &>(*m_device).flush() || fail();
}

} // namespace tetherscope
