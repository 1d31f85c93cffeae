#include "scenario/objects/exceptionobject.h"

#include "scenario/objects/frame.h"
#include "scenario/objects/heap.h"
#include "scenario/objects/recorder.h"

namespace tetherscope::vm {

ExceptionObject::ExceptionObject(Heap &heap, Value classValue, std::vector<Value> arguments)
    : InstanceObject(heap, std::move(classValue), heapKind)
    , m_arguments(std::move(arguments))
{
}

SlotId ExceptionObject::slot(Symbol name)
{
    return attributeSlot(name);
}

void ExceptionObject::addFrame(Value frame)
{
    m_frames.push_back(std::move(frame));
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
    for (const Value &frame : m_frames)
        recorder.keptFrame(*this, frame.as<FrameObject>());
}

void ExceptionObject::visitHeld(HeldVisitor &visitor) const
{
    InstanceObject::visitHeld(visitor);
    for (const Value &argument : m_arguments)
        visitor.visit(argument);
    for (const Value &frame : m_frames)
        visitor.visit(frame);
    for (const Value *other : {&m_cause, &m_context, &about})
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
    if (m_departed < m_frames.size()) {
        departure = {std::move(m_frames[m_departed++]), {}};
        if (!heap().abandoned() && departure.value.useCount() > 1)
            recorder.forgetFrame(*this, departure.value.as<FrameObject>());
        return true;
    }
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
