#include "scenario/machine/builtins.h"
#include "scenario/machine/collections.h"
#include "scenario/machine/operations.h"
#include "scenario/machine/text.h"

namespace tetherscope::vm {

namespace {

Value addMethod(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "set.add()", arguments, 2, 2))
        return {};
    return setAdd(vm, arguments[0], arguments[1]) ? Value::none() : Value();
}

Value discardMethod(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "set.discard()", arguments, 2, 2))
        return {};
    return setDiscard(vm, arguments[0], arguments[1]) == Truth::Error ? Value() : Value::none();
}

Value removeMember(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "set.remove()", arguments, 2, 2))
        return {};
    const Truth gone = setDiscard(vm, arguments[0], arguments[1]);
    if (gone == Truth::No)
        return raiseKeyError(vm, arguments[1]);
    return gone == Truth::Error ? Value() : Value::none();
}

Value popMember(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "set.pop()", arguments, 1, 1))
        return {};
    const auto &set = arguments[0].as<SetObject>();
    for (const SetObject::Entry &entry : set.table()) {
        if (!vm.tick())
            return {};
        if (!entry.key.empty()) {
            Value member = entry.key;
            return setDiscard(vm, arguments[0], member) == Truth::Error ? Value() : member;
        }
    }
    return vm.raise(Type::KeyError, "pop from an empty set");
}

Value clearSet(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "set.clear()", arguments, 1, 1))
        return {};
    setClear(vm, arguments[0].as<SetObject>());
    return Value::none();
}

Value copySet(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "set.copy()", arguments, 1, 1))
        return {};
    Value made = makeSet(vm);
    return setUpdate(vm, made, arguments[0]) ? made : Value();
}

Value updateSet(Interpreter &vm, Arguments &arguments)
{
    for (const Value &other : arguments.rest().positional()) {
        if (!setUpdate(vm, arguments[0], other))
            return {};
    }
    return Value::none();
}

/// The other operand of a named operation may be any iterable.
Value asSet(Interpreter &vm, const Value &other)
{
    if (other.is(HeapKind::Set))
        return other;
    Value made = makeSet(vm, true);
    return setUpdate(vm, made, other) ? made : Value();
}

Value combine(Interpreter &vm, Arguments &arguments, ast::BinaryOperator op)
{
    Value result = arguments[0];
    if (arguments.size() == 1)
        return copySet(vm, arguments);
    for (const Value &other : arguments.rest().positional()) {
        const Value right = asSet(vm, other);
        result = right.empty() ? Value() : setCombine(vm, op, result, right);
        if (result.empty())
            return {};
    }
    return result;
}

Value unionMethod(Interpreter &vm, Arguments &arguments)
{
    return combine(vm, arguments, ast::BinaryOperator::BitOr);
}
Value intersectionMethod(Interpreter &vm, Arguments &arguments)
{
    return combine(vm, arguments, ast::BinaryOperator::BitAnd);
}
Value differenceMethod(Interpreter &vm, Arguments &arguments)
{
    return combine(vm, arguments, ast::BinaryOperator::Subtract);
}
Value symmetricMethod(Interpreter &vm, Arguments &arguments)
{
    return combine(vm, arguments, ast::BinaryOperator::BitXor);
}

Value relation(Interpreter &vm, Arguments &arguments, const char *name, bool subset)
{
    if (!checkArguments(vm, name, arguments, 2, 2))
        return {};
    const Value other = asSet(vm, arguments[1]);
    if (other.empty())
        return {};
    const Truth answer =
        subset ? setContainsAll(vm, other, arguments[0]) : setContainsAll(vm, arguments[0], other);
    return answer == Truth::Error ? Value() : Value::boolean(answer == Truth::Yes);
}

Value isSubset(Interpreter &vm, Arguments &arguments)
{
    return relation(vm, arguments, "issubset", true);
}
Value isSuperset(Interpreter &vm, Arguments &arguments)
{
    return relation(vm, arguments, "issuperset", false);
}

Value isDisjoint(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "isdisjoint", arguments, 2, 2))
        return {};
    bool common = false;
    const bool walked = forEach(vm, arguments[1], [&](const Value &member) {
        const Truth found = setHas(vm, arguments[0], member);
        common = found == Truth::Yes;
        return found == Truth::No;
    });
    return walked ? Value::boolean(!common) : Value();
}

} // namespace

void addSetMethods(Interpreter &vm)
{
    static constexpr NativeEntry changing[] = {
        {"add", addMethod}, {"discard", discardMethod}, {"remove", removeMember},
        {"pop", popMember}, {"clear", clearSet},        {"update", updateSet},
    };
    static constexpr NativeEntry common[] = {
        {"copy", copySet},
        {"union", unionMethod},
        {"intersection", intersectionMethod},
        {"difference", differenceMethod},
        {"symmetric_difference", symmetricMethod},
        {"issubset", isSubset},
        {"issuperset", isSuperset},
        {"isdisjoint", isDisjoint},
    };
    addMethods(vm, Type::Set, changing);
    addMethods(vm, Type::Set, common);
    addMethods(vm, Type::FrozenSet, common);
}

} // namespace tetherscope::vm
