#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <thread>

namespace tetherscope::detail {

/// A lock of four bytes for sections of some ten nanoseconds in which no user code runs but a key's equality.
///
/// Waiting is short unless the holder has been taken off its processor, and then spinning only keeps it off:
/// so a waiter spins a moment, then sleeps, longer each time up to a millisecond. Nobody has to be woken,
/// hence unlock() is a plain store; a lock that wakes sleepers needs a second locked operation there, which
/// is what a whole create and evict would notice most.
class SpinLock
{
public:
    void lock() noexcept
    {
        if (m_locked.exchange(1, std::memory_order_acquire) != 0) [[unlikely]]
            waitAndLock();
    }
    void unlock() noexcept { m_locked.store(0, std::memory_order_release); }

private:
    [[gnu::noinline]] void waitAndLock() noexcept
    {
        std::uint32_t patience = 0;
        do {
            while (m_locked.load(std::memory_order_relaxed) != 0)
                pause(++patience);
        } while (m_locked.exchange(1, std::memory_order_acquire) != 0);
    }
    static void pause(std::uint32_t patience) noexcept
    {
        constexpr std::uint32_t spins = 128;
        constexpr std::uint32_t longest = 1000;
        if (patience < spins)
            relax();
        else if (patience == spins)
            std::this_thread::yield();
        else
            std::this_thread::sleep_for(
                std::chrono::microseconds(std::min((patience - spins) * 10, longest)));
    }
    static void relax() noexcept
    {
#if defined(__x86_64__) || defined(__i386__)
        __builtin_ia32_pause();
#elif defined(__aarch64__)
        asm volatile("yield"); // NOLINT(hicpp-no-assembler)
#endif
    }

    std::atomic<std::uint32_t> m_locked = 0;
};

} // namespace tetherscope::detail
