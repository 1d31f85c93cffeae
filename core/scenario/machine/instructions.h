#pragma once

#include "scenario/machine/interpreter.h"

namespace tetherscope::vm {

/// One small function for each instruction of code.h, in its order; that says what each does.
struct Instructions
{
    using Flow = Interpreter::Flow;
    using Function = Flow (*)(Interpreter &vm, FrameObject &frame, std::uint32_t a);

    static Flow loadConstant(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow loadLocal(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow storeLocal(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow deleteLocal(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow loadCell(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow storeCell(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow deleteCell(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow loadClassCell(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow pushCell(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow loadName(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow storeName(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow deleteName(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow loadGlobal(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow storeGlobal(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow deleteGlobal(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow pop(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow copy(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow swap(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow unaryOperation(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow binaryOperation(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow compareOperation(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow isOperation(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow containsOperation(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow loadAttribute(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow storeAttribute(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow deleteAttribute(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow loadMethod(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow loadItem(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow storeItem(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow deleteItem(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow buildSlice(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow pushNull(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow call(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow callKeyword(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow buildTuple(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow buildList(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow buildSet(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow buildDict(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow mergeFrozenSet(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow listAppend(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow setAdd(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow dictAdd(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow formatValue(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow buildString(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow unpack(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow jump(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow popJumpIfFalse(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow popJumpIfTrue(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow jumpIfFalseOrPop(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow jumpIfTrueOrPop(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow getIterator(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow forIterate(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow return_(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow raise(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow reraise(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow beginCatch(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow matchException(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow endCatch(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow failAssertion(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow makeFunction(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow makeClass(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow pushClassCell(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow importModule(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow importFrom(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow showValue(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow holdReturn(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow endStep(Interpreter &vm, FrameObject &frame, std::uint32_t a);
    static Flow yield(Interpreter &vm, FrameObject &frame, std::uint32_t a);

    /// Pushes a result; an empty one says that an exception is pending.
    static Flow push(FrameObject &frame, Value result)
    {
        if (result.empty())
            return Flow::Raised;
        frame.push(std::move(result));
        return Flow::Next;
    }
    /// Lets go of two operands, the lower one first, and pushes the result.
    static Flow replace(FrameObject &frame, Value result);
    static std::vector<Value> popMany(FrameObject &frame, std::size_t count);
    static bool unpackInto(Interpreter &vm, const Value &sequence, std::size_t wanted,
                           std::vector<Value> &items);
    static Flow jumpTo(FrameObject &frame, std::uint32_t target)
    {
        frame.at = target;
        return Flow::Jumped;
    }
};

} // namespace tetherscope::vm
