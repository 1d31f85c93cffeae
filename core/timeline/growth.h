#pragma once

#include "timeline/timeline.h"

#include <optional>

namespace tetherscope {

/// What the longer of two runs has more, ready to be appended to the other; nothing unless it begins with the
/// same events about the same things.
///
/// A step that stands for what happened behind the last statement need not be in the longer run: there it is
/// the beginning of the next statement's.
std::optional<TimelineChunk> growthSince(const Timeline &former, const Timeline &longer);

} // namespace tetherscope
