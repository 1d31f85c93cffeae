#include "scenario/objects/recorder.h"

#include "scenario/objects/functionobject.h"
#include "scenario/objects/heap.h"
#include "scenario/objects/weakreference.h"

#include <algorithm>
#include <cassert>

namespace tetherscope::vm {

namespace {

constexpr std::size_t eventsPerChunk = 4'000;
constexpr std::chrono::milliseconds chunkInterval(8);

/// Of objects that are drawn only once something holds them.
ObjectKind drawnKind(HeapKind kind)
{
    switch (kind) {
    case HeapKind::Exception:
        return ObjectKind::Exception;
    case HeapKind::Function:
        return ObjectKind::Function;
    case HeapKind::Method:
        return ObjectKind::Method;
    case HeapKind::Tuple:
        return ObjectKind::Tuple;
    default:
        return ObjectKind::Other;
    }
}

template<typename T, typename I>
T &grownTo(std::vector<T> &table, I id)
{
    if (id.index() >= table.size())
        table.resize(std::max<std::size_t>(id.value, table.size() * 2));
    return table[id.index()];
}

} // namespace

Recorder::Recorder(TimelineSink &sink, const SymbolTable &symbols, const Describer &describer)
    : m_sink(sink)
    , m_symbols(symbols)
    , m_describer(describer)
    , m_lastChunk(std::chrono::steady_clock::now())
{
}

ScopeId Recorder::openScope(std::string_view name, std::string_view function, ScopeKind kind)
{
    return m_words.addScope(name, function, kind);
}

TextId Recorder::text(Symbol symbol)
{
    if (symbol.index >= m_symbolTexts.size())
        m_symbolTexts.resize(std::max<std::size_t>(symbol.index + 1, 2 * m_symbolTexts.size()));
    TextId &text = m_symbolTexts[symbol.index];
    if (!text)
        text = m_words.text(m_symbols.text(symbol));
    return text;
}

// ---------------------------------------------------------------- counts

void Recorder::append(const Event &event)
{
    m_full = m_full || m_eventsBefore + m_chunk.events.size() >= m_mostEvents;
    if (!m_full)
        m_chunk.events.push_back(event);
}

void Recorder::settle(HeapObject &object, std::uint32_t target)
{
    while (object.m_recorded < target) {
        append(events::acquire(object.m_id, HolderRef::inFlight(), object.m_recorded, object.m_recorded + 1));
        ++object.m_recorded;
    }
    while (object.m_recorded > target) {
        append(events::release(object.m_id, HolderRef::inFlight(), object.m_recorded, object.m_recorded - 1));
        --object.m_recorded;
    }
}

void Recorder::prepareFor(HeapObject *incoming)
{
    for (const Event &event : m_notes)
        append(event);
    m_notes.clear();
    for (HeapObject *object : m_dirty) {
        object->m_dirty = false;
        if (object != incoming)
            settle(*object, countOf(*object));
    }
    m_dirty.clear();
    if (m_checked != nullptr && !m_full)
        compareCounts(incoming);
}

void Recorder::compareCounts(const HeapObject *incoming)
{
    constexpr std::size_t affordable = 3'000;
    if (m_checked->liveObjects() > affordable)
        return;
    m_checked->forEach([&](const HeapObject &object) {
        const bool right =
            !object.m_id || object.m_dying || &object == incoming || object.m_recorded == countOf(object);
        if (!right && m_miscount.empty())
            m_miscount = label(object) + " is recorded with " + std::to_string(object.m_recorded) +
                         " and held by " + std::to_string(countOf(object)) + ", in step " +
                         std::to_string(m_stepCount);
    });
}

void Recorder::lend(std::span<const Value> operands)
{
    for (const Value &operand : operands) {
        HeapObject *object = operand.object();
        const bool drawn = object != nullptr && object->m_id;
        const bool hidden = drawn && object->m_recorded < countOf(*object);
        const bool only = drawn && object->useCount() == 1; // it stays shown, until another unit takes over
        if (!hidden && !only)
            continue; // it is recorded already: something happened since it was pushed
        ++object->m_lent;
        m_loans.push_back(object);
    }
}

void Recorder::endLoans()
{
    for (HeapObject *object : m_loans) {
        --object->m_lent;
        object->touch();
    }
    m_loans.clear();
}

void Recorder::prepare()
{
    prepareFor(nullptr);
}

void Recorder::record(const Event &event)
{
    prepare();
    append(event);
}

/// One unit of the object is the holder's: the unit that the stack had, recorded or not.
void Recorder::settleFor(HeapObject &object, HolderRef holder)
{
    const std::uint32_t count = countOf(object);
    if (object.m_recorded >= count) {
        settle(object, count);
        return;
    }
    settle(object, count - 1);
    append(events::acquire(object.m_id, holder, count - 1, count));
    object.m_recorded = count;
}

void Recorder::acquiredInHand(HeapObject &object, HolderRef holder)
{
    if (!object.id())
        return;
    prepareFor(&object);
    settleFor(object, holder);
}

void Recorder::acquired(HeapObject &object, HolderRef holder, EntryId hit)
{
    append(events::acquire(object.m_id, holder, object.m_recorded, object.m_recorded + 1, hit));
    ++object.m_recorded;
}

void Recorder::released(HeapObject &object, HolderRef holder)
{
    if (object.m_recorded == countOf(object))
        return; // a lent unit is the last one now, and shown in its stead
    appendRelease(object, holder);
}

void Recorder::appendRelease(HeapObject &object, HolderRef holder)
{
    append(events::release(object.m_id, holder, object.m_recorded, object.m_recorded - 1));
    --object.m_recorded;
}

// ---------------------------------------------------------------- life and death

void Recorder::born(HeapObject &object, ObjectKind kind, EntryId entry)
{
    const std::string type = m_describer.typeName(object);
    object.m_id = m_words.addObject(type, kind);
    m_ordinalOf.push_back(++m_ordinals[type]);
    note(events::create(object.m_id, entry));
    object.m_recorded = 1;
    object.touch();
}

void Recorder::lastUnit(HeapObject &object, HolderRef holder)
{
    prepareFor(&object);
    settle(object, 1);
    appendRelease(object, holder);
    object.m_dying = true;
}

void Recorder::lendToFinalizer(HeapObject &object)
{
    if (!object.m_id)
        return;
    record(events::finalize(object.m_id));
    object.m_recorded = 1;
    object.m_dying = false;
}

/// The collector's way to __del__: its own cycle holds the object, and no unit is lent.
void Recorder::finalizingGarbage(HeapObject &object)
{
    if (!object.m_id)
        return;
    prepare();
    append(events::finalize(object.m_id, object.m_recorded, object.m_recorded));
}

void Recorder::resurrected(HeapObject &object)
{
    if (object.m_id)
        record(events::resurrect(object.m_id));
}

void Recorder::freed(HeapObject &object)
{
    m_contents.erase(object.m_id);
    if (object.m_dirty) {
        object.m_dirty = false;
        std::erase(m_dirty, &object);
    }
    record(events::free(object.m_id));
    object.m_id = {};
}

std::string Recorder::label(const HeapObject &object) const
{
    return m_describer.typeName(object) + '#' + std::to_string(m_ordinalOf[object.m_id.index()]);
}

bool Recorder::drawable(const HeapObject &object)
{
    return object.m_id || object.wantsCard();
}

void Recorder::reveal(HeapObject &object)
{
    if (!object.m_id && object.wantsCard())
        draw(object);
}

void Recorder::draw(HeapObject &object)
{
    born(object, drawnKind(object.kind()));
    object.recordContents(*this);
}

void Recorder::revealHeld(HeapObject &object)
{
    reveal(object);
    if (object.m_id)
        fillHiddenPlaces(object);
}

void Recorder::fillHiddenPlaces(HeapObject &object)
{
    const Value held = Value::share(object);
    ++object.m_lent;
    for (std::size_t index = 0; index < m_names.size(); ++index) {
        if (m_names[index].hidden == &object)
            put(NameId{static_cast<std::uint32_t>(index + 1)}, held);
    }
    for (std::size_t index = 0; index < m_slots.size(); ++index) {
        if (m_slots[index].hidden == &object)
            put(SlotId{static_cast<std::uint32_t>(index + 1)}, held);
    }
    --object.m_lent;
}

// ---------------------------------------------------------------- names and slots

Recorder::Filling &Recorder::filling(NameId id)
{
    return grownTo(m_names, id);
}
Recorder::Filling &Recorder::filling(SlotId id)
{
    return grownTo(m_slots, id);
}

TextId Recorder::describe(const Value &value)
{
    return m_words.text(m_describer.describe(value));
}

Recorder::Filling Recorder::fillingFor(NameId /*name*/, const Value &value)
{
    if (value.empty())
        return {};
    if (!value.isObject())
        return {.object = {}, .text = describe(value)};
    HeapObject &object = *value.object();
    reveal(object);
    if (object.m_id)
        return {.object = object.m_id, .text = {}};
    const TextId text = describe(value);
    return {.object = {}, .text = text, .hidden = text ? nullptr : &object};
}

Recorder::Filling Recorder::fillingFor(SlotId /*slot*/, const Value &value)
{
    Filling filling = fillingFor(NameId{}, value);
    if (filling.hidden != nullptr)
        filling.text = m_words.text(m_describer.describeHeld(value));
    return filling;
}

void Recorder::appendIn(NameId name, const Filling &now)
{
    if (now.object)
        append(events::bind(name, now.object));
    else if (now.text)
        append(events::bindValue(name, now.text));
}

void Recorder::appendOut(NameId name, const Filling &was)
{
    if (was.object)
        append(events::unbind(name, was.object));
    else if (was.text)
        append(events::unbindValue(name, was.text));
}

void Recorder::appendIn(SlotId slot, const Filling &now)
{
    if (now.object)
        append(events::link(slot, now.object));
    else if (now.text)
        append(events::item(slot, {}, now.text));
}

void Recorder::appendOut(SlotId slot, const Filling &was)
{
    if (was.dead)
        append(events::unlinkDead(slot));
    else if (was.object)
        append(events::unlink(slot, was.object));
    else if (was.text)
        append(events::item(slot, was.text, {}));
}

template<typename PlaceId>
void Recorder::fill(PlaceId place, HolderRef holder, const Value &value)
{
    const Filling now = fillingFor(place, value);
    HeapObject *incoming = now.object ? value.object() : nullptr;
    prepareFor(incoming);
    if (incoming != nullptr)
        settleFor(*incoming, holder);
    Filling &kept = filling(place);
    appendOut(place, kept);
    appendIn(place, now);
    keep(kept, now);
}

void Recorder::keep(Filling &kept, const Filling &now)
{
    if (kept.hidden != nullptr)
        --kept.hidden->m_hiddenPlaces;
    kept = now;
    if (kept.hidden != nullptr)
        ++kept.hidden->m_hiddenPlaces;
}

void Recorder::put(NameId name, const Value &value)
{
    fill(name, HolderRef::name(name), value);
}

void Recorder::put(SlotId slot, const Value &value)
{
    const Filling &was = filling(slot);
    const bool plainBefore = was.hidden == nullptr && (was.text || !was.filled());
    if (plainBefore && !value.isObject() && !value.empty()) { // one event, and no count changes
        const TextId now = describe(value);
        note(events::item(slot, was.text, now));
        filling(slot) = {.object = {}, .text = now};
        return;
    }
    fill(slot, HolderRef::slot(slot), value);
}

void Recorder::take(NameId name)
{
    Filling &kept = filling(name);
    if (kept.object || kept.text) {
        prepare();
        appendOut(name, kept);
    }
    keep(kept, {});
}

void Recorder::take(SlotId slot)
{
    Filling &kept = filling(slot);
    if (kept.object || kept.text || kept.dead) {
        prepare();
        appendOut(slot, kept);
    }
    keep(kept, {});
}

// ---------------------------------------------------------------- output, steps, chunks

void Recorder::print(std::string_view written)
{
    while (!written.empty()) {
        const std::size_t end = written.find('\n');
        const bool whole = end != std::string_view::npos;
        const TextId text = m_words.text(written.substr(0, end));
        note(whole ? events::print(text) : events::printPart(text));
        written.remove_prefix(whole ? end + 1 : written.size());
    }
}

void Recorder::step(Step step)
{
    refreshMore();
    prepare();
    step.firstEvent = m_stepBegin;
    step.endEvent = m_eventsBefore + m_chunk.events.size();
    m_stepBegin = step.endEvent;
    m_chunk.steps.push_back(step);
    ++m_stepCount;
    if (m_stepCount == 1 || m_chunk.events.size() >= eventsPerChunk)
        flush();
    else
        flushIfDue();
}

void Recorder::flushIfDue()
{
    if (!m_chunk.steps.empty() && std::chrono::steady_clock::now() - m_lastChunk >= chunkInterval)
        flush();
}

void Recorder::flush()
{
    if (m_chunk.steps.empty())
        return;
    const auto unfinished =
        m_chunk.events.begin() + static_cast<std::ptrdiff_t>(m_stepBegin - m_eventsBefore);
    std::vector<Event> kept(unfinished, m_chunk.events.end());
    m_chunk.events.erase(unfinished, m_chunk.events.end());
    m_chunk.growth = m_words.takeGrowth();
    const std::size_t firstSlot = m_slotCount;
    m_slotCount += m_chunk.growth.slots.size();
    for (const auto &[slot, text] : m_sharedTexts)
        m_chunk.growth.slots[slot.index() - firstSlot].text = text;
    m_sharedTexts.clear();
    m_eventsBefore += m_chunk.events.size();
    m_sink.append(std::exchange(m_chunk, {}));
    m_chunk.events = std::move(kept);
    m_lastChunk = std::chrono::steady_clock::now();
}

} // namespace tetherscope::vm
