#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tetherscope {

/// A place in a scenario's text: 1-based line, 1-based column in code points; `endColumn` is one past the
/// last (equal to `column`: unknown). Line 0: the file as a whole.
struct Place
{
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint32_t endColumn = 0;
    friend bool operator==(const Place &, const Place &) = default;
};

/// What is wrong, said to the person who wrote the text: one sentence, and what to write instead where there
/// is something to write.
struct Diagnostic
{
    Place place;
    std::string message;
    std::string hint; ///< may be empty
    friend bool operator==(const Diagnostic &, const Diagnostic &) = default;
};

/// "FILE:LINE:COLUMN: error: MESSAGE" or, without a place, "FILE: error: MESSAGE"; the hint on a line of its
/// own.
std::string format(std::string_view file, const Diagnostic &diagnostic);

} // namespace tetherscope
