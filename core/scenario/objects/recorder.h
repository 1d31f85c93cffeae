#pragma once

#include "graph/event.h"
#include "graph/lexiconbuilder.h"
#include "scenario/objects/symbol.h"
#include "scenario/objects/value.h"
#include "timeline/timeline.h"

#include <algorithm>
#include <chrono>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tetherscope::vm {

class CellObject;
class DictObject;
class FrameObject;
class SetObject;
class WeakReferenceObject;

/// Where the record has a dictionary's entry; empty ids: nowhere.
struct DictEntrySlots
{
    SlotId key;
    SlotId value;
};

/// What the recorder asks about values that it may not look into.
class Describer
{
public:
    virtual ~Describer() = default;
    /// The text of a plain value, as repr() has it, cut to a bearable length; empty: not shown at all.
    virtual std::string describe(const Value &value) const = 0;
    /// The same of what stands in a slot: what is no plain value and has no card, a function or a class, goes
    /// by its name, so that who holds it does not seem to be empty.
    virtual std::string describeHeld(const Value &value) const = 0;
    virtual std::string typeName(const HeapObject &object) const = 0;
};

/// Turns what the interpreter does into events and steps, and hands them to the sink in chunks. The only one
/// that makes events.
///
/// Counts are read from the handles. What only passes over the evaluation stack leaves no trace: before an
/// count changes, each object touched since the last time is compared with what the events so far add up to,
/// and the difference is recorded as acquired or released "in flight". So whenever a count changes, and at
/// the end of each step, the recorded count of every object is its handle's (but for loans, see lend()).
/// Names and slots are told here when they change: put() and take().
class Recorder
{
public:
    Recorder(TimelineSink &sink, const SymbolTable &symbols, const Describer &describer);

    // ---- words
    ScopeId openScope(std::string_view name, std::string_view function, ScopeKind kind);
    NameId name(ScopeId scope, Symbol symbol) { return m_words.name(scope, text(symbol)); }
    TextId text(std::string_view text) { return m_words.text(text); }
    TextId text(Symbol symbol);
    SlotId indexSlot(ObjectId owner, std::size_t index, std::string_view prefix = {});
    SlotId attributeSlot(ObjectId owner, Symbol name, std::string_view prefix = {});
    /// The slot of a list's or tuple's item, if the item is recorded.
    SlotId knownIndexSlot(ObjectId owner, std::size_t index) const;
    SlotId textSlot(ObjectId owner, std::string_view text) { return m_words.slot(owner, text); }
    CacheId addCache(std::string_view name) { return m_words.addCache(name); }
    EntryId entry(CacheId cache, std::string_view key) { return m_words.entry(cache, key); }

    // ---- objects
    /// A new object of the picture. One unit of its count is recorded with it, in flight: whoever takes it
    /// over, a name or a slot, adds none.
    void born(HeapObject &object, ObjectKind kind, EntryId entry = {});
    /// Makes an object of the picture of one that was not, if it is to be drawn, and records what it holds.
    void reveal(HeapObject &object);
    /// The same for an object that names and slots have held, undrawn, until now.
    void revealHeld(HeapObject &object);
    /// The same, if they do: what it holds has changed.
    void revealChanged(HeapObject &object);
    void freed(HeapObject &object);
    /// The last unit of the count goes: 1 to 0. The handle still has it.
    void lastUnit(HeapObject &object, HolderRef holder);
    void lendToFinalizer(HeapObject &object);
    void finalizingGarbage(HeapObject &object);
    void resurrected(HeapObject &object);
    /// A unit has come or gone. Requires: prepare() was called just before.
    void acquired(HeapObject &object, HolderRef holder, EntryId hit = {});
    void released(HeapObject &object, HolderRef holder);
    /// The unit that the stack has of this object is an argument or a return value from now on.
    void acquiredInHand(HeapObject &object, HolderRef holder);

