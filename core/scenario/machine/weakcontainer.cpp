#include "scenario/machine/weakcontainer.h"

#include "scenario/machine/collections.h"
#include "scenario/machine/operations.h"
#include "scenario/machine/text.h"

namespace tetherscope::vm {

namespace {

/// An entry's reference: it knows its container, by a reference, and the key of a WeakValueDictionary.
class EntryReference final : public WeakReferenceObject
{
public:
    EntryReference(Heap &heap, HeapObject &target, Value whenDead, Value itsContainer, Value itsKey)
        : WeakReferenceObject(heap, target, std::move(whenDead))
        , container(std::move(itsContainer))
        , key(std::move(itsKey))
    {
    }
    bool letGo(Departure &departure) override
    {
        unlink();
        for (Value *part : {&key, &container}) {
            departure = {std::move(*part), {}};
            if (!departure.value.empty())
                return true;
        }
        return WeakReferenceObject::letGo(departure);
    }
    void visitHeld(HeldVisitor &visitor) const override
    {
        visitor.visit(key);
        WeakReferenceObject::visitHeld(visitor);
        visitor.visit(container);
    }

    Value container;
    Value key;
};

/// The callback of every entry.
Value entryDied(Interpreter &vm, Arguments &arguments)
{
    const auto &reference = static_cast<EntryReference &>(*arguments[0].object());
    const Value container = reference.container.as<WeakReferenceObject>().target();
    if (!container.empty())
        container.as<WeakContainerObject>().died(arguments[0]);
    return vm.pending() ? Value() : Value::none();
}

} // namespace

Value WeakContainerObject::make(Interpreter &vm, Type type)
{
    Ref<WeakContainerObject, SingleThread> made = vm.heap().make<WeakContainerObject>(vm, type);
    made->m_self = Value(vm.heap().make<WeakReferenceObject>(*made, Value()));
    made->m_whenDead = vm.native("remove", entryDied);
    if (type == Type::WeakSet)
        made->data = Value(vm.heap().make<SetObject>());
    else
        made->data = Value(vm.heap().make<DictObject>());
    if (type == Type::WeakKeyDictionary)
        made->dict().weakKeys = true;
    (type == Type::WeakSet ? made->set().shownIn : made->dict().shownIn) = made.get();
    vm.recorder().born(*made, ObjectKind::Other);
    return Value(std::move(made));
}

bool WeakContainerObject::letGo(Departure &departure)
{
    departure.slot = {};
    for (Value *part : {&m_whenDead, &m_self, &data}) {
        departure.value = std::move(*part);
        if (!departure.value.empty())
            return true;
    }
    if (pending.empty())
        return false;
    departure.value = std::move(pending.back());
    pending.pop_back();
    return true;
}

void WeakContainerObject::visitHeld(HeldVisitor &visitor) const
{
    if (type != Type::WeakValueDictionary)
        visitor.visit(data);
    for (const Value *part : {&m_whenDead, &m_self})
        visitor.visit(*part);
    for (std::size_t left = pending.size(); left > 0; --left)
        visitor.visit(pending[left - 1]);
    if (type == Type::WeakValueDictionary)
        visitor.visit(data);
}

Value WeakContainerObject::keep(HeapObject &target, Value key)
{
    return Value(vm.heap().make<EntryReference>(target, m_whenDead, m_self, std::move(key)));
}

/// What is remembered of a dead entry: a WeakValueDictionary takes the key, the others the reference.
void WeakContainerObject::died(const Value &reference)
{
    Value entry = type == Type::WeakValueDictionary ? static_cast<EntryReference &>(*reference.object()).key
                                                    : reference;
    if (iterating > 0)
        pending.push_back(std::move(entry));
    else
        remove(entry);
}

bool WeakContainerObject::commit()
{
    while (!pending.empty()) {
        const Value entry = std::move(pending.back());
        pending.pop_back();
        if (!remove(entry))
            return false;
    }
    return true;
}

/// The reference that CPython makes to look a key up; empty: nothing can refer to it.
Value WeakContainerObject::asked(const Value &key)
{
    if (!checkWatchable(vm, key))
        return {};
    return Value(vm.heap().make<WeakReferenceObject>(*key.object(), Value()));
}

// A WeakValueDictionary looks after its dead before nearly everything; the others know that a dead reference
// equals none that lives.
bool WeakContainerObject::commitFirst()
{
    return type != Type::WeakValueDictionary || commit();
}

Value WeakContainerObject::find(const Value &key)
{
    if (!commitFirst())
        return {};
    if (type == Type::WeakValueDictionary) {
        const Value reference = dictGet(vm, data, key);
        return reference.empty() ? Value() : targetOf(reference);
    }
    const Value reference = asked(key);
    return reference.empty() ? Value() : dictGet(vm, data, reference);
}

void WeakContainerObject::noteLookup(const Value &key, const Value &found)
{
    if (type != Type::WeakValueDictionary)
        return;
    const ObjectId foundId = found.isObject() ? found.object()->id() : ObjectId{};
    const TextId text = vm.recorder().text(plainText(vm, key, longestPlainText));
    vm.recorder().note(events::lookup(id(), text, foundId));
}

/// A WeakValueDictionary may have another object under the key by now: that stays.
bool WeakContainerObject::remove(const Value &entry)
{
    if (type == Type::WeakSet)
        return setDiscard(vm, data, entry) != Truth::Error;
    if (type == Type::WeakKeyDictionary) {
        dictTake(vm, data, entry);
        return !vm.pending();
    }
    const Value stored = dictGet(vm, data, entry);
    if (!stored.empty() && stored.as<WeakReferenceObject>().watched() == nullptr)
        dictDelete(vm, data, entry);
    return !vm.pending();
}

} // namespace tetherscope::vm
