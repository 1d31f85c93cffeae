#pragma once

#include <tetherscope/policy.h>

#include <cstdint>
#include <type_traits>

namespace tetherscope {

/// What a hook is told. The references are valid during the call only.
template<typename Key, typename T>
struct CacheEvent
{
    std::uint64_t id; ///< of the object: 1, 2, 3 … in the order in which the cache finished making them
    const Key &key;
    T &object;
    std::uint32_t strong; ///< the count just after the change, exact also under threads
};

/// Watches nothing: no code, no memory.
struct NoObserver
{
};

/// An observer is any class with one or more of these, each taking `const CacheEvent<Key, T> &`:
///
/// | hook        | called                                                      | thread                  |
/// |-------------|-------------------------------------------------------------|-------------------------|
/// | `onCreate`  | once per object, before anybody else can find it; strong 1  | the one that made it    |
/// | `onAcquire` | for each further handle: a hit, a copy, a lock()            | the one that gained it  |
/// | `onRelease` | for each handle that ends, with what is left; not for moves | the one that let it go  |
/// | `onEvict`   | once per object, after the last release; strong 0           | that of the last report |
///
/// Per object the order is `create (acquire | release)* evict`, one evict for each create, and the evict
/// before the destructor. Two threads' reports of one object may overlap between create and evict; reports of
/// different objects always may, so an observer of a ThreadSafe cache locks what it shares. (The object that
/// replaces a dying one under the same key may be created before the old one's evict.)
///
/// No lock is held: a hook may use the cache, but onCreate may not ask for the key being made. A hook that
/// throws ends the program. The cache's core owns the observer, which lives until cache and objects are gone.
namespace detail {

template<typename Observer, typename Event>
struct Hooks
{
    static constexpr bool create = requires(Observer & o, const Event &e) { o.onCreate(e); };
    static constexpr bool acquire = requires(Observer & o, const Event &e) { o.onAcquire(e); };
    static constexpr bool release = requires(Observer & o, const Event &e) { o.onRelease(e); };
    static constexpr bool evict = requires(Observer & o, const Event &e) { o.onEvict(e); };
    static constexpr bool any = create || acquire || release || evict;
    static_assert(any || std::is_same_v<Observer, NoObserver>, "the observer has no hook of the right type");
};

} // namespace detail
} // namespace tetherscope
