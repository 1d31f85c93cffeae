#pragma once

#include "timeline/timeline.h"

#include <cstdint>
#include <string_view>

namespace tetherscope {

/// A text before a change and after it, with the lines that both begin and end with: what is between has been
/// replaced.
class TextChange
{
public:
    TextChange(std::string_view before, std::string_view after);

    /// Where a line stands now, or what has been written in its place; 0 if it is gone. Lines are 1-based.
    std::uint32_t lineAfter(std::uint32_t line) const;

private:
    std::uint32_t m_linesBefore;
    std::uint32_t m_linesAfter;
    std::uint32_t m_head = 0; ///< lines that are the same at the beginning
    std::uint32_t m_tail = 0; ///< at the end, none of them in the head
};

/// The step of a changed scenario's run in which the same statement is done as in `step` of the run before,
/// the same time of all; where there is none, the last one before it that both runs have.
std::uint32_t followedStep(const Timeline &before, std::uint32_t step, const Timeline &after,
                           const TextChange &change);

} // namespace tetherscope
