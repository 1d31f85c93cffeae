#pragma once

#include <cstdint>
#include <string>

namespace tetherscope::vm {

enum class LetterCase : std::uint8_t { Upper, Lower, Title, Folded };

/// Appends the letter in that case, which may take up to two letters: "ß" is "SS".
///
/// Mappings are those of CPython 3.11 (Unicode 14) for the Latin, Greek, Cyrillic and Armenian scripts; what
/// belongs to another one is appended as it is.
void appendInCase(std::string &text, char32_t letter, LetterCase wanted);

/// Whether the letter has more than one case.
bool isCased(char32_t letter);

} // namespace tetherscope::vm
