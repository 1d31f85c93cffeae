#pragma once

#include <tetherscope/detail/cachenode.h>

#include <array>
#include <memory>
#include <utility>
#include <vector>

// The last release meets a look-up
// --------------------------------
// Two threads, one object X under key K, one handle left:
//
//     thread 1 lets the handle go: the count is now 0
//                                       thread 2 asks for K: the table still has X
//     thread 1 takes X out of the table
//     thread 1 destroys X
//
// What may thread 2 do with the X it found? The known answers fail in known ways. To raise the count again
// ("revive") leaves thread 1 with a decision taken on a count that is no longer true; to check the count once
// more under the lock does not help, because it may have gone 0, 1, 0 meanwhile and then two threads destroy
// X. To erase by key destroys the wrong entry if a successor has taken its place. To spin until X has left
// ties thread 2 to whatever thread 1 is doing. To hold the lock from the decrement to the end runs the user's
// destructor under it.
//
// Here zero is terminal, and three rules follow:
//
//   1. A look-up raises a count only if it is not zero (one compare-and-swap). X at zero is as good as
//   absent:
//      thread 2 puts a successor beside it in the same chain and makes a new object.
//   2. Whoever brings the count to zero owns X alone. It takes X out by identity, never by key, so the
//      successor stays.
//   3. The table's memory is read only under the stripe's lock, and a node is taken out under that lock
//   before it
//      is destroyed. So a look-up never touches a node that has been freed, though it may touch a dead one.
//
// Making is the other half. A miss links a placeholder that others wait for, and unlocks before the
// constructor runs: slow constructors delay nobody but those who want the very object. A constructor that
// throws takes its placeholder out and wakes the waiters; the first to get the lock finds nothing and tries
// itself. Who would wait for itself, directly or round a circle of threads (waitgraph.h), gets
// RecursiveCreation.
//
// User code under a lock: the equality of keys whose full hashes are equal, and nothing else.

namespace tetherscope::detail {

/// The table and all that is done with it; shared by the WeakCache and by every object it made.
template<typename Types>
class CacheCore
{
public:
    using Node = CacheNode<Types>;
    using Block = typename Node::Block;
    using Handle = typename Types::Handle;
    using CoreRef = Ref<CacheCore, typename Types::Policy>;

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
        StripeType &stripe = stripeOf(hash);
        Lock lock(stripe.mutex);
        const Taken taken = takeLive(stripe, hash, key);
        lock.unlock();
        return handleOf(taken);
    }

    template<typename K>
    bool contains(const K &key)
    {
        const std::size_t hash = hashOf(key);
        StripeType &stripe = stripeOf(hash);
        const Lock lock(stripe.mutex);
        for (Node *node = stripe.nodes.chain(hash); node != nullptr; node = node->next) {
            if (node->hash == hash && isAlive(*node) && m_equal(node->key, key))
                return true;
        }
        return false;
    }

    /// The object for `key`; if there is none, `build(place)` constructs it.
    template<typename K, typename Build>
    Handle obtain(const K &key, Build &&build)
    {
        const std::size_t hash = hashOf(key);
        StripeType &stripe = stripeOf(hash);
        if (Handle hit = takeOrLink(stripe, hash, key, nullptr))
            return hit;
        Placeholder placeholder(*this, newNode(key, hash));
        if (Handle hit = takeOrLink(stripe, hash, key, &placeholder.node()))
            return hit;
        build(Block::place(placeholder.node().header()));
        return placeholder.publish();
    }

    std::vector<Handle> snapshot();
    std::size_t size();

    /// Takes the entry of a living object out of the table; false if it was not there any more.
    bool withdraw(Node &node) noexcept
    {
        StripeType &stripe = stripeOf(node.hash);
        const Lock lock(stripe.mutex);
        if (!node.linked)
            return false;
        unlink(stripe, node);
        return true;
    }

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
    using StripeType = Stripe<Node, Types::Policy::threads>;
    using Lock = typename StripeType::Lock;
    using Word =
        std::conditional_t<Types::Policy::threads, AtomicWord<std::uint64_t>, PlainWord<std::uint64_t>>;

    /// A node with a unit of its count that no handle owns yet, because a lock is held.
    struct Taken
    {
        Node *node = nullptr;
        std::uint32_t strong = 0;
    };

    class Placeholder;

    template<typename K>
    std::size_t hashOf(const K &key) const
    {
        return mixed(m_hash(key));
    }
    StripeType &stripeOf(std::size_t hash) noexcept { return m_stripes[hash % m_stripes.size()]; }

    template<typename K>
    Node *newNode(const K &key, std::size_t hash);

    template<typename K>
    Handle takeOrLink(StripeType &stripe, std::size_t hash, const K &key, Node *placeholder);
    template<typename K>
    Taken takeLive(StripeType &stripe, std::size_t hash, const K &key);
    template<typename K>
    Node *beingMade(StripeType &stripe, std::size_t hash, const K &key);

