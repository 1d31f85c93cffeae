#pragma once

#include "graph/ids.h"

#include <compare>
#include <cstdint>

namespace tetherscope {

/// What kind of statement a step has executed; the sentence's template depends on it.
enum class StatementKind : std::uint8_t {
    None, ///< step 0, and the last step after the last statement
    Assign,
    AugmentedAssign,
    Delete,
    Expression,
    Assert,
    Return,
    Raise,
    Pass,
    Break,
    Continue,
    Import,
    Global,
    Define,
    Class,
};

/// The state after one simple statement, in whichever frame: the unit of a step key.
/// Its events are those since the step before; texts are empty ids where they do not apply.
struct Step
{
    std::uint32_t line = 0; ///< 1-based; 0 for step 0 and for the step after the last statement
    ScopeId scope = {};
    std::uint32_t depth = 0; ///< frames below the module's; 0 at module level
    StatementKind kind = StatementKind::None;
    TextId source = {};
    TextId narration = {};
    TextId value = {};  ///< what a notebook would show under the cell
    TextId raised = {}; ///< "KeyError: (2022, 12, 3)"
    std::uint64_t firstEvent = 0;
    std::uint64_t endEvent = 0; ///< one past the last

    std::uint64_t eventCount() const { return endEvent - firstEvent; }
};

/// A moment of a run: after `events` of the events of step `step`. Whole steps have all of theirs.
struct Position
{
    std::uint32_t step = 0;
    std::uint32_t events = 0;
    friend constexpr auto operator<=>(Position, Position) = default;
};

} // namespace tetherscope
