#pragma once

#include <array>
#include <atomic>
#include <bit>
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
        const __m128i all = _mm_set_epi64x(static_cast<long long>(tags(1)), static_cast<long long>(tags(0)));
        const __m128i same = _mm_cmpeq_epi8(all, _mm_set1_epi8(static_cast<char>(tag)));
        return static_cast<unsigned>(_mm_movemask_epi8(same)) & allSlots;
#else
        return (bytesWith(tags(0), tag) | (bytesWith(tags(1), tag) << 8)) & allSlots;
#endif
    }
    unsigned usedSlots() const noexcept
    {
        return ~slotsWith(0) & allSlots;
    }

    NodeNumber number(unsigned slot) const noexcept
    {
        return m_numbers[slot].load(std::memory_order_acquire);
    }
    Tag tag(unsigned slot) const noexcept
    {
        return static_cast<Tag>(tags(slot / 8) >> (slot % 8 * 8));
    }
    std::uint32_t overflow() const noexcept
    {
        return static_cast<std::uint32_t>(tags(1) >> 32);
    }

    // For who holds the lock.
    void fill(unsigned slot, Tag tag, NodeNumber number) noexcept
    {
        m_numbers[slot].store(number, std::memory_order_release);
        setTag(slot, tag);
    }
    void clear(unsigned slot) noexcept
    {
        setTag(slot, 0);
    }
    void addOverflow(std::int32_t difference) noexcept
    {
        setTags(1, tags(1) + (static_cast<std::uint64_t>(static_cast<std::int64_t>(difference)) << 32));
    }

private:
    static constexpr unsigned allSlots = (1U << slotCount) - 1;

    std::uint64_t tags(unsigned half) const noexcept
    {
        return m_tags[half].load(std::memory_order_acquire);
    }
    void setTags(unsigned half, std::uint64_t tags) noexcept
    {
        m_tags[half].store(tags, std::memory_order_release);
    }
    void setTag(unsigned slot, Tag tag) noexcept
    {
        const unsigned shift = slot % 8 * 8;
        const std::uint64_t others = tags(slot / 8) & ~(std::uint64_t{0xff} << shift);
        setTags(slot / 8, others | (std::uint64_t{tag} << shift));
    }

    /// Bit n is set if byte n is `tag`; exact, also for neighbours.
    static unsigned bytesWith(std::uint64_t bytes, Tag tag) noexcept
    {
        constexpr std::uint64_t ones = 0x0101'0101'0101'0101U;
        constexpr std::uint64_t low = 0x7f7f'7f7f'7f7f'7f7fU;
        const std::uint64_t different = bytes ^ (ones * tag);
        const std::uint64_t same = ~(((different & low) + low) | different | low);
        return static_cast<unsigned>(((same >> 7) * 0x0102'0408'1020'4080U) >> 56);
    }

    std::array<std::atomic<std::uint64_t>, 2> m_tags{};
    std::array<std::atomic<NodeNumber>, slotCount> m_numbers{};
};
static_assert(sizeof(Bucket) == 64);

} // namespace tetherscope::detail
