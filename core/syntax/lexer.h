#pragma once

#include "syntax/textcursor.h"
#include "syntax/token.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace tetherscope {

/// `#` and what follows in its line.
struct Comment
{
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Place place;
    bool alone = false; ///< nothing but blanks before it
};

/// A bracket that nothing closes, and the index of the Fault token at which that became certain.
struct UnclosedBracket
{
    Token bracket;
    std::size_t noticedAt = 0;
};

/// A text in tokens. Brackets join lines; Newline, Indent and Dedent stand as Python's grammar wants them;
/// the last token is End.
struct LexedText
{
    std::vector<Token> tokens;
    std::vector<Comment> comments; ///< in order
    std::vector<Diagnostic> faults;
    std::vector<UnclosedBracket> unclosed; ///< in order of noticedAt

    /// Why this is no token. Requires: its kind is Fault.
    const Diagnostic &fault(const Token &token) const { return faults[token.fault]; }
};

/// Never fails: what is no token becomes a Fault, and the reading goes on behind it. Linear in the text.
/// Requires: lines end in \n. Invalid UTF-8 becomes Faults.
LexedText lex(std::string_view text);

/// Reads the inside of an f-string's braces, `text` from `start` to its end, as one expression over any
/// number of lines.
LexedText lexField(std::string_view text, TextPosition start);

/// Whether a string literal starts here: its prefix, if any, and a quote; the prefix's length, or -1.
int stringPrefixLength(std::string_view text);

} // namespace tetherscope
