#include "scenario/objects/classobject.h"

#include "scenario/objects/cachedclass.h"
#include "scenario/objects/heap.h"
#include "scenario/objects/inner.h"
#include "scenario/objects/recorder.h"

#include <algorithm>

namespace tetherscope::vm {

bool AttributeOrder::admit(Symbol name)
{
    if (std::find(m_names.begin(), m_names.end(), name) != m_names.end())
        return true;
    if (m_room <= 0)
        return false;
    --m_room;
    m_names.push_back(name);
    return true;
}

std::size_t AttributeOrder::rank(Symbol name) const
{
    return static_cast<std::size_t>(std::find(m_names.begin(), m_names.end(), name) - m_names.begin());
}

ClassObject::ClassObject(Heap &heap, Symbol className, std::string qualified, Value baseClass)
    : HeapObject(heap, heapKind)
    , name(className)
    , qualifiedName(std::move(qualified))
    , baseValue(std::move(baseClass))
{
}

ClassObject::~ClassObject() = default;

std::size_t ClassObject::depth() const
{
    std::size_t above = 0;
    for (const ClassObject *cls = base(); cls != nullptr; cls = cls->base())
        ++above;
    return above;
}

bool ClassObject::isSubclassOf(const ClassObject &other) const
{
    for (const ClassObject *cls = this; cls != nullptr; cls = cls->base()) {
        if (cls == &other)
            return true;
    }
    return false;
}

const Value *ClassObject::lookUp(Symbol wanted) const
{
    for (const ClassObject *cls = this; cls != nullptr; cls = cls->base()) {
        if (const Value *found = cls->attributes.find(wanted))
            return found;
    }
    return nullptr;
}

const Value *ClassObject::lookUpAfter(const ClassObject &after, Symbol wanted) const
{
    const ClassObject *cls = this;
    while (cls != nullptr && cls != &after)
        cls = cls->base();
    return cls == nullptr || cls->base() == nullptr ? nullptr : cls->base()->lookUp(wanted);
}

/// The attributes in their order, then the base, and the class itself last.
bool ClassObject::letGo(Departure &departure)
{
    Recorder &recorder = heap().recorder();
    while (m_departed < attributes.entries().size()) {
        NamespaceMap::Entry &entry = attributes.entries()[m_departed++];
        if (entry.value.empty())
            continue;
        if (scope && !heap().abandoned())
            recorder.take(recorder.name(scope, entry.name));
        departure = {attributes.remove(entry.name), {}};
        return true;
    }
    departure = {std::move(baseValue.empty() ? self : baseValue), {}};
    return !departure.value.empty();
}

void ClassObject::visitHeld(HeldVisitor &visitor) const
{
    for (const NamespaceMap::Entry &entry : attributes.entries())
        visitor.visit(entry.value);
    visitor.visit(baseValue);
    visitor.visit(self);
}

InstanceObject::InstanceObject(Heap &heap, Value classValue, HeapKind kind, Tracking tracking)
    : HeapObject(heap, kind, tracking)
    , m_class(std::move(classValue))
    , m_sharesOrder(kind == HeapKind::Instance)
{
    if (m_sharesOrder)
        cls().attributeOrder.instanceMade();
}

const Value *InstanceObject::attribute(Symbol attributeName) const
{
    for (const Attribute &attribute : m_attributes) {
        if (attribute.name == attributeName)
            return &attribute.value;
    }
    return nullptr;
}

Value InstanceObject::setAttribute(Symbol attributeName, Value value)
{
    const auto known =
        std::find_if(m_attributes.begin(), m_attributes.end(),
                     [&](const Attribute &attribute) { return attribute.name == attributeName; });
    if (known != m_attributes.end()) {
        known->value.swap(value);
    } else {
        admit(attributeName);
        m_attributes.push_back({attributeName, std::exchange(value, {})});
    }
    if (!m_sharesOrder)
        InnerDict::keep(m_ownDict, heap(), m_attributes);
    return value;
}

/// Into the order of the class; where there is no room for it, the instance has an order of its own.
void InstanceObject::admit(Symbol attributeName)
{
    if (m_sharesOrder)
        m_sharesOrder = cls().attributeOrder.admit(attributeName);
}

Value InstanceObject::removeAttribute(Symbol attributeName)
{
    const auto found =
        std::find_if(m_attributes.begin(), m_attributes.end(),
                     [&](const Attribute &attribute) { return attribute.name == attributeName; });
    if (found == m_attributes.end()) {
        admit(attributeName); // as in CPython, which finds the place for the name first
        return {};
    }
    Value old = std::move(found->value);
    m_attributes.erase(found);
    return old;
}

SlotId InstanceObject::attributeSlot(Symbol attributeName)
{
    return id() ? heap().recorder().attributeSlot(id(), attributeName) : SlotId{};
}

void InstanceObject::orderForDeparture()
{
    m_departing = true;
    if (m_sharesOrder && !m_class.empty()) {
        const AttributeOrder &order = cls().attributeOrder;
        std::stable_sort(m_attributes.begin(), m_attributes.end(),
                         [&](const Attribute &left, const Attribute &right) {
                             return order.rank(left.name) < order.rank(right.name);
                         });
    }
    std::reverse(m_attributes.begin(), m_attributes.end());
}

bool InstanceObject::letGoAttribute(Departure &departure)
{
    if (!m_departing)
        orderForDeparture();
    if (m_attributes.empty()) {
        m_departing = false; // it may get new ones, if it is only taken apart
        return false;
    }
    departure.slot = attributeSlot(m_attributes.back().name);
    departure.value = std::move(m_attributes.back().value);
    m_attributes.pop_back();
    return true;
}

bool InstanceObject::letGo(Departure &departure)
{
    if (letGoAttribute(departure))
        return true;
    departure.slot = {};
    departure.value = std::move(m_class);
    return !departure.value.empty();
}

void InstanceObject::visitHeld(HeldVisitor &visitor) const
{
    visitAttributes(visitor);
    visitor.visit(m_class);
}

/// In the order of their names' first appearance in the class, where it is shared.
void InstanceObject::visitAttributes(HeldVisitor &visitor) const
{
    if (m_ownDict) {
        visitor.visit(*m_ownDict);
        return;
    }
    if (m_attributes.size() < 2 || m_departing) {
        for (const Attribute &attribute : m_attributes)
            visitor.visit(attribute.value);
        return;
    }
    for (const Symbol name : cls().attributeOrder.names()) {
        if (const Value *value = attribute(name))
            visitor.visit(*value);
    }
}

} // namespace tetherscope::vm
