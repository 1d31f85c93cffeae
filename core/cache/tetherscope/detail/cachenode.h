#pragma once

#include <tetherscope/cacheobserver.h>
#include <tetherscope/cacheoptions.h>
#include <tetherscope/detail/hashing.h>
#include <tetherscope/detail/lifecycle.h>
#include <tetherscope/detail/poison.h>
#include <tetherscope/detail/pool.h>
#include <tetherscope/ref.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <type_traits>

namespace tetherscope::detail {

template<typename Types>
class SharedCore;
template<typename Types>
class PlainCore;

/// The choices that make one kind of cache, and what follows from them.
template<typename KeyType, typename Value, typename PolicyType, typename ObserverType, typename HashType,
         typename EqualType, typename OptionsType>
struct CacheTypes
{
    using Key = KeyType;
    using T = Value;
    using Policy = PolicyType;
    using Observer = ObserverType;
    using Hash = HashType;
    using Equal = EqualType;
    using Options = OptionsType;

    using Event = CacheEvent<Key, T>;
    using Sees = Hooks<Observer, Event>;
    using HandlePolicy = std::conditional_t<Sees::acquire || Sees::release, Observed<Policy>, Policy>;
    using Handle = Ref<T, HandlePolicy>;
    using Core = std::conditional_t<Policy::threads, SharedCore<CacheTypes>, PlainCore<CacheTypes>>;
};

/// In place of a member that is not needed.
struct Nothing
{
};

/// What a cached object has before its counts. Made with the key, before the object, and destroyed after it.
template<typename Types, bool threads = Types::Policy::threads>
struct CacheFront
{
    template<typename K>
    explicit CacheFront(const K &from)
        : key(from)
    {
    }

    /// For an observer; set before onCreate.
    [[no_unique_address]] std::conditional_t<Types::Sees::any, std::uint64_t, Nothing> id{};
    const typename Types::Key key;
};

/// Of a SingleThread cache: with a link of its chain. No look-up comes too late, so that the hash can be
/// here, where it fills what mostly would be padding.
template<typename Types>
struct CacheFront<Types, false>
{
    template<typename K>
    explicit CacheFront(const K &from)
        : key(from)
    {
    }

    CacheFront *next = nullptr;
    [[no_unique_address]] std::conditional_t<Types::Sees::any, std::uint64_t, Nothing> id{};
    const typename Types::Key key;
    KeyHash hash = 0;
};

/// A node of a cache: [CacheFront] [hash] [weak] [Header] [T], without threads [CacheFront] [weak] [Header]
/// [T]. Known by its header, whose address this class turns into those of the parts.
///
/// Hash, weak count and header are constructed with the page and stay for ever, because a look-up may come
/// too late and look at them when there is no object; the front and T come and go.
template<typename Types>
struct CacheNode
{
    using T = typename Types::T;
    using Policy = typename Types::HandlePolicy;
    using HeaderType = Header<Policy>;
    using Front = CacheFront<Types>;

    static Front &front(HeaderType &header) noexcept
    {
        return *std::launder(static_cast<Front *>(frontPlace(header)));
    }
    static void *frontPlace(HeaderType &header) noexcept
    {
        return reinterpret_cast<std::byte *>(&header) - headerOffset;
    }
    static HeaderType &headerOf(Front &front) noexcept
    {
        return *std::launder(
            reinterpret_cast<HeaderType *>(reinterpret_cast<std::byte *>(&front) + headerOffset));
    }
    static T &object(HeaderType &header) noexcept
    {
        return *std::launder(reinterpret_cast<T *>(&header + 1));
    }
    static typename Types::Event event(HeaderType &header, std::uint32_t strong) noexcept
    {
        return {front(header).id, front(header).key, object(header), strong};
    }

    static KeyHash hash(HeaderType &header) noexcept
    {
        if constexpr (Policy::threads)
            return hashWord(header).value();
        else
            return front(header).hash;
    }
    /// Requires: without threads, that the front has been constructed.
    static void setHash(HeaderType &header, KeyHash hash) noexcept
    {
        if constexpr (Policy::threads)
            hashWord(header).set(hash);
        else
            front(header).hash = hash;
    }

    /// The key behind a free list's link, and the object.
    static void poisonFree(HeaderType &header) noexcept
    {
        poison(static_cast<std::byte *>(frontPlace(header)) + sizeof(void *), frontBytes - sizeof(void *));
        poison(&header + 1, sizeof(T));
    }
    static void unpoisonFree(HeaderType &header) noexcept
    {
        unpoison(frontPlace(header), frontBytes);
        unpoison(&header + 1, sizeof(T));
    }

