#pragma once

#include "scenario/machine/interpreter.h"
#include "scenario/machine/iterators.h"
#include "scenario/objects/containers.h"

#include <optional>
#include <string>

/// Values as text, as Python writes them.
namespace tetherscope::vm {

/// Bytes of a plain value's text in the picture; longer ones are cut in the middle.
constexpr std::size_t longestPlainText = 400;

// ---- text.cpp: calls the scenario's own __repr__ and __str__
Value reprOf(Interpreter &vm, const Value &value);
Value strOf(Interpreter &vm, const Value &value);
/// `{value!conversion:spec}`; `spec` may be empty.
Value formatted(Interpreter &vm, const Value &value, char conversion, const Value &spec);
/// repr() and str() of an exception as they are without a method of its own.
Value exceptionReprOf(Interpreter &vm, const ExceptionObject &exception);
Value messageOf(Interpreter &vm, const ExceptionObject &exception);
Value raiseKeyError(Interpreter &vm, const Value &key);

// ---- plaintext.cpp: never runs the scenario's code, and never fails
/// The repr() of a plain value; empty: the value is none (an object, a function, a class, a module).
std::string plainText(const Interpreter &vm, const Value &value, std::size_t longest);
/// The same of what somebody holds: functions, classes and modules by their names, other objects that have no
/// card by their type.
std::string heldText(const Interpreter &vm, const Value &value, std::size_t longest);
/// What a notebook would show; empty where that would run the scenario's own code.
std::string shownText(Interpreter &vm, const Value &value, std::size_t longest);
/// The message of an exception: what str() gives, objects in their default form.
std::string plainMessage(const Interpreter &vm, const ExceptionObject &exception);

// ---- textparts.cpp
std::string realText(double value);
std::string quoted(const std::string &text);
std::string escapedBeyondAscii(const std::string &text);
std::string addressText(std::uint64_t address);
/// `<__main__.Date object at 0x…>`
std::string defaultText(Interpreter &vm, HeapObject &object);
/// "100 000"
std::string grouped(std::size_t number);
std::string qualifiedClassName(const ClassObject &cls);

// ---- formatspec.cpp
/// format(value, spec), for the built-in values that take a specification.
Value formatWith(Interpreter &vm, const Value &value, const std::string &spec);

// ---- strings
Value characterAt(Interpreter &vm, const StringObject &text, std::size_t index);
Value textSlice(Interpreter &vm, const StringObject &text, const SliceObject &slice);

} // namespace tetherscope::vm
