#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace tetherscope {

/// A dense number that names one thing of one kind within one run; 0 names nothing.
///
/// Ids are given in order of first appearance and are never reused, so they are the same in every run
/// of the same text, they compare in order of birth, and id - 1 is an index into the Lexicon's tables.
/// Models, signals and files carry ids, never pointers.
template<typename Tag>
struct Id
{
    std::uint32_t value = 0;

    constexpr explicit operator bool() const { return value != 0; }
    constexpr std::size_t index() const { return value - 1; } ///< Requires: not the empty id.
    friend constexpr auto operator<=>(Id, Id) = default;
};

using TextId = Id<struct TextTag>;     ///< an interned UTF-8 text
using ScopeId = Id<struct ScopeTag>;   ///< the module, a class, or one call of a function
using NameId = Id<struct NameTag>;     ///< one name in one scope: "a" of "<module>"
using ObjectId = Id<struct ObjectTag>; ///< one object, over its whole life
using SlotId = Id<struct SlotTag>;     ///< one place in an object that can hold something: ".next", "[0]"
using CacheId = Id<struct CacheTag>;   ///< one weak cache (a class under @weak_cached)
using EntryId = Id<struct EntryTag>;   ///< one key of one weak cache

} // namespace tetherscope

template<typename Tag>
struct std::hash<tetherscope::Id<Tag>>
{
    std::size_t operator()(tetherscope::Id<Tag> id) const noexcept { return id.value; }
};
