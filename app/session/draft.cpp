#include "session/draft.h"

#include <chrono>
#include <utility>

namespace tetherscope {

namespace {

/// Long enough not to come between two words.
constexpr std::chrono::milliseconds pause{600};

} // namespace

Draft::Draft(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &Draft::paused);
}

void Draft::open(const Source &source, const QString &text)
{
    const bool isKept = !source.draft;
    m_pause.stop();
    m_place = source;
    m_place.draft.reset();
    m_text = text;
    m_kept = isKept ? text : QString();
    setModified(!isKept);
}

void Draft::edit(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_pause.start();
    setModified(m_place.isNew || m_text != m_kept);
    Q_EMIT edited();
}

void Draft::replace(const QString &text)
{
    edit(text);
    Q_EMIT replaced();
}

void Draft::noteSaved(const QString &path)
{
    m_place = fileSource(path);
    m_kept = m_text;
    setModified(false);
}

void Draft::discard()
{
    m_pause.stop();
    setModified(false);
}

Source Draft::source() const
{
    Source source = m_place;
    if (m_modified)
        source.draft = std::make_shared<const std::string>(m_text.toStdString());
    return source;
}

void Draft::setModified(bool modified)
{
    if (std::exchange(m_modified, modified) != modified)
        Q_EMIT modifiedChanged();
}

} // namespace tetherscope
