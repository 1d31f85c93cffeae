#pragma once

#include "layout/layering.h"

#include <optional>
#include <stop_token>

namespace tetherscope {

/// Our own layered drawing: fast, deterministic, of any size; about twice the crossings of `dot`.
///
/// Nothing if the token asked to stop.
std::optional<SeedPlacement> layeredPlacement(const SeedGraph &graph, const Layering &layering,
                                              const std::stop_token &stop = {});

} // namespace tetherscope
