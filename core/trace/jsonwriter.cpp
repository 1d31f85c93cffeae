#include "trace/jsonwriter.h"

#include <cassert>
#include <charconv>
#include <cmath>

namespace tetherscope {

namespace {

/// What follows the backslash, or 0 for a character that stands for itself or is written by number.
char shortEscape(char character)
{
    switch (character) {
    case '"':
    case '\\':
        return character;
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return 0;
    }
}

void appendEscaped(char character, std::string &text)
{
    constexpr std::string_view digits = "0123456789abcdef";
    const auto code = static_cast<unsigned char>(character);
    if (const char escape = shortEscape(character)) {
        text += '\\';
        text += escape;
    } else if (code < 0x20) {
        text += "\\u00";
        text += digits[code >> 4];
        text += digits[code & 15];
    } else {
        text += character;
    }
}

} // namespace

void JsonWriter::open(char bracket)
{
    separate();
    m_text += bracket;
    m_needsComma = false;
}

void JsonWriter::close(char bracket)
{
    m_text += bracket;
    m_needsComma = true;
}

void JsonWriter::key(std::string_view name)
{
    separate();
    quote(name);
    m_text += ": ";
    m_needsComma = false;
}

void JsonWriter::value(std::string_view text)
{
    separate();
    quote(text);
}

void JsonWriter::value(std::uint64_t number)
{
    separate();
    char digits[20];
    const auto result = std::to_chars(digits, digits + sizeof digits, number);
    m_text.append(digits, result.ptr);
}

void JsonWriter::value(double number)
{
    assert(std::isfinite(number));
    separate();
    const double rounded = std::round(number * 100) / 100 + 0.0; // the sum turns -0 into 0
    char digits[330]; // the largest double has 309 before the point
    const auto result = std::to_chars(digits, digits + sizeof digits, rounded, std::chars_format::fixed);
    m_text.append(digits, result.ptr);
}

void JsonWriter::null()
{
    separate();
    m_text += "null";
}

void JsonWriter::separate()
{
    if (m_needsComma)
        m_text += ", ";
    m_needsComma = true;
}

void JsonWriter::quote(std::string_view text)
{
    m_text += '"';
    for (const char character : text)
        appendEscaped(character, m_text);
    m_text += '"';
}

} // namespace tetherscope
