#pragma once

#include "scenario/objects/classobject.h"
#include "scenario/objects/containers.h"
#include "scenario/objects/heap.h"

#include <algorithm>
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

/// The dictionary that CPython has inside an exception, a function, or an instance that does not share the
/// order of its attributes. It is there for the collector alone, as an InnerTuple is, which knows it from its
/// first tracked content on.
///
/// Lifetime  Held by its owner alone, whose attributes it looks into.
class InnerDict final : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::Inner;
    InnerDict(Heap &heap, const std::vector<InstanceObject::Attribute> &attributes)
        : HeapObject(heap, heapKind, Tracking::Later)
        , m_attributes(attributes)
    {
    }
    /// To be called behind each attribute that is set: makes the dictionary of the first.
    static void keep(Handle &dict, Heap &heap, const std::vector<InstanceObject::Attribute> &attributes)
    {
        if (!dict)
            dict = heap.make<InnerDict>(attributes);
        if (!dict->tracked() && !dict->holdsPlainOnly())
            heap.track(*dict);
    }
    void visitHeld(HeldVisitor &visitor) const override
    {
        for (const InstanceObject::Attribute &attribute : m_attributes)
            visitor.visit(attribute.value);
    }
    bool holdsPlainOnly() const override
    {
        return std::none_of(m_attributes.begin(), m_attributes.end(),
                            [](const auto &attribute) { return maybeTracked(attribute.value); });
    }

private:
    const std::vector<InstanceObject::Attribute> &m_attributes;
};

} // namespace tetherscope::vm
