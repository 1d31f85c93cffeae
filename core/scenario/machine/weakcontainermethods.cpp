#include "scenario/machine/builtins.h"
#include "scenario/machine/collections.h"
#include "scenario/machine/iterators.h"
#include "scenario/machine/operations.h"
#include "scenario/machine/text.h"
#include "scenario/machine/weakcontainer.h"

namespace tetherscope::vm {

namespace {

Value weakGet(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "get", arguments, 2, 3))
        return {};
    Value found = weakly(arguments[0]).find(arguments[1]);
    if (vm.pending())
        return {};
    weakly(arguments[0]).noteLookup(arguments[1], found);
    if (!found.empty())
        return found;
    return arguments.size() == 3 ? arguments[2] : Value::none();
}

Value weakPop(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "pop", arguments, 2, 3))
        return {};
    WeakContainerObject &weak = weakly(arguments[0]);
    const bool values = weak.type == Type::WeakValueDictionary;
    if (!weak.commitFirst())
        return {};
    const Value key = values ? arguments[1] : weak.asked(arguments[1]);
    Value taken = key.empty() ? Value() : dictTake(vm, weak.data, key);
    if (values && !taken.empty())
        taken = targetOf(taken);
    if (!taken.empty() || vm.pending())
        return taken;
    return arguments.size() == 3 ? arguments[2] : raiseKeyError(vm, key);
}

Value weakSetDefault(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "setdefault", arguments, 2, 3))
        return {};
    Value found = weakly(arguments[0]).find(arguments[1]);
    if (!found.empty() || vm.pending())
        return found;
    Value value = arguments.size() == 3 ? arguments[2] : Value::none();
    return setWeakItem(arguments[0], arguments[1], value) ? value : Value();
}

/// The last entry whose object lives, as a pair; those behind it go on the way.
Value weakPopItem(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "popitem", arguments, 1, 1))
        return {};
    WeakContainerObject &weak = weakly(arguments[0]);
    if (!weak.commitFirst())
        return {};
    const bool values = weak.type == Type::WeakValueDictionary;
    const std::vector<DictObject::Entry> &entries = weak.dict().entries();
    for (std::size_t at = entries.size(); at > 0; at = std::min(at - 1, entries.size())) {
        const Value key = entries[at - 1].key;
        if (key.empty())
            continue;
        const Value value = dictTakeAt(vm, weak.data, at - 1);
        const Value alive = values ? targetOf(value) : targetOf(key);
        if (!alive.empty())
            return vm.tuple(values ? std::vector<Value>{key, alive} : std::vector<Value>{alive, value});
    }
    return vm.raise(Type::KeyError, "popitem(): dictionary is empty");
}

Value weakClear(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "clear", arguments, 1, 1))
        return {};
    WeakContainerObject &weak = weakly(arguments[0]);
    if (!weak.commit())
        return {};
    if (weak.type == Type::WeakSet) {
        setClear(vm, weak.set());
        return Value::none();
    }
    while (weak.dict().size() > 0) {
        if (weakPopItem(vm, arguments).empty() && !vm.pendingIs(Type::KeyError))
            return {};
    }
    if (vm.pendingIs(Type::KeyError))
        vm.takePending();
    return Value::none();
}

Value weakWalk(Interpreter &vm, Arguments &arguments, Type kind, const char *name)
{
    return checkArguments(vm, name, arguments, 1, 1) ? walkWeakly(arguments[0], kind) : Value();
}

Value weakKeys(Interpreter &vm, Arguments &arguments)
{
    return weakWalk(vm, arguments, Type::DictKeys, "keys");
}
Value weakValues(Interpreter &vm, Arguments &arguments)
{
    return weakWalk(vm, arguments, Type::DictValues, "values");
}
Value weakItems(Interpreter &vm, Arguments &arguments)
{
    return weakWalk(vm, arguments, Type::DictItems, "items");
}

bool addMember(const Value &container, const Value &member)
{
    WeakContainerObject &weak = weakly(container);
    return weak.commit() && checkWatchable(weak.vm, member) &&
           setAdd(weak.vm, weak.data, weak.keep(*member.object()));
}

/// Takes over the entries of another container, or of an iterable of pairs or members.
bool takeOver(Interpreter &vm, const Value &container, const Value &other)
{
    if (weakly(container).type == Type::WeakSet)
        return forEach(vm, other, [&](const Value &member) { return addMember(container, member); });
    Value pairs = other;
    if (other.is(HeapKind::Dict))
        pairs = Value(vm.heap().make<ViewObject>(Type::DictItems, other));
    else if (other.is(HeapKind::WeakContainer))
        pairs = walkWeakly(other, Type::DictItems);
    return forEach(vm, pairs, [&](const Value &pair) {
        const std::optional<std::vector<Value>> parts = collect(vm, pair);
        return parts && parts->size() == 2 && setWeakItem(container, (*parts)[0], (*parts)[1]);
    });
}

