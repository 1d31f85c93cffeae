#include "layout/routes.h"

#include <algorithm>
#include <cmath>

namespace tetherscope {
namespace {

constexpr double leastAhead = 36;
constexpr double loopReach =
    44; ///< of the handles of a loop's turns; the turn itself goes three quarters as far
constexpr double loopDistance = 12; ///< from a card; half the gap between two

double sign(Heading heading)
{
    return heading == Heading::Right ? 1 : -1;
}

void add(Route &route, ScenePoint first, ScenePoint second, ScenePoint end)
{
    route.insert(route.end(), {first, second, end});
}

} // namespace

bool ahead(ScenePoint from, ScenePoint to, Heading heading)
{
    return (to.x - from.x) * sign(heading) >= leastAhead;
}

double loopHeight(const SceneRect &from, const SceneRect &to)
{
    if (from == to)
        return from.y - loopDistance;
    if (to.y >= from.bottom())
        return to.y - loopDistance;
    if (to.bottom() <= from.y)
        return to.bottom() + loopDistance;
    return std::max(from.bottom(), to.bottom()) + loopDistance;
}

Route straight(ScenePoint from, ScenePoint to)
{
    const ScenePoint third{(to.x - from.x) / 3, (to.y - from.y) / 3};
    return {from, {from.x + third.x, from.y + third.y}, {to.x - third.x, to.y - third.y}, to};
}

Route route(ScenePoint from, ScenePoint to, Heading heading, double loopY)
{
    Route route{from};
    if (ahead(from, to, heading)) {
        const double reach = (to.x - from.x) / 2;
        add(route, {from.x + reach, from.y}, {to.x - reach, to.y}, to);
        return route;
    }
    const double reach = loopReach * sign(heading);
    const ScenePoint turn{from.x, loopY};
    const ScenePoint back{to.x, loopY};
    add(route, {from.x + reach, from.y}, {turn.x + reach, loopY}, turn);
    const Route along = straight(turn, back);
    add(route, along[1], along[2], along[3]);
    add(route, {back.x - reach, loopY}, {to.x - reach, to.y}, to);
    return route;
}

} // namespace tetherscope
