#pragma once

#include "graph/objectgraph.h"

#include <cstddef>

namespace tetherscope {

/// How many objects hold each other in a ring with this one: 1 if it holds itself and is in no larger ring, 0
/// if no way along strong slots leads back to it.
std::size_t cycleSize(ObjectId object, const ObjectGraph &graph, const Lexicon &lexicon);

} // namespace tetherscope
