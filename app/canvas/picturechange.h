#pragma once

#include "canvas/picture.h"

#include <vector>

namespace tetherscope {

/// Where two pictures of one plan differ: the ink of what one of them has and the other has not, or shows
/// otherwise. Outside of these rectangles both are drawn alike.
///
/// Costs one comparison of each thing.
std::vector<SceneRect> changedAreas(const Picture &before, const Picture &after);

} // namespace tetherscope
