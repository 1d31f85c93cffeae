#pragma once

#include "layout/geometry.h"

#include <cstddef>
#include <vector>

namespace tetherscope {

/// Cubic pieces: a start, then three points for each.
using Route = std::vector<ScenePoint>;

enum class Heading { Right, Left };

/// From one side of a card to the facing side of another: leaves and arrives level. If the other does not lie
/// ahead, runs back along the height `loopY`.
Route route(ScenePoint from, ScenePoint to, Heading heading, double loopY, std::size_t nest = 0);

/// True if the other end lies far enough ahead to be reached without a loop.
bool ahead(ScenePoint from, ScenePoint to, Heading heading);

/// Where a loop runs back: between the two if there is room, else below both; above, from a card to itself.
/// Loops of one card nest, the first innermost.
double loopHeight(const SceneRect &from, const SceneRect &to, std::size_t nest = 0);

Route straight(ScenePoint from, ScenePoint to);
/// Leaves and arrives level.
Route slope(ScenePoint from, ScenePoint to);
/// Adds a route that starts where this one ends.
void extend(Route &route, const Route &next);

} // namespace tetherscope
