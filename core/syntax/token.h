#pragma once

#include "syntax/diagnostic.h"

#include <cstdint>
#include <string_view>

namespace tetherscope {

/// Keywords stand together in alphabetical order of their spelling, as do the operators that assign.
enum class TokenKind : std::uint8_t {
    End,
    Newline,
    Indent,
    Dedent,
    Fault, ///< something that is no token; LexedText::fault() says why
    Name,
    Number,
    String, ///< prefix and quotes included

    False,
    None,
    True,
    And,
    As,
    Assert,
    Async,
    Await,
    Break,
    Class,
    Continue,
    Def,
    Del,
    Elif,
    Else,
    Except,
    Finally,
    For,
    From,
    Global,
    If,
    Import,
    In,
    Is,
    Lambda,
    Nonlocal,
    Not,
    Or,
    Pass,
    Raise,
    Return,
    Try,
    While,
    With,
    Yield,

    LeftParenthesis,
    RightParenthesis,
    LeftBracket,
    RightBracket,
    LeftBrace,
    RightBrace,
    Comma,
    Colon,
    Semicolon,
    Dot,
    Ellipsis,
    Arrow,
    Walrus,
    Plus,
    Minus,
    Star,
    StarStar,
    Slash,
    SlashSlash,
    Percent,
    At,
    ShiftLeft,
    ShiftRight,
    Ampersand,
    Bar,
    Caret,
    Tilde,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Equal,
    NotEqual,
    Assign,
    PlusAssign,
    MinusAssign,
    StarAssign,
    StarStarAssign,
    SlashAssign,
    SlashSlashAssign,
    PercentAssign,
    AtAssign,
    ShiftLeftAssign,
    ShiftRightAssign,
    AmpersandAssign,
    BarAssign,
    CaretAssign,
};

/// Bytes [begin, end) of the text, and where they stand.
struct Token
{
    TokenKind kind = TokenKind::End;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t line = 1;   ///< 1-based
    std::uint32_t column = 1; ///< 1-based, in code points
    std::uint32_t endLine = 1;
    std::uint32_t endColumn = 1; ///< one past the last code point, on endLine
    std::uint32_t fault = 0;     ///< of a Fault: index for LexedText::fault()
};

constexpr bool isKeyword(TokenKind kind)
{
    return kind >= TokenKind::False && kind <= TokenKind::Yield;
}

/// The place from the first token's start to the last one's end; without an end where that is another line.
constexpr Place placeOf(const Token &first, const Token &last)
{
    const bool oneLine = first.line == last.endLine;
    return {first.line, first.column, oneLine ? last.endColumn : first.column};
}
constexpr Place placeOf(const Token &token)
{
    return placeOf(token, token);
}

/// The keyword that is spelled so, or Name.
TokenKind keywordOf(std::string_view word);

/// The operator or bracket that `text` begins with, the longest that fits; Fault if there is none.
/// Requires: text not empty.
struct OperatorMatch
{
    TokenKind kind = TokenKind::Fault;
    std::uint32_t length = 0;
};
OperatorMatch operatorAt(std::string_view text);

} // namespace tetherscope
