#pragma once

#include "scenario/objects/heapobject.h"
#include "scenario/objects/value.h"

#include <vector>

namespace tetherscope::vm {

/// The frame of a function that CPython's library has in Python: there its arguments stay with an exception
/// that passes it, so they stay with it here.
class LibraryFrame final : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::Inner;
    LibraryFrame(Heap &heap, std::vector<Value> arguments)
        : HeapObject(heap, heapKind)
        , m_arguments(std::move(arguments))
    {
    }
    bool letGo(Departure &departure) override
    {
        departure.slot = {};
        while (m_departed < m_arguments.size()) {
            departure.value = std::move(m_arguments[m_departed++]);
            if (!departure.value.empty())
                return true;
        }
        return false;
    }
    void visitHeld(HeldVisitor &visitor) const override
    {
        for (const Value &argument : m_arguments)
            visitor.visit(argument);
    }

private:
    std::vector<Value> m_arguments;
    std::size_t m_departed = 0;
};

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

    Value inner;      ///< of the frame that the exception came from; empty: it was raised here
    Value frame;      ///< a FrameObject or a LibraryFrame
    ObjectId shownIn; ///< the exception, once it is drawn
};

} // namespace tetherscope::vm
