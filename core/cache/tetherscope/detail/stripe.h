#pragma once

#include <tetherscope/detail/business.h>
#include <tetherscope/detail/cachenode.h>
#include <tetherscope/detail/freenodes.h>
#include <tetherscope/detail/spinlock.h>
#include <tetherscope/detail/table.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>

namespace tetherscope::detail {

/// One part of the table with its lock: the buckets whose index has the stripe's number in its low bits.
/// Everything in here wants the lock; no user code runs in here.
template<typename Types>
class alignas(64) Stripe
{
public:
    using HeaderType = typename CacheNode<Types>::HeaderType;

    SpinLock lock;
    bool closed = false;     ///< The cache object has gone; see SharedCore::close().
    std::uint32_t limit = 0; ///< How many nodes may be linked before the table's growth is considered.
    std::uint32_t out = 0;   ///< Nodes taken from `free` that have not come back.
    std::atomic<std::uint32_t> linked = 0; ///< Nodes in the table; may be read without the lock.
    Table table;                           ///< The newest table that this stripe's nodes have been moved to.
    FreeNodes<Types> free;
    BusyList<HeaderType> busy;
    std::uint64_t made = 0;
    std::uint64_t evicted = 0;

    void link(Probe probe, KeyHash hash, NodeNumber number) noexcept
    {
        insert(probe, hash, number);
        linked.store(linked.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    }
    bool unlink(Probe probe, KeyHash hash, NodeNumber number) noexcept
    {
        if (!remove(probe, hash, number))
            return false;
        linked.store(linked.load(std::memory_order_relaxed) - 1, std::memory_order_relaxed);
        return true;
    }

    HeaderType &popFree() noexcept
    {
        ++out;
        return free.pop();
    }
    void pushFree(HeaderType &node) noexcept
    {
        weakOf(node).restart();
        free.push(node);
        --out;
    }
};

} // namespace tetherscope::detail
