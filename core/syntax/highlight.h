#pragma once

#include "syntax/diagnostic.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace tetherscope {

enum class HighlightKind : std::uint8_t {
    Keyword,
    Constant,   ///< True, False, None
    Builtin,    ///< the name of a builtin function, type or exception, where it is no attribute
    Definition, ///< the name that a `def` or `class` gives
    Decorator,  ///< `@` and the names behind it
    Number,
    String,
    Comment,
};

/// Part of one line in one colour.
struct HighlightSpan
{
    Place place;
    HighlightKind kind = HighlightKind::Keyword;
    friend bool operator==(const HighlightSpan &, const HighlightSpan &) = default;
};

/// The coloured parts of a scenario's text, in order, none over another; a string over several lines is one
/// span a line. Works on any text, however broken; what it cannot make out is left out. Lines are what \n
/// ends.
std::vector<HighlightSpan> highlight(std::string_view text);

} // namespace tetherscope
