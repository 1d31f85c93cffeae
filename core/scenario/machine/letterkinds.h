#pragma once

#include <optional>

/// What kind of letter a code point is, as the methods of str and repr() see it.
namespace tetherscope::vm {

bool isLetter(char32_t letter);
/// 0 to 9 in any script; nothing: no decimal digit.
std::optional<int> decimalDigit(char32_t letter);
bool isDigit(char32_t letter);
bool isNumeric(char32_t letter);
bool isBlank(char32_t letter);
bool endsLine(char32_t letter);
bool isPrintable(char32_t letter);

} // namespace tetherscope::vm
