#include "scenario/machine/builtins.h"
#include "scenario/machine/finalizer.h"
#include "scenario/machine/operations.h"
#include "scenario/machine/parameters.h"
#include "scenario/machine/text.h"
#include "scenario/machine/weakcontainer.h"
#include "scenario/objects/weakreference.h"

namespace tetherscope::vm {

namespace {

bool canBeWatched(const Value &value)
{
    if (!value.isObject())
        return false;
    switch (value.object()->kind()) {
    case HeapKind::Instance:
    case HeapKind::Set:
    case HeapKind::Function:
    case HeapKind::Native:
    case HeapKind::Class:
    case HeapKind::Method:
    case HeapKind::Generator:
    case HeapKind::Module:
    case HeapKind::WeakContainer:
        return true;
    case HeapKind::WeakReference:
        return !value.as<WeakReferenceObject>().function.empty();
    case HeapKind::Exception:
        return !value.as<ExceptionObject>().cls().builtin;
    default:
        return false;
    }
}

/// The reference or proxy without a callback that everybody shares; null: there is none.
WeakReferenceObject *sharedReference(const HeapObject &target, HeapKind kind)
{
    for (WeakReferenceObject *reference : target.weakReferences()) {
        if (reference->kind() == kind && reference->callback.empty() && reference->function.empty() &&
            reference->useCount() > 0)
            return reference;
    }
    return nullptr;
}

/// Makes an object of the picture of it: what CPython's library makes for itself is none.
Value shown(Interpreter &vm, WeakReferenceObject &reference)
{
    if (!reference.id()) {
        vm.recorder().born(reference, ObjectKind::WeakReference);
        vm.recorder().weakened(reference);
        if (!reference.callback.empty()) {
            reference.callbackSlot = vm.recorder().textSlot(reference.id(), "callback");
            vm.recorder().put(reference.callbackSlot, reference.callback);
        }
    }
    return Value::share(reference);
}

/// `ref` and `proxy`: the object, and perhaps a callback.
template<typename Made>
Value refer(Interpreter &vm, const char *name, const Arguments &arguments)
{
    if (!checkArguments(vm, name, arguments, 1, 2))
        return {};
    const Value target = arguments[0];
    if (!checkWatchable(vm, target))
        return {};
    const bool called = arguments.size() == 2 && !arguments[1].isNone();
    if (!called) {
        if (WeakReferenceObject *shared = sharedReference(*target.object(), Made::heapKind))
            return shown(vm, *shared);
    }
    if (!vm.tickItems(target.object()->weakReferences().size()))
        return {};
    Ref<Made, SingleThread> made = vm.heap().make<Made>(*target.object(), called ? arguments[1] : Value());
    if constexpr (std::is_same_v<Made, ProxyObject>)
        made->callable = isCallable(vm, target);
    return shown(vm, *made);
}

Value makeReference(Interpreter &vm, Arguments arguments)
{
    return refer<WeakReferenceObject>(vm, "__new__", arguments);
}

Value makeProxy(Interpreter &vm, Arguments &arguments)
{
    return refer<ProxyObject>(vm, "proxy", arguments);
}

/// A reference to the object of a bound method that remembers the function, too.
Value makeWeakMethod(Interpreter &vm, Arguments arguments)
{
    std::vector<Value> all = Interpreter::prepended(vm.typeValue(Type::WeakMethod), arguments);
    const Signature signature{"WeakMethod.__new__", {"cls", "meth", "callback"}, 2};
    if (!givenToLibrary(vm, signature, Arguments(all, arguments.keywords())))
        return {};
    const auto *method = arguments[0].to<MethodObject>();
    if (method == nullptr || !method->function.is(HeapKind::Function))
        return vm.raise(Type::TypeError, "argument should be a bound method, not <class '" +
                                             qualifiedClassName(vm.classOf(arguments[0])) + "'>");
    if (!checkWatchable(vm, method->self))
        return {};
    const bool called = arguments.size() == 2 && !arguments[1].isNone();
    Ref<WeakReferenceObject, SingleThread> made =
        vm.heap().make<WeakReferenceObject>(*method->self.object(), called ? arguments[1] : Value());
    made->function = Value(vm.heap().make<WeakReferenceObject>(*method->function.object(), Value()));
    made->own = Value(vm.heap().make<WeakReferenceObject>(*made, Value()));
    return shown(vm, *made);
}

Value makeFinalizer(Interpreter &vm, Arguments arguments)
{
    std::vector<Value> all = Interpreter::prepended(vm.typeValue(Type::Finalize), arguments);
    const Arguments call(std::span<Value>(all).first(arguments.size() + 1));
    if (!givenToLibrary(vm, {"finalize.__init__", {"self", "obj", "func"}, 3}, call, Rest::Taken))
        return {};
    if (!checkWatchable(vm, arguments[0])) {
        vm.passLibrary(arguments.all());
        return {};
    }
    Ref<FinalizerObject, SingleThread> made = vm.heap().make<FinalizerObject>(arguments);
    vm.recorder().born(*made, ObjectKind::Other);
    made->begin(*arguments[0].object());
    return Value(std::move(made));
}

Value detach(Interpreter &vm, Arguments &arguments)
{
    return givenToLibrary(vm, {"finalize.detach", {"self"}, 1}, arguments)
               ? arguments[0].as<FinalizerObject>().detach(vm)
               : Value();
}

Value peek(Interpreter &vm, Arguments &arguments)
{
    return givenToLibrary(vm, {"finalize.peek", {"self"}, 1}, arguments)
               ? arguments[0].as<FinalizerObject>().peek(vm)
               : Value();
}

Value getWeakrefCount(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "_weakref.getweakrefcount()", arguments, 1, 1))
        return {};
    const HeapObject *object = arguments[0].object();
    return Value::integer(object == nullptr ? 0 : static_cast<std::int64_t>(object->weakReferences().size()));
}

