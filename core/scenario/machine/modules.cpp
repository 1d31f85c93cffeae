#include "scenario/machine/builtins.h"
#include "scenario/machine/cachedcalls.h"
#include "scenario/machine/parameters.h"

namespace tetherscope::vm {

namespace {

/// One more than the holders, for its own argument: as CPython counts.
Value getRefcount(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "sys.getrefcount()", arguments, 1, 1))
        return {};
    vm.recorder().endLoans();
    Value argument = std::move(arguments[0]);
    const std::uint32_t count = argument.isObject() ? argument.useCount() : 1;
    if (argument.isObject() && argument.object()->id()) {
        vm.recorder().acquiredInHand(*argument.object(), HolderRef::argument());
        vm.recorder().record(events::counted(argument.object()->id(), count));
        vm.heap().drop(std::move(argument), HolderRef::argument());
    }
    return Value::integer(count);
}

/// Counts the objects of the picture alone: what CPython answers here is nobody's promise.
Value collectGarbage(Interpreter &vm, Arguments &arguments)
{
    const std::optional<Given> given = givenTo(vm, {"collect", {"generation"}}, arguments);
    if (!given)
        return {};
    if (const Value *generation = (*given)[0]; generation != nullptr && !generation->isIntegral())
        return vm.raise(Type::TypeError,
                        "'" + vm.className(*generation) + "' object cannot be interpreted as an integer");
    constexpr std::size_t objectsAnOperation = 4;
    if (!vm.tick(vm.heap().liveObjects() / objectsAnOperation))
        return {};
    const std::size_t found = vm.heap().collect();
    return vm.halted() ? Value() : Value::integer(static_cast<std::int64_t>(found));
}

/// Automatic collection never runs: only the answer of gc.isenabled() changes.
template<bool enabled>
Value switchCollector(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, enabled ? "gc.enable()" : "gc.disable()", arguments, 0, 0))
        return {};
    vm.heap().collectorEnabled = enabled;
    return Value::none();
}

Value collectorIsEnabled(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "gc.isenabled()", arguments, 0, 0))
        return {};
    return Value::boolean(vm.heap().collectorEnabled);
}

} // namespace

bool fillModule(Interpreter &vm, ModuleObject &module)
{
    static constexpr NativeEntry sysFunctions[] = {{"getrefcount", getRefcount}};
    static constexpr NativeEntry gcFunctions[] = {{"collect", collectGarbage},
                                                  {"enable", switchCollector<true>},
                                                  {"disable", switchCollector<false>},
                                                  {"isenabled", collectorIsEnabled}};
    static constexpr NativeEntry ownFunctions[] = {{"weak_cached", weakCached}};
    const std::string &name = vm.symbolText(module.name);
    if (name == "sys")
        addFunctions(vm, module.attributes, sysFunctions);
    else if (name == "gc")
        addFunctions(vm, module.attributes, gcFunctions);
    else if (name == "weakref")
        addWeakrefFunctions(vm, module.attributes);
    else if (name == "tetherscope")
        addFunctions(vm, module.attributes, ownFunctions);
    else
        return false;
    return true;
}

Value Interpreter::module(Symbol name)
{
    if (const Value *known = m_modules.find(name))
        return *known;
    Ref<ModuleObject, SingleThread> made = m_heap.make<ModuleObject>(name);
    if (!fillModule(*this, *made))
        return raise(Type::ImportError, "No module named '" + symbolText(name) + "'");
    m_modules.set(name, Value(made));
    return Value(std::move(made));
}

} // namespace tetherscope::vm
