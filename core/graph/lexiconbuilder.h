#pragma once

#include "graph/lexicon.h"
#include "graph/pairids.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace tetherscope {

/// The writing side of a Lexicon: gives out ids and keeps what was added since the last takeGrowth().
///
/// It remembers every text and pair it has given an id, so asking twice gives the same id.
class LexiconBuilder
{
public:
    TextId text(std::string_view text);
    ScopeId addScope(std::string_view name, std::string_view function, ScopeKind kind);
    NameId name(ScopeId scope, TextId text);
    NameId name(ScopeId scope, std::string_view text) { return name(scope, this->text(text)); }
    /// Counts the objects of each type name itself: the n of Type#n.
    ObjectId addObject(std::string_view type, ObjectKind kind);
    SlotId slot(ObjectId owner, TextId text, SlotStrength strength = SlotStrength::Strong);
    SlotId slot(ObjectId owner, std::string_view text, SlotStrength strength = SlotStrength::Strong)
    {
        return slot(owner, this->text(text), strength);
    }
    CacheId addCache(std::string_view name);
    EntryId entry(CacheId cache, std::string_view key);

    LexiconGrowth takeGrowth();

private:
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    std::unordered_map<std::string, TextId, TextHash, std::equal_to<>> m_texts;
    std::unordered_map<TextId, std::uint32_t> m_ordinals; ///< objects made so far, by type name
    PairIds m_names;
    PairIds m_slots[2]; ///< by strength
    PairIds m_entries;
    std::uint32_t m_scopeCount = 0;
    std::uint32_t m_nameCount = 0;
    std::uint32_t m_objectCount = 0;
    std::uint32_t m_slotCount = 0;
    std::uint32_t m_cacheCount = 0;
    std::uint32_t m_entryCount = 0;
    LexiconGrowth m_growth;
};

} // namespace tetherscope
