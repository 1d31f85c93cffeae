#include "graph/lexiconbuilder.h"

namespace tetherscope {

namespace {

template<typename Owner>
std::uint64_t pairOf(Owner owner, TextId text)
{
    return std::uint64_t{owner.value} << 32 | text.value;
}

} // namespace

TextId LexiconBuilder::text(std::string_view text)
{
    if (text.empty())
        return {};
    if (const auto known = m_texts.find(text); known != m_texts.end())
        return known->second;
    const TextId id{static_cast<std::uint32_t>(m_texts.size() + 1)};
    m_texts.emplace(text, id);
    m_growth.texts.emplace_back(text);
    return id;
}

ScopeId LexiconBuilder::addScope(std::string_view name, std::string_view function, ScopeKind kind)
{
    const TextId nameId = text(name);
    m_growth.scopes.push_back({nameId, text(function), kind});
    return {++m_scopeCount};
}

NameId LexiconBuilder::name(ScopeId scope, TextId text)
{
    const NameId id{m_names.idOf(pairOf(scope, text), m_nameCount + 1)};
    if (id.value > m_nameCount) {
        ++m_nameCount;
        m_growth.names.push_back({scope, text});
    }
    return id;
}

ObjectId LexiconBuilder::addObject(std::string_view type, ObjectKind kind)
{
    const TextId typeId = text(type);
    m_growth.objects.push_back({typeId, ++m_ordinals[typeId], kind});
    return {++m_objectCount};
}

SlotId LexiconBuilder::slot(ObjectId owner, TextId text, SlotStrength strength)
{
    const SlotId id{m_slots[static_cast<std::size_t>(strength)].idOf(pairOf(owner, text), m_slotCount + 1)};
    if (id.value > m_slotCount) {
        ++m_slotCount;
        m_growth.slots.push_back({owner, text, strength});
    }
    return id;
}

CacheId LexiconBuilder::addCache(std::string_view name)
{
    m_growth.caches.push_back({text(name)});
    return {++m_cacheCount};
}

EntryId LexiconBuilder::entry(CacheId cache, std::string_view key)
{
    const TextId keyId = text(key);
    const EntryId id{m_entries.idOf(pairOf(cache, keyId), m_entryCount + 1)};
    if (id.value > m_entryCount) {
        ++m_entryCount;
        m_growth.entries.push_back({cache, keyId});
    }
    return id;
}

LexiconGrowth LexiconBuilder::takeGrowth()
{
    return std::exchange(m_growth, {});
}

} // namespace tetherscope
