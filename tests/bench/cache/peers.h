#pragma once

#include "workload.h"

#include <absl/container/flat_hash_map.h>
#include <boost/flyweight.hpp>
#include <boost/flyweight/hashed_factory.hpp>
#include <boost/flyweight/key_value.hpp>
#include <boost/flyweight/no_locking.hpp>
#include <boost/flyweight/refcounted.hpp>
#include <boost/flyweight/simple_locking.hpp>
#include <tbb/concurrent_hash_map.h>

#include <array>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace bench {

/// boost::flyweight as its authors would have it for this: keyed, hashed, counted.
template<typename Locking>
struct Flyweight
{
    struct FromKey : Value
    {
        explicit FromKey(const Key &key)
            : Value(valueOf(key))
        {
        }
    };
    using Handle = boost::flyweight<boost::flyweights::key_value<Key, FromKey>, Locking,
                                    boost::flyweights::refcounted, boost::flyweights::hashed_factory<>>;

    Handle get(const Key &key) { return Handle(key); }
    static std::uint64_t read(const Handle &handle) { return handle.get().number; }
};
using LockedFlyweight = Flyweight<boost::flyweights::simple_locking>;
using PlainFlyweight = Flyweight<boost::flyweights::no_locking>;

/// What is written by hand: a mutex, a map of weak_ptr, a deleter that takes its own entry out.
template<typename Map>
struct WeakMap
{
    using Handle = std::shared_ptr<Value>;

    Handle get(const Key &key)
    {
        const std::scoped_lock lock(mutex);
        std::weak_ptr<Value> &entry = map[key];
        if (Handle found = entry.lock())
            return found;
        Handle made(new Value(valueOf(key)), [this, key](Value *dying) { erase(key, dying); });
        entry = made;
        return made;
    }
    static std::uint64_t read(const Handle &handle) { return handle->number; }

private:
    void erase(const Key &key, Value *dying)
    {
        {
            const std::scoped_lock lock(mutex);
            const auto found = map.find(key);
            if (found != map.end() && found->second.expired()) // a successor stays
                map.erase(found);
        }
        delete dying;
    }

    std::mutex mutex;
    Map map;
};
using StandardMap = WeakMap<std::unordered_map<Key, std::weak_ptr<Value>, KeyHash>>;
using AbseilMap = WeakMap<absl::flat_hash_map<Key, std::weak_ptr<Value>, KeyHash>>;

template<typename Map>
struct Sharded
{
    using Handle = typename Map::Handle;
    struct alignas(64) Shard : Map
    {
    };

    Handle get(const Key &key) { return shards[KeyHash()(key) >> 58].get(key); }
    static std::uint64_t read(const Handle &handle) { return handle->number; }

    std::array<Shard, 64> shards;
};

/// The same on TBB's map with its lock for each bucket.
struct TbbMap
{
    using Handle = std::shared_ptr<Value>;
    struct Compare
    {
        static std::size_t hash(const Key &key) { return KeyHash()(key); }
        static bool equal(const Key &left, const Key &right) { return left == right; }
    };
    using Map = tbb::concurrent_hash_map<Key, std::weak_ptr<Value>, Compare>;

    Handle get(const Key &key)
    {
        if (Map::const_accessor found; map.find(found, key)) {
            if (Handle handle = found->second.lock())
                return handle;
        }
        Map::accessor entry;
        map.insert(entry, key);
        if (Handle found = entry->second.lock())
            return found;
        Handle made(new Value(valueOf(key)), [this, key](Value *dying) { erase(key, dying); });
        entry->second = made;
        return made;
    }
    static std::uint64_t read(const Handle &handle) { return handle->number; }

private:
    void erase(const Key &key, Value *dying)
    {
        if (Map::accessor entry; map.find(entry, key) && entry->second.expired())
            map.erase(entry);
        delete dying;
    }

    Map map;
};

} // namespace bench
