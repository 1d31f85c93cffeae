#pragma once

#include "layout/slots.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace tetherscope {

/// The straight line of an edge in an arrangement whose columns stand at equal distances, and the steps in
/// which it is there. For comparing arrangements: nothing is drawn by it.
struct TimedLine
{
    float fromX = 0;
    float fromY = 0;
    float toX = 0;
    float toY = 0;
    std::int32_t first = 0;
    std::int32_t last = 0;

    /// How bad its way is, in pixels: up and down, across more than a gap, and against the reading direction.
    float way() const;
};

TimedLine lineOf(const Tie &tie, const Arrangement &arrangement);
/// If its ends stood in these columns, with these tops.
TimedLine lineOf(const Tie &tie, std::uint32_t fromColumn, double fromTop, std::uint32_t toColumn,
                 double toTop);

/// A part of the drawing, borders included, for some steps.
struct LineArea
{
    float left = std::numeric_limits<float>::max();
    float right = std::numeric_limits<float>::lowest();
    float top = std::numeric_limits<float>::max();
    float bottom = std::numeric_limits<float>::lowest();
    std::int32_t first = std::numeric_limits<std::int32_t>::max();
    std::int32_t last = std::numeric_limits<std::int32_t>::min();

    void include(const TimedLine &line)
    {
        left = std::min({left, line.fromX, line.toX});
        right = std::max({right, line.fromX, line.toX});
        top = std::min({top, line.fromY, line.toY});
        bottom = std::max({bottom, line.fromY, line.toY});
        first = std::min(first, line.first);
        last = std::max(last, line.last);
    }
    void include(const LineArea &other)
    {
        left = std::min(left, other.left);
        right = std::max(right, other.right);
        top = std::min(top, other.top);
        bottom = std::max(bottom, other.bottom);
        first = std::min(first, other.first);
        last = std::max(last, other.last);
    }
    bool meets(const LineArea &other) const
    {
        return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom &&
               first <= other.last && other.first <= last;
    }
};

/// Many of them, as flat arrays.
class TimedLines
{
public:
    void add(const TimedLine &line);
    void clear() { m_size = 0; }
    std::size_t size() const { return m_size; }

    /// The steps during which the line crosses those from the begin-th on, summed. Lines that touch do not
    /// cross.
    std::int32_t crossedSteps(const TimedLine &line, std::size_t begin = 0) const;

    /// Replaces them by those of the others that may cross something in the area.
    void takeFrom(const TimedLines &others, const LineArea &area);

private:
    void makeRoom(std::size_t lines);

    std::size_t m_size = 0; ///< of lines; the arrays are as long as ever needed
    std::vector<float> m_fromX;
    std::vector<float> m_fromY;
    std::vector<float> m_toX;
    std::vector<float> m_toY;
    std::vector<std::int32_t> m_first;
    std::vector<std::int32_t> m_last;
    std::vector<std::int32_t> m_taken;   ///< by line of the others: whether it is among these, 0 or 1
    std::vector<std::uint32_t> m_chosen; ///< those of the others that are
};

/// A crossing that lasts one step is as bad as so many pixels of an edge's way.
inline constexpr float crossingWay = 800;

} // namespace tetherscope
