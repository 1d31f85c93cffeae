#pragma once

#include "layout/seedgraph.h"

#include <optional>

namespace tetherscope {

/// The drawing of Graphviz's `dot`: half the crossings of our own, at a cost that grows faster than
/// quadratically. The names keep their order. Nothing if `dot` fails.
///
/// Requires: Layering::expandedNodes is small; about 0.4 s at 2000. Blocks while another graph is laid out.
std::optional<SeedPlacement> dotPlacement(const SeedGraph &graph);

} // namespace tetherscope
