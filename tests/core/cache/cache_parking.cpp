// A stripe's lock that is held for long: who waits for it parks, and goes on when it is free. The program
// does not end if either is not so.
#include "check.h"

#include <atomic>
#include <string_view>

namespace {

/// Counts those about to park.
std::atomic<int> parking = 0; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables): the macro's

void mark(std::string_view point)
{
    if (point == "a waiter is about to park") {
        ++parking;
        parking.notify_all();
    }
}

} // namespace

#define TETHERSCOPE_PERTURB(point) mark(point)
#include <tetherscope/weakcache.h>

#include <thread>
#include <vector>

namespace {

struct SameHash
{
    std::size_t operator()(int) const { return 1; }
};

/// The one piece of user code under the lock; while it is told to, it does not return before somebody parks.
struct SlowEqual
{
    bool operator()(int left, int right) const
    {
        if (slow.exchange(false)) {
            entered = true;
            entered.notify_all();
            for (int now = parking; now < waiters; now = parking)
                parking.wait(now);
        }
        return left == right;
    }
    static constexpr int waiters = 3;
    static inline std::atomic<bool> slow = false;
    static inline std::atomic<bool> entered = false;
};

void waitersParkAndAreServed()
{
    tetherscope::WeakCache<int, int, tetherscope::ThreadSafe, tetherscope::NoObserver, SameHash, SlowEqual>
        cache;
    const auto one = cache.get(1, 1);
    SlowEqual::slow = true;
    std::vector<std::thread> threads;
    threads.emplace_back([&] { check(cache.contains(1), "the holder of the lock finds its key"); });
    SlowEqual::entered.wait(false);
    for (int key = 2; key < 2 + SlowEqual::waiters; ++key)
        threads.emplace_back(
            [&cache, key] { check(*cache.get(key, key) == key, "a waiter gets its object"); });
    for (std::thread &thread : threads)
        thread.join();
    check(parking >= SlowEqual::waiters, "each waiter has parked");
    check(cache.size() == 1, "the waiters' objects have gone");
}

} // namespace

int main()
{
    waitersParkAndAreServed();
    return 0;
}
