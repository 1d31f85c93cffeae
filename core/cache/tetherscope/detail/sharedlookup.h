#pragma once

#include <tetherscope/detail/sharedcore.h>

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
//      absent: thread 2 puts a successor beside it in the table and makes a new object.
//   2. Whoever brings the count to zero owns X alone. It takes X out by identity, never by key, so the
//      successor stays.
//   3. X's memory stays a node of this cache for as long as the cache's core lives. So the compare-and-swap
//      of a late look-up touches a count, if not the one it meant.
//
// The third rule is what makes a hit possible without a lock. Everything that such a look-up has read may be
// old before it is used: the table may have grown, the bucket's slot emptied and filled again, the
// node reused for another key. None of that has to be prevented. The look-up takes a unit first and compares
// the key second, in that order:
//
//     read a slot with the tag of K          a hint which node to look at
//     read the node's hash: K's?             another hint, which spares nearly all wrong guesses
//     node's count, if not zero: + 1         the object there now, whichever it is, cannot end,
//                                            and its key cannot change
//     compare the key                        ours: a hit. Another's: give the unit back
//
// With the last two the other way round, the object that is handed out might not be the one whose key was
// compared: between the two steps the node can die and be born again under another key.
//
// A hint can be wrong in one more way: nothing is found though K is there, because its entry was written
// after the bucket was read, or stands in another row since the table grew. So a look-up without the lock
// never says "no": whatever is not a hit is decided again under the lock of K's stripe, under which alone
// entries come and go.
//
// Under the lock X cannot be reused, dead or alive, because its owner has to take it out of the table first,
// under the same lock. So there the key comes first, and no unit is ever taken of a wrong object.
//
// Observed counts tell their every change to somebody, who must not see the units of look-ups that were
// mistaken: there a look-up first takes a guard (see ReportedCount), which keeps the object from ending and
// is not counted, and turns it into a unit when the key has been compared.

