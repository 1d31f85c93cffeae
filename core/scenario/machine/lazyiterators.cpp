#include "scenario/machine/iterators.h"

#include "scenario/machine/operations.h"

namespace tetherscope::vm {

RangeObject::RangeObject(Heap &heap, std::int64_t first, std::int64_t bound, std::int64_t stepWidth)
    : HeapObject(heap, heapKind)
    , start(first)
    , stop(bound)
    , step(stepWidth)
{
    const bool empty = step > 0 ? start >= stop : start <= stop;
    if (empty)
        return;
    const std::uint64_t span = step > 0
                                   ? static_cast<std::uint64_t>(stop) - static_cast<std::uint64_t>(start)
                                   : static_cast<std::uint64_t>(start) - static_cast<std::uint64_t>(stop);
    const std::uint64_t width =
        step > 0 ? static_cast<std::uint64_t>(step) : 0 - static_cast<std::uint64_t>(step);
    length = static_cast<std::int64_t>((span - 1) / width + 1);
}

void SliceObject::visitHeld(HeldVisitor &visitor) const
{
    for (const Value *part : {&lower, &upper, &step})
        visitor.visit(*part);
}

bool SliceObject::letGo(Departure &departure)
{
    for (Value *part : {&lower, &upper, &step}) {
        departure = {std::move(*part), {}};
        if (!departure.value.empty())
            return true;
    }
    return false;
}

// ---------------------------------------------------------------- iterators as objects of the picture

bool IteratorObject::wantsCard() const
{
    return m_over.isObject() && (m_over.object()->id() || m_over.object()->wantsCard());
}

void IteratorObject::recordContents(Recorder &recorder)
{
    m_overSlot = recorder.textSlot(id(), "over");
    recorder.put(m_overSlot, m_over);
}

bool IteratorObject::letGo(Departure &departure)
{
    departure = {std::move(m_over), m_overSlot};
    return !departure.value.empty();
}

void IteratorObject::finish()
{
    Value old = std::move(m_over);
    if (m_overSlot) {
        heap().recorder().take(m_overSlot);
        heap().drop(std::move(old), HolderRef::slot(m_overSlot));
    }
}

bool isSetView(const Value &value)
{
    const auto *view = value.to<ViewObject>();
    return view != nullptr && view->type != Type::DictValues;
}

bool ViewObject::letGo(Departure &departure)
{
    departure = {std::move(dict), overSlot};
    return !departure.value.empty();
}

void ViewObject::recordContents(Recorder &recorder)
{
    overSlot = recorder.textSlot(id(), "over");
    recorder.put(overSlot, dict);
}

bool GeneratorObject::letGo(Departure &departure)
{
    if (!frame.empty() && !heap().abandoned() && frame.useCount() == 1) { // it will never be resumed
        auto &suspended = frame.as<FrameObject>();
        for (std::size_t slot = 0; slot < suspended.slots.size(); ++slot)
            heap().recorder().forgetVariable(suspended, slot);
    }
    departure = {std::move(frame), {}};
    return !departure.value.empty();
}

/// What waits in a frame that the collector does not know belongs to the generator.
void GeneratorObject::visitHeld(HeldVisitor &visitor) const
{
    visitor.visit(frame);
    if (!frame.empty() && !frame.object()->tracked())
        frame.object()->visitHeld(visitor);
}

Value KeptTuple::next(Interpreter &vm, std::vector<Value> items)
{
    if (m_tuple.empty()) {
        m_tuple = vm.tuple(std::move(items));
        return m_tuple;
    }
    if (m_tuple.useCount() > 1)
        return vm.tuple(std::move(items));
    const std::vector<Value> before = m_tuple.as<TupleObject>().refill(std::move(items));
    return m_tuple;
}

bool KeptTuple::letGo(Departure &departure)
{
    departure = {std::move(m_tuple), {}};
    return !departure.value.empty();
}

// ---------------------------------------------------------------- enumerate, zip, iter(callable, sentinel)

namespace {

class EnumerateIterator final : public IteratorObject
{
public:
    EnumerateIterator(Heap &heap, Value iterator, std::int64_t start)
        : IteratorObject(heap, Type::Enumerate, std::move(iterator))
        , m_number(start)
    {
    }
    Value next(Interpreter &vm) override
    {
        const NativeLevel level(vm, ""); // it may go over another one, and so on
        Value item = level.allowed() ? nextOf(vm, over()) : Value();
        if (item.empty())
            return item;
        std::vector<Value> pair{Value::integer(m_number++)};
        pair.push_back(std::move(item));
        return m_last.next(vm, std::move(pair));
    }
    bool letGo(Departure &departure) override
    {
        return IteratorObject::letGo(departure) || m_last.letGo(departure);
    }
    void visitHeld(HeldVisitor &visitor) const override
    {
        IteratorObject::visitHeld(visitor);
        m_last.visitHeld(visitor);
    }

private:
    KeptTuple m_last;
    std::int64_t m_number;
};

/// Holds its iterators in a tuple, as CPython's does, and puts item for item into the tuple that it gives, if
/// nobody else has kept that. So what was in it last lives on until the next step, or until the end.
class ZipIterator final : public IteratorObject
{
public:
    ZipIterator(Heap &heap, Value iterators, Value result)
        : IteratorObject(heap, Type::Zip, std::move(iterators))
        , m_result(std::move(result))
    {
    }
    Value next(Interpreter &vm) override
    {
        const Value iterators = over();
        const std::vector<Value> &all = iterators.as<TupleObject>().items;
        const NativeLevel level(vm, ""); // as above
        if (all.empty() || !level.allowed())
            return {};
        return m_result.useCount() == 1 ? nextAgain(vm, all) : nextAnew(vm, all);
    }
    bool letGo(Departure &departure) override
    {
        if (IteratorObject::letGo(departure))
            return true;
        departure = {std::move(m_result), {}};
        return !departure.value.empty();
    }
    void visitHeld(HeldVisitor &visitor) const override
    {
        IteratorObject::visitHeld(visitor);
        visitor.visit(m_result);
    }

private:
    Value nextAgain(Interpreter &vm, const std::vector<Value> &iterators) const
    {
        Value given = m_result;
        for (std::size_t index = 0; index < iterators.size(); ++index) {
            Value item = nextOf(vm, iterators[index]);
            if (item.empty())
                return {};
            const Value old = given.as<TupleObject>().refillItem(index, std::move(item));
        }
        return given;
    }
    static Value nextAnew(Interpreter &vm, const std::vector<Value> &iterators)
    {
        std::vector<Value> items;
        for (const Value &iterator : iterators) {
            Value item = nextOf(vm, iterator);
            if (item.empty()) {
                while (!items.empty())
                    items.pop_back();
                return {};
            }
            items.push_back(std::move(item));
        }
        return vm.tuple(std::move(items));
    }

