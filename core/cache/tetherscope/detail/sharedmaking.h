#pragma once

#include <tetherscope/detail/sharedcore.h>

// Making an object
// ----------------
// User code (the key's copy, T's constructor, onCreate) runs with no lock held, and yet there is one object
// for all who ask at the same time. So a miss goes like this:
//
//     take a free node and copy the key into it
//     lock; is the object there by now?           yes: it is a hit after all
//           is somebody making it?                yes: wait, then begin again
//           put the node into the table           at count zero, so look-ups pass it by: a placeholder
//     unlock
//     construct T in the node                     other keys are not delayed, this key's askers wait
//     tell onCreate
//     lock; set the count to one; unlock          published
//     wake those who wait
//
// The node's maker is in the stripe's list of the busy while this goes on: that is how an asker tells a
// placeholder from an object that is dying, and finds out that it would wait for itself (WaitGraph). A
// constructor that throws takes its placeholder out and wakes the waiters; the first to get the lock finds
// nothing and tries itself.
//
// Where no user code is involved at all, because key and T are as trivial as numbers, the whole goes under
// one lock.

namespace tetherscope::detail {

template<typename Types>
template<typename K, typename Build>
[[gnu::always_inline]] inline typename SharedCore<Types>::T *
SharedCore<Types>::make(KeyHash hash, const K &key, const Build &build)
{
    if constexpr (Build::isTrivial && std::is_trivially_copyable_v<typename Types::Key> &&
                  std::is_same_v<K, typename Types::Key> && !Types::Sees::create && !exclusive)
        return makeAtOnce(hash, key, build);
    else
        return makeUnlocked(hash, key, build);
}

/// A node on its way to an object: with a key from the beginning, in the table after takeOrLink(). Unless it
/// is given up to be one, everything is taken back.
template<typename Types>
class SharedCore<Types>::Draft
{
public:
    Draft(SharedCore &core, Stripe &stripe)
        : m_core(core)
        , m_stripe(stripe)
    {
        Lock lock(stripe.lock);
        core.makeFree(stripe, lock);
        m_work.node = &stripe.free.pop();
    }
    Draft(const Draft &) = delete;
    Draft &operator=(const Draft &) = delete;
    ~Draft()
    {
        if (m_work.node != nullptr)
            takeBack();
    }

    HeaderType &node() const noexcept { return *m_work.node; }

    template<typename K>
    void constructKey(const K &key, KeyHash hash)
    {
        Node::setHash(node(), hash);
        ::new (Node::frontPlace(node())) typename Node::Front(key);
        m_hasKey = true;
    }
    /// Requires: the stripe is locked, and has room.
    void link()
    {
        m_core.link(m_stripe, node());
        m_stripe.busy.begin(m_work);
        m_linked = true;
    }
    HeaderType &publish() noexcept
    {
        HeaderType &made = *m_work.node;
        TETHERSCOPE_PERTURB("an object has been made, its count is still zero");
        {
            const Lock lock(m_stripe.lock);
            made.strong.start();
            m_stripe.busy.end(m_work);
            ++m_stripe.made;
        }
        if (m_work.awaited)
            WaitGraph::instance().settle(&made);
        m_work.node = nullptr;
        return made;
    }

private:
    void takeBack() noexcept
    {
        if (m_linked) {
            const Lock lock(m_stripe.lock);
            m_core.unlink(m_stripe, m_core.placeOf(node()));
            m_stripe.busy.end(m_work);
        }
        if (m_work.awaited)
            WaitGraph::instance().settle(&node());
        if (m_hasKey)
            std::destroy_at(&Node::front(node()));
        m_core.giveBack(node());
    }

