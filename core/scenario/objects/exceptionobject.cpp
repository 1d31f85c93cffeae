#include "scenario/objects/exceptionobject.h"

#include "scenario/objects/frame.h"
#include "scenario/objects/heap.h"
#include "scenario/objects/inner.h"
#include "scenario/objects/recorder.h"
#include "scenario/objects/traceback.h"

namespace tetherscope::vm {

ExceptionObject::ExceptionObject(Heap &heap, Value classValue, std::vector<Value> arguments)
    : InstanceObject(heap, std::move(classValue), heapKind)
    , m_arguments(std::move(arguments))
{
    wrapArguments();
}

void ExceptionObject::setArguments(std::vector<Value> arguments)
{
    m_arguments = std::move(arguments);
    wrapArguments();
}

void ExceptionObject::wrapArguments()
{
    m_argumentTuple = Value();
    if (m_arguments.empty())
        return;
    Ref<InnerTuple, SingleThread> tuple = heap().make<InnerTuple>();
    tuple->items = &m_arguments;
    m_argumentTuple = Value(std::move(tuple));
}

SlotId ExceptionObject::slot(Symbol name)
{
    return attributeSlot(name);
}

void ExceptionObject::addFrame(Value frame)
{
    Ref<TracebackObject, SingleThread> passed =
        heap().make<TracebackObject>(std::move(m_traceback), std::move(frame));
    passed->shownIn = id();
    m_traceback = Value(std::move(passed));
}

void ExceptionObject::setContext(Value exception)
{
    Value old = std::exchange(m_context, std::move(exception));
    if (id())
        heap().recorder().put(slot(sym::context), m_context);
}

void ExceptionObject::setCause(Value exception)
{
    Value old = std::exchange(m_cause, std::move(exception));
    suppressContext = true;
    if (id())
        heap().recorder().put(slot(sym::cause), m_cause);
}

void ExceptionObject::recordContents(Recorder &recorder)
{
    for (std::size_t index = 0; index < m_arguments.size(); ++index)
        recorder.put(recorder.indexSlot(id(), index, "args"), m_arguments[index]);
    for (const Attribute &attribute : attributes())
        recorder.put(slot(attribute.name), attribute.value);
    if (!m_context.empty())
        recorder.put(slot(sym::context), m_context);
    if (!m_cause.empty())
        recorder.put(slot(sym::cause), m_cause);
    if (!about.empty())
        recorder.put(slot(sym::obj), about);
    showFrames(recorder);
}

/// The innermost first.
void ExceptionObject::showFrames(Recorder &recorder)
{
    std::vector<TracebackObject *> passed;
    for (auto *link = m_traceback.to<TracebackObject>(); link != nullptr;
         link = link->inner.to<TracebackObject>())
        passed.push_back(link);
    for (; !passed.empty(); passed.pop_back()) {
        passed.back()->shownIn = id();
        recorder.keptFrame(*this, passed.back()->frame.as<FrameObject>());
    }
}

void ExceptionObject::visitHeld(HeldVisitor &visitor) const
{
    visitor.visit(about);
    visitor.visit(classValue());
    visitAttributes(visitor);
    for (const Value *other : {&m_argumentTuple, &m_traceback, &m_cause, &m_context})
        visitor.visit(*other);
}

// CPython's order: instance dictionary, args, traceback (the innermost frame first), cause, context, obj.
bool ExceptionObject::letGoAsGarbage(Departure &departure)
{
    Recorder &recorder = heap().recorder();
    if (letGoAttribute(departure))
        return true;
    if (!m_arguments.empty()) {
        departure.value = std::move(m_arguments.back());
        m_arguments.pop_back();
        departure.slot = id() ? recorder.indexSlot(id(), m_arguments.size(), "args") : SlotId{};
        return true;
    }
    departure = {std::move(m_traceback), {}};
    if (!departure.value.empty())
        return true;
    const std::pair<Value *, Symbol> last[] = {
        {&m_cause, sym::cause}, {&m_context, sym::context}, {&about, sym::obj}};
    for (const auto &[value, name] : last) {
        if (!value->empty()) {
            departure = {std::move(*value), id() ? slot(name) : SlotId{}};
            return true;
        }
    }
    return false;
}

} // namespace tetherscope::vm
