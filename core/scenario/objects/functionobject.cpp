#include "scenario/objects/functionobject.h"

#include "scenario/objects/code.h"
#include "scenario/objects/heap.h"
#include "scenario/objects/inner.h"
#include "scenario/objects/recorder.h"

#include <algorithm>

namespace tetherscope::vm {

bool CellObject::letGo(Departure &departure)
{
    departure = {std::move(content), slotShown};
    return !departure.value.empty();
}

HolderRef CellObject::shownAt() const
{
    if (nameShown)
        return HolderRef::name(nameShown);
    return slotShown ? HolderRef::slot(slotShown) : HolderRef::inFlight();
}

FunctionObject::FunctionObject(Heap &heap, const Code &functionCode)
    : HeapObject(heap, heapKind)
    , code(functionCode)
{
}

FunctionObject::~FunctionObject() = default;

namespace {

Ref<InnerTuple, SingleThread> innerTuple(Heap &heap, const std::vector<Value> &items)
{
    return items.empty() ? Ref<InnerTuple, SingleThread>() : heap.make<InnerTuple>();
}

} // namespace

Ref<FunctionObject, SingleThread> FunctionObject::make(Heap &heap, const Code &code,
                                                       std::vector<Value> defaults, std::vector<Value> cells)
{
    const Ref<InnerTuple, SingleThread> defaultTuple = innerTuple(heap, defaults);
    const Ref<InnerTuple, SingleThread> closureTuple = innerTuple(heap, cells);
    Ref<FunctionObject, SingleThread> made = heap.make<FunctionObject>(code);
    made->m_defaults = std::move(defaults);
    made->m_closure = std::move(cells);
    for (const Value &cell : made->m_closure)
        cell.as<CellObject>().functions.push_back(made.get());
    if (defaultTuple) {
        defaultTuple->items = &made->m_defaults;
        made->m_defaultTuple = Value(defaultTuple);
    }
    if (closureTuple) {
        closureTuple->items = &made->m_closure;
        made->m_closureTuple = Value(closureTuple);
    }
    return made;
}

SlotId FunctionObject::defaultSlot(std::size_t index) const
{
    const Symbol parameter = code.parameterNames[code.parameterNames.size() - m_defaults.size() + index];
    return heap().recorder().attributeSlot(id(), parameter, "default ");
}

bool FunctionObject::wantsCard() const
{
    constexpr std::size_t deepest = 50;              // of functions that hold nothing but functions
    if (m_asked || heap().functionsAsked >= deepest) // one that names itself is no object that it holds
        return false;
    m_asked = true;
    ++heap().functionsAsked;
    const auto drawn = [](const Value &value) {
        return value.isObject() && (value.object()->id() || value.object()->wantsCard());
    };
    const bool wants = std::any_of(m_defaults.begin(), m_defaults.end(), drawn) ||
                       std::any_of(m_attributes.begin(), m_attributes.end(),
                                   [&](const InstanceObject::Attribute &own) { return drawn(own.value); }) ||
                       std::any_of(m_closure.begin(), m_closure.end(),
                                   [&](const Value &cell) { return drawn(cell.as<CellObject>().content); });
    m_asked = false;
    --heap().functionsAsked;
    return wants;
}

void FunctionObject::visitHeld(HeldVisitor &visitor) const
{
    visitor.visit(m_defaultTuple);
    visitor.visit(doc);
    if (m_dict)
        visitor.visit(*m_dict);
    visitor.visit(m_closureTuple);
}

void FunctionObject::recordContents(Recorder &recorder)
{
    for (std::size_t index = 0; index < m_defaults.size(); ++index)
        recorder.put(defaultSlot(index), m_defaults[index]);
    for (const InstanceObject::Attribute &own : m_attributes)
        recorder.put(recorder.attributeSlot(id(), own.name), own.value);
    for (const Value &cell : m_closure)
        recorder.showCell(cell.as<CellObject>());
}

const Value *FunctionObject::attribute(Symbol name) const
{
    for (const InstanceObject::Attribute &own : m_attributes) {
        if (own.name == name)
            return &own.value;
    }
    return nullptr;
}

Value FunctionObject::setAttribute(Symbol name, Value value)
{
    const auto known = std::find_if(m_attributes.begin(), m_attributes.end(),
                                    [&](const InstanceObject::Attribute &own) { return own.name == name; });
    if (known == m_attributes.end())
        m_attributes.push_back({name, std::exchange(value, {})});
    else
        known->value.swap(value);
    InnerDict::keep(m_dict, heap(), m_attributes);
    return value;
}

Value FunctionObject::removeAttribute(Symbol name)
{
    Value old = setAttribute(name, Value());
    std::erase_if(m_attributes, [&](const InstanceObject::Attribute &own) { return own.name == name; });
    return old;
}

/// CPython's order: defaults (a tuple: last first), attributes, cells (the same).
bool FunctionObject::letGo(Departure &departure)
{
    if (m_departed < m_defaults.size()) {
        const std::size_t index = m_defaults.size() - ++m_departed;
        departure = {std::move(m_defaults[index]), id() ? defaultSlot(index) : SlotId{}};
        return true;
    }
    if (!m_attributes.empty()) {
        const Symbol name = m_attributes.front().name;
        departure.slot = id() ? heap().recorder().attributeSlot(id(), name) : SlotId{};
        departure.value = removeAttribute(name);
        return true;
    }
    if (m_departed < m_defaults.size() + m_closure.size()) {
        departure = {departingCell(m_closure.size() - (++m_departed - m_defaults.size())), {}};
        return true;
    }
    departure = {std::move(doc), {}};
    return !departure.value.empty();
}

Value FunctionObject::departingCell(std::size_t index)
{
    Value &cell = m_closure[index];
    std::erase(cell.as<CellObject>().functions, this);
    if (!heap().abandoned() &&
        cell.useCount() > 1) // otherwise it dies with its place still shown, and lets go from there
        heap().recorder().showCell(cell.as<CellObject>());
    return std::move(cell);
}

bool MethodObject::letGo(Departure &departure)
{
    if (!function.empty())
        departure = {std::move(function), functionSlot};
    else
        departure = {std::move(self), selfSlot};
    return !departure.value.empty();
}

bool MethodObject::wantsCard() const
{
    return self.isObject() && (self.object()->id() || self.object()->wantsCard());
}

void MethodObject::recordContents(Recorder &recorder)
{
    selfSlot = recorder.attributeSlot(id(), sym::self);
    recorder.put(selfSlot, self);
    functionSlot = recorder.attributeSlot(id(), function.is(HeapKind::Native) ? sym::name : sym::func);
    recorder.put(functionSlot, function);
}

bool SuperObject::letGo(Departure &departure)
{
    departure = {self.empty() ? std::move(after) : std::move(self), {}};
    return !departure.value.empty();
}

} // namespace tetherscope::vm