/// What a call names goes in as entries.
bool takeKeywords(Interpreter &vm, const Value &container, const Arguments &arguments)
{
    for (std::size_t index = 0; index < arguments.keywords().size(); ++index) {
        const Value key = vm.string(vm.symbolText(arguments.keywords()[index]));
        if (key.empty() || !setWeakItem(container, key, arguments[arguments.size() + index]))
            return false;
    }
    return true;
}

Value weakUpdate(Interpreter &vm, Arguments &arguments)
{
    const bool named = weakly(arguments[0]).type == Type::WeakValueDictionary;
    const Arguments given(arguments.positional());
    if (!checkArguments(vm, "update", named ? given : arguments, named ? 1 : 2, 2))
        return {};
    const bool done = (arguments.size() == 1 || takeOver(vm, arguments[0], arguments[1])) &&
                      (!named || takeKeywords(vm, arguments[0], arguments));
    return done ? Value::none() : Value();
}

template<Type type>
Value constructWeak(Interpreter &vm, Arguments arguments)
{
    const bool named = type == Type::WeakValueDictionary;
    const Arguments given(arguments.positional());
    if (!checkArguments(vm, vm.symbolText(vm.type(type).name).c_str(), named ? given : arguments, 0, 1))
        return {};
    Value container = WeakContainerObject::make(vm, type);
    const bool filled = (arguments.size() == 0 || takeOver(vm, container, arguments[0])) &&
                        (!named || takeKeywords(vm, container, arguments));
    return filled ? container : Value();
}

Value weakCopy(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "copy", arguments, 1, 1))
        return {};
    Value container = WeakContainerObject::make(vm, weakly(arguments[0]).type);
    return takeOver(vm, container, arguments[0]) ? container : Value();
}

Value weakAdd(Interpreter &vm, Arguments &arguments)
{
    const bool added = checkArguments(vm, "add", arguments, 2, 2) && addMember(arguments[0], arguments[1]);
    return added ? Value::none() : Value();
}

Value weakDiscard(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "discard", arguments, 2, 2) || !weakly(arguments[0]).commit())
        return {};
    const Value reference = weakly(arguments[0]).asked(arguments[1]);
    const bool done =
        !reference.empty() && setDiscard(vm, weakly(arguments[0]).data, reference) != Truth::Error;
    return done ? Value::none() : Value();
}

Value weakRemove(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "remove", arguments, 2, 2) || !weakly(arguments[0]).commit())
        return {};
    const Value reference = weakly(arguments[0]).asked(arguments[1]);
    const Truth gone =
        reference.empty() ? Truth::Error : setDiscard(vm, weakly(arguments[0]).data, reference);
    if (gone == Truth::No)
        return raiseKeyError(vm, reference);
    return gone == Truth::Yes ? Value::none() : Value();
}

Value weakPopMember(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "pop", arguments, 1, 1) || !weakly(arguments[0]).commit())
        return {};
    WeakContainerObject &weak = weakly(arguments[0]);
    for (std::size_t place = 0; place < weak.set().table().size(); ++place) {
        const Value reference = weak.set().table()[place].key;
        if (reference.empty())
            continue;
        if (setDiscard(vm, weak.data, reference) == Truth::Error)
            return {};
        if (Value member = targetOf(reference); !member.empty())
            return member;
    }
    return vm.raise(Type::KeyError, "pop from empty WeakSet");
}

} // namespace

void addWeakContainers(Interpreter &vm, NamespaceMap &names)
{
    static constexpr NativeEntry ofDictionaries[] = {
        {"get", weakGet},         {"pop", weakPop},     {"setdefault", weakSetDefault},
        {"popitem", weakPopItem}, {"keys", weakKeys},   {"items", weakItems},
        {"values", weakValues},   {"clear", weakClear}, {"update", weakUpdate},
        {"copy", weakCopy}};
    static constexpr NativeEntry ofSets[] = {
        {"add", weakAdd},       {"discard", weakDiscard}, {"remove", weakRemove}, {"clear", weakClear},
        {"update", weakUpdate}, {"copy", weakCopy},       {"pop", weakPopMember}};
    addMethods(vm, Type::WeakValueDictionary, ofDictionaries);
    addMethods(vm, Type::WeakKeyDictionary, ofDictionaries);
    addMethods(vm, Type::WeakSet, ofSets);
    vm.type(Type::WeakValueDictionary).construct = constructWeak<Type::WeakValueDictionary>;
    vm.type(Type::WeakKeyDictionary).construct = constructWeak<Type::WeakKeyDictionary>;
    vm.type(Type::WeakSet).construct = constructWeak<Type::WeakSet>;
    for (const Type type : {Type::WeakValueDictionary, Type::WeakKeyDictionary, Type::WeakSet})
        names.set(vm.type(type).name, vm.typeValue(type));
}

} // namespace tetherscope::vm
