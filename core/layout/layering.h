#pragma once

#include "layout/seedgraph.h"

namespace tetherscope {

/// A SeedGraph without cycles, in ranks: every edge leads to a higher one.
struct Layering
{
    /// Those that closed a cycle turned round; without loops, and without what leads out of a watcher or into
    /// a name.
    std::vector<SeedEdge> edges;
    std::vector<std::uint32_t> rank;
    std::uint32_t rankCount = 0;
    /// V* of the cost of `dot`: the nodes and one more for every rank that an edge passes through.
    std::uint64_t expandedNodes = 0;
};

/// Ranks by the longest path from the names; watchers share the last rank.
Layering layer(const SeedGraph &graph);

} // namespace tetherscope
