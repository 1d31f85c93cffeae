#include "analysis/text.h"

#include <algorithm>
#include <charconv>

namespace tetherscope {

namespace {

constexpr std::string_view ellipsis = "…";

bool continuesCodePoint(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// The byte at which the code point with this number begins.
std::size_t byteOf(std::string_view text, std::size_t codePoint)
{
    std::size_t byte = 0;
    for (; byte < text.size(); ++byte)
        if (!continuesCodePoint(text[byte]) && codePoint-- == 0)
            break;
    return byte;
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

} // namespace

void append(Spans &spans, const Span &more)
{
    if (more.text.empty())
        return;
    if (!spans.empty() && spans.back().kind == more.kind)
        spans.back().text += more.text;
    else
        spans.push_back(more);
}

void append(Spans &spans, const Spans &more)
{
    for (const Span &span : more)
        append(spans, span);
}

std::string plainText(const Spans &spans)
{
    std::string text;
    for (const Span &span : spans)
        text += span.text;
    return text;
}

std::size_t textLength(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return !continuesCodePoint(c); }));
}

std::string elideMiddle(std::string_view text, std::size_t length)
{
    const std::size_t all = textLength(text);
    if (all <= length)
        return std::string(text);
    if (length == 0)
        return {};
    const std::size_t head = length / 2;
    const std::size_t tail = length - 1 - head;
    std::string elided(text.substr(0, byteOf(text, head)));
    elided += ellipsis;
    elided += text.substr(byteOf(text, all - tail));
    return elided;
}

std::string withoutAddresses(std::string_view text)
{
    std::string kept;
    for (std::size_t i = 0; i < text.size();) {
        const bool address = text.substr(i, 2) == "0x" && i + 2 < text.size() && isHexDigit(text[i + 2]);
        kept += text[i];
        ++i;
        if (!address)
            continue;
        kept += 'x';
        kept += ellipsis;
        for (++i; i < text.size() && isHexDigit(text[i]);)
            ++i;
    }
    return kept;
}

std::string onOneLine(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    return text;
}

std::string decimal(std::uint64_t number)
{
    char digits[20];
    const std::to_chars_result end = std::to_chars(digits, digits + sizeof digits, number);
    return std::string(digits, end.ptr);
}

} // namespace tetherscope
