#pragma once

#include "scenario/machine/interpreter.h"
#include "syntax/astexpression.h"

#include <optional>

/// What Python's operators and protocols do with values. Results as the Interpreter says: empty or Error mean
/// that an exception is pending. Nobody's operands are let go here.
namespace tetherscope::vm {

class SliceObject;

// ---- weakrefmodule.cpp
/// What a proxy stands for; any other value is its own answer.
Value actual(Interpreter &vm, const Value &value);

// ---- arithmetic.cpp
Value unaryOperation(Interpreter &vm, ast::UnaryOperator op, const Value &operand);
Value binaryOperation(Interpreter &vm, ast::BinaryOperator op, bool augmented, const Value &left,
                      const Value &right);
/// Python's floor division and modulo. Requires: the divisor is not 0, and the quotient fits.
std::int64_t floorDivide(std::int64_t left, std::int64_t right);
std::int64_t floorModulo(std::int64_t left, std::int64_t right);

// ---- comparison.cpp
Truth isTrue(Interpreter &vm, const Value &value);
/// The length of a built-in container; nothing: it is none.
std::optional<std::size_t> plainLength(const Value &value);
/// What a __len__ has answered; nothing and an exception pending: no length.
std::optional<std::size_t> lengthFrom(Interpreter &vm, const Value &answer);
Truth equal(Interpreter &vm, const Value &left, const Value &right);
/// Identity first, then equality: how containers compare.
Truth same(Interpreter &vm, const Value &stored, const Value &asked);
Truth less(Interpreter &vm, const Value &left, const Value &right);
Value compareValues(Interpreter &vm, ast::CompareOperator op, const Value &left, const Value &right);
Truth contains(Interpreter &vm, const Value &container, const Value &item);
std::optional<std::int64_t> hashOf(Interpreter &vm, const Value &value); ///< hashing.cpp
Truth isInstanceOf(Interpreter &vm, const Value &value, const ClassObject &cls);
bool isCallable(const Interpreter &vm, const Value &value); ///< valuefunctions.cpp

// ---- attributes.cpp
/// Empty and no exception pending: there is no such attribute.
Value findAttribute(Interpreter &vm, const Value &object, Symbol name);
Value getAttribute(Interpreter &vm, const Value &object, Symbol name);
bool setAttribute(Interpreter &vm, const Value &object, Symbol name, Value value);
bool deleteAttribute(Interpreter &vm, const Value &object, Symbol name);
/// What the value of a class attribute is when it is asked for through an instance: functions become methods.
Value bound(Interpreter &vm, const Value &found, const Value &self, const ClassObject &cls);
Value attributeMissing(Interpreter &vm, const Value &object, Symbol name);

// ---- subscript.cpp
Value getItem(Interpreter &vm, const Value &container, const Value &index);
bool setItem(Interpreter &vm, const Value &container, const Value &index, Value value);
bool deleteItem(Interpreter &vm, const Value &container, const Value &index);
/// The indices that a slice means for a sequence of this length.
struct SliceRange
{
    std::int64_t start = 0;
    std::int64_t step = 1;
    std::size_t count = 0;
};
std::optional<SliceRange> sliceRange(Interpreter &vm, const SliceObject &slice, std::size_t length);
/// A value as an index, an integer; nothing and an exception pending: it is none.
std::optional<std::int64_t> indexOf(Interpreter &vm, const Value &value, const char *what);

// ---- iteration.cpp
Value iteratorOf(Interpreter &vm, const Value &iterable);
/// Empty and no exception pending: exhausted.
Value nextOf(Interpreter &vm, const Value &iterator);
std::optional<std::vector<Value>> collect(Interpreter &vm, const Value &iterable);
/// For a list or a tuple, which CPython makes as long as the iterable's __len__ says before it asks for
/// items. `notIterable`: what the TypeError says instead of its own words.
std::optional<std::vector<Value>> collectSized(Interpreter &vm, const Value &iterable,
                                               const char *notIterable = nullptr);
/// Asks the __len__ of an instance; false: it has raised what is no TypeError.
bool askLength(Interpreter &vm, const Value &iterable);
/// Calls `visit(item)` until it returns false; false: an exception is pending (visit() may have left one).
template<typename Visit>
bool forEach(Interpreter &vm, const Value &iterable, Visit &&visit)
{
    const Value iterator = iteratorOf(vm, iterable);
    if (iterator.empty())
        return false;
    for (;;) {
        Value item = nextOf(vm, iterator);
        if (item.empty())
            return !vm.pending();
        if (!visit(std::move(item)))
            return !vm.pending();
    }
}

} // namespace tetherscope::vm
