#pragma once

#include "scenario/machine/interpreter.h"

#include <optional>
#include <string>

namespace tetherscope::vm {

/// What a scenario gives as a base: 0, or 2 to 36. Nothing: it is none, and an exception is pending.
std::optional<int> baseFrom(Interpreter &vm, const Value &value);
/// int(text, base)
Value integerFromText(Interpreter &vm, const std::string &text, int base);
Value realFromText(Interpreter &vm, const std::string &text);
/// `whole` as an integer; `asked` is what the error is about.
Value integerFromReal(Interpreter &vm, double asked, double whole);
/// The number with so many digits behind the point that is nearest to the value, halves to even.
double roundedByText(double value, int digits);

} // namespace tetherscope::vm
