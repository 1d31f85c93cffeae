#pragma once

#include "canvas/picture.h"

#include <optional>
#include <vector>

namespace tetherscope {

/// What is at the point, the topmost; things a little beside the point count, so that small ones can be hit.
Target targetAt(const Picture &picture, ScenePoint point, double tolerance);

/// Where the target is drawn; nothing if it is not there at this moment.
std::optional<SceneRect> rectOf(const Picture &picture, Target target);

/// The card at the point, ghosts left out; nothing if there is none or something else is above it.
Target cardAt(const Picture &picture, ScenePoint point);

/// All that can be reached, in reading order: names from the top, then objects and caches column by column.
/// The ghosts of this step's dead are left out.
std::vector<Target> readingOrder(const Picture &picture);

/// The same with the ghosts.
std::vector<Target> everythingInOrder(const Picture &picture);

enum class Direction { Left, Right, Up, Down };

/// The nearest thing in the direction; nothing if there is none.
Target nearest(const Picture &picture, Target from, Direction direction);

enum class Along { Holds, HeldBy };

/// What the target holds or watches, or who holds or watches it: the nearest of them, solid edges before
/// dashed.
Target alongEdge(const Picture &picture, Target from, Along along);

/// Who an edge starts at.
Target startOf(const EdgeItem &edge);

} // namespace tetherscope
