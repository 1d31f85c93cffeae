#include "scenario/machine/instructions.h"

#include "scenario/machine/collections.h"
#include "scenario/machine/operations.h"
#include "scenario/machine/text.h"

namespace tetherscope::vm {

namespace {

constexpr std::size_t shownValueBytes = 4'000;

} // namespace

// ---------------------------------------------------------------- jumps

Instructions::Flow Instructions::jump(Interpreter &, FrameObject &frame, std::uint32_t a)
{
    return jumpTo(frame, a);
}

Instructions::Flow Instructions::popJumpIfFalse(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    const Truth truth = isTrue(vm, frame.top());
    if (truth == Truth::Error)
        return Flow::Raised;
    frame.pop();
    return truth == Truth::No ? jumpTo(frame, a) : Flow::Next;
}

Instructions::Flow Instructions::popJumpIfTrue(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    const Truth truth = isTrue(vm, frame.top());
    if (truth == Truth::Error)
        return Flow::Raised;
    frame.pop();
    return truth == Truth::Yes ? jumpTo(frame, a) : Flow::Next;
}

Instructions::Flow Instructions::jumpIfFalseOrPop(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    const Truth truth = isTrue(vm, frame.top());
    if (truth == Truth::Error)
        return Flow::Raised;
    if (truth == Truth::No)
        return jumpTo(frame, a);
    frame.pop();
    return Flow::Next;
}

Instructions::Flow Instructions::jumpIfTrueOrPop(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    const Truth truth = isTrue(vm, frame.top());
    if (truth == Truth::Error)
        return Flow::Raised;
    if (truth == Truth::Yes)
        return jumpTo(frame, a);
    frame.pop();
    return Flow::Next;
}

Instructions::Flow Instructions::getIterator(Interpreter &vm, FrameObject &frame, std::uint32_t)
{
    Value iterator = iteratorOf(vm, frame.top());
    if (iterator.empty())
        return Flow::Raised;
    frame.pop();
    frame.push(std::move(iterator));
    return Flow::Next;
}

Instructions::Flow Instructions::forIterate(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    Value item = nextOf(vm, frame.top());
    if (!item.empty()) {
        frame.push(std::move(item));
        return Flow::Next;
    }
    if (vm.pending())
        return Flow::Raised;
    frame.pop();
    return jumpTo(frame, a);
}

// ---------------------------------------------------------------- calls

Instructions::Flow Instructions::pushNull(Interpreter &, FrameObject &frame, std::uint32_t)
{
    frame.push(Value());
    return Flow::Next;
}

Instructions::Flow Instructions::call(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    return vm.callFromStack(frame, a, {});
}

Instructions::Flow Instructions::callKeyword(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    const KeywordCall &shape = frame.code.keywordCalls[a];
    return vm.callFromStack(frame, shape.arguments, shape.names);
}

Instructions::Flow Instructions::return_(Interpreter &vm, FrameObject &frame, std::uint32_t)
{
    return vm.leaveFrame(frame.pop());
}

Instructions::Flow Instructions::yield(Interpreter &vm, FrameObject &frame, std::uint32_t)
{
    vm.m_result = frame.pop();
    ++frame.at;
    vm.suspendFrame();
    return Flow::Left;
}

// ---------------------------------------------------------------- exceptions

Instructions::Flow Instructions::raise(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    if (a == 0) {
        if (vm.m_handled.empty())
            return push(frame, vm.raise(Type::RuntimeError, "No active exception to reraise"));
        vm.m_pending = vm.m_handled;
        return Flow::Reraised;
    }
    const Value cause = a == 2 ? vm.exceptionFrom(frame.pop(), true) : Value();
    if (a == 2 && cause.empty())
        return Flow::Raised;
    Value exception = vm.exceptionFrom(frame.pop(), false);
    if (exception.empty())
        return Flow::Raised;
    if (a == 2)
        exception.as<ExceptionObject>().setCause(cause.isNone() ? Value() : cause);
    return push(frame, vm.raiseException(std::move(exception)));
}

Instructions::Flow Instructions::reraise(Interpreter &vm, FrameObject &frame, std::uint32_t)
{
    vm.m_pending = frame.pop();
    return Flow::Reraised;
}

Instructions::Flow Instructions::beginCatch(Interpreter &vm, FrameObject &frame, std::uint32_t)
{
    Value exception = frame.pop();
    frame.push(std::exchange(vm.m_handled, exception));
    frame.push(std::move(exception));
    return Flow::Next;
}

Instructions::Flow Instructions::matchException(Interpreter &vm, FrameObject &frame, std::uint32_t)
{
    const Truth matches = vm.matches(frame.top(1), frame.top());
    if (matches == Truth::Error)
        return Flow::Raised;
    frame.pop();
    frame.push(Value::boolean(matches == Truth::Yes));
    return Flow::Next;
}

Instructions::Flow Instructions::endCatch(Interpreter &vm, FrameObject &frame, std::uint32_t)
{
    Value handled = std::exchange(vm.m_handled, frame.pop());
    return Flow::Next; // the exception may die here, when the one before is in its place
}

Instructions::Flow Instructions::failAssertion(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    std::vector<Value> arguments;
    if (a == 1)
        arguments.push_back(frame.pop());
    Value error(vm.heap().make<ExceptionObject>(vm.typeValue(Type::AssertionError), std::move(arguments)));
    return push(frame, vm.raiseException(std::move(error)));
}

// ---------------------------------------------------------------- definitions and imports

Instructions::Flow Instructions::makeFunction(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    const Code &code = *frame.code.codes[a];
    std::vector<Value> cells = popMany(frame, code.freeCount);
    std::vector<Value> defaults = popMany(frame, code.defaultCount);
    Ref<FunctionObject, SingleThread> function =
        FunctionObject::make(vm.heap(), code, std::move(defaults), std::move(cells));
    function->doc = code.docstring;
    frame.push(Value(std::move(function)));
    return Flow::Next;
}

Instructions::Flow Instructions::makeClass(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    return vm.enterClassBody(frame, *frame.code.codes[a]);
}

Instructions::Flow Instructions::importModule(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    return push(frame, vm.module({a}));
}

Instructions::Flow Instructions::importFrom(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    return push(frame, getAttribute(vm, frame.top(), {a}));
}

// ---------------------------------------------------------------- record

Instructions::Flow Instructions::showValue(Interpreter &vm, FrameObject &frame, std::uint32_t)
{
    const Value &value = frame.top();
    if (value.isNone())
        return Flow::Next;
    vm.m_shownValue = vm.m_recorder.text(shownText(vm, value, shownValueBytes));
    if (value.isObject() && value.object()->id())
        vm.m_recorder.note(events::lookedAt(value.object()->id()));
    return Flow::Next;
}

Instructions::Flow Instructions::holdReturn(Interpreter &vm, FrameObject &frame, std::uint32_t)
{
    if (frame.top().isObject())
        vm.m_recorder.acquiredInHand(*frame.top().object(), HolderRef::returnValue());
    return Flow::Next;
}

Instructions::Flow Instructions::endStep(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    vm.endStep(frame, a);
    return Flow::Next;
}

} // namespace tetherscope::vm
