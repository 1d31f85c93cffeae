#include "scenario/machine/instructions.h"

#include "scenario/machine/collections.h"
#include "scenario/machine/iterators.h"
#include "scenario/machine/operations.h"
#include "scenario/machine/text.h"

#include <algorithm>

// Each lets go of its operands exactly as CPython 3.11 does: the left one before the right one, the owner of
// an attribute after the value, an argument after the call and before its result is used.

namespace tetherscope::vm {

Instructions::Flow Instructions::pop(Interpreter &, FrameObject &frame, std::uint32_t)
{
    frame.pop();
    return Flow::Next;
}

Instructions::Flow Instructions::copy(Interpreter &, FrameObject &frame, std::uint32_t a)
{
    frame.push(Value(frame.top(a - 1)));
    return Flow::Next;
}

Instructions::Flow Instructions::swap(Interpreter &, FrameObject &frame, std::uint32_t a)
{
    frame.top().swap(frame.top(a - 1));
    return Flow::Next;
}

// ---------------------------------------------------------------- operators

Instructions::Flow Instructions::replace(FrameObject &frame, Value result)
{
    Value right = frame.pop();
    Value left = frame.pop();
    if (result.empty()) {
        frame.push(std::move(left)); // they die with the stack, last first
        frame.push(std::move(right));
        return Flow::Raised;
    }
    left = Value();
    right = Value();
    frame.push(std::move(result));
    return Flow::Next;
}

Instructions::Flow Instructions::unaryOperation(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    Value result = vm::unaryOperation(vm, static_cast<ast::UnaryOperator>(a), frame.top());
    if (result.empty())
        return Flow::Raised;
    frame.pop();
    frame.push(std::move(result));
    return Flow::Next;
}

Instructions::Flow Instructions::binaryOperation(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    const auto op = static_cast<ast::BinaryOperator>(a & ~inPlace);
    vm.m_recorder.lend(std::span(frame.stack).last(2));
    Value result = vm::binaryOperation(vm, op, (a & inPlace) != 0, frame.top(1), frame.top());
    vm.m_recorder.endLoans();
    return replace(frame, std::move(result));
}

Instructions::Flow Instructions::compareOperation(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    return replace(frame, compareValues(vm, static_cast<ast::CompareOperator>(a), frame.top(1), frame.top()));
}

Instructions::Flow Instructions::isOperation(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    const Value &left = frame.top(1);
    const Value &right = frame.top();
    const bool same = left.identical(right);
    if (left.isObject() && right.isObject() && left.object()->id() && right.object()->id())
        vm.m_recorder.note(events::identity(left.object()->id(), right.object()->id(), same));
    return replace(frame, Value::boolean(same != (a == 1)));
}

Instructions::Flow Instructions::containsOperation(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    const Truth found = contains(vm, frame.top(), frame.top(1));
    return replace(frame,
                   found == Truth::Error ? Value() : Value::boolean((found == Truth::Yes) != (a == 1)));
}

// ---------------------------------------------------------------- attributes and items

Instructions::Flow Instructions::loadAttribute(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    Value result = getAttribute(vm, frame.top(), {a});
    if (result.empty())
        return Flow::Raised;
    frame.pop();
    frame.push(std::move(result));
    return Flow::Next;
}

Instructions::Flow Instructions::storeAttribute(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    const Value owner = frame.top();
    Value value = frame.top(1);
    frame.pop();
    frame.pop();
    vm.m_recorder.lend({&owner, 1});
    const bool stored = setAttribute(vm, owner, {a}, std::move(value));
    vm.m_recorder.endLoans();
    return stored ? Flow::Next : Flow::Raised;
}

Instructions::Flow Instructions::deleteAttribute(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    const Value owner = frame.pop();
    vm.m_recorder.lend({&owner, 1});
    const bool deleted = vm::deleteAttribute(vm, owner, {a});
    vm.m_recorder.endLoans();
    return deleted ? Flow::Next : Flow::Raised;
}

/// Leaves what the call needs without making a bound method: the function and the object, or nothing and the
/// attribute.
Instructions::Flow Instructions::loadMethod(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    const Symbol name{a};
    const Value &object = frame.top();
    const auto *instance = dynamic_cast<const InstanceObject *>(object.object());
    const bool own = instance != nullptr && instance->attribute(name) != nullptr;
    const bool plain =
        !own && !object.is(HeapKind::Class) && !object.is(HeapKind::Super) && !object.is(HeapKind::Module);
    const Value *found = plain ? vm.classOf(object).lookUp(name) : nullptr;
    const bool method =
        found != nullptr &&
        (found->is(HeapKind::Function) || (found->is(HeapKind::Native) && found->as<NativeObject>().method));
    if (method) {
        Value function = *found;
        frame.push(std::move(function));
        frame.top().swap(frame.top(1));
        return Flow::Next;
    }
    Value attribute = getAttribute(vm, object, name);
    if (attribute.empty())
        return Flow::Raised;
    frame.pop();
    frame.push(Value());
    frame.push(std::move(attribute));
    return Flow::Next;
}

Instructions::Flow Instructions::loadItem(Interpreter &vm, FrameObject &frame, std::uint32_t)
{
    return replace(frame, getItem(vm, frame.top(1), frame.top()));
}

Instructions::Flow Instructions::storeItem(Interpreter &vm, FrameObject &frame, std::uint32_t)
{
    Value index = frame.pop();
    Value container = frame.pop();
    Value value = frame.pop();
    vm.m_recorder.lend({&container, 1});
    const bool stored = setItem(vm, container, index, std::move(value));
    vm.m_recorder.endLoans();
    container = Value();
    return stored ? Flow::Next : Flow::Raised;
}

Instructions::Flow Instructions::deleteItem(Interpreter &vm, FrameObject &frame, std::uint32_t)
{
    Value index = frame.pop();
    Value container = frame.pop();
    vm.m_recorder.lend({&container, 1});
    const bool deleted = vm::deleteItem(vm, container, index);
    vm.m_recorder.endLoans();
    container = Value();
    return deleted ? Flow::Next : Flow::Raised;
}

Instructions::Flow Instructions::buildSlice(Interpreter &vm, FrameObject &frame, std::uint32_t)
{
    Value step = frame.pop();
    Value upper = frame.pop();
    Value lower = frame.pop();
    frame.push(Value(vm.heap().make<SliceObject>(std::move(lower), std::move(upper), std::move(step))));
    return Flow::Next;
}

// ---------------------------------------------------------------- displays

std::vector<Value> Instructions::popMany(FrameObject &frame, std::size_t count)
{
    std::vector<Value> values(count);
    const auto first = frame.stack.end() - static_cast<std::ptrdiff_t>(count);
    std::move(first, frame.stack.end(), values.begin());
    frame.stack.erase(first, frame.stack.end());
    return values;
}

Instructions::Flow Instructions::buildTuple(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    return push(frame, vm.tuple(popMany(frame, a)));
}

Instructions::Flow Instructions::buildList(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    return push(frame, vm.list(popMany(frame, a)));
}

Instructions::Flow Instructions::buildSet(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    const Value set = makeSet(vm);
    for (std::size_t index = 0; index < a; ++index) {
        if (!vm::setAdd(vm, set, std::move(frame.top(a - 1 - index))))
            return Flow::Raised;
    }
    popMany(frame, a);
    frame.push(set);
    return Flow::Next;
}

Instructions::Flow Instructions::buildDict(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    const Value dict = makeDict(vm);
    for (std::size_t index = 0; index < a; ++index) {
        const std::size_t below = 2 * (a - index) - 1;
        if (!dictSet(vm, dict, std::move(frame.top(below)), std::move(frame.top(below - 1))))
            return Flow::Raised;
    }
    popMany(frame, 2 * std::size_t{a});
    frame.push(dict);
    return Flow::Next;
}

Instructions::Flow Instructions::mergeFrozenSet(Interpreter &vm, FrameObject &frame, std::uint32_t)
{
    const Value constants = frame.pop();
    const Value written = makeSet(vm, true);
    for (const Value &item : constants.as<TupleObject>().items) {
        if (!vm::setAdd(vm, written, item))
            return Flow::Raised;
    }
    // CPython's compiler makes the constant anew from its own members, in their order
    const Value kept = makeSet(vm, true);
    const bool walked =
        forEach(vm, written, [&](Value item) { return vm::setAdd(vm, kept, std::move(item)); });
    return walked && setUpdate(vm, frame.top(), kept) ? Flow::Next : Flow::Raised;
}

Instructions::Flow Instructions::listAppend(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    Value item = frame.pop();
    return vm::listAppend(vm, frame.top(a - 1).as<ListObject>(), std::move(item)) ? Flow::Next : Flow::Raised;
}

Instructions::Flow Instructions::setAdd(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    Value item = frame.pop();
    return vm::setAdd(vm, frame.top(a - 1), std::move(item)) ? Flow::Next : Flow::Raised;
}

Instructions::Flow Instructions::dictAdd(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    Value value = frame.pop();
    Value key = frame.pop();
    return dictSet(vm, frame.top(a - 1), std::move(key), std::move(value)) ? Flow::Next : Flow::Raised;
}

Instructions::Flow Instructions::formatValue(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    Value spec = (a & withSpec) != 0 ? frame.pop() : Value();
    Value text = formatted(vm, frame.top(), static_cast<char>(a & 0xff), spec);
    if (text.empty())
        return Flow::Raised;
    frame.pop();
    frame.push(std::move(text));
    return Flow::Next;
}

Instructions::Flow Instructions::buildString(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    std::string text;
    for (const Value &part : popMany(frame, a))
        text += part.as<StringObject>().text();
    return push(frame, vm.string(std::move(text)));
}

Instructions::Flow Instructions::unpack(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    Value sequence = frame.pop();
    std::vector<Value> items;
    if (!unpackInto(vm, sequence, a, items))
        return Flow::Raised;
    sequence = Value(); // the items are held by the stack before it goes
    while (!items.empty()) {
        frame.push(std::move(items.back()));
        items.pop_back();
    }
    return Flow::Next;
}

/// At most one item more than wanted is asked for, as CPython does.
bool Instructions::unpackInto(Interpreter &vm, const Value &sequence, std::size_t wanted,
                              std::vector<Value> &items)
{
    const Value iterator = iteratorOf(vm, sequence);
    if (iterator.empty()) {
        if (vm.pendingIs(Type::TypeError)) {
            vm.takePending();
            vm.raise(Type::TypeError, "cannot unpack non-iterable " + vm.className(sequence) + " object");
        }
        return false;
    }
    while (items.size() <= wanted) {
        Value item = nextOf(vm, iterator);
        if (item.empty() && vm.pending())
            return false;
        if (item.empty())
            break;
        items.push_back(std::move(item));
    }
    if (items.size() == wanted)
        return true;
    if (items.size() > wanted)
        vm.raise(Type::ValueError, "too many values to unpack (expected " + std::to_string(wanted) + ")");
    else
        vm.raise(Type::ValueError, "not enough values to unpack (expected " + std::to_string(wanted) +
                                       ", got " + std::to_string(items.size()) + ")");
    return false;
}

} // namespace tetherscope::vm
