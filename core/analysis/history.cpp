#include "analysis/history.h"

#include <algorithm>

namespace tetherscope {

namespace {

template<typename T, typename I>
void growTo(std::vector<T> &table, I id)
{
    if (id && table.size() < id.value)
        table.resize(id.value);
}

template<typename I>
std::span<const std::uint32_t> row(const std::vector<std::vector<std::uint32_t>> &table, I id)
{
    if (!id || id.index() >= table.size())
        return {};
    return table[id.index()];
}

bool aboutName(EventKind kind)
{
    return kind == EventKind::Bind || kind == EventKind::Unbind;
}

bool aboutSlot(EventKind kind)
{
    switch (kind) {
    case EventKind::Link:
    case EventKind::Unlink:
    case EventKind::Weaken:
    case EventKind::Clear:
    case EventKind::Item:
        return true;
    default:
        return false;
    }
}

} // namespace

void History::update(const Timeline &timeline)
{
    const std::span<const Event> all = timeline.allEvents();
    for (; m_seen < all.size(); ++m_seen)
        see(all[m_seen], static_cast<std::uint32_t>(m_seen), timeline.lexicon());
}

void History::see(const Event &event, std::uint32_t number, const Lexicon &lexicon)
{
    const auto note = [number](auto &table, auto id) {
        growTo(table, id);
        if (id && (table[id.index()].empty() || table[id.index()].back() != number))
            table[id.index()].push_back(number);
    };
    note(m_objects, event.object);
    if (aboutSlot(event.kind))
        note(m_objects, lexicon.slot(event.slot()).owner);
    if (aboutName(event.kind))
        note(m_names, event.name());
    seeKey(event, number, lexicon);
    m_previous = event;
}

void History::seeKey(const Event &event, std::uint32_t number, const Lexicon &lexicon)
{
    if (event.kind == EventKind::Create && event.entry())
        return store({{}, event.entry()}, {event.object, number, true});
    if (event.kind != EventKind::Link && event.kind != EventKind::Weaken && event.kind != EventKind::Clear)
        return;
    const ObjectId owner = lexicon.slot(event.slot()).owner;
    const bool ofReference = lexicon.object(owner).kind == ObjectKind::WeakReference;
    if (event.kind == EventKind::Clear && ofReference) {
        growTo(m_referents, owner);
        m_referents[owner.index()].cleared = true;
    } else if (event.kind == EventKind::Weaken && ofReference) {
        growTo(m_referents, owner);
        m_referents[owner.index()] = {event.object, false};
    } else if (event.kind == EventKind::Weaken) {
        store({event.slot(), {}}, {event.object, number, !replacesLiving(event)});
    } else if (event.kind == EventKind::Link && referentOf(event.object)) {
        store({event.slot(), {}}, {referentOf(event.object), number, !replacesLiving(event)});
    }
}

bool History::replacesLiving(const Event &event) const
{
    if (m_previous.kind != EventKind::Unlink || m_previous.slot() != event.slot() || m_previous.flag)
        return false;
    const ObjectId old = m_previous.object;
    const bool wasDead = old && old.index() < m_referents.size() && m_referents[old.index()].cleared;
    return !wasDead;
}

void History::store(KeyRef key, Keyed keyed)
{
    KeyPast &past = m_keyed[key];
    const bool another = !past.stored.empty() && past.stored.back().object != keyed.object;
    past.stored.push_back(keyed);
    if (!another || !keyed.missed || past.contested)
        return;
    past.contested = true;
    m_contested.push_back(key);
}

std::span<const std::uint32_t> History::eventsOf(ObjectId object) const
{
    return row(m_objects, object);
}

std::span<const std::uint32_t> History::eventsOf(NameId name) const
{
    return row(m_names, name);
}

std::span<const History::Keyed> History::keyed(KeyRef key) const
{
    const auto found = m_keyed.find(key);
    if (found == m_keyed.end())
        return {};
    return found->second.stored;
}

ObjectId History::referentOf(ObjectId reference) const
{
    return reference && reference.index() < m_referents.size() ? m_referents[reference.index()].object
                                                               : ObjectId{};
}

} // namespace tetherscope
