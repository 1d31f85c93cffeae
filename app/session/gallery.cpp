#include "session/gallery.h"

#include "canvas/fontmeasure.h"
#include "layout/planner.h"
#include "look/fontconfiguration.h"
#include "session/batch.h"
#include "session/workthread.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGuiApplication>

#include <algorithm>

namespace tetherscope {

Gallery::Gallery(QObject *parent)
    : QObject(parent)
{
    for (const Preset &preset : presets())
        m_entries.push_back({preset, {}, {}});
}

Gallery::~Gallery()
{
    m_stop = true;
    if (m_thread)
        m_thread->wait();
}

void Gallery::start(const std::optional<Theme> &theme)
{
    if (m_thread)
        return;
    m_thread = makeWorkThread([this, theme, ratio = qGuiApp->devicePixelRatio()] { work(theme, ratio); });
    m_thread->start();
}

/// On its own thread. To run takes no fonts: as many as possible are run while the fonts are not there yet.
void Gallery::work(const std::optional<Theme> &theme, double devicePixelRatio)
{
    std::vector<Document> documents;
    std::optional<FontMeasure> measure; // knows the texts of the last preset, which the next has too
    const auto plan = [&](std::size_t index) {
        Document &document = documents[index];
        if (!document || m_stop)
            return;
        if (!measure)
            measure.emplace();
        document.plan = planPicture(*document.timeline, *measure);
        const QImage thumbnail = theme ? thumbnailOf(document, *theme, *measure, devicePixelRatio) : QImage();
        post(index, document, thumbnail, theme && theme->dark);
    };
    std::size_t planned = 0;
    for (std::size_t index = 0; index < m_entries.size() && !m_stop; ++index) {
        documents.push_back(runOnThisThread({m_entries[index].preset.name, {}}, BatchPlan::Without).document);
        post(index, documents[index], {}, false);
        while (planned <= index && fontConfigurationIsRead())
            plan(planned++);
    }
    while (planned < documents.size())
        plan(planned++);
}

void Gallery::post(std::size_t index, const Document &document, const QImage &thumbnail, bool isDark)
{
    QMetaObject::invokeMethod(
        this, [=, this] { take(index, document, thumbnail, isDark); }, Qt::QueuedConnection);
}

void Gallery::takeFinished()
{
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
}

void Gallery::waitForAll()
{
    m_thread->wait();
    takeFinished();
}

void Gallery::take(std::size_t index, const Document &document, const QImage &thumbnail, bool isDark)
{
    Entry &entry = m_entries[index];
    entry.document = document;
    entry.thumbnail = thumbnail;
    entry.thumbnailIsDark = isDark;
    if (document.plan)
        Q_EMIT planned(index);
    else
        Q_EMIT ran(index);
}

QImage Gallery::thumbnail(std::size_t index, const Theme &theme) const
{
    const Entry &entry = m_entries[index];
    return entry.thumbnailIsDark == theme.dark ? entry.thumbnail : QImage();
}

const Document *Gallery::find(const QString &name) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&name](const Entry &entry) { return entry.preset.name == name; });
    return found != m_entries.end() && found->document.plan ? &found->document : nullptr;
}

} // namespace tetherscope
