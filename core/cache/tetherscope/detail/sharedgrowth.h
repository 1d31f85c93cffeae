#pragma once

#include <tetherscope/detail/sharedcore.h>

// Growth
// ------
// A table that is too small gets as many rows more, and each stripe spreads its own nodes over them the next
// time somebody locks it for a miss. Nobody waits for more than one stripe's work; hits never wait: who finds
// nothing in the new rows asks under the lock. A table is not outgrown before all stripes have been spread.

namespace tetherscope::detail {

/// Three quarters of the slots in the stripe's part of the table, to begin with: fuller buckets overflow too
/// often.
template<typename Types>
void SharedCore<Types>::settleIn(Stripe &stripe, std::size_t rows) noexcept
{
    stripe.rows = static_cast<std::uint32_t>(rows);
    stripe.limit = static_cast<std::uint32_t>(rows * Bucket::slotCount / 4 * 3);
}

/// Whether the stripe can take one more node. Keys are not spread evenly over the stripes: one that reaches
/// its limit before the whole table is as full gets more, as long as it has any.
template<typename Types>
bool SharedCore<Types>::hasRoom(Stripe &stripe) noexcept
{
    const std::uint32_t linked = stripe.linked.load(std::memory_order_relaxed);
    if (linked < stripe.limit) [[likely]]
        return true;
    const std::size_t slots = stripe.rows * Bucket::slotCount;
    if (linked + slots / 16 >= slots || size() >= slots * stripeCount / 4 * 3)
        return false;
    stripe.limit += static_cast<std::uint32_t>(std::max<std::size_t>(slots / 32, 1));
    return true;
}

/// Over all the rows that there are.
template<typename Types>
void SharedCore<Types>::catchUp(Stripe &stripe) noexcept
{
    if (const std::size_t rows = m_table.rows(); stripe.rows != rows) [[unlikely]]
        spreadOver(stripe, rows);
}

/// A node goes where it would be put into an empty stripe, or near; then those that stand off their home are
/// counted anew. Each stands in its new place before it is taken from the old one.
template<typename Types>
[[gnu::noinline]] void SharedCore<Types>::spreadOver(Stripe &stripe, std::size_t rows) noexcept
{
    const Rows before = rowsOf(stripe);
    const Rows after(m_table, indexOf(stripe), rows);
    before.forEach([&](std::size_t row, unsigned slot) {
        const NodeNumber number = before[row].number(slot);
        const KeyHash hash = Node::hash(m_pool.node(number));
        if (after.homeOf(hash) == row)
            return;
        after.place(hash, number);
        before[row].clear(slot);
    });
    before.forgetOverflow();
    after.forgetOverflow();
    after.forEach([&](std::size_t row, unsigned slot) {
        after.countOver(Node::hash(m_pool.node(after[row].number(slot))), after[row], 1);
    });
    settleIn(stripe, rows);
}

template<typename Types>
void SharedCore<Types>::grow(std::size_t outgrown)
{
    const std::scoped_lock growing(m_growing);
    if (m_table.rows() != outgrown)
        return; // another thread has seen to it
    for (Stripe &stripe : m_stripes) {
        const Lock lock(stripe.lock);
        catchUp(stripe);
    }
    m_table.grow();
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
    const std::size_t fitting = std::min(fittingRows(), m_table.rows());
    for (Stripe &stripe : m_stripes)
        spreadOver(stripe, fitting);
    m_table.shrinkTo(fitting);
    freeUnusedNodes(unused);
}

template<typename Types>
std::size_t SharedCore<Types>::fittingRows() const noexcept
{
    std::uint32_t most = 0;
    for (const Stripe &stripe : m_stripes)
        most = std::max(most, stripe.linked.load(std::memory_order_relaxed));
    std::size_t rows = 1;
    while (rows * Bucket::slotCount / 4 * 3 < most)
        rows *= 2;
    return rows;
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
        stripe.nodes -=
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
    sum.bytes = sizeof(*this) + m_table.bytes() + m_pool.bytes();
    return sum;
}

} // namespace tetherscope::detail
