#include "scenario/machine/interpreter.h"

#include "scenario/machine/text.h"
#include "scenario/objects/containers.h"
#include "scenario/objects/traceback.h"

namespace tetherscope::vm {

Value Interpreter::raise(Type type, std::string message)
{
    if (m_halted)
        return {};
    std::vector<Value> arguments;
    arguments.emplace_back(m_heap.make<StringObject>(std::move(message)));
    return raiseException(Value(m_heap.make<ExceptionObject>(typeValue(type), std::move(arguments))));
}

Value Interpreter::raiseException(Value exception)
{
    if (m_halted)
        return {};
    chainContext(exception.as<ExceptionObject>());
    m_pending = std::move(exception);
    m_raiseNoted = false;
    return {};
}

/// The exception being handled becomes the context of the new one; a ring of contexts is cut, as in CPython.
void Interpreter::chainContext(ExceptionObject &exception)
{
    if (m_handled.empty() || m_handled.object() == &exception)
        return;
    std::size_t links = 0; // each raise may add one
    auto *before = &m_handled.as<ExceptionObject>();
    const auto *slow = before; // goes half as fast, and is met again where the scenario has made a ring
    while (!before->context().empty()) {
        if (before->context().object() == &exception) {
            before->setContext(Value());
            break;
        }
        before = &before->context().as<ExceptionObject>();
        if (before == slow)
            break;
        if (++links % 2 == 0)
            slow = &slow->context().as<ExceptionObject>();
    }
    exception.setContext(m_handled);
    tick(links / 2);
}

bool Interpreter::pendingIs(Type type) const
{
    return !m_pending.empty() && m_pending.as<ExceptionObject>().cls().isSubclassOf(this->type(type));
}

std::string Interpreter::exceptionText(const Value &exception) const
{
    const std::string message = plainMessage(*this, exception.as<ExceptionObject>());
    const std::string type = exception.as<ExceptionObject>().cls().qualifiedName;
    return message.empty() ? type : type + ": " + message;
}

void Interpreter::noteRaise()
{
    if (m_raiseNoted)
        return;
    m_raiseNoted = true;
    m_raisePlace = frame().place();
    const auto &exception = m_pending.as<ExceptionObject>();
    m_recorder.note(events::raise(m_recorder.text(exception.cls().qualifiedName),
                                  m_recorder.text(plainMessage(*this, exception))));
}

void Interpreter::passLibrary(std::span<const Value> arguments)
{
    if (m_halted || m_pending.empty())
        return;
    std::vector<Value> kept(arguments.begin(), arguments.end());
    m_pending.as<ExceptionObject>().addFrame(Value(m_heap.make<LibraryFrame>(std::move(kept))));
}

/// What waits on the stack dies last first, before any handler runs.
void Interpreter::cutStack(FrameObject &frame, std::size_t depth)
{
    while (frame.stack.size() > depth)
        frame.pop();
}

const Guard *Interpreter::guardOf(const FrameObject &frame)
{
    for (const Guard &guard : frame.code.guards) {
        if (guard.begin <= frame.at && frame.at < guard.end)
            return &guard;
    }
    return nullptr;
}

/// Finds who handles the pending exception. False: nobody down to the frame that the loop was entered for.
/// As in CPython, the frame that only raises it once more gets no entry in its traceback, whether it has one
/// or not; the frames that called it do.
bool Interpreter::handleException(Flow how)
{
    for (; !m_halted; how = Flow::Raised) {
        FrameObject *const frame = m_frames.back().get();
        noteRaise();
        if (how != Flow::Reraised)
            m_pending.as<ExceptionObject>().addFrame(Value::share(*frame));
        const Guard *guard = guardOf(*frame);
        cutStack(*frame, guard == nullptr ? 0 : guard->depth);
        if (const std::uint32_t statement = frame->code.statements[frame->at]; statement != noStatement)
            endStep(*frame, statement, m_recorder.text(exceptionText(m_pending)));
        if (guard != nullptr) {
            frame->push(std::move(m_pending));
            frame->at = guard->target;
            return true;
        }
        if (m_frames.size() == 1)
            return false; // the module's frame stays as it is: the run ends with what there is
        const bool wasEntry = frame->entry;
        endFrame();
        if (wasEntry)
            return false;
    }
    return false;
}

void Interpreter::faultFrom(const Value &exception)
{
    m_fault = Diagnostic{m_raisePlace, exceptionText(exception), {}};
}

} // namespace tetherscope::vm
