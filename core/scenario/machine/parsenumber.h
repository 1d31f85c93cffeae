#pragma once

#include "scenario/machine/interpreter.h"

#include <string>

namespace tetherscope::vm {

/// int(text, base); the base is a Value because the scenario gives it.
Value integerFromText(Interpreter &vm, const std::string &text, const Value &base);
Value realFromText(Interpreter &vm, const std::string &text);
/// `whole` as an integer; `asked` is what the error is about.
Value integerFromReal(Interpreter &vm, double asked, double whole);
/// The number with so many digits behind the point that is nearest to the value, halves to even.
double roundedByText(double value, int digits);

} // namespace tetherscope::vm
