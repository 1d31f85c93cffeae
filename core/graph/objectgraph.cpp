#include "graph/objectgraph.h"

#include <algorithm>
#include <cassert>

// Every kind of event moves one cell of a table (a count, a binding, a slot, a row) from one value to
// another. Forward writes the value after, backward the value before, both through the same setters; the
// setters take the old cell out of the counters and lists and the new one in. So what is derived can neither
// drift nor depend on the direction.

namespace tetherscope {

namespace {

template<typename T, typename I>
T &grown(std::vector<T> &table, I id)
{
    if (id.index() >= table.size())
        table.resize(id.value);
    return table[id.index()];
}

/// Equal, where what one of them has not mentioned yet counts as empty.
template<typename T>
bool sameCells(const std::vector<T> &left, const std::vector<T> &right)
{
    const std::vector<T> &shorter = left.size() < right.size() ? left : right;
    const std::vector<T> &longer = left.size() < right.size() ? right : left;
    const auto tail = longer.begin() + static_cast<std::ptrdiff_t>(shorter.size());
    return std::equal(shorter.begin(), shorter.end(), longer.begin()) &&
           std::all_of(tail, longer.end(), [](const T &cell) { return cell == T{}; });
}

bool changesCount(EventKind kind)
{
    return kind == EventKind::Create || kind == EventKind::Acquire || kind == EventKind::Release ||
           kind == EventKind::Finalize;
}

SlotState slotBefore(const Event &event)
{
    switch (event.kind) {
    case EventKind::Unlink:
        return {.object = event.object, .dead = event.flag};
    case EventKind::Clear:
        return {.object = event.object};
    case EventKind::Item:
        return {.value = event.otherText()};
    default:
        return {};
    }
}

SlotState slotAfter(const Event &event)
{
    switch (event.kind) {
    case EventKind::Link:
    case EventKind::Weaken:
        return {.object = event.object};
    case EventKind::Clear:
        return {.dead = true};
    case EventKind::Item:
        return {.value = event.text};
    default:
        return {};
    }
}

} // namespace

void ObjectGraph::apply(const Event &event, const Lexicon &lexicon)
{
    assert(fits(event, lexicon));
    change(event, true, lexicon);
}

void ObjectGraph::revert(const Event &event, const Lexicon &lexicon)
{
    change(event, false, lexicon);
}

void ObjectGraph::change(const Event &event, bool forward, const Lexicon &lexicon)
{
    switch (event.kind) {
    case EventKind::Create:
    case EventKind::Free:
        setAlive(event.object, (event.kind == EventKind::Create) == forward);
        break;
    case EventKind::Finalize:
    case EventKind::Resurrect:
        grown(m_objects, event.object).finalizing = (event.kind == EventKind::Finalize) == forward;
        break;
    case EventKind::Bind:
    case EventKind::Unbind:
        setBinding(event.name(), (event.kind == EventKind::Bind) == forward
                                     ? Binding{event.object, event.text}
                                     : Binding{});
        break;
    case EventKind::Link:
    case EventKind::Unlink:
    case EventKind::Weaken:
    case EventKind::Clear:
    case EventKind::Item:
        setSlot(event.slot(), forward ? slotAfter(event) : slotBefore(event), lexicon);
        break;
    case EventKind::Call:
    case EventKind::Return:
        changeFrames(event, (event.kind == EventKind::Call) == forward);
        break;
    case EventKind::CacheMade:
        grown(m_caches, event.cache()).made = forward;
        break;
    default: // a count, or one that tells and changes nothing
        break;
    }
    if (changesCount(event.kind))
        grown(m_objects, event.object).strong = forward ? event.strong : event.before;
    if (event.entry())
        changeRow(event, forward, lexicon);
}

/// A miss, a hit or an eviction.
void ObjectGraph::changeRow(const Event &event, bool forward, const Lexicon &lexicon)
{
    CacheState &cache = grown(m_caches, lexicon.entry(event.entry()).cache);
    std::uint32_t &counter = event.kind == EventKind::Create    ? cache.misses
                             : event.kind == EventKind::Acquire ? cache.hits
                                                                : cache.evicted;
    forward ? ++counter : --counter;
    if (event.kind == EventKind::Acquire)
        return;
    const bool isThere = (event.kind == EventKind::Create) == forward;
    setEntry(event.entry(), isThere ? CacheEntryState{event.object, EntryState::Live} : CacheEntryState{},
             lexicon);
}

void ObjectGraph::changeFrames(const Event &event, bool begins)
{
    if (begins)
        m_frames.push_back({event.scope(), event.line()});
    else
        m_frames.pop_back();
}

/// What the factory functions require: without it an event could not be taken back.
bool ObjectGraph::fits(const Event &event, const Lexicon &lexicon) const
{
    const ObjectState object = this->object(event.object);
    switch (event.kind) {
    case EventKind::Create:
        return !object.alive && object.strong == event.before && entry(event.entry()) == CacheEntryState{};
    case EventKind::Acquire:
    case EventKind::Release:
        return object.alive && object.strong == event.before;
    case EventKind::Evict:
        return entry(event.entry()) == CacheEntryState{event.object, EntryState::Live};
    case EventKind::Free:
        return object.alive && object.held == 0;
    case EventKind::Bind:
        return !binding(event.name()).bound();
    case EventKind::Unbind:
        return binding(event.name()) == Binding{event.object, event.text};
    case EventKind::Link:
        return !slot(event.slot()).filled() && lexicon.slot(event.slot()).strength == SlotStrength::Strong;
    case EventKind::Weaken:
        return !slot(event.slot()).filled() && lexicon.slot(event.slot()).strength == SlotStrength::Weak;
    case EventKind::Unlink:
        return slot(event.slot()) == SlotState{.object = event.object, .dead = event.flag};
    case EventKind::Clear:
        return slot(event.slot()) == SlotState{.object = event.object};
    case EventKind::Item:
        return slot(event.slot()) == SlotState{.value = event.otherText()};
    case EventKind::Finalize:
        return object.alive && !object.finalizing && object.strong == event.before;
    case EventKind::Resurrect:
        return object.alive && object.finalizing;
    case EventKind::Return:
        return !m_frames.empty() && m_frames.back() == Frame{event.scope(), event.line()};
    case EventKind::CacheMade:
        return !cache(event.cache()).made;
    default:
        return true;
    }
}

void ObjectGraph::setAlive(ObjectId id, bool alive)
{
    grown(m_objects, id).alive = alive;
    alive ? m_living.insert(0, id) : m_living.remove(0, id);
}

void ObjectGraph::setBinding(NameId id, Binding binding)
{
    Binding &cell = grown(m_bindings, id);
    countHeld(cell.object, -1);
    countHeld(binding.object, +1);
    if (cell.bound() != binding.bound())
        binding.bound() ? m_bound.insert(0, id) : m_bound.remove(0, id);
    cell = binding;
}

void ObjectGraph::setSlot(SlotId id, SlotState state, const Lexicon &lexicon)
{
    const SlotInfo &info = lexicon.slot(id);
    SlotState &cell = grown(m_slots, id);
    const auto count =
        info.strength == SlotStrength::Strong ? &ObjectGraph::countHeld : &ObjectGraph::countWeak;
    (this->*count)(cell.object, -1);
    (this->*count)(state.object, +1);
    const std::size_t owner = info.owner.index();
    if (cell.filled() != state.filled())
        state.filled() ? m_filled.insert(owner, id) : m_filled.remove(owner, id);
    cell = state;
}

void ObjectGraph::setEntry(EntryId id, CacheEntryState state, const Lexicon &lexicon)
{
    CacheEntryState &cell = grown(m_entries, id);
    countWeak(cell.object, -1);
    countWeak(state.object, +1);
    const std::size_t cache = lexicon.entry(id).cache.index();
    const bool present = state.state != EntryState::Absent;
    if (present != (cell.state != EntryState::Absent))
        present ? m_present.insert(cache, id) : m_present.remove(cache, id);
    cell = state;
}

void ObjectGraph::countHeld(ObjectId id, int units)
{
    if (!id)
        return;
    grown(m_objects, id).held += static_cast<std::uint32_t>(units);
    m_strongEdges += static_cast<std::size_t>(units);
}

void ObjectGraph::countWeak(ObjectId id, int units)
{
    if (!id)
        return;
    grown(m_objects, id).weak += static_cast<std::uint32_t>(units);
    m_weakEdges += static_cast<std::size_t>(units);
}

std::size_t ObjectGraph::byteSize() const
{
    return m_objects.size() * sizeof(ObjectState) + m_bindings.size() * sizeof(Binding) +
           m_slots.size() * sizeof(SlotState) + m_entries.size() * sizeof(CacheEntryState) +
           m_caches.size() * sizeof(CacheState) + m_frames.size() * sizeof(Frame) + m_living.byteSize() +
           m_bound.byteSize() + m_filled.byteSize() + m_present.byteSize();
}

bool operator==(const ObjectGraph &left, const ObjectGraph &right)
{
    return left.m_frames == right.m_frames && sameCells(left.m_objects, right.m_objects) &&
           sameCells(left.m_bindings, right.m_bindings) && sameCells(left.m_slots, right.m_slots) &&
           sameCells(left.m_entries, right.m_entries) && sameCells(left.m_caches, right.m_caches) &&
           left.m_strongEdges == right.m_strongEdges && left.m_weakEdges == right.m_weakEdges;
}

} // namespace tetherscope
