// ./dev bench cache: the weak cache against its floors and its peers, all in one run.
#include "floors.h"
#include "ours.h"
#include "peers.h"
#include "report.h"
#include "sampling.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <thread>

namespace bench {
namespace {

constexpr std::uint32_t entries = 10'000;
constexpr std::uint32_t manyEntries = 1'000'000;
constexpr std::size_t operations = 16'384;
constexpr std::size_t manyOperations = 262'144; ///< so that a million's lines are not in the cache already

using Ours = Tetherscope<tetherscope::ThreadSafe>;
using OursPlain = Tetherscope<tetherscope::SingleThread>;

/// A cache with `live` entries that are held as long as the contender exists.
template<typename Cache>
Contender filled(std::string name, std::uint32_t live)
{
    struct Held
    {
        Cache cache;
        std::vector<typename Cache::Handle> handles;
    };
    auto held = std::make_shared<Held>();
    held->handles.reserve(live);
    for (std::uint32_t number = 0; number < live; ++number)
        held->handles.push_back(held->cache.get(keyOf(number)));
    return {std::move(name), [held](const Keys &keys) { askAll(held->cache, keys); }};
}

template<typename Floor, typename... Size>
Contender floorOf(std::string name, Size... size)
{
    auto floor = std::make_shared<Floor>(size...);
    return {std::move(name), [floor](const Keys &keys) { askAll(*floor, keys); }};
}

std::vector<Contender> peers(std::uint32_t live)
{
    return {filled<LockedFlyweight>("boost::flyweight", live),
            filled<StandardMap>("mutex + unordered_map<weak_ptr>", live),
            filled<Sharded<StandardMap>>("64 x mutex + unordered_map<weak_ptr>", live),
            filled<Sharded<AbseilMap>>("64 x mutex + flat_hash_map<weak_ptr>", live),
            filled<TbbMap>("tbb::concurrent_hash_map<weak_ptr>", live)};
}

/// Copies one handle as often as there are keys.
template<typename Cache>
Contender copied(std::string name)
{
    auto cache = std::make_shared<Cache>();
    return {std::move(name), [cache](const Keys &keys) {
                const auto handle = cache->get(keyOf(0));
                for (std::size_t i = 0; i < keys.size(); ++i) {
                    const auto copy = handle;
                    use(cache->read(copy));
                }
            }};
}

/// Ours first, then the floor, then the peers.
std::vector<Contender> field(Contender ours, Contender floor, std::vector<Contender> others)
{
    std::vector<Contender> all{std::move(ours), std::move(floor)};
    all.insert(all.end(), std::make_move_iterator(others.begin()), std::make_move_iterator(others.end()));
    return all;
}

Comparison ofKeys(const std::vector<Contender> &contenders, Threads threads, std::uint32_t live,
                  unsigned missPercent, int rounds)
{
    const std::size_t count = live == manyEntries ? manyOperations : operations;
    return compare(contenders, threads, keysToAsk(count, live, missPercent, 1),
                   keysToAsk(count, live, missPercent, 2), rounds);
}

/// What is compared, and the measure of it. The contenders are made when they are needed, and gone after.
struct Metric
{
    std::string key;
    std::string title;
    Target target;
    std::function<Comparison()> measure;
};

std::vector<Contender> hitsOf(std::uint32_t live)
{
    return field(filled<Ours>("tetherscope", live),
                 floorOf<LockedHitFloor>("hash, touch, two locked operations", live), peers(live));
}

std::vector<Contender> churns()
{
    return field(filled<Ours>("tetherscope", entries),
                 floorOf<ChurnFloor>("malloc, free, hash, three locked operations"), peers(entries));
}

std::vector<Contender> copies()
{
    return {copied<Ours>("tetherscope"), copied<CopyFloor>("two locked operations"),
            copied<StandardMap>("std::shared_ptr")};
}

std::vector<Contender> plainHits()
{
    return {filled<OursPlain>("tetherscope", entries),
            floorOf<PlainHitFloor>("hash, touch, two additions", entries),
            filled<PlainFlyweight>("boost::flyweight, no_locking", entries)};
}

const std::vector<Metric> &metrics()
{
    using enum Threads;
    static const std::vector<Metric> all{
        {"hit_1t",
         "hit, 1 thread",
         {1.20, 2.0},
         [] { return ofKeys(hitsOf(entries), One, entries, 0, 101); }},
        {"hit_2t",
         "hit, 2 threads",
         {1.5, 3.0},
         [] { return ofKeys(hitsOf(entries), Two, entries, 0, 101); }},
        {"churn_1t",
         "create and evict, 1 thread",
         {1.5, 1.5},
         [] { return ofKeys(churns(), One, entries, 100, 61); }},
        {"churn_2t",
         "create and evict, 2 threads",
         {2.2, 3.0},
         [] { return ofKeys(churns(), Two, entries, 100, 61); }},
        {"mixed_1t",
         "mixed 90/10, 1 thread",
         {0, 2.0},
         [] { return ofKeys(hitsOf(entries), One, entries, 10, 61); }},
        {"mixed_2t",
         "mixed 90/10, 2 threads",
         {0, 2.5},
         [] { return ofKeys(hitsOf(entries), Two, entries, 10, 61); }},
        {"copy_drop",
         "copy and drop a handle",
         {1.02, 1.25},
         [] { return ofKeys(copies(), One, entries, 0, 101); }},
        {"single_hit",
         "single-thread policy, hit",
         {0, 3.5},
         [] { return ofKeys(plainHits(), One, entries, 0, 101); }},
        {"million_hit",
         "a million live, hit",
         {4.0, 1.6},
         [] { return ofKeys(hitsOf(manyEntries), One, manyEntries, 0, 31); }},
    };
    return all;
}

/// Room for so many, and the memory of it is there.
template<typename T>
void touchAll(std::vector<T> &room, std::size_t count)
{
    room.reserve(count);
    std::memset(static_cast<void *>(room.data()), 0, count * sizeof(T));
}

/// The most that an entry takes in all at any of these sizes, handles not counted.
template<typename Cache>
double bytesPerEntry()
{
    double most = 0;
    for (const std::uint32_t live : {10'000U, 20'000U, 50'000U, 100'000U, 200'000U, 500'000U, 1'000'000U}) {
        std::unique_ptr<Cache> cache;
        std::vector<typename Cache::Handle> handles;
        const double bytes = bytesTaken([&] { touchAll(handles, live); },
                                        [&] {
                                            cache = std::make_unique<Cache>();
                                            for (std::uint32_t number = 0; number < live; ++number)
                                                handles.push_back(cache->get(keyOf(number)));
                                        });
        most = std::max(most, bytes / live);
    }
    return most;
}

void measureMemory(Report &report)
{
    report.addBytes(bytesPerEntry<Ours>(),
                    {{"boost::flyweight", bytesPerEntry<LockedFlyweight>()},
                     {"mutex + unordered_map<weak_ptr>", bytesPerEntry<StandardMap>()},
                     {"64 x mutex + flat_hash_map<weak_ptr>", bytesPerEntry<Sharded<AbseilMap>>()},
                     {"tbb::concurrent_hash_map<weak_ptr>", bytesPerEntry<TbbMap>()}});
}

} // namespace
} // namespace bench

/// bench_cache FILE [KEY…]: measures what the keys name, or all, and writes what it found to the file.
int main(int count, char **arguments)
{
    const std::vector<std::string> keys(arguments + std::min(count, 2), arguments + count);
    const auto isWanted = [&](const std::string &key) {
        return keys.empty() || std::find(keys.begin(), keys.end(), key) != keys.end();
    };
    bench::Report report;
    if (isWanted("bytes_per_entry"))
        bench::measureMemory(report); // forks, so it comes before there are threads
    std::thread([] {}).join(); // from here the standard library counts as it does in a program of threads
    for (const bench::Metric &metric : bench::metrics()) {
        if (isWanted(metric.key))
            report.add(metric.key, metric.title, metric.measure(), metric.target);
    }
    return count > 1 && !report.write(arguments[1]) ? 1 : 0;
}
