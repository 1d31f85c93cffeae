#include "session/gallery.h"

#include "session/batch.h"
#include "session/workthread.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

namespace tetherscope {

Gallery::Gallery(QObject *parent)
    : QObject(parent)
    , m_presets(presets())
    , m_documents(m_presets.size())
{
}

Gallery::~Gallery()
{
    m_stop = true;
    if (m_thread)
        m_thread->wait();
}

void Gallery::start()
{
    m_thread = makeWorkThread([this] {
        for (std::size_t index = 0; index < m_presets.size() && !m_stop; ++index) {
            const Source source{m_presets[index].name, {}};
            QMetaObject::invokeMethod(
                this,
                [this, index, document = runOnThisThread(source, BatchPlan::With).document] {
                    take(index, document);
                },
                Qt::QueuedConnection);
        }
    });
    m_thread->start();
}

void Gallery::waitForAll()
{
    m_thread->wait();
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
}

void Gallery::take(std::size_t index, const Document &document)
{
    m_documents[index] = document;
    Q_EMIT loaded(index);
}

const Document *Gallery::find(const QString &name) const
{
    const auto found =
        std::find_if(m_documents.begin(), m_documents.end(),
                     [&name](const Document &document) { return document && document.source.name == name; });
    return found == m_documents.end() ? nullptr : &*found;
}

} // namespace tetherscope
