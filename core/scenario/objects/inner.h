#pragma once

#include "scenario/objects/heapobject.h"
#include "scenario/objects/value.h"

#include <vector>

namespace tetherscope::vm {

/// The tuple that CPython has inside a function: of its defaults, or of its cells.
///
/// It holds nothing: the function does. But the collector passes through it, one link later, and that decides
/// the order in which it leaves what survives.
///
/// Lifetime  Held by the function alone, whose vector it looks into.
class InnerTuple final : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::Inner;
    explicit InnerTuple(Heap &heap)
        : HeapObject(heap, heapKind)
    {
    }
    void visitHeld(HeldVisitor &visitor) const override
    {
        if (items == nullptr)
            return;
        for (std::size_t left = items->size(); left > 0; --left)
            visitor.visit((*items)[left - 1]);
    }

    const std::vector<Value> *items = nullptr;
};

} // namespace tetherscope::vm
