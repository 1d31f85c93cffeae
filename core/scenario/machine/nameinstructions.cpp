#include "scenario/machine/instructions.h"

namespace tetherscope::vm {

namespace {

Value nameMissing(Interpreter &vm, Symbol name)
{
    return vm.raise(Type::NameError, "name '" + vm.symbolText(name) + "' is not defined");
}

Value localMissing(Interpreter &vm, const FrameObject &frame, std::uint32_t slot)
{
    const std::string &name = vm.symbolText(frame.code.slots[slot].name);
    if (frame.code.slots[slot].kind == CodeSlot::Kind::Free)
        return vm.raise(Type::NameError, "cannot access free variable '" + name +
                                             "' where it is not associated with a value in enclosing scope");
    return vm.raise(Type::UnboundLocalError,
                    "cannot access local variable '" + name + "' where it is not associated with a value");
}

} // namespace

Instructions::Flow Instructions::loadConstant(Interpreter &, FrameObject &frame, std::uint32_t a)
{
    frame.push(frame.code.constants[a]);
    return Flow::Next;
}

// ---------------------------------------------------------------- local variables

Instructions::Flow Instructions::loadLocal(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    return push(frame, frame.slots[a].empty() ? localMissing(vm, frame, a) : frame.slots[a]);
}

Instructions::Flow Instructions::storeLocal(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    Value old = std::exchange(frame.slots[a], frame.pop());
    if (const NameId name = vm.slotName(frame, a)) {
        vm.m_recorder.put(name, frame.slots[a]);
        vm.m_heap.drop(std::move(old), HolderRef::name(name));
    }
    return Flow::Next;
}

Instructions::Flow Instructions::deleteLocal(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    if (frame.slots[a].empty())
        return push(frame, localMissing(vm, frame, a));
    Value old = std::move(frame.slots[a]);
    if (const NameId name = vm.slotName(frame, a)) {
        vm.m_recorder.take(name);
        vm.m_heap.drop(std::move(old), HolderRef::name(name));
    }
    return Flow::Next;
}

// ---------------------------------------------------------------- variables shared with inner functions

Instructions::Flow Instructions::loadCell(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    const Value &content = frame.slots[a].as<CellObject>().content;
    return push(frame, content.empty() ? localMissing(vm, frame, a) : content);
}

Instructions::Flow Instructions::storeCell(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    auto &cell = frame.slots[a].as<CellObject>();
    Value old = std::exchange(cell.content, frame.pop());
    if (frame.code.slots[a].kind == CodeSlot::Kind::Cell && !cell.nameShown)
        cell.nameShown = vm.slotName(frame, a);
    vm.m_recorder.cellChanged(cell);
    vm.m_heap.drop(std::move(old), cell.shownAt());
    return Flow::Next;
}

Instructions::Flow Instructions::deleteCell(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    auto &cell = frame.slots[a].as<CellObject>();
    if (cell.content.empty())
        return push(frame, localMissing(vm, frame, a));
    Value old = std::move(cell.content);
    vm.m_recorder.cellChanged(cell);
    vm.m_heap.drop(std::move(old), cell.shownAt());
    return Flow::Next;
}

Instructions::Flow Instructions::loadClassCell(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    if (const Value *own = frame.names->find(frame.code.slots[a].name))
        return push(frame, *own);
    return loadCell(vm, frame, a);
}

Instructions::Flow Instructions::pushCell(Interpreter &, FrameObject &frame, std::uint32_t a)
{
    frame.push(frame.slots[a]);
    return Flow::Next;
}

Instructions::Flow Instructions::pushClassCell(Interpreter &, FrameObject &frame, std::uint32_t)
{
    frame.push(frame.classCell);
    return Flow::Next;
}

// ---------------------------------------------------------------- names of a class body

Instructions::Flow Instructions::loadName(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    if (const Value *own = frame.names->find({a}))
        return push(frame, *own);
    return loadGlobal(vm, frame, a);
}

Instructions::Flow Instructions::storeName(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    auto &cls = frame.function.as<ClassObject>();
    Value old = cls.attributes.set({a}, frame.pop());
    vm.showClassAttribute(cls, {a}, *cls.attributes.find({a}));
    vm.m_heap.dropReplaced(std::move(old), vm.classAttributeHolder(cls, {a}), *cls.attributes.find({a}));
    return Flow::Next;
}

Instructions::Flow Instructions::deleteName(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    auto &cls = frame.function.as<ClassObject>();
    Value old = cls.attributes.remove({a});
    if (old.empty())
        return push(frame, nameMissing(vm, {a}));
    vm.showClassAttribute(cls, {a}, Value());
    vm.m_heap.drop(std::move(old), vm.classAttributeHolder(cls, {a}));
    return Flow::Next;
}

// ---------------------------------------------------------------- globals

Instructions::Flow Instructions::loadGlobal(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    const Symbol name{a};
    if (const Value *global = vm.m_globals.find(name))
        return push(frame, *global);
    if (const Value *builtin = vm.m_builtins.find(name))
        return push(frame, *builtin);
    return push(frame, nameMissing(vm, name));
}

Instructions::Flow Instructions::storeGlobal(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    const Symbol symbol{a};
    Value old = vm.m_globals.set(symbol, frame.pop());
    if (vm.hiddenGlobal(symbol))
        return Flow::Next;
    const NameId name = vm.m_recorder.name(vm.m_moduleScope, symbol);
    vm.m_recorder.put(name, *vm.m_globals.find(symbol));
    vm.m_heap.dropReplaced(std::move(old), HolderRef::name(name), *vm.m_globals.find(symbol));
    return Flow::Next;
}

Instructions::Flow Instructions::deleteGlobal(Interpreter &vm, FrameObject &frame, std::uint32_t a)
{
    const Symbol symbol{a};
    Value old = vm.m_globals.remove(symbol);
    if (old.empty())
        return push(frame, nameMissing(vm, symbol));
    if (vm.hiddenGlobal(symbol))
        return Flow::Next;
    const NameId name = vm.m_recorder.name(vm.m_moduleScope, symbol);
    vm.m_recorder.take(name);
    vm.m_heap.drop(std::move(old), HolderRef::name(name));
    return Flow::Next;
}

} // namespace tetherscope::vm