    static bool isAlive(Node &node) noexcept { return !node.making && node.header().strong.value() != 0; }
    Taken takeIfAlive(Node &node) noexcept
    {
        return {&node, node.making ? 0 : node.header().strong.incrementUnlessZero()};
    }
    Handle handleOf(Taken taken) noexcept;
    void unlink(StripeType &stripe, Node &node) noexcept
    {
        stripe.nodes.remove(node);
        node.linked = false;
    }

    std::array<StripeType, Types::Locks::stripes> m_stripes;
    Word m_lastId{0};
    [[no_unique_address]] typename Types::Observer m_observer;
    [[no_unique_address]] typename Types::Hash m_hash;
    [[no_unique_address]] typename Types::Equal m_equal;
};

/// Owns a node whose object is not there yet. Unless published it takes the node out again and wakes the
/// waiters.
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
        withdraw();
        typename Node::HeaderType &header = m_node->header();
        std::destroy_at(m_node);
        Block::deallocate(header);
    }

    Node &node() const noexcept { return *m_node; }

    /// Requires: linked, and the object is constructed.
    Handle publish() noexcept
    {
        Node &made = *std::exchange(m_node, nullptr);
        if constexpr (Types::Sees::any)
            made.id = m_core.m_lastId.gain(1);
        if constexpr (Types::Sees::create)
            m_core.m_observer.onCreate(made.event(1));
        StripeType &stripe = m_core.stripeOf(made.hash);
        const Lock lock(stripe.mutex);
        made.making = false;
        stripe.waiters.settle(&made);
        return Handle::adopt(made.object());
    }

private:
    void withdraw() noexcept
    {
        StripeType &stripe = m_core.stripeOf(m_node->hash);
        const Lock lock(stripe.mutex);
        if (!m_node->linked)
            return;
        m_core.unlink(stripe, *m_node);
        stripe.waiters.settle(m_node);
    }

    CacheCore &m_core;
    Node *m_node;
};

template<typename Types>
template<typename K>
typename CacheCore<Types>::Node *CacheCore<Types>::newNode(const K &key, std::size_t hash)
{
    struct Return
    {
        void operator()(typename Node::HeaderType *header) const { Block::deallocate(*header); }
    };
    std::unique_ptr<typename Node::HeaderType, Return> memory(&Block::allocate());
    Node *node = ::new (Block::frontPlace(*memory)) Node(key, hash, CoreRef::share(*this));
    static_cast<void>(memory.release());
    return node;
}

/// A handle to the live object for `key`, having waited for it if it is being made. If there is none, links
/// the placeholder, where one is given, and returns an empty handle.
template<typename Types>
template<typename K>
typename CacheCore<Types>::Handle CacheCore<Types>::takeOrLink(StripeType &stripe, std::size_t hash,
                                                               const K &key, Node *placeholder)
{
    Lock lock(stripe.mutex);
    while (const Node *other = beingMade(stripe, hash, key)) {
        if (other->maker == Types::Locks::self())
            throw RecursiveCreation();
        stripe.waiters.wait(lock, other->maker, other);
    }
    const Taken taken = takeLive(stripe, hash, key);
    if (taken.strong == 0 && placeholder != nullptr) {
        stripe.nodes.insert(*placeholder);
        placeholder->linked = true;
    }
    lock.unlock();
    return handleOf(taken);
}

template<typename Types>
template<typename K>
typename CacheCore<Types>::Node *CacheCore<Types>::beingMade(StripeType &stripe, std::size_t hash,
                                                             const K &key)
{
    for (Node *node = stripe.nodes.chain(hash); node != nullptr; node = node->next) {
        if (node->making && node->hash == hash && m_equal(node->key, key))
            return node;
    }
    return nullptr;
}

/// The dead and the unfinished are passed over: another node of the chain may be the living one.
template<typename Types>
template<typename K>
typename CacheCore<Types>::Taken CacheCore<Types>::takeLive(StripeType &stripe, std::size_t hash,
                                                            const K &key)
{
    for (Node *node = stripe.nodes.chain(hash); node != nullptr; node = node->next) {
        if (node->hash != hash || !m_equal(node->key, key))
            continue;
        if (const Taken taken = takeIfAlive(*node); taken.strong != 0)
            return taken;
    }
    return {};
}

/// Requires: no lock is held, for an observer is told.
template<typename Types>
typename CacheCore<Types>::Handle CacheCore<Types>::handleOf(Taken taken) noexcept
{
    if (taken.strong == 0)
        return {};
    reportAcquire(*taken.node, taken.strong);
    return Handle::adopt(taken.node->object());
}

template<typename Types>
std::vector<typename CacheCore<Types>::Handle> CacheCore<Types>::snapshot()
{
    std::vector<Handle> handles;
    std::vector<Taken> taken;
    for (StripeType &stripe : m_stripes) {
        Lock lock(stripe.mutex);
        taken.reserve(stripe.nodes.size()); // so that nothing can throw while units have no owner
        handles.reserve(handles.size() + stripe.nodes.size());
        stripe.nodes.forEach([&](Node &node) { taken.push_back(takeIfAlive(node)); });
        lock.unlock();
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
    for (StripeType &stripe : m_stripes) {
        const Lock lock(stripe.mutex);
        sum += stripe.nodes.size();
    }
    return sum;
}

} // namespace tetherscope::detail
