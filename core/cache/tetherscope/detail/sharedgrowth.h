#pragma once

#include <tetherscope/detail/sharedcore.h>

// Growth
// ------
// A table that is too small is replaced by an empty one of twice the size, and each stripe moves its own
// entries there the next time somebody locks it for a miss. Nobody waits for more than one stripe's move;
// hits never wait: a hint from an older table is as good as it was, and who finds nothing in the newest asks
// under the lock. A table is not outgrown before all stripes have moved to it, so there are never more than
// two in use; the older ones are kept for late readers.

namespace tetherscope::detail {

/// Three quarters of the slots in the stripe's part of the table, to begin with: fuller buckets overflow too
/// often.
template<typename Types>
void SharedCore<Types>::settleIn(Stripe &stripe, Table table) noexcept
{
    stripe.table = table;
    stripe.limit = static_cast<std::uint32_t>(slotsOfStripe(table) / 4 * 3);
}

/// Whether the stripe can take one more node. Keys are not spread evenly over the stripes: one that reaches
/// its limit before the whole table is as full gets more, as long as it has any.
template<typename Types>
bool SharedCore<Types>::hasRoom(Stripe &stripe) noexcept
{
    const std::uint32_t linked = stripe.linked.load(std::memory_order_relaxed);
    if (linked < stripe.limit) [[likely]]
        return true;
    const std::size_t slots = slotsOfStripe(stripe.table);
    if (linked + slots / 16 >= slots || size() >= slots * stripeCount / 4 * 3)
        return false;
    stripe.limit += static_cast<std::uint32_t>(std::max<std::size_t>(slots / 32, 1));
    return true;
}

template<typename Types>
void SharedCore<Types>::moveToNewest(Stripe &stripe) noexcept
{
    const Table newest = m_tables.newest();
    if (stripe.table == newest) [[likely]]
        return;
    forEachNode(stripe, [&](HeaderType &node) {
        const KeyHash hash = Node::hash(node);
        insert(probe(newest, hash), hash, m_pool.numberOf(node));
    });
    settleIn(stripe, newest);
}

template<typename Types>
template<typename Visit>
void SharedCore<Types>::forEachNode(Stripe &stripe, Visit visit) noexcept
{
    const std::size_t count = stripe.table.size() / stripeCount;
    Bucket *const first =
        stripe.table.buckets() + static_cast<std::size_t>(&stripe - m_stripes.data()) * count;
    for (Bucket *bucket = first; bucket != first + count; ++bucket) {
        for (unsigned slots = bucket->usedSlots(); slots != 0; slots &= slots - 1)
            visit(m_pool.node(bucket->number(static_cast<unsigned>(std::countr_zero(slots)))));
    }
}

template<typename Types>
void SharedCore<Types>::grow(Table outgrown)
{
    const std::scoped_lock growing(m_growing);
    if (m_tables.newest() != outgrown)
        return; // another thread has seen to it
    for (Stripe &stripe : m_stripes) {
        const Lock lock(stripe.lock);
        moveToNewest(stripe);
    }
    m_tables.add(outgrown.size() * 2);
}

/// Nobody looks anything up, so that what was kept for late readers can go; but handles may end meanwhile.
template<typename Types>
void SharedCore<Types>::shrinkToFit()
{
    const std::scoped_lock growing(m_growing);
    auto unused = m_pool.noneUnused();
    std::array<Lock, stripeCount> locks;
    std::transform(m_stripes.begin(), m_stripes.end(), locks.begin(),
                   [](Stripe &stripe) { return Lock(stripe.lock); });
    for (Stripe &stripe : m_stripes)
        moveToNewest(stripe);
    if (const std::size_t fitting = fittingSize(); fitting < m_tables.newest().size()) {
        m_tables.add(fitting);
        for (Stripe &stripe : m_stripes)
            moveToNewest(stripe);
    }
    m_tables.freeOld();
    freeUnusedNodes(unused);
}

/// The smallest number of buckets with which no stripe is over its limit.
template<typename Types>
std::size_t SharedCore<Types>::fittingSize() const noexcept
{
    std::uint32_t most = 0;
    for (const Stripe &stripe : m_stripes)
        most = std::max(most, stripe.linked.load(std::memory_order_relaxed));
    std::size_t bucketsOfStripe = 1;
    while (bucketsOfStripe * Bucket::slotCount / 4 * 3 < most)
        bucketsOfStripe *= 2;
    return bucketsOfStripe * stripeCount;
}

/// Requires: all stripes are locked.
template<typename Types>
void SharedCore<Types>::freeUnusedNodes(typename Kind::Pool::Unused &unused)
{
    const auto numberOf = [&](HeaderType &node) { return m_pool.numberOf(node); };
    for (Stripe &stripe : m_stripes)
        stripe.free.forEach([&](HeaderType &node) { m_pool.count(unused, numberOf(node)); });
    m_pool.markUnused(unused);
    for (Stripe &stripe : m_stripes)
        stripe.free.removeIf([&](HeaderType &node) { return m_pool.isUnused(unused, numberOf(node)); });
    m_pool.freeUnused(unused);
}

template<typename Types>
std::size_t SharedCore<Types>::size() const noexcept
{
    std::size_t sum = 0;
    for (const Stripe &stripe : m_stripes)
        sum += stripe.linked.load(std::memory_order_relaxed);
    return sum;
}

template<typename Types>
CacheStats SharedCore<Types>::stats()
{
    CacheStats sum;
    for (Stripe &stripe : m_stripes) {
        const Lock lock(stripe.lock);
        sum.misses += stripe.made;
        sum.evicted += stripe.evicted;
    }
    sum.live = sum.misses - sum.evicted;
    sum.hits = m_hits.sum();
    sum.bytes = sizeof(*this) + m_tables.bytes() + m_pool.bytes();
    return sum;
}

} // namespace tetherscope::detail
