#include "scenario/objects/recorder.h"

#include "scenario/objects/containers.h"
#include "scenario/objects/frame.h"
#include "scenario/objects/functionobject.h"
#include "scenario/objects/weakreference.h"

#include <algorithm>

namespace tetherscope::vm {

namespace {

/// Plain items of one container that are recorded; the rest is a number. Edges are never cut.
constexpr std::size_t shownPlainItems = 256;

std::string indexText(std::size_t index)
{
    return '[' + std::to_string(index) + ']';
}

} // namespace

SlotId Recorder::indexSlot(ObjectId owner, std::size_t index, std::string_view prefix)
{
    if (!prefix.empty())
        return m_words.slot(owner, std::string(prefix) + indexText(index));
    if (index >= m_indexTexts.size())
        m_indexTexts.resize(std::max(index + 1, 2 * m_indexTexts.size()));
    TextId &text = m_indexTexts[index];
    if (!text)
        text = m_words.text(indexText(index));
    return m_words.slot(owner, text);
}

SlotId Recorder::attributeSlot(ObjectId owner, Symbol name, std::string_view prefix)
{
    if (prefix.empty())
        return m_words.slot(owner, text(name));
    return m_words.slot(owner, std::string(prefix) + m_symbols.text(name));
}

SlotId Recorder::knownIndexSlot(ObjectId owner, std::size_t index) const
{
    const auto known = m_contents.find(owner);
    if (known == m_contents.end() || index >= known->second.slots.size())
        return {};
    return known->second.slots[index];
}

/// The words know a slot by owner and text; members share a text, so each gets one of its own that is put
/// right when the words are handed over.
SlotId Recorder::slotOfItsOwn(ObjectId owner, std::string_view text, SlotStrength strength)
{
    const TextId shared = m_words.text(text);
    const SlotId slot =
        m_words.slot(owner, std::string(text) + '\x1f' + std::to_string(++m_memberCount), strength);
    m_sharedTexts.emplace_back(slot, shared);
    return slot;
}

/// `spare`: the slots with this text whose members have gone.
SlotId Recorder::memberSlot(ObjectId owner, std::string_view text, std::vector<SlotId> &spare,
                            SlotStrength strength)
{
    if (spare.empty())
        return slotOfItsOwn(owner, text, strength);
    const SlotId slot = spare.back();
    spare.pop_back();
    return slot;
}

// ---------------------------------------------------------------- lists and tuples

void Recorder::itemsChanged(const HeapObject &owner, const std::vector<Value> &items, std::size_t from,
                            std::size_t before)
{
    if (owner.id())
        compareItems(owner, items, from, before, items.size());
}

void Recorder::itemsReplaced(const HeapObject &owner, const std::vector<Value> &items, std::size_t from,
                             std::size_t to)
{
    if (owner.id())
        compareItems(owner, items, from, to, to);
}

/// What goes goes first, then what comes comes: no unit is shown in two places.
void Recorder::compareItems(const HeapObject &owner, const std::vector<Value> &items, std::size_t from,
                            std::size_t before, std::size_t end)
{
    Contents &kept = contents(owner.id());
    const auto recordedObject = [&](std::size_t index) {
        const SlotId slot = index < kept.slots.size() ? kept.slots[index] : SlotId{};
        return slot ? filling(slot).object : ObjectId{};
    };
    const auto objectOf = [](const Value &item) {
        return item.isObject() ? item.object()->id() : ObjectId{};
    };
    for (std::size_t index = from; index < std::max(before, end) && !m_full; ++index) {
        const ObjectId was = recordedObject(index);
        if (index < before && !was)
            countPlain(kept, -1, index < shownPlainItems);
        if (index >= end || (was && was != objectOf(items[index])))
            takeItem(kept, index);
    }
    for (std::size_t index = from; index < end && !m_full; ++index) {
        const ObjectId was = recordedObject(index);
        if (!was || was != objectOf(items[index]))
            putItem(owner, kept, index, items[index]);
        if (!recordedObject(index))
            countPlain(kept, +1, index < shownPlainItems);
    }
    markStale(owner.id(), kept);
}

void Recorder::takeItem(const Contents &kept, std::size_t index)
{
    if (index < kept.slots.size() && kept.slots[index])
        take(kept.slots[index]);
}

void Recorder::putItem(const HeapObject &owner, Contents &kept, std::size_t index, const Value &item)
{
    const bool drawn = item.isObject() && drawable(*item.object());
    if (!drawn && index >= shownPlainItems) {
        takeItem(kept, index);
        return;
    }
    if (index >= kept.slots.size())
        kept.slots.resize(std::max(index + 1, std::min(kept.slots.size() * 2, index + shownPlainItems)));
    if (!kept.slots[index])
        kept.slots[index] = indexSlot(owner.id(), index);
    put(kept.slots[index], item);
}

void Recorder::countPlain(Contents &kept, std::ptrdiff_t change, bool shown)
{
    kept.plain += static_cast<std::size_t>(change);
    if (shown)
        kept.shownPlain += static_cast<std::size_t>(change);
}

void Recorder::markStale(ObjectId owner, Contents &kept)
{
    if (kept.plain == kept.shownPlain && !kept.more)
        return;
    if (!kept.stale)
        m_stale.push_back(owner);
    kept.stale = true;
}

void Recorder::refreshMore()
{
    for (const ObjectId owner : m_stale) {
        const auto known = m_contents.find(owner);
        if (known == m_contents.end())
            continue;
        Contents &kept = known->second;
        kept.stale = false;
        const std::size_t hidden = kept.plain - kept.shownPlain;
        if (!kept.more)
            kept.more = m_words.slot(owner, "…");
        const TextId was = filling(kept.more).text;
        const TextId now = hidden == 0 ? TextId{} : m_words.text(std::to_string(hidden) + " more");
        if (was != now)
            note(events::item(kept.more, was, now));
        filling(kept.more).text = now;
    }
    m_stale.clear();
}

// ---------------------------------------------------------------- dictionaries and sets

/// An entry of a WeakKeyDictionary: the key is a reference.
void Recorder::weakKeyChanged(DictObject &dict, std::size_t index)
{
    const ObjectId owner = dict.owner().id();
    DictObject::Entry &entry = dict.entries()[index];
    if (!entry.keySlot) {
        entry.keySlot = memberSlot(owner, "key", contents(owner).spareKeys, SlotStrength::Weak);
        watch(entry.keySlot, entry.key.as<WeakReferenceObject>());
        entry.valueSlot = slotOfItsOwn(owner, "value");
        const bool drawn = entry.value.isObject() && drawable(*entry.value.object());
        countPlain(contents(owner), drawn ? 0 : 1, true);
    }
    put(entry.valueSlot, entry.value);
}

SlotId Recorder::valueSlotFor(const DictObject &dict, std::size_t index, bool objectKey)
{
    const DictObject::Entry &entry = dict.entries()[index];
    const SlotStrength strength = dict.shownIn == nullptr ? SlotStrength::Strong : SlotStrength::Weak;
    const std::string key = objectKey ? label(*entry.key.object()) : m_describer.describeHeld(entry.key);
    const SlotId slot = m_words.slot(dict.owner().id(), "[" + key + "]", strength);
    if (filling(slot).filled()) // a long key, cut to the text of another
        return slotOfItsOwn(dict.owner().id(), "[" + key + "]", strength);
    return slot;
}

void Recorder::entryChanged(DictObject &dict, std::size_t index)
{
    const ObjectId owner = dict.owner().id();
    if (!owner)
        return;
    Contents &kept = contents(owner);
    DictObject::Entry *entry = &dict.entries()[index];
    const bool weak = dict.shownIn != nullptr;
    if (dict.weakKeys) {
        weakKeyChanged(dict, index);
        return;
    }
    const bool objectKey = entry->key.isObject() && drawable(*entry->key.object());
    if (objectKey && !entry->keySlot) {
        entry->keySlot = memberSlot(owner, "key", kept.spareKeys);
        put(entry->keySlot, entry->key);
    }
    if (!entry->valueSlot) {
        const bool drawn = weak || (entry->value.isObject() && drawable(*entry->value.object()));
        countPlain(kept, drawn ? 0 : 1, drawn || kept.shownPlain < shownPlainItems);
        markStale(owner, kept);
        if (!drawn && kept.plain - kept.shownPlain > 0)
            return;
        entry->valueSlot = valueSlotFor(dict, index, objectKey);
    }
    if (weak)
        watch(entry->valueSlot, entry->value.as<WeakReferenceObject>());
    else
        put(entry->valueSlot, entry->value);
}

void Recorder::entryRemoved(const DictObject &dict, const DictEntrySlots &slots)
{
    const ObjectId owner = dict.owner().id();
    if (!owner)
        return;
    Contents &kept = contents(owner);
    if (slots.key) {
        take(slots.key);
        kept.spareKeys.push_back(slots.key);
    }
    const bool wasObject = slots.value && (filling(slots.value).object || filling(slots.value).dead);
    if (!wasObject)
        countPlain(kept, -1, bool(slots.value));
    markStale(owner, kept);
    if (slots.value)
        take(slots.value);
}

void Recorder::memberAdded(SetObject &set, std::size_t place)
{
    const ObjectId owner = set.owner().id();
    if (!owner)
        return;
    Contents &kept = contents(owner);
    SetObject::Entry &entry = set.table()[place];
    if (set.shownIn != nullptr) {
        entry.slot = memberSlot(owner, "{}", kept.spareMembers, SlotStrength::Weak);
        watch(entry.slot, entry.key.as<WeakReferenceObject>());
        return;
    }
    const bool drawn = entry.key.isObject() && drawable(*entry.key.object());
    const bool shown = drawn || kept.shownPlain < shownPlainItems;
    countPlain(kept, drawn ? 0 : 1, shown);
    markStale(set.id(), kept);
    if (!shown)
        return;
    entry.slot = memberSlot(set.id(), "{}", kept.spareMembers);
    put(entry.slot, entry.key);
}

void Recorder::memberRemoved(const SetObject &set, SlotId slot)
{
    const ObjectId owner = set.owner().id();
    if (!owner)
        return;
    Contents &kept = contents(owner);
    const bool wasObject = set.shownIn != nullptr || (slot && filling(slot).object);
    countPlain(kept, wasObject ? 0 : -1, bool(slot));
    markStale(owner, kept);
    if (slot) {
        take(slot);
        kept.spareMembers.push_back(slot);
    }
}

// ---------------------------------------------------------------- cells and weak references

void Recorder::showCell(CellObject &cell)
{
    SlotId wanted;
    if (!cell.nameShown) {
        const auto drawn = std::find_if(cell.functions.begin(), cell.functions.end(),
                                        [](const FunctionObject *function) { return bool(function->id()); });
        if (drawn != cell.functions.end())
            wanted = attributeSlot((*drawn)->id(), cell.name, "closure ");
    }
    if (wanted == cell.slotShown)
        return;
    if (cell.slotShown)
        take(cell.slotShown);
    cell.slotShown = wanted;
    if (wanted)
        put(wanted, cell.content);
}

void Recorder::cellChanged(CellObject &cell)
{
    if (cell.nameShown)
        put(cell.nameShown, cell.content);
    else if (cell.slotShown)
        put(cell.slotShown, cell.content);
    const std::vector<FunctionObject *> functions = cell.functions;
    for (FunctionObject *function : functions)
        revealChanged(*function);
}

void Recorder::revealChanged(HeapObject &object)
{
    if (!object.m_id && object.m_hiddenPlaces > 0)
        revealHeld(object);
}

void Recorder::forgetVariable(FrameObject &frame, std::size_t slot)
{
    if (slot < frame.nameIds.size() && frame.nameIds[slot])
        take(frame.nameIds[slot]);
    if (frame.code.slots[slot].kind != CodeSlot::Kind::Cell || frame.slots[slot].empty())
        return;
    auto &cell = frame.slots[slot].as<CellObject>();
    cell.nameShown = {};
    showCell(cell);
}

void Recorder::keptFrame(const HeapObject &exception, FrameObject &frame)
{
    if (!frame.ended || !frame.keptIn.empty())
        return;
    frame.keptIn.resize(frame.slots.size());
    frame.keptBy = exception.id();
    for (std::size_t slot = 0; slot < frame.slots.size(); ++slot) {
        const Value &value = frame.slots[slot];
        const bool drawn = value.isObject() && drawable(*value.object());
        if (!drawn)
            continue;
        const std::string text =
            "frame " + frame.code.qualifiedName + '.' + m_symbols.text(frame.code.slots[slot].name);
        frame.keptIn[slot] = m_words.slot(exception.id(), text);
        if (filling(frame.keptIn[slot]).filled()) // another call of the same function
            frame.keptIn[slot] = slotOfItsOwn(exception.id(), text);
        put(frame.keptIn[slot], value);
    }
}

/// The exception goes, and the frame stays: another one keeps it.
void Recorder::forgetFrame(ObjectId exception, FrameObject &frame)
{
    if (!exception || frame.keptBy != exception)
        return;
    for (const SlotId slot : frame.keptIn) {
        if (slot)
            take(slot);
    }
    frame.keptIn.clear();
}

void Recorder::weakened(WeakReferenceObject &reference)
{
    watch(weakSlot(reference.id(), "*"), reference);
}

/// A function, a method or a frozenset that holds nothing worth a card gets one all the same: the reference
/// must not seem to look at nothing, nor to look on when it is dead. Classes and what is built in stay.
void Recorder::revealWatched(HeapObject &object)
{
    const bool stays = object.kind() == HeapKind::Class || object.kind() == HeapKind::Native;
    if (object.id() || stays)
        return;
    draw(object);
    fillHiddenPlaces(object);
}

void Recorder::watch(SlotId slot, WeakReferenceObject &reference)
{
    take(slot);
    HeapObject *target = reference.watched();
    if (target == nullptr)
        return;
    revealWatched(*target);
    if (!target->id())
        return;
    reference.targetSlot = slot;
    note(events::weaken(slot, target->id()));
    filling(slot) = {.object = target->id(), .text = {}};
}

void Recorder::cleared(WeakReferenceObject &reference)
{
    if (!reference.targetSlot)
        return;
    Filling &kept = filling(reference.targetSlot);
    if (kept.object != reference.watched()->id())
        return; // another has its place in the container by now
    note(events::clear(reference.targetSlot, kept.object));
    kept = {.object = {}, .text = {}, .hidden = nullptr, .dead = true};
}

} // namespace tetherscope::vm
