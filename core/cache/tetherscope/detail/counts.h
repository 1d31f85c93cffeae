#pragma once

#include <atomic>
#include <cstdint>
#include <cstdlib>

/// A count that reaches this ends the program. Smaller in the test that makes a count overflow.
#ifndef TETHERSCOPE_COUNT_LIMIT
#define TETHERSCOPE_COUNT_LIMIT 0x8000'0000U
#endif

namespace tetherscope::detail {

/// Says that a line will be written. Where another thread wrote it last, reading it first would fetch it
/// twice: once to read, once more to write.
inline void prefetchToWrite(const void *address) noexcept
{
#ifdef __x86_64__
    // what the compiler makes of __builtin_prefetch() for all x86 processors is a prefetch to read
    asm volatile("prefetchw %0" : : "m"(*static_cast<const char *>(address))); // NOLINT(hicpp-no-assembler)
#else
    __builtin_prefetch(address, 1);
#endif
}

/// A number that one thread uses. Same calls as AtomicWord, so that what counts is written once for both.
template<typename Int>
class PlainWord
{
public:
    explicit PlainWord(Int value)
        : m_value(value)
    {
    }

    Int value() const noexcept { return m_value; }
    Int gain(Int difference) noexcept { return m_value += difference; }
    Int give(Int difference) noexcept { return m_value += difference; }
    void set(Int value) noexcept { m_value = value; }

    /// Adds `difference` if `wanted` accepts the value `seen`.
    template<typename Wanted>
    bool gainIf(Int difference, Wanted wanted, Int &seen) noexcept
    {
        seen = m_value;
        if (!wanted(seen))
            return false;
        m_value += difference;
        return true;
    }

private:
    Int m_value;
};

/// A number that threads share.
///
/// A gain needs no order: who gains has a handle already. A give orders all earlier uses of the object
/// before the destructor that the last give leads to; it is one acq_rel operation and no separate fence,
/// because ThreadSanitizer cannot see fences.
template<typename Int>
class AtomicWord
{
public:
    explicit AtomicWord(Int value)
        : m_value(value)
    {
    }

    Int value() const noexcept { return m_value.load(std::memory_order_acquire); }
    Int gain(Int difference) noexcept
    {
        return m_value.fetch_add(difference, std::memory_order_relaxed) + difference;
    }
    Int give(Int difference) noexcept
    {
        return m_value.fetch_add(difference, std::memory_order_acq_rel) + difference;
    }
    /// Publishes what was written before to whoever reads the value, or one that others made from it.
    void set(Int value) noexcept { m_value.store(value, std::memory_order_release); }

    template<typename Wanted>
    bool gainIf(Int difference, Wanted wanted, Int &seen) noexcept
    {
        seen = m_value.load(std::memory_order_relaxed);
        while (wanted(seen)) {
            if (m_value.compare_exchange_weak(seen, seen + difference, std::memory_order_acquire,
                                              std::memory_order_relaxed)) [[likely]]
                return true;
        }
        return false;
    }

private:
    std::atomic<Int> m_value;
};

/// A count that would wrap frees what is still held: the program stops before that.
inline std::uint32_t checkedCount(std::uint32_t count) noexcept
{
    if (count >= TETHERSCOPE_COUNT_LIMIT)
        std::abort();
    return count;
}

/// Whether one more may be added to this, which is not so after zero. One comparison for both limits, made
/// before the locked operation: made after it, it would have to wait for that.
inline bool isCountable(std::uint32_t count) noexcept
{
    if (count - 1 < TETHERSCOPE_COUNT_LIMIT - 2) [[likely]]
        return true;
    if (count != 0)
        std::abort();
    return false;
}

/// How many hold an object. Zero is terminal for those who come by incrementUnlessZero(): a new life begins
/// with start() only.
template<typename Word>
class StrongCount
{
public:
    explicit StrongCount(std::uint32_t value)
        : m_word(value)
    {
    }

