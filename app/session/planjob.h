#pragma once

#include "layout/planner.h"

#include <QObject>
#include <QThread>

#include <memory>
#include <stop_token>

namespace tetherscope {

/// Plans pictures on a thread of its own, one at a time.
///
/// Lifetime  The destructor stops the thread and waits for it.
/// Threads   Lives on one, where the signals are emitted.
class PlanJob : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~PlanJob() override;

    /// Drops what was being planned. Requires: nobody appends to the timeline meanwhile.
    void start(std::shared_ptr<const Timeline> timeline, const PlanOptions &options = {});
    /// No signal comes any more for what was being planned.
    void stop();
    bool isRunning() const { return m_running; }
    double progress() const { return m_progress; } ///< 0 to 1

Q_SIGNALS:
    void planned(const std::shared_ptr<const tetherscope::Plan> &plan);
    void progressed();

private:
    std::unique_ptr<QThread> m_thread;
    std::stop_source m_stop;
    double m_progress = 0;
    bool m_running = false;
};

} // namespace tetherscope
