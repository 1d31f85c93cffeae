#pragma once

#include <tetherscope/cachestats.h>
#include <tetherscope/detail/cachenode.h>
#include <tetherscope/detail/hitcounter.h>
#include <tetherscope/detail/perturb.h>
#include <tetherscope/detail/stripe.h>
#include <tetherscope/detail/tables.h>
#include <tetherscope/detail/waitgraph.h>
#include <tetherscope/recursivecreation.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace tetherscope::detail {

/// The engine of a ThreadSafe cache; shared by the WeakCache and by every object it made.
///
/// | file            | what                                                            |
/// |-----------------|-----------------------------------------------------------------|
/// | sharedlookup.h  | finding an object without a lock and with it; the essay         |
/// | sharedmaking.h  | a miss: placeholder, construction, publication                  |
/// | sharedending.h  | the last release, and the core's own end                        |
/// | sharedgrowth.h  | larger tables, and smaller ones                                 |
template<typename Types>
class SharedCore
{
public:
    using Handle = typename Types::Handle;
    using HeaderType = typename CacheNode<Types>::HeaderType;
    using Allocator = typename Types::Options::Allocator;

    SharedCore(typename Types::Observer observer, typename Types::Hash hash, typename Types::Equal equal,
               const Allocator &allocator)
        : m_tables(stripeCount, allocator)
        , m_pool(allocator)
        , m_reporter(std::move(observer))
        , m_hash(std::move(hash))
        , m_equal(std::move(equal))
    {
        for (Stripe &stripe : m_stripes)
            settleIn(stripe, m_tables.newest());
    }

    /// The cache object goes; the core goes with the last of its nodes.
    void close() noexcept;

    Reporter<Types> &reporter() noexcept { return m_reporter; }

    template<typename K>
    Handle find(const K &key);
    template<typename K>
    bool contains(const K &key);
    /// The object for `key`; if there is none, `build(place)` constructs it.
    template<typename K, typename Build>
    Handle obtain(const K &key, const Build &build);

    std::vector<Handle> snapshot();
    std::size_t size() const noexcept;
    CacheStats stats();
    void shrinkToFit();

    /// Takes the entry of a living object out of the table; false if it was not there any more.
    bool withdraw(HeaderType &node) noexcept;

    // The steps of an object's end; called by CacheKind.
    void leave(HeaderType &node) noexcept;
    void leaveAndEnd(HeaderType &node) noexcept;
    void destroyFront(HeaderType &node) noexcept;
    void giveBack(HeaderType &node) noexcept;

private:
    static constexpr std::size_t stripeCount = Types::Options::stripes;
    static_assert(std::has_single_bit(stripeCount) && stripeCount > 1,
                  "the number of stripes must be a power of two, and not one");
    static constexpr bool exclusive = Types::Options::overlap == Overlap::Forbidden;
    static_assert(!exclusive || !hasDispose<typename Types::T, typename Types::HandlePolicy>,
                  "where overlap is forbidden, an object must end on the thread of its last release");

    using Node = CacheNode<Types>;
    using Kind = CacheKind<Types>;
    using Stripe = detail::Stripe<Types>;
    using Work = Business<HeaderType>;
    using Lock = std::unique_lock<SpinLock>;
    class Draft;

    /// What a look-up under the lock has met: an object, with a unit that the caller now owns; or one that
    /// somebody is busy with; or neither.
    struct Met
    {
        HeaderType *node = nullptr;
        std::uint32_t strong = 0;
        Work *busy = nullptr;
    };

    template<typename K>
    KeyHash hashOf(const K &key) const
    {
        return spread<typename Types::Hash>(m_hash(key));
    }
    Stripe &stripeOf(KeyHash hash) noexcept { return m_stripes[(std::uint64_t{hash} * stripeCount) >> 32]; }
    static Probe probe(Table table, KeyHash hash) noexcept { return {table, hash, stripeCount}; }

    // sharedlookup.h
    template<typename K>
    Handle hit(KeyHash hash, const K &key);
    template<typename K>
    Handle hitElsewhere(KeyHash hash, const K &key);
    template<typename K>
    bool accept(HeaderType &node, KeyHash hash, const K &key, Handle &found);
    template<typename K>
    Handle confirm(HeaderType &guarded, const K &key);
    template<typename K>
    Met look(Stripe &stripe, KeyHash hash, const K &key);
    Met meet(Stripe &stripe, HeaderType &node) noexcept;
    template<typename K>
    Handle findLocked(KeyHash hash, const K &key);
    Handle handleOf(const Met &met) noexcept;
    Handle counted(Handle found) noexcept
    {
        if (found)
            m_hits.add();
        return found;
    }
    void takeAll(Stripe &stripe, std::vector<Met> &met, std::vector<Handle> &handles);

    // sharedmaking.h
    template<typename K, typename Build>
    Handle make(KeyHash hash, const K &key, const Build &build);
    template<typename K, typename Build>
    Handle makeAtOnce(KeyHash hash, const K &key, const Build &build);
    template<typename K>
    Handle takeOrLink(KeyHash hash, const K &key, Draft &draft);
    template<typename K>
    Met lookOrMakeRoom(Stripe &stripe, Lock &lock, KeyHash hash, const K &key);
    void makeFree(Stripe &stripe, Lock &lock);
    void growUnlocked(Stripe &stripe, Lock &lock);
    void wait(Lock &lock, Work *busy);

    // sharedending.h
    void endBeforeLeaving(HeaderType &node) noexcept;
    bool unlink(Stripe &stripe, HeaderType &node) noexcept;
    void unlock(Stripe &stripe, bool returned) noexcept;
    void giveUpUnit() noexcept;

    // sharedgrowth.h
    static std::size_t slotsOfStripe(Table table) noexcept
    {
        return table.size() / stripeCount * Bucket::slotCount;
    }
    static void settleIn(Stripe &stripe, Table table) noexcept;
    bool hasRoom(Stripe &stripe) noexcept;
    void moveToNewest(Stripe &stripe) noexcept;
    void grow(Table outgrown);
    std::size_t fittingSize() const noexcept;
    void freeUnusedNodes(typename Kind::Pool::Unused &unused);
    template<typename Visit>
    void forEachNode(Stripe &stripe, Visit visit) noexcept;

    Tables<Allocator> m_tables;
    typename Kind::Pool m_pool;
    Reporter<Types> m_reporter;
    [[no_unique_address]] typename Types::Hash m_hash;
    [[no_unique_address]] typename Types::Equal m_equal;
    std::array<Stripe, stripeCount> m_stripes;
    std::mutex m_growing;
    [[no_unique_address]] HitCounter<Types::Options::countHits> m_hits;
    std::atomic<std::size_t> m_units =
        1; ///< The cache object's, and after close() one for each node that is out.
};

} // namespace tetherscope::detail

#include <tetherscope/detail/sharedending.h>
#include <tetherscope/detail/sharedgrowth.h>
#include <tetherscope/detail/sharedlookup.h>
#include <tetherscope/detail/sharedmaking.h>
