#pragma once

#include "graph/ids.h"

#include <compare>
#include <cstdint>

namespace tetherscope {

/// What a person can point at in the picture: a name, an object (a card or a weak reference's ring), a weak
/// cache.
struct Target
{
    enum class Kind : std::uint8_t { Nothing, Name, Object, Cache };

    Kind kind = Kind::Nothing;
    std::uint32_t id = 0;

    static constexpr Target nothing() { return {}; }
    static constexpr Target of(NameId name) { return name ? Target{Kind::Name, name.value} : Target{}; }
    static constexpr Target of(ObjectId object)
    {
        return object ? Target{Kind::Object, object.value} : Target{};
    }
    static constexpr Target of(CacheId cache) { return cache ? Target{Kind::Cache, cache.value} : Target{}; }

    constexpr explicit operator bool() const { return kind != Kind::Nothing; }
    constexpr NameId name() const { return {kind == Kind::Name ? id : 0}; }
    constexpr ObjectId object() const { return {kind == Kind::Object ? id : 0}; }
    constexpr CacheId cache() const { return {kind == Kind::Cache ? id : 0}; }
    friend constexpr auto operator<=>(Target, Target) = default;
};

} // namespace tetherscope
