#include "story.h"

#include <tetherscope/attachableobserver.h>

#include <QtTest>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

namespace {

using tetherscope::CacheOptions;
using tetherscope::NoObserver;
using tetherscope::Overlap;
using tetherscope::RecursiveCreation;
using tetherscope::Ref;
using tetherscope::SingleThread;
using tetherscope::ThreadSafe;
using tetherscope::WeakCache;

template<typename Key, typename T, typename Policy, typename Options>
using CacheWith = WeakCache<Key, T, Policy, NoObserver, std::hash<Key>, std::equal_to<Key>, Options>;

/// Counts what is allocated through it and its copies.
template<typename T>
struct CountingAllocator
{
    using value_type = T;

    CountingAllocator() = default;
    template<typename U>
    CountingAllocator(const CountingAllocator<U> &other)
        : bytes(other.bytes)
    {
    }
    T *allocate(std::size_t count)
    {
        *bytes += count * sizeof(T);
        return std::allocator<T>().allocate(count);
    }
    void deallocate(T *memory, std::size_t count)
    {
        *bytes -= count * sizeof(T);
        std::allocator<T>().deallocate(memory, count);
    }
    template<typename U>
    bool operator==(const CountingAllocator<U> &other) const
    {
        return bytes == other.bytes;
    }