/// The shared reference first, then the shared proxy, then those with a callback, the newest first.
Value getWeakrefs(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "_weakref.getweakrefs()", arguments, 1, 1))
        return {};
    std::vector<Value> references;
    const HeapObject *object = arguments[0].object();
    if (object == nullptr)
        return vm.list({});
    const std::vector<WeakReferenceObject *> all = object->weakReferences();
    WeakReferenceObject *const first = sharedReference(*object, HeapKind::WeakReference);
    WeakReferenceObject *const second = sharedReference(*object, HeapKind::Proxy);
    for (WeakReferenceObject *shared : {first, second}) {
        if (shared != nullptr)
            references.push_back(shown(vm, *shared));
    }
    for (std::size_t left = all.size(); left > 0; --left) {
        WeakReferenceObject *reference = all[left - 1];
        if (reference != first && reference != second && reference->useCount() > 0)
            references.push_back(Value::share(*reference));
    }
    return vm.list(std::move(references));
}

} // namespace

bool checkWatchable(Interpreter &vm, const Value &target)
{
    const bool plainObject =
        target.is(HeapKind::Instance) && &target.as<InstanceObject>().cls() == &vm.type(Type::Object);
    if (canBeWatched(target) && !plainObject)
        return true;
    vm.raise(Type::TypeError, "cannot create weak reference to '" + vm.className(target) + "' object");
    return false;
}

Value actual(Interpreter &vm, const Value &value)
{
    if (!value.is(HeapKind::Proxy))
        return value;
    Value target = value.as<ProxyObject>().target();
    return target.empty() ? vm.raise(Type::ReferenceError, "weakly-referenced object no longer exists")
                          : target;
}

void addWeakrefFunctions(Interpreter &vm, NamespaceMap &names)
{
    static constexpr NativeEntry functions[] = {
        {"getweakrefcount", getWeakrefCount}, {"getweakrefs", getWeakrefs}, {"proxy", makeProxy}};
    static constexpr NativeEntry ofFinalizers[] = {{"detach", detach}, {"peek", peek}};
    addFunctions(vm, names, functions);
    addMethods(vm, Type::Finalize, ofFinalizers);
    vm.type(Type::Ref).construct = makeReference;
    vm.type(Type::WeakMethod).construct = makeWeakMethod;
    vm.type(Type::Finalize).construct = makeFinalizer;
    names.set(vm.symbols().intern("ref"), vm.typeValue(Type::Ref));
    names.set(vm.symbols().intern("WeakMethod"), vm.typeValue(Type::WeakMethod));
    names.set(vm.symbols().intern("finalize"), vm.typeValue(Type::Finalize));
    addWeakContainers(vm, names);
}

} // namespace tetherscope::vm
