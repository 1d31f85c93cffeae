#include "layout/routes.h"

#include <algorithm>
#include <cmath>

namespace tetherscope {
namespace {

constexpr double leastAhead = 36;
constexpr double loopReach =
    44; ///< of the handles of a loop's turns; the turn itself goes three quarters as far
constexpr double loopDistance = 8;    ///< from a card
constexpr double nestPitch = 5;       ///< from one loop to the next that goes around it
constexpr double nestReach = 7;       ///< by which its turns reach farther
constexpr std::size_t mostNested = 3; ///< so that they stay in the gap between two cards

double sign(Heading heading)
{
    return heading == Heading::Right ? 1 : -1;
}

} // namespace

bool ahead(ScenePoint from, ScenePoint to, Heading heading)
{
    return (to.x - from.x) * sign(heading) >= leastAhead;
}

double loopHeight(const SceneRect &from, const SceneRect &to, std::size_t nest)
{
    const double distance = loopDistance + nestPitch * static_cast<double>(std::min(nest, mostNested));
    if (from == to)
        return from.y - distance;
    if (to.y >= from.bottom())
        return to.y - distance;
    if (to.bottom() <= from.y)
        return to.bottom() + distance;
    return std::max(from.bottom(), to.bottom()) + distance;
}

Route straight(ScenePoint from, ScenePoint to)
{
    const ScenePoint third{(to.x - from.x) / 3, (to.y - from.y) / 3};
    return {from, {from.x + third.x, from.y + third.y}, {to.x - third.x, to.y - third.y}, to};
}

Route slope(ScenePoint from, ScenePoint to)
{
    const double reach = (to.x - from.x) / 2;
    return {from, {from.x + reach, from.y}, {to.x - reach, to.y}, to};
}

void extend(Route &route, const Route &next)
{
    route.insert(route.end(), next.begin() + 1, next.end());
}

Route route(ScenePoint from, ScenePoint to, Heading heading, double loopY, std::size_t nest)
{
    if (ahead(from, to, heading))
        return slope(from, to);
    const double nested = static_cast<double>(std::min(nest, mostNested));
    const double reach = (loopReach + nestReach * nested) * sign(heading);
    const ScenePoint turn{from.x, loopY};
    const ScenePoint back{to.x, loopY};
    Route loop{from, {from.x + reach, from.y}, {turn.x + reach, loopY}, turn};
    extend(loop, straight(turn, back));
    loop.insert(loop.end(), {{back.x - reach, loopY}, {to.x - reach, to.y}, to});
    return loop;
}

} // namespace tetherscope
