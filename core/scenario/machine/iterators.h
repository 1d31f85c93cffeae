#pragma once

#include "scenario/machine/interpreter.h"
#include "scenario/objects/containers.h"

namespace tetherscope::vm {

/// `slice(lower, upper, step)`, as a subscript makes it.
class SliceObject final : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::Slice;
    SliceObject(Heap &heap, Value lowerBound, Value upperBound, Value stepWidth)
        : HeapObject(heap, heapKind)
        , lower(std::move(lowerBound))
        , upper(std::move(upperBound))
        , step(std::move(stepWidth))
    {
    }
    bool letGo(Departure &departure) override;
    void visitHeld(HeldVisitor &visitor) const override;
    Value lower;
    Value upper;
    Value step;
};

class RangeObject final : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::Range;
    RangeObject(Heap &heap, std::int64_t first, std::int64_t bound, std::int64_t stepWidth);

    std::int64_t at(std::int64_t index) const { return start + index * step; }
    const std::int64_t start;
    const std::int64_t stop;
    const std::int64_t step;
    std::int64_t length = 0;
};

/// Something that next() can be called on. It holds what it walks over, and lets go of it at its end.
class IteratorObject : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::Iterator;
    IteratorObject(Heap &heap, Type iteratorType, Value walked)
        : HeapObject(heap, heapKind)
        , type(iteratorType)
        , m_over(std::move(walked))
    {
    }
    /// Empty and no exception pending: exhausted.
    virtual Value next(Interpreter &vm) = 0;
    bool letGo(Departure &departure) override;
    void visitHeld(HeldVisitor &visitor) const override { visitor.visit(m_over); }
    bool wantsCard() const override;
    void recordContents(Recorder &recorder) override;
    const Value &over() const { return m_over; }

    const Type type;

protected:
    /// At the end: the container may die here.
    void finish();

private:
    Value m_over;
    SlotId m_overSlot;
};

/// The tuple that items(), enumerate() and zip() give: used again if nobody else has kept it, as in CPython.
/// So what was in it last lives on until the next step.
class KeptTuple
{
public:
    Value next(Interpreter &vm, std::vector<Value> items);
    bool letGo(Departure &departure);
    void visitHeld(HeldVisitor &visitor) const { visitor.visit(m_tuple); }

private:
    Value m_tuple;
};

/// `d.keys()`, `d.values()`, `d.items()`.
class ViewObject final : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::View;
    ViewObject(Heap &heap, Type viewType, Value viewed)
        : HeapObject(heap, heapKind)
        , type(viewType)
        , dict(std::move(viewed))
    {
    }
    bool letGo(Departure &departure) override;
    void visitHeld(HeldVisitor &visitor) const override { visitor.visit(dict); }
    bool wantsCard() const override { return dict.object()->id() != ObjectId{}; }
    void recordContents(Recorder &recorder) override;

    const Type type;
    Value dict;
    SlotId overSlot;
};

/// Whether it is a view of keys or of items: those compare and combine as sets do.
bool isSetView(const Value &value);

/// A generator expression: its frame, suspended between two values.
class GeneratorObject final : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::Generator;
    GeneratorObject(Heap &heap, Value suspended)
        : HeapObject(heap, heapKind)
        , frame(std::move(suspended))
    {
    }
    bool letGo(Departure &departure) override;
    void visitHeld(HeldVisitor &visitor) const override;
    Value frame; ///< empty: exhausted
};

// What makes them; iteration.cpp and lazyiterators.cpp.
Value iterateSequence(Interpreter &vm, Type type, const Value &sequence);
Value iterateView(Interpreter &vm, const ViewObject &view);
Value iterateReversed(Interpreter &vm, const Value &sequence);
Value iterateDict(Interpreter &vm, Type type, const Value &dict);
Value iterateSet(Interpreter &vm, const Value &set);
Value enumerateOver(Interpreter &vm, Value iterator, std::int64_t start);
Value zipOver(Interpreter &vm, std::vector<Value> iterators);
Value callUntil(Interpreter &vm, Value callable, Value sentinel);

} // namespace tetherscope::vm
