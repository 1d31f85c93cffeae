#pragma once

#include <atomic>
#include <cstdint>
#include <cstdlib>

namespace tetherscope::detail {

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

    /// Adds 1 unless (value & mask) is 0; the new value, or 0 if nothing was added.
    Int gainUnlessZero(Int mask) noexcept { return (m_value & mask) == 0 ? 0 : ++m_value; }

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

    Int gainUnlessZero(Int mask) noexcept
    {
        Int seen = m_value.load(std::memory_order_relaxed);
        while ((seen & mask) != 0) {
            if (m_value.compare_exchange_weak(seen, seen + 1, std::memory_order_acquire,
                                              std::memory_order_relaxed))
                return seen + 1;
        }
        return 0;
    }

private:
    std::atomic<Int> m_value;
};

/// A count that would wrap frees what is still held: the program stops before that.
inline std::uint32_t checkedCount(std::uint32_t count) noexcept
{
    if (count >= 0x8000'0000U)
        std::abort();
    return count;
}

/// How many hold something. Zero is terminal where gainUnlessZero() is the way in.
template<typename Word>
class Count
{
public:
    explicit Count(std::uint32_t value)
        : m_word(value)
    {
    }

    std::uint32_t value() const noexcept { return m_word.value(); }
    std::uint32_t increment() noexcept { return checkedCount(m_word.gain(1)); }
    std::uint32_t incrementUnlessZero() noexcept { return checkedCount(m_word.gainUnlessZero(~0U)); }

    /// The count afterwards. At 0 the caller, and nobody else, has to end what was counted.
    std::uint32_t decrement() noexcept { return m_word.give(~0U); }

private:
    Word m_word;
};

/// A count whose every loss is reported to somebody who must see a consistent story.
///
/// The report of a release runs after the count has fallen, with the number to which it fell, and yet the
/// object must not end before the report has: another thread may bring the count to zero meanwhile. So a word
/// carries two numbers, the strong count below and the reports under way above. The object ends when both
/// are zero, and exactly one releaser sees that.
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
        return checkedCount(strong(m_word.gainUnlessZero(strongBits)));
    }

    std::uint32_t beginDecrement() noexcept { return strong(m_word.give(oneReport - 1)); }
    bool endDecrement() noexcept { return m_word.give(0 - oneReport) == 0; } ///< True: the caller ends it.

private:
    static constexpr std::uint64_t oneReport = std::uint64_t{1} << 32;
    static constexpr std::uint64_t strongBits = oneReport - 1;
    static std::uint32_t strong(std::uint64_t word) { return static_cast<std::uint32_t>(word & strongBits); }

    Word m_word;
};

} // namespace tetherscope::detail
