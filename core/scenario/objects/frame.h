#pragma once

#include "scenario/objects/code.h"
#include "scenario/objects/namespacemap.h"

#include <vector>

namespace tetherscope::vm {

/// One run of a function, a class body or the module: its variables, its evaluation stack, its place.
///
/// On the heap, because a traceback that holds it keeps its variables alive after the return. Only from then
/// on the collector knows it: while it runs, what it holds is held from outside.
class FrameObject final : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::Frame;
    FrameObject(Heap &heap, const Code &frameCode)
        : HeapObject(heap, heapKind, Tracking::Later)
        , code(frameCode)
        , slots(frameCode.slots.size())
    {
    }
    /// A frame that has outlived its end lets go of its function first, another one last.
    bool letGo(Departure &departure) override
    {
        if (ended && !function.empty()) {
            departure = {std::move(function), {}};
            return true;
        }
        if (letGoAsGarbage(departure))
            return true;
        for (Value *last : {&caller, &function, &classCell, &base}) {
            departure = {std::move(*last), {}};
            if (!departure.value.empty())
                return true;
        }
        return false;
    }
    bool letGoAsGarbage(Departure &departure) override
    {
        while (m_departed < slots.size()) {
            const std::size_t slot = m_departed++;
            departure = {std::move(slots[slot]), slot < keptIn.size() ? keptIn[slot] : SlotId{}};
            if (!departure.value.empty())
                return true;
        }
        if (!stack.empty()) {
            departure = {pop(), {}};
            return true;
        }
        return false;
    }

    void visitHeld(HeldVisitor &visitor) const override
    {
        for (const Value *value : {&caller, &function, &classCell, &base})
            visitor.visit(*value);
        for (const Value &value : slots)
            visitor.visit(value);
        for (const Value &value : stack)
            visitor.visit(value);
    }

    Value pop()
    {
        Value top = std::move(stack.back());
        stack.pop_back();
        return top;
    }
    void push(Value value) { stack.push_back(std::move(value)); }
    Value &top(std::size_t below = 0) { return stack[stack.size() - 1 - below]; }
    const Instruction &instruction() const { return code.instructions[at]; }
    Place place() const { return code.places[at]; }

    const Code &code;
    std::vector<Value> slots; ///< locals and cells, in the order of their release
    std::vector<Value> stack;
    std::size_t at = 0;            ///< the instruction that is being executed
    NamespaceMap *names = nullptr; ///< of a class body or the module
    Value function;
    Value caller; ///< only once the frame is kept beyond its end
    ScopeId scope;
    std::vector<NameId> nameIds; ///< by slot; empty ids: never bound
    std::vector<SlotId> keptIn;  ///< by slot, once ended: of the exception whose traceback keeps the frame
    ObjectId keptBy;             ///< that exception
    bool ended = false;
    std::uint32_t callerLine = 0;
    bool entry = false; ///< its return ends a run() of the interpreter
    Value classCell;    ///< of a class body: what its methods know as __class__; may be empty
    Value base;         ///< of a class body: may be empty

private:
    std::size_t m_departed = 0;
};

} // namespace tetherscope::vm
