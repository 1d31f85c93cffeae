#pragma once

#include "layout/slots.h"

#include <cstdint>
#include <stop_token>

namespace tetherscope {

/// Moves single parts to places that are free for their whole lives, where the edges of the whole run, each
/// weighed with the time it is there, cross less and are shorter. Of the names, only those that are free
/// (Parts::freeNames) move.
///
/// `effort` bounds the pairs of edges that are looked at, so the result depends on the run alone and never on
/// the time it takes.
void refine(const Parts &parts, const Cast &cast, Arrangement &arrangement, std::uint64_t effort,
            const std::stop_token &stop);

} // namespace tetherscope
