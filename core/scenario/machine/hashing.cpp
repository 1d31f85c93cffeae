#include "scenario/machine/operations.h"

#include "scenario/machine/collections.h"
#include "scenario/machine/iterators.h"
#include "scenario/objects/numbers.h"
#include "scenario/objects/weakreference.h"

#include <bit>

namespace tetherscope::vm {

namespace {

/// Source: tuplehash of CPython's Objects/tupleobject.c, after xxHash.
std::optional<std::int64_t> hashOfTuple(Interpreter &vm, const std::vector<Value> &items)
{
    constexpr std::uint64_t prime1 = 11400714785074694791u;
    constexpr std::uint64_t prime2 = 14029467366897019727u;
    constexpr std::uint64_t prime5 = 2870177450012600261u;
    const NativeLevel level(vm, "");
    if (!level.allowed())
        return std::nullopt;
    std::uint64_t sum = prime5;
    for (const Value &item : items) {
        if (!vm.tick())
            return std::nullopt;
        const std::optional<std::int64_t> lane = hashOf(vm, item);
        if (!lane)
            return std::nullopt;
        sum = std::rotl(sum + static_cast<std::uint64_t>(*lane) * prime2, 31) * prime1;
    }
    sum += items.size() ^ (prime5 ^ 3527539u);
    return sum == static_cast<std::uint64_t>(-1) ? 1546275796 : static_cast<std::int64_t>(sum);
}

std::int64_t hashOfAddress(Interpreter &vm, HeapObject &object)
{
    return static_cast<std::int64_t>(std::rotr(vm.heap().addressOf(object), 4));
}

std::optional<std::int64_t> unhashable(Interpreter &vm, const Value &value)
{
    vm.raise(Type::TypeError, "unhashable type: '" + vm.className(value) + "'");
    return std::nullopt;
}

std::optional<std::int64_t> hashOfInstance(Interpreter &vm, const Value &value)
{
    const Value *function = vm.special(value, sym::hash);
    if (function == nullptr)
        return hashOfAddress(vm, *value.object());
    if (function->isNone())
        return unhashable(vm, value);
    const std::optional<Value> answer = vm.callSpecial(value, sym::hash);
    if (answer->empty())
        return std::nullopt;
    if (!answer->isIntegral()) {
        vm.raise(Type::TypeError, "__hash__ method should return an integer");
        return std::nullopt;
    }
    return answer->asInt() == -1 ? -2 : answer->asInt();
}

std::optional<std::int64_t> hashOfReference(Interpreter &vm, WeakReferenceObject &reference)
{
    if (!reference.hash) {
        const Value target = reference.target();
        if (target.empty()) {
            vm.raise(Type::TypeError, "weak object has gone away");
            return std::nullopt;
        }
        reference.hash = hashOf(vm, target);
    }
    return reference.hash;
}

/// Whatever the order of its members.
std::int64_t hashOfFrozenSet(const SetObject &set)
{
    std::uint64_t hash = 0;
    for (const SetObject::Entry &entry : set.table()) {
        const auto member = static_cast<std::uint64_t>(entry.hash);
        if (!entry.key.empty())
            hash ^= ((member ^ 89869747u) ^ (member << 16)) * 3644798167u;
    }
    hash ^= (set.size() + 1) * 1927868237u;
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * 69069u + 907133923u;
    return static_cast<std::int64_t>(hash) == -1 ? 590923713 : static_cast<std::int64_t>(hash);
}

} // namespace

std::optional<std::int64_t> hashOf(Interpreter &vm, const Value &value)
{
    if (value.isIntegral())
        return hashOfInteger(value.asInt());
    if (value.isFloat())
        return hashOfReal(value.asFloat());
    if (!value.isObject())
        return value.isNone() ? 0xfca86420 : 1;
    switch (value.object()->kind()) {
    case HeapKind::String:
        return value.as<StringObject>().hash();
    case HeapKind::Tuple:
        return hashOfTuple(vm, value.as<TupleObject>().items);
    case HeapKind::List:
    case HeapKind::Dict:
    case HeapKind::Slice:
    case HeapKind::Proxy:
    case HeapKind::WeakContainer:
        return unhashable(vm, value);
    case HeapKind::Set:
        return value.as<SetObject>().frozen ? hashOfFrozenSet(value.as<SetObject>()) : unhashable(vm, value);
    case HeapKind::View:
        return value.as<ViewObject>().type == Type::DictValues ? hashOfAddress(vm, *value.object())
                                                               : unhashable(vm, value);
    case HeapKind::WeakReference:
        return hashOfReference(vm, value.as<WeakReferenceObject>());
    case HeapKind::Instance:
    case HeapKind::Exception:
        return hashOfInstance(vm, value);
    case HeapKind::Method: {
        const auto self = hashOf(vm, value.as<MethodObject>().self);
        return self ? std::optional(*self ^ 0x5bd1e995) : std::nullopt;
    }
    default:
        return hashOfAddress(vm, *value.object());
    }
}

} // namespace tetherscope::vm
