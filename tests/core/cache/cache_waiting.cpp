// Threads that wait for an object being made: whom it delays, whom it must not, and how waiting ends.
// Scripted with latches, so every run takes the same course.
#include "check.h"

#include <tetherscope/weakcache.h>

#include <atomic>
#include <future>
#include <latch>
#include <stdexcept>
#include <thread>
#include <vector>

namespace {

using tetherscope::NoObserver;
using tetherscope::RecursiveCreation;
using tetherscope::Ref;
using tetherscope::ThreadSafe;
using tetherscope::WeakCache;

/// All keys in one chain of one stripe: the worst neighbourhood.
struct SameHash
{
    std::size_t operator()(int) const { return 1; }
};

using Cache = WeakCache<int, int, ThreadSafe, NoObserver, SameHash>;

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
    std::atomic<int> made = 0;
    std::vector<std::future<Ref<int>>> handles;
    std::latch start(4);
    for (int i = 0; i < 4; ++i) {
        handles.push_back(std::async(std::launch::async, [&] {
            start.arrive_and_wait();
            return cache.getOrCreate(1, [&] { return ++made; });
        }));
    }
    std::vector<Ref<int>> found;
    for (auto &handle : handles)
        found.push_back(handle.get());
    check(made == 1 && found.front().useCount() == 4, "one object for four who ask at once");
    for (const auto &handle : found)
        check(handle == found.front(), "all got the same object");
}

void failedConstructionLetsOneWaiterTry()
{
    Cache cache;
    std::latch inConstructor(1);
    std::atomic<int> attempts = 0;
    const auto failFirst = [&] {
        if (++attempts == 1) {
            inConstructor.count_down();
            throw std::runtime_error("refused");
        }
        return 7;
    };
    auto failing = std::async(std::launch::async, [&] { return cache.getOrCreate(1, failFirst); });
    inConstructor.wait();
    auto first = std::async(std::launch::async, [&] { return cache.getOrCreate(1, failFirst); });
    auto second = std::async(std::launch::async, [&] { return cache.getOrCreate(1, failFirst); });
    bool refused = false;
    try {
        failing.get();
    } catch (const std::runtime_error &) {
        refused = true;
    }
    const Ref<int> handle = first.get();
    check(refused && second.get() == handle && *handle == 7 && attempts == 2,
          "the waiters share a second attempt");
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

} // namespace

int main()
{
    for (int round = 0; round < 200; ++round) {
        unrelatedKeyIsNotDelayedByASlowConstructor();
        sameKeyIsMadeOnceForAllWhoWait();
        failedConstructionLetsOneWaiterTry();
        circleOfTwoThreadsIsBroken();
    }
    return 0;
}
