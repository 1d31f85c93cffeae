#pragma once

#include <tetherscope/cacheobserver.h>
#include <tetherscope/detail/block.h>
#include <tetherscope/detail/locking.h>
#include <tetherscope/ref.h>

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace tetherscope::detail {

template<typename Types>
class CacheCore;

/// The choices that make one kind of cache, and what follows from them.
template<typename KeyType, typename Value, typename PolicyType, typename ObserverType, typename HashType,
         typename EqualType>
struct CacheTypes
{
    using Key = KeyType;
    using T = Value;
    using Policy = PolicyType;
    using Observer = ObserverType;
    using Hash = HashType;
    using Equal = EqualType;

    using Event = CacheEvent<Key, T>;
    using Sees = Hooks<Observer, Event>;
    using HandlePolicy = std::conditional_t<Sees::acquire || Sees::release, Observed<Policy>, Policy>;
    using Handle = Ref<T, HandlePolicy>;
    using Locks = Locking<Policy::threads>;
};

struct NoId
{
};

/// What stands before the header of an object that a cache made: its key and its place in the table.
///
/// `next`, `making`, `linked` and `maker` belong to the lock of the node's stripe; the rest never changes.
/// The node is made before it is linked and, with the object, destroyed after it has been taken out.
template<typename Types>
struct CacheNode
{
    using Core = CacheCore<Types>;
    using Policy = typename Types::HandlePolicy;
    using HeaderType = Header<Policy>;
    using Block = detail::Block<typename Types::T, Policy, CacheNode>;

    template<typename K>
    CacheNode(const K &from, std::size_t keyHash, Ref<Core, typename Types::Policy> owner)
        : key(from)
        , hash(keyHash)
        , core(std::move(owner))
    {
    }

    HeaderType &header() noexcept { return Block::headerOfFront(*this); }
    typename Types::T &object() noexcept { return Block::object(header()); }
    typename Types::Event event(std::uint32_t strong) noexcept requires(Types::Sees::any)
    {
        return {id, key, object(), strong};
    }

    // What Block asks of a Front.
    static void evict(HeaderType &header) noexcept
    {
        CacheNode &node = Block::front(header);
        node.core->evict(node);
    }
    static void acquired(HeaderType &header, std::uint32_t strong) noexcept
    {
        CacheNode &node = Block::front(header);
        node.core->reportAcquire(node, strong);
    }
    static void released(HeaderType &header, std::uint32_t strong) noexcept
    {
        CacheNode &node = Block::front(header);
        node.core->reportRelease(node, strong);
    }

    const typename Types::Key key;
    const std::size_t hash;
    CacheNode *next = nullptr;
    const Ref<Core, typename Types::Policy> core; ///< so that the core outlives its objects
    [[no_unique_address]] std::conditional_t<Types::Sees::any, std::uint64_t, NoId>
        id{}; ///< set before onCreate
    [[no_unique_address]] typename Types::Locks::Maker maker = Types::Locks::self();
    bool making = true;
    bool linked = false;
};

} // namespace tetherscope::detail
