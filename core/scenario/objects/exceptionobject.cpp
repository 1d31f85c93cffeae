#include "scenario/objects/exceptionobject.h"

#include "scenario/objects/containers.h"
#include "scenario/objects/frame.h"
#include "scenario/objects/heap.h"
#include "scenario/objects/recorder.h"
#include "scenario/objects/traceback.h"

namespace tetherscope::vm {

ExceptionObject::ExceptionObject(Heap &heap, Value classValue, std::vector<Value> arguments)
    : InstanceObject(heap, std::move(classValue), heapKind, Tracking::Later)
{
    if (!arguments.empty())
        m_arguments = Value(heap.make<TupleObject>(std::move(arguments)));
    heap.track(*this); // behind the tuple
}

const std::vector<Value> &ExceptionObject::arguments() const
{
    static const std::vector<Value> none;
    return m_arguments.empty() ? none : m_arguments.as<TupleObject>().items;
}

Value ExceptionObject::argumentTuple()
{
    if (m_arguments.empty() || m_tupleKnown)
        return m_arguments;
    if (id())
        forgetArguments();
    m_tupleKnown = true;
    if (id())
        showArguments();
    return m_arguments;
}

void ExceptionObject::setArguments(std::vector<Value> arguments)
{
    setArguments(arguments.empty() ? Value() : Value(heap().make<TupleObject>(std::move(arguments))));
}

void ExceptionObject::setArguments(Value tuple)
{
    replaceArguments(std::move(tuple), false);
}

void ExceptionObject::shareArguments(Value tuple)
{
    if (tuple.as<TupleObject>().items.empty())
        tuple = Value();
    replaceArguments(std::move(tuple), true);
}

void ExceptionObject::replaceArguments(Value tuple, bool known)
{
    if (id())
        forgetArguments();
    const Value old = std::exchange(m_arguments, std::move(tuple));
    m_tupleKnown = known && !m_arguments.empty();
    if (id())
        showArguments();
}

/// The tuple itself is shown once somebody has asked for it; until then what is in it.
void ExceptionObject::showArguments()
{
    Recorder &recorder = heap().recorder();
    if (m_tupleKnown) {
        recorder.put(slot(sym::args), m_arguments);
        return;
    }
    for (std::size_t index = 0; index < arguments().size(); ++index)
        recorder.put(recorder.indexSlot(id(), index, "args"), arguments()[index]);
}

void ExceptionObject::forgetArguments()
{
    Recorder &recorder = heap().recorder();
    if (m_tupleKnown) {
        recorder.take(slot(sym::args));
        return;
    }
    for (std::size_t index = 0; index < arguments().size(); ++index)
        recorder.take(recorder.indexSlot(id(), index, "args"));
}

/// Item by item, as long as the tuple is this exception's alone: each from the slot it is shown in.
bool ExceptionObject::letGoArgument(Departure &departure)
{
    if (m_arguments.empty())
        return false;
    std::vector<Value> &items = m_arguments.as<TupleObject>().items;
    if (m_tupleKnown || items.empty()) {
        departure = {std::move(m_arguments), id() && m_tupleKnown ? slot(sym::args) : SlotId{}};
        return true;
    }
    departure.value = std::move(items.back());
    items.pop_back();
    departure.slot = id() ? heap().recorder().indexSlot(id(), items.size(), "args") : SlotId{};
    return true;
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

void ExceptionObject::forgetTraceback()
{
    const Value old = std::move(m_traceback);
}

void ExceptionObject::setContext(Value exception)
{
    setLink(m_context, sym::context, std::move(exception));
}

void ExceptionObject::setCause(Value exception)
{
    suppressContext = true;
    setLink(m_cause, sym::cause, std::move(exception));
}

void ExceptionObject::setLink(Value &link, Symbol name, Value exception)
{
    Value old = std::exchange(link, std::move(exception));
    if (!id())
        return;
    heap().recorder().put(slot(name), link);
    heap().dropReplaced(std::move(old), HolderRef::slot(slot(name)), link);
}

void ExceptionObject::recordContents(Recorder &recorder)
{
    showArguments();
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
        if (auto *frame = passed.back()->frame.to<FrameObject>())
            recorder.keptFrame(*this, *frame);
    }
}

void ExceptionObject::visitHeld(HeldVisitor &visitor) const
{
    visitor.visit(about);
    visitor.visit(classValue());
    visitAttributes(visitor);
    for (const Value *other : {&m_arguments, &m_traceback, &m_cause, &m_context})
        visitor.visit(*other);
}

/// CPython's order: obj, the attributes, args, traceback (the innermost frame first), cause, context.
bool ExceptionObject::letGoAsGarbage(Departure &departure)
{
    if (letGoLink(departure, about, sym::obj) || letGoAttribute(departure) || letGoArgument(departure))
        return true;
    departure = {std::move(m_traceback), {}};
    return !departure.value.empty() || letGoLink(departure, m_cause, sym::cause) ||
           letGoLink(departure, m_context, sym::context);
}

bool ExceptionObject::letGoLink(Departure &departure, Value &link, Symbol name)
{
    if (link.empty())
        return false;
    departure = {std::move(link), id() ? slot(name) : SlotId{}};
    return true;
}

} // namespace tetherscope::vm
