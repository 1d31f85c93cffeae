#pragma once

#include "layout/slots.h"

namespace tetherscope {

/// How far the eye has to go along the edges of a whole run, each weighed with the time it is there: the
/// smaller the better. Edges to the left and edges within a column count as detours, and in small runs
/// crossings count as well.
double costOf(const Parts &parts, const Arrangement &arrangement);

} // namespace tetherscope
