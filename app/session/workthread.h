#pragma once

#include <QThread>

#include <functional>
#include <memory>

namespace tetherscope {

/// What interpreter and planner ask of the thread they run on: deep recursion of a scenario is recursion
/// here.
constexpr uint workStackBytes = 64U << 20;

/// A thread with that stack, not yet started, owned by nobody else.
inline std::unique_ptr<QThread> makeWorkThread(std::function<void()> work)
{
    std::unique_ptr<QThread> thread(QThread::create(std::move(work)));
    thread->setStackSize(workStackBytes);
    return thread;
}

/// Runs the work on such a thread and waits for it.
inline void runOnWorkThread(std::function<void()> work)
{
    const std::unique_ptr<QThread> thread = makeWorkThread(std::move(work));
    thread->start();
    thread->wait();
}

} // namespace tetherscope
