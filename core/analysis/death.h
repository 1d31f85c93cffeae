#pragma once

#include "analysis/history.h"

#include <cstdint>
#include <optional>

namespace tetherscope {

/// How an object's life ended: by the numbers of the events.
///
///     unbind a; release Date#1 by a (count 0); finalize Date#1; … __del__ …; release; free Date#1
///               ^ lastRelease                  ^ finalize                             ^ free
struct Death
{
    ObjectId object;
    HolderRef lastHolder;                   ///< whose release made the count 0; in flight if nobody's by name
    std::uint32_t lastRelease = 0;          ///< the event that made the count 0 for the first time
    std::optional<std::uint32_t> finalize;  ///< its __del__ began
    std::optional<std::uint32_t> resurrect; ///< its __del__ kept it: no `free` then
    std::optional<std::uint32_t> free;      ///< memory back
};

/// The object's last dying that began before event number `end`; empty if its count was never 0.
std::optional<Death> deathOf(ObjectId object, std::uint64_t end, const Timeline &timeline,
                             const History &history);

} // namespace tetherscope
