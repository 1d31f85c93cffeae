#pragma once

#include <tetherscope/detail/bucket.h>
#include <tetherscope/detail/hashing.h>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace tetherscope::detail {

/// The low bits of a hash, never 0; the high ones choose the bucket, and the highest of them the stripe.
inline Tag tagOf(KeyHash hash) noexcept
{
    return static_cast<Tag>(std::max(hash & 0xff, KeyHash{1}));
}

/// An array of buckets, a power of two of them, in one word: the array is aligned, so what says its size goes
/// into the address's low bits, and a look-up begins with a single load. Owns nothing.
class Table
{
public:
    Table() noexcept = default;
    Table(Bucket *buckets, std::size_t count) noexcept
        : m_word(reinterpret_cast<std::uintptr_t>(buckets) |
                 (hashBits - static_cast<std::uintptr_t>(std::countr_zero(count))))
    {
    }
    explicit Table(std::uintptr_t word) noexcept
        : m_word(word)
    {
    }

    std::uintptr_t word() const noexcept { return m_word; }
    std::size_t size() const noexcept { return std::size_t{1} << (hashBits - shift()); }
    Bucket *buckets() const noexcept
    {
        // NOLINTNEXTLINE(performance-no-int-to-ptr): one word is what can be read at once
        return reinterpret_cast<Bucket *>(m_word & ~shiftBits);
    }
    Bucket &operator[](std::size_t index) const noexcept { return buckets()[index]; }
    /// Requires: more than one bucket.
    std::size_t homeOf(KeyHash hash) const noexcept { return hash >> shift(); }

    friend bool operator==(Table, Table) noexcept = default;

private:
    static constexpr unsigned hashBits = 32;
    static constexpr std::uintptr_t shiftBits = alignof(Bucket) - 1;

    unsigned shift() const noexcept { return static_cast<unsigned>(m_word & shiftBits); }

    std::uintptr_t m_word = 0;
};

/// The buckets in which a node with some hash may be, in order: from its home on, once round the neighbours
/// that belong to the same stripe.
class Probe
{
public:
    Probe(Table table, KeyHash hash, std::size_t stripes) noexcept
        : m_buckets(table.buckets())
        , m_index(table.homeOf(hash))
        , m_mask(table.size() / stripes - 1)
        , m_left(m_mask)
    {
    }

    Bucket &bucket() const noexcept { return m_buckets[m_index]; }
    /// False, and no move, at the end of the round.
    bool next() noexcept
    {
        if (m_left == 0)
            return false;
        --m_left;
        m_index = (m_index & ~m_mask) | ((m_index + 1) & m_mask);
        return true;
    }
    /// Goes on only where something has overflowed.
    bool nextIfOverflown() noexcept { return bucket().overflow() != 0 && next(); }

private:
    Bucket *m_buckets;
    std::size_t m_index;
    std::size_t m_mask;
    std::size_t m_left;
};

/// Calls visit(bucket, slot) for each place with this tag on the way, until it returns true.
template<typename Visit>
bool visitTagged(Probe probe, Tag tag, Visit visit)
{
    do {
        for (unsigned slots = probe.bucket().slotsWith(tag); slots != 0; slots &= slots - 1) {
            if (visit(probe.bucket(), static_cast<unsigned>(std::countr_zero(slots))))
                return true;
        }
    } while (probe.nextIfOverflown());
    return false;
}

/// Requires: there is an unused slot on the way.
inline void insert(Probe probe, KeyHash hash, NodeNumber number) noexcept
{
    unsigned unused = probe.bucket().slotsWith(0);
    for (; unused == 0; unused = probe.bucket().slotsWith(0)) {
        probe.bucket().addOverflow(1);
        probe.next();
    }
    probe.bucket().fill(static_cast<unsigned>(std::countr_zero(unused)), tagOf(hash), number);
}

/// False if it is not in.
inline bool remove(Probe probe, KeyHash hash, NodeNumber number) noexcept
{
    Bucket *where = nullptr;
    visitTagged(probe, tagOf(hash), [&](Bucket &bucket, unsigned slot) {
        if (bucket.number(slot) != number)
            return false;
        bucket.clear(slot);
        where = &bucket;
        return true;
    });
    if (where == nullptr)
        return false;
    for (; &probe.bucket() != where; probe.next())
        probe.bucket().addOverflow(-1);
    return true;
}

} // namespace tetherscope::detail
