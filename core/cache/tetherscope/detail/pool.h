#pragma once

#include <tetherscope/detail/bucket.h>
#include <tetherscope/detail/header.h>
#include <tetherscope/detail/largepages.h>
#include <tetherscope/detail/poison.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstddef>
#include <memory>
#include <mutex>
#include <new>
#include <span>
#include <vector>

namespace tetherscope::detail {

/// The memory of a cache's nodes, in pages that keep what they are for as long as the cache's core lives: a
/// reader that comes too late finds another node or none, never something else.
///
/// A page is aligned to its size, so a node's address leads to the page's head; nodes are numbered, so that a
/// bucket needs four bytes for one. Only fresh nodes come from here; used ones go round in free lists of the
/// users'.
///
/// Shape    `size`, `alignment` and `headerOffset` (from a node's beginning) of a node.
/// Threads  take() is locked; node() is for everybody who has a number from a table.
template<typename Shape, typename Policy, typename Allocator>
class Pool
{
public:
    using HeaderType = Header<Policy>;

    explicit Pool(const Allocator &allocator)
        : m_blocks(allocator)
        , m_vacant(allocator)
        , m_directories(allocator)
    {
    }
    Pool(const Pool &) = delete;
    Pool &operator=(const Pool &) = delete;
    ~Pool()
    {
        for (const Block &block : m_blocks)
            freeBlock(block);
        for (const Directory &old : m_directories)
            freeDirectory(old);
    }

    /// Numbers of neighbours that nobody has had yet, at least one and at most `wanted`; their headers and
    /// weak counts are constructed. bad_alloc if there is no memory, or no number left.
    struct Range
    {
        NodeNumber first;
        NodeNumber end;
    };
    Range take(NodeNumber wanted, const Operations<Policy> &operations, void *core);

    HeaderType &node(NodeNumber number) const noexcept
    {
        std::byte *const first = m_pages.load(std::memory_order_acquire)[number >> slotBits];
        std::byte *const node = first + (number & slotMask) * Shape::size;
        return *std::launder(reinterpret_cast<HeaderType *>(node + Shape::headerOffset));
    }
    static NodeNumber numberOf(HeaderType &header) noexcept
    {
        PageHead<Policy> &page = pageOf(header, pageBits);
        const auto distance = reinterpret_cast<std::byte *>(&header) - Shape::headerOffset - firstNode(page);
        return page.firstNumber + static_cast<NodeNumber>(static_cast<std::size_t>(distance) / Shape::size);
    }

    /// How many nodes of each page are unused, by the page's place among all; for freeUnused().
    using Unused = std::vector<NodeNumber>;
    Unused noneUnused() const { return Unused(m_pageCount); }
    static void count(Unused &unused, NodeNumber number) noexcept { ++unused[number >> slotBits]; }

    /// Whether the page of a node would be given back.
    bool isUnused(const Unused &unused, NodeNumber number) const noexcept
    {
        return unused[number >> slotBits] == allUnused;
    }
    /// Finds the blocks in which nothing is used, and marks their pages. May throw bad_alloc.
    void markUnused(Unused &unused);
    /// Gives marked blocks back. Requires: nobody reads, and none of their nodes is in a list.
    void freeUnused(const Unused &unused) noexcept;

    static void *coreOf(HeaderType &header) noexcept { return pageOf(header, pageBits).core; }

