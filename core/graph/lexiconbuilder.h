#pragma once

#include "graph/lexicon.h"

#include <map>
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
    NameId name(ScopeId scope, std::string_view text);
    /// Counts the objects of each type name itself: the n of Type#n.
    ObjectId addObject(std::string_view type, ObjectKind kind);
    SlotId slot(ObjectId owner, std::string_view text, SlotStrength strength = SlotStrength::Strong);
    CacheId addCache(std::string_view name);
    EntryId entry(CacheId cache, std::string_view key);

    LexiconGrowth takeGrowth();

private:
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    struct PairHash
    {
        std::size_t operator()(std::uint64_t pair) const { return std::hash<std::uint64_t>{}(pair); }
    };
    using PairMap = std::unordered_map<std::uint64_t, std::uint32_t, PairHash>;

    std::unordered_map<std::string, TextId, TextHash, std::equal_to<>> m_texts;
    std::unordered_map<TextId, std::uint32_t> m_ordinals; ///< objects made so far, by type name
    PairMap m_names;
    PairMap m_slots[2]; ///< by strength
    PairMap m_entries;
    std::uint32_t m_scopeCount = 0;
    std::uint32_t m_nameCount = 0;
    std::uint32_t m_objectCount = 0;
    std::uint32_t m_slotCount = 0;
    std::uint32_t m_cacheCount = 0;
    std::uint32_t m_entryCount = 0;
    LexiconGrowth m_growth;
};

} // namespace tetherscope
