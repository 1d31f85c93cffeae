#pragma once

#include "analysis/death.h"
#include "analysis/eventstrip.h"

#include <vector>

namespace tetherscope {

/// The events of the step that are worth a chip, in order, without state. What belongs together is one chip:
/// a birth and its first holder's acquire.
std::vector<Chip> eventChips(const Moment &moment);

/// The stages of a death, without state, in the order of the way the object dies: by its count, by the
/// collector, or as an object of a weak cache. Stages that have not been recorded yet lie after the run's
/// end.
std::vector<Chip> deathChips(const Death &death, const Moment &moment);

/// The death that the step is part of: of the object that went first, if several die; empty if none does.
std::optional<Death> deathInStep(const Moment &moment);

} // namespace tetherscope
