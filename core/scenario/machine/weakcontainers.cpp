#include "scenario/machine/weakcontainer.h"

#include "scenario/machine/collections.h"
#include "scenario/machine/operations.h"
#include "scenario/machine/text.h"

namespace tetherscope::vm {

namespace {

Value itemOf(WeakContainerObject &weak, const Value &key)
{
    Value found = weak.find(key);
    if (weak.vm.pending())
        return {};
    weak.noteLookup(key, found);
    if (!found.empty())
        return found;
    return raiseKeyError(weak.vm, weak.type == Type::WeakValueDictionary ? key : weak.asked(key));
}

bool deleteItemOf(WeakContainerObject &weak, const Value &key)
{
    if (!weak.commitFirst())
        return false;
    if (weak.type == Type::WeakValueDictionary)
        return dictDelete(weak.vm, weak.data, key);
    const Value reference = weak.asked(key);
    return !reference.empty() && dictDelete(weak.vm, weak.data, reference);
}

/// The exception that is pending has left a method of the container.
void leaveMethod(const Value &container, std::initializer_list<Value> others)
{
    std::vector<Value> arguments{container};
    arguments.insert(arguments.end(), others);
    weakly(container).vm.passLibrary(arguments);
}

} // namespace

Value weakItem(const Value &container, const Value &key)
{
    WeakContainerObject &weak = weakly(container);
    if (weak.type == Type::WeakSet)
        return weak.vm.raise(Type::TypeError, "'WeakSet' object is not subscriptable");
    Value found = itemOf(weak, key);
    if (found.empty())
        leaveMethod(container, {key});
    return found;
}

bool storeWeakItem(const Value &container, const Value &key, const Value &value)
{
    WeakContainerObject &weak = weakly(container);
    const bool values = weak.type == Type::WeakValueDictionary;
    if (!weak.commitFirst() || !checkWatchable(weak.vm, values ? value : key))
        return false;
    if (values)
        return dictSet(weak.vm, weak.data, key, weak.keep(*value.object(), key));
    return dictSet(weak.vm, weak.data, weak.keep(*key.object()), value);
}

bool setWeakItem(const Value &container, const Value &key, const Value &value)
{
    if (weakly(container).type == Type::WeakSet) {
        weakly(container).vm.raise(Type::TypeError, "'WeakSet' object does not support item assignment");
        return false;
    }
    if (storeWeakItem(container, key, value))
        return true;
    leaveMethod(container, {key, value});
    return false;
}

bool deleteWeakItem(const Value &container, const Value &key)
{
    WeakContainerObject &weak = weakly(container);
    if (weak.type == Type::WeakSet) {
        weak.vm.raise(Type::TypeError, "'WeakSet' object does not support item deletion");
        return false;
    }
    if (deleteItemOf(weak, key))
        return true;
    leaveMethod(container, {key});
    return false;
}

Truth weakContains(const Value &container, const Value &item)
{
    WeakContainerObject &weak = weakly(container);
    if (weak.type == Type::WeakValueDictionary) {
        const Value found = weak.find(item);
        return weak.vm.pending() ? Truth::Error : truth(!found.empty());
    }
    const Value reference = weak.asked(item);
    if (reference.empty()) {
        if (weak.vm.pendingIs(Type::TypeError))
            weak.vm.takePending();
        return weak.vm.pending() ? Truth::Error : Truth::No;
    }
    return contains(weak.vm, weak.data, reference);
}

std::optional<std::size_t> weakLength(const Value &container)
{
    WeakContainerObject &weak = weakly(container);
    if (weak.type == Type::WeakSet)
        return weak.set().size() - weak.pending.size();
    if (!weak.commitFirst())
        return std::nullopt;
    return weak.dict().size() - weak.pending.size();
}

namespace {

bool isWeakSet(const Value &value)
{
    return value.is(HeapKind::WeakContainer) && weakly(value).type == Type::WeakSet;
}

/// What is alive in it, in an undrawn dict or set; a dict is its own copy. Empty: an exception is pending.
Value strongCopy(Interpreter &vm, const Value &value)
{
    if (value.is(HeapKind::Dict))
        return value;
    const bool set = isWeakSet(value);
    const Value walk = walkWeakly(value, set ? Type::DictKeys : Type::DictItems);
    Value made = set ? makeSet(vm, true) : Value(vm.heap().make<DictObject>());
    const bool filled = set ? setUpdate(vm, made, walk) : dictUpdate(vm, made, walk);
    return filled ? made : Value();
}

} // namespace

Truth equalWeakly(Interpreter &vm, const Value &left, const Value &right)
{
    const auto mapping = [](const Value &value) {
        return value.is(HeapKind::Dict) || (value.is(HeapKind::WeakContainer) && !isWeakSet(value));
    };
    if (!(isWeakSet(left) && isWeakSet(right)) && !(mapping(left) && mapping(right)))
        return Truth::No;
    const Value mine = strongCopy(vm, left);
    const Value theirs = mine.empty() ? Value() : strongCopy(vm, right);
    return theirs.empty() ? Truth::Error : equal(vm, mine, theirs);
}

} // namespace tetherscope::vm
