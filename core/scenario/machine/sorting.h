#pragma once

#include "scenario/machine/interpreter.h"

#include <optional>
#include <vector>

namespace tetherscope::vm {

/// The items in order, as sorted() and list.sort() put them: stable, by `key` and `reverse` if the call has
/// them. Nothing: an exception is pending.
std::optional<std::vector<Value>> sortedItems(Interpreter &vm, const std::vector<Value> &items,
                                              const Arguments &arguments);

} // namespace tetherscope::vm
