#pragma once

#include <tetherscope/detail/table.h>

#include <atomic>
#include <cstddef>
#include <memory>
#include <new>
#include <vector>

namespace tetherscope::detail {

/// The tables that a cache has had. The newest is where look-ups go; the older ones stay, because a look-up
/// may still be reading one: together they are smaller than the newest. The caller locks what changes.
template<typename Allocator>
class Tables
{
public:
    Tables(std::size_t buckets, const Allocator &allocator)
        : m_all(allocator)
    {
        add(buckets);
    }
    Tables(const Tables &) = delete;
    Tables &operator=(const Tables &) = delete;
    ~Tables() { free(m_all.size()); }

    Table newest() const noexcept { return Table(m_newest.load(std::memory_order_acquire)); }

    /// An empty table becomes the newest. bad_alloc, and no change, if there is no memory.
    void add(std::size_t buckets)
    {
        m_all.reserve(m_all.size() + 1);
        Rebound allocator(m_all.get_allocator());
        Bucket *const memory = allocator.allocate(buckets);
        std::uninitialized_value_construct_n(memory, buckets);
        m_all.push_back(Table(memory, buckets));
        m_bytes.fetch_add(buckets * sizeof(Bucket), std::memory_order_relaxed);
        m_newest.store(m_all.back().word(), std::memory_order_release);
    }
    /// Requires: nobody looks anything up.
    void freeOld() noexcept { free(m_all.size() - 1); }

    std::size_t bytes() const noexcept { return m_bytes.load(std::memory_order_relaxed); }

private:
    using Rebound = typename std::allocator_traits<Allocator>::template rebind_alloc<Bucket>;
    using TableAllocator = typename std::allocator_traits<Allocator>::template rebind_alloc<Table>;

    void free(std::size_t count) noexcept
    {
        Rebound allocator(m_all.get_allocator());
        for (std::size_t i = 0; i < count; ++i) {
            allocator.deallocate(m_all[i].buckets(), m_all[i].size());
            m_bytes.fetch_sub(m_all[i].size() * sizeof(Bucket), std::memory_order_relaxed);
        }
        m_all.erase(m_all.begin(), m_all.begin() + static_cast<std::ptrdiff_t>(count));
    }

    std::atomic<std::uintptr_t> m_newest = 0;
    std::atomic<std::size_t> m_bytes = 0;
    std::vector<Table, TableAllocator> m_all;
};

} // namespace tetherscope::detail
