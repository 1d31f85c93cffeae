#include "scenario/machine/builtins.h"
#include "scenario/machine/operations.h"
#include "scenario/machine/text.h"
#include "scenario/objects/containers.h"

namespace tetherscope::vm {

namespace {

bool overridden(const ClassObject &cls, Symbol name)
{
    const Value *found = cls.lookUp(name);
    return found != nullptr && !found->is(HeapKind::Native);
}

/// `object.__new__(cls, …)`: too many arguments are an error only if nobody else takes them.
Value objectNew(Interpreter &vm, Arguments &arguments)
{
    auto *cls = arguments.size() == 0 ? nullptr : arguments[0].to<ClassObject>();
    if (cls == nullptr)
        return vm.raise(Type::TypeError, "object.__new__(X): X is not a type object");
    if (cls->builtin && cls != &vm.type(Type::Object))
        return vm.raise(Type::TypeError, "object.__new__(" + cls->qualifiedName + ") is not safe, use " +
                                             cls->qualifiedName + ".__new__()");
    const bool excess = arguments.all().size() > 1;
    if (excess && overridden(*cls, sym::new_))
        return vm.raise(Type::TypeError,
                        "object.__new__() takes exactly one argument (the type to instantiate)");
    if (excess && !overridden(*cls, sym::init))
        return vm.raise(Type::TypeError, vm.symbolText(cls->name) + "() takes no arguments");
    Ref<InstanceObject, SingleThread> made = vm.heap().make<InstanceObject>(arguments[0]);
    vm.recorder().born(*made, ObjectKind::Instance);
    return Value(std::move(made));
}

Value objectInit(Interpreter &vm, Arguments &arguments)
{
    if (arguments.all().size() <= 1)
        return Value::none();
    const ClassObject &cls = vm.classOf(arguments[0]);
    if (overridden(cls, sym::init))
        return vm.raise(Type::TypeError,
                        "object.__init__() takes exactly one argument (the instance to initialize)");
    if (!overridden(cls, sym::new_))
        return vm.raise(Type::TypeError,
                        vm.symbolText(cls.name) +
                            ".__init__() takes exactly one argument (the instance to initialize)");
    return Value::none();
}

Value objectRepr(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "__repr__", arguments, 1, 1))
        return {};
    if (arguments[0].is(HeapKind::Instance))
        return vm.string(defaultText(vm, *arguments[0].object()));
    return reprOf(vm, arguments[0]);
}

Value objectStr(Interpreter &vm, Arguments &arguments)
{
    return checkArguments(vm, "__str__", arguments, 1, 1) ? reprOf(vm, arguments[0]) : Value();
}

Value objectEq(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "__eq__", arguments, 2, 2))
        return {};
    return arguments[0].identical(arguments[1]) ? Value::boolean(true) : Value::notImplemented();
}

Value objectHash(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "__hash__", arguments, 1, 1))
        return {};
    if (!arguments[0].is(HeapKind::Instance)) {
        const std::optional<std::int64_t> answer = hashOf(vm, arguments[0]);
        return answer ? Value::integer(*answer) : Value();
    }
    return Value::integer(static_cast<std::int64_t>(vm.heap().addressOf(*arguments[0].object()) >> 4));
}

/// The number and the text of an OSError, the place of a SyntaxError: CPython takes them apart. Stops the
/// run, and says so.
bool haltAtParts(Interpreter &vm, const ClassObject &cls, std::size_t given)
{
    const bool system = cls.isSubclassOf(vm.type(Type::OSError));
    if (given < 2 || (!system && !cls.isSubclassOf(vm.type(Type::SyntaxError))))
        return false;
    vm.halt(std::string(system ? "An OSError" : "A SyntaxError") +
                " with more than one argument is outside the scenario language.",
            "Put all of it into one text.");
    return true;
}

Value exceptionNew(Interpreter &vm, Arguments &arguments)
{
    const auto *cls = arguments.size() == 0 ? nullptr : arguments[0].to<ClassObject>();
    if (cls == nullptr || !cls->isSubclassOf(vm.type(Type::BaseException)))
        return vm.raise(Type::TypeError, "BaseException.__new__(X): X is not a subtype of BaseException");
    std::vector<Value> given(arguments.positional().begin() + 1, arguments.positional().end());
    if (cls->lookUp(sym::init)->is(HeapKind::Native) && haltAtParts(vm, *cls, given.size()))
        return {};
    return Value(vm.heap().make<ExceptionObject>(arguments[0], std::move(given)));
}

Value exceptionInit(Interpreter &vm, Arguments &arguments)
{
    if (!arguments.keywords().empty())
        return vm.raise(Type::TypeError, vm.className(arguments[0]) + "() takes no keyword arguments");
    auto *exception = arguments[0].to<ExceptionObject>();
    if (exception == nullptr)
        return vm.raise(Type::TypeError, "BaseException.__init__() needs an exception");
    const std::span<Value> others = arguments.positional().subspan(1);
    if (haltAtParts(vm, exception->cls(), others.size()))
        return {};
    exception->setArguments(std::vector<Value>(others.begin(), others.end()));
    return Value::none();
}

Value exceptionRepr(Interpreter &vm, Arguments &arguments)
{
    auto *exception = arguments[0].to<ExceptionObject>();
    return exception == nullptr ? vm.raise(Type::TypeError, "an exception is needed")
                                : exceptionReprOf(vm, *exception);
}

Value exceptionStr(Interpreter &vm, Arguments &arguments)
{
    auto *exception = arguments[0].to<ExceptionObject>();
    return exception == nullptr ? vm.raise(Type::TypeError, "an exception is needed")
                                : messageOf(vm, *exception);
}

} // namespace

void addObjectMethods(Interpreter &vm)
{
    static constexpr NativeEntry methods[] = {
        {"__init__", objectInit}, {"__repr__", objectRepr}, {"__str__", objectStr},
        {"__eq__", objectEq},     {"__hash__", objectHash},
    };
    addMethods(vm, Type::Object, methods);
    vm.type(Type::Object).attributes.set(sym::new_, vm.native("__new__", objectNew));
}

void addExceptionMethods(Interpreter &vm)
{
    static constexpr NativeEntry methods[] = {
        {"__init__", exceptionInit}, {"__repr__", exceptionRepr}, {"__str__", exceptionStr}};
    addMethods(vm, Type::BaseException, methods);
    vm.type(Type::BaseException).attributes.set(sym::new_, vm.native("__new__", exceptionNew));
}

} // namespace tetherscope::vm
