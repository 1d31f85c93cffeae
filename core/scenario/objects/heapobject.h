#pragma once

#include "graph/ids.h"

#include <tetherscope/ref.h>
#include <tetherscope/weakref.h>

#include <cstdint>
#include <vector>

namespace tetherscope::vm {

class Heap;
class HeapObject;
class Recorder;
class Value;
class WeakReferenceObject;
struct Departure;

/// The core's own counted handle: what a Value holds, and what the drawn counts are read from.
using Handle = Ref<HeapObject, SingleThread>;
using WeakHandle = WeakRef<HeapObject, SingleThread>;

enum class HeapKind : std::uint8_t {
    Instance,
    Exception,
    List,
    Tuple,
    Dict,
    Set,
    String,
    Function,
    Native,
    Method,
    StaticMethod,
    ClassMethod,
    Class,
    Module,
    Cell,
    WeakReference,
    Iterator,
    View,
    Slice,
    Range,
    Super,
    Frame,
    Generator,
    WeakContainer,
    Proxy,
    Finalizer,
    Traceback,
    Inner,
};

/// Whether the collector knows an object from its birth on, or only once it is told: Heap::track().
enum class Tracking : std::uint8_t { Now, Later };

/// Sees what an object holds; for the collector.
class HeldVisitor
{
public:
    virtual ~HeldVisitor() = default;
    virtual void visit(HeapObject &held) = 0;
    void visit(const Value &held);
};

/// A link in one of the collector's lists; alone it is a list's beginning and end.
struct ChainLink
{
    ChainLink *previous = this;
    ChainLink *next = this;

    ChainLink() = default;
    ChainLink(const ChainLink &) = delete;
    ChainLink &operator=(const ChainLink &) = delete;
    bool alone() const { return next == this; }
    void leave()
    {
        previous->next = next;
        next->previous = previous;
        previous = next = this;
    }
    /// Leaves its list and becomes the last of the one that begins with `list`.
    void joinEndOf(ChainLink &list)
    {
        leave();
        previous = list.previous;
        next = &list;
        list.previous->next = this;
        list.previous = this;
    }
};

/// One object of the scenario's heap: everything that is counted.
///
/// It is drawn (has an id) if the contract makes it an object of the picture: instances, lists, dicts, sets
/// and weak references from birth, tuples if they hold such, functions, methods, iterators and exceptions
/// from the moment a name or slot holds them. The others only keep their count.
///
/// Lifetime  By handles. When the last one goes, the Heap carries out the death as Python orders it, while
///           the count is still one; the C++ destructor runs last and finds the object empty.
/// Threads   That of its Heap.
class HeapObject : private ChainLink
{
public:
    HeapObject(Heap &heap, HeapKind kind, Tracking tracking = Tracking::Now);
    virtual ~HeapObject();
    HeapObject(const HeapObject &) = delete;
    HeapObject &operator=(const HeapObject &) = delete;

    HeapKind kind() const { return m_kind; }
    Heap &heap() const { return m_heap; }
    ObjectId id() const { return m_id; }
    std::uint32_t useCount() const { return useCountOf<SingleThread>(*this); }

    /// Notes that a unit of the count came or goes: the recorder compares before it records anything.
    void touch()
    {
        if (m_id && !m_dirty)
            becomeDirty();
    }

    /// Moves the next thing that the dying object holds into `departure`, in CPython's order; false: no more.
    virtual bool letGo(Departure &departure);
    /// The same for garbage that the collector takes apart: without what a later death still needs.
    virtual bool letGoAsGarbage(Departure &departure) { return letGo(departure); }
    /// In CPython's order: it decides in which order a collection leaves what survives it.
    virtual void visitHeld(HeldVisitor &) const {}
    /// After a collection that it has survived: whether all it holds is plain, so that CPython's collector
    /// need not know it.
    virtual bool holdsPlainOnly() const { return false; }
    /// Whether an object without an id is to be drawn once something holds it.
    virtual bool wantsCard() const { return false; }
    /// Records what it holds already: it has just become an object of the picture.
    virtual void recordContents(Recorder &recorder);

    const std::vector<WeakReferenceObject *> &weakReferences() const { return m_weakReferences; }
    bool tracked() const { return m_tracked; }

protected:
    friend class Collector;
    friend class Heap;
    friend class Recorder;
    friend class WeakReferenceObject;
    friend void beforeLastRelease(HeapObject &object) noexcept;

private:
    void becomeDirty();

    Heap &m_heap;
    std::vector<WeakReferenceObject *> m_weakReferences; ///< the oldest first; each unlinks itself
    ObjectId m_id;
    std::int64_t m_outside = 0;   ///< while the collector runs: units that no object it looks at accounts for
    std::uint32_t m_lent = 0;     ///< units of operands that are not shown; see Recorder::lend()
    std::uint32_t m_recorded = 0; ///< the count that the events so far add up to
    const HeapKind m_kind;
    bool m_dirty = false;
    bool m_dying = false;     ///< between its last unit and its end: that unit is recorded as gone already
    bool m_finalized = false; ///< its __del__ has been called: never again
    bool m_tracked = true;    ///< in the collector's list, as far as CPython is concerned
    bool m_setAside = false;  ///< unreachable as far as the collector has seen
    bool m_garbage = false;   ///< the collector that is running takes it for unreachable
    bool m_dead = false;      ///< its death is done, only the memory is left
    std::uint32_t m_hiddenPlaces = 0; ///< names and slots that hold it while it is not drawn
    std::uint32_t m_charged = 0;      ///< elements that count towards the limit
    std::uint64_t m_address = 0;      ///< made up when first asked for; 0: not yet
};

/// The hook of the core's SingleThread policy: the last handle is about to go.
void beforeLastRelease(HeapObject &object) noexcept;

} // namespace tetherscope::vm
