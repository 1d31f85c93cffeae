#pragma once

#include "scenario/objects/value.h"

#include <optional>

namespace tetherscope::vm {

/// -1, 0 or 1; nothing where one is not a number (NaN). Exact, also between large integers and floats.
/// Requires: both are numbers.
std::optional<int> compareNumbers(const Value &left, const Value &right);

/// CPython's hashes of numbers: equal numbers have equal ones, and sets of integers are laid out by them.
std::int64_t hashOfInteger(std::int64_t value);
std::int64_t hashOfReal(double value);

} // namespace tetherscope::vm
