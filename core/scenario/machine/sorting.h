#pragma once

#include "scenario/machine/interpreter.h"

#include <vector>

namespace tetherscope::vm {

/// Puts the items in order as list.sort() does: stable, by `key` and `reverse` if the call has them, which
/// may have nothing else. Calls the scenario's own code only through a copy of what it sorts. False: an
/// exception is pending, and the items are in the order that was reached.
bool sortItems(Interpreter &vm, std::vector<Value> &items, const Arguments &arguments);

} // namespace tetherscope::vm