    Value m_result;
};

class CallableIterator final : public IteratorObject
{
public:
    CallableIterator(Heap &heap, Value callable, Value sentinel)
        : IteratorObject(heap, Type::CallableIterator, std::move(callable))
        , m_sentinel(std::move(sentinel))
    {
    }
    Value next(Interpreter &vm) override
    {
        if (over().empty())
            return {};
        const Value callable = over();
        Value item = vm.call(callable, {});
        if (item.empty())
            return item;
        const Truth end = equal(vm, item, m_sentinel);
        if (end == Truth::No)
            return item;
        if (end == Truth::Yes)
            finish();
        return {};
    }
    bool letGo(Departure &departure) override
    {
        if (IteratorObject::letGo(departure))
            return true;
        departure = {std::move(m_sentinel), {}};
        return !departure.value.empty();
    }
    void visitHeld(HeldVisitor &visitor) const override
    {
        IteratorObject::visitHeld(visitor);
        visitor.visit(m_sentinel);
    }

private:
    Value m_sentinel;
};

} // namespace

Value enumerateOver(Interpreter &vm, Value iterator, std::int64_t start)
{
    return Value(vm.heap().make<EnumerateIterator>(std::move(iterator), start));
}

Value zipOver(Interpreter &vm, std::vector<Value> iterators)
{
    Value result = vm.tuple(std::vector<Value>(iterators.size(), Value::none()));
    return Value(vm.heap().make<ZipIterator>(vm.tuple(std::move(iterators)), std::move(result)));
}

Value callUntil(Interpreter &vm, Value callable, Value sentinel)
{
    return Value(vm.heap().make<CallableIterator>(std::move(callable), std::move(sentinel)));
}

} // namespace tetherscope::vm
