#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace tetherscope::detail {

using NodeNumber = std::uint32_t; ///< of a node in its pool
using Tag = std::uint8_t;         ///< eight bits of a hash, never 0

/// One cache line of the table: twelve node numbers, a tag for each, and how many nodes belong here but had
/// to be put elsewhere because the bucket was full.
///
/// ~~~
/// [tag 0 … 7] [tag 8 … 11, overflow] [12 x node number]
/// ~~~
/// A look-up compares all tags at once, so that it goes on to a node it does not want in 1 of 25 cases. The
/// overflow count makes tombstones needless: a look-up that finds none knows that there is no more to find.
///
/// Threads   Writers hold the stripe's lock. Readers hold nothing: what they see may be old or half of a
///           change, and is a hint where to look, no more.
class alignas(64) Bucket
{
public:
    static constexpr unsigned slotCount = 12;

    /// Bit n is set if slot n has this tag.
    unsigned slotsWith(Tag tag) const noexcept
    {
#ifdef __SSE2__
        __m128i all;
        asm("movdqa %1, %0"
            : "=x"(all)
            : "m"(m_tags)); // NOLINT(hicpp-no-assembler): C++ has no such atomic load
        const __m128i same = _mm_cmpeq_epi8(all, _mm_set1_epi8(static_cast<char>(tag)));
        return static_cast<unsigned>(_mm_movemask_epi8(same)) & allSlots;
#else
        unsigned slots = 0;
        for (unsigned slot = 0; slot < slotCount; ++slot)
            slots |= static_cast<unsigned>(m_tags[slot].load(std::memory_order_acquire) == tag) << slot;
        return slots;
#endif
    }
    unsigned usedSlots() const noexcept
    {
        return ~slotsWith(0) & allSlots;
    }

    bool has(unsigned slot, Tag tag, NodeNumber number) const noexcept
    {
        return m_tags[slot].load(std::memory_order_acquire) == tag && this->number(slot) == number;
    }
    NodeNumber number(unsigned slot) const noexcept
    {
        return m_numbers[slot].load(std::memory_order_acquire);
    }
    std::uint32_t overflow() const noexcept
    {
        return m_overflow.load(std::memory_order_acquire);
    }

    // For who holds the lock.
    void fill(unsigned slot, Tag tag, NodeNumber number) noexcept
    {
        m_numbers[slot].store(number, std::memory_order_release);
        m_tags[slot].store(tag, std::memory_order_release);
    }
    void clear(unsigned slot) noexcept
    {
        m_tags[slot].store(0, std::memory_order_release);
    }
    void addOverflow(std::int32_t difference) noexcept
    {
        m_overflow.store(overflow() + static_cast<std::uint32_t>(difference), std::memory_order_release);
    }

private:
    static constexpr unsigned allSlots = (1U << slotCount) - 1;

    std::array<std::atomic<Tag>, slotCount> m_tags{};
    std::atomic<std::uint32_t> m_overflow = 0; ///< read together with the tags: sixteen bytes
    std::array<std::atomic<NodeNumber>, slotCount> m_numbers{};
};
static_assert(sizeof(Bucket) == 64);

} // namespace tetherscope::detail
