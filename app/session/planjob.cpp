#include "session/planjob.h"

#include "canvas/fontmeasure.h"
#include "session/workthread.h"

namespace tetherscope {

PlanJob::~PlanJob()
{
    stop();
}

void PlanJob::stop()
{
    m_stop.request_stop();
    if (m_thread)
        m_thread->wait();
    m_running = false;
}

void PlanJob::start(std::shared_ptr<const Timeline> timeline, const PlanOptions &options)
{
    stop();
    m_stop = {};
    m_running = true;
    m_progress = 0;
    // What is posted after a stop() is dropped here, on the thread that called it.
    const auto post = [this, stop = m_stop.get_token()](auto call) {
        const auto ifWanted = [stop, call = std::move(call)] {
            if (!stop.stop_requested())
                call();
        };
        QMetaObject::invokeMethod(this, ifWanted, Qt::QueuedConnection);
    };
    m_thread =
        makeWorkThread([this, post, options, timeline = std::move(timeline), stop = m_stop.get_token()] {
            const FontMeasure measure;
            const auto progress = [this, &post](double part) {
                post([this, part] {
                    m_progress = part;
                    Q_EMIT progressed();
                });
            };
            std::shared_ptr<const Plan> plan = planPicture(*timeline, measure, options, stop, progress);
            post([this, plan = std::move(plan)] {
                m_running = false;
                Q_EMIT planned(plan);
            });
        });
    m_thread->start();
}

} // namespace tetherscope
