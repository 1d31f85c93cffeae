// Many threads on few keys, for a look at what nobody scripted: run it under ThreadSanitizer.
//
// Every object knows its key and counts itself. Two objects of one key that are held at the same time would
// be the fault of caches that erase by key, where the dying object takes its successor's entry away: so every
// thread that holds one looks its key up again. The observer checks the grammar `create (acquire | release)*
// evict`.
#include "check.h"

#include <tetherscope/weakcache.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <random>
#include <stdexcept>
#include <thread>
#include <vector>

namespace {

using tetherscope::CacheEvent;
using tetherscope::Observed;
using tetherscope::ThreadSafe;
using tetherscope::WeakCache;
using tetherscope::WeakRef;

constexpr int threadCount = 8;
constexpr int rounds = 4'000;

struct Totals
{
    std::atomic<int> alive = 0;
    std::atomic<int> created = 0;
    std::atomic<int> evicted = 0;
    std::atomic<int> gained = 0;
    std::atomic<int> lost = 0;
};

struct Value
{
    Value(int number, Totals &counters)
        : key(number)
        , totals(counters)
    {
        if (number % 16 == 15 && totals.created % 3 == 0)
            throw std::runtime_error("now and then");
        ++totals.alive;
    }
    Value(const Value &) = delete;
    Value &operator=(const Value &) = delete;
    ~Value()
    {
        check(evicted, "the evict is told before the destructor");
        key = -1;
        --totals.alive;
    }

    int key;
    Totals &totals;
    std::atomic<std::uint32_t> reports = 0;
    bool evicted = false;
};

struct Grammar
{
    using Event = CacheEvent<int, Value>;
    void onCreate(const Event &event)
    {
        check(event.object.reports++ == 0 && event.strong == 1, "create comes first");
        ++totals->created;
    }
    void onAcquire(const Event &event)
    {
        check(event.object.reports++ > 0 && event.strong > 1, "acquire comes after create");
        ++totals->gained;
    }
    void onRelease(const Event &event)
    {
        check(event.object.reports++ > 0 && event.object.key == event.key, "release comes before the end");
        ++totals->lost;
    }
    void onEvict(const Event &event)
    {
        check(!event.object.evicted && event.strong == 0, "one evict for each create");
        event.object.evicted = true;
        ++totals->evicted;
    }

    Totals *totals;
};

using Cache = WeakCache<int, Value, ThreadSafe, Grammar>;
using Handle = Cache::Handle;

Handle getUnlessRefused(Cache &cache, int key, Totals &totals)
{
    try {
        return cache.get(key, key, totals);
    } catch (const std::runtime_error &) {
        return {};
    }
}

/// What one thread does for a while: gets, copies, watches, finds, walks, and lets go in its own order.
void use(Cache &cache, int keys, Totals &totals, unsigned seed)
{
    std::minstd_rand random(seed);
    std::array<Handle, 4> held;
    std::array<WeakRef<Value, Observed<ThreadSafe>>, 4> watched;
    for (int round = 0; round < rounds; ++round) {
        const int key = static_cast<int>(random() % static_cast<unsigned>(keys));
        Handle &slot = held[random() % held.size()];
        slot = getUnlessRefused(cache, key, totals);
        check(!slot || slot->key == key, "the object is the key's");
        const Handle same = slot ? cache.find(key) : Handle();
        check(same == slot, "two who hold one key hold one object");
        auto &watcher = watched[random() % watched.size()];
        const Handle locked = watcher.lock();
        check(!locked || locked->key >= 0, "lock() gives the living");
        watcher = slot;
        if (round % 64 == 0) {
            for (const Handle &found : cache.snapshot())
                check(found->key >= 0, "a snapshot holds the living");
        }
        if (random() % 2 == 0)
            slot = nullptr;
    }
}

void manyThreadsOnKeys(int keys)
{
    Totals totals;
    {
        Cache cache(Grammar{&totals});
        std::vector<std::thread> threads;
        for (unsigned number = 0; number < threadCount; ++number)
            threads.emplace_back([&, number] { use(cache, keys, totals, number + 1); });
        for (std::thread &thread : threads)
            thread.join();
        check(cache.size() == 0, "the table is empty when nobody holds anything");
    }
    check(totals.created > 0 && totals.created == totals.evicted, "as many evicts as creates");
    check(totals.lost == totals.gained + totals.created, "as many losses as gains");
    check(totals.alive == 0, "no object is left");
}

/// The cache goes while threads still hold, copy and let go of what it made.
void handlesOutliveTheCache()
{
    Totals totals;
    auto cache = std::make_unique<Cache>(Grammar{&totals});
    std::array<Handle, 2> first{cache->get(0, 0, totals), cache->get(1, 1, totals)};
    std::vector<std::thread> threads;
    for (int key = 0; key < threadCount; ++key) {
        threads.emplace_back([handle = cache->get(key % 2, key % 2, totals)]() mutable {
            for (int round = 0; round < rounds; ++round) {
                const Handle copy = handle;
                check(copy->key >= 0, "the object lives without its cache");
            }
            handle = nullptr;
        });
    }
    cache.reset();
    first = {};
    for (std::thread &thread : threads)
        thread.join();
    check(totals.created == 2 && totals.evicted == 2 && totals.alive == 0, "all ended, each once");
}

} // namespace

int main()
{
    for (const int keys : {1, 3, 50, 5000})
        manyThreadsOnKeys(keys);
    for (int round = 0; round < 20; ++round)
        handlesOutliveTheCache();
    return 0;
}
