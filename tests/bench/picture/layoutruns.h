#pragma once

#include "timeline/timeline.h"

#include <cstdint>

namespace tetherscope::bench {

/// A made-up run: a crowd that is there after its first step, and then so many changes, one a step.
struct CrowdShape
{
    std::uint32_t seed = 1;
    std::uint32_t live = 100; ///< names and objects in the crowd
    std::uint32_t changes = 0;
};

/// A fifth of the crowd are names, tables watch a tenth of it, chains of one to six objects hang from the
/// names, and beside them there is one edge for every three nodes; few cycles. Changes are births, rebound
/// and deleted names, attributes that are set and deleted, and new rows, with all deaths that follow. Ends
/// are chosen evenly from all that lives, which is harsher than a real program. The same shape gives the same
/// run on every machine.
Timeline crowdedRun(const CrowdShape &shape);

// Whole structures that one step makes, with so many objects.

Timeline listRun(std::uint32_t objects);    ///< each holds the next
Timeline treeRun(std::uint32_t objects);    ///< binary
Timeline ringRun(std::uint32_t objects);    ///< a list whose last holds the first
Timeline starRun(std::uint32_t objects);    ///< one list holds all others
Timeline hubRun(std::uint32_t objects);     ///< all others hold one
Timeline islandsRun(std::uint32_t objects); ///< groups of one to six that hold nothing of each other
Timeline tangleRun(std::uint32_t objects);  ///< each holds one or two of any others

} // namespace tetherscope::bench
