#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

class QIODevice;

namespace tetherscope {

/// Where an export goes: a file that appears whole at commit() or not at all, or standard output.
class OutputFile
{
public:
    /// "" and "-" are standard output.
    explicit OutputFile(const QString &path);
    ~OutputFile(); ///< Without commit() nothing is left behind.

    /// Once false, always false.
    bool write(const QByteArray &bytes);
    bool commit();
    /// "out.json: error: No space left on device"; empty while all is well.
    const QString &error() const { return m_error; }

private:
    bool fail();

    QString m_path;
    std::unique_ptr<QIODevice> m_device;
    QString m_error;
};

} // namespace tetherscope
