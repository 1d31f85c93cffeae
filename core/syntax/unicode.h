#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tetherscope {

/// One code point of a UTF-8 text and the bytes it takes (1 for a byte that is no UTF-8).
struct CodePoint
{
    char32_t value = 0;
    std::size_t length = 1;
    bool valid = true;
};

/// Requires: offset < text.size().
CodePoint codePointAt(std::string_view text, std::size_t offset);

/// The offset of the first byte that is no UTF-8: overlong forms, surrogates and values past U+10FFFF
/// included.
std::optional<std::size_t> firstInvalidUtf8(std::string_view text);

/// Requires: a Unicode scalar value.
void appendUtf8(std::string &text, char32_t value);

constexpr bool isContinuationByte(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The beginning of `text`, whole code points, in that many bytes at most.
std::string_view beginningOf(std::string_view text, std::size_t bytes);

/// Letters and "_". Beyond ASCII, everything that is not known to be a space, punctuation, a symbol or a
/// picture counts as a letter: wider than Python's own tables, which a scenario never notices.
bool startsIdentifier(char32_t value);
/// What startsIdentifier() says, and digits.
bool continuesIdentifier(char32_t value);

} // namespace tetherscope
