#include "qt/cachesignals.h"

#include <tetherscope/weakcache.h>

#include <QtTest>

#include <memory>
#include <thread>

namespace {

using tetherscope::CacheSignals;
using tetherscope::CacheSignalsObserver;
using tetherscope::ThreadSafe;
using tetherscope::WeakCache;

using Cache = WeakCache<int, QString, ThreadSafe, CacheSignalsObserver<int>>;

CacheSignalsObserver<int> observerOf(const CacheSignals &story)
{
    return story.observer<int>([](int key) { return QStringLiteral("key %1").arg(key); });
}

/// Writes down what a CacheSignals emits, and stands in the way of signals of another thread.
class Writer : public QObject
{
public:
    explicit Writer(const CacheSignals &story)
    {
        connect(&story, &CacheSignals::created, this,
                [this](quint64 id, const QString &key) { add(QStringLiteral("+%1 %2").arg(id).arg(key)); });
        connect(&story, &CacheSignals::acquired, this, [this](quint64 id, quint32 strong) {
            add(QStringLiteral("%1 gains %2").arg(id).arg(strong));
        });
        connect(&story, &CacheSignals::released, this, [this](quint64 id, quint32 strong) {
            add(QStringLiteral("%1 falls to %2").arg(id).arg(strong));
        });
        connect(&story, &CacheSignals::evicted, this,
                [this](quint64 id, const QString &key) { add(QStringLiteral("-%1 %2").arg(id).arg(key)); });
    }

    QStringList lines;

private:
    void add(const QString &line)
    {
        QVERIFY(QThread::currentThread() == thread());
        lines += line;
    }
};

void useOnAnotherThread(Cache &cache)
{
    std::thread([&] {
        const auto first = cache.get(1, QStringLiteral("one"));
        const auto copy = first;
    }).join();
}

const QStringList storyOfOneCopy{QStringLiteral("+1 key 1"), QStringLiteral("1 gains 2"),
                                 QStringLiteral("1 falls to 1"), QStringLiteral("1 falls to 0"),
                                 QStringLiteral("-1 key 1")};

} // namespace

class TestCacheSignals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void ownThread_isToldAtOnce()
    {
        const CacheSignals story;
        const Writer writer(story);
        Cache cache(observerOf(story));
        {
            const auto first = cache.get(1, QStringLiteral("one"));
            QCOMPARE(writer.lines, storyOfOneCopy.mid(0, 1));
            const auto copy = first;
        }
        QCOMPARE(writer.lines, storyOfOneCopy);
    }

    void otherThread_isToldFromTheEventLoop()
    {
        const CacheSignals story;
        const Writer writer(story);
        Cache cache(observerOf(story));
        useOnAnotherThread(cache);
        QCOMPARE(writer.lines, QStringList());
        QTRY_COMPARE(writer.lines, storyOfOneCopy);
    }

    void laterReportOfTheOwnThread_overtakesNothing()
    {
        const CacheSignals story;
        const Writer writer(story);
        Cache cache(observerOf(story));
        useOnAnotherThread(cache);
        const auto fresh = cache.get(1, QStringLiteral("another"));
        QCOMPARE(writer.lines, storyOfOneCopy + QStringList{QStringLiteral("+2 key 1")});
        QCoreApplication::processEvents();
        QCOMPARE(writer.lines.size(), 6);
    }

    void handlesOutliveCacheAndSignals()
    {
        auto story = std::make_unique<CacheSignals>();
        auto cache = std::make_unique<Cache>(observerOf(*story));
        auto handle = cache->get(1, QStringLiteral("one"));
        cache.reset();
        story.reset();
        const auto copy = handle;
        handle = nullptr;
        QCOMPARE(copy.useCount(), 1U);
    }

    void signalsThatGoWithReportsWaiting_areNotMissed()
    {
        auto story = std::make_unique<CacheSignals>();
        const Writer writer(*story);
        Cache cache(observerOf(*story));
        useOnAnotherThread(cache);
        story.reset();
        QCoreApplication::processEvents();
        QCOMPARE(writer.lines, QStringList());
    }

    void slotThatUsesTheCache_isToldAfterwards()
    {
        const CacheSignals story;
        const Writer writer(story);
        Cache cache(observerOf(story));
        Cache::Handle second;
        connect(&story, &CacheSignals::created, this, [&](quint64 id) {
            if (id == 1)
                second = cache.get(2, QStringLiteral("two"));
        });
        const auto first = cache.get(1, QStringLiteral("one"));
        QCOMPARE(writer.lines, (QStringList{QStringLiteral("+1 key 1"), QStringLiteral("+2 key 2")}));
    }

    void slotThatDeletesTheSignals_isTheLastToHear()
    {
        auto *story = new CacheSignals;
        const Writer writer(*story);
        Cache cache(observerOf(*story));
        connect(story, &CacheSignals::acquired, story, [story] { delete story; });
        {
            const auto first = cache.get(1, QStringLiteral("one"));
            const auto copy = first;
        }
        QCOMPARE(writer.lines, storyOfOneCopy.mid(0, 2));
    }

    void manyThreads_areToldInOrderForEachObject()
    {
        const CacheSignals story;
        QHash<quint64, int> alive;
        int evicted = 0;
        connect(&story, &CacheSignals::created, this, [&](quint64 id) { alive.insert(id, 1); });
        connect(&story, &CacheSignals::acquired, this, [&](quint64 id) { ++alive[id]; });
        connect(&story, &CacheSignals::released, this, [&](quint64 id) { --alive[id]; });
        connect(&story, &CacheSignals::evicted, this, [&](quint64 id) {
            QCOMPARE(alive.take(id), 0);
            ++evicted;
        });
        Cache cache(observerOf(story));
        std::vector<std::thread> threads;
        for (int number = 0; number < 4; ++number) {
            threads.emplace_back([&] {
                for (int round = 0; round < 500; ++round)
                    cache.get(round % 3, QString());
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        const auto last = cache.get(9, QString()); // its id tells how many there were before
        QTRY_COMPARE(alive.size(), 1);
        QCOMPARE(alive.value(static_cast<quint64>(evicted) + 1), 1);
    }
};

QTEST_GUILESS_MAIN(TestCacheSignals)
#include "tst_cachesignals.moc"
