#pragma once

#include "scenario/objects/namespacemap.h"

#include <tetherscope/weakcache.h>

#include <memory>
#include <string>

namespace tetherscope::vm {

class Arguments;
class Interpreter;
class InstanceObject;

/// A function of the interpreter that the scenario can call. An empty result: an exception is pending.
using NativeCall = Value (*)(Interpreter &vm, Arguments &arguments);

/// The order in which the instances of one class let go of their attributes: that in which the names first
/// appeared on any of them, as CPython's key-sharing dictionaries keep it, with their limit.
class AttributeOrder
{
public:
    void instanceMade()
    {
        if (m_room > 1)
            --m_room;
    }
    /// False if there is no room: the instance keeps an order of its own from now on.
    bool admit(Symbol name);
    std::size_t rank(Symbol name) const;
    const std::vector<Symbol> &names() const { return m_names; }

private:
    std::vector<Symbol> m_names;
    int m_room = 30;
};

/// The rows of a class under @weak_cached: keys on one side, the core's cache on the other.
struct CachedClass;

/// A class. Never drawn, and never dies on the count path: it holds itself, as a class of CPython does.
class ClassObject final : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::Class;
    using Construct = Value (*)(Interpreter &vm, Arguments arguments);
    ClassObject(Heap &heap, Symbol className, std::string qualified, Value baseClass);
    ~ClassObject() override;
    bool letGo(Departure &departure) override;
    void visitHeld(HeldVisitor &visitor) const override;

    ClassObject *base() const { return baseValue.to<ClassObject>(); }
    std::size_t depth() const; ///< classes above it
    bool isSubclassOf(const ClassObject &other) const;
    /// The attribute as this class or the nearest base has it; null: none of them.
    const Value *lookUp(Symbol name) const;
    /// The same, beginning behind `after`, which is this class or a base of it.
    const Value *lookUpAfter(const ClassObject &after, Symbol name) const;

    Symbol name;
    std::string qualifiedName;
    bool builtin = false;
    Value baseValue;
    NamespaceMap attributes;
    ScopeId scope; ///< of its attributes that hold objects
    AttributeOrder attributeOrder;
    /// How a built-in class makes its instances; null: by __new__ and __init__. Not inherited.
    Construct construct = nullptr;
    std::vector<Symbol> fields; ///< the annotated names of its body, in order
    std::unique_ptr<CachedClass> cached;
    Value self; ///< the cycle that keeps it

private:
    std::size_t m_departed = 0;
};

/// An instance of a class of the scenario (exceptions derive from it).
class InstanceObject : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::Instance;
    struct Attribute
    {
        Symbol name;
        Value value;
    };

    InstanceObject(Heap &heap, Value classValue, HeapKind kind = HeapKind::Instance,
                   Tracking tracking = Tracking::Now);
    bool letGo(Departure &departure) override;
    bool letGoAsGarbage(Departure &departure) override { return letGoAttribute(departure); }
    void visitHeld(HeldVisitor &visitor) const override;

    ClassObject &cls() const { return m_class.as<ClassObject>(); }
    const Value &classValue() const { return m_class; }
    const std::vector<Attribute> &attributes() const { return m_attributes; }
    const Value *attribute(Symbol attributeName) const;
    /// Returns what the attribute held before.
    Value setAttribute(Symbol attributeName, Value value);
    /// Returns what it held; empty if it was not there.
    Value removeAttribute(Symbol attributeName);

protected:
    SlotId attributeSlot(Symbol attributeName);
    bool letGoAttribute(Departure &departure);
    void visitAttributes(HeldVisitor &visitor) const;

private:
    void admit(Symbol attributeName);
    void orderForDeparture();

    Value m_class;
    std::vector<Attribute> m_attributes; ///< in this instance's own order; reversed once it dies
    Handle m_ownDict;                    ///< as the collector sees them, if they are in an order of their own
    bool m_sharesOrder = true;
    bool m_departing = false;
};

class ModuleObject final : public HeapObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::Module;
    ModuleObject(Heap &heap, Symbol moduleName)
        : HeapObject(heap, heapKind)
        , name(moduleName)
    {
    }
    Symbol name;
    NamespaceMap attributes;
};

} // namespace tetherscope::vm
