#pragma once

#include <tetherscope/cachestats.h>
#include <tetherscope/detail/business.h>
#include <tetherscope/detail/chains.h>
#include <tetherscope/detail/freenodes.h>
#include <tetherscope/recursivecreation.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace tetherscope::detail {

/// The engine of a SingleThread cache: chains of nodes, plain counts. The same steps as SharedCore's, whose
/// comments explain them; where that waits, here nobody else could end the waiting: RecursiveCreation.
template<typename Types>
class PlainCore
{
public:
    using T = typename Types::T;
    using Handle = typename Types::Handle;
    using HeaderType = typename CacheNode<Types>::HeaderType;
    using Allocator = typename Types::Options::Allocator;

    PlainCore(typename Types::Observer observer, typename Types::Hash hash, typename Types::Equal equal,
              const Allocator &allocator)
        : m_chains(allocator)
        , m_pool(allocator)
        , m_reporter(std::move(observer))
        , m_hash(std::move(hash))
        , m_equal(std::move(equal))
    {
    }

    void close() noexcept
    {
        m_closed = true;
        endIfUnused();
    }

    Reporter<Types> &reporter() noexcept { return m_reporter; }

    template<typename K>
    KeyHash hashOf(const K &key) const
    {
        return spread<typename Types::Hash>(m_hash(key));
    }
    /// The object, with a unit that the caller owns; or null.
    template<typename K>
    T *hit(KeyHash hash, const K &key)
    {
        HeaderType *const node = look(hash, key);
        return node == nullptr ? nullptr : counted(retained(*node));
    }
    /// Where there is none: one that `build(place)` constructs.
    template<typename K, typename Build>
    T *make(KeyHash hash, const K &key, const Build &build);
    template<typename K>
    Handle find(const K &key)
    {
        T *const found = hit(hashOf(key), key);
        return found == nullptr ? Handle() : Handle::adopt(*found);
    }
    template<typename K>
    bool contains(const K &key)
    {
        return look(hashOf(key), key) != nullptr;
    }

    std::vector<Handle> snapshot();
    std::size_t size() const noexcept { return m_chains.size(); }
    CacheStats stats() const noexcept;
    void shrinkToFit() { m_chains.shrinkToFit(); }
    bool withdraw(HeaderType &node) noexcept { return m_chains.remove(node); }

    // The steps of an object's end; called by CacheKind.
    void leave(HeaderType &node) noexcept
    {
        ++m_evicted;
        m_reporter.evicted(node);
        m_chains.remove(node);
    }
    void leaveAndEnd(HeaderType &node) noexcept;
    void destroyFront(HeaderType &node) noexcept { std::destroy_at(&Node::front(node)); }
    void giveBack(HeaderType &node) noexcept
    {
        weakOf(node).restart();
        m_free.push(node);
        --m_out;
        endIfUnused();
    }

private:
    using Node = CacheNode<Types>;
    using Kind = CacheKind<Types>;
    using Front = typename Node::Front;
    using Work = Business<HeaderType>;
    class Draft;

    /// The living object's node, or null. The dead and those being made have a count of zero. Mostly it is
    /// the first of its chain.
    template<typename K>
    [[gnu::always_inline]] HeaderType *look(KeyHash hash, const K &key) const
    {
        Front *const first = m_chains.chain(hash);
        if (first == nullptr)
            return nullptr;
        HeaderType &node = Node::headerOf(*first);
        if (m_equal(first->key, key) && node.strong.value() != 0) [[likely]]
            return &node;
        return lookFrom(first->next, hash, key);
    }
    template<typename K>
    [[gnu::noinline]] HeaderType *lookFrom(Front *front, KeyHash hash, const K &key) const
    {
        for (; front != nullptr; front = front->next) {
            HeaderType &node = Node::headerOf(*front);
            if (Node::hash(node) == hash && m_equal(front->key, key) && node.strong.value() != 0)
                return &node;
        }
        return nullptr;
    }
    T *retained(HeaderType &node) noexcept
    {
        const std::uint32_t strong = node.strong.increment();
        m_reporter.acquired(node, strong);
        return &Node::object(node);
    }
    T *counted(T *hit) noexcept
    {
        if constexpr (Types::Options::countHits)
            ++m_hits;
        return hit;
    }