    // ---- names and slots
    /// The name or slot holds `value` (it does already); what it held before is the caller's to drop.
    void put(NameId name, const Value &value);
    void put(SlotId slot, const Value &value);
    void take(NameId name);
    void take(SlotId slot);
    /// Shows what a cell holds where it is to be shown now; see CellObject.
    void showCell(CellObject &cell);
    void cellChanged(CellObject &cell);
    /// The frame has no variable in this slot any more.
    void forgetVariable(FrameObject &frame, std::size_t slot);
    /// The variables of a frame that has ended, as slots of the exception that keeps it (the first one that
    /// is drawn).
    void keptFrame(const HeapObject &exception, FrameObject &frame);
    void forgetFrame(ObjectId exception, FrameObject &frame);
    /// A weak reference watches its object from now on.
    void weakened(WeakReferenceObject &reference);
    /// The same, shown in a weak slot of another object; what was in that slot is taken out of it.
    void watch(SlotId slot, WeakReferenceObject &reference);
    SlotId weakSlot(ObjectId owner, std::string_view text)
    {
        return m_words.slot(owner, text, SlotStrength::Weak);
    }
    void cleared(WeakReferenceObject &reference);

    // ---- containers, after they have changed
    /// Items from index `from` on, of a list that had `before` of them.
    void itemsChanged(const HeapObject &owner, const std::vector<Value> &items, std::size_t from,
                      std::size_t before);
    /// The same, of one that has as many as before; none changed from index `to` on.
    void itemsReplaced(const HeapObject &owner, const std::vector<Value> &items, std::size_t from,
                       std::size_t to);
    void entryChanged(DictObject &dict, std::size_t entry);
    void entryRemoved(const DictObject &dict, const DictEntrySlots &slots);
    void memberAdded(SetObject &set, std::size_t place);
    void memberRemoved(const SetObject &set, SlotId slot);

    // ---- what happened
    void record(const Event &event);
    /// What changes no count: recorded when the next thing is that does, so that what the stack holds for the
    /// moment leaves no trace.
    void note(const Event &event) { m_notes.push_back(event); }
    /// The units that the stack has of an instruction's operands are not shown while it works on them, unless
    /// the scenario's own code runs meanwhile: then the loans end.
    void lend(std::span<const Value> operands);
    void endLoans();
    /// Text as it was written, line ends included.
    void print(std::string_view written);
    /// The step is over: its events are those since the one before.
    void step(Step step);
    /// Settles all counts: what follows is an event.
    void prepare();
    /// Hands over the steps that are over.
    void flush();
    /// The same if who watches has waited long enough: called now and then while a step takes its time.
    void flushIfDue();

    /// Beyond so many events nothing more is recorded: what there is stays whole, and the run should end.
    void limitEvents(std::size_t most) { m_mostEvents = most; }
    bool full() const { return m_full; }

    /// For tests: from now on every count is compared whenever one changes (up to some thousand objects).
    void check(const Heap &heap) { m_checked = &heap; }
    const std::string &miscount() const { return m_miscount; } ///< empty: none so far
    std::size_t stepCount() const { return m_stepCount; }
    bool hasUnfinishedStep() const { return m_eventsBefore + m_chunk.events.size() > m_stepBegin; }
    void noteDirty(HeapObject &object) { m_dirty.push_back(&object); }

private:
    /// What a name or slot holds, as recorded.
    struct Filling
    {
        ObjectId object;
        TextId text;
        HeapObject *hidden = nullptr; ///< an object that is not drawn, but may be later
        bool dead = false;

        bool filled() const { return object || text || hidden != nullptr || dead; }
    };
    /// The parts of a container's record that its own fields do not have.
    struct Contents
    {
        std::vector<SlotId> slots;        ///< of a list or tuple, by index; empty ids: not asked for yet
        std::vector<SlotId> spareMembers; ///< slots of members that have gone
        std::vector<SlotId> spareKeys;
        std::size_t shownPlain = 0;
        std::size_t plain = 0;
        SlotId more; ///< "…"
        bool stale = false;
    };

