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
    auto &set = arguments[0].as<SetObject>();
    if (set.size() > 0) {
        const std::size_t place = set.nextToPop();
        Value member = set.table()[place].key;
        setTakeOut(vm, set, place);
        return member;
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
    if (arguments[0].as<SetObject>().frozen)
        return arguments[0];
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

/// The other operands of a named operation may be any iterables.
Value combine(Interpreter &vm, Arguments &arguments, ast::BinaryOperator op)
{
    Value result = arguments[0];
    if (arguments.size() == 1)
        return copySet(vm, arguments);
    for (const Value &other : arguments.rest().positional()) {
        result = setCombine(vm, op, result, other);
        if (result.empty())
            return {};
    }
    return result;
}

template<ast::BinaryOperator op>
Value combineInPlace(Interpreter &vm, Arguments &arguments)
{
    for (const Value &other : arguments.rest().positional()) {
        if (!setCombineInPlace(vm, op, arguments[0], other))
            return {};
    }
    return Value::none();
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
    Value other = arguments[1];
    if (subset && !other.is(HeapKind::Set)) {
        other = makeSet(vm, true);
        if (!setUpdate(vm, other, arguments[1]))
            return {};
    }
    const Truth answer =
        subset ? setContainsAll(vm, other, arguments[0]) : setContainsAll(vm, arguments[0], other);
    return answer == Truth::Error ? Value() : Value::boolean(answer == Truth::Yes);
}

Value isSubset(Interpreter &vm, Arguments &arguments)
{
    return relation(vm, arguments, "set.issubset()", true);
}
Value isSuperset(Interpreter &vm, Arguments &arguments)
{
    return relation(vm, arguments, "set.issuperset()", false);
}

Value isDisjoint(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "set.isdisjoint()", arguments, 2, 2))
        return {};
    const Truth answer = setDisjoint(vm, arguments[0], arguments[1]);
    return answer == Truth::Error ? Value() : Value::boolean(answer == Truth::Yes);
}

} // namespace

void addSetMethods(Interpreter &vm)
{
    static constexpr NativeEntry changing[] = {
        {"add", addMethod},
        {"discard", discardMethod},
        {"remove", removeMember},
        {"pop", popMember},
        {"clear", clearSet},
        {"update", updateSet},
        {"intersection_update", combineInPlace<ast::BinaryOperator::BitAnd>},
        {"difference_update", combineInPlace<ast::BinaryOperator::Subtract>},
        {"symmetric_difference_update", combineInPlace<ast::BinaryOperator::BitXor>},
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