namespace tetherscope::detail {

template<typename Types>
template<typename K>
[[gnu::always_inline]] inline typename SharedCore<Types>::Handle SharedCore<Types>::find(const K &key)
{
    const KeyHash hash = hashOf(key);
    T *found = hit(hash, key);
    if (found == nullptr) [[unlikely]]
        found = counted(findLocked(hash, key));
    return handleOf(found);
}

/// Without a lock: the object, or null, which means nothing. Nearly always the first slot with the tag is the
/// one.
template<typename Types>
template<typename K>
[[gnu::always_inline]] inline typename SharedCore<Types>::T *SharedCore<Types>::hit(KeyHash hash,
                                                                                    const K &key)
{
    const Bucket &home = m_table.home(hash);
    for (unsigned slots = home.slotsWith(Table::tagOf(hash)); slots != 0; slots &= slots - 1) {
        HeaderType &node = m_pool.node(home.number(static_cast<unsigned>(std::countr_zero(slots))));
        TETHERSCOPE_PERTURB("a slot has been read, its node not yet");
        if (T *const found = accept(node, hash, key); found != nullptr) [[likely]]
            return counted(found);
    }
    return home.overflow() == 0 ? nullptr : counted(hitElsewhere(hash, key));
}

/// In all places where it may be.
template<typename Types>
template<typename K>
[[gnu::noinline]] typename SharedCore<Types>::T *SharedCore<Types>::hitElsewhere(KeyHash hash, const K &key)
{
    T *found = nullptr;
    const Rows rows(m_table, Table::stripeOf(hash), m_table.rows());
    rows.visitTagged(hash, [&](const Bucket &bucket, unsigned slot) {
        found = accept(m_pool.node(bucket.number(slot)), hash, key);
        return found != nullptr;
    });
    return found;
}

/// The object that is in a node now if it is the one, with a unit.
template<typename Types>
template<typename K>
[[gnu::always_inline]] inline typename SharedCore<Types>::T *
SharedCore<Types>::accept(HeaderType &node, KeyHash hash, const K &key)
{
    prefetchToWrite(&node);
    if (Node::hash(node) != hash) [[unlikely]]
        return nullptr;
    TETHERSCOPE_PERTURB("a node's hash has been read, its count not yet");
    if constexpr (Types::HandlePolicy::observed) {
        return node.strong.guardUnlessZero() ? confirm(node, key) : nullptr;
    } else {
        if (!node.strong.tryIncrement()) [[unlikely]]
            return nullptr;
        TETHERSCOPE_PERTURB("a unit has been taken, its key not compared yet");
        Handle taken = Handle::adopt(Node::object(node));
        return m_equal(Node::front(node).key, key) ? taken.detach() : nullptr;
    }
}

/// Turns the guard of an observed object into a unit if its key is the one.
template<typename Types>
template<typename K>
typename SharedCore<Types>::T *SharedCore<Types>::confirm(HeaderType &guarded, const K &key)
{
    struct EndOfGuard
    {
        HeaderType &node;
        ~EndOfGuard()
        {
            if (node.strong.endGuard())
                operationsOf(node).expire(node);
        }
    } const end{guarded};
    TETHERSCOPE_PERTURB("a guard has been taken, its key not compared yet");
    if (!m_equal(Node::front(guarded).key, key))
        return nullptr;
    return objectOf({&guarded, guarded.strong.incrementUnlessZero()});
}

template<typename Types>
template<typename K>
[[gnu::noinline]] typename SharedCore<Types>::T *SharedCore<Types>::findLocked(KeyHash hash, const K &key)
{
    Stripe &stripe = stripeOf(hash);
    Lock lock(stripe.lock);
    catchUp(stripe);
    const Met met = look(stripe, hash, key);
    lock.unlock();
    return objectOf(met);
}

template<typename Types>
template<typename K>
bool SharedCore<Types>::contains(const K &key)
{
    const KeyHash hash = hashOf(key);
    Stripe &stripe = stripeOf(hash);
    const Lock lock(stripe.lock);
    return rowsOf(stripe).visitTagged(hash, [&](const Bucket &bucket, unsigned slot) {
        HeaderType &node = m_pool.node(bucket.number(slot));
        return Node::hash(node) == hash && m_equal(Node::front(node).key, key) && node.strong.value() != 0;
    });
}

/// Looks through all nodes of the key: the dead stay beside the living until they are taken out.
template<typename Types>
template<typename K>
typename SharedCore<Types>::Met SharedCore<Types>::look(Stripe &stripe, KeyHash hash, const K &key)
{
    Met met;
    rowsOf(stripe).visitTagged(hash, [&](const Bucket &bucket, unsigned slot) {
        HeaderType &node = m_pool.node(bucket.number(slot));
        if (Node::hash(node) != hash || !m_equal(Node::front(node).key, key))
            return false;
        met = meet(stripe, node);
        return met.strong != 0 || met.busy != nullptr;
    });
    return met;
}

template<typename Types>
typename SharedCore<Types>::Met SharedCore<Types>::meet(Stripe &stripe, HeaderType &node) noexcept
{
    const std::uint32_t strong = node.strong.incrementUnlessZero();
    return {&node, strong, strong == 0 ? stripe.busy.with(node) : nullptr};
}

template<typename Types>
typename SharedCore<Types>::T *SharedCore<Types>::objectOf(const Met &met) noexcept
{
    if (met.strong == 0)
        return nullptr;
    m_reporter.acquired(*met.node, met.strong);
    return &Node::object(*met.node);
}

template<typename Types>
std::vector<typename SharedCore<Types>::Handle> SharedCore<Types>::snapshot()
{
    std::vector<Handle> handles;
    std::vector<Met> met;
    for (Stripe &stripe : m_stripes) {
        takeAll(stripe, met, handles);
        for (const Met &unit : met)
            handles.push_back(handleOf(objectOf(unit)));
        met.clear();
    }
    return handles;
}

/// Takes a unit of every object of a stripe, having made room for the handles, so that nothing can throw
/// while a unit has no owner. Memory is asked for with the lock released, so the stripe may have grown
/// meanwhile.
template<typename Types>
void SharedCore<Types>::takeAll(Stripe &stripe, std::vector<Met> &met, std::vector<Handle> &handles)
{
    Lock lock(stripe.lock);
    for (std::size_t all = stripe.linked; met.capacity() < all || handles.capacity() < handles.size() + all;
         all = stripe.linked) {
        lock.unlock();
        met.reserve(all);
        if (handles.capacity() < handles.size() + all)
            handles.reserve(std::max(handles.size() + all, 2 * handles.capacity()));
        lock.lock();
    }
    const Rows rows = rowsOf(stripe);
    rows.forEach([&](std::size_t row, unsigned slot) {
        if (const Met unit = meet(stripe, m_pool.node(rows[row].number(slot))); unit.strong != 0)
            met.push_back(unit);
    });
}

} // namespace tetherscope::detail
