#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <thread>

// Included before the library, gives its marked points to delays at random, so that what happens between two
// steps once in a million runs happens in each. A failed run's seed is printed at its start; TETHERSCOPE_SEED
// repeats it.
namespace perturbed {

inline std::uint64_t seed()
{
    static const std::uint64_t value = [] {
        const char *given = std::getenv("TETHERSCOPE_SEED");
        const std::uint64_t chosen =
            given != nullptr ? std::strtoull(given, nullptr, 10) : std::uint64_t{20260101};
        std::fprintf(stderr, "TETHERSCOPE_SEED=%llu\n", static_cast<unsigned long long>(chosen));
        return chosen;
    }();
    return value;
}

inline std::uint64_t next()
{
    static std::atomic<std::uint64_t> threads = 0;
    thread_local std::uint64_t state = (seed() + ++threads) * 0x9e37'79b9'7f4a'7c15U;
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

inline void delay()
{
    const std::uint64_t dice = next();
    if (dice % 4 == 0)
        std::this_thread::yield();
    else if (dice % 64 == 1)
        std::this_thread::sleep_for(std::chrono::microseconds(dice / 64 % 50));
}

} // namespace perturbed

#define TETHERSCOPE_PERTURB(point) perturbed::delay()
