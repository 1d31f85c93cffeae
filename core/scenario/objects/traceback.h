#pragma once

#include "scenario/objects/heapobject.h"
#include "scenario/objects/value.h"

namespace tetherscope::vm {

/// One frame that an exception has passed, and the link to the one it passed before. Never drawn: the picture
/// shows the variables of the frame as slots of the exception.
///
/// An object of its own, as CPython's is, for the sake of its place in the collector's list.
class TracebackObject final : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::Traceback;
    TracebackObject(Heap &heap, Value innerTraceback, Value passedFrame)
        : HeapObject(heap, heapKind)
        , inner(std::move(innerTraceback))
        , frame(std::move(passedFrame))
    {
    }
    bool letGo(Departure &departure) override;
    void visitHeld(HeldVisitor &visitor) const override
    {
        visitor.visit(inner);
        visitor.visit(frame);
    }

    Value inner; ///< of the frame that the exception came from; empty: it was raised here
    Value frame;
    ObjectId shownIn; ///< the exception, once it is drawn
};

} // namespace tetherscope::vm
