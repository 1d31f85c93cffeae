#pragma once

#include "graph/ids.h"

#include <cstdint>
#include <string_view>

namespace tetherscope {

/// What can happen. The kinds up to Print are exported under these names in lower case; those below are
/// kept for the picture and the sentence and are not exported.
enum class EventKind : std::uint8_t {
    Create,
    Acquire,
    Release,
    Evict,
    Free,
    Bind,
    Unbind,
    Link,
    Unlink,
    Weaken,
    Clear,
    Callback,
    Finalize,
    Resurrect,
    Collect,
    Call,
    Return,
    Raise,
    Unraisable,
    Print,
    // not exported
    Item,        ///< a slot's plain value changed
    Lookup,      ///< a dict was asked for a key
    Dereference, ///< a weak reference was called
    Counted,     ///< sys.getrefcount answered
    Identity,    ///< "is" or "is not" compared two objects
    LookedAt,    ///< a bare expression showed this object
    CacheMade,   ///< a class under @weak_cached was defined
};

/// Who adds the unit to a count that an Acquire brings and a Release takes.
enum class Holder : std::uint8_t {
    InFlight, ///< a value on the evaluation stack, or the interpreter's own hand
    Argument,
    ReturnValue,
    Name, ///< `holder` is a NameId
    Slot, ///< `holder` is a SlotId
};

/// Which name or slot holds; empty for what waits on the stack.
struct HolderRef
{
    Holder kind = Holder::InFlight;
    std::uint32_t id = 0;

    static constexpr HolderRef inFlight() { return {}; }
    static constexpr HolderRef argument() { return {Holder::Argument, 0}; }
    static constexpr HolderRef returnValue() { return {Holder::ReturnValue, 0}; }
    static constexpr HolderRef name(NameId id) { return {Holder::Name, id.value}; }
    static constexpr HolderRef slot(SlotId id) { return {Holder::Slot, id.value}; }
    friend bool operator==(HolderRef, HolderRef) = default;
};

/// One reversible change of an ObjectGraph: apply() and revert() need nothing but the event.
///
/// A plain value of 28 bytes; texts and names are ids of the run's Lexicon. Made by the functions below,
/// which say what the fields mean for each kind; a field that is not mentioned is 0. `strong` is the count as
/// the handle itself gave it, after the event.
struct Event
{
    EventKind kind = EventKind::Print;
    Holder holderKind = Holder::InFlight;
    bool flag = false;
    ObjectId object = {};
    std::uint32_t subject = 0; ///< a NameId, SlotId, ScopeId, EntryId or number, by kind
    std::uint32_t other = 0;   ///< an EntryId, TextId, ObjectId or line, by kind
    TextId text = {};
    std::uint32_t strong = 0;
    std::uint32_t before = 0; ///< the strong count before, where it changes

    NameId name() const { return {subject}; }
    SlotId slot() const { return {subject}; }
    ScopeId scope() const { return {subject}; }
    /// The cache's key that a Create, an Acquire (a hit) or an Evict is about; empty for the others.
    EntryId entry() const;
    CacheId cache() const { return {subject}; } ///< of a CacheMade
    ObjectId otherObject() const { return {other}; }
    TextId otherText() const { return {other}; }
    std::uint32_t line() const { return other; }
    std::uint32_t number() const { return subject; }

    HolderRef holder() const { return {holderKind, subject}; } ///< of an Acquire or a Release

    friend bool operator==(const Event &, const Event &) = default;
};
static_assert(sizeof(Event) == 28, "a run keeps millions of them");

namespace events {

/// An object is there, and the expression that made it holds it: count 0 to 1, in flight. `entry`, in
/// `other`: the cache's row that points at it from now on (a miss).
Event create(ObjectId object, EntryId entry = {});
/// The holder's id in `subject`; `hit`, in `other`: the cache's row that the object was found by.
Event acquire(ObjectId object, HolderRef holder, std::uint32_t before, std::uint32_t after, EntryId hit = {});
Event release(ObjectId object, HolderRef holder, std::uint32_t before, std::uint32_t after);
/// The row (`subject`) is taken out of its cache. Requires: it points at the object.
Event evict(EntryId entry, ObjectId object);
/// The object's memory goes back. Requires: nothing holds it any more.
Event free(ObjectId object);

/// A name takes an object (`object`) or a plain value (`text`). Requires: it is unbound.
Event bind(NameId name, ObjectId object);
Event bindValue(NameId name, TextId value);
Event unbind(NameId name, ObjectId object);
Event unbindValue(NameId name, TextId value);

/// A strong slot (`subject`) takes an object (`object`). Requires: the slot is empty.
Event link(SlotId slot, ObjectId to);
/// A slot, strong or weak, lets go of the object it points at.
Event unlink(SlotId slot, ObjectId to);
/// A weak slot ("*" of a reference, a row of a weak container) points at an object from now on.
Event weaken(SlotId slot, ObjectId to);
/// The weak slot's referent (`object`) is gone; the slot stays, dead.
Event clear(SlotId slot, ObjectId to);
/// An Unlink of a dead weak slot: `flag` is set and `object` empty.
Event unlinkDead(SlotId slot);
/// A slot's plain value: from `before` (`other`; empty: none) to `after` (`text`; empty: removed).
Event item(SlotId slot, TextId before, TextId after);

Event callback(ObjectId ref);
/// __del__ begins. On the count path the dying handle lends its unit: 0 becomes 1. A collector finalizes an
/// object that its own cycle still holds: there the count stays, and both numbers are given.
Event finalize(ObjectId object, std::uint32_t before = 0, std::uint32_t after = 1);
/// __del__ is over, and the object lives on.
Event resurrect(ObjectId object);
Event collect(std::uint32_t count); ///< `subject` objects were garbage
/// The scope in `subject`; `callerLine`, in `other`, is the line that waits for the call.
Event call(ScopeId scope, std::uint32_t callerLine);
Event returned(ScopeId scope, std::uint32_t callerLine);
/// The type in `other`, the message in `text`.
Event raise(TextId type, TextId text);
Event unraisable(TextId type, TextId text);
/// A line of output (`text`, without its end; empty: an empty line). A part is one that the next print goes
/// on with: `flag` is set.
Event print(TextId line);
Event printPart(TextId text);

/// The dict was asked for a key (`text`) and gave `found` (`other`; empty: not there, or no object).
Event lookup(ObjectId dict, TextId key, ObjectId found);
/// The weak reference was called and gave `found` (`other`; empty: None).
Event dereference(ObjectId ref, ObjectId found);
Event counted(ObjectId object, std::uint32_t answer);     ///< the answer in `subject`
Event identity(ObjectId left, ObjectId right, bool same); ///< right in `other`, same in `flag`
Event lookedAt(ObjectId object);
Event cacheMade(CacheId cache); ///< the cache in `subject`; there, and empty, from now on

} // namespace events

/// "create", "acquire", …; the contract's words.
std::string_view kindName(EventKind kind);
constexpr bool isExported(EventKind kind)
{
    return kind <= EventKind::Print;
}

} // namespace tetherscope
