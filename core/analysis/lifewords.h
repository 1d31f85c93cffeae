#pragma once

#include "analysis/report.h"

namespace tetherscope {

/// How an object lives at a moment, and the word for it.
LifeState lifeOf(const Moment &moment, ObjectId object);
std::string_view lifeWord(LifeState life);

/// "Made in step 3 by the cache, on a miss.", "Made in step 4 by make. Died in step 9.", "Not made yet."; for
/// a weak reference also "Points to Date#1." or "Pointed to Date#1, which died in step 22."
std::string biographyOf(const Moment &moment, ObjectId object);

/// The step of an event, by its number from the start of the run.
std::uint32_t stepOfEvent(std::uint32_t event, const Timeline &timeline);

/// The last event at or before the moment that put the object into the name or slot; empty if there is none.
std::optional<std::uint32_t> heldSince(const Moment &moment, ObjectId object, HolderRef holder);

} // namespace tetherscope
