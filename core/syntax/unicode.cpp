#include "syntax/unicode.h"

#include <algorithm>
#include <array>

namespace tetherscope {

namespace {

struct CodeRange
{
    char32_t first;
    char32_t last;
};

/// Spaces, punctuation, symbols and pictures beyond ASCII.
constexpr std::array noLetters{
    CodeRange{0x80, 0xA9},       CodeRange{0xAB, 0xB4},       CodeRange{0xB6, 0xB6},
    CodeRange{0xB8, 0xB9},       CodeRange{0xBB, 0xBF},       CodeRange{0xD7, 0xD7},
    CodeRange{0xF7, 0xF7},       CodeRange{0x2000, 0x203E},   CodeRange{0x2041, 0x2053},
    CodeRange{0x2055, 0x2070},   CodeRange{0x2072, 0x207E},   CodeRange{0x2080, 0x208F},
    CodeRange{0x20A0, 0x20CF},   CodeRange{0x2190, 0x2BFF},   CodeRange{0x2E00, 0x2E7F},
    CodeRange{0x3000, 0x3004},   CodeRange{0x3008, 0x3020},   CodeRange{0xE000, 0xF8FF},
    CodeRange{0xFE10, 0xFE1F},   CodeRange{0xFE30, 0xFE32},   CodeRange{0xFEFF, 0xFEFF},
    CodeRange{0xFF01, 0xFF0F},   CodeRange{0xFF1A, 0xFF20},   CodeRange{0xFFE0, 0xFFFF},
    CodeRange{0x1F000, 0x1FAFF}, CodeRange{0xE0000, 0xE00FF}, CodeRange{0xF0000, 0x10FFFF},
};

constexpr bool isSurrogate(char32_t value)
{
    return value >= 0xD800 && value <= 0xDFFF;
}

/// Bytes that a sequence starting with this byte takes, 0 for a byte that starts none.
std::size_t sequenceLength(unsigned char lead)
{
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        return 3;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

char32_t smallestOfLength(std::size_t length)
{
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    return smallest.at(length);
}

} // namespace

CodePoint codePointAt(std::string_view text, std::size_t offset)
{
    const CodePoint invalid{0xFFFD, 1, false};
    const auto lead = static_cast<unsigned char>(text[offset]);
    const std::size_t length = sequenceLength(lead);
    if (length == 1) {
        return {lead, 1, true};
    }
    if (length == 0 || offset + length > text.size()) {
        return invalid;
    }
    char32_t value = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const char byte = text[offset + i];
        if (!isContinuationByte(byte)) {
            return invalid;
        }
        value = (value << 6U) | (static_cast<unsigned char>(byte) & 0x3FU);
    }
    const bool valid = value >= smallestOfLength(length) && value <= 0x10FFFF && !isSurrogate(value);
    return valid ? CodePoint{value, length, true} : invalid;
}

std::optional<std::size_t> firstInvalidUtf8(std::string_view text)
{
    for (std::size_t offset = 0; offset < text.size();) {
        const CodePoint point = codePointAt(text, offset);
        if (!point.valid) {
            return offset;
        }
        offset += point.length;
    }
    return std::nullopt;
}

void appendUtf8(std::string &text, char32_t value)
{
    const auto tail = [&](unsigned shift) { text += static_cast<char>(0x80U | ((value >> shift) & 0x3FU)); };
    if (value < 0x80) {
        text += static_cast<char>(value);
    } else if (value < 0x800) {
        text += static_cast<char>(0xC0U | (value >> 6U));
        tail(0);
    } else if (value < 0x10000) {
        text += static_cast<char>(0xE0U | (value >> 12U));
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0U | (value >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::string_view beginningOf(std::string_view text, std::size_t bytes)
{
    if (bytes >= text.size()) {
        return text;
    }
    while (bytes > 0 && isContinuationByte(text[bytes])) {
        --bytes;
    }
    return text.substr(0, bytes);
}

bool startsIdentifier(char32_t value)
{
    if (value < 0x80) {
        return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z') || value == '_';
    }
    return std::none_of(noLetters.begin(), noLetters.end(),
                        [value](CodeRange range) { return value >= range.first && value <= range.last; });
}

bool continuesIdentifier(char32_t value)
{
    return startsIdentifier(value) || (value >= '0' && value <= '9');
}

} // namespace tetherscope
