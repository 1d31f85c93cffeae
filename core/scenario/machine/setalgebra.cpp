#include "scenario/machine/collections.h"
#include "scenario/machine/hashedwalk.h"

// Which operand is walked over, which is searched, and when a table is made anew: all of it decides the order
// of the result, and follows Objects/setobject.c of CPython 3.11.

namespace tetherscope::vm {

namespace {

Value madeLike(Interpreter &vm, const Value &set)
{
    return makeSet(vm, set.as<SetObject>().frozen);
}

Value copyOf(Interpreter &vm, const Value &set)
{
    Value made = madeLike(vm, set);
    return setUpdate(vm, made, set) ? made : Value();
}

bool intersect(Interpreter &vm, const Value &result, const Value &left, const Value &right)
{
    const auto *other = right.to<SetObject>();
    const bool swapped = other != nullptr && other->size() > left.as<SetObject>().size();
    const Value &walked = swapped ? left : right;
    const Value &searched = swapped ? right : left;
    return forEachHashed(vm, walked, [&](const Value &member, std::int64_t hash) {
        const Truth found = setHasHashed(vm, searched, member, hash);
        return found != Truth::Error && (found == Truth::No || setAddHashed(vm, result, member, hash));
    });
}

bool subtractFrom(Interpreter &vm, const Value &set, const Value &other)
{
    if (set.object() == other.object()) {
        setClear(vm, set.as<SetObject>());
        return true;
    }
    const bool walked = forEachHashed(vm, other, [&](const Value &member, std::int64_t hash) {
        return setDiscardHashed(vm, set, member, hash) != Truth::Error;
    });
    if (walked)
        set.as<SetObject>().shrinkIfSparse();
    return walked;
}

Value difference(Interpreter &vm, const Value &left, const Value &right)
{
    const auto *other = right.to<SetObject>();
    const auto *dict = right.to<DictObject>();
    const std::size_t size = other != nullptr ? other->size() : dict != nullptr ? dict->size() : 0;
    if ((other == nullptr && dict == nullptr) || left.as<SetObject>().size() >> 2 > size) {
        Value made = copyOf(vm, left);
        return !made.empty() && subtractFrom(vm, made, right) ? made : Value();
    }
    Value made = madeLike(vm, left);
    const bool walked = forEachHashed(vm, left, [&](const Value &member, std::int64_t hash) {
        Truth found = Truth::No;
        if (other != nullptr) {
            found = setHasHashed(vm, right, member, hash);
        } else {
            const std::optional<std::size_t> entry = dictFind(vm, right, member, hash);
            found = entry ? truth(*entry != DictObject::npos) : Truth::Error;
        }
        return found != Truth::Error && (found == Truth::Yes || setAddHashed(vm, made, member, hash));
    });
    return walked ? made : Value();
}

bool toggle(Interpreter &vm, const Value &set, const Value &other)
{
    if (set.object() == other.object()) {
        setClear(vm, set.as<SetObject>());
        return true;
    }
    Value members = other;
    if (!other.is(HeapKind::Set) && !other.is(HeapKind::Dict)) {
        members = makeSet(vm, true);
        if (!setUpdate(vm, members, other))
            return false;
    }
    return forEachHashed(vm, members, [&](const Value &member, std::int64_t hash) {
        const Truth gone = setDiscardHashed(vm, set, member, hash);
        return gone != Truth::Error && (gone == Truth::Yes || setAddHashed(vm, set, member, hash));
    });
}

/// Takes over the members and the layout of an undrawn set; its own die when all is in place.
void replaceBy(Interpreter &vm, SetObject &set, SetObject &result)
{
    set.exchange(result);
    vm.chargeElements(set, set.size());
    for (const SetObject::Entry &entry : result.table()) {
        if (!entry.key.empty())
            vm.recorder().memberRemoved(set, entry.slot);
    }
    for (std::size_t place = 0; place < set.table().size(); ++place) {
        if (!set.table()[place].key.empty())
            vm.recorder().memberAdded(set, place);
    }
    for (SetObject::Entry &entry : result.takeAll())
        vm.heap().drop(std::move(entry.key),
                       entry.slot ? HolderRef::slot(entry.slot) : HolderRef::inFlight());
}

} // namespace

Truth setContainsAll(Interpreter &vm, const Value &set, const Value &of)
{
    Truth answer = Truth::Yes;
    const bool walked = forEachHashed(vm, of, [&](const Value &member, std::int64_t hash) {
        answer = setHasHashed(vm, set, member, hash);
        return answer == Truth::Yes;
    });
    return walked || answer == Truth::No ? answer : Truth::Error;
}

Truth setDisjoint(Interpreter &vm, const Value &set, const Value &other)
{
    const auto *others = other.to<SetObject>();
    const bool swapped = others != nullptr && others->size() > set.as<SetObject>().size();
    Truth common = Truth::No;
    const bool walked = forEachHashed(vm, swapped ? set : other, [&](const Value &member, std::int64_t hash) {
        common = setHasHashed(vm, swapped ? other : set, member, hash);
        return common == Truth::No;
    });
    return walked ? Truth::Yes : common == Truth::Yes ? Truth::No : Truth::Error;
}

Value setCombine(Interpreter &vm, ast::BinaryOperator op, const Value &left, const Value &right)
{
    if (op == ast::BinaryOperator::Subtract)
        return difference(vm, left, right);
    Value made;
    bool done = false;
    if (op == ast::BinaryOperator::BitAnd) {
        made = madeLike(vm, left);
        done = intersect(vm, made, left, right);
    } else if (op == ast::BinaryOperator::BitOr) {
        made = copyOf(vm, left);
        done = !made.empty() && setUpdate(vm, made, right);
    } else { // CPython begins with the right one
        made = madeLike(vm, left);
        done = setUpdate(vm, made, right) && toggle(vm, made, left);
    }
    return done ? made : Value();
}

bool setCombineInPlace(Interpreter &vm, ast::BinaryOperator op, const Value &left, const Value &right)
{
    if (op == ast::BinaryOperator::BitOr)
        return setUpdate(vm, left, right);
    if (op == ast::BinaryOperator::Subtract)
        return subtractFrom(vm, left, right);
    if (op == ast::BinaryOperator::BitXor)
        return toggle(vm, left, right);
    const Value result = makeSet(vm, true);
    if (!intersect(vm, result, left, right))
        return false;
    replaceBy(vm, left.as<SetObject>(), result.as<SetObject>());
    return true;
}

} // namespace tetherscope::vm
