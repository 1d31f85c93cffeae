#pragma once

#include <tetherscope/detail/cachestripe.h>

#include <array>
#include <memory>
#include <utility>
#include <vector>

namespace tetherscope::detail {

/// The table and all that is done with it; shared by the WeakCache and by every object it made.
/// No lock is held in here: user code may run everywhere.
template<typename Types>
class CacheCore
{
public:
    using Node = CacheNode<Types>;
    using Handle = typename Types::Handle;

    CacheCore(typename Types::Observer observer, typename Types::Hash hash, typename Types::Equal equal)
        : m_observer(std::move(observer))
        , m_hash(std::move(hash))
        , m_equal(std::move(equal))
    {
    }

    typename Types::Observer &observer() noexcept { return m_observer; }

    template<typename K>
    Handle find(const K &key)
    {
        const std::size_t hash = hashOf(key);
        return handleOf(stripeOf(hash).take(hash, key, m_equal));
    }

    template<typename K>
    bool contains(const K &key)
    {
        const std::size_t hash = hashOf(key);
        return stripeOf(hash).contains(hash, key, m_equal);
    }

    /// The object for `key`; if there is none, `build(place)` constructs it.
    template<typename K, typename Build>
    Handle obtain(const K &key, Build &&build);

    std::vector<Handle> snapshot();
    std::size_t size();

    /// Takes the entry of a living object out of the table; false if it was not there any more.
    bool withdraw(Node &node) noexcept { return stripeOf(node.hash).unlink(node); }

    // Called by the last releaser, and by handles that are observed.
    void evict(Node &node) noexcept
    {
        if constexpr (Types::Sees::evict)
            m_observer.onEvict(node.event(0));
        withdraw(node);
    }
    void reportAcquire(Node &node, std::uint32_t strong) noexcept
    {
        if constexpr (Types::Sees::acquire)
            m_observer.onAcquire(node.event(strong));
    }
    void reportRelease(Node &node, std::uint32_t strong) noexcept
    {
        if constexpr (Types::Sees::release)
            m_observer.onRelease(node.event(strong));
    }

private:
    using Block = typename Node::Block;
    using Stripe = CacheStripe<Types>;
    using Taken = typename Stripe::Taken;
    using CoreRef = Ref<CacheCore, typename Types::Policy>;
    using Word =
        std::conditional_t<Types::Policy::threads, AtomicWord<std::uint64_t>, PlainWord<std::uint64_t>>;

    class Placeholder;

    template<typename K>
    std::size_t hashOf(const K &key) const
    {
        return mixed(m_hash(key));
    }
    Stripe &stripeOf(std::size_t hash) noexcept { return m_stripes[hash % m_stripes.size()]; }

    template<typename K>
    Node *newNode(const K &key, std::size_t hash);
    Handle publish(Node &made) noexcept;

    Handle handleOf(Taken taken) noexcept
    {
        if (taken.strong == 0)
            return {};
        reportAcquire(*taken.node, taken.strong);
        return Handle::adopt(taken.node->object());
    }

    std::array<Stripe, Types::Locks::stripes> m_stripes;
    Word m_lastId{0};
    [[no_unique_address]] typename Types::Observer m_observer;
    [[no_unique_address]] typename Types::Hash m_hash;
    [[no_unique_address]] typename Types::Equal m_equal;
};

/// Owns a node whose object is not there yet. Unless that changes it takes the node out of the table again.
template<typename Types>
class CacheCore<Types>::Placeholder
{
public:
    Placeholder(CacheCore &core, Node *node) noexcept
        : m_core(core)
        , m_node(node)
    {
    }
    Placeholder(const Placeholder &) = delete;
    Placeholder &operator=(const Placeholder &) = delete;
    ~Placeholder()
    {
        if (m_node == nullptr)
            return;
        m_core.withdraw(*m_node);
        typename Node::HeaderType &header = m_node->header();
        std::destroy_at(m_node);
        Block::deallocate(header);
    }

    Node &node() const noexcept { return *m_node; }
    Node &giveUp() noexcept { return *std::exchange(m_node, nullptr); }

private:
    CacheCore &m_core;
    Node *m_node;
};

/// A miss is looked up twice: the node is made between, because copying a key and allocating want no lock.
template<typename Types>
template<typename K, typename Build>
typename CacheCore<Types>::Handle CacheCore<Types>::obtain(const K &key, Build &&build)
{
    const std::size_t hash = hashOf(key);
    Stripe &stripe = stripeOf(hash);
    if (const Taken hit = stripe.takeOrLink(hash, key, m_equal, nullptr); hit.strong != 0)
        return handleOf(hit);
    Placeholder placeholder(*this, newNode(key, hash));
    if (const Taken hit = stripe.takeOrLink(hash, key, m_equal, &placeholder.node()); hit.strong != 0)
        return handleOf(hit);
    build(Block::place(placeholder.node().header()));
    return publish(placeholder.giveUp());
}

template<typename Types>
template<typename K>
typename CacheCore<Types>::Node *CacheCore<Types>::newNode(const K &key, std::size_t hash)
{
    typename Block::Memory memory = Block::allocate();
    Node *node = ::new (Block::frontPlace(*memory)) Node(key, hash, CoreRef::share(*this));
    static_cast<void>(memory.release());
    return node;
}

template<typename Types>
typename CacheCore<Types>::Handle CacheCore<Types>::publish(Node &made) noexcept
{
    if constexpr (Types::Sees::any)
        made.id = m_lastId.gain(1);
    if constexpr (Types::Sees::create)
        m_observer.onCreate(made.event(1));
    stripeOf(made.hash).publish(made);
    return Handle::adopt(made.object());
}

template<typename Types>
std::vector<typename CacheCore<Types>::Handle> CacheCore<Types>::snapshot()
{
    std::vector<Handle> handles;
    std::vector<Taken> taken;
    for (Stripe &stripe : m_stripes) {
        stripe.takeAll(taken, handles);
        for (const Taken &unit : taken) {
            if (unit.strong != 0)
                handles.push_back(handleOf(unit));
        }
        taken.clear();
    }
    return handles;
}

template<typename Types>
std::size_t CacheCore<Types>::size()
{
    std::size_t sum = 0;
    for (Stripe &stripe : m_stripes)
        sum += stripe.size();
    return sum;
}

} // namespace tetherscope::detail
