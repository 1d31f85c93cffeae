#include "layout/timedlines.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace tetherscope {
namespace {

constexpr float pitchOfColumns = 250; // about
constexpr float widthOfCards = 166;
constexpr float wayAgainstReading = 600; // a loop runs in the gaps: easily followed, however far

/// All bits set if one is more than 0 and the other less, by more than a touch; else none.
std::int32_t onBothSides(float one, float other)
{
    constexpr float touch = 1;
    return std::bit_cast<std::int32_t>(one * other + touch) >> 31;
}

std::int32_t stepOf(std::uint32_t step)
{
    constexpr std::uint32_t most = std::numeric_limits<std::int32_t>::max() - 1;
    return static_cast<std::int32_t>(std::min(step, most));
}

} // namespace

float TimedLine::way() const
{
    const float across = toX - fromX;
    const float beyond = std::max(0.0F, across - (pitchOfColumns - widthOfCards));
    return std::abs(toY - fromY) + beyond + (across > 0 ? 0.0F : wayAgainstReading);
}

TimedLine lineOf(const Tie &tie, const Arrangement &arrangement)
{
    return lineOf(tie, arrangement.column[tie.from], arrangement.top[tie.from], arrangement.column[tie.to],
                  arrangement.top[tie.to]);
}

TimedLine lineOf(const Tie &tie, std::uint32_t fromColumn, double fromTop, std::uint32_t toColumn,
                 double toTop)
{
    return {pitchOfColumns * static_cast<float>(fromColumn) + widthOfCards,
            static_cast<float>(fromTop + tie.fromPort),
            pitchOfColumns * static_cast<float>(toColumn),
            static_cast<float>(toTop + tie.toPort),
            stepOf(tie.life.first),
            stepOf(tie.life.last)};
}

void TimedLines::makeRoom(std::size_t lines)
{
    if (m_fromX.size() >= lines)
        return;
    const std::size_t room = std::max(lines, 2 * m_fromX.size());
    for (std::vector<float> *values : {&m_fromX, &m_fromY, &m_toX, &m_toY})
        values->resize(room);
    m_first.resize(room);
    m_last.resize(room);
}

void TimedLines::add(const TimedLine &line)
{
    makeRoom(m_size + 1);
    m_fromX[m_size] = line.fromX;
    m_fromY[m_size] = line.fromY;
    m_toX[m_size] = line.toX;
    m_toY[m_size] = line.toY;
    m_first[m_size] = line.first;
    m_last[m_size] = line.last;
    ++m_size;
}

/// Without a branch: the number of one that is not taken is written over by the next.
void TimedLines::takeFrom(const TimedLines &others, const LineArea &area)
{
    const std::size_t count = others.size();
    m_taken.resize(std::max(count, m_taken.size()));
    for (std::size_t i = 0; i < count; ++i) {
        const float left = std::min(others.m_fromX[i], others.m_toX[i]);
        const float right = std::max(others.m_fromX[i], others.m_toX[i]);
        const float top = std::min(others.m_fromY[i], others.m_toY[i]);
        const float bottom = std::max(others.m_fromY[i], others.m_toY[i]);
        m_taken[i] =
            static_cast<std::int32_t>(left <= area.right) & static_cast<std::int32_t>(area.left <= right) &
            static_cast<std::int32_t>(top <= area.bottom) & static_cast<std::int32_t>(area.top <= bottom) &
            static_cast<std::int32_t>(others.m_first[i] <= area.last) &
            static_cast<std::int32_t>(area.first <= others.m_last[i]);
    }
    m_chosen.resize(std::max(count, m_chosen.size()));
    std::size_t size = 0;
    for (std::size_t i = 0; i < count; ++i) {
        m_chosen[size] = static_cast<std::uint32_t>(i);
        size += static_cast<std::size_t>(m_taken[i]);
    }
    makeRoom(size);
    for (std::size_t line = 0; line < size; ++line) {
        const std::uint32_t other = m_chosen[line];
        m_fromX[line] = others.m_fromX[other];
        m_fromY[line] = others.m_fromY[other];
        m_toX[line] = others.m_toX[other];
        m_toY[line] = others.m_toY[other];
        m_first[line] = others.m_first[other];
        m_last[line] = others.m_last[other];
    }
    m_size = size;
}

/// Without a branch and in whole numbers, whose sums may be taken in any order: that lets the compiler take
/// several lines at a time.
std::int32_t TimedLines::crossedSteps(const TimedLine &line, std::size_t begin) const
{
    const float dx = line.toX - line.fromX;
    const float dy = line.toY - line.fromY;
    const std::size_t end = size();
    std::int32_t sum = 0;
    for (std::size_t other = begin; other < end; ++other) {
        const float otherDx = m_toX[other] - m_fromX[other];
        const float otherDy = m_toY[other] - m_fromY[other];
        const float startX = m_fromX[other] - line.fromX;
        const float startY = m_fromY[other] - line.fromY;
        const float starts = dx * startY - dy * startX;
        const float ends = starts + dx * otherDy - dy * otherDx;
        const float begins = otherDx * startY - otherDy * startX;
        const float finishes = begins - otherDx * dy + otherDy * dx;
        const std::int32_t together =
            std::min(line.last, m_last[other]) - std::max(line.first, m_first[other]) + 1;
        sum += std::max(together, 0) & onBothSides(starts, ends) & onBothSides(begins, finishes);
    }
    return sum;
}

} // namespace tetherscope
