#pragma once

#include "layout/seedgraph.h"

namespace tetherscope {

/// The same drawing in proportions that fit a window, where it would be a thin strip.
///
/// Much wider than high (a linked list): cut into bands that are read one after the other, like lines of
/// text. Much higher than wide (a list of a thousand): each column becomes several, in which neighbours stay
/// neighbours. Names keep their column and their order, watchers stay at the right. Otherwise unchanged.
SeedPlacement inProportion(const SeedGraph &graph, SeedPlacement placement);

} // namespace tetherscope