    // The Shape that Pool asks for.
    static void constructHash([[maybe_unused]] std::byte *header) noexcept
    {
        if constexpr (Policy::threads)
            ::new (header - hashDistance<Policy>) HashWord(0);
    }

private:
    using HashWord = AtomicWord<KeyHash>;
    static HashWord &hashWord(HeaderType &header) noexcept
    {
        return before<HashWord>(header, hashDistance<Policy>);
    }

    static constexpr std::size_t frontBytes =
        std::max(sizeof(Front), sizeof(void *)); ///< a free list's link at least
    static constexpr std::size_t countBytes =
        (Policy::threads ? hashDistance<Policy> : weakDistance<Policy>)+sizeof(HeaderType);

    static constexpr std::size_t alignUp(std::size_t bytes)
    {
        return (bytes + alignment - 1) / alignment * alignment;
    }

public:
    static constexpr std::size_t alignment =
        std::max({alignof(T), alignof(Front), alignof(HeaderType), alignof(void *)});
    static constexpr std::size_t headerOffset = alignUp(frontBytes + countBytes) - sizeof(HeaderType);
    static constexpr std::size_t size = alignUp(headerOffset + sizeof(HeaderType) + sizeof(T));
};

/// How a cached object ends: what Lifecycle asks of a Kind, passed on to the cache's core.
template<typename Types>
struct CacheKind
{
    using Node = CacheNode<Types>;
    using HeaderType = typename Node::HeaderType;
    using Life = Lifecycle<typename Types::T, typename Types::HandlePolicy, CacheKind>;
    using Pool = detail::Pool<Node, typename Types::HandlePolicy, typename Types::Options::Allocator>;

    /// There is nothing to destroy, so that the node can leave the table and become free in one go; or it
    /// must not leave before it is destroyed.
    static constexpr bool endsAtOnce =
        Types::Options::overlap == Overlap::Forbidden ||
        (Types::Policy::threads && std::is_trivially_destructible_v<typename Types::T> &&
         std::is_trivially_destructible_v<typename Types::Key>);

    static typename Types::Core &core(HeaderType &header) noexcept
    {
        return *static_cast<typename Types::Core *>(Pool::coreOf(header));
    }
    /// Whether a header is that of a node of this kind of cache.
    static bool made(HeaderType &header) noexcept { return &operationsOf(header) == &Life::operations; }

    static void leave(HeaderType &header) noexcept { core(header).leave(header); }
    static void leaveAndEnd(HeaderType &header) noexcept { core(header).leaveAndEnd(header); }
    static void destroyFront(HeaderType &header) noexcept { core(header).destroyFront(header); }
    static void deallocate(HeaderType &header) noexcept { core(header).giveBack(header); }
    static void acquired(HeaderType &header, std::uint32_t strong) noexcept
    {
        core(header).reporter().acquired(header, strong);
    }
    static void released(HeaderType &header, std::uint32_t strong) noexcept
    {
        core(header).reporter().released(header, strong);
    }
};

/// The observer of one cache, and the numbers it knows objects by. Without an observer it is nothing.
template<typename Types>
class Reporter
{
public:
    using Node = CacheNode<Types>;
    using HeaderType = typename Node::HeaderType;
    using Sees = typename Types::Sees;

    explicit Reporter(typename Types::Observer observer)
        : m_observer(std::move(observer))
    {
    }

    typename Types::Observer &observer() noexcept { return m_observer; }

    void created(HeaderType &node) noexcept
    {
        if constexpr (Sees::any)
            Node::front(node).id = m_lastId.gain(1);
        if constexpr (Sees::create)
            m_observer.onCreate(Node::event(node, 1));
    }
    void acquired(HeaderType &node, std::uint32_t strong) noexcept
    {
        if constexpr (Sees::acquire)
            m_observer.onAcquire(Node::event(node, strong));
    }
    void released(HeaderType &node, std::uint32_t strong) noexcept
    {
        if constexpr (Sees::release)
            m_observer.onRelease(Node::event(node, strong));
    }
    void evicted(HeaderType &node) noexcept
    {
        if constexpr (Sees::evict)
            m_observer.onEvict(Node::event(node, 0));
    }

private:
    using Word =
        std::conditional_t<Types::Policy::threads, AtomicWord<std::uint64_t>, PlainWord<std::uint64_t>>;
    struct NoIds
    {
        explicit NoIds(int) {}
    };

    [[no_unique_address]] typename Types::Observer m_observer;
    [[no_unique_address]] std::conditional_t<Sees::any, Word, NoIds> m_lastId{0};
};

} // namespace tetherscope::detail