    std::shared_ptr<std::size_t> bytes = std::make_shared<std::size_t>(0);
};

struct Counted : CacheOptions
{
    using Allocator = CountingAllocator<std::byte>;
    static constexpr bool countHits = true;
};
struct Exclusive : CacheOptions
{
    static constexpr Overlap overlap = Overlap::Forbidden;
};

template<typename Policy>
void everythingComesFromTheAllocator()
{
    const CountingAllocator<std::byte> allocator;
    {
        CacheWith<int, int, Policy, Counted> cache({}, {}, {}, allocator);
        std::vector<Ref<int, Policy>> held;
        for (int key = 0; key < 10'000; ++key)
            held.push_back(cache.get(key, key));
        QVERIFY(*allocator.bytes > 10'000 * 24);
        QVERIFY(cache.stats().bytes + 4096 >= *allocator.bytes); // lists of pages are not counted
    }
    QCOMPARE(*allocator.bytes, std::size_t{0});
}

template<typename Policy>
QString statsOfAFewSteps()
{
    CacheWith<int, int, Policy, Counted> cache;
    auto first = cache.get(1, 1);
    const auto hit = cache.get(1, 1);
    const auto found = cache.find(1);
    const auto none = cache.find(2);
    const auto second = cache.get(2, 2);
    first = cache.get(3, 3);
    first = nullptr;
    const auto stats = cache.stats();
    return QString::asprintf("%d hits, %d misses, %d evicted, %d live", static_cast<int>(stats.hits),
                             static_cast<int>(stats.misses), static_cast<int>(stats.evicted),
                             static_cast<int>(stats.live));
}

/// Asks for its own key while it is destroyed.
template<typename Policy>
struct AsksAgain
{
    using Cache = CacheWith<int, AsksAgain, Policy, Exclusive>;
    AsksAgain(Cache &of, bool &flag)
        : cache(of)
        , refused(flag)
    {
    }
    ~AsksAgain()
    {
        try {
            cache.get(1, cache, refused);
        } catch (const RecursiveCreation &) {
            refused = true;
        }
    }
    Cache &cache;
    bool &refused;
};

template<typename Policy>
bool refusesToOverlap()
{
    bool refused = false;
    typename AsksAgain<Policy>::Cache cache;
    cache.get(1, cache, refused);
    return refused && cache.size() == 0;
}

struct Log : tetherscope::CacheListener<std::string, int>
{
    explicit Log(std::string &into)
        : story{&into}
    {
    }
    void onCreate(const Event &event) override { story.onCreate(event); }
    void onAcquire(const Event &event) override { story.onAcquire(event); }
    void onRelease(const Event &event) override { story.onRelease(event); }
    void onEvict(const Event &event) override { story.onEvict(event); }
    tetherscope::Story story;
};

/// Nearly all keys into one bucket of one stripe, whatever the size of the table.
struct CrowdingHash
{
    using is_avalanching = void;
    std::size_t operator()(int key) const { return key % 16 == 0 ? static_cast<std::size_t>(key) : 5; }
};

using CrowdedCache = WeakCache<int, int, ThreadSafe, NoObserver, CrowdingHash>;

void holdUpTo(CrowdedCache &cache, std::vector<CrowdedCache::Handle> &held, int count)
{
    for (int key = static_cast<int>(held.size()); key < count; ++key)
        held.push_back(cache.get(key, key));
}

bool findsAll(CrowdedCache &cache, const std::vector<CrowdedCache::Handle> &held)
{
    return std::all_of(held.begin(), held.end(),
                       [&cache](const auto &handle) { return cache.find(*handle) == handle; });
}

} // namespace

class TestWeakCacheOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void allocator_givesAllOfTablesAndNodesAndGetsItBack()
    {
        everythingComesFromTheAllocator<ThreadSafe>();
        everythingComesFromTheAllocator<SingleThread>();
    }

    void stats_countWhatWasDone()
    {
        const QString expected = QStringLiteral("2 hits, 3 misses, 1 evicted, 2 live");
        QCOMPARE(statsOfAFewSteps<ThreadSafe>(), expected);
        QCOMPARE(statsOfAFewSteps<SingleThread>(), expected);
    }

    void pinnedObject_livesUntilItIsUnpinned()
    {
        WeakCache<int, int> cache;
        cache.pin(cache.get(1, 10));
        QCOMPARE(*cache.find(1), 10);
        cache.pin(cache.find(1));
        QCOMPARE(cache.find(1).useCount(), 2U);
        QVERIFY(cache.unpin(*cache.find(1)));
        QVERIFY(!cache.contains(1));
    }

    void pinnedObject_endsWithTheCache()
    {
        auto cache = std::make_unique<WeakCache<int, std::string>>();
        cache->pin(cache->get(1, "text"));
        const tetherscope::WeakRef<std::string> watcher = cache->find(1);
        QVERIFY(!watcher.expired());
        cache.reset();
        QVERIFY(watcher.expired());
    }

    void unpinningWhatIsNotPinned_isFalse()
    {
        WeakCache<int, int> cache;
        const auto handle = cache.get(1, 1);
        QVERIFY(!cache.unpin(*handle));
    }

    void whereOverlapIsForbidden_aDestructorThatAsksForItsKeyIsTold()
    {
        QVERIFY(refusesToOverlap<ThreadSafe>());
        QVERIFY(refusesToOverlap<SingleThread>());
    }

    void attachedListener_hearsWhatHappensWhileItIsAttached()
    {
        std::string text;
        WeakCache<std::string, int, ThreadSafe, tetherscope::AttachableObserver<std::string, int>> cache;
        auto before = cache.get("before", 1);
        cache.observer().attach(std::make_shared<Log>(text));
        auto copy = before;
        const auto made = cache.get("made", 2);
        copy = nullptr;
        cache.observer().attach(nullptr);
        before = nullptr;
        QCOMPARE(text, std::string("1 gains 2\n+2 made\n1 falls to 1\n"));
    }

    void keysThatCrowdInOneBucket_areFoundThroughGrowthAndShrinking()
    {
        CrowdedCache cache;
        std::vector<CrowdedCache::Handle> held;
        holdUpTo(cache, held, 2000);
        QVERIFY(findsAll(cache, held));
        held.resize(50);
        cache.shrinkToFit();
        QVERIFY(findsAll(cache, held));
        QVERIFY(!cache.contains(50));
        holdUpTo(cache, held, 1000);
        QVERIFY(findsAll(cache, held));
        held.clear();
        QCOMPARE(cache.size(), std::size_t{0});
    }

    void largeObjectsAndKeys_haveTheirPages()
    {
        struct alignas(64) Large
        {
            explicit Large(int value) { numbers.fill(value); }
            std::array<int, 5000> numbers{};
        };
        WeakCache<int, Large> cache;
        std::vector<Ref<Large>> held;
        for (int key = 0; key < 40; ++key)
            held.push_back(cache.get(key, key));
        for (int key = 0; key < 40; ++key) {
            QCOMPARE(held[static_cast<std::size_t>(key)]->numbers.back(), key);
            QCOMPARE(reinterpret_cast<std::uintptr_t>(held[static_cast<std::size_t>(key)].get()) % 64,
                     std::uintptr_t{0});
        }
    }
};

QTEST_APPLESS_MAIN(TestWeakCacheOptions)
#include "tst_weakcache_options.moc"
