#pragma once

#include "timeline/timeline.h"

#include <optional>

namespace tetherscope::moves {

/// Where the keys of time lead: each function takes a moment of a run and names the next one, or nothing
/// where the run has no such moment. Pure; the timeline is only read.
///
/// A whole step stands at its end. In the midst of a step, the next step is its end and the previous one the
/// end of the step before.
std::optional<Position> nextStep(const Timeline &timeline, Position from);
std::optional<Position> previousStep(const Timeline &timeline, Position from);

/// One exported event further or back. Events that are not exported ride with the one before them (the first
/// ones of a step with the first that is), so every stop is a moment the event strip can name.
std::optional<Position> nextEvent(const Timeline &timeline, Position from);
std::optional<Position> previousEvent(const Timeline &timeline, Position from);

/// The next step of the same or an outer call: what happens inside a call is passed over.
std::optional<Position> nextOver(const Timeline &timeline, Position from);
std::optional<Position> previousOver(const Timeline &timeline, Position from);

/// The first step after this call has ended; nothing at module level.
std::optional<Position> out(const Timeline &timeline, Position from);

/// The nearest stop at or after so many events of the step.
Position stopAt(const Timeline &timeline, Position position);

} // namespace tetherscope::moves
