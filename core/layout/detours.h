#pragma once

#include "layout/plantables.h"

namespace tetherscope {

/// Leads edges that pass through columns around the cards there: fills the `detour` of heads whose direct
/// path would cross a card that is there at the same time, with a level stretch through each column between.
/// Sets the heights at which loops run back. Different edges keep apart.
///
/// Requires: rectangles, shapes, docks and heads are set. `columnX` are the left edges of the columns, the
/// names' first. Does nothing for pictures of very many edges, in which no single one can be followed anyway.
void planDetours(PlanTables &tables, const Cast &cast, const std::vector<double> &columnX);

} // namespace tetherscope
