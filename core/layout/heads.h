#pragma once

#include "layout/plantables.h"

namespace tetherscope {

/// Fills `heads` and `stubPorts`: where the edges of each object arrive, so that those that are there at the
/// same time stand apart, in the order in which they come from above to below. Strong ones at the left side,
/// weak ones at the right, but a name that is a weak reference low at the left, and units in flight above it.
///
/// Requires: all rectangles, shapes and docks are set.
void spreadHeads(PlanTables &tables, const Cast &cast);

} // namespace tetherscope