    Filling &filling(NameId id);
    Filling &filling(SlotId id);
    static bool drawable(const HeapObject &object);
    /// "K#1". Requires: the object is drawn.
    std::string label(const HeapObject &object) const;
    /// What is to be recorded: what lives is held, so the last unit is shown even if it is lent.
    static std::uint32_t countOf(const HeapObject &object)
    {
        return std::max<std::uint32_t>(object.useCount() - object.m_lent, 1);
    }
    void compareCounts(const HeapObject *incoming);
    void appendRelease(HeapObject &object, HolderRef holder);
    void settle(HeapObject &object, std::uint32_t target);
    void settleFor(HeapObject &object, HolderRef holder);
    void prepareFor(HeapObject *incoming);
    void draw(HeapObject &object);
    /// Names and slots that have held it undrawn.
    void fillHiddenPlaces(HeapObject &object);
    void revealWatched(HeapObject &object);
    void append(const Event &event);
    TextId describe(const Value &value);
    Filling fillingFor(NameId name, const Value &value);
    Filling fillingFor(SlotId slot, const Value &value);
    template<typename PlaceId>
    void fill(PlaceId place, HolderRef holder, const Value &value);
    void appendIn(NameId name, const Filling &now);
    void appendIn(SlotId slot, const Filling &now);
    void appendOut(NameId name, const Filling &was);
    void appendOut(SlotId slot, const Filling &was);
    void keep(Filling &kept, const Filling &now);
    void takeItem(const Contents &kept, std::size_t index);
    void putItem(const HeapObject &owner, Contents &kept, std::size_t index, const Value &item);
    SlotId slotOfItsOwn(ObjectId owner, std::string_view text, SlotStrength strength = SlotStrength::Strong);
    SlotId memberSlot(ObjectId owner, std::string_view text, std::vector<SlotId> &spare,
                      SlotStrength strength = SlotStrength::Strong);
    void weakKeyChanged(DictObject &dict, std::size_t index);
    SlotId valueSlotFor(const DictObject &dict, std::size_t index, bool objectKey);
    Contents &contents(ObjectId owner) { return m_contents[owner]; }
    void compareItems(const HeapObject &owner, const std::vector<Value> &items, std::size_t from,
                      std::size_t before, std::size_t end);
    static void countPlain(Contents &kept, std::ptrdiff_t change, bool shown);
    void markStale(ObjectId owner, Contents &kept);
    void refreshMore();

    TimelineSink &m_sink;
    const SymbolTable &m_symbols;
    const Describer &m_describer;
    LexiconBuilder m_words;
    std::vector<TextId> m_symbolTexts; ///< by symbol; empty ids: not asked for yet
    std::vector<TextId> m_indexTexts;  ///< "[0]", "[1]", …; the same
    TimelineChunk m_chunk;
    std::vector<Event> m_notes;
    const Heap *m_checked = nullptr;
    std::string m_miscount;
    std::vector<HeapObject *> m_dirty;
    std::vector<HeapObject *> m_loans; ///< once for each unit
    std::vector<Filling> m_names;
    std::vector<Filling> m_slots;
    std::unordered_map<ObjectId, Contents> m_contents;
    std::vector<ObjectId> m_stale;
    std::unordered_map<std::string, std::uint32_t> m_ordinals; ///< objects so far, by type
    std::vector<std::uint32_t> m_ordinalOf;                    ///< by ObjectId
    std::vector<std::pair<SlotId, TextId>>
        m_sharedTexts; ///< slots of this chunk whose text is to be put right
    std::size_t m_memberCount = 0;
    std::size_t m_slotCount = 0;
    std::size_t m_stepCount = 0;
    std::uint64_t m_mostEvents = 0;
    bool m_full = false;
    std::uint64_t m_eventsBefore = 0; ///< handed over in earlier chunks
    std::uint64_t m_stepBegin = 0;
    std::chrono::steady_clock::time_point m_lastChunk;
};

} // namespace tetherscope::vm
