#pragma once

#include "scenario/machine/interpreter.h"
#include "scenario/objects/containers.h"
#include "scenario/objects/weakreference.h"

namespace tetherscope::vm {

/// A WeakValueDictionary, WeakKeyDictionary or WeakSet, built as CPython 3.11 builds them: a dict or set of
/// references, each with a callback that takes its entry out. While somebody iterates, what has died waits.
///
/// The dict or set is no object of the picture: its entries are drawn as slots of this one.
/// Source  Lib/weakref.py and Lib/_weakrefset.py of CPython 3.11.
class WeakContainerObject final : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::WeakContainer;
    WeakContainerObject(Heap &heap, Interpreter &interpreter, Type containerType)
        : HeapObject(heap, heapKind)
        , vm(interpreter)
        , type(containerType)
    {
    }
    /// An empty one, an object of the picture.
    static Value make(Interpreter &vm, Type type);
    bool letGo(Departure &departure) override;
    void visitHeld(HeldVisitor &visitor) const override;

    /// An entry's reference to `target`; `key` is what a WeakValueDictionary keeps with it.
    Value keep(HeapObject &target, Value key = {});
    /// Takes out the entries whose objects have died meanwhile; false: an exception is pending.
    bool commit();
    bool commitFirst(); ///< the same where CPython's class begins with it
    /// What stands under the key; empty and no exception pending: nothing, or a dead one.
    Value find(const Value &key);
    Value asked(const Value &key);
    void noteLookup(const Value &key, const Value &found);
    /// An entry's object is dead.
    void died(const Value &reference);
    DictObject &dict() const { return data.as<DictObject>(); }
    SetObject &set() const { return data.as<SetObject>(); }

    Interpreter &vm;
    const Type type;
    Value data;
    std::size_t iterating = 0;  ///< walks that have begun and not ended
    std::vector<Value> pending; ///< entries that died meanwhile: see died()

private:
    bool remove(const Value &entry);

    Value m_self; ///< its reference to itself, which each entry's callback goes through
    Value m_whenDead;
};

/// The object of a reference of theirs; empty: it is dead.
inline Value targetOf(const Value &reference)
{
    return reference.as<WeakReferenceObject>().target();
}
inline WeakContainerObject &weakly(const Value &container)
{
    return container.as<WeakContainerObject>();
}

// ---- weakcontainers.cpp: what operators and len() do with them
Value weakItem(const Value &container, const Value &key);
/// Without the frame of `__setitem__`.
bool storeWeakItem(const Value &container, const Value &key, const Value &value);
bool setWeakItem(const Value &container, const Value &key, const Value &value);
bool deleteWeakItem(const Value &container, const Value &key);
Truth weakContains(const Value &container, const Value &item);
std::optional<std::size_t> weakLength(const Value &container);

/// By what is alive in them, as their library compares them: with their like, mappings also with a dict.
Truth equalWeakly(Interpreter &vm, const Value &left, const Value &right);

// ---- weakwalk.cpp: what loops do
/// `kind` says what each step gives: DictKeys, DictValues or DictItems.
Value walkWeakly(const Value &container, Type kind);

// ---- weakrefmodule.cpp
/// Raises TypeError if nothing can refer to the value weakly.
bool checkWatchable(Interpreter &vm, const Value &target);

} // namespace tetherscope::vm
