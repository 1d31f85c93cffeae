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

bool addHashed(Interpreter &vm, const Value &value, Value key, std::int64_t hash)
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

Value copyOf(Interpreter &vm, const Value &set)
{
    Value made = makeSet(vm);
    return setUpdate(vm, made, set) ? made : Value();
}

/// The members of `left` that are, or are not, in `right`.
Value filtered(Interpreter &vm, const Value &left, const Value &right, Truth wanted)
{
    Value made = makeSet(vm);
    const bool walked = forEach(vm, left, [&](const Value &member) {
        const Truth found = setHas(vm, right, member);
        return found != Truth::Error && (found != wanted || setAdd(vm, made, member));
    });
    return walked ? made : Value();
}

} // namespace

Value makeSet(Interpreter &vm, bool frozen)
{
    Ref<SetObject, SingleThread> made = vm.heap().make<SetObject>(frozen);
    if (!frozen)
        vm.recorder().born(*made, ObjectKind::Set);
    return Value(std::move(made));
}

Truth setHas(Interpreter &vm, const Value &set, const Value &key)
{
    const std::optional<std::int64_t> hash = hashOf(vm, key);
    const std::optional<std::size_t> found = hash ? setFind(vm, set, key, *hash) : std::nullopt;
    return found ? truth(*found != SetObject::npos) : Truth::Error;
}

bool setAdd(Interpreter &vm, const Value &set, Value key)
{
    const std::optional<std::int64_t> hash = hashOf(vm, key);
    return hash && addHashed(vm, set, std::move(key), *hash);
}

Truth setDiscard(Interpreter &vm, const Value &value, const Value &key)
{
    auto &set = value.as<SetObject>();
    const std::optional<std::int64_t> hash = hashOf(vm, key);
    const std::optional<std::size_t> found = hash ? setFind(vm, value, key, *hash) : std::nullopt;
    if (!found)
        return Truth::Error;
    if (*found == SetObject::npos)
        return Truth::No;
    const SlotId slot = set.table()[*found].slot;
    Value old = set.takeOut(*found);
    vm.chargeElements(set, set.size());
    vm.recorder().memberRemoved(set, slot);
    vm.heap().drop(std::move(old), slot ? HolderRef::slot(slot) : HolderRef::inFlight());
    return Truth::Yes;
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

bool setUpdate(Interpreter &vm, const Value &value, const Value &other)
{
    if (!other.is(HeapKind::Set) || other.object() == value.object())
        return forEach(vm, other, [&](Value member) { return setAdd(vm, value, std::move(member)); });
    auto &set = value.as<SetObject>();
    const auto &from = other.as<SetObject>();
    if (from.size() == 0)
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
        if (!entry.key.empty() && (!vm.tick() || !addHashed(vm, value, entry.key, entry.hash)))
            return false;
    }
    return true;
}

Truth setContainsAll(Interpreter &vm, const Value &set, const Value &of)
{
    Truth answer = Truth::Yes;
    const bool walked = forEach(vm, of, [&](const Value &member) {
        answer = setHas(vm, set, member);
        return answer == Truth::Yes;
    });
    return walked ? answer : Truth::Error;
}

Value setCombine(Interpreter &vm, ast::BinaryOperator op, const Value &left, const Value &right)
{
    switch (op) {
    case ast::BinaryOperator::BitOr: {
        Value made = copyOf(vm, left);
        return !made.empty() && setUpdate(vm, made, right) ? made : Value();
    }
    case ast::BinaryOperator::BitAnd: {
        const bool swapped = right.as<SetObject>().size() > left.as<SetObject>().size();
        return filtered(vm, swapped ? left : right, swapped ? right : left, Truth::Yes);
    }
    case ast::BinaryOperator::Subtract:
        return filtered(vm, left, right, Truth::No);
    default: {
        Value made = copyOf(vm, right); // symmetric difference: CPython begins with the right one
        const bool walked = !made.empty() && forEach(vm, left, [&](const Value &member) {
            const Truth gone = setDiscard(vm, made, member);
            return gone != Truth::Error && (gone == Truth::Yes || setAdd(vm, made, member));
        });
        return walked ? made : Value();
    }
    }
}

} // namespace tetherscope::vm
