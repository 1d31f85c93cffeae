#pragma once

#include "syntax/token.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tetherscope {

/// Why some characters are no token, and how many bytes they are.
struct LexicalMistake
{
    std::uint32_t length = 1;
    std::string message;
    std::string hint;
};

/// Operators of other languages: `&&`, `||`, `===`, … Requires: text not empty.
std::optional<LexicalMistake> mistakenOperator(std::string_view text);

/// A character that starts nothing in Python: `$`, a curly quote, a no-break space, … Requires: text not
/// empty.
LexicalMistake strangeCharacter(std::string_view text);

/// `(`, …, and the bracket that closes it.
std::string_view bracketText(TokenKind kind);
TokenKind closingOf(TokenKind opening);

Diagnostic neverClosed(const Token &bracket);
Diagnostic closesNothing(const Token &bracket);
Diagnostic closesAnother(const Token &bracket, const Token &opened);

} // namespace tetherscope
