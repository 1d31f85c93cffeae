#pragma once

#include <tetherscope/detail/cachenode.h>
#include <tetherscope/detail/chains.h>
#include <tetherscope/recursivecreation.h>

#include <cstddef>
#include <cstdint>
#include <mutex>
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

/// One part of the table, with the lock of its own under which everything here runs.
template<typename Types>
class alignas(Types::Policy::threads ? 64 : alignof(void *)) CacheStripe
{
public:
    using Node = CacheNode<Types>;
    using Equal = typename Types::Equal;

    /// What a look-up met: a living object and one unit of its count, which the caller owns; with strong 0 an
    /// object that is being made; without a node nothing.
    struct Taken
    {
        Node *node = nullptr;
        std::uint32_t strong = 0;
    };

    /// The object for `key`, if there is one.
    template<typename K>
    Taken take(std::size_t hash, const K &key, const Equal &equal)
    {
        const Lock lock(m_mutex);
        return look(hash, key, equal);
    }

    /// The same, having waited if it is being made. If there is none, links the placeholder (may be null).
    template<typename K>
    Taken takeOrLink(std::size_t hash, const K &key, const Equal &equal, Node *placeholder);

    template<typename K>
    bool contains(std::size_t hash, const K &key, const Equal &equal)
    {
        const Lock lock(m_mutex);
        return findIf(hash, key, equal, isAlive) != nullptr;
    }

    /// The placeholder's object is there: others may have it.
    void publish(Node &node) noexcept
    {
        const Lock lock(m_mutex);
        node.making = false;
        m_waiters.settle(&node);
    }

    /// Takes a node out, whatever its state; false if it was not in.
    bool unlink(Node &node) noexcept
    {
        const Lock lock(m_mutex);
        if (!node.linked)
            return false;
        m_nodes.remove(node);
        node.linked = false;
        if (node.making)
            m_waiters.settle(&node);
        return true;
    }

    /// Appends a unit of every object to `units`, and makes room for as many handles, so that nothing can
    /// throw while a unit has no owner.
    void takeAll(std::vector<Taken> &units, std::vector<typename Types::Handle> &handles)
    {
        const Lock lock(m_mutex);
        units.reserve(units.size() + m_nodes.size());
        handles.reserve(handles.size() + m_nodes.size());
        m_nodes.forEach([&](Node &node) { units.push_back(takeIfAlive(node)); });
    }

    std::size_t size()
    {
        const Lock lock(m_mutex);
        return m_nodes.size();
    }

private:
    using Lock = std::unique_lock<typename Types::Locks::Mutex>;

    static bool isAlive(Node &node) noexcept { return !node.making && node.header().strong.value() != 0; }
    static Taken takeIfAlive(Node &node) noexcept
    {
        return {&node, node.making ? 0 : node.header().strong.incrementUnlessZero()};
    }

    template<typename K, typename Accept>
    Node *findIf(std::size_t hash, const K &key, const Equal &equal, Accept accept);
    template<typename K>
    Taken look(std::size_t hash, const K &key, const Equal &equal);

    typename Types::Locks::Mutex m_mutex;
    typename Types::Locks::Waiters m_waiters;
    Chains<Node> m_nodes;
};

template<typename Types>
template<typename K>
typename CacheStripe<Types>::Taken CacheStripe<Types>::takeOrLink(std::size_t hash, const K &key,
                                                                  const Equal &equal, Node *placeholder)
{
    Lock lock(m_mutex);
    Taken seen = look(hash, key, equal);
    while (seen.node != nullptr && seen.strong == 0) {
        if (seen.node->maker == Types::Locks::self())
            throw RecursiveCreation();
        m_waiters.wait(lock, seen.node->maker, seen.node);
        seen = look(hash, key, equal);
    }
    if (seen.node == nullptr && placeholder != nullptr) {
        m_nodes.insert(*placeholder);
        placeholder->linked = true;
    }
    return seen;
}

/// Looks through all nodes of the key: the dead stay beside the living until they are taken out.
template<typename Types>
template<typename K, typename Accept>
typename CacheStripe<Types>::Node *CacheStripe<Types>::findIf(std::size_t hash, const K &key,
                                                              const Equal &equal, Accept accept)
{
    for (Node *node = m_nodes.chain(hash); node != nullptr; node = node->next) {
        if (node->hash == hash && equal(node->key, key) && accept(*node))
            return node;
    }
    return nullptr;
}

template<typename Types>
template<typename K>
typename CacheStripe<Types>::Taken CacheStripe<Types>::look(std::size_t hash, const K &key,
                                                            const Equal &equal)
{
    std::uint32_t strong = 0;
    Node *node = findIf(hash, key, equal, [&](Node &candidate) {
        strong = takeIfAlive(candidate).strong;
        return strong != 0 || candidate.making;
    });
    return {node, strong};
}

} // namespace tetherscope::detail
