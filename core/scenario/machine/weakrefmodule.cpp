#include "scenario/machine/builtins.h"
#include "scenario/machine/operations.h"
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
    case HeapKind::Class:
    case HeapKind::Method:
    case HeapKind::Generator:
    case HeapKind::Module:
        return true;
    case HeapKind::Exception:
        return !value.as<ExceptionObject>().cls().builtin;
    default:
        return false;
    }
}

/// The reference without a callback that everybody shares; null: there is none.
WeakReferenceObject *sharedReference(const HeapObject &target)
{
    for (WeakReferenceObject *reference : target.weakReferences()) {
        if (reference->callback.empty() && reference->useCount() > 0)
            return reference;
    }
    return nullptr;
}

Value makeReference(Interpreter &vm, Arguments arguments)
{
    if (!checkArguments(vm, "ref", arguments, 1, 2))
        return {};
    const Value target = arguments[0];
    const bool plainObject =
        target.is(HeapKind::Instance) && &target.as<InstanceObject>().cls() == &vm.type(Type::Object);
    if (!canBeWatched(target) || plainObject)
        return vm.raise(Type::TypeError,
                        "cannot create weak reference to '" + vm.className(target) + "' object");
    const bool called = arguments.size() == 2 && !arguments[1].isNone();
    if (!called) {
        if (WeakReferenceObject *shared = sharedReference(*target.object()))
            return Value::share(*shared);
    }
    if (!vm.tickItems(target.object()->weakReferences().size()))
        return {};
    Ref<WeakReferenceObject, SingleThread> made =
        vm.heap().make<WeakReferenceObject>(*target.object(), called ? arguments[1] : Value());
    vm.recorder().born(*made, ObjectKind::WeakReference);
    vm.recorder().weakened(*made);
    if (called) {
        made->callbackSlot = vm.recorder().textSlot(made->id(), "callback");
        vm.recorder().put(made->callbackSlot, made->callback);
    }
    return Value(std::move(made));
}

Value getWeakrefCount(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "getweakrefcount", arguments, 1, 1))
        return {};
    const HeapObject *object = arguments[0].object();
    return Value::integer(object == nullptr ? 0 : static_cast<std::int64_t>(object->weakReferences().size()));
}

/// The shared one first, then those with a callback, the newest first.
Value getWeakrefs(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "getweakrefs", arguments, 1, 1))
        return {};
    std::vector<Value> references;
    const HeapObject *object = arguments[0].object();
    WeakReferenceObject *shared = object == nullptr ? nullptr : sharedReference(*object);
    if (shared != nullptr)
        references.push_back(Value::share(*shared));
    for (std::size_t left = object == nullptr ? 0 : object->weakReferences().size(); left > 0; --left) {
        WeakReferenceObject *reference = object->weakReferences()[left - 1];
        if (reference != shared)
            references.push_back(Value::share(*reference));
    }
    return vm.list(std::move(references));
}

} // namespace

void addWeakrefFunctions(Interpreter &vm, NamespaceMap &names)
{
    static constexpr NativeEntry functions[] = {{"getweakrefcount", getWeakrefCount},
                                                {"getweakrefs", getWeakrefs}};
    addFunctions(vm, names, functions);
    vm.type(Type::Ref).construct = makeReference;
    names.set(vm.symbols().intern("ref"), vm.typeValue(Type::Ref));
}

} // namespace tetherscope::vm
