#pragma once

#include <tetherscope/detail/bucket.h>
#include <tetherscope/detail/hashing.h>
#include <tetherscope/detail/largepages.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace tetherscope::detail {

/// The buckets of a cache: rows of one bucket for each stripe, a power of two of rows.
///
/// ~~~
/// hash   [stripe 31 … 26] [tag 25 … 18] [… 0] row       (with 64 stripes)
///
/// row 0  [bucket of stripe 0] [of stripe 1] … [of stripe 63]
/// row 1  …
/// ~~~
/// The row comes from the hash's low bits, so that a table twice as large has the same rows and as many more:
/// it grows in place. A stripe's nodes are spread over the new rows when the stripe is next locked for a
/// miss; until then, who looks for them there without a lock finds nothing, which is never taken for an
/// answer. Where a row's pointer stands does change, but those small arrays are kept for late readers.
///
/// Threads   A look-up needs no lock. add() and removeFrom() want one of the caller's.
template<std::size_t stripes, typename Allocator>
class Table
{
public:
    explicit Table(const Allocator &allocator)
        : Table(allocator, 0)
    {
        add(1); // what it has allocated when it fails goes with the destructor
    }
    Table(const Table &) = delete;
    Table &operator=(const Table &) = delete;
    ~Table()
    {
        for (const Block &block : m_blocks)
            freeBlock(block);
        for (const Directory &directory : m_directories)
            Rebound<Bucket *>(m_blocks.get_allocator()).deallocate(directory.rows, directory.capacity);
    }

    static constexpr unsigned stripeBits = std::countr_zero(stripes);
    static std::size_t stripeOf(KeyHash hash) noexcept { return hash >> (hashBits - stripeBits); }
    static Tag tagOf(KeyHash hash) noexcept
    {
        return std::max<Tag>(static_cast<Tag>(hash >> (hashBits - stripeBits - tagBits)), 1);
    }

    std::size_t rows() const noexcept { return m_mask.load(std::memory_order_acquire) + 1; }
    Bucket &home(KeyHash hash) const noexcept
    {
        return bucket(hash & m_mask.load(std::memory_order_acquire), stripeOf(hash));
    }
    Bucket &bucket(std::size_t row, std::size_t stripe) const noexcept
    {
        return m_rows.load(std::memory_order_acquire)[row][stripe];
    }

    /// As many empty rows more. bad_alloc, and no change, if there is no memory.
    void grow() { add(rows()); }
    /// Requires: nobody looks anything up, and nothing is in the rows from there on.
    void shrinkTo(std::size_t rows) noexcept;

    std::size_t bytes() const noexcept { return m_bytes.load(std::memory_order_relaxed); }

private:
    static constexpr unsigned hashBits = 32;
    static constexpr unsigned tagBits = 8;
    static_assert(stripeBits + tagBits < hashBits);

    struct Block
    {
        Bucket *buckets;
        std::size_t rows;
    };
    struct Directory
    {
        Bucket **rows;
        std::size_t capacity;
    };
    template<typename U>
    using Rebound = typename std::allocator_traits<Allocator>::template rebind_alloc<U>;
    using Buckets = Arrays<Bucket, Allocator>;

    Table(const Allocator &allocator, std::size_t)
        : m_blocks(allocator)
        , m_directories(allocator)
    {
    }
    void add(std::size_t count);
    void makeRoomInDirectory(std::size_t used, std::size_t capacity);
    void freeBlock(const Block &block) noexcept
    {
        Buckets::deallocate(m_blocks.get_allocator(), block.buckets, block.rows * stripes);
    }

    std::atomic<std::size_t> m_mask = 0; ///< the number of rows, less one
    std::atomic<Bucket **> m_rows = nullptr;
    std::atomic<std::size_t> m_bytes = 0;
    std::vector<Block, Rebound<Block>> m_blocks; ///< the first has one row, each other as many as all before
    std::vector<Directory, Rebound<Directory>> m_directories; ///< the older ones may still be read
};

template<std::size_t stripes, typename Allocator>
void Table<stripes, Allocator>::add(std::size_t count)
{
    const std::size_t used = m_blocks.empty() ? 0 : rows();
    makeRoomInDirectory(used, used + count);
    m_blocks.reserve(m_blocks.size() + 1);
    Bucket *const buckets = Buckets::allocate(m_blocks.get_allocator(), count * stripes);
    Buckets::enlargePages(buckets, count * stripes);
    std::uninitialized_value_construct_n(buckets, count * stripes);
    m_blocks.push_back({buckets, count});
    m_bytes.fetch_add(count * stripes * sizeof(Bucket), std::memory_order_relaxed);
    Bucket **const all = m_rows.load(std::memory_order_relaxed);
    for (std::size_t row = 0; row < count; ++row)
        all[used + row] = buckets + row * stripes;
    m_mask.store(used + count - 1, std::memory_order_release);
}

