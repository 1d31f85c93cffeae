#pragma once

#include <string_view>
#include <vector>

namespace tetherscope {

/// The plain names that a simple statement assigns or deletes, as written: "a, b = b, a" gives a, b and
/// "x.y[i] = z" nothing. Views into the statement's text.
std::vector<std::string_view> targetNames(std::string_view statement);

/// Every name that the text reads or writes, as written, attributes left out, repetitions kept.
std::vector<std::string_view> mentionedNames(std::string_view text);

} // namespace tetherscope
