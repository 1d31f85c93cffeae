#pragma once

#include "canvas/picture.h"
#include "graph/objectgraph.h"
#include "trace/stateline.h"

namespace tetherscope {

/// Where the things of a moment stand, as the JSON export says it: what exists, without ghosts.
TraceLayout layoutOf(const Picture &picture, const ObjectGraph &graph, const Lexicon &lexicon);

} // namespace tetherscope
