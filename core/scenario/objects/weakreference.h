#pragma once

#include "scenario/objects/value.h"

#include <optional>

namespace tetherscope::vm {

/// A weak reference of the scenario, on the core's WeakRef: answers while its object lives, and calls its
/// callback when that has died.
class WeakReferenceObject : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::WeakReference;
    WeakReferenceObject(Heap &heap, HeapObject &target, Value whenDead, HeapKind kind = heapKind);
    ~WeakReferenceObject() override;
    bool letGo(Departure &departure) override;
    void visitHeld(HeldVisitor &visitor) const override
    {
        visitor.visit(callback);
        visitor.visit(function);
        visitor.visit(own);
    }

    /// The object, or empty once it is dead.
    Value target() const;
    HeapObject *watched() const { return m_watched; } ///< null once it is dead
    /// The object is dying: the reference answers no longer.
    void clear();

    Value callback; ///< empty: none
    Value function; ///< of a WeakMethod: the reference to its function
    Value own;      ///< of a WeakMethod: its reference to itself, as CPython's has one
    std::optional<std::int64_t> hash;
    SlotId targetSlot; ///< where the record shows it: its own "*", or its place in a weak container
    SlotId callbackSlot;

protected:
    void unlink();

private:
    WeakHandle m_target;
    HeapObject *m_watched;
};

/// `weakref.proxy(object)`: behaves as the object while that lives.
class ProxyObject final : public WeakReferenceObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::Proxy;
    ProxyObject(Heap &heap, HeapObject &target, Value whenDead)
        : WeakReferenceObject(heap, target, std::move(whenDead), heapKind)
    {
    }

    bool callable = false; ///< whether the object is: the proxy then has a type of its own
};

} // namespace tetherscope::vm
