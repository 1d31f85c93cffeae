#pragma once

#include "analysis/text.h"

#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace tetherscope {

/// Every sentence that can be said about a run. One or two clauses in the present tense, subject first; forms
/// for one and for many are templates of their own, so that each can be translated whole.
enum class Template {
    // nothing, beginning and end
    NothingYet,
    NoChange,
    TheEnd,
    // faults
    Raises,
    Stopped, ///< at a limit, or at what the language has not: a message with its full stop
    Unraisable,
    // death
    LastHolder,
    LastHolderEvicted,
    LastHolderOneMore,
    LastHolderMore,
    LastHolderDelRemovedRow,
    LastHolderRowEvicted,
    LastHolderRowExpired,
    LastHolderRefClears,
    LastHolderRefsClear,
    NobodyHeld,
    NobodyHeldOneMore,
    NobodyHeldMore,
    BornAndDead,
    Dying,
    DyingWatchedOnce,
    DyingWatched,
    CollectedNothing,
    CollectedOne,
    CollectedOneLostTwin,
    CollectedMany,
    Resurrected,
    ResurrectedUnnamed,
    // rows, and keys that two objects share
    WrongRowLost,
    WrongRow,
    MissTwoShare,
    MissManyShare,
    MissThoughAlive,
    RowGoesWithRef,
    RowGoes,
    RowRemovedOneHolder,
    RowRemoved,
    RowRemovedUnheld,
    RowOfDeadRemoved,
    EmptiedOneHolder,
    Emptied,
    EmptiedMany,
    RefDied,
    RefDiedCountStays,
    // unreachable
    UnreachableByItself,
    UnreachableByItselfUnnamed,
    UnreachableByCycle,
    UnreachableByCycleUnnamed,
    UnreachableByUnreachable,
    // birth, look-ups
    ClassKeepsEmpty,
    ClassKeeps,
    ClassKeepsCache,
    FirstHolder,
    BornHeld,
    Born,
    Miss,
    MissSameKey,
    Hit,
    HitOneHolder,
    HitUnheld,
    LookupMissBinds,
    LookupMiss,
    LookupHitBinds,
    LookupHitBindsToo,
    LookupHit,
    // counts
    Dereferenced,
    DereferencedUnbound,
    DereferencedDead,
    Holds,
    HoldsWatchedByRow,
    HoldsWatchedByRows,
    HoldsToo,
    HoldsTooNoLookup,
    HoldsItself,
    Swaps,
    LetsGoOneHolder,
    LetsGo,
    LetsGoCount,
    NameGone,
    // weak references
    StoredWeakly,
    WatchesToo,
    IsWeakReference,
    IsDeadReference,
    // calls
    BorrowsAndDoesNothing,
    CalledWith,
    ReturnsHeldByCall,
    ReturnsObject,
    Returns,
    // values and output
    ItemIs,
    ItemGone,
    NameIs,
    HoldsItSame,
    HoldsItDifferent,
    HoldsIt,
    ValueSame,
    ValueDifferent,
    ValueBothSame,
    ValueTwoObjects,
    ValueLiveRef,
    ValueDeadRef,
    ValueObject,
    ValueIs,
    ContainerEmpty,
    ContainerEmptyNothingLeft,
    ContainerOneRow,
    ContainerOneRowLiveRef,
    ContainerOneRowDeadRef,
    ContainerOneRowObject,
    ContainerRows,
    PrintsCounted,
    Counted,
    PrintsSame,
    PrintsDifferent,
    Prints,
    PrintsLines,
    // single events
    EventNameGone,
    EventLastRelease,
    EventRelease,
    EventReleaseInFlight,
    EventAcquireName,
    EventAcquireSlot,
    EventAcquireArgument,
    EventAcquireReturn,
    EventAcquireInFlight,
    EventMiss,
    EventHit,
    EventFinalize,
    EventDelDone,
    EventDelDoneKept,
    EventRowRemovedByKey,
    EventSlotLetsGo,
    EventSlotEmptied,
    EventWeaken,
    EventClear,
    EventNothingToClear,
    EventCallback,
    EventEvict,
    EventFree,
    EventCollect,
    EventCall,
    EventReturn,
    EventLookupMiss,
    EventLookupHit,
    EventCounted,
    EventSame,
    EventDifferent,
    EventLookedAt,
    // lists of holders
    ListTwo,
    ListMore,
    ListTwoAndArgument,
    ListOneAndArgument,
    ListMoreAndArgument,
    ListOnlyArgument,
    CountOfTemplates
};

/// What stands in a template's numbered place.
struct Phrase
{
    Spans spans;
    bool elidable = false; ///< may lose its middle when the sentence is too long
};

Phrase plain(std::string text);
Phrase code(std::string text);
Phrase number(std::uint64_t value);
/// A text of the program: a key, a value, what was printed.
Phrase excerpt(std::string_view text);

/// Characters that a sentence may have.
inline constexpr std::size_t maxSentenceLength = 110;

/// "{1} holds {2}." with its places open and the strong word between asterisks.
std::string_view templateText(Template which);

/// The template with its places taken, as short as `maxSentenceLength` asks: first what is elidable loses its
/// middle, then whatever is long.
Spans fill(Template which, std::initializer_list<Phrase> places);

/// The same, but as long as it comes out; to choose between two ways to say a thing.
Spans fillWhole(Template which, std::initializer_list<Phrase> places);

} // namespace tetherscope
