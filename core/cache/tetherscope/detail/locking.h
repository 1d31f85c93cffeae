#pragma once

#include <tetherscope/detail/waitgraph.h>
#include <tetherscope/recursivecreation.h>

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <thread>

namespace tetherscope::detail {

/// Locks, and waiting for objects that are being made: in full for threads, nothing for one thread.
template<bool threads>
struct Locking;

template<>
struct Locking<true>
{
    static constexpr std::size_t stripes = 32;
    using Mutex = std::mutex;
    using Maker = std::thread::id;
    static Maker self() noexcept { return std::this_thread::get_id(); }

    class Waiters
    {
    public:
        /// Returns when something in the stripe has been made or has failed; nothing is known then.
        void wait(std::unique_lock<Mutex> &lock, Maker maker, const void *placeholder)
        {
            if (!WaitGraph::instance().add(maker, placeholder))
                throw RecursiveCreation();
            ++m_count;
            m_settled.wait(lock);
            --m_count;
            WaitGraph::instance().remove();
        }
        /// Requires: the stripe is locked.
        void settle(const void *placeholder)
        {
            if (m_count == 0)
                return;
            WaitGraph::instance().settle(placeholder);
            m_settled.notify_all();
        }

    private:
        std::condition_variable m_settled;
        std::size_t m_count = 0;
    };
};

template<>
struct Locking<false>
{
    static constexpr std::size_t stripes = 1;
    struct Mutex
    {
        void lock() noexcept {}
        void unlock() noexcept {}
    };
    struct Maker
    {
        friend bool operator==(Maker, Maker) = default;
    };
    static Maker self() noexcept { return {}; }

    /// The maker is always the caller, so there is never anybody to wait for.
    struct Waiters
    {
        [[noreturn]] void wait(std::unique_lock<Mutex> &, Maker, const void *) { throw RecursiveCreation(); }
        void settle(const void *) noexcept {}
    };
};

} // namespace tetherscope::detail
