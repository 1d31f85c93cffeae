#include "scenario/machine/builtins.h"
#include "scenario/machine/collections.h"
#include "scenario/machine/iterators.h"
#include "scenario/machine/operations.h"
#include "scenario/machine/parameters.h"
#include "scenario/machine/text.h"
#include "scenario/machine/weakcontainer.h"

namespace tetherscope::vm {

namespace {

// A method gets what givenToLibrary() has placed, `self` first, and the whole call.

Value weakGet(Interpreter &vm, const Given &given, const Arguments &)
{
    const auto &[self, key, otherwise, none] = given;
    Value found = weakly(*self).find(*key);
    if (vm.pending())
        return {};
    weakly(*self).noteLookup(*key, found);
    if (!found.empty())
        return found;
    return otherwise != nullptr ? *otherwise : Value::none();
}

Value weakPop(Interpreter &vm, const Given &given, const Arguments &arguments)
{
    WeakContainerObject &weak = weakly(*given[0]);
    const bool values = weak.type == Type::WeakValueDictionary;
    if (!weak.commitFirst())
        return {};
    const Value key = values ? *given[1] : weak.asked(*given[1]);
    if (!values && !key.empty() && !checkArguments(vm, "pop", arguments.rest(), 1, 2)) // dict.pop checks them
        return {};
    Value taken = key.empty() ? Value() : dictTake(vm, weak.data, key);
    if (values && !taken.empty())
        taken = targetOf(taken);
    if (!taken.empty() || vm.pending())
        return taken;
    return arguments.size() > 2 ? arguments[2] : raiseKeyError(vm, key);
}

Value weakSetDefault(Interpreter &vm, const Given &given, const Arguments &)
{
    const auto &[self, key, otherwise, none] = given;
    Value found = weakly(*self).find(*key);
    if (!found.empty() || vm.pending())
        return found;
    Value value = otherwise != nullptr ? *otherwise : Value::none();
    return storeWeakItem(*self, *key, value) ? value : Value();
}

/// The last entry whose object lives, as a pair; those behind it go on the way.
Value weakPopItem(Interpreter &vm, const Given &given, const Arguments &)
{
    WeakContainerObject &weak = weakly(*given[0]);
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

Value weakClear(Interpreter &vm, const Given &given, const Arguments &arguments)
{
    WeakContainerObject &weak = weakly(*given[0]);
    if (!weak.commit())
        return {};
    if (weak.type == Type::WeakSet) {
        setClear(vm, weak.set());
        return Value::none();
    }
    while (weak.dict().size() > 0) {
        if (weakPopItem(vm, given, arguments).empty() && !vm.pendingIs(Type::KeyError))
            return {};
    }
    if (vm.pendingIs(Type::KeyError))
        vm.takePending();
    return Value::none();
}

template<Type kind>
Value weakWalk(Interpreter &, const Given &given, const Arguments &)
{
    return walkWeakly(*given[0], kind);
}

bool addMember(const Value &container, const Value &member)
{
    WeakContainerObject &weak = weakly(container);
    return weak.commit() && checkWatchable(weak.vm, member) &&
           setAdd(weak.vm, weak.data, weak.keep(*member.object()));
}

/// Takes over the entries of another container, or of an iterable of pairs or members.
bool takeOver(const Value &container, const Value &other)
{
    Interpreter &vm = weakly(container).vm;
    if (weakly(container).type == Type::WeakSet)
        return forEach(vm, other, [&](const Value &member) { return addMember(container, member); });
    if (other.isNone()) // the library's way to say that there is no other
        return true;
    Value pairs = other;
    if (other.is(HeapKind::Dict))
        pairs = Value(vm.heap().make<ViewObject>(Type::DictItems, other));
    else if (other.is(HeapKind::WeakContainer))
        pairs = walkWeakly(other, Type::DictItems);
    Value entries = pairs; // what are no pairs are made a dict first, which checks them
    if (!other.is(HeapKind::Dict) && !other.is(HeapKind::WeakContainer)) {
        entries = Value(vm.heap().make<DictObject>());
        if (!dictUpdate(vm, entries, pairs))
            return false;
        entries = Value(vm.heap().make<ViewObject>(Type::DictItems, entries));
    }
    return forEach(vm, entries, [&](const Value &pair) {
        const std::optional<std::vector<Value>> parts = collect(vm, pair);
        return parts && storeWeakItem(container, (*parts)[0], (*parts)[1]);
    });
}

/// What a call names goes in as entries.
bool takeKeywords(const Value &container, const Arguments &arguments)
{
    Interpreter &vm = weakly(container).vm;
    for (std::size_t index = 0; index < arguments.keywords().size(); ++index) {
        const Value key = vm.string(vm.symbolText(arguments.keywords()[index]));
        if (key.empty() || !storeWeakItem(container, key, arguments[arguments.size() + index]))
            return false;
    }
    return true;
}

/// `update(other, **named)`; of a WeakSet `update(other)`.
Value weakUpdate(Interpreter &, const Given &given, const Arguments &arguments)
{
    const auto &[self, other, unused, none] = given;
    const bool done = (other == nullptr || takeOver(*self, *other)) && takeKeywords(*self, arguments);
    return done ? Value::none() : Value();
}

Value weakCopy(Interpreter &vm, const Given &given, const Arguments &)
{
    Value container = WeakContainerObject::make(vm, weakly(*given[0]).type);
    return takeOver(container, *given[0]) ? container : Value();
}

Value weakAdd(Interpreter &, const Given &given, const Arguments &)
{
    return addMember(*given[0], *given[1]) ? Value::none() : Value();
}

Value weakDiscard(Interpreter &vm, const Given &given, const Arguments &)
{
    WeakContainerObject &weak = weakly(*given[0]);
    const Value reference = weak.commit() ? weak.asked(*given[1]) : Value();
    const bool done = !reference.empty() && setDiscard(vm, weak.data, reference) != Truth::Error;
    return done ? Value::none() : Value();
}

Value weakRemove(Interpreter &vm, const Given &given, const Arguments &)
{
    WeakContainerObject &weak = weakly(*given[0]);
    const Value reference = weak.commit() ? weak.asked(*given[1]) : Value();
    const Truth gone = reference.empty() ? Truth::Error : setDiscard(vm, weak.data, reference);
    if (gone == Truth::No)
        return raiseKeyError(vm, reference);
    return gone == Truth::Yes ? Value::none() : Value();
}

Value weakPopMember(Interpreter &vm, const Given &given, const Arguments &)
{
    WeakContainerObject &weak = weakly(*given[0]);
    if (!weak.commit())
        return {};
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

// ---------------------------------------------------------------- as the library declares them

struct LibraryMethod
{
    Signature signature; ///< its function without the class
    Value (*body)(Interpreter &vm, const Given &given, const Arguments &arguments);
    Rest rest = Rest::Refused;
    bool takesNames = false;    ///< `**named`
    std::string_view home = {}; ///< the class that declares it, if that is another one
};

constexpr LibraryMethod libraryGetMethod{{"get", {"self", "key", "default"}, 2}, weakGet};
constexpr LibraryMethod libraryPopMethod{{"pop", {"self", "key"}, 2}, weakPop, Rest::Taken};
constexpr LibraryMethod librarySetDefaultMethod{{"setdefault", {"self", "key", "default"}, 2},
                                                weakSetDefault};
constexpr LibraryMethod libraryPopItemMethod{{"popitem", {"self"}, 1}, weakPopItem};
constexpr LibraryMethod libraryKeysMethod{{"keys", {"self"}, 1}, weakWalk<Type::DictKeys>};
constexpr LibraryMethod libraryValuesMethod{{"values", {"self"}, 1}, weakWalk<Type::DictValues>};
constexpr LibraryMethod libraryItemsMethod{{"items", {"self"}, 1}, weakWalk<Type::DictItems>};
constexpr LibraryMethod libraryClearMethod{
    {"clear", {"self"}, 1}, weakClear, Rest::Refused, false, "MutableMapping"};
constexpr LibraryMethod libraryClearMembersMethod{{"clear", {"self"}, 1}, weakClear};
constexpr LibraryMethod libraryUpdateMethod{{"update", {"self", ""}, 1}, weakUpdate, Rest::Refused, true};
constexpr LibraryMethod libraryUpdateMembersMethod{{"update", {"self", "other"}, 2}, weakUpdate};
constexpr LibraryMethod libraryCopyMethod{{"copy", {"self"}, 1}, weakCopy};
constexpr LibraryMethod libraryAddMethod{{"add", {"self", "item"}, 2}, weakAdd};
constexpr LibraryMethod libraryDiscardMethod{{"discard", {"self", "item"}, 2}, weakDiscard};
constexpr LibraryMethod libraryRemoveMethod{{"remove", {"self", "item"}, 2}, weakRemove};
constexpr LibraryMethod libraryPopMemberMethod{{"pop", {"self"}, 1}, weakPopMember};

template<const LibraryMethod &method>
Value callLibrary(Interpreter &vm, Arguments &arguments)
{
    const std::string home = method.home.empty() ? vm.symbolText(vm.type(weakly(arguments[0]).type).name)
                                                 : std::string(method.home);
    const std::string function = home + '.' + std::string(method.signature.function);
    Signature signature = method.signature;
    signature.function = function;
    const Arguments checked = method.takesNames ? Arguments(arguments.positional()) : arguments;
    const std::optional<Given> given = givenToLibrary(vm, signature, checked, method.rest);
    if (!given)
        return {};
    Value result = method.body(vm, *given, arguments);
    if (result.empty())
        vm.passLibrary(arguments.all());
    return result;
}

/// `__init__(self, other=(), **named)` of a WeakValueDictionary; the others take no names.
template<Type type>
Value constructWeak(Interpreter &vm, Arguments arguments)
{
    constexpr bool named = type == Type::WeakValueDictionary;
    const std::string function = vm.symbolText(vm.type(type).name) + ".__init__";
    const std::string_view content = named ? "" : type == Type::WeakSet ? "data" : "dict";
    Value container = WeakContainerObject::make(vm, type);
    std::vector<Value> all = Interpreter::prepended(container, arguments);
    const Arguments call(all, arguments.keywords());
    const std::optional<Given> given =
        givenToLibrary(vm, {function, {"self", content}, 1}, named ? Arguments(call.positional()) : call);
    if (!given)
        return {};
    const Value *const other = (*given)[1];
    const bool empty = other == nullptr || (other->isNone() && !named);
    if ((empty || takeOver(container, *other)) && (!named || takeKeywords(container, call)))
        return container;
    vm.passLibrary(all);
    return {};
}

} // namespace

void addWeakContainers(Interpreter &vm, NamespaceMap &names)
{
    static constexpr NativeEntry ofDictionaries[] = {
        {"get", callLibrary<libraryGetMethod>},       {"pop", callLibrary<libraryPopMethod>},
        {"keys", callLibrary<libraryKeysMethod>},     {"setdefault", callLibrary<librarySetDefaultMethod>},
        {"values", callLibrary<libraryValuesMethod>}, {"popitem", callLibrary<libraryPopItemMethod>},
        {"items", callLibrary<libraryItemsMethod>},   {"clear", callLibrary<libraryClearMethod>},
        {"copy", callLibrary<libraryCopyMethod>},     {"update", callLibrary<libraryUpdateMethod>}};
    static constexpr NativeEntry ofSets[] = {
        {"add", callLibrary<libraryAddMethod>},       {"discard", callLibrary<libraryDiscardMethod>},
        {"remove", callLibrary<libraryRemoveMethod>}, {"clear", callLibrary<libraryClearMembersMethod>},
        {"copy", callLibrary<libraryCopyMethod>},     {"update", callLibrary<libraryUpdateMembersMethod>},
        {"pop", callLibrary<libraryPopMemberMethod>}};
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
