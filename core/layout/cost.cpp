#include "layout/cost.h"

#include "layout/timedlines.h"

namespace tetherscope {
namespace {

constexpr std::size_t mostTiesForCrossings = 6000;
constexpr std::size_t mostPairs = 300'000; // of edges that are looked at; of more, every second or third, …

} // namespace

double costOf(const Parts &parts, const Arrangement &arrangement)
{
    TimedLines lines;
    double cost = 0;
    const std::size_t ties = parts.ties.size();
    const std::size_t share = 1 + ties * ties / 2 / mostPairs;
    for (std::size_t index = 0; index < ties; ++index) {
        const TimedLine line = lineOf(parts.ties[index], arrangement);
        cost += parts.ties[index].pull * static_cast<double>(line.way());
        if (index % share == 0 && ties <= mostTiesForCrossings)
            cost += static_cast<double>(crossingWay) * static_cast<double>(share) * lines.crossedSteps(line);
        lines.add(line);
    }
    return cost;
}

} // namespace tetherscope
