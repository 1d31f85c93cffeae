#pragma once

#include "workload.h"

#include <atomic>
#include <cstdlib>
#include <utility>
#include <vector>

namespace bench {

/// The least that a hit can be: hash the key, touch the line of the object that is counted, count it up and
/// down.
template<typename Count>
struct HitFloor
{
    struct alignas(32) Slot
    {
        Count count{1};
        std::uint64_t number = 1;
    };
    class Handle
    {
    public:
        explicit Handle(Slot &slot)
            : m_slot(slot)
        {
            ++m_slot.count;
        }
        Handle(const Handle &) = delete;
        Handle &operator=(const Handle &) = delete;
        ~Handle()
        {
            if (--m_slot.count == 0)
                std::abort();
        }
        std::uint64_t number() const { return m_slot.number; }

    private:
        Slot &m_slot;
    };

    explicit HitFloor(std::size_t entries)
        : slots(entries)
    {
    }
    Handle get(const Key &key)
    {
        const auto place = (static_cast<Wide>(KeyHash()(key)) * slots.size()) >> 64;
        return Handle(slots[static_cast<std::size_t>(place)]);
    }
    static std::uint64_t read(const Handle &handle) { return handle.number(); }

    std::vector<Slot> slots;
};
using LockedHitFloor = HitFloor<std::atomic<std::uint64_t>>;
using PlainHitFloor = HitFloor<std::uint64_t>;

/// The least that making and evicting can be: hash, allocate, two locked operations for the table and one for
/// the last release, free.
struct ChurnFloor
{
    class Handle
    {
    public:
        explicit Handle(std::atomic<std::uint64_t> &table)
            : m_table(table)
            , m_node(static_cast<std::atomic<std::uint64_t> *>(std::malloc(32)))
        {
            m_table.fetch_add(1, std::memory_order_acq_rel);
            m_node->store(1, std::memory_order_release);
        }
        Handle(const Handle &) = delete;
        Handle &operator=(const Handle &) = delete;
        ~Handle()
        {
            if (m_node->fetch_sub(1, std::memory_order_acq_rel) != 1)
                std::abort();
            m_table.fetch_sub(1, std::memory_order_acq_rel);
            std::free(m_node);
        }
        std::uint64_t number() const { return m_node->load(std::memory_order_relaxed); }

    private:
        std::atomic<std::uint64_t> &m_table;
        std::atomic<std::uint64_t> *m_node;
    };

    /// Each thread has a line of its own: nothing is contended in a floor.
    Handle get(const Key &key)
    {
        struct alignas(64) Line
        {
            std::atomic<std::uint64_t> words[8];
        };
        thread_local Line line;
        return Handle(line.words[KeyHash()(key) & 7]);
    }
    static std::uint64_t read(const Handle &handle) { return handle.number(); }
};

/// A copy and its end at the least: one locked operation each.
struct CopyFloor
{
    struct Handle
    {
        std::atomic<std::uint64_t> *count;
        explicit Handle(std::atomic<std::uint64_t> *counted)
            : count(counted)
        {
            count->fetch_add(1, std::memory_order_relaxed);
        }
        Handle(const Handle &other)
            : Handle(other.count)
        {
        }
        Handle &operator=(const Handle &) = delete;
        ~Handle()
        {
            if (count->fetch_sub(1, std::memory_order_acq_rel) == 1)
                std::abort();
        }
    };
    Handle get(const Key &) { return Handle(&word); }
    static std::uint64_t read(const Handle &handle) { return handle.count != nullptr ? 1 : 0; }

    std::atomic<std::uint64_t> word = 1;
};

} // namespace bench
