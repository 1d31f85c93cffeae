#pragma once

#include "scenario/machine/interpreter.h"
#include "scenario/objects/weakreference.h"

namespace tetherscope::vm {

/// What `weakref.finalize(object, function, …)` makes: it calls the function once, when the object has died
/// or when somebody calls it. Until then it is held by a registry, and holds function and arguments. Source
/// finalize of Lib/weakref.py, CPython 3.11.
class FinalizerObject final : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::Finalizer;
    /// The first argument is the object, the second the function.
    FinalizerObject(Heap &heap, const Arguments &arguments);
    bool letGo(Departure &departure) override;
    void visitHeld(HeldVisitor &visitor) const override;

    /// Puts it into the registry, and shows what it holds. Requires: it has been born.
    void begin(HeapObject &target);
    bool alive() const { return !m_registered.empty(); }
    Value call(Interpreter &vm);
    /// What it would have called, as a tuple, with the object first; it never will. None: it is over.
    Value detach(Interpreter &vm);
    Value peek(Interpreter &vm) const;
    const WeakReferenceObject &reference() const { return m_reference.as<WeakReferenceObject>(); }

    bool atExit = true; ///< what the scenario has asked for; a run ends without an exit

private:
    /// The function, the arguments, the reference: taken out of their places, to be let go by the caller.
    std::vector<Value> takeAll();
    std::vector<SlotId> m_slots; ///< of the function and each argument
    std::vector<Value> m_held;   ///< the function, then the arguments, those by keyword last
    std::vector<Symbol> m_keywords;
    Value m_reference;
    Value m_registered; ///< itself, while it waits: the registry's hold
};

} // namespace tetherscope::vm
