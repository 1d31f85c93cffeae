#include "scenario/machine/finalizer.h"

#include "scenario/machine/collections.h"

namespace tetherscope::vm {

FinalizerObject::FinalizerObject(Heap &heap, const Arguments &arguments)
    : HeapObject(heap, heapKind)
    , m_held(arguments.all().begin() + 1, arguments.all().end())
    , m_keywords(arguments.keywords().begin(), arguments.keywords().end())
{
}

void FinalizerObject::begin(HeapObject &target)
{
    Recorder &recorder = heap().recorder();
    auto made = heap().make<WeakReferenceObject>(target, Value::share(*this));
    recorder.watch(recorder.weakSlot(id(), "*"), *made);
    m_reference = Value(std::move(made));
    m_registered = Value::share(*this);
    for (std::size_t index = 0; index < m_held.size(); ++index) {
        const std::size_t positional = m_held.size() - m_keywords.size();
        const SlotId slot = index == 0 ? recorder.textSlot(id(), "func")
                            : index < positional
                                ? recorder.indexSlot(id(), index - 1, "args")
                                : recorder.attributeSlot(id(), m_keywords[index - positional]);
        m_slots.push_back(slot);
        recorder.put(slot, m_held[index]);
    }
}

std::vector<Value> FinalizerObject::takeAll()
{
    for (const SlotId slot : m_slots)
        heap().recorder().take(slot);
    m_slots.clear();
    std::vector<Value> all = std::move(m_held);
    m_held.clear();
    all.push_back(std::move(m_reference));
    return all;
}

Value FinalizerObject::call(Interpreter &vm)
{
    if (!alive())
        return Value::none();
    const Value kept = std::move(m_registered);
    std::vector<Value> all = takeAll();
    const Value reference = std::move(all.back());
    all.pop_back();
    return vm.call(all.front(), {all.begin() + 1, all.end()}, m_keywords);
}

Value FinalizerObject::peek(Interpreter &vm) const
{
    Value target = alive() ? reference().target() : Value();
    if (target.empty())
        return Value::none();
    const auto positional = m_held.end() - static_cast<std::ptrdiff_t>(m_keywords.size());
    Value keywords = makeDict(vm);
    for (std::size_t index = 0; index < m_keywords.size(); ++index)
        dictSet(vm, keywords, vm.string(vm.symbolText(m_keywords[index])),
                *(positional + static_cast<std::ptrdiff_t>(index)));
    return vm.tuple(
        {std::move(target), m_held.front(), vm.tuple({m_held.begin() + 1, positional}), keywords});
}

Value FinalizerObject::detach(Interpreter &vm)
{
    Value content = peek(vm);
    if (!content.isNone()) {
        const Value kept = std::move(m_registered);
        const std::vector<Value> all = takeAll();
    }
    return content;
}

bool FinalizerObject::letGo(Departure &departure)
{
    departure.slot = {};
    for (Value *part : {&m_registered, &m_reference}) {
        departure.value = std::move(*part);
        if (!departure.value.empty())
            return true;
    }
    if (m_held.empty())
        return false;
    departure.value = std::move(m_held.back());
    m_held.pop_back();
    if (!m_slots.empty()) {
        departure.slot = m_slots.back();
        m_slots.pop_back();
    }
    return true;
}

/// Not the registry's hold: that keeps it from the collector.
void FinalizerObject::visitHeld(HeldVisitor &visitor) const
{
    for (const Value &held : m_held)
        visitor.visit(held);
    visitor.visit(m_reference);
}

} // namespace tetherscope::vm