    std::size_t bytes() const noexcept { return m_bytes.load(std::memory_order_relaxed); }

private:
    static constexpr std::size_t alignUp(std::size_t size, std::size_t alignment)
    {
        return (size + alignment - 1) / alignment * alignment;
    }
    /// Small nodes of a good size stand so that none is in two cache lines.
    static constexpr bool fitsLines = std::has_single_bit(Shape::size) && Shape::size <= 64;
    static constexpr std::size_t headBytes =
        alignUp(sizeof(PageHead<Policy>), fitsLines ? Shape::size : Shape::alignment);
    static constexpr std::size_t pageBytes =
        std::bit_ceil(std::max<std::size_t>(4096, headBytes + 4 * Shape::size));
    static constexpr Origin pageBits = std::countr_zero(pageBytes);
    static constexpr std::size_t nodesInPage = (pageBytes - headBytes) / Shape::size;
    static constexpr unsigned slotBits = std::bit_width(nodesInPage - 1);
    static constexpr NodeNumber slotMask = (NodeNumber{1} << slotBits) - 1;
    static constexpr std::size_t mostPages = (std::size_t{1} << (32 - slotBits)) - 1;
    static constexpr std::size_t mostPagesAtOnce = std::max<std::size_t>(131'072 / pageBytes, 1);
    static constexpr std::size_t pagesInLarge = largePageBytes / pageBytes;

    struct alignas(pageBytes) Page
    {
        std::byte bytes[pageBytes];
    };
    struct Block
    {
        Page *pages;
        std::size_t count;
    };
    struct Directory
    {
        std::byte **pages;
        std::size_t capacity;
    };
    template<typename U>
    using Rebound = typename std::allocator_traits<Allocator>::template rebind_alloc<U>;
    using Pages = Arrays<Page, Allocator>;

    static std::byte *firstNode(PageHead<Policy> &page) noexcept
    {
        return reinterpret_cast<std::byte *>(&page) + headBytes;
    }

    static constexpr NodeNumber allUnused = ~NodeNumber{0};
    static NodeNumber placeOf(Page &page) noexcept
    {
        return reinterpret_cast<PageHead<Policy> &>(page).firstNumber >> slotBits;
    }

    std::span<Page> usedPages(const Block &block) const noexcept
    {
        const bool isLast = block.pages == m_blocks.back().pages;
        return {block.pages, isLast ? m_pagesUsed : block.count};
    }
    void addBlock();
    std::size_t pagesOfNextBlock() const noexcept;
    void addPage(const Operations<Policy> &operations, void *core);
    void makeRoomInDirectory();
    std::size_t takeVacant() noexcept
    {
        const std::size_t place = m_vacant.back();
        m_vacant.pop_back();
        return place;
    }
    void freeBlock(const Block &block) noexcept
    {
        unpoison(block.pages, block.count * pageBytes);
        Pages::deallocate(m_blocks.get_allocator(), block.pages, block.count);
    }
    void freeDirectory(const Directory &old) noexcept
    {
        Rebound<std::byte *>(m_blocks.get_allocator()).deallocate(old.pages, old.capacity);
    }

    std::atomic<std::byte **> m_pages = nullptr; ///< the first node of each, in the last directory
    std::atomic<std::size_t> m_bytes = 0;
    std::mutex m_mutex;
    std::size_t m_pageCount = 0; ///< with the places of pages that have been given back
    std::size_t m_lastPage = 0;
    std::size_t m_nodesUsed = nodesInPage; ///< of the last page
    std::size_t m_pagesUsed = 0;           ///< of the last block
    std::vector<Block, Rebound<Block>> m_blocks;
    std::vector<NodeNumber, Rebound<NodeNumber>> m_vacant;    ///< places of pages that have been given back
    std::vector<Directory, Rebound<Directory>> m_directories; ///< the older ones may still be read
};

template<typename Shape, typename Policy, typename Allocator>
typename Pool<Shape, Policy, Allocator>::Range
Pool<Shape, Policy, Allocator>::take(NodeNumber wanted, const Operations<Policy> &operations, void *core)
{
    const std::scoped_lock lock(m_mutex);
    if (m_nodesUsed == nodesInPage)
        addPage(operations, core);
    const auto taken = std::min<std::size_t>(wanted, nodesInPage - m_nodesUsed);
    const auto first = static_cast<NodeNumber>((m_lastPage << slotBits) + m_nodesUsed);
    m_nodesUsed += taken;
    return {first, first + static_cast<NodeNumber>(taken)};
}

/// Constructs the counts of all its nodes: from here on a reader may look at any of them.
template<typename Shape, typename Policy, typename Allocator>
void Pool<Shape, Policy, Allocator>::addPage(const Operations<Policy> &operations, void *core)
{
    if (m_vacant.empty())
        makeRoomInDirectory();
    if (m_blocks.empty() || m_pagesUsed == m_blocks.back().count)
        addBlock();
    Page *const memory = m_blocks.back().pages + m_pagesUsed;
    m_lastPage = m_vacant.empty() ? m_pageCount++ : takeVacant();
    const auto number = static_cast<NodeNumber>(m_lastPage << slotBits);
    std::byte *const first = firstNode(*::new (memory) PageHead<Policy>{&operations, core, number});
    for (std::size_t i = 0; i < nodesInPage; ++i) {
        std::byte *const header = first + i * Shape::size + Shape::headerOffset;
        ::new (header) HeaderType(0);
        ::new (header - weakDistance<Policy>) typename Policy::Weak(pageBits);
        Shape::constructHash(header);
    }
    m_pages.load(std::memory_order_relaxed)[m_lastPage] = first;
    ++m_pagesUsed;
    m_nodesUsed = 0;
}

template<typename Shape, typename Policy, typename Allocator>
void Pool<Shape, Policy, Allocator>::addBlock()
{
    const std::size_t count = pagesOfNextBlock();
    m_blocks.reserve(m_blocks.size() + 1);
    if (!m_blocks.empty())
        Pages::enlargePages(m_blocks.back().pages, m_blocks.back().count);
    m_blocks.push_back({Pages::allocate(m_blocks.get_allocator(), count), count});
    m_bytes.fetch_add(count * pageBytes, std::memory_order_relaxed);
    m_pagesUsed = 0;
}

/// A sixteenth of what there is, so that neither small caches nor large ones pay for much that they do not
/// use. As soon as there is as much as that, a large page, of which nothing is paid for but what is used.
template<typename Shape, typename Policy, typename Allocator>
std::size_t Pool<Shape, Policy, Allocator>::pagesOfNextBlock() const noexcept
{
    const std::size_t pages = m_pageCount - m_vacant.size();
    if (Pages::mayBeLarge && pagesInLarge != 0 && pages >= pagesInLarge)
        return pagesInLarge;
    return std::clamp<std::size_t>(pages / 16, 1, mostPagesAtOnce);
}

template<typename Shape, typename Policy, typename Allocator>
void Pool<Shape, Policy, Allocator>::makeRoomInDirectory()
{
    const std::size_t capacity = m_directories.empty() ? 0 : m_directories.back().capacity;
    if (m_pageCount < capacity)
        return;
    if (m_pageCount == mostPages)
        throw std::bad_alloc();
    const Directory larger{nullptr, capacity == 0 ? 8 : capacity * 2};
    m_directories.push_back(larger);
    Directory &added = m_directories.back();
    try {
        added.pages = Rebound<std::byte *>(m_blocks.get_allocator()).allocate(larger.capacity);
    } catch (...) {
        m_directories.pop_back();
        throw;
    }
    std::copy_n(m_pages.load(std::memory_order_relaxed), m_pageCount, added.pages);
    m_bytes.fetch_add(larger.capacity * sizeof(std::byte *), std::memory_order_relaxed);
    m_pages.store(added.pages, std::memory_order_release);
}

template<typename Shape, typename Policy, typename Allocator>
void Pool<Shape, Policy, Allocator>::markUnused(Unused &unused)
{
    m_vacant.reserve(m_pageCount);
    if (m_nodesUsed != nodesInPage) // what nobody has had is unused too
        unused[m_lastPage] += static_cast<NodeNumber>(nodesInPage - m_nodesUsed);
    for (const Block &block : m_blocks) {
        const std::span pages = usedPages(block);
        const auto isWhole = [&](Page &page) { return unused[placeOf(page)] == nodesInPage; };
        if (!std::all_of(pages.begin(), pages.end(), isWhole))
            continue;
        for (Page &page : pages)
            unused[placeOf(page)] = allUnused;
    }
}

template<typename Shape, typename Policy, typename Allocator>
void Pool<Shape, Policy, Allocator>::freeUnused(const Unused &unused) noexcept
{
    if (m_blocks.empty())
        return;
    const bool isLastUnused = unused[placeOf(*m_blocks.back().pages)] == allUnused;
    std::size_t kept = 0;
    for (const Block block : m_blocks) {
        if (unused[placeOf(*block.pages)] != allUnused) {
            m_blocks[kept++] = block;
            continue;
        }
        for (Page &page : usedPages(block))
            m_vacant.push_back(placeOf(page));
        m_bytes.fetch_sub(block.count * pageBytes, std::memory_order_relaxed);
        freeBlock(block);
    }
    m_blocks.erase(m_blocks.begin() + static_cast<std::ptrdiff_t>(kept), m_blocks.end());
    if (isLastUnused) { // the next node is of another block, and none that is kept has room for it
        m_nodesUsed = nodesInPage;
        m_pagesUsed = m_blocks.empty() ? 0 : m_blocks.back().count;
    }
}

} // namespace tetherscope::detail
