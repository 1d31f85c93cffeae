// ./dev bench cache: the weak cache against its floors and its peers, all in one run.
#include "floors.h"
#include "ours.h"
#include "peers.h"
#include "report.h"
#include "sampling.h"

#include <algorithm>
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

void measureTenThousand(Report &report)
{
    const std::vector<Contender> others = peers(entries);
    const Contender ours = filled<Ours>("tetherscope", entries);
    const auto hits =
        field(ours, floorOf<LockedHitFloor>("hash, touch, two locked operations", entries), others);
    const auto churns =
        field(ours, floorOf<ChurnFloor>("malloc, free, hash, three locked operations"), others);
    report.add("hit_1t", "hit, 1 thread", ofKeys(hits, Threads::One, entries, 0, 101), {1.20, 2.0});
    report.add("hit_2t", "hit, 2 threads", ofKeys(hits, Threads::Two, entries, 0, 101), {1.5, 3.0});
    report.add("churn_1t", "create and evict, 1 thread", ofKeys(churns, Threads::One, entries, 100, 61),
               {1.5, 1.5});
    report.add("churn_2t", "create and evict, 2 threads", ofKeys(churns, Threads::Two, entries, 100, 61),
               {2.2, 3.0});
    report.add("mixed_1t", "mixed 90/10, 1 thread", ofKeys(hits, Threads::One, entries, 10, 61), {0, 2.0});
    report.add("mixed_2t", "mixed 90/10, 2 threads", ofKeys(hits, Threads::Two, entries, 10, 61), {0, 2.5});
}

void measureCopies(Report &report)
{
    const std::vector<Contender> contenders{copied<Ours>("tetherscope"),
                                            copied<CopyFloor>("two locked operations"),
                                            copied<StandardMap>("std::shared_ptr")};
    report.add("copy_drop", "copy and drop a handle", ofKeys(contenders, Threads::One, entries, 0, 101),
               {1.02, 1.25});
}

void measureSingleThread(Report &report)
{
    const std::vector<Contender> contenders{filled<OursPlain>("tetherscope", entries),
                                            floorOf<PlainHitFloor>("hash, touch, two additions", entries),
                                            filled<PlainFlyweight>("boost::flyweight, no_locking", entries)};
    report.add("single_hit", "single-thread policy, hit", ofKeys(contenders, Threads::One, entries, 0, 101),
               {0, 3.5});
}

void measureMillion(Report &report)
{
    const auto contenders =
        field(filled<Ours>("tetherscope", manyEntries),
              floorOf<LockedHitFloor>("hash, touch, two locked operations", manyEntries), peers(manyEntries));
    report.add("million_hit", "a million live, hit", ofKeys(contenders, Threads::One, manyEntries, 0, 31),
               {4.0, 1.6});
}

/// The most that an entry takes in all at any of these sizes, handles not counted.
template<typename Cache>
double bytesPerEntry()
{
    double most = 0;
    for (const std::uint32_t live : {10'000U, 20'000U, 50'000U, 100'000U, 200'000U, 500'000U, 1'000'000U}) {
        std::unique_ptr<Cache> cache;
        std::vector<typename Cache::Handle> handles;
        const double bytes = bytesTaken([&] { handles.reserve(live); },
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

int main(int count, char **arguments)
{
    bench::Report report;
    bench::measureMemory(report); // forks, so it comes before there are threads
    std::thread([] {}).join();    // from here the standard library counts as it does in a program of threads
    bench::measureTenThousand(report);
    bench::measureCopies(report);
    bench::measureSingleThread(report);
    bench::measureMillion(report);
    return count > 1 && !report.write(arguments[1]) ? 1 : 0;
}