    template<typename K>
    void refuseIfBusy(KeyHash hash, const K &key) const;
    HeaderType &freeNode();
    void endIfUnused() noexcept
    {
        if (m_closed && m_out == 0)
            delete this;
    }

    Chains<Types> m_chains;
    FreeNodes<Types> m_free;
    BusyList<HeaderType> m_busy;
    typename Kind::Pool m_pool;
    Reporter<Types> m_reporter;
    [[no_unique_address]] typename Types::Hash m_hash;
    [[no_unique_address]] typename Types::Equal m_equal;
    std::uint64_t m_hits = 0;
    std::uint64_t m_made = 0;
    std::uint64_t m_evicted = 0;
    std::size_t m_out = 0; ///< nodes that are not free
    bool m_closed = false;
};

/// A node on its way to an object; unless it is published, everything is taken back.
template<typename Types>
class PlainCore<Types>::Draft
{
public:
    template<typename K>
    Draft(PlainCore &core, KeyHash hash, const K &key)
        : m_core(core)
    {
        m_work.node = &core.freeNode();
        try {
            ::new (Node::frontPlace(*m_work.node)) Front(key);
        } catch (...) {
            core.giveBack(*m_work.node);
            throw;
        }
        Node::setHash(*m_work.node, hash);
        m_core.m_busy.begin(m_work);
    }
    Draft(const Draft &) = delete;
    Draft &operator=(const Draft &) = delete;
    ~Draft()
    {
        m_core.m_busy.end(m_work);
        if (m_published)
            return;
        m_core.m_chains.remove(node());
        m_core.destroyFront(node());
        m_core.giveBack(node());
    }

    HeaderType &node() const noexcept { return *m_work.node; }
    void publish() noexcept { m_published = true; }

private:
    PlainCore &m_core;
    Work m_work;
    bool m_published = false;
};

template<typename Types>
template<typename K, typename Build>
[[gnu::noinline]] typename PlainCore<Types>::T *PlainCore<Types>::make(KeyHash hash, const K &key,
                                                                       const Build &build)
{
    refuseIfBusy(hash, key);
    Draft draft(*this, hash, key);
    HeaderType &node = draft.node();
    m_chains.insert(node);
    build(static_cast<void *>(&node + 1));
    m_reporter.created(node);
    node.strong.start();
    ++m_made;
    draft.publish();
    return &Node::object(node);
}

template<typename Types>
template<typename K>
void PlainCore<Types>::refuseIfBusy(KeyHash hash, const K &key) const
{
    for (Front *front = m_chains.chain(hash); front != nullptr; front = front->next) {
        HeaderType &node = Node::headerOf(*front);
        if (Node::hash(node) == hash && m_busy.with(node) != nullptr && m_equal(front->key, key))
            throw RecursiveCreation();
    }
}

template<typename Types>
typename PlainCore<Types>::HeaderType &PlainCore<Types>::freeNode()
{
    if (m_free.empty()) {
        const auto fresh = m_pool.take(16, Kind::Life::operations, this);
        for (NodeNumber number = fresh.end; number != fresh.first; --number)
            m_free.push(m_pool.node(number - 1));
    }
    ++m_out;
    return m_free.pop();
}

template<typename Types>
void PlainCore<Types>::leaveAndEnd(HeaderType &node) noexcept
{
    Work work{&node};
    m_busy.begin(work);
    ++m_evicted;
    m_reporter.evicted(node);
    std::destroy_at(&Node::object(node));
    m_busy.end(work);
    m_chains.remove(node);
    destroyFront(node);
    if (weakOf(node).decrement())
        giveBack(node);
}

template<typename Types>
std::vector<typename PlainCore<Types>::Handle> PlainCore<Types>::snapshot()
{
    std::vector<Handle> handles;
    handles.reserve(m_chains.size());
    std::vector<HeaderType *> living;
    living.reserve(m_chains.size());
    m_chains.forEach([&](HeaderType &node) {
        if (node.strong.incrementUnlessZero() != 0)
            living.push_back(&node);
    });
    for (HeaderType *node : living) {
        m_reporter.acquired(*node, node->strong.value());
        handles.push_back(Handle::adopt(Node::object(*node)));
    }
    return handles;
}

template<typename Types>
CacheStats PlainCore<Types>::stats() const noexcept
{
    return {m_hits, m_made, m_evicted, m_made - m_evicted, sizeof(*this) + m_chains.bytes() + m_pool.bytes()};
}

} // namespace tetherscope::detail
