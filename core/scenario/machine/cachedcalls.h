#pragma once

#include "scenario/objects/cachedclass.h"

namespace tetherscope::vm {

/// @weak_cached itself: makes the class a cache of its instances.
Value weakCached(Interpreter &vm, Arguments &arguments);
/// Calling such a class: a hit, or a miss that makes the instance and sets its fields.
Value callCachedClass(Interpreter &vm, ClassObject &cls, Arguments arguments);
/// The instance's last handle goes: so does its row.
void evictFromCache(Interpreter &vm, InstanceObject &instance);

} // namespace tetherscope::vm
