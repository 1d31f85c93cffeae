#pragma once

#include "layout/plantables.h"

namespace tetherscope {

/// Fills `heads`: where the edges of each object arrive, so that those that are there at the same time stand
/// apart, in the order in which they come from above to below. Strong ones at the left side, weak ones at the
/// right, but a name that is a weak reference low at the left.
///
/// Requires: all rectangles, shapes and docks are set.
void spreadHeads(PlanTables &tables, const Cast &cast);

/// Of the i-th unit in flight, from the card's top: low at its left side.
double stubPort(const CardShape &shape, std::size_t index);

} // namespace tetherscope
