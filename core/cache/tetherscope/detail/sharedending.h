#pragma once

#include <tetherscope/detail/sharedcore.h>

// The end of an object is its last releaser's business alone: nobody can get a unit of it any more. Until
// unlink() has returned, look-ups under the lock may still read its key and count; after it, only those
// without a lock its count.

namespace tetherscope::detail {

/// Nobody holds it: it leaves the table.
template<typename Types>
void SharedCore<Types>::leave(HeaderType &node) noexcept
{
    TETHERSCOPE_PERTURB("a count has come to zero, the lock has not been taken");
    m_reporter.evicted(node);
    Stripe &stripe = stripeOf(Node::hash(node));
    const Lock lock(stripe.lock);
    ++stripe.evicted;
    unlink(stripe, placeOf(node));
}

/// Leaves and becomes free in one go.
template<typename Types>
void SharedCore<Types>::leaveAndEnd(HeaderType &node) noexcept
{
    if constexpr (exclusive) {
        endBeforeLeaving(node);
    } else {
        TETHERSCOPE_PERTURB("a count has come to zero, the lock has not been taken");
        m_reporter.evicted(node);
        const Place place = placeOf(node);
        Stripe &stripe = stripeOf(place.hash);
        stripe.lock.lock();
        ++stripe.evicted;
        unlink(stripe, place);
        const bool returned = weakOf(node).isOnlyOwn() || giveOwnUnit(node);
        if (returned) [[likely]]
            stripe.free.push(node);
        unlock(stripe, returned);
    }
}

/// Of an object's memory, where somebody watches; true if nobody does any more.
template<typename Types>
[[gnu::noinline]] bool SharedCore<Types>::giveOwnUnit(HeaderType &node) noexcept
{
    if (!weakOf(node).decrement())
        return false;
    weakOf(node).restart();
    return true;
}

/// Where overlap is forbidden: stays in the table, as something that is waited for, until it is destroyed.
template<typename Types>
void SharedCore<Types>::endBeforeLeaving(HeaderType &node) noexcept
{
    Stripe &stripe = stripeOf(Node::hash(node));
    Work work{&node};
    {
        const Lock lock(stripe.lock);
        stripe.busy.begin(work);
    }
    m_reporter.evicted(node);
    std::destroy_at(&Node::object(node));
    {
        const Lock lock(stripe.lock);
        ++stripe.evicted;
        unlink(stripe, placeOf(node));
        stripe.busy.end(work);
    }
    if (work.awaited)
        WaitGraph::instance().settle(&node);
    destroyFront(node);
    if (weakOf(node).decrement())
        giveBack(node);
}

template<typename Types>
void SharedCore<Types>::destroyFront(HeaderType &node) noexcept
{
    std::destroy_at(&Node::front(node));
}

template<typename Types>
void SharedCore<Types>::giveBack(HeaderType &node) noexcept
{
    TETHERSCOPE_PERTURB("an object has been destroyed, its node is not free yet");
    Stripe &stripe = stripeOf(Node::hash(node));
    stripe.lock.lock();
    stripe.pushFree(node);
    unlock(stripe, true);
}

template<typename Types>
bool SharedCore<Types>::withdraw(HeaderType &node) noexcept
{
    Stripe &stripe = stripeOf(Node::hash(node));
    const Lock lock(stripe.lock);
    return unlink(stripe, placeOf(node));
}

template<typename Types>
void SharedCore<Types>::link(Stripe &stripe, HeaderType &node) noexcept
{
    weakOf(node).noteSlot(rowsOf(stripe).insert(Node::hash(node), m_pool.numberOf(node)));
    stripe.countLinked(1);
}

/// Where a node stands, very probably. Put together without the lock and verified under it: what a processor
/// does after a locked operation has to wait for that, so it had better not be a search. No bucket is read
/// before: shrinkToFit() may be giving it back.
template<typename Types>
struct SharedCore<Types>::Place
{
    KeyHash hash;
    NodeNumber number;
    std::size_t rows; ///< Of the table that the home is in.
    Bucket &home;
    unsigned slot; ///< Where it was put when it was made; growth may have put it elsewhere.
};

template<typename Types>
[[gnu::always_inline]] inline typename SharedCore<Types>::Place
SharedCore<Types>::placeOf(HeaderType &node) noexcept
{
    const KeyHash hash = Node::hash(node);
    const std::size_t rows = m_table.rows();
    Bucket &home = m_table.bucket(hash & (rows - 1), Table::stripeOf(hash));
    prefetchToWrite(&home);
    return {hash, m_pool.numberOf(node), rows, home, weakOf(node).slot()};
}

/// False if it is not in the table.
template<typename Types>
[[gnu::always_inline]] inline bool SharedCore<Types>::unlink(Stripe &stripe, const Place &place) noexcept
{
    const bool isThere =
        stripe.rows == place.rows && place.home.has(place.slot, Table::tagOf(place.hash), place.number);
    if (!isThere) [[unlikely]]
        return unlinkElsewhere(stripe, place.hash, place.number);
    place.home.clear(place.slot);
    stripe.countLinked(-1);
    return true;
}

template<typename Types>
[[gnu::noinline]] bool SharedCore<Types>::unlinkElsewhere(Stripe &stripe, KeyHash hash,
                                                          NodeNumber number) noexcept
{
    const bool removed = rowsOf(stripe).remove(hash, number);
    if (removed)
        stripe.countLinked(-1);
    return removed;
}

/// Ends a section in which a node may have come back. It may have been the last, and then the core goes; or
/// another thread may end the core as soon as the lock is free, and then nothing of it may be touched any
/// more.
template<typename Types>
void SharedCore<Types>::unlock(Stripe &stripe, bool returned) noexcept
{
    const bool counted = returned && stripe.closed;
    stripe.lock.unlock();
    if (counted) [[unlikely]]
        giveUpUnit();
}

// How the core outlives the cache object
// --------------------------------------
// A count of all nodes would be one word that every create and evict of every thread changes. So while the
// cache object exists each stripe counts its own, under a lock that is held there anyway. close() goes from
// stripe to stripe, adds what is out to a common count and marks the stripe; from then on a node that comes
// back to it is taken off that count. Who brings it to zero deletes the core.

template<typename Types>
void SharedCore<Types>::close() noexcept
{
    for (Stripe &stripe : m_stripes) {
        const Lock lock(stripe.lock);
        stripe.closed = true;
        std::uint32_t out = stripe.nodes;
        stripe.free.forEach([&out](const HeaderType &) { --out; });
        m_units.fetch_add(out, std::memory_order_relaxed);
    }
    giveUpUnit();
}

template<typename Types>
[[gnu::noinline]] void SharedCore<Types>::giveUpUnit() noexcept
{
    if (m_units.fetch_sub(1, std::memory_order_acq_rel) == 1)
        delete this;
}

} // namespace tetherscope::detail
