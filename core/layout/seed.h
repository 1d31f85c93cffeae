#pragma once

#include "layout/parts.h"
#include "layout/seedgraph.h"
#include "timeline/timeline.h"

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
    std::vector<bool> apart; ///< by part: drawn below all others, in a region of its own; empty: none is
};

/// The objects that are there at this step; without a step, all that ever are.
Seed seedAt(const Parts &parts, const Cast &cast, std::optional<std::uint32_t> step);
/// Sets apart what nothing leads to at the end of the seed's step, if there is any.
void setGarbageApart(Seed &seed, const Parts &parts, const Timeline &timeline);

} // namespace tetherscope
