#include "scenario/objects/heap.h"

#include "scenario/objects/containers.h"
#include "scenario/objects/recorder.h"
#include "scenario/objects/weakreference.h"

#include <algorithm>

namespace tetherscope::vm {

HeapObject::HeapObject(Heap &heap, HeapKind kind, Tracking tracking)
    : m_heap(heap)
    , m_kind(kind)
    , m_tracked(tracking == Tracking::Now)
{
    joinEndOf(m_tracked ? heap.m_objects : heap.m_untracked);
    ++heap.m_liveObjects;
}

HeapObject::~HeapObject()
{
    leave();
    --m_heap.m_liveObjects;
}

void HeldVisitor::visit(const Value &held)
{
    if (held.isObject())
        visit(*held.object());
}

bool HeapObject::letGo(Departure &)
{
    return false;
}

void HeapObject::recordContents(Recorder &) {}

void HeapObject::becomeDirty()
{
    m_dirty = true;
    m_heap.m_recorder.noteDirty(*this);
}

void beforeLastRelease(HeapObject &object) noexcept
{
    if (!object.m_dead && !object.m_heap.m_abandoned)
        object.m_heap.lastRelease(object);
}

/// An object in the middle of its death, and the unit of its count that the walk keeps.
struct Heap::Dying
{
    HeapObject *object;
    Value unit; ///< empty for the first: its unit is the handle that is being released
};

void Heap::drop(Value old, HolderRef holder)
{
    if (!old.isObject())
        return;
    HeapObject &object = *old.object();
    if (!object.id())
        return;
    if (object.useCount() == 1) {
        m_dropHolder = holder;
        return; // lastRelease() is called when `old` ends
    }
    m_recorder.prepare();
    old = Value();
    m_recorder.released(object, holder);
}

void Heap::dropReplaced(Value old, HolderRef holder, const Value &now)
{
    if (!old.isObject() || old.useCount() > 1 || !now.isObject()) {
        drop(std::move(old), holder);
        return;
    }
    const Value held = now; // what dies may take `now` out again: it dies behind all that dies of `old`
    m_recorder.lend({&held, 1});
    drop(std::move(old), holder);
    m_recorder.endLoans();
}

void Heap::lastRelease(HeapObject &object)
{
    const HolderRef holder = std::exchange(m_dropHolder, HolderRef{});
    if (farewell(object, holder))
        bury(object);
}

bool Heap::farewell(HeapObject &object, HolderRef holder)
{
    if (object.m_id)
        m_recorder.lastUnit(object, holder);
    m_rites.evict(object);
    if (!object.m_finalized && m_rites.hasFinalizer(object) && !finalize(object))
        return false;
    clearWeakReferences(object);
    return true;
}

/// False if the object was saved.
bool Heap::finalize(HeapObject &object)
{
    object.m_finalized = true;
    m_recorder.lendToFinalizer(object);
    m_rites.callFinalizer(object);
    if (object.useCount() > 1) {
        noteSaved(object);
        object.touch();
        return false;
    }
    if (object.m_id) // an exception may have found nobody to show it, if the call of __del__ has failed
        m_recorder.lastUnit(object, HolderRef::inFlight());
    return true;
}

/// Its __del__ is over and something holds it. But a stopped frame holds without having saved.
void Heap::noteSaved(HeapObject &object)
{
    if (!m_rites.halted())
        m_recorder.resurrected(object);
}

void Heap::track(HeapObject &object)
{
    if (!std::exchange(object.m_tracked, true))
        object.joinEndOf(m_objects);
}

void Heap::clearWeakReferences(HeapObject &object)
{
    std::vector<Value> called;
    const std::vector<WeakReferenceObject *> references = object.m_weakReferences;
    for (WeakReferenceObject *reference : references) {
        m_recorder.cleared(*reference);
        reference->clear();
        if (!reference->callback.empty() && reference->useCount() > 0)
            called.push_back(Value::share(*reference));
    }
    std::reverse(called.begin(), called.end()); // the newest first
    if (called.size() == 1) {
        Value callback = takeCallback(called.front());
        m_rites.callCallback(std::move(called.front()), std::move(callback));
        return;
    }
    std::vector<Value> callbacks;
    callbacks.reserve(called.size());
    for (const Value &reference : called)
        callbacks.push_back(takeCallback(reference));
    for (std::size_t index = 0; index < called.size(); ++index)
        m_rites.callCallback(called[index], callbacks[index]);
    for (; !called.empty(); called.pop_back()) // several are kept until all have been called
        callbacks.pop_back();
}

Value Heap::takeCallback(const Value &reference)
{
    auto &dead = reference.as<WeakReferenceObject>();
    if (dead.callbackSlot)
        m_recorder.take(std::exchange(dead.callbackSlot, {}));
    return std::move(dead.callback);
}

void Heap::bury(HeapObject &first)
{
    std::vector<Dying> dying;
    dying.push_back({&first, Value()});
    while (!dying.empty()) {
        HeapObject &object = *dying.back().object;
        Departure departure;
        if (!object.letGo(departure)) {
            close(object);
            dying.pop_back();
            continue;
        }
        if (departure.slot && departure.value.isObject())
            m_recorder.take(departure.slot);
        HeapObject *held = departure.value.object();
        const HolderRef holder = departure.slot ? HolderRef::slot(departure.slot) : HolderRef::inFlight();
        if (held == nullptr || held->useCount() > 1)
            drop(std::move(departure.value), holder);
        else if (farewell(*held, holder))
            dying.push_back({held, std::move(departure.value)});
    }
}

void Heap::close(HeapObject &object)
{
    if (object.m_id)
        m_recorder.freed(object);
    m_elements -= object.m_charged;
    object.m_charged = 0;
    object.m_dead = true;
}

bool Heap::charge(HeapObject &object, std::size_t elements, std::size_t limit)
{
    const std::size_t others = m_elements - object.m_charged;
    if (elements > limit || others + elements > limit)
        return false;
    m_elements = others + elements;
    object.m_charged = static_cast<std::uint32_t>(elements);
    return true;
}

Value Heap::emptyTuple()
{
    if (m_emptyTuple.empty())
        m_emptyTuple = Value(make<TupleObject>(std::vector<Value>(), Tracking::Later));
    return m_emptyTuple;
}

std::uint64_t Heap::addressOf(HeapObject &object)
{
    if (object.m_address == 0) {
        object.m_address = m_nextAddress;
        m_nextAddress += 0x10;
    }
    return object.m_address;
}

void Heap::abandon()
{
    if (std::exchange(m_abandoned, true))
        return;
    forEach([](HeapObject &object) { object.m_id = {}; }); // nothing is recorded any more
    // Each object is kept while all of them are emptied: so none ends inside the end of another, however long
    // the chain.
    std::vector<Handle> kept;
    forEach([&](HeapObject &object) { kept.push_back(Handle::share(object)); });
    for (const Handle &object : kept) {
        Departure departure;
        while (object->letGo(departure))
            departure.value = Value();
    }
}

} // namespace tetherscope::vm
