// Threads that wait for an object being made: whom it delays, whom it must not, and how waiting ends.
// Scripted, so that every run takes the same course; a lost wake-up shows as a program that does not end.
#include "check.h"

#include <tetherscope/weakcache.h>

#include <atomic>
#include <functional>
#include <future>
#include <latch>
#include <stdexcept>
#include <thread>
#include <vector>

namespace {

using tetherscope::NoObserver;
using tetherscope::RecursiveCreation;
using tetherscope::ThreadSafe;
using tetherscope::WeakCache;

/// All keys in one chain of one stripe: the worst neighbourhood.
struct SameHash
{
    std::size_t operator()(int) const { return 1; }
};

/// Lets a constructor know that others have asked for its key. A key is compared under the stripe's lock and
/// the asker keeps the lock until it waits, so once seen here it will be waiting when the constructor's end
/// is noted.
struct SeenEqual
{
    bool operator()(int left, int right) const
    {
        if (left == right) {
            ++seen;
            seen.notify_all();
        }
        return left == right;
    }
    static void waitFor(int askers)
    {
        for (int now = seen; now < askers; now = seen)
            seen.wait(now);
    }
    static inline std::atomic<int> seen = 0;
};

using Cache = WeakCache<int, int, ThreadSafe, NoObserver, SameHash, SeenEqual>;
using Handle = Cache::Handle;

std::future<Handle> ask(Cache &cache, int key, std::function<int()> make)
{
    return std::async(std::launch::async, [&cache, key, make] { return cache.getOrCreate(key, make); });
}

// Boost.Flyweight makes an unrelated key wait for a slow constructor.
void unrelatedKeyIsNotDelayedByASlowConstructor()
{
    Cache cache;
    std::latch inConstructor(1);
    std::latch otherDone(1);
    std::thread slow([&] {
        cache.getOrCreate(1, [&] {
            inConstructor.count_down();
            otherDone.wait();
            return 10;
        });
    });
    inConstructor.wait();
    check(*cache.get(2, 20) == 20, "another key is made while a constructor is under way");
    check(!cache.find(1) && !cache.contains(1), "what is being made is not found");
    otherDone.count_down();
    slow.join();
}

void sameKeyIsMadeOnceForAllWhoWait()
{
    Cache cache;
    SeenEqual::seen = 0;
    std::atomic<int> made = 0;
    std::vector<std::future<Handle>> asking;
    for (int i = 0; i < 4; ++i) {
        asking.push_back(ask(cache, 1, [&] {
            SeenEqual::waitFor(3);
            return ++made;
        }));
    }
    std::vector<Handle> found;
    for (auto &handle : asking)
        found.push_back(handle.get());
    check(made == 1 && found.front().useCount() == 4, "one object for four who ask at once");
    for (const auto &handle : found)
        check(handle == found.front(), "all got the same object");
}

bool isRefused(std::future<Handle> &asking)
{
    try {
        asking.get();
        return false;
    } catch (const std::runtime_error &) {
        return true;
    }
}

void failedConstructionLetsOneWaiterTry()
{
    Cache cache;
    SeenEqual::seen = 0;
    std::latch inConstructor(1);
    std::atomic<int> attempts = 1;
    auto failing = ask(cache, 1, [&]() -> int {
        inConstructor.count_down();
        SeenEqual::waitFor(2);
        throw std::runtime_error("refused");
    });
    inConstructor.wait();
    auto first = ask(cache, 1, [&] { return ++attempts; });
    auto second = ask(cache, 1, [&] { return ++attempts; });
    check(isRefused(failing), "the exception reaches the one whose construction failed");
    const Handle handle = first.get();
    check(second.get() == handle && attempts == 2, "the waiters share a second attempt");
}

/// Each of two threads makes one key and asks for the other's: the second to ask must be told.
void circleOfTwoThreadsIsBroken()
{
    Cache cache;
    std::latch bothMaking(2);
    std::atomic<int> told = 0;
    const auto makeAndAsk = [&](int mine, int other) {
        cache.getOrCreate(mine, [&] {
            bothMaking.arrive_and_wait();
            try {
                return *cache.get(other, other);
            } catch (const RecursiveCreation &) {
                ++told;
                return 0;
            }
        });
    };
    std::thread first(makeAndAsk, 1, 2);
    std::thread second(makeAndAsk, 2, 1);
    first.join();
    second.join();
    check(told == 1, "one of the two is told, the other gets its object");
    check(cache.size() == 0, "nothing is left");
}

/// What one waited for is there, but it has not woken up: to ask it for something now closes no circle.
void settledWaitIsNoPartOfACircle()
{
    using tetherscope::detail::WaitGraph;
    auto &graph = WaitGraph::instance();
    const int mine = 0;
    const int theirs = 0;
    const std::thread::id self = std::this_thread::get_id();
    std::latch recorded(1);
    std::thread sleeper([&] {
        WaitGraph::Wait wait(self, &mine);
        check(graph.add(wait), "the first to wait is no circle");
        recorded.count_down();
        graph.sleep(wait);
    });
    recorded.wait();
    WaitGraph::Wait refused(sleeper.get_id(), &theirs);
    check(!graph.add(refused), "to wait for who waits for me is a circle");
    graph.settle(&mine);
    WaitGraph::Wait accepted(sleeper.get_id(), &theirs);
    check(graph.add(accepted), "what is settled is waited for by nobody");
    graph.settle(&theirs);
    graph.sleep(accepted);
    sleeper.join();
}

} // namespace

int main()
{
    for (int round = 0; round < 200; ++round) {
        unrelatedKeyIsNotDelayedByASlowConstructor();
        sameKeyIsMadeOnceForAllWhoWait();
        failedConstructionLetsOneWaiterTry();
        circleOfTwoThreadsIsBroken();
        settledWaitIsNoPartOfACircle();
    }
    return 0;
}
