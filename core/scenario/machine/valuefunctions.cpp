#include "scenario/machine/builtins.h"
#include "scenario/machine/operations.h"
#include "scenario/machine/outsideattributes.h"
#include "scenario/machine/text.h"
#include "scenario/machine/weakcontainer.h"
#include "scenario/objects/containers.h"

namespace tetherscope::vm {

namespace {

Value lengthOf(Interpreter &vm, const Value &measured)
{
    if (measured.is(HeapKind::Proxy)) {
        const Value meant = actual(vm, measured);
        return meant.empty() ? Value() : lengthOf(vm, meant);
    }
    std::optional<std::size_t> length = plainLength(measured);
    if (measured.is(HeapKind::WeakContainer)) {
        length = weakLength(measured);
    } else if (!length) {
        const std::optional<Value> answer = vm.callSpecial(measured, sym::len);
        if (!answer)
            return vm.raise(Type::TypeError, "object of type '" + vm.className(measured) + "' has no len()");
        length = answer->empty() ? std::nullopt : lengthFrom(vm, *answer);
    }
    return length ? Value::integer(static_cast<std::int64_t>(*length)) : Value();
}

Value len(Interpreter &vm, Arguments &arguments)
{
    return checkArguments(vm, "len()", arguments, 1, 1) ? lengthOf(vm, arguments[0]) : Value();
}

Value repr(Interpreter &vm, Arguments &arguments)
{
    return checkArguments(vm, "repr()", arguments, 1, 1) ? reprOf(vm, arguments[0]) : Value();
}

Value hash(Interpreter &vm, Arguments &arguments)
{
    const auto answer =
        checkArguments(vm, "hash()", arguments, 1, 1) ? hashOf(vm, arguments[0]) : std::nullopt;
    return answer ? Value::integer(*answer) : Value();
}

/// Plain values have made-up identities too: the same number for the same value.
Value id(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "id()", arguments, 1, 1))
        return {};
    if (arguments[0].isObject())
        return Value::integer(static_cast<std::int64_t>(vm.heap().addressOf(*arguments[0].object())));
    const auto kind = static_cast<std::int64_t>(arguments[0].tag());
    const auto value = hashOf(vm, arguments[0]);
    return value ? Value::integer((kind << 56) ^ (*value & 0xffffffffffff)) : Value();
}

Value callableFunction(Interpreter &vm, Arguments &arguments)
{
    return checkArguments(vm, "callable()", arguments, 1, 1) ? Value::boolean(isCallable(vm, arguments[0]))
                                                             : Value();
}

/// `test(cls)` for a class or any of a tuple of them.
template<typename Test>
Truth anyClass(Interpreter &vm, const Value &classes, const char *message, Test &&test)
{
    if (const auto *cls = classes.to<ClassObject>())
        return test(*cls);
    const NativeLevel level(vm, " in __instancecheck__");
    if (!level.allowed())
        return Truth::Error;
    const auto *several = classes.to<TupleObject>();
    if (several == nullptr) {
        vm.raise(Type::TypeError, message);
        return Truth::Error;
    }
    for (const Value &one : several->items) {
        if (const Truth answer = anyClass(vm, one, message, test); answer != Truth::No)
            return answer;
    }
    return Truth::No;
}

Value isInstance(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "isinstance", arguments, 2, 2))
        return {};
    const Truth answer =
        anyClass(vm, arguments[1], "isinstance() arg 2 must be a type, a tuple of types, or a union",
                 [&](const ClassObject &cls) { return isInstanceOf(vm, arguments[0], cls); });
    return answer == Truth::Error ? Value() : Value::boolean(answer == Truth::Yes);
}

Value isSubclass(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "issubclass", arguments, 2, 2))
        return {};
    const auto *derived = arguments[0].to<ClassObject>();
    if (derived == nullptr)
        return vm.raise(Type::TypeError, "issubclass() arg 1 must be a class");
    const Truth answer =
        anyClass(vm, arguments[1], "issubclass() arg 2 must be a class, a tuple of classes, or a union",
                 [&](const ClassObject &cls) { return truth(derived->isSubclassOf(cls)); });
    return answer == Truth::Error ? Value() : Value::boolean(answer == Truth::Yes);
}

// ---------------------------------------------------------------- attributes by name

std::optional<Symbol> nameArgument(Interpreter &vm, const Value &value)
{
    if (const auto *text = value.to<StringObject>())
        return vm.symbols().intern(text->text());
    vm.raise(Type::TypeError, "attribute name must be string, not '" + vm.className(value) + "'");
    return std::nullopt;
}

Value getAttributeFunction(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "getattr", arguments, 2, 3))
        return {};
    const std::optional<Symbol> name = nameArgument(vm, arguments[1]);
    if (!name)
        return {};
    if (arguments.size() == 2)
        return getAttribute(vm, arguments[0], *name);
    Value found = findAttribute(vm, arguments[0], *name);
    if (!found.empty() || vm.halted())
        return found;
    if (vm.pending() && !vm.pendingIs(Type::AttributeError))
        return {};
    vm.takePending();
    return arguments[2];
}

Value hasAttribute(Interpreter &vm, Arguments &arguments)
{
    const auto name =
        checkArguments(vm, "hasattr", arguments, 2, 2) ? nameArgument(vm, arguments[1]) : std::nullopt;
    if (!name)
        return {};
    if (hasOutsideSpecial(vm, arguments[0], *name))
        return Value::boolean(true);
    const Value found = findAttribute(vm, arguments[0], *name);
    return vm.pending() ? Value() : Value::boolean(!found.empty());
}

Value setAttributeFunction(Interpreter &vm, Arguments &arguments)
{
    const auto name =
        checkArguments(vm, "setattr", arguments, 3, 3) ? nameArgument(vm, arguments[1]) : std::nullopt;
    return name && setAttribute(vm, arguments[0], *name, arguments[2]) ? Value::none() : Value();
}

Value deleteAttributeFunction(Interpreter &vm, Arguments &arguments)
{
    const auto name =
        checkArguments(vm, "delattr", arguments, 2, 2) ? nameArgument(vm, arguments[1]) : std::nullopt;
    return name && deleteAttribute(vm, arguments[0], *name) ? Value::none() : Value();
}

} // namespace

bool isCallable(const Interpreter &vm, const Value &value)
{
    if (!value.isObject())
        return false;
    switch (value.object()->kind()) {
    case HeapKind::Function:
    case HeapKind::Native:
    case HeapKind::Method:
    case HeapKind::StaticMethod:
    case HeapKind::Class:
    case HeapKind::WeakReference:
    case HeapKind::Finalizer:
        return true;
    case HeapKind::Proxy:
        return value.as<ProxyObject>().callable;
    default:
        return vm.special(value, sym::call) != nullptr;
    }
}

void addValueFunctions(Interpreter &vm)
{
    static constexpr NativeEntry functions[] = {
        {"len", len},
        {"repr", repr},
        {"hash", hash},
        {"id", id},
        {"callable", callableFunction},
        {"isinstance", isInstance},
        {"issubclass", isSubclass},
        {"getattr", getAttributeFunction},
        {"hasattr", hasAttribute},
        {"setattr", setAttributeFunction},
        {"delattr", deleteAttributeFunction},
    };
    addBuiltins(vm, functions);
}

} // namespace tetherscope::vm
