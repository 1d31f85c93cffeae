#include "scenario/machine/builtins.h"
#include "scenario/machine/collections.h"
#include "scenario/machine/hashedwalk.h"
#include "scenario/machine/iterators.h"
#include "scenario/machine/text.h"

namespace tetherscope::vm {

namespace {

Value dictGetMethod(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "dict.get", arguments, 2, 3))
        return {};
    Value found = dictGet(vm, arguments[0], arguments[1]);
    if (!found.empty() || vm.pending())
        return found;
    return arguments.size() == 3 ? arguments[2] : Value::none();
}

Value dictPop(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "dict.pop", arguments, 2, 3))
        return {};
    Value taken = dictTake(vm, arguments[0], arguments[1]);
    if (!taken.empty() || vm.pending())
        return taken;
    return arguments.size() == 3 ? arguments[2] : raiseKeyError(vm, arguments[1]);
}

Value dictSetDefault(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "dict.setdefault", arguments, 2, 3))
        return {};
    Value found = dictGet(vm, arguments[0], arguments[1]);
    if (!found.empty() || vm.pending())
        return found;
    const Value value = arguments.size() == 3 ? arguments[2] : Value::none();
    return dictSet(vm, arguments[0], arguments[1], value) ? value : Value();
}

Value dictPopItem(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "dict.popitem()", arguments, 1, 1))
        return {};
    const auto &entries = arguments[0].as<DictObject>().entries();
    std::size_t last = entries.size();
    while (last > 0 && entries[last - 1].key.empty())
        --last;
    if (last == 0)
        return vm.raise(Type::KeyError, "popitem(): dictionary is empty");
    const Value key = entries[last - 1].key;
    Value value = dictTakeAt(vm, arguments[0], last - 1);
    std::vector<Value> pair{key};
    pair.push_back(std::move(value));
    return vm.tuple(std::move(pair));
}

Value view(Interpreter &vm, Arguments &arguments, Type type, const char *name)
{
    if (!checkArguments(vm, name, arguments, 1, 1))
        return {};
    return Value(vm.heap().make<ViewObject>(type, arguments[0]));
}

Value dictKeys(Interpreter &vm, Arguments &arguments)
{
    return view(vm, arguments, Type::DictKeys, "dict.keys()");
}
Value dictValues(Interpreter &vm, Arguments &arguments)
{
    return view(vm, arguments, Type::DictValues, "dict.values()");
}
Value dictItems(Interpreter &vm, Arguments &arguments)
{
    return view(vm, arguments, Type::DictItems, "dict.items()");
}

Value dictClearMethod(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "dict.clear()", arguments, 1, 1))
        return {};
    dictClear(vm, arguments[0].as<DictObject>());
    return Value::none();
}

Value dictCopy(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "dict.copy()", arguments, 1, 1))
        return {};
    Value made = makeDict(vm);
    return dictUpdate(vm, made, arguments[0]) ? made : Value();
}

Value dictUpdateMethod(Interpreter &vm, Arguments &arguments)
{
    if (arguments.size() > 2)
        return vm.raise(Type::TypeError,
                        "update expected at most 1 argument, got " + std::to_string(arguments.size() - 1));
    if (arguments.size() == 2 && !dictUpdate(vm, arguments[0], arguments[1]))
        return {};
    for (std::size_t index = 0; index < arguments.keywords().size(); ++index) {
        Value key = vm.string(vm.symbolText(arguments.keywords()[index]));
        if (key.empty() || !dictSet(vm, arguments[0], std::move(key), arguments[arguments.size() + index]))
            return {};
    }
    return Value::none();
}

Value dictFromKeys(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "fromkeys", arguments, 1, 2))
        return {};
    const Value value = arguments.size() == 2 ? arguments[1] : Value::none();
    Value made = makeDict(vm);
    const bool walked = forEachHashed(vm, arguments[0], [&](Value key, std::int64_t hash) {
        return dictSetHashed(vm, made, std::move(key), hash, value);
    });
    return walked ? made : Value();
}

} // namespace

void addDictMethods(Interpreter &vm)
{
    static constexpr NativeEntry methods[] = {
        {"get", dictGetMethod},       {"pop", dictPop},           {"setdefault", dictSetDefault},
        {"popitem", dictPopItem},     {"keys", dictKeys},         {"values", dictValues},
        {"items", dictItems},         {"clear", dictClearMethod}, {"copy", dictCopy},
        {"update", dictUpdateMethod},
    };
    addMethods(vm, Type::Dict, methods);
    vm.type(Type::Dict).attributes.set(vm.symbols().intern("fromkeys"), vm.native("fromkeys", dictFromKeys));
}

} // namespace tetherscope::vm
