#pragma once

#include <algorithm>
#include <mutex>
#include <thread>
#include <vector>

namespace tetherscope::detail {

/// Which thread waits for which, over all caches of the process, so that a circle is found before it closes.
///
/// A constructor may ask a cache for another key. If one thread makes A and asks for B while another makes B
/// and asks for A, both would wait for ever; the second to ask is told instead. A thread waits for one thing
/// at a time, so following the edges from a maker is following a list.
///
/// Locks   The caller holds the lock of the stripe that `placeholder` is in; this one is taken inside it.
class WaitGraph
{
public:
    static WaitGraph &instance()
    {
        static WaitGraph *graph = new WaitGraph; // never destroyed: caches of static life may still wait
        return *graph;
    }

    /// Records that the calling thread waits for `maker`; false, and no record, if that would close a circle.
    bool add(std::thread::id maker, const void *placeholder)
    {
        const std::scoped_lock lock(m_mutex);
        const std::thread::id self = std::this_thread::get_id();
        if (leadsTo(maker, self))
            return false;
        m_edges.push_back({self, maker, placeholder});
        return true;
    }

    /// The calling thread is awake again.
    void remove()
    {
        const std::scoped_lock lock(m_mutex);
        const std::thread::id self = std::this_thread::get_id();
        std::erase_if(m_edges, [&](const Edge &edge) { return edge.waiter == self; });
    }

    /// The object has been made, or has failed to be: from here nobody waits for it,
    /// though those who did may not have woken up yet.
    void settle(const void *placeholder)
    {
        const std::scoped_lock lock(m_mutex);
        std::erase_if(m_edges, [&](const Edge &edge) { return edge.placeholder == placeholder; });
    }

private:
    struct Edge
    {
        std::thread::id waiter;
        std::thread::id maker;
        const void *placeholder;
    };

    bool leadsTo(std::thread::id from, std::thread::id target) const
    {
        while (from != target) {
            const auto edge = std::find_if(m_edges.begin(), m_edges.end(),
                                           [&](const Edge &candidate) { return candidate.waiter == from; });
            if (edge == m_edges.end())
                return false;
            from = edge->maker;
        }
        return true;
    }

    std::mutex m_mutex;
    std::vector<Edge> m_edges;
};

} // namespace tetherscope::detail
