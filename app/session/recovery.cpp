#include "session/recovery.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QUuid>

#include <chrono>

namespace tetherscope {

namespace {

/// What a crash may cost.
constexpr std::chrono::milliseconds delay{1000};
constexpr qint64 largestFile = 16'000'000;

QString lockOf(const QString &file)
{
    return file + QStringLiteral(".lock");
}

QByteArray contentOf(const Source &source)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("name"), source.name},
                                     {QStringLiteral("path"), source.path},
                                     {QStringLiteral("new"), source.isNew},
                                     {QStringLiteral("text"), QString::fromStdString(*source.draft)}})
        .toJson();
}

std::optional<Source> sourceIn(const QString &path)
{
    QFile file(path);
    if (file.size() > largestFile || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject content = QJsonDocument::fromJson(file.readAll()).object();
    if (!content[QLatin1StringView("text")].isString())
        return std::nullopt;
    const std::string text = content[QLatin1StringView("text")].toString().toStdString();
    return Source{content[QLatin1StringView("name")].toString(),
                  content[QLatin1StringView("path")].toString(), std::make_shared<const std::string>(text),
                  content[QLatin1StringView("new")].toBool()};
}

} // namespace

Recovery::Recovery(const Draft &draft, QString folder)
    : m_draft(draft)
    , m_folder(std::move(folder))
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(delay);
    connect(&m_delay, &QTimer::timeout, this, &Recovery::keep);
    connect(&draft, &Draft::edited, &m_delay, [this] { m_delay.start(); });
    connect(&draft, &Draft::modifiedChanged, this, [this] {
        if (!m_draft.isModified())
            drop();
    });
}

Recovery::~Recovery()
{
    if (!m_draft.isModified())
        drop();
}

void Recovery::use(const QString &file)
{
    m_file = file;
    m_lock = std::make_unique<QLockFile>(lockOf(file));
    m_lock->setStaleLockTime(0); // only the end of the process makes it stale
    m_lock->tryLock(0);
}

void Recovery::keep()
{
    if (!m_draft.isModified() || !QDir().mkpath(m_folder))
        return;
    if (m_file.isEmpty()) {
        const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral(".json");
        use(QDir(m_folder).filePath(name));
    }
    QSaveFile file(m_file);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(contentOf(m_draft.source()));
        file.commit();
    }
}

void Recovery::drop()
{
    m_delay.stop();
    if (m_file.isEmpty())
        return;
    QFile::remove(m_file);
    m_file.clear();
    m_lock.reset();
}

std::vector<Recovery::Left> Recovery::left() const
{
    std::vector<Left> found;
    const QDir folder(m_folder);
    for (const QFileInfo &file : folder.entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Time)) {
        QLockFile lock(lockOf(file.filePath()));
        lock.setStaleLockTime(0);
        if (file.filePath() == m_file || !lock.tryLock(0))
            continue;
        if (const std::optional<Source> source = sourceIn(file.filePath()))
            found.push_back({file.filePath(), *source, file.lastModified()});
    }
    return found;
}

void Recovery::adopt(const Left &left)
{
    drop();
    use(left.file);
}

} // namespace tetherscope
