#pragma once

#include <tetherscope/cacheobserver.h>
#include <tetherscope/cacheoptions.h>
#include <tetherscope/cachestats.h>
#include <tetherscope/detail/construct.h>
#include <tetherscope/detail/pins.h>
#include <tetherscope/detail/plaincore.h>
#include <tetherscope/detail/sharedcore.h>
#include <tetherscope/recursivecreation.h>
#include <tetherscope/ref.h>
#include <tetherscope/remains.h>
#include <tetherscope/weakref.h>

#include <concepts>
#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

namespace tetherscope {

/// Hands out shared objects by key and keeps none of them alive.
///
/// The first get() for a key makes the object; later calls share it while anyone still holds it. When the
/// last handle goes the entry disappears, and the next get() makes a fresh object.
///
/// ~~~
/// tetherscope::WeakCache<std::string, Texture> textures;
/// auto wall = textures.get("wall.png", "wall.png", Filter::Linear); // made: Texture("wall.png", Linear)
/// auto same = textures.get("wall.png", "wall.png", Filter::Linear); // shared: wall == same
/// ~~~
///
/// Lifetime  Objects may outlive the cache: its core lives until the last of them has gone.
/// Threads   ThreadSafe: all methods from any thread. SingleThread: the cache and its objects belong to one.
///           Constructors, destructors, hooks and hash functions run on the calling thread with no lock held;
///           Equal runs under one for keys whose hashes are equal, and must not use the cache.
/// Errors    What a key's copy, the hash, Equal or T's constructor throws passes through, and nothing is
///           stored. RecursiveCreation where an object would be needed to make itself. bad_alloc.
/// Keys      Compared with Equal, hashed with Hash; where both have `is_transparent`, methods take any
///           type that both accept and that Key can be constructed from. A key lives as long as its object.
/// Options   See cacheoptions.h: allocator, stripes, whether a new object may overlap the old one's end.
/// Speed     ThreadSafe: a hit takes no lock, and two locked operations with its release; what is not a hit
///           takes the lock of one of many stripes. A table grows in place, without stopping hits.
///           SingleThread: chains, plain counts. `./dev bench cache` measures.
/// Memory    ThreadSafe: an entry takes key and T, 12 bytes (24 with an observer of handles), and 7 to 14 of
///           table. SingleThread: key and T, 20 bytes, and 16 to 32 of table.
/// Observer  See cacheobserver.h. Handles are Ref<T, Policy>; if the observer wants onAcquire or onRelease,
///           Ref<T, Observed<Policy>>, whose copies and ends are told to it. Say `Handle` and be right.
template<typename Key, typename T, typename Policy = ThreadSafe, typename Observer = NoObserver,
         typename Hash = std::hash<Key>, typename Equal = std::equal_to<Key>, typename Options = CacheOptions>
class WeakCache
{
    using Types = detail::CacheTypes<Key, T, Policy, Observer, Hash, Equal, Options>;
    using Core = typename Types::Core;

    template<typename K>
    static constexpr bool otherKey = !std::same_as<K, Key> && requires
    {
        typename Hash::is_transparent;
        typename Equal::is_transparent;
    };

public:
    using HandlePolicy = typename Types::HandlePolicy;
    using Handle = typename Types::Handle;

    using Allocator = typename Options::Allocator;

    explicit WeakCache(Observer observer = {}, Hash hash = {}, Equal equal = {},
                       const Allocator &allocator = {})
        : m_core(*new Core(std::move(observer), std::move(hash), std::move(equal), allocator))
    {
    }
    ~WeakCache()
    {
        m_pins.clear();
        m_core.close();
    }
    WeakCache(const WeakCache &) = delete;
    WeakCache &operator=(const WeakCache &) = delete;

    /// The object for `key`, made as `T(args…)` if there is none; the args are untouched on a hit. While
    /// another thread is making it, waits; if that fails, this call tries. Never empty.
    template<typename... Args>
    Handle get(const Key &key, Args &&...args)
    {
        return obtain(key, std::forward<Args>(args)...);
    }
    template<typename K, typename... Args>
    requires otherKey<K> Handle get(const K &key, Args &&...args)
    {
        return obtain(key, std::forward<Args>(args)...);
    }

