#include "layout/cost.h"

#include <algorithm>
#include <cmath>

namespace tetherscope {
namespace {

constexpr double aboutAColumn = 300;          // about; the cost is for comparing
constexpr double backwardCost = aboutAColumn; // a loop runs in the gaps: easily followed, however far
constexpr double crossingCost = 120;
constexpr std::size_t mostTiesForCrossings = 600; // every pair is looked at

struct Line
{
    double fromX;
    double fromY;
    double toX;
    double toY;
};

Line lineOf(const Tie &tie, const Arrangement &arrangement)
{
    return {arrangement.column[tie.from] * aboutAColumn, arrangement.top[tie.from] + tie.fromPort,
            arrangement.column[tie.to] * aboutAColumn, arrangement.top[tie.to] + tie.toPort};
}

double lengthCost(const Line &line)
{
    const double across = line.toX - line.fromX;
    const double back = across > 0 ? 0 : backwardCost;
    return std::abs(line.toY - line.fromY) + std::max(0.0, across - aboutAColumn) + back;
}

double turn(const Line &line, double x, double y)
{
    return (line.toX - line.fromX) * (y - line.fromY) - (line.toY - line.fromY) * (x - line.fromX);
}

bool cross(const Line &left, const Line &right)
{
    if (left.fromX >= left.toX || right.fromX >= right.toX)
        return false; // loops go around
    return turn(left, right.fromX, right.fromY) * turn(left, right.toX, right.toY) < 0 &&
           turn(right, left.fromX, left.fromY) * turn(right, left.toX, left.toY) < 0;
}

std::uint32_t together(const Life &left, const Life &right)
{
    const std::uint32_t first = std::max(left.first, right.first);
    const std::uint32_t last = std::min(left.last, right.last);
    return first <= last ? last - first + 1 : 0;
}

double crossingsCost(const Parts &parts, const std::vector<Line> &lines)
{
    double cost = 0;
    for (std::size_t left = 0; left < lines.size(); ++left) {
        for (std::size_t right = left + 1; right < lines.size(); ++right) {
            if (const std::uint32_t steps = together(parts.ties[left].life, parts.ties[right].life);
                steps > 0 && cross(lines[left], lines[right]))
                cost += crossingCost * steps;
        }
    }
    return cost;
}

} // namespace

double costOf(const Parts &parts, const Arrangement &arrangement)
{
    std::vector<Line> lines;
    double cost = 0;
    for (const Tie &tie : parts.ties) {
        lines.push_back(lineOf(tie, arrangement));
        cost += tie.pull * lengthCost(lines.back());
    }
    if (lines.size() <= mostTiesForCrossings)
        cost += crossingsCost(parts, lines);
    return cost;
}

} // namespace tetherscope