/// Room for twice the rows wanted, so that every other doubling goes without.
template<std::size_t stripes, typename Allocator>
void Table<stripes, Allocator>::makeRoomInDirectory(std::size_t used, std::size_t capacity)
{
    if (!m_directories.empty() && capacity <= m_directories.back().capacity)
        return;
    m_directories.reserve(m_directories.size() + 1);
    Bucket **const added = Rebound<Bucket *>(m_blocks.get_allocator()).allocate(2 * capacity);
    std::copy_n(m_rows.load(std::memory_order_relaxed), used, added);
    m_directories.push_back({added, 2 * capacity});
    m_bytes.fetch_add(2 * capacity * sizeof(Bucket *), std::memory_order_relaxed);
    m_rows.store(added, std::memory_order_release);
}

template<std::size_t stripes, typename Allocator>
void Table<stripes, Allocator>::shrinkTo(std::size_t rows) noexcept
{
    m_mask.store(rows - 1, std::memory_order_release);
    std::size_t left = 0;
    for (const Block &block : m_blocks)
        left += block.rows;
    while (left > rows) {
        const Block last = m_blocks.back();
        m_blocks.pop_back();
        m_bytes.fetch_sub(last.rows * stripes * sizeof(Bucket), std::memory_order_relaxed);
        freeBlock(last);
        left -= last.rows;
    }
}

/// One stripe's buckets in so many rows of the table, and the order in which a node with some hash looks for
/// a place among them: from its home on, once round. The caller holds the stripe's lock.
template<typename Table>
class StripeRows
{
public:
    StripeRows(const Table &table, std::size_t stripe, std::size_t rows) noexcept
        : m_table(table)
        , m_stripe(stripe)
        , m_mask(rows - 1)
    {
    }

    std::size_t count() const noexcept { return m_mask + 1; }
    std::size_t homeOf(KeyHash hash) const noexcept { return hash & m_mask; }
    std::size_t after(std::size_t row) const noexcept { return (row + 1) & m_mask; }
    Bucket &operator[](std::size_t row) const noexcept { return m_table.bucket(row, m_stripe); }

    /// Calls visit(bucket, slot) for each place where a node with this hash may be, until it returns true.
    template<typename Visit>
    bool visitTagged(KeyHash hash, Visit visit) const
    {
        const Tag tag = Table::tagOf(hash);
        std::size_t row = homeOf(hash);
        for (std::size_t left = count(); left != 0; --left, row = after(row)) {
            Bucket &bucket = (*this)[row];
            for (unsigned slots = bucket.slotsWith(tag); slots != 0; slots &= slots - 1) {
                if (visit(bucket, static_cast<unsigned>(std::countr_zero(slots))))
                    return true;
            }
            if (bucket.overflow() == 0)
                break;
        }
        return false;
    }

    /// Calls visit(row, slot) for each node.
    template<typename Visit>
    void forEach(Visit visit) const
    {
        for (std::size_t row = 0; row < count(); ++row) {
            for (unsigned slots = (*this)[row].usedSlots(); slots != 0; slots &= slots - 1)
                visit(row, static_cast<unsigned>(std::countr_zero(slots)));
        }
    }

    /// The slot, of some bucket. Requires: there is an unused one.
    unsigned insert(KeyHash hash, NodeNumber number) const noexcept
    {
        const Spot spot = place(hash, number);
        countOver(hash, spot.bucket, 1);
        return spot.slot;
    }
    /// False if it is not in.
    bool remove(KeyHash hash, NodeNumber number) const noexcept
    {
        Bucket *where = nullptr;
        visitTagged(hash, [&](Bucket &bucket, unsigned slot) {
            if (bucket.number(slot) != number)
                return false;
            bucket.clear(slot);
            where = &bucket;
            return true;
        });
        if (where == nullptr)
            return false;
        countOver(hash, *where, -1);
        return true;
    }

    // Spreading over another number of rows is done with the first of these for each misplaced node, then
    // with the others for all: while it goes on the overflow counts are wrong.
    struct Spot
    {
        Bucket &bucket;
        unsigned slot;
    };
    /// The first bucket on the way with an unused slot takes it.
    Spot place(KeyHash hash, NodeNumber number) const noexcept
    {
        std::size_t row = homeOf(hash);
        unsigned unused = (*this)[row].slotsWith(0);
        for (; unused == 0; unused = (*this)[row].slotsWith(0))
            row = after(row);
        const Spot spot{(*this)[row], static_cast<unsigned>(std::countr_zero(unused))};
        spot.bucket.fill(spot.slot, Table::tagOf(hash), number);
        return spot;
    }
    /// Changes the overflow counts of those on the way that a node does not stand in.
    void countOver(KeyHash hash, const Bucket &where, std::int32_t difference) const noexcept
    {
        for (std::size_t row = homeOf(hash); &(*this)[row] != &where; row = after(row))
            (*this)[row].addOverflow(difference);
    }
    void forgetOverflow() const noexcept
    {
        for (std::size_t row = 0; row < count(); ++row)
            (*this)[row].addOverflow(-static_cast<std::int32_t>((*this)[row].overflow()));
    }

private:
    const Table &m_table;
    std::size_t m_stripe;
    std::size_t m_mask;
};

} // namespace tetherscope::detail
