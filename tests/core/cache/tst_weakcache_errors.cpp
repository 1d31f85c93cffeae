#include "story.h"

#include <QtTest>

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

namespace {

using tetherscope::RecursiveCreation;
using tetherscope::SingleThread;
using tetherscope::Story;
using tetherscope::ThreadSafe;
using tetherscope::WeakCache;

/// Does at its birth and at its death what a test wants.
struct Scripted
{
    using Act = std::function<void()>;
    explicit Scripted(const Act &birth, Act death = {})
        : atDeath(std::move(death))
    {
        if (birth)
            birth();
    }
    ~Scripted()
    {
        if (atDeath)
            atDeath();
    }
    Act atDeath;
};

/// What `act` leads to, as the observer told it.
template<auto act>
std::string storyOf()
{
    std::string text;
    act(text);
    return text;
}

template<typename Policy>
using Cache = WeakCache<std::string, Scripted, Policy, Story>;

template<typename Policy>
void constructorThrowsOnce(std::string &text)
{
    Cache<Policy> cache(Story{&text});
    try {
        cache.get("x", [] { throw std::runtime_error("refused"); });
    } catch (const std::runtime_error &error) {
        text += error.what() + std::string(", ") + std::to_string(cache.size()) + "\n";
    }
    cache.get("x", nullptr);
}

template<typename Policy>
void constructorAsksForItself(std::string &text)
{
    Cache<Policy> cache(Story{&text});
    const auto askAgain = [&] {
        try {
            cache.get("x", nullptr);
        } catch (const RecursiveCreation &) {
            text += "recursive\n";
        }
    };
    cache.get("x", askAgain);
}

template<typename Policy>
void recursionPassesThroughTheConstructor(std::string &text)
{
    Cache<Policy> cache(Story{&text});
    const auto askForA = [&] { cache.get("a", nullptr); };
    const auto askForB = [&] { cache.get("b", askForA); };
    try {
        cache.get("a", askForB);
    } catch (const RecursiveCreation &) {
        text += "recursive, " + std::to_string(cache.size()) + "\n";
    }
}

template<typename Policy>
void constructorNeedsAnother(std::string &text)
{
    Cache<Policy> cache(Story{&text});
    typename Cache<Policy>::Handle inner;
    cache.get("outer", [&] { inner = cache.get("inner", nullptr); });
    inner = nullptr;
}

template<typename Policy>
void destructorAsksForItsKey(std::string &text)
{
    Cache<Policy> cache(Story{&text});
    typename Cache<Policy>::Handle fresh;
    auto old = cache.get("x", nullptr, [&] { fresh = cache.get("x", nullptr); });
    old = nullptr;
    const bool found = fresh && cache.find("x") == fresh;
    text += found ? "fresh\n" : "missing\n";
}

template<typename Policy>
void destructorDropsTheCache(std::string &text)
{
    auto cache = std::make_unique<Cache<Policy>>(Story{&text});
    auto last = cache->get("x", nullptr, [&] { cache.reset(); });
    last = nullptr;
    text += cache ? "kept\n" : "gone\n";
}

/// Lets another handle go while the first loss is being told.
struct Reentrant : Story
{
    void onRelease(const tetherscope::CacheEvent<std::string, int> &event)
    {
        Story::onRelease(event);
        if (last != nullptr)
            std::exchange(last, nullptr)->reset();
        *text += "told " + std::to_string(event.object) + "\n";
    }
    tetherscope::Ref<int, tetherscope::Observed<SingleThread>> *last = nullptr;
};

} // namespace

class TestWeakCacheErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void throwingConstructor_storesNothingAndUsesNoId()
    {
        const std::string expected = "refused, 0\n+1 x\n1 falls to 0\n-1 x\n";
        QCOMPARE(storyOf<constructorThrowsOnce<SingleThread>>(), expected);
        QCOMPARE(storyOf<constructorThrowsOnce<ThreadSafe>>(), expected);
    }

    // Boost.Flyweight destroys the node under construction here.
    void constructorThatAsksForItsOwnKey_isTold()
    {
        const std::string expected = "recursive\n+1 x\n1 falls to 0\n-1 x\n";
        QCOMPARE(storyOf<constructorAsksForItself<SingleThread>>(), expected);
        QCOMPARE(storyOf<constructorAsksForItself<ThreadSafe>>(), expected);
    }

    void recursionThroughAnotherKey_unwindsBoth()
    {
        QCOMPARE(storyOf<recursionPassesThroughTheConstructor<SingleThread>>(),
                 std::string("recursive, 0\n"));
        QCOMPARE(storyOf<recursionPassesThroughTheConstructor<ThreadSafe>>(), std::string("recursive, 0\n"));
    }

    void constructorThatNeedsAnotherKey_getsIt()
    {
        const std::string expected = "+1 inner\n+2 outer\n2 falls to 0\n-2 outer\n1 falls to 0\n-1 inner\n";
        QCOMPARE(storyOf<constructorNeedsAnother<SingleThread>>(), expected);
        QCOMPARE(storyOf<constructorNeedsAnother<ThreadSafe>>(), expected);
    }

    void destructorThatAsksForItsOwnKey_getsAFreshObject()
    {
        const std::string expected =
            "+1 x\n1 falls to 0\n-1 x\n+2 x\n2 gains 2\n2 falls to 1\nfresh\n2 falls to 0\n-2 x\n";
        QCOMPARE(storyOf<destructorAsksForItsKey<SingleThread>>(), expected);
        QCOMPARE(storyOf<destructorAsksForItsKey<ThreadSafe>>(), expected);
    }

    void destructorThatEndsTheCache_isSafe()
    {
        const std::string expected = "+1 x\n1 falls to 0\n-1 x\ngone\n";
        QCOMPARE(storyOf<destructorDropsTheCache<SingleThread>>(), expected);
        QCOMPARE(storyOf<destructorDropsTheCache<ThreadSafe>>(), expected);
    }

    void lastHandleLetGoWhileALossIsTold_endsTheObjectAfterwards()
    {
        std::string text;
        WeakCache<std::string, int, SingleThread, Reentrant> cache(Reentrant{{&text}});
        auto first = cache.get("x", 7);
        auto second = first;
        cache.observer().last = &second;
        first = nullptr;
        QCOMPARE(text, std::string("+1 x\n1 gains 2\n1 falls to 1\n1 falls to 0\ntold 7\ntold 7\n-1 x\n"));
    }
};

QTEST_APPLESS_MAIN(TestWeakCacheErrors)
#include "tst_weakcache_errors.moc"
