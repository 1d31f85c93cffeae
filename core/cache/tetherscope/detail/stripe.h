#pragma once

#include <tetherscope/detail/business.h>
#include <tetherscope/detail/cachenode.h>
#include <tetherscope/detail/freenodes.h>
#include <tetherscope/detail/stripelock.h>
#include <tetherscope/detail/table.h>

#include <atomic>
#include <cstdint>

namespace tetherscope::detail {

/// One part of the table, a bucket of each row, with its lock. Everything in here wants the lock; no user
/// code runs in here.
template<typename Types>
class alignas(64) Stripe
{
public:
    using HeaderType = typename CacheNode<Types>::HeaderType;

    StripeLock lock;
    bool closed = false;     ///< The cache object has gone; see SharedCore::close().
    std::uint32_t rows = 0;  ///< Of the table, over which this stripe's nodes are spread.
    std::uint32_t limit = 0; ///< How many nodes may be linked before the table's growth is considered.
    std::uint32_t nodes = 0; ///< That this stripe has been given, free or not.
    std::atomic<std::uint32_t> linked = 0; ///< Nodes in the table; may be read without the lock.
    FreeNodes<Types> free;
    BusyList<HeaderType> busy;
    std::uint64_t made = 0;
    std::uint64_t evicted = 0;

    void countLinked(std::int32_t difference) noexcept
    {
        linked.store(linked.load(std::memory_order_relaxed) + static_cast<std::uint32_t>(difference),
                     std::memory_order_relaxed);
    }
    void pushFree(HeaderType &node) noexcept
    {
        weakOf(node).restart();
        free.push(node);
    }
};

} // namespace tetherscope::detail
