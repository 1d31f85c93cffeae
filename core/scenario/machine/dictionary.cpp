#include "scenario/machine/collections.h"
#include "scenario/machine/operations.h"
#include "scenario/machine/text.h"

#include <algorithm>

namespace tetherscope::vm {

namespace {

/// What the key is called in the picture; only for dictionaries that are drawn.
void noteLookup(Interpreter &vm, const DictObject &dict, const Value &key, const Value &found)
{
    if (!dict.id())
        return;
    const ObjectId foundId = found.isObject() ? found.object()->id() : ObjectId{};
    const TextId text = vm.recorder().text(plainText(vm, key, longestPlainText));
    vm.recorder().note(events::lookup(dict.id(), text, foundId));
}

HolderRef holderOf(SlotId slot)
{
    return slot ? HolderRef::slot(slot) : HolderRef::inFlight();
}

bool plainKey(const Value &key)
{
    return !key.isObject() || key.is(HeapKind::String);
}

} // namespace

Value makeDict(Interpreter &vm)
{
    Ref<DictObject, SingleThread> made = vm.heap().make<DictObject>();
    vm.recorder().born(*made, ObjectKind::Dict);
    return Value(std::move(made));
}

/// The keys' own __eq__ may change the dictionary: then the search begins again.
std::optional<std::size_t> dictFind(Interpreter &vm, const Value &value, const Value &key, std::int64_t hash)
{
    const auto &dict = value.as<DictObject>();
    for (;;) {
        Truth answer = Truth::No;
        const std::uint64_t version = dict.version();
        const std::size_t found = dict.find(hash, [&](std::size_t index) {
            const Value stored = dict.entries()[index].key;
            answer = stored.identical(key)               ? Truth::Yes
                     : plainKey(stored) && plainKey(key) ? equal(vm, stored, key)
                                                         : same(vm, stored, key);
            return answer != Truth::No || dict.version() != version;
        });
        if (answer == Truth::Error)
            return std::nullopt;
        if (dict.version() == version)
            return found;
        if (!vm.tick())
            return std::nullopt;
    }
}

Value dictGet(Interpreter &vm, const Value &dict, const Value &key)
{
    const std::optional<std::int64_t> hash = hashOf(vm, key);
    const std::optional<std::size_t> index = hash ? dictFind(vm, dict, key, *hash) : std::nullopt;
    if (!index)
        return {};
    Value found = *index == DictObject::npos ? Value() : dict.as<DictObject>().entries()[*index].value;
    noteLookup(vm, dict.as<DictObject>(), key, found);
    return found;
}

bool dictSet(Interpreter &vm, const Value &dict, Value key, Value item)
{
    const std::optional<std::int64_t> hash = hashOf(vm, key);
    return hash && dictSetHashed(vm, dict, std::move(key), *hash, std::move(item));
}

bool dictSetHashed(Interpreter &vm, const Value &value, Value key, std::int64_t hash, Value item)
{
    auto &dict = value.as<DictObject>();
    const std::optional<std::size_t> found = dictFind(vm, value, key, hash);
    if (!found)
        return false;
    if (*found != DictObject::npos) {
        DictObject::Entry &entry = dict.entries()[*found];
        if (maybeTracked(item))
            vm.heap().track(dict);
        Value old = std::exchange(entry.value, std::move(item));
        vm.recorder().entryChanged(dict, *found);
        const SlotId slot = dict.entries()[*found].valueSlot;
        vm.heap().dropReplaced(std::move(old), holderOf(slot), dict.entries()[*found].value);
        return true;
    }
    if (!vm.chargeElements(dict, dict.size() + 1))
        return false;
    if (maybeTracked(key) || maybeTracked(item))
        vm.heap().track(dict);
    dict.append(hash, std::move(key), std::move(item));
    vm.recorder().entryChanged(dict, dict.entries().size() - 1);
    return true;
}

namespace {

DictObject::Entry takeEntry(Interpreter &vm, DictObject &dict, std::size_t index)
{
    DictObject::Entry taken = dict.takeOut(index);
    vm.chargeElements(dict, dict.size());
    vm.recorder().entryRemoved(dict, {taken.keySlot, taken.valueSlot});
    return taken;
}

} // namespace

Value dictTakeAt(Interpreter &vm, const Value &dict, std::size_t index)
{
    DictObject::Entry taken = takeEntry(vm, dict.as<DictObject>(), index);
    vm.heap().drop(std::move(taken.key), holderOf(taken.keySlot));
    return std::move(taken.value);
}

Value dictTake(Interpreter &vm, const Value &dict, const Value &key)
{
    if (dict.as<DictObject>().size() == 0)
        return {}; // whatever the key is
    const std::optional<std::int64_t> hash = hashOf(vm, key);
    const std::optional<std::size_t> index = hash ? dictFind(vm, dict, key, *hash) : std::nullopt;
    return index && *index != DictObject::npos ? dictTakeAt(vm, dict, *index) : Value();
}

bool dictDelete(Interpreter &vm, const Value &dict, const Value &key)
{
    const std::optional<std::int64_t> hash = hashOf(vm, key);
    const std::optional<std::size_t> index = hash ? dictFind(vm, dict, key, *hash) : std::nullopt;
    if (!index)
        return false;
    if (*index == DictObject::npos) {
        raiseKeyError(vm, key);
        return false;
    }
    DictObject::Entry taken = takeEntry(vm, dict.as<DictObject>(), *index);
    vm.heap().drop(std::move(taken.key), holderOf(taken.keySlot));
    vm.heap().drop(std::move(taken.value), holderOf(taken.valueSlot));
    return true;
}

void dictClear(Interpreter &vm, DictObject &dict)
{
    std::vector<DictObject::Entry> all = dict.takeAll();
    vm.chargeElements(dict, 0);
    for (const DictObject::Entry &entry : all) {
        if (!entry.key.empty())
            vm.recorder().entryRemoved(dict, {entry.keySlot, entry.valueSlot});
    }
    for (DictObject::Entry &entry : all) {
        vm.heap().drop(std::move(entry.key), holderOf(entry.keySlot));
        vm.heap().drop(std::move(entry.value), holderOf(entry.valueSlot));
    }
}

namespace {

bool updateFromPairs(Interpreter &vm, const Value &dict, const Value &pairs)
{
    std::size_t number = 0;
    return forEach(vm, pairs, [&](const Value &pair) {
        const std::optional<std::vector<Value>> parts = collectSized(vm, pair);
        if (!parts && vm.pendingIs(Type::TypeError)) {
            vm.takePending();
            vm.raise(Type::TypeError, "cannot convert dictionary update sequence element #" +
                                          std::to_string(number) + " to a sequence");
        }
        if (!parts)
            return false;
        if (parts->size() != 2) {
            vm.raise(Type::ValueError, "dictionary update sequence element #" + std::to_string(number) +
                                           " has length " + std::to_string(parts->size()) +
                                           "; 2 is required");
            return false;
        }
        ++number;
        return dictSet(vm, dict, (*parts)[0], (*parts)[1]);
    });
}

/// All keys are asked for first, then each for its value.
bool updateFromMapping(Interpreter &vm, const Value &dict, const Value &mapping, const Value &keysMethod)
{
    const Value answer = vm.call(keysMethod, {});
    const std::optional<std::vector<Value>> keys = answer.empty() ? std::nullopt : collect(vm, answer);
    if (!keys)
        return false;
    return std::all_of(keys->begin(), keys->end(), [&](const Value &key) {
        const Value item = getItem(vm, mapping, key);
        return !item.empty() && dictSet(vm, dict, key, item);
    });
}

} // namespace

/// What has a method `keys` is a mapping, anything else a sequence of pairs.
bool dictUpdate(Interpreter &vm, const Value &dict, const Value &other)
{
    if (!other.is(HeapKind::Dict)) {
        const Value keys = findAttribute(vm, other, vm.symbols().intern("keys"));
        if (vm.pending())
            return false;
        return keys.empty() ? updateFromPairs(vm, dict, other) : updateFromMapping(vm, dict, other, keys);
    }
    const auto &from = other.as<DictObject>();
    for (std::size_t index = 0; index < from.entries().size(); ++index) {
        const DictObject::Entry &entry = from.entries()[index];
        if (entry.key.empty())
            continue;
        const Value key = entry.key;
        const Value value = entry.value;
        if (!vm.tick() || !dictSetHashed(vm, dict, key, entry.hash, value))
            return false;
    }
    return true;
}

} // namespace tetherscope::vm
