#pragma once

#include "layout/parts.h"
#include "layout/seedgraph.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace tetherscope {

/// The parts that are laid out at once: all names, all caches, and the objects of one moment or of the whole
/// run.
struct Seed
{
    SeedGraph graph;
    std::vector<std::uint32_t> parts;  ///< of each node
    std::optional<std::uint32_t> step; ///< as it was asked for
};

/// The objects that are there at this step; without a step, all that ever are.
Seed seedAt(const Parts &parts, const Cast &cast, std::optional<std::uint32_t> step);

} // namespace tetherscope