    std::uint32_t value() const noexcept { return m_word.value(); }
    std::uint32_t increment() noexcept { return checkedCount(m_word.gain(1)); }
    /// The count afterwards, or 0.
    std::uint32_t incrementUnlessZero() noexcept
    {
        std::uint32_t seen = 0;
        return m_word.gainIf(1, isCountable, seen) ? seen + 1 : 0;
    }
    bool tryIncrement() noexcept ///< The same for who does not ask how many there are.
    {
        std::uint32_t seen = 0;
        return m_word.gainIf(1, isCountable, seen);
    }

    /// The count afterwards. At 0 the caller, and nobody else, has to end what was counted.
    std::uint32_t decrement() noexcept { return m_word.give(~0U); }

    void start() noexcept { m_word.set(1); } ///< A new object is there, and the caller has the one unit.

private:
    Word m_word;
};

/// A count whose every change is reported to somebody who must see a consistent story.
///
/// The report of a release runs after the count has fallen, with the number to which it fell, and yet the
/// object must not end before the report has: another thread may bring the count to zero meanwhile. So a word
/// carries two numbers, the strong count below and the guards above: reports under way, and look-ups that
/// have found the object and do not know yet whether it is theirs. The object ends when both are zero, and
/// exactly one thread sees that.
template<typename Word>
class ReportedCount
{
public:
    explicit ReportedCount(std::uint32_t value)
        : m_word(value)
    {
    }

    std::uint32_t value() const noexcept { return strong(m_word.value()); }
    std::uint32_t increment() noexcept { return checkedCount(strong(m_word.gain(1))); }
    std::uint32_t incrementUnlessZero() noexcept
    {
        std::uint64_t seen = 0;
        return m_word.gainIf(1, isHeld, seen) ? strong(seen) + 1 : 0;
    }

    std::uint32_t beginDecrement() noexcept { return strong(m_word.give(oneGuard - 1)); }

    bool guardUnlessZero() noexcept
    {
        std::uint64_t seen = 0;
        return m_word.gainIf(oneGuard, isHeld, seen);
    }
    bool endGuard() noexcept { return m_word.give(0 - oneGuard) == 0; } ///< True: the caller ends the object.

    void start() noexcept { m_word.set(1); }

private:
    static constexpr std::uint64_t oneGuard = std::uint64_t{1} << 32;
    static std::uint32_t strong(std::uint64_t word) { return static_cast<std::uint32_t>(word); }
    static bool isHeld(std::uint64_t word) { return isCountable(strong(word)); }

    Word m_word;
};

/// How many WeakRefs watch an object, and as one more the object itself as long as it is not destroyed: at
/// zero its memory goes back. Five bits say where from, see Origin; four are for the cache to note where in
/// its bucket it has put the object.
template<typename Word>
class WeakCount
{
public:
    explicit WeakCount(std::uint32_t origin)
        : m_word((origin << originShift) | 1)
    {
    }

    std::uint32_t value() const noexcept { return m_word.value() & countMask; }
    std::uint32_t origin() const noexcept { return m_word.value() >> originShift; }
    unsigned slot() const noexcept { return (m_word.value() >> countBits) & slotMask; }
    /// Requires: only the own unit, and the caller has it; slot < 16.
    void noteSlot(unsigned slot) noexcept
    {
        m_word.set((m_word.value() & ~(slotMask << countBits)) | (slot << countBits));
    }
    void restart() noexcept { m_word.set((m_word.value() & ~countMask) | 1); } ///< For the next object here.
    void increment() noexcept
    {
        if ((m_word.gain(1) & countMask) > countMask / 2)
            std::abort();
    }
    /// One unit, and the caller has it, so that there is nobody who could make a second: what spares the
    /// locked operation, and, to a node that goes back to its pool, restart().
    bool isOnlyOwn() const noexcept { return value() == 1; }
    /// True: the caller gives the memory back.
    bool decrement() noexcept { return isOnlyOwn() || (m_word.give(~std::uint32_t{0}) & countMask) == 0; }

private:
    static constexpr unsigned countBits = 23;
    static constexpr unsigned originShift = 27;
    static constexpr std::uint32_t slotMask = 0xf;
    static constexpr std::uint32_t countMask = (1U << countBits) - 1;

    Word m_word;
};

} // namespace tetherscope::detail
