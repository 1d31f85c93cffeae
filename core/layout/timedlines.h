#pragma once

#include "layout/slots.h"

#include <cstddef>
#include <cstdint>
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

/// Many of them, as flat arrays.
class TimedLines
{
public:
    void add(const TimedLine &line);
    void clear();
    std::size_t size() const { return m_fromX.size(); }

    /// The steps during which the line crosses those from the begin-th on, summed. Lines that touch do not
    /// cross.
    std::int32_t crossedSteps(const TimedLine &line, std::size_t begin = 0) const;

private:
    std::vector<float> m_fromX;
    std::vector<float> m_fromY;
    std::vector<float> m_toX;
    std::vector<float> m_toY;
    std::vector<std::int32_t> m_first;
    std::vector<std::int32_t> m_last;
};

/// A crossing that lasts one step is as bad as so many pixels of an edge's way.
inline constexpr float crossingWay = 800;

} // namespace tetherscope
