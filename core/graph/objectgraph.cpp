#include "graph/objectgraph.h"

#include <algorithm>
#include <cassert>

// Every kind of event moves one cell of one table (a count, a binding, a slot, a row) from one value to
// another. apply() writes the value after, revert() the value before, both through the same setters; the
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

} // namespace

void ObjectGraph::apply(const Event &event, const Lexicon &lexicon)
{
    assert(fits(event, lexicon));
    switch (event.kind) {
    case EventKind::Create:
        setAlive(event.object, true);
        if (const EntryId entry = event.entry()) {
            setEntry(entry, {event.object, EntryState::Live}, lexicon);
            ++grown(m_caches, lexicon.entry(entry).cache).misses;
        }
        break;
    case EventKind::Acquire:
        if (const EntryId entry = event.entry())
            ++grown(m_caches, lexicon.entry(entry).cache).hits;
        [[fallthrough]];
    case EventKind::Release:
        grown(m_objects, event.object).strong = event.strong;
        break;
    case EventKind::Evict:
        setEntry(event.entry(), {}, lexicon);
        ++grown(m_caches, lexicon.entry(event.entry()).cache).evicted;
        break;
    case EventKind::Free:
        setAlive(event.object, false);
        break;
    case EventKind::Bind:
        setBinding(event.name(), {event.object, event.text});
        break;
    case EventKind::Unbind:
        setBinding(event.name(), {});
        break;
    case EventKind::Link:
    case EventKind::Weaken:
        setSlot(event.slot(), {.object = event.object}, lexicon);
        break;
    case EventKind::Unlink:
        setSlot(event.slot(), {}, lexicon);
        break;
    case EventKind::Clear:
        setSlot(event.slot(), {.dead = true}, lexicon);
        break;
    case EventKind::Item:
        setSlot(event.slot(), {.value = event.text}, lexicon);
        break;
    case EventKind::Finalize:
        grown(m_objects, event.object).finalizing = true;
        grown(m_objects, event.object).strong = event.strong;
        break;
    case EventKind::Resurrect:
        grown(m_objects, event.object).finalizing = false;
        break;
    case EventKind::Call:
        m_frames.push_back({event.scope(), event.line()});
        break;
    case EventKind::Return:
        m_frames.pop_back();
        break;
    case EventKind::CacheMade:
        grown(m_caches, event.cache()).made = true;
        break;
    default: // the others tell, and change nothing
        break;
    }
}

void ObjectGraph::revert(const Event &event, const Lexicon &lexicon)
{
    switch (event.kind) {
    case EventKind::Create:
        if (const EntryId entry = event.entry()) {
            setEntry(entry, {}, lexicon);
            --grown(m_caches, lexicon.entry(entry).cache).misses;
        }
        setAlive(event.object, false);
        break;
    case EventKind::Acquire:
        if (const EntryId entry = event.entry())
            --grown(m_caches, lexicon.entry(entry).cache).hits;
        [[fallthrough]];
    case EventKind::Release:
        grown(m_objects, event.object).strong = event.before;
        break;
    case EventKind::Evict:
        setEntry(event.entry(), {event.object, EntryState::Live}, lexicon);
        --grown(m_caches, lexicon.entry(event.entry()).cache).evicted;
        break;
    case EventKind::Free:
        setAlive(event.object, true);
        break;
    case EventKind::Bind:
        setBinding(event.name(), {});
        break;
    case EventKind::Unbind:
        setBinding(event.name(), {event.object, event.text});
        break;
    case EventKind::Link:
    case EventKind::Weaken:
        setSlot(event.slot(), {}, lexicon);
        break;
    case EventKind::Unlink:
        setSlot(event.slot(), {.object = event.object, .dead = event.flag}, lexicon);
        break;
    case EventKind::Clear:
        setSlot(event.slot(), {.object = event.object}, lexicon);
        break;
    case EventKind::Item:
        setSlot(event.slot(), {.value = event.otherText()}, lexicon);
        break;
    case EventKind::Finalize:
        grown(m_objects, event.object).finalizing = false;
        grown(m_objects, event.object).strong = event.before;
        break;
    case EventKind::Resurrect:
        grown(m_objects, event.object).finalizing = true;
        break;
    case EventKind::Call:
        m_frames.pop_back();
        break;
    case EventKind::Return:
        m_frames.push_back({event.scope(), event.line()});
        break;
    case EventKind::CacheMade:
        grown(m_caches, event.cache()).made = false;
        break;
    default:
        break;
    }
}

/// What the factory functions require: without it an event could not be taken back.
bool ObjectGraph::fits(const Event &event, const Lexicon &lexicon) const
{
    const ObjectState object = this->object(event.object);
    switch (event.kind) {
    case EventKind::Create:
        return !object.alive && object.strong == 0 && entry(event.entry()) == CacheEntryState{};
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