    SharedCore &m_core;
    Stripe &m_stripe;
    Work m_work;
    bool m_hasKey = false;
    bool m_linked = false;
};

template<typename Types>
template<typename K, typename Build>
[[gnu::noinline]] typename SharedCore<Types>::T *SharedCore<Types>::makeUnlocked(KeyHash hash, const K &key,
                                                                                 const Build &build)
{
    Draft draft(*this, stripeOf(hash));
    draft.constructKey(key, hash);
    if (T *const found = takeOrLink(hash, key, draft); found != nullptr)
        return found;
    build(static_cast<void *>(&draft.node() + 1));
    m_reporter.created(draft.node());
    return &Node::object(draft.publish());
}

/// The same where nothing can throw or run for long.
template<typename Types>
template<typename K, typename Build>
[[gnu::noinline]] typename SharedCore<Types>::T *SharedCore<Types>::makeAtOnce(KeyHash hash, const K &key,
                                                                               const Build &build)
{
    Stripe &stripe = stripeOf(hash);
    prefetchToWrite(&m_table.home(hash));
    stripe.lock.lock();
    HeaderType *node = takeRoom(stripe, hash);
    if (node == nullptr) [[unlikely]] {
        const Met met = lookOrTake(stripe, hash, key);
        if (met.strong != 0)
            return counted(objectOf(met));
        node = met.node;
    }
    ::new (Node::frontPlace(*node)) typename Node::Front(key);
    build(static_cast<void *>(node + 1));
    m_reporter.created(*node);
    node->strong.start();
    ++stripe.made;
    stripe.lock.unlock();
    return &Node::object(*node);
}

/// A free node, put into the table for an object that is about to be there; if one look at its home tells
/// that there is no such object and that nothing has to grow. Otherwise null, which means nothing.
template<typename Types>
[[gnu::always_inline]] inline typename SharedCore<Types>::HeaderType *
SharedCore<Types>::takeRoom(Stripe &stripe, KeyHash hash) noexcept
{
    stripe.free.prefetch();
    const std::size_t rows = m_table.rows();
    Bucket &home = m_table.bucket(hash & (rows - 1), Table::stripeOf(hash));
    const unsigned unused = home.slotsWith(0);
    const bool isQuick = stripe.rows == rows && home.slotsWith(Table::tagOf(hash)) == 0 &&
                         home.overflow() == 0 && unused != 0 && !stripe.free.empty() &&
                         stripe.linked.load(std::memory_order_relaxed) < stripe.limit;
    if (!isQuick) [[unlikely]]
        return nullptr;
    HeaderType &node = stripe.free.pop();
    const auto slot = static_cast<unsigned>(std::countr_zero(unused));
    Node::setHash(node, hash);
    weakOf(node).noteSlot(slot);
    home.fill(slot, Table::tagOf(hash), m_pool.numberOf(node));
    stripe.countLinked(1);
    return &node;
}

/// With all that may be needed: the object, and the lock has been released; or a node as above, under the
/// lock.
template<typename Types>
template<typename K>
[[gnu::noinline]] typename SharedCore<Types>::Met SharedCore<Types>::lookOrTake(Stripe &stripe, KeyHash hash,
                                                                                const K &key)
{
    Lock lock(stripe.lock, std::adopt_lock);
    Met met;
    do { // others may come while memory is asked for or the table grows
        makeFree(stripe, lock);
        met = lookOrMakeRoom(stripe, lock, hash, key);
    } while (met.node == nullptr && stripe.free.empty());
    if (met.node == nullptr) {
        met.node = &stripe.free.pop();
        Node::setHash(*met.node, hash);
        link(stripe, *met.node);
        lock.release();
    }
    return met;
}

template<typename Types>
template<typename K>
typename SharedCore<Types>::T *SharedCore<Types>::takeOrLink(KeyHash hash, const K &key, Draft &draft)
{
    Stripe &stripe = stripeOf(hash);
    Lock lock(stripe.lock);
    const Met met = lookOrMakeRoom(stripe, lock, hash, key);
    if (met.node == nullptr) {
        draft.link();
        return nullptr;
    }
    lock.unlock();
    return counted(objectOf(met));
}

/// The object, having waited for it if somebody is busy with it; or no node, and then there is room for one.
/// The lock is held at the end, though not all the time.
template<typename Types>
template<typename K>
typename SharedCore<Types>::Met SharedCore<Types>::lookOrMakeRoom(Stripe &stripe, Lock &lock, KeyHash hash,
                                                                  const K &key)
{
    for (;;) {
        catchUp(stripe);
        const Met met = look(stripe, hash, key);
        if (met.strong != 0)
            return met;
        if (met.busy != nullptr || (exclusive && met.node != nullptr))
            wait(lock, met.busy);
        else if (hasRoom(stripe))
            return {};
        else
            growUnlocked(stripe, lock);
    }
}

template<typename Types>
void SharedCore<Types>::growUnlocked(Stripe &stripe, Lock &lock)
{
    const std::size_t outgrown = stripe.rows;
    lock.unlock();
    grow(outgrown);
    lock.lock();
}

/// Waits until nobody is busy with the node any more. An object that is to end before a successor may be made
/// has no business listed for an instant between its last release and the lock: then it is only a moment.
template<typename Types>
void SharedCore<Types>::wait(Lock &lock, Work *busy)
{
    if (busy == nullptr) {
        lock.unlock();
        std::this_thread::yield();
    } else {
        WaitGraph::Wait wait(busy->thread, busy->node);
        if (!WaitGraph::instance().add(wait))
            throw RecursiveCreation();
        busy->awaited = true;
        lock.unlock();
        TETHERSCOPE_PERTURB("a wait has been recorded, its thread does not sleep yet");
        WaitGraph::instance().sleep(wait);
    }
    lock.lock();
}

/// Makes sure that the stripe has a free node. Memory is asked for with the lock released.
template<typename Types>
void SharedCore<Types>::makeFree(Stripe &stripe, Lock &lock)
{
    while (stripe.free.empty()) {
        const NodeNumber wanted = std::clamp<NodeNumber>(stripe.nodes / 8, 1, 16);
        lock.unlock();
        const auto fresh = m_pool.take(wanted, Kind::Life::operations, this);
        lock.lock();
        stripe.nodes += fresh.end - fresh.first;
        for (NodeNumber number = fresh.end; number != fresh.first; --number)
            stripe.pushFree(m_pool.node(number - 1));
    }
}

} // namespace tetherscope::detail
