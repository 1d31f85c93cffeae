#pragma once

#include "scenario/machine/interpreter.h"
#include "scenario/objects/exceptionobject.h"

/// The attributes that an exception has of its own: `args`, `__cause__` and the like, which CPython keeps
/// beside its dictionary.
namespace tetherscope::vm {

/// Empty and no exception pending: it has none of this name.
Value exceptionAttribute(Interpreter &vm, ExceptionObject &exception, Symbol name);

enum class Change : std::uint8_t { Done, Failed, NotOne };
/// NotOne: it is an attribute like any other. Failed: an exception is pending.
Change setExceptionAttribute(Interpreter &vm, ExceptionObject &exception, Symbol name, const Value &value);
Change deleteExceptionAttribute(Interpreter &vm, Symbol name);

} // namespace tetherscope::vm
