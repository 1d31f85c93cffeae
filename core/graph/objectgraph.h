#pragma once

#include "graph/event.h"
#include "graph/idlists.h"
#include "graph/lexicon.h"

#include <cstdint>
#include <vector>

namespace tetherscope {

/// One object at one moment.
struct ObjectState
{
    std::uint32_t strong = 0; ///< the handle's count
    std::uint32_t held = 0;   ///< units of it that names and strong slots account for
    std::uint32_t weak = 0;   ///< live weak slots and cache rows that point here
    bool alive = false;
    bool finalizing = false; ///< its __del__ runs; stays so at a death out of it

    std::uint32_t unaccounted() const { return strong - held; }
    friend bool operator==(const ObjectState &, const ObjectState &) = default;
};

/// What a name is bound to: an object, a plain value, or nothing.
struct Binding
{
    ObjectId object = {};
    TextId value = {};

    bool bound() const { return bool(object) || bool(value); }
    friend bool operator==(const Binding &, const Binding &) = default;
};

/// What a slot holds: an object, a plain value, a dead weak reference, or nothing.
struct SlotState
{
    ObjectId object = {};
    TextId value = {};
    bool dead = false;

    bool filled() const { return bool(object) || bool(value) || dead; }
    friend bool operator==(const SlotState &, const SlotState &) = default;
};

enum class EntryState : std::uint8_t { Absent, Live, Expired, Replaced };

struct CacheEntryState
{
    ObjectId object = {};
    EntryState state = EntryState::Absent;
    friend bool operator==(const CacheEntryState &, const CacheEntryState &) = default;
};

struct CacheState
{
    std::uint32_t hits = 0;
    std::uint32_t misses = 0;
    std::uint32_t evicted = 0;
    bool made = false; ///< its class has been defined

    /// Is there to be shown: a run need not tell of the class, a row tells of it too.
    bool exists() const { return made || misses > 0; }
    friend bool operator==(const CacheState &, const CacheState &) = default;
};

/// A call that is running. `callerLine` is where its caller waits (0: called by no line).
struct Frame
{
    ScopeId scope = {};
    std::uint32_t callerLine = 0;
    friend bool operator==(const Frame &, const Frame &) = default;
};

/// Everything that exists at one moment of a run: names, objects with counts, strong and weak slots, caches,
/// running calls. A value: copied to keep a moment, changed only by applying and reverting events.
///
/// Tables are indexed by the Lexicon's ids and are as long as what was mentioned so far; an id beyond the end
/// is simply absent. Two graphs that were reached by different ways to the same moment are equal. Of an
/// object that has died, slots that were not taken away before stay as they were: ask for the living first.
/// Source: the state of a foresighted, reversible run is a bitset and a value array plus deltas; see
///         Diehl, Görg and Kerren, "Preserving the Mental Map using Foresighted Layout", VisSym 2001.
class ObjectGraph
{
public:
    /// Requires: the event happened right after this moment.
    void apply(const Event &event, const Lexicon &lexicon);
    /// Requires: the event is the last one applied.
    void revert(const Event &event, const Lexicon &lexicon);

    ObjectState object(ObjectId id) const { return at(m_objects, id); }
    Binding binding(NameId id) const { return at(m_bindings, id); }
    SlotState slot(SlotId id) const { return at(m_slots, id); }
    CacheEntryState entry(EntryId id) const { return at(m_entries, id); }
    CacheState cache(CacheId id) const { return at(m_caches, id); }
    bool alive(ObjectId id) const { return object(id).alive; }

    /// The living, in order of birth.
    IdRange<ObjectId> living() const { return m_living.range(0); }
    /// The names that are bound, in order of first binding over the whole run.
    IdRange<NameId> boundNames() const { return m_bound.range(0); }
    /// The object's slots that hold something or are dead, in order of first appearance over the whole run.
    IdRange<SlotId> filledSlots(ObjectId id) const { return m_filled.range(id.index()); }
    /// The cache's rows that are there, in order of first appearance over the whole run.
    IdRange<EntryId> presentEntries(CacheId id) const { return m_present.range(id.index()); }
    /// Running calls, the outermost first.
    const std::vector<Frame> &frames() const { return m_frames; }

    std::size_t strongEdgeCount() const
    {
        return m_strongEdges;
    }                                                         ///< names and strong slots that hold an object
    std::size_t weakEdgeCount() const { return m_weakEdges; } ///< live weak slots and cache rows

    /// What a copy takes, without the allocator's share.
    std::size_t byteSize() const;

    friend bool operator==(const ObjectGraph &left, const ObjectGraph &right);

private:
    template<typename T, typename I>
    static T at(const std::vector<T> &table, I id)
    {
        return id && id.index() < table.size() ? table[id.index()] : T{};
    }

    bool fits(const Event &event, const Lexicon &lexicon) const;
    void change(const Event &event, bool forward, const Lexicon &lexicon);
    void changeRow(const Event &event, bool forward, const Lexicon &lexicon);
    void changeFrames(const Event &event, bool begins);
    void setAlive(ObjectId id, bool alive);
    void setBinding(NameId id, Binding binding);
    void setSlot(SlotId id, SlotState state, const Lexicon &lexicon);
    void setEntry(EntryId id, CacheEntryState state, const Lexicon &lexicon);
    void countHeld(ObjectId id, int units);
    void countWeak(ObjectId id, int units);

    std::vector<ObjectState> m_objects;
    std::vector<Binding> m_bindings;
    std::vector<SlotState> m_slots;
    std::vector<CacheEntryState> m_entries;
    std::vector<CacheState> m_caches;
    std::vector<Frame> m_frames;
    std::size_t m_strongEdges = 0;
    std::size_t m_weakEdges = 0;

    // Derived from the tables above, kept so that walking costs what exists.
    IdLists<ObjectId> m_living;
    IdLists<NameId> m_bound;
    IdLists<SlotId> m_filled;   ///< a list for each owner
    IdLists<EntryId> m_present; ///< a list for each cache
};

} // namespace tetherscope
