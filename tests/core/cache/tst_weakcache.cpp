#include "story.h"

#include <QtTest>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using tetherscope::NoObserver;
using tetherscope::Observed;
using tetherscope::Ref;
using tetherscope::SingleThread;
using tetherscope::Story;
using tetherscope::ThreadSafe;
using tetherscope::WeakCache;

template<typename Policy>
std::string storyOfTwoKeys()
{
    std::string text;
    {
        WeakCache<std::string, int, Policy, Story> cache(Story{&text});
        auto date = cache.get("date", 3);
        auto other = cache.get("other", 4);
        auto hit = cache.get("date", 5);
        date = nullptr;
        auto moved = std::move(hit);
        moved = nullptr;
        text += std::to_string(cache.size()) + " left\n";
        date = cache.get("date", 6);
    }
    return text;
}

struct Pinned
{
    explicit Pinned(int number)
        : value(number)
    {
    }
    Pinned(const Pinned &) = delete;
    Pinned &operator=(const Pinned &) = delete;
    int value;
};

struct SameHash
{
    std::size_t operator()(int) const { return 1; }
};

struct TextHash
{
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

/// Only ever made on purpose, so that a test sees whether a look-up made one.
struct CountedKey
{
    explicit CountedKey(std::string_view from)
        : text(from)
    {
        ++made;
    }
    static inline int made = 0;
    std::string text;
};

struct CountedKeyHash : TextHash
{
    using TextHash::operator();
    std::size_t operator()(const CountedKey &key) const { return (*this)(key.text); }
};

struct CountedKeyEqual
{
    using is_transparent = void;
    bool operator()(const CountedKey &key, std::string_view text) const { return key.text == text; }
    bool operator()(const CountedKey &left, const CountedKey &right) const { return left.text == right.text; }
};

struct Births
{
    void onCreate(const tetherscope::CacheEvent<int, int> &) { ++count; }
    int count = 0;
};

struct Savable;
using SavableCache = WeakCache<int, Savable, SingleThread>;

struct Savable
{
    SavableCache *cache = nullptr;
    SavableCache::Handle *saveInto = nullptr;
    friend void beforeLastRelease(Savable &dying)
    {
        if (dying.saveInto != nullptr)
            *std::exchange(dying.saveInto, nullptr) = dying.cache->find(1);
    }
};

} // namespace

class TestWeakCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void story_isToldInOrderUnderBothPolicies()
    {
        const std::string expected =
            "+1 date\n+2 other\n1 gains 2\n1 falls to 1\n1 falls to 0\n-1 date\n1 left\n"
            "+3 date\n2 falls to 0\n-2 other\n3 falls to 0\n-3 date\n";
        QCOMPARE(storyOfTwoKeys<SingleThread>(), expected);
        QCOMPARE(storyOfTwoKeys<ThreadSafe>(), expected);
    }

    void observerOfBirthsAlone_leavesHandlesPlain()
    {
        using Watched = WeakCache<int, int, ThreadSafe, Births>;
        static_assert(std::is_same_v<Watched::Handle, Ref<int, ThreadSafe>>);
        static_assert(std::is_same_v<WeakCache<int, int>::Handle, Ref<int, ThreadSafe>>);
        static_assert(std::is_same_v<WeakCache<std::string, int, ThreadSafe, Story>::Handle,
                                     Ref<int, Observed<ThreadSafe>>>);
        Watched cache;
        const auto first = cache.get(1, 10);
        const auto hit = cache.get(1, 10);
        QCOMPARE(cache.observer().count, 1);
    }

    void hit_leavesTheArgumentsAlone()
    {
        WeakCache<int, std::unique_ptr<int>> cache;
        auto argument = std::make_unique<int>(1);
        const auto made = cache.get(1, std::move(argument));
        QVERIFY(!argument && **made == 1);
        argument = std::make_unique<int>(2);
        const auto hit = cache.get(1, std::move(argument));
        QVERIFY(argument && hit == made);
    }

    void getOrCreate_needsNoMovableObject()
    {
        WeakCache<int, Pinned> cache;
        const auto made = cache.getOrCreate(1, [] { return Pinned(7); });
        const auto hit = cache.getOrCreate(1, [] { return Pinned(8); });
        QVERIFY(made == hit);
        QCOMPARE(hit->value, 7);
    }

    void find_makesNothing()
    {
        WeakCache<int, int> cache;
        QVERIFY(!cache.find(1) && !cache.contains(1));
        auto only = cache.get(1, 10);
        QVERIFY(cache.find(1) == only && cache.contains(1));
        only = nullptr;
        QVERIFY(!cache.find(1) && !cache.contains(1));
        QCOMPARE(cache.size(), std::size_t{0});
    }

    void keysOfEqualHash_areToldApart()
    {
        WeakCache<int, int, ThreadSafe, NoObserver, SameHash> cache;
        std::vector<Ref<int>> handles;
        for (int key = 0; key < 50; ++key)
            handles.push_back(cache.get(key, key * key));
        handles.erase(handles.begin() + 10, handles.begin() + 20);
        for (int key = 0; key < 50; ++key)
            QCOMPARE(cache.contains(key), key < 10 || key >= 20);
        QCOMPARE(*cache.find(49), 49 * 49);
    }

    void manyKeys_areAllFoundAndAllEvicted()
    {
        WeakCache<int, int, SingleThread> cache;
        std::vector<Ref<int, SingleThread>> handles;
        for (int key = 0; key < 10'000; ++key)
            handles.push_back(cache.get(key, key));
        for (int key = 0; key < 10'000; ++key)
            QVERIFY(cache.find(key) == handles[static_cast<std::size_t>(key)]);
        handles.clear();
        QCOMPARE(cache.size(), std::size_t{0});
    }

    void transparentLookUp_makesAKeyOnlyForANewEntry()
    {
        CountedKey::made = 0;
        WeakCache<CountedKey, int, ThreadSafe, NoObserver, CountedKeyHash, CountedKeyEqual> cache;
        const auto made = cache.get(std::string_view("x"), 1);
        const auto hit = cache.get(std::string_view("x"), 2);
        QVERIFY(made == hit && cache.find(std::string_view("x")) == hit);
        QVERIFY(!cache.contains(std::string_view("y")));
        QCOMPARE(CountedKey::made, 1);
    }

    void snapshot_holdsWhatItFound()
    {
        WeakCache<int, int> cache;
        auto one = cache.get(1, 10);
        auto two = cache.get(2, 20);
        std::vector<Ref<int>> found = cache.snapshot();
        one = nullptr;
        two = nullptr;
        QCOMPARE(found.size(), std::size_t{2});
        QCOMPARE(*found[0] + *found[1], 30);
        found.clear();
        QCOMPARE(cache.size(), std::size_t{0});
    }

    void snapshot_isToldAsHandlesGained()
    {
        std::string text;
        WeakCache<std::string, int, SingleThread, Story> cache(Story{&text});
        const auto only = cache.get("x", 1);
        text.clear();
        QCOMPARE(cache.snapshot().size(), std::size_t{1});
        QCOMPARE(text, std::string("1 gains 2\n1 falls to 1\n"));
    }

    void handles_outliveTheCache()
    {
        std::string text;
        auto cache = std::make_unique<WeakCache<std::string, int, ThreadSafe, Story>>(Story{&text});
        auto handle = cache->get("x", 5);
        cache.reset();
        const auto copy = handle;
        QCOMPARE(*copy, 5);
        handle = nullptr;
        QCOMPARE(text, std::string("+1 x\n1 gains 2\n1 falls to 1\n"));
    }

    void weakRef_ofACachedObject_expiresAtEviction()
    {
        WeakCache<int, std::string> cache;
        auto only = cache.get(1, "text");
        const tetherscope::WeakRef<std::string> watcher = only;
        QCOMPARE(*watcher.lock(), std::string("text"));
        only = nullptr;
        QVERIFY(watcher.expired());
    }

    void withdrawnObject_livesOnWithoutAnEntry()
    {
        std::string text;
        WeakCache<std::string, int, ThreadSafe, Story> cache(Story{&text});
        auto old = cache.get("x", 1);
        QVERIFY(cache.withdraw(*old) && !cache.withdraw(*old));
        const auto fresh = cache.get("x", 2);
        QVERIFY(fresh != old);
        old = nullptr;
        QVERIFY(cache.find("x") == fresh);
        QCOMPARE(text, std::string("+1 x\n+2 x\n1 falls to 0\n-1 x\n2 gains 2\n2 falls to 1\n"));
    }

    void withdraw_ofWhatIsNotItsOwn_doesNothing()
    {
        WeakCache<int, int> cache;
        WeakCache<int, int> another;
        const auto single = tetherscope::makeRef<int>(1);
        const auto foreign = another.get(1, 1);
        QVERIFY(!cache.withdraw(*single) && !cache.withdraw(*foreign));
        QVERIFY(another.contains(1));
    }

    void keyOf_knowsTheKeysOfCachedObjectsOnly()
    {
        WeakCache<std::string, int> cache;
        const auto cached = cache.get("x", 1);
        const auto single = tetherscope::makeRef<int>(1);
        QCOMPARE(*cache.keyOf(*cached), std::string("x"));
        QVERIFY(cache.keyOf(*single) == nullptr);
    }

    void hookThatFindsItsOwnKey_savesTheObject()
    {
        SavableCache cache;
        SavableCache::Handle saved;
        auto only = cache.get(1);
        only->cache = &cache;
        only->saveInto = &saved;
        const Savable *const object = only.get();
        only = nullptr;
        QVERIFY(saved.get() == object && saved.useCount() == 1 && cache.contains(1));
        saved = nullptr;
        QVERIFY(!cache.contains(1));
    }
};

QTEST_APPLESS_MAIN(TestWeakCache)
#include "tst_weakcache.moc"
