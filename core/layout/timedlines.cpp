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
    return {pitchOfColumns * static_cast<float>(arrangement.column[tie.from]) + widthOfCards,
            static_cast<float>(arrangement.top[tie.from] + tie.fromPort),
            pitchOfColumns * static_cast<float>(arrangement.column[tie.to]),
            static_cast<float>(arrangement.top[tie.to] + tie.toPort),
            stepOf(tie.life.first),
            stepOf(tie.life.last)};
}

void TimedLines::add(const TimedLine &line)
{
    m_fromX.push_back(line.fromX);
    m_fromY.push_back(line.fromY);
    m_toX.push_back(line.toX);
    m_toY.push_back(line.toY);
    m_first.push_back(line.first);
    m_last.push_back(line.last);
}

void TimedLines::clear()
{
    for (std::vector<float> *values : {&m_fromX, &m_fromY, &m_toX, &m_toY})
        values->clear();
    m_first.clear();
    m_last.clear();
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
