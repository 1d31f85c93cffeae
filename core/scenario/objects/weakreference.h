#pragma once

#include "scenario/objects/value.h"

#include <optional>

namespace tetherscope::vm {

/// A weak reference of the scenario, on the core's WeakRef: answers while its object lives, and calls its
/// callback when that has died.
class WeakReferenceObject final : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::WeakReference;
    WeakReferenceObject(Heap &heap, HeapObject &target, Value whenDead);
    ~WeakReferenceObject() override;
    bool letGo(Departure &departure) override;
    void visitHeld(HeldVisitor &visitor) const override { visitor.visit(callback); }

    /// The object, or empty once it is dead.
    Value target() const;
    HeapObject *watched() const { return m_watched; } ///< null once it is dead
    /// The object is dying: the reference answers no longer.
    void clear();

    Value callback; ///< empty: none
    std::optional<std::int64_t> hash;
    SlotId targetSlot;
    SlotId callbackSlot;

private:
    void unlink();

    WeakHandle m_target;
    HeapObject *m_watched;
};

} // namespace tetherscope::vm
