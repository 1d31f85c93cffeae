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
};

/// Who adds the unit to a count that an Acquire brings and a Release takes.
enum class Holder : std::uint8_t {
    InFlight, ///< a value on the evaluation stack, or the interpreter's own hand
    Argument,
    ReturnValue,
    Name, ///< `holder` is a NameId
    Slot, ///< `holder` is a SlotId
};

/// One reversible change of an ObjectGraph: apply() and revert() need nothing but the event.
///
/// A plain value of 28 bytes; texts and names are ids of the run's Lexicon. Made by the functions below, which
/// say what the fields mean for each kind; a field that is not mentioned is 0. `strong` is the count as the
/// handle itself gave it, after the event.
struct Event
{
    EventKind kind = EventKind::Print;
    Holder holderKind = Holder::InFlight;
    bool flag = false;
    ObjectId object;
    std::uint32_t subject = 0; ///< a NameId, SlotId, ScopeId, EntryId or number, by kind
    std::uint32_t other = 0;   ///< an EntryId, TextId, ObjectId or line, by kind
    TextId text;
    std::uint32_t strong = 0;
    std::uint32_t before = 0; ///< the strong count before, where it changes

    NameId name() const { return {subject}; }
    SlotId slot() const { return {subject}; }
    ScopeId scope() const { return {subject}; }
    /// The cache's key that a Create, an Acquire (a hit) or an Evict is about; empty for the others.
    EntryId entry() const { return kind == EventKind::Evict ? EntryId{subject} : EntryId{other}; }
    ObjectId otherObject() const { return {other}; }
    TextId otherText() const { return {other}; }
    std::uint32_t line() const { return other; }
    std::uint32_t number() const { return subject; }

    friend bool operator==(const Event &, const Event &) = default;
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

namespace events {

Event create(ObjectId object, EntryId entry = {});
Event acquire(ObjectId object, HolderRef holder, std::uint32_t before, std::uint32_t after, EntryId hit = {});
Event release(ObjectId object, HolderRef holder, std::uint32_t before, std::uint32_t after);
Event evict(EntryId entry, ObjectId object);
Event free(ObjectId object);

/// A name takes an object (`object`) or a plain value (`text`); it was unbound before.
Event bind(NameId name, ObjectId object);
Event bindValue(NameId name, TextId value);
Event unbind(NameId name, ObjectId object);
Event unbindValue(NameId name, TextId value);

/// A strong slot takes an object. Unlink also takes a weak slot away: `flag` says that it was dead.
Event link(SlotId slot, ObjectId to);
Event unlink(SlotId slot, ObjectId to);
/// A weak slot ("*" of a reference, a row of a weak container) points at an object from now on.
Event weaken(SlotId slot, ObjectId to);
/// The weak slot's referent is gone; the slot stays, dead.
Event clear(SlotId slot, ObjectId to);
Event unlinkDead(SlotId slot);
/// A slot's plain value: from `before` (empty: none) to `after` (empty: removed).
Event item(SlotId slot, TextId before, TextId after);

Event callback(ObjectId ref);
Event finalize(ObjectId object);
Event resurrect(ObjectId object);
Event collect(std::uint32_t count);
/// `callerLine` is the line that waits for the call.
Event call(ScopeId scope, std::uint32_t callerLine);
Event returned(ScopeId scope, std::uint32_t callerLine);
Event raise(TextId type, TextId text);
Event unraisable(TextId type, TextId text);
Event print(TextId text);

Event lookup(ObjectId dict, TextId key, ObjectId found);
Event dereference(ObjectId ref, ObjectId found);
Event counted(ObjectId object, std::uint32_t answer);
Event identity(ObjectId left, ObjectId right, bool same);
Event lookedAt(ObjectId object);

} // namespace events

/// "create", "acquire", …; the contract's words.
std::string_view kindName(EventKind kind);
constexpr bool isExported(EventKind kind) { return kind <= EventKind::Print; }

} // namespace tetherscope
