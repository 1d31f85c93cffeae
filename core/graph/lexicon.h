#pragma once

#include "graph/ids.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tetherscope {

enum class ScopeKind : std::uint8_t { Module, Class, Frame };

enum class ObjectKind : std::uint8_t {
    Instance,
    List,
    Dict,
    Set,
    Tuple,
    WeakReference, ///< labelled ref#n, drawn as a ring
    Function,
    Method,
    Exception,
    Other, ///< iterators, weak containers, what later rooms bring
};

struct ScopeInfo
{
    TextId name = {};     ///< as exported: "<module>", "Date", "Date.__new__@2"
    TextId function = {}; ///< a frame's qualified name without the call number: "Date.__new__"; else as name
    ScopeKind kind = ScopeKind::Module;
};

struct NameInfo
{
    ScopeId scope = {};
    TextId text = {};
};

struct ObjectInfo
{
    TextId type = {};          ///< Python's type name: "Date", "dict", "ref"
    std::uint32_t ordinal = 0; ///< the n of Type#n
    ObjectKind kind = ObjectKind::Instance;
};

enum class SlotStrength : std::uint8_t { Strong, Weak };

struct SlotInfo
{
    ObjectId owner = {};
    TextId text = {}; ///< as exported: "next", "[0]", "['key']", "*"
    SlotStrength strength = SlotStrength::Strong;
};

struct CacheInfo
{
    TextId name = {}; ///< the class's name
};

struct EntryInfo
{
    CacheId cache = {};
    TextId key = {}; ///< Python's repr of the key
};

/// What became known since the last growth; ids continue where the lexicon ends.
struct LexiconGrowth
{
    std::vector<std::string> texts;
    std::vector<ScopeInfo> scopes;
    std::vector<NameInfo> names;
    std::vector<ObjectInfo> objects;
    std::vector<SlotInfo> slots;
    std::vector<CacheInfo> caches;
    std::vector<EntryInfo> entries;
};

/// Everything a run ever mentions, by id: the nouns that events are made of.
///
/// Append-only; a fact never changes once it is in. A name or a slot gets its id when it is first bound or
/// filled, so walking ids in order is walking in order of first appearance, whatever happened since.
/// Views and spans stay valid until the next append().
class Lexicon
{
public:
    void append(LexiconGrowth &&growth);

    /// "" for the empty id.
    std::string_view text(TextId id) const;
    const ScopeInfo &scope(ScopeId id) const;
    const NameInfo &name(NameId id) const;
    const ObjectInfo &object(ObjectId id) const;
    const SlotInfo &slot(SlotId id) const;
    const CacheInfo &cache(CacheId id) const;
    const EntryInfo &entry(EntryId id) const;

    std::size_t textCount() const { return m_texts.size(); }
    std::size_t scopeCount() const { return m_scopes.size(); }
    std::size_t nameCount() const { return m_names.size(); }
    std::size_t objectCount() const { return m_objects.size(); }
    std::size_t slotCount() const { return m_slots.size(); }
    std::size_t cacheCount() const { return m_caches.size(); }
    std::size_t entryCount() const { return m_entries.size(); }

    /// Every slot the object ever has, every name the scope ever binds, every key the cache ever has,
    /// each in order of first appearance.
    std::span<const SlotId> slotsOf(ObjectId id) const;
    std::span<const NameId> namesOf(ScopeId id) const;
    std::span<const EntryId> entriesOf(CacheId id) const;

    /// "Date#1"; for the empty id "".
    std::string label(ObjectId id) const;
    std::string_view scopeName(ScopeId id) const { return text(scope(id).name); }
    std::string_view nameText(NameId id) const { return text(name(id).text); }
    std::string_view typeName(ObjectId id) const { return text(object(id).type); }
    std::string_view slotText(SlotId id) const { return text(slot(id).text); }

private:
    std::vector<std::string> m_texts;
    std::vector<ScopeInfo> m_scopes;
    std::vector<NameInfo> m_names;
    std::vector<ObjectInfo> m_objects;
    std::vector<SlotInfo> m_slots;
    std::vector<CacheInfo> m_caches;
    std::vector<EntryInfo> m_entries;
    std::vector<std::vector<SlotId>> m_slotsOf;
    std::vector<std::vector<NameId>> m_namesOf;
    std::vector<std::vector<EntryId>> m_entriesOf;
};

} // namespace tetherscope
