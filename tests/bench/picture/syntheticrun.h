#pragma once

#include "timeline/timeline.h"

#include <cstddef>

namespace tetherscope {

/// A made-up run of any size, the same each time: first everything is made in one step, then each step
/// changes a little.
///
/// The shape of real runs: for each hundred objects twenty names, ten rows of weak caches (tables of at most
/// 24), chains of one to six objects, now and then an edge across to another chain or back.
struct SyntheticRun
{
    std::size_t objects = 1000; ///< alive after the first step, and about as many ever after
    std::size_t steps = 0;      ///< more, each of which makes, drops or rebinds something
    unsigned seed = 1;
};

/// Step 1 makes everything; the steps behind it change it.
Timeline makeRun(const SyntheticRun &wanted);

} // namespace tetherscope
