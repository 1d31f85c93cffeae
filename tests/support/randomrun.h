#pragma once

#include "timeline/timeline.h"

#include <cstdint>

namespace tetherscope {

/// A run of about so many events, made up from a seed: names, slots, weak references, cache rows, calls,
/// values, deaths with and without __del__, resurrections and garbage, all in the order in which an
/// interpreter would record them. The same seed gives the same run on every machine.
Timeline randomRun(std::uint32_t seed, std::size_t events);

} // namespace tetherscope
