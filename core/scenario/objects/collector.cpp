#include "scenario/objects/collector.h"

#include "scenario/objects/recorder.h"
#include "scenario/objects/weakreference.h"

#include <utility>

namespace tetherscope::vm {

namespace {

template<typename Function>
class FunctionVisitor final : public HeldVisitor
{
public:
    explicit FunctionVisitor(Function function)
        : m_function(std::move(function))
    {
    }
    using HeldVisitor::visit;
    void visit(HeapObject &held) override { m_function(held); }

private:
    Function m_function;
};

} // namespace

/// The collector's own unit of an object it works on: it is counted, and never shown.
struct Collector::Hold
{
    explicit Hold(HeapObject &object)
        : handle(Handle::share(object))
    {
        ++handle->m_lent;
    }
    Hold(const Hold &) = delete;
    Hold &operator=(const Hold &) = delete;
    ~Hold()
    {
        --handle->m_lent;
        handle->touch();
    }

    const Handle handle;
};

std::size_t Heap::collect()
{
    if (std::exchange(m_collecting, true))
        return 0;
    const std::size_t found = Collector(*this).run();
    m_collecting = false;
    return found;
}

/// Moves to `garbage` what nothing outside `examined` leads to. What stays keeps its place, unless it was
/// reached only from something behind it: then it goes to the end, as CPython's move_unreachable() has it.
void Collector::divide(ChainLink &examined, ChainLink &garbage)
{
    for (ChainLink *link = examined.next; link != &examined; link = link->next) {
        objectOf(*link).m_outside = objectOf(*link).useCount();
        objectOf(*link).m_garbage = true; // it is being looked at
    }
    FunctionVisitor discount([](HeapObject &held) {
        if (held.m_garbage)
            --held.m_outside;
    });
    for (ChainLink *link = examined.next; link != &examined; link = link->next)
        objectOf(*link).visitHeld(discount);
    FunctionVisitor reach([&](HeapObject &held) {
        if (!held.m_garbage || held.m_outside != 0)
            return;
        held.m_outside = 1;
        if (held.m_setAside) {
            held.m_setAside = false;
            held.joinEndOf(examined);
        }
    });
    for (ChainLink *link = examined.next; link != &examined;) {
        HeapObject &object = objectOf(*link);
        if (object.m_outside != 0) {
            object.visitHeld(reach);
            object.m_garbage = false;
            link = link->next;
            continue;
        }
        link = link->next;
        object.m_setAside = true;
        object.joinEndOf(garbage);
    }
    for (ChainLink *link = garbage.next; link != &garbage; link = link->next)
        objectOf(*link).m_setAside = false;
}

std::size_t Collector::run()
{
    divide(m_heap.m_objects, m_garbage);
    const std::size_t found = drawn();
    m_heap.m_recorder.note(events::collect(static_cast<std::uint32_t>(found)));
    clearWeakReferences();
    finalize();
    spareSaved();
    takeApart();
    untrackPlain();
    return found;
}

std::size_t Collector::drawn() const
{
    std::size_t count = 0;
    for (const ChainLink *link = m_garbage.next; link != &m_garbage; link = link->next)
        count += static_cast<const HeapObject *>(link)->id() ? 1 : 0;
    return count;
}

/// All references to garbage, and all references that are garbage, answer no longer; only then callbacks run,
/// those of references that are not garbage themselves.
void Collector::clearWeakReferences()
{
    std::vector<Value> called;
    const auto clear = [&](WeakReferenceObject &reference) {
        if (reference.watched() == nullptr)
            return; // garbage itself, and cleared as such
        m_heap.m_recorder.cleared(reference);
        reference.clear();
    };
    for (ChainLink *link = m_garbage.next; link != &m_garbage; link = link->next) {
        HeapObject &object = objectOf(*link);
        if (object.kind() == HeapKind::WeakReference || object.kind() == HeapKind::Proxy)
            clear(static_cast<WeakReferenceObject &>(object));
        const std::vector<WeakReferenceObject *> references = object.weakReferences();
        for (std::size_t left = references.size(); left > 0; --left) { // the newest first
            WeakReferenceObject &reference = *references[left - 1];
            clear(reference);
            if (!reference.callback.empty() && !reference.m_garbage)
                called.push_back(Value::share(reference));
        }
    }
    for (Value &reference : called) { // here, unlike on the count path, the reference keeps its callback
        Value callback = reference.as<WeakReferenceObject>().callback;
        if (!callback.empty())
            m_heap.m_rites.callCallback(std::move(reference), std::move(callback));
    }
}

void Collector::finalize()
{
    ChainLink waiting;
    while (!m_garbage.alone()) {
        HeapObject &object = objectOf(*m_garbage.next);
        object.joinEndOf(waiting);
        m_heap.m_rites.evict(object);
        if (object.m_finalized || !m_heap.m_rites.hasFinalizer(object))
            continue;
        const Hold kept(object);
        object.m_finalized = true;
        m_heap.m_recorder.finalizingGarbage(object);
        m_heap.m_rites.callFinalizer(object);
    }
    while (!waiting.alone())
        objectOf(*waiting.next).joinEndOf(m_garbage);
}

/// A __del__ may have made something reachable again: that stays, with all it leads to.
void Collector::spareSaved()
{
    ChainLink stillGarbage;
    divide(m_garbage, stillGarbage);
    while (!m_garbage.alone()) {
        HeapObject &saved = objectOf(*m_garbage.next);
        if (saved.m_finalized)
            m_heap.noteSaved(saved);
        saved.joinEndOf(m_heap.m_objects);
    }
    while (!stillGarbage.alone())
        objectOf(*stillGarbage.next).joinEndOf(m_garbage);
}

/// What each object holds is taken from it; what nobody holds then dies of it, on the usual path.
void Collector::takeApart()
{
    while (!m_garbage.alone()) {
        HeapObject &object = objectOf(*m_garbage.next);
        const Hold kept(object);
        object.joinEndOf(m_heap.m_objects); // whatever survives this is an object like any other
        object.m_garbage = false;
        for (Departure departure; object.letGoAsGarbage(departure);) {
            if (departure.slot && departure.value.isObject())
                m_heap.m_recorder.take(departure.slot);
            const HolderRef holder = departure.slot ? HolderRef::slot(departure.slot) : HolderRef::inFlight();
            m_heap.drop(std::move(departure.value), holder);
            departure = {};
        }
    }
}

/// Dictionaries and tuples without content that could be part of a cycle leave the list.
void Collector::untrackPlain()
{
    for (ChainLink *link = m_heap.m_objects.next; link != &m_heap.m_objects;) {
        HeapObject &object = objectOf(*link);
        link = link->next;
        if (object.holdsPlainOnly()) {
            object.m_tracked = false;
            object.joinEndOf(m_heap.m_untracked);
        }
    }
}

} // namespace tetherscope::vm
