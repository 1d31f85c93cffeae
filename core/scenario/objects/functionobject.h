#pragma once

#include "graph/event.h"
#include "scenario/objects/classobject.h"

#include <string>
#include <vector>

namespace tetherscope::vm {

struct Code;
class FunctionObject;

/// A variable that an inner function shares with the function around it.
///
/// Never drawn: the one unit that it holds is shown as a name of the frame while that runs, and then as the
/// slot "closure x" of the oldest function that has the cell.
class CellObject final : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::Cell;
    CellObject(Heap &heap, Symbol variable)
        : HeapObject(heap, heapKind)
        , name(variable)
    {
    }
    bool letGo(Departure &departure) override;
    void visitHeld(HeldVisitor &visitor) const override { visitor.visit(content); }
    /// Where the record shows what the cell holds: a frame's name, a function's slot, or nowhere.
    HolderRef shownAt() const;

    const Symbol name;
    Value content;
    NameId nameShown;
    SlotId slotShown;
    std::vector<FunctionObject *> functions; ///< that have it in their closure, the oldest first
};

class FunctionObject final : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::Function;
    /// Begins with the tuples of its parts, which come before it in the collector's list.
    static Ref<FunctionObject, SingleThread> make(Heap &heap, const Code &code, std::vector<Value> defaults,
                                                  std::vector<Value> cells);
    FunctionObject(Heap &heap, const Code &functionCode);
    ~FunctionObject() override;
    bool letGo(Departure &departure) override;
    void visitHeld(HeldVisitor &visitor) const override;
    bool wantsCard() const override;
    void recordContents(Recorder &recorder) override;

    const std::vector<Value> &defaults() const { return m_defaults; } ///< of the last parameters
    /// The cells it closes over, as many and in the order of its code's free names.
    /// Its own attributes, in the order in which they were set first.
    const Value *attribute(Symbol name) const;
    Value setAttribute(Symbol name, Value value);
    Value removeAttribute(Symbol name);
    const std::vector<Value> &closure() const { return m_closure; }

    const Code &code;
    Value doc;
    Value homeModule;

private:
    SlotId defaultSlot(std::size_t index) const;
    Value departingCell(std::size_t index);

    std::vector<Value> m_defaults;
    std::vector<InstanceObject::Attribute> m_attributes;
    std::vector<Value> m_closure;
    Handle m_dict;        ///< of the attributes, as the collector sees them; empty: there are none
    Value m_defaultTuple; ///< the same of the defaults
    Value m_closureTuple;
    std::size_t m_departed = 0;
    mutable bool m_asked = false; ///< wantsCard() is looking for an answer
};

class NativeObject final : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::Native;
    NativeObject(Heap &heap, std::string functionName, NativeCall nativeCall)
        : HeapObject(heap, heapKind)
        , name(std::move(functionName))
        , call(nativeCall)
    {
    }
    const std::string name;
    const NativeCall call;
    bool method = false; ///< found through an instance, it is called with it; else (a function) without
    const ClassObject *receiver = nullptr; ///< of a method: the class that its first argument must be of
};

/// A function and the object that it is called with.
class MethodObject final : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::Method;
    MethodObject(Heap &heap, Value calledFunction, Value calledOn)
        : HeapObject(heap, heapKind)
        , function(std::move(calledFunction))
        , self(std::move(calledOn))
    {
    }
    bool letGo(Departure &departure) override;
    bool letGoAsGarbage(Departure &) override { return false; } ///< what it holds takes it along
    void visitHeld(HeldVisitor &visitor) const override
    {
        visitor.visit(function);
        visitor.visit(self);
    }
    bool wantsCard() const override;
    void recordContents(Recorder &recorder) override;

    Value function;
    Value self;
    SlotId selfSlot;
    SlotId functionSlot;
};

/// What @staticmethod and @classmethod make of a function.
template<HeapKind Kind>
class WrappedFunction final : public HeapObject
{
public:
    static constexpr HeapKind heapKind = Kind;
    WrappedFunction(Heap &heap, Value wrapped)
        : HeapObject(heap, Kind)
        , function(std::move(wrapped))
    {
    }
    bool letGo(Departure &departure) override
    {
        departure = {std::move(function), {}};
        return !departure.value.empty();
    }
    void visitHeld(HeldVisitor &visitor) const override { visitor.visit(function); }
    Value function;
};
using StaticMethodObject = WrappedFunction<HeapKind::StaticMethod>;
using ClassMethodObject = WrappedFunction<HeapKind::ClassMethod>;

/// super(): the attributes of the classes behind `after`, on `self`.
class SuperObject final : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::Super;
    SuperObject(Heap &heap, Value afterClass, Value onSelf)
        : HeapObject(heap, heapKind)
        , after(std::move(afterClass))
        , self(std::move(onSelf))
    {
    }
    bool letGo(Departure &departure) override;
    void visitHeld(HeldVisitor &visitor) const override
    {
        visitor.visit(after);
        visitor.visit(self);
    }
    Value after;
    Value self;
};

} // namespace tetherscope::vm
