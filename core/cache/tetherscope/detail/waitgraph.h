#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

namespace tetherscope::detail {

/// Which thread waits for which, over all caches of the process, so that a circle is found before it closes.
///
/// A constructor may ask a cache for another key. If one thread makes A and asks for B while another makes B
/// and asks for A, both would wait for ever; the second to ask is told instead. A thread waits for one thing
/// at a time, so following the edges from a maker is following a list.
///
/// Waiting is rare and slow whatever one does, so one mutex for all is enough; each waiter has a condition
/// variable of its own, so that only those wake up whose object is there.
class WaitGraph
{
public:
    /// One thread's wait; on its stack.
    class Wait
    {
    public:
        Wait(std::thread::id maker, const void *awaited)
            : m_maker(maker)
            , m_awaited(awaited)
        {
        }

    private:
        friend class WaitGraph;
        const std::thread::id m_waiter = std::this_thread::get_id();
        const std::thread::id m_maker;
        const void *const m_awaited;
        Wait *m_next = nullptr;
        bool m_settled = false;
        std::condition_variable m_wake;
    };

    static WaitGraph &instance()
    {
        static WaitGraph *graph = new WaitGraph; // never destroyed: caches of static life may still wait
        return *graph;
    }

    /// Records the wait; false, and no record, if it would close a circle. Requires: the caller holds the
    /// lock under which what is awaited is known not to be settled yet.
    bool add(Wait &wait)
    {
        const std::scoped_lock lock(m_mutex);
        if (leadsTo(wait.m_maker, wait.m_waiter))
            return false;
        wait.m_next = m_first;
        m_first = &wait;
        return true;
    }

    /// Returns when what the recorded wait is for has been settled. Requires: that lock is released.
    void sleep(Wait &wait)
    {
        std::unique_lock lock(m_mutex);
        wait.m_wake.wait(lock, [&] { return wait.m_settled; });
    }

    /// The object has been made or destroyed, or has failed to be made: from here nobody waits for it,
    /// though those who did may not have woken up yet.
    void settle(const void *awaited)
    {
        const std::scoped_lock lock(m_mutex);
        for (Wait **link = &m_first; *link != nullptr;) {
            Wait &wait = **link;
            if (wait.m_awaited == awaited)
                wake(wait, *link);
            else
                link = &wait.m_next;
        }
    }

private:
    static void wake(Wait &wait, Wait *&link)
    {
        link = wait.m_next;
        wait.m_settled = true;
        wait.m_wake.notify_one(); // under the mutex: with it released, the wait may be gone
    }

    bool leadsTo(std::thread::id from, std::thread::id target) const
    {
        while (from != target) {
            const Wait *wait = m_first;
            while (wait != nullptr && wait->m_waiter != from)
                wait = wait->m_next;
            if (wait == nullptr)
                return false;
            from = wait->m_maker;
        }
        return true;
    }

    std::mutex m_mutex;
    Wait *m_first = nullptr;
};

} // namespace tetherscope::detail
