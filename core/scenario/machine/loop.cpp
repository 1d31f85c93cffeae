#include "scenario/machine/instructions.h"

#include <iterator>

namespace tetherscope::vm {

namespace {

constexpr Instructions::Function instructionTable[] = {
    &Instructions::loadConstant,
    &Instructions::loadLocal,
    &Instructions::storeLocal,
    &Instructions::deleteLocal,
    &Instructions::loadCell,
    &Instructions::storeCell,
    &Instructions::deleteCell,
    &Instructions::loadClassCell,
    &Instructions::pushCell,
    &Instructions::loadName,
    &Instructions::storeName,
    &Instructions::deleteName,
    &Instructions::loadGlobal,
    &Instructions::storeGlobal,
    &Instructions::deleteGlobal,
    &Instructions::pop,
    &Instructions::copy,
    &Instructions::swap,
    &Instructions::unaryOperation,
    &Instructions::binaryOperation,
    &Instructions::compareOperation,
    &Instructions::isOperation,
    &Instructions::containsOperation,
    &Instructions::loadAttribute,
    &Instructions::storeAttribute,
    &Instructions::deleteAttribute,
    &Instructions::loadMethod,
    &Instructions::loadItem,
    &Instructions::storeItem,
    &Instructions::deleteItem,
    &Instructions::buildSlice,
    &Instructions::pushNull,
    &Instructions::call,
    &Instructions::callKeyword,
    &Instructions::buildTuple,
    &Instructions::buildList,
    &Instructions::buildSet,
    &Instructions::buildDict,
    &Instructions::mergeFrozenSet,
    &Instructions::listAppend,
    &Instructions::setAdd,
    &Instructions::dictAdd,
    &Instructions::formatValue,
    &Instructions::buildString,
    &Instructions::unpack,
    &Instructions::jump,
    &Instructions::popJumpIfFalse,
    &Instructions::popJumpIfTrue,
    &Instructions::jumpIfFalseOrPop,
    &Instructions::jumpIfTrueOrPop,
    &Instructions::getIterator,
    &Instructions::forIterate,
    &Instructions::return_,
    &Instructions::raise,
    &Instructions::reraise,
    &Instructions::beginCatch,
    &Instructions::matchException,
    &Instructions::endCatch,
    &Instructions::failAssertion,
    &Instructions::makeFunction,
    &Instructions::makeClass,
    &Instructions::pushClassCell,
    &Instructions::importModule,
    &Instructions::importFrom,
    &Instructions::showValue,
    &Instructions::holdReturn,
    &Instructions::endStep,
    &Instructions::yield,
};
static_assert(std::size(instructionTable) == static_cast<std::size_t>(Op::Yield) + 1);

} // namespace

Interpreter::Flow Interpreter::execute(FrameObject &frame, Instruction instruction)
{
    return instructionTable[static_cast<std::size_t>(instruction.op)](*this, frame, instruction.a);
}

/// Runs until the frame on top now is done. False: an exception left it, and is pending, or the run is
/// stopped.
bool Interpreter::loop()
{
    for (;;) {
        FrameObject &top = frame();
        Flow flow = tick() ? execute(top, top.instruction()) : Flow::Raised;
        if (m_halted)
            return false;
        if (flow == Flow::Next)
            ++top.at;
        else if (flow == Flow::Left)
            return true;
        else if ((flow == Flow::Raised || flow == Flow::Reraised) && !handleException(flow))
            return false;
    }
}

} // namespace tetherscope::vm
