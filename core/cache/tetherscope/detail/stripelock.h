#pragma once

#include <tetherscope/detail/parkinglot.h>
#include <tetherscope/detail/perturb.h>

#include <atomic>
#include <cstdint>

namespace tetherscope::detail {

/// A lock of four bytes for sections of some ten nanoseconds in which no user code runs but a key's equality.
///
/// Waiting is short unless the holder has been taken off its processor, and then spinning only keeps it off:
/// so a waiter spins a moment, then parks. unlock() is a plain store after a plain load of how many are
/// parked. It may miss one who parks just then, which that one's time limit makes good; not to miss it would
/// take a second locked operation in every unlock, which is what a create and evict would notice most.
class StripeLock
{
public:
    void lock() noexcept
    {
        if (m_locked.exchange(1, std::memory_order_acquire) != 0) [[unlikely]]
            waitAndLock();
    }
    /// With the store the lock may be gone: another thread may have ended what it is in.
    void unlock() noexcept
    {
        const bool isAwaited = m_parked.load(std::memory_order_relaxed) != 0;
        m_locked.store(0, std::memory_order_release);
        if (isAwaited) [[unlikely]]
            ParkingLot::instance().wake(this);
    }

private:
    [[gnu::noinline]] void waitAndLock() noexcept
    {
        constexpr int spins = 128;
        int spun = 0;
        do {
            for (; m_locked.load(std::memory_order_relaxed) != 0; ++spun) {
                if (spun < spins)
                    relax();
                else
                    park();
            }
        } while (m_locked.exchange(1, std::memory_order_acquire) != 0);
    }
    void park() noexcept
    {
        m_parked.fetch_add(1, std::memory_order_relaxed);
        TETHERSCOPE_PERTURB("a waiter is about to park");
        ParkingLot::instance().park(this, [this] { return m_locked.load(std::memory_order_relaxed) == 0; });
        m_parked.fetch_sub(1, std::memory_order_relaxed);
    }
    static void relax() noexcept
    {
#if defined(__x86_64__) || defined(__i386__)
        __builtin_ia32_pause();
#elif defined(__aarch64__)
        asm volatile("yield"); // NOLINT(hicpp-no-assembler)
#endif
    }

    std::atomic<std::uint16_t> m_locked = 0;
    std::atomic<std::uint16_t> m_parked = 0;
};

} // namespace tetherscope::detail
