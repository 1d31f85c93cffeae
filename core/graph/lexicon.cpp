#include "graph/lexicon.h"

#include <iterator>

namespace tetherscope {

namespace {

template<typename T>
void moveToEnd(std::vector<T> &from, std::vector<T> &to)
{
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    from.clear();
}

template<typename I>
I idAt(std::size_t index)
{
    return I{static_cast<std::uint32_t>(index + 1)};
}

} // namespace

void Lexicon::append(LexiconGrowth &&growth)
{
    const std::size_t oldNames = m_names.size();
    const std::size_t oldSlots = m_slots.size();
    const std::size_t oldEntries = m_entries.size();
    moveToEnd(growth.texts, m_texts);
    moveToEnd(growth.scopes, m_scopes);
    moveToEnd(growth.names, m_names);
    moveToEnd(growth.objects, m_objects);
    moveToEnd(growth.slots, m_slots);
    moveToEnd(growth.caches, m_caches);
    moveToEnd(growth.entries, m_entries);

    m_namesOf.resize(m_scopes.size());
    m_slotsOf.resize(m_objects.size());
    m_entriesOf.resize(m_caches.size());
    for (std::size_t i = oldNames; i < m_names.size(); ++i)
        m_namesOf[m_names[i].scope.index()].push_back(idAt<NameId>(i));
    for (std::size_t i = oldSlots; i < m_slots.size(); ++i)
        m_slotsOf[m_slots[i].owner.index()].push_back(idAt<SlotId>(i));
    for (std::size_t i = oldEntries; i < m_entries.size(); ++i)
        m_entriesOf[m_entries[i].cache.index()].push_back(idAt<EntryId>(i));
}

std::string_view Lexicon::text(TextId id) const
{
    return id ? std::string_view(m_texts[id.index()]) : std::string_view();
}

const ScopeInfo &Lexicon::scope(ScopeId id) const
{
    return m_scopes[id.index()];
}

const NameInfo &Lexicon::name(NameId id) const
{
    return m_names[id.index()];
}

const ObjectInfo &Lexicon::object(ObjectId id) const
{
    return m_objects[id.index()];
}

const SlotInfo &Lexicon::slot(SlotId id) const
{
    return m_slots[id.index()];
}

const CacheInfo &Lexicon::cache(CacheId id) const
{
    return m_caches[id.index()];
}

const EntryInfo &Lexicon::entry(EntryId id) const
{
    return m_entries[id.index()];
}

std::span<const SlotId> Lexicon::slotsOf(ObjectId id) const
{
    return m_slotsOf[id.index()];
}

std::span<const NameId> Lexicon::namesOf(ScopeId id) const
{
    return m_namesOf[id.index()];
}

std::span<const EntryId> Lexicon::entriesOf(CacheId id) const
{
    return m_entriesOf[id.index()];
}

std::string Lexicon::label(ObjectId id) const
{
    if (!id)
        return {};
    const ObjectInfo &info = object(id);
    return std::string(text(info.type)) + '#' + std::to_string(info.ordinal);
}

} // namespace tetherscope
