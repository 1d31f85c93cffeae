#include "scenario/machine/collections.h"
#include "scenario/machine/operations.h"

namespace tetherscope::vm {

namespace {

std::optional<std::size_t> setFind(Interpreter &vm, const Value &value, const Value &key, std::int64_t hash)
{
    const auto &set = value.as<SetObject>();
    for (;;) {
        Truth answer = Truth::No;
        const std::uint64_t version = set.version();
        const std::size_t found = set.find(hash, [&](std::size_t place) {
            const Value stored = set.table()[place].key;
            answer = same(vm, stored, key);
            return answer != Truth::No || set.version() != version;
        });
        if (answer == Truth::Error)
            return std::nullopt;
        if (set.version() == version)
            return found;
        if (!vm.tick())
            return std::nullopt;
    }
}

} // namespace

Value makeSet(Interpreter &vm, bool frozen)
{
    Ref<SetObject, SingleThread> made = vm.heap().make<SetObject>(frozen);
    if (!frozen)
        vm.recorder().born(*made, ObjectKind::Set);
    return Value(std::move(made));
}

Truth setHasHashed(Interpreter &vm, const Value &set, const Value &key, std::int64_t hash)
{
    const std::optional<std::size_t> found = setFind(vm, set, key, hash);
    return found ? truth(*found != SetObject::npos) : Truth::Error;
}

Truth setHas(Interpreter &vm, const Value &set, const Value &key)
{
    const std::optional<std::int64_t> hash = hashOf(vm, key);
    return hash ? setHasHashed(vm, set, key, *hash) : Truth::Error;
}

bool setAddHashed(Interpreter &vm, const Value &value, Value key, std::int64_t hash)
{
    auto &set = value.as<SetObject>();
    const std::optional<std::size_t> found = setFind(vm, value, key, hash);
    if (!found)
        return false;
    if (*found != SetObject::npos)
        return true;
    if (!vm.chargeElements(set, set.size() + 1))
        return false;
    const Value kept = key;
    set.add(hash, std::move(key));
    const std::size_t place =
        set.find(hash, [&](std::size_t at) { return set.table()[at].key.identical(kept); });
    vm.recorder().memberAdded(set, place);
    return true;
}

bool setAdd(Interpreter &vm, const Value &set, Value key)
{
    const std::optional<std::int64_t> hash = hashOf(vm, key);
    return hash && setAddHashed(vm, set, std::move(key), *hash);
}

void setTakeOut(Interpreter &vm, SetObject &set, std::size_t place)
{
    const SlotId slot = set.table()[place].slot;
    Value old = set.takeOut(place);
    vm.chargeElements(set, set.size());
    vm.recorder().memberRemoved(set, slot);
    vm.heap().drop(std::move(old), slot ? HolderRef::slot(slot) : HolderRef::inFlight());
}

Truth setDiscardHashed(Interpreter &vm, const Value &value, const Value &key, std::int64_t hash)
{
    const std::optional<std::size_t> found = setFind(vm, value, key, hash);
    if (!found)
        return Truth::Error;
    if (*found == SetObject::npos)
        return Truth::No;
    setTakeOut(vm, value.as<SetObject>(), *found);
    return Truth::Yes;
}

Truth setDiscard(Interpreter &vm, const Value &value, const Value &key)
{
    const std::optional<std::int64_t> hash = hashOf(vm, key);
    return hash ? setDiscardHashed(vm, value, key, *hash) : Truth::Error;
}

void setClear(Interpreter &vm, SetObject &set)
{
    std::vector<SetObject::Entry> all = set.takeAll();
    vm.chargeElements(set, 0);
    for (const SetObject::Entry &entry : all) {
        if (!entry.key.empty())
            vm.recorder().memberRemoved(set, entry.slot);
    }
    for (SetObject::Entry &entry : all)
        vm.heap().drop(std::move(entry.key),
                       entry.slot ? HolderRef::slot(entry.slot) : HolderRef::inFlight());
}

namespace {

bool updateFromDict(Interpreter &vm, const Value &value, const DictObject &from)
{
    value.as<SetObject>().prepareMerge(from.size());
    for (std::size_t index = 0; index < from.entries().size(); ++index) {
        const DictObject::Entry &entry = from.entries()[index];
        const std::int64_t hash = entry.hash;
        Value key = entry.key;
        if (!key.empty() && (!vm.tick() || !setAddHashed(vm, value, std::move(key), hash)))
            return false;
    }
    return true;
}

} // namespace

bool setUpdate(Interpreter &vm, const Value &value, const Value &other)
{
    if (other.is(HeapKind::Dict))
        return updateFromDict(vm, value, other.as<DictObject>());
    if (!other.is(HeapKind::Set))
        return forEach(vm, other, [&](Value member) { return setAdd(vm, value, std::move(member)); });
    auto &set = value.as<SetObject>();
    const auto &from = other.as<SetObject>();
    if (from.size() == 0 || &from == &set)
        return true;
    if (!vm.chargeElements(set, set.size() + from.size()))
        return false;
    set.prepareMerge(from.size());
    if (set.neverUsed()) {
        set.mergeInto(from);
        for (std::size_t place = 0; place < set.table().size(); ++place) {
            if (!set.table()[place].key.empty())
                vm.recorder().memberAdded(set, place);
        }
        return true;
    }
    const std::vector<SetObject::Entry> members = from.table(); // __eq__ may change the other set
    for (const SetObject::Entry &entry : members) {
        if (!entry.key.empty() && (!vm.tick() || !setAddHashed(vm, value, entry.key, entry.hash)))
            return false;
    }
    return true;
}

} // namespace tetherscope::vm
