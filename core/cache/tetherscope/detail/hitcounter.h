#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace tetherscope::detail {

/// Counts hits without a line that all threads write: each thread adds to one of a few, chosen when it first
/// counts.
template<bool counts>
class HitCounter
{
public:
    void add() noexcept { m_lines[lineOfThread()].hits.fetch_add(1, std::memory_order_relaxed); }
    std::uint64_t sum() const noexcept
    {
        std::uint64_t total = 0;
        for (const Line &line : m_lines)
            total += line.hits.load(std::memory_order_relaxed);
        return total;
    }

private:
    struct alignas(64) Line
    {
        std::atomic<std::uint64_t> hits = 0;
    };
    static constexpr std::size_t lineCount = 16;

    static std::size_t lineOfThread() noexcept
    {
        static std::atomic<std::size_t> threads = 0;
        thread_local const std::size_t mine = threads.fetch_add(1, std::memory_order_relaxed) % lineCount;
        return mine;
    }

    std::array<Line, lineCount> m_lines;
};

template<>
class HitCounter<false>
{
public:
    static void add() noexcept {}
    static std::uint64_t sum() noexcept { return 0; }
};

} // namespace tetherscope::detail
