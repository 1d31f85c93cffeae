#pragma once

#include "graph/event.h"
#include "scenario/objects/value.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace tetherscope::vm {

class InstanceObject;
class Recorder;
class WeakReferenceObject;

/// What the Heap asks of the interpreter when an object dies: to run the scenario's own code.
class LastRites
{
public:
    virtual ~LastRites() = default;
    virtual bool hasFinalizer(const HeapObject &object) const = 0;
    virtual void callFinalizer(HeapObject &object) = 0;
    /// The object's class is under @weak_cached: its row goes before anything else.
    virtual void evict(HeapObject &object) = 0;
    virtual void callCallback(Value reference, Value callback) = 0;
    /// The run was stopped in the middle of what it did: frames still hold what they held then.
    virtual bool halted() const = 0;
};

/// Makes the objects of one run and carries out their deaths.
///
/// A death on the count path is CPython's: the count falls to zero; `__del__` runs, lent one unit, and may
/// save the object; weak references stop answering, their callbacks run, the newest first; what the object
/// held is let go in order, and what dies of that dies at once, before the next. The walk keeps its own
/// stack, so that a chain of any length needs no more of the machine's.
///
/// Lifetime  Outlives every Value of the run. At its end abandon() comes first, then the Values go.
class Heap
{
public:
    Heap(Recorder &recorder, LastRites &rites)
        : m_recorder(recorder)
        , m_rites(rites)
    {
    }
    Heap(const Heap &) = delete;
    Heap &operator=(const Heap &) = delete;

    template<typename T, typename... Args>
    Ref<T, SingleThread> make(Args &&...args)
    {
        return makeRef<T, SingleThread>(*this, std::forward<Args>(args)...);
    }

    Recorder &recorder() { return m_recorder; }
    /// Lets a value go that a name or slot held (already recorded as unbound or unlinked).
    void drop(Value old, HolderRef holder);
    /// The same, where the evaluation stack of CPython still holds the value that has taken its place.
    void dropReplaced(Value old, HolderRef holder, const Value &now);
    /// Whether the object may have `elements` elements from now on; counts them in if so.
    bool charge(HeapObject &object, std::size_t elements, std::size_t limit);
    template<typename Function>
    void forEach(Function &&function) const
    {
        for (const ChainLink *list : {&m_untracked, &m_objects}) {
            for (ChainLink *link = list->next; link != list;) {
                auto &object = static_cast<HeapObject &>(*link);
                link = link->next;
                function(object);
            }
        }
    }
    /// The collector knows the object from now on, as the last in its list; what it knows already keeps its
    /// place. CPython tracks a dictionary from its first tracked content on, a frame from its end on.
    void track(HeapObject &object);
    /// Finds the objects that only hold each other, and ends them; returns how many of the picture they were.
    std::size_t collect();
    /// (), of which there is one only.
    Value emptyTuple();
    std::size_t functionsAsked = 0; ///< whether they are to be drawn, one because of the other
    bool collectorEnabled = false;  ///< what the scenario has been told: a collection runs only when it asks
    std::size_t liveObjects() const { return m_liveObjects; }
    std::size_t elements() const { return m_elements; }
    /// Of all strings alive.
    std::size_t textBytes() const { return m_textBytes; }
    void textMade(std::size_t bytes) { m_textBytes += bytes; }
    void textGone(std::size_t bytes) { m_textBytes -= bytes; }
    /// Made up, distinct, and the same in every run: given out in the order of asking.
    std::uint64_t addressOf(HeapObject &object);

    /// The run is over, and the rest is only memory: empties all objects, runs and records nothing.
    void abandon();
    bool abandoned() const { return m_abandoned; }

private:
    friend class Collector;
    friend class HeapObject;
    friend void beforeLastRelease(HeapObject &object) noexcept;
    struct Dying;

    void lastRelease(HeapObject &object);
    bool farewell(HeapObject &object, HolderRef holder);
    bool finalize(HeapObject &object);
    void noteSaved(HeapObject &object);
    void clearWeakReferences(HeapObject &object);
    Value takeCallback(const Value &reference);
    void bury(HeapObject &object);
    void close(HeapObject &object);

    Recorder &m_recorder;
    LastRites &m_rites;
    ChainLink m_objects;   ///< the collector's list: in order of creation, but for what it has moved
    ChainLink m_untracked; ///< what it does not know
    std::size_t m_liveObjects = 0;
    std::size_t m_elements = 0;
    std::size_t m_textBytes = 0;
    std::uint64_t m_nextAddress = 0x7f0000000010;
    HolderRef m_dropHolder; ///< who lets go in the drop() that is going on
    Value m_emptyTuple;
    bool m_collecting = false;
    bool m_abandoned = false;
};

} // namespace tetherscope::vm
