#pragma once

#include "analysis/facts.h"

#include <string_view>
#include <vector>

namespace tetherscope {

/// A name that let go, and of what; the object is empty for a plain value.
struct GoingName
{
    NameId name;
    ObjectId target;
    friend bool operator==(const GoingName &, const GoingName &) = default;
};

/// A slot (strong or weak, see the Lexicon) that was emptied or cleared, and what it held.
///
/// A row of a container also says what it led to in the end: for a dict of weak references `target` is the
/// reference, `row` the object that the reference pointed at. If a running __del__ took the row away,
/// `removedBy` is the object that is dying, and the row was the wrong one if `row` is another, living object.
struct GoingSlot
{
    SlotId slot;
    ObjectId target;
    ObjectId row;
    ObjectId removedBy;
    bool cleared = false; ///< the slot stays, as a dead weak reference

    bool wrong() const { return removedBy && row && removedBy != row; }
    friend bool operator==(const GoingSlot &, const GoingSlot &) = default;
};

/// A row of a weak cache that was evicted, and whose it was.
struct GoingEntry
{
    EntryId entry;
    ObjectId target;
    friend bool operator==(const GoingEntry &, const GoingEntry &) = default;
};

/// A count as it was at the step's start and as it is now; only where something happened to it.
/// A count that rose and fell back within the step is no change: an object that died has `after` 0.
struct CountMark
{
    ObjectId object;
    std::uint32_t before = 0;
    std::uint32_t after = 0;
    bool rises() const { return after > before; }
    friend bool operator==(const CountMark &, const CountMark &) = default;
};

/// Units of a living object's count that no name and no slot accounts for, drawn as one stub.
struct Stub
{
    ObjectId object;
    Holder kind = Holder::InFlight; ///< InFlight, Argument or ReturnValue
    std::uint32_t units = 0;
    friend bool operator==(const Stub &, const Stub &) = default;
};

/// What this step changed so far, thing by thing, for whoever draws it: relative to the step's start, and
/// only what is still different (a name bound and unbound again within the step is in no list). Each list is
/// in order of id and has each thing once; a rebound name is in `newNames` and in `goingNames`.
struct StepMarks
{
    std::vector<NameId> newNames;      ///< hold an object or a value that they did not hold
    std::vector<SlotId> newSlots;      ///< strong or weak, hold an object that they did not hold
    std::vector<SlotId> changedValues; ///< hold a plain value that they did not hold
    std::vector<EntryId> newEntries;
    std::vector<ObjectId> newObjects;

    std::vector<GoingName> goingNames;
    std::vector<GoingSlot> goingSlots;
    std::vector<GoingEntry> goingEntries;
    std::vector<ObjectId> ghosts; ///< were alive at the step's start, are dead now

    std::vector<CountMark> counts;

    std::vector<EntryId> hitEntries;      ///< the weak cache handed out what stood there
    std::vector<SlotId> hitSlots;         ///< a look-up found this row of a container
    std::vector<ObjectId> touchedObjects; ///< asked, called or shown
    std::vector<NameId> comparedNames;    ///< their edges take part in "is" or "is not"

    std::vector<Stub> stubs; ///< of all living objects, changed or not
    std::vector<SameKey> sameKeys;
    std::vector<ObjectId> unreachable; ///< alive, and nothing leads there any more

    friend bool operator==(const StepMarks &, const StepMarks &) = default;
};

StepMarks marksAt(const Moment &moment);

/// The one object's stubs: none, if every unit of its count is accounted for.
std::vector<Stub> stubsOf(ObjectId object, const Moment &moment);

/// "return value", "argument" or "in flight"; "" for a name or a slot.
std::string_view stubLabel(Holder kind);

} // namespace tetherscope
