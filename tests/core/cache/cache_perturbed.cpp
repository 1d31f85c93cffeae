// The stress of cache_stress.cpp on few keys, with a delay at random at each point where another thread can
// come between two steps. Run it under ThreadSanitizer and AddressSanitizer.
#include "perturbed.h"

#include "check.h"

#include <tetherscope/weakcache.h>

#include <array>
#include <random>
#include <string>
#include <vector>

namespace {

using tetherscope::CacheOptions;
using tetherscope::NoObserver;
using tetherscope::Overlap;
using tetherscope::ThreadSafe;
using tetherscope::WeakCache;

constexpr int threadCount = 4;

/// Few stripes, and a table that has to grow while it is used.
struct TwoStripes : CacheOptions
{
    static constexpr std::size_t stripes = 2;
};
struct Exclusive : TwoStripes
{
    static constexpr Overlap overlap = Overlap::Forbidden;
};
struct AlmostSameHash
{
    std::size_t operator()(int key) const { return static_cast<std::size_t>(key % 2); }
};

/// Knows its key in words, so that use after its end is seen, and how many of a key exist.
struct Word
{
    Word(int key, std::atomic<int> *counters)
        : text("number " + std::to_string(key) + ", long enough for an allocation")
        , alive(counters + key)
    {
        most.store(std::max(most.load(), ++*alive));
    }
    Word(const Word &) = delete;
    Word &operator=(const Word &) = delete;
    ~Word() { --*alive; }

    std::string text;
    std::atomic<int> *alive;
    static inline std::atomic<int> most = 0;
};

template<typename Cache>
void use(Cache &cache, int keys, std::atomic<int> *alive, int rounds, unsigned seed)
{
    std::minstd_rand random(seed);
    std::array<typename Cache::Handle, 3> held;
    for (int round = 0; round < rounds; ++round) {
        const int key = static_cast<int>(random() % static_cast<unsigned>(keys));
        auto &slot = held[random() % held.size()];
        slot = cache.get(key, key, alive);
        check(slot->text.starts_with("number " + std::to_string(key) + ","), "the object is the key's");
        check(cache.find(key) == slot, "two who hold one key hold one object");
        check(random() % 2 == 0 || cache.contains(key), "what is held is in the cache");
        if (random() % 8 == 0)
            check(!cache.snapshot().empty(), "a snapshot sees what is held");
        if (random() % 2 == 0)
            slot = nullptr;
    }
}

template<typename Options, typename Hash>
void manyThreads(int keys, int rounds)
{
    using Cache = WeakCache<int, Word, ThreadSafe, NoObserver, Hash, std::equal_to<int>, Options>;
    std::vector<std::atomic<int>> alive(static_cast<std::size_t>(keys));
    Word::most = 0;
    Cache cache;
    std::vector<std::thread> threads;
    for (unsigned number = 1; number <= threadCount; ++number)
        threads.emplace_back([&, number] { use(cache, keys, alive.data(), rounds, number); });
    for (std::thread &thread : threads)
        thread.join();
    check(cache.size() == 0, "the table is empty when nobody holds anything");
    const auto stats = cache.stats();
    check(stats.live == 0 && stats.misses == stats.evicted, "as many evicted as made");
    for (const auto &count : alive)
        check(count == 0, "no object is left");
    check(Options::overlap == Overlap::Allowed || Word::most == 1, "no two objects of a key overlap");
}

} // namespace

int main()
{
    for (const int keys : {1, 3, 40}) {
        manyThreads<TwoStripes, std::hash<int>>(keys, 300);
        manyThreads<TwoStripes, AlmostSameHash>(keys, 150);
        manyThreads<Exclusive, std::hash<int>>(keys, 200);
    }
    manyThreads<CacheOptions, std::hash<int>>(1000, 400);
    return 0;
}
