#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tetherscope {

/// A run of characters that looks one way. Objects, names, keys and Python's own texts are Code; Strong is
/// the one word that names what happened.
struct Span
{
    enum class Kind { Plain, Code, Strong };

    std::string text;
    Kind kind = Kind::Plain;
    friend bool operator==(const Span &, const Span &) = default;
};

/// Some words, in order. Neighbouring spans differ in kind.
using Spans = std::vector<Span>;

void append(Spans &spans, const Span &more);
void append(Spans &spans, const Spans &more);
std::string plainText(const Spans &spans);

/// How many characters a reader sees: code points of valid UTF-8.
std::size_t textLength(std::string_view text);

/// At most `length` characters: what is too much goes from the middle, and "…" stands there.
std::string elideMiddle(std::string_view text, std::size_t length);

/// "<Date object at 0x7f00000010>" -> "<Date object at 0x…>": addresses are made up and mean nothing.
std::string withoutAddresses(std::string_view text);

/// Line breaks and other control characters become spaces.
std::string onOneLine(std::string text);

/// Decimal, whatever the locale.
std::string decimal(std::uint64_t number);

} // namespace tetherscope