    /// The same, made by `make()`, which returns a T (constructed in its place: T need not be movable).
    template<typename Make>
    Handle getOrCreate(const Key &key, Make &&make)
    {
        return hitOrMake(key, [&] { return detail::CallResult<T, Make>{make}; });
    }
    template<typename K, typename Make>
    requires otherKey<K> Handle getOrCreate(const K &key, Make &&make)
    {
        return hitOrMake(key, [&] { return detail::CallResult<T, Make>{make}; });
    }

    /// The object for `key`, or an empty handle. Never waits: an object still being made is not found.
    Handle find(const Key &key) const { return m_core.find(key); }
    template<typename K>
    requires otherKey<K> Handle find(const K &key)
    const { return m_core.find(key); }

    /// Whether find() would have found something; the answer is of the past as soon as it is given.
    bool contains(const Key &key) const { return m_core.contains(key); }
    template<typename K>
    requires otherKey<K>
    bool contains(const K &key) const { return m_core.contains(key); }

    /// About how many entries there are: those being made and those just dying are counted too, and under
    /// threads the parts of the sum are of different moments.
    std::size_t size() const { return m_core.size(); }

    /// Handles to the objects found while walking the table, in no order. Safe to use while others get and
    /// let go; what it holds stays alive.
    std::vector<Handle> snapshot() const { return m_core.snapshot(); }

    /// The key of an object; null if it was not made by a cache of this type. Valid as long as the object is.
    static const Key *keyOf(const T &object) noexcept
    {
        auto &header = detail::headerOf<HandlePolicy>(&object);
        return Kind::made(header) ? &Node::front(header).key : nullptr;
    }

    /// Takes the object's entry out of the table now: the next get() for its key makes another object.
    /// Handles to this one stay good, and its onEvict comes at its end as ever. False if it has no entry
    /// here.
    bool withdraw(const T &object) noexcept
    {
        auto &header = detail::headerOf<HandlePolicy>(&object);
        return Kind::made(header) && &Kind::core(header) == &m_core && m_core.withdraw(header);
    }

    /// Holds the object itself, until unpin() or the end of the cache object, as if by a handle in a global
    /// variable. Requires: the handle is of this cache and not empty.
    void pin(Handle handle) { m_pins.add(std::move(handle)); }
    /// Lets go of it; false if it was not pinned.
    bool unpin(const T &object) noexcept { return m_pins.remove(&object); }

    /// Gives back what was kept for use: older tables, a table that has become too large, pages of nodes in
    /// which none is used. Never done unasked, because a look-up on another thread may be reading them.
    /// Requires: no other thread calls a method of this cache meanwhile. Handles may be used.
    void shrinkToFit() { m_core.shrinkToFit(); }

    /// Counted since the cache was made; under threads, the parts are of different moments.
    CacheStats stats() const { return m_core.stats(); }

    Observer &observer() noexcept { return m_core.reporter().observer(); }

private:
    using Node = detail::CacheNode<Types>;
    using Kind = detail::CacheKind<Types>;

    template<typename K, typename... Args>
    Handle obtain(const K &key, Args &&...args)
    {
        return hitOrMake(key,
                         [&] { return detail::Construction<T, Args &&...>{{std::forward<Args>(args)...}}; });
    }
    /// Inlined with the hit in it, whose few instructions a call would double. What a miss needs is put
    /// together there.
    template<typename K, typename Builder>
    [[gnu::always_inline]] Handle hitOrMake(const K &key, const Builder &builder)
    {
        const auto hash = m_core.hashOf(key);
        T *object = m_core.hit(hash, key);
        if (object == nullptr) [[unlikely]]
            object = m_core.make(hash, key, builder());
        return Handle::adopt(*object);
    }

    detail::Pins<Handle> m_pins;
    Core &m_core; ///< its own; ends itself some time after close()
};

} // namespace tetherscope
