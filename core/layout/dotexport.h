#pragma once

#include "graph/objectgraph.h"

#include <string>

namespace tetherscope {

/// A moment's state in the DOT language, for Graphviz and whoever reads it: names, objects labelled "Date#1
/// (1)" with their counts, strong edges solid, weak ones dashed, caches as tables. Deterministic; ends with a
/// line end.
std::string dotText(const ObjectGraph &graph, const Lexicon &lexicon);

} // namespace tetherscope
