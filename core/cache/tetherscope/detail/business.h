#pragma once

#include <thread>

namespace tetherscope::detail {

/// A node that a thread is busy with: constructs its object, or (where overlap is forbidden) destroys it. On
/// that thread's stack, and in the list of the table that the node is in.
template<typename HeaderType>
struct Business
{
    HeaderType *node = nullptr;
    std::thread::id thread = std::this_thread::get_id();
    Business *next = nullptr;
    bool awaited = false; ///< Somebody waits for its end in the WaitGraph.
};

template<typename HeaderType>
class BusyList
{
public:
    using Work = Business<HeaderType>;

    void begin(Work &work) noexcept
    {
        work.next = m_first;
        m_first = &work;
    }
    void end(const Work &work) noexcept
    {
        Work **link = &m_first;
        while (*link != &work)
            link = &(*link)->next;
        *link = work.next;
    }
    /// What is being done with a node; null if nothing.
    Work *with(const HeaderType &node) const noexcept
    {
        Work *work = m_first;
        while (work != nullptr && work->node != &node)
            work = work->next;
        return work;
    }

private:
    Work *m_first = nullptr;
};

} // namespace tetherscope::detail
