#pragma once

#include <tetherscope/cachestats.h>
#include <tetherscope/detail/cachenode.h>
#include <tetherscope/detail/hitcounter.h>
#include <tetherscope/detail/perturb.h>
#include <tetherscope/detail/stripe.h>
#include <tetherscope/detail/table.h>
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
    using T = typename Types::T;
    using Handle = typename Types::Handle;
    using HeaderType = typename CacheNode<Types>::HeaderType;
    using Allocator = typename Types::Options::Allocator;

    SharedCore(typename Types::Observer observer, typename Types::Hash hash, typename Types::Equal equal,
               const Allocator &allocator)
        : m_table(allocator)
        , m_pool(allocator)
        , m_reporter(std::move(observer))
        , m_hash(std::move(hash))
        , m_equal(std::move(equal))
    {
        for (Stripe &stripe : m_stripes)
            settleIn(stripe, m_table.rows());
    }

    /// The cache object goes; the core goes with the last of its nodes.
    void close() noexcept;

    Reporter<Types> &reporter() noexcept { return m_reporter; }

    template<typename K>
    KeyHash hashOf(const K &key) const
    {
        return spread<typename Types::Hash>(m_hash(key));
    }
    // Inside, an object goes from function to function as a pointer with a unit of its count that the
    // receiver owns: a handle would be passed through memory, which is noticed in a hit.

    /// Without a lock: the object, or null, which means nothing.
    template<typename K>
    T *hit(KeyHash hash, const K &key);
    /// When hit() has not found it: the object for `key`, or if there is none one that `build(place)`
    /// constructs.
    template<typename K, typename Build>
    T *make(KeyHash hash, const K &key, const Build &build);
    template<typename K>
    Handle find(const K &key);
    template<typename K>
    bool contains(const K &key);

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
    using Lock = std::unique_lock<StripeLock>;
    using Table = detail::Table<stripeCount, Allocator>;
    using Rows = StripeRows<Table>;
    class Draft;

    // Inside, an object goes from function to function as a pointer with a unit of its count that the
    // receiver owns: a handle would be passed through memory, which is noticed in a hit.

    /// What a look-up under the lock has met: an object, with a unit that the caller now owns; or one that
    /// somebody is busy with; or neither.
    struct Met
    {
        HeaderType *node = nullptr;
        std::uint32_t strong = 0;
        Work *busy = nullptr;
    };

    Stripe &stripeOf(KeyHash hash) noexcept { return m_stripes[Table::stripeOf(hash)]; }
    std::size_t indexOf(const Stripe &stripe) const noexcept
    {
        return static_cast<std::size_t>(&stripe - m_stripes.data());
    }
    Rows rowsOf(const Stripe &stripe) const noexcept { return {m_table, indexOf(stripe), stripe.rows}; }

    // sharedlookup.h
    template<typename K>
    T *hitElsewhere(KeyHash hash, const K &key);
    template<typename K>
    T *accept(HeaderType &node, KeyHash hash, const K &key);
    template<typename K>
    T *confirm(HeaderType &guarded, const K &key);
    template<typename K>
    Met look(Stripe &stripe, KeyHash hash, const K &key);
    Met meet(Stripe &stripe, HeaderType &node) noexcept;
    template<typename K>
    T *findLocked(KeyHash hash, const K &key);
    T *objectOf(const Met &met) noexcept;
    static Handle handleOf(T *object) noexcept
    {
        return object == nullptr ? Handle() : Handle::adopt(*object);
    }
    T *counted(T *found) noexcept
    {
        if (found != nullptr)
            m_hits.add();
        return found;
    }
    void takeAll(Stripe &stripe, std::vector<Met> &met, std::vector<Handle> &handles);

    // sharedmaking.h
    template<typename K, typename Build>
    T *makeUnlocked(KeyHash hash, const K &key, const Build &build);
    template<typename K, typename Build>
    T *makeAtOnce(KeyHash hash, const K &key, const Build &build);
    template<typename K>
    Met lookOrTake(Stripe &stripe, KeyHash hash, const K &key);
    template<typename K>
    T *takeOrLink(KeyHash hash, const K &key, Draft &draft);
    template<typename K>
    Met lookOrMakeRoom(Stripe &stripe, Lock &lock, KeyHash hash, const K &key);
    HeaderType *takeRoom(Stripe &stripe, KeyHash hash) noexcept;
    void makeFree(Stripe &stripe, Lock &lock);
    void growUnlocked(Stripe &stripe, Lock &lock);
    void wait(Lock &lock, Work *busy);

    // sharedending.h
    void endBeforeLeaving(HeaderType &node) noexcept;
    void link(Stripe &stripe, HeaderType &node) noexcept;
    struct Place;
    Place placeOf(HeaderType &node) noexcept;
    bool unlink(Stripe &stripe, const Place &place) noexcept;
    bool unlinkElsewhere(Stripe &stripe, KeyHash hash, NodeNumber number) noexcept;
    bool giveOwnUnit(HeaderType &node) noexcept;
    void unlock(Stripe &stripe, bool returned) noexcept;
    void giveUpUnit() noexcept;

    // sharedgrowth.h
    static void settleIn(Stripe &stripe, std::size_t rows) noexcept;
    bool hasRoom(Stripe &stripe) noexcept;
    void catchUp(Stripe &stripe) noexcept;
    void spreadOver(Stripe &stripe, std::size_t rows) noexcept;
    void grow(std::size_t outgrown);
    std::size_t fittingRows() const noexcept;
    void freeUnusedNodes(typename Kind::Pool::Unused &unused);

    Table m_table;
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
