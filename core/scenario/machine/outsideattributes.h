#pragma once

#include "scenario/machine/interpreter.h"

namespace tetherscope::vm {

/// Stops the run, and says so, if CPython's object has an attribute that the scenario language has not. To be
/// asked before the attribute is found missing.
bool haltAtOutsideAttribute(Interpreter &vm, const Value &object, Symbol name);
/// The same for one that CPython lets a program set, with an effect that it would not have here.
bool haltAtOutsideSetting(Interpreter &vm, const Value &object, Symbol name);
/// Whether CPython's object has this special method, which the scenario language has as an operator only.
bool hasOutsideSpecial(const Interpreter &vm, const Value &object, Symbol name);

} // namespace tetherscope::vm
