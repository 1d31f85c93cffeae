#include "syntax/lexerfaults.h"

#include "syntax/unicode.h"

#include <algorithm>
#include <array>

namespace tetherscope {

namespace {

struct KnownMistake
{
    std::string_view text;
    std::string_view message;
    std::string_view hint;
};

constexpr std::array mistakenOperators{
    KnownMistake{"&&", "Python has no `&&`.", "Write `and`."},
    KnownMistake{"||", "Python has no `||`.", "Write `or`."},
    KnownMistake{"!==", "Python has no `!==`.", "Write `!=`, or `is not` for the same object."},
    KnownMistake{"===", "Python has no `===`.", "Write `==`, or `is` for the same object."},
    KnownMistake{"<>", "Python has no `<>`.", "Write `!=`."},
    KnownMistake{"=>", "Python has no `=>`.",
                 "Write `>=` to compare, `->` before a return annotation, or `:`."},
    KnownMistake{"/*", "Python has no comments between `/*` and `*/`.",
                 "Start each line of a comment with `#`."},
};

constexpr std::array strangeCharacters{
    KnownMistake{"!", "`!` alone is not an operator.", "Write `not`."},
    KnownMistake{"?", "`?` is not an operator.", "Write `a if test else b`."},
    KnownMistake{"$", "`$` has no meaning in Python.", "Names are letters, digits and `_`."},
    KnownMistake{"`", "A backquote has no meaning in Python.", "Write strings between ' or \"."},
    KnownMistake{"\u201C", "This is a curly quote.", "Write a straight one: \"."},
    KnownMistake{"\u201D", "This is a curly quote.", "Write a straight one: \"."},
    KnownMistake{"\u2018", "This is a curly quote.", "Write a straight one: '."},
    KnownMistake{"\u2019", "This is a curly quote.", "Write a straight one: '."},
    KnownMistake{"\u00A0", "This blank is a no-break space.", "Replace it with an ordinary one."},
    KnownMistake{"\u3000", "This blank is an ideographic space.", "Replace it with an ordinary one."},
    KnownMistake{"\u2026", "This is an ellipsis character.", "Write `pass` for an empty body."},
    KnownMistake{"\u2212", "This is a typographic minus.", "Write `-`."},
    KnownMistake{"\u2013", "This is a dash.", "Write `-`."},
    KnownMistake{"\u2014", "This is a dash.", "Write `-`."},
    KnownMistake{"\u00D7", "This is a multiplication sign.", "Write `*`."},
    KnownMistake{"\u2260", "This is a typographic sign.", "Write `!=`."},
    KnownMistake{"\u2264", "This is a typographic sign.", "Write `<=`."},
    KnownMistake{"\u2265", "This is a typographic sign.", "Write `>=`."},
    KnownMistake{"\u2192", "This is an arrow character.", "Write `->`."},
};

template<typename Table>
std::optional<LexicalMistake> lookUp(const Table &table, std::string_view text)
{
    for (const KnownMistake &known : table) {
        if (known.text.front() == text.front() && text.starts_with(known.text)) {
            return LexicalMistake{static_cast<std::uint32_t>(known.text.size()), std::string(known.message),
                                  std::string(known.hint)};
        }
    }
    return std::nullopt;
}

/// "U+00B6"
std::string codePointName(char32_t value)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string name;
    for (; value != 0 || name.size() < 4; value >>= 4U) {
        name.insert(name.begin(), digits[value & 0xFU]);
    }
    return "U+" + name;
}

struct BracketPair
{
    TokenKind opening;
    TokenKind closing;
    std::string_view openingText;
    std::string_view closingText;
};

constexpr std::array brackets{
    BracketPair{TokenKind::LeftParenthesis, TokenKind::RightParenthesis, "(", ")"},
    BracketPair{TokenKind::LeftBracket, TokenKind::RightBracket, "[", "]"},
    BracketPair{TokenKind::LeftBrace, TokenKind::RightBrace, "{", "}"},
};

std::string quoted(TokenKind bracket)
{
    return '`' + std::string(bracketText(bracket)) + '`';
}

std::string lineAndColumn(const Token &token)
{
    return "line " + std::to_string(token.line) + ", column " + std::to_string(token.column);
}

} // namespace

std::optional<LexicalMistake> mistakenOperator(std::string_view text)
{
    return lookUp(mistakenOperators, text);
}

LexicalMistake strangeCharacter(std::string_view text)
{
    if (std::optional<LexicalMistake> known = lookUp(strangeCharacters, text)) {
        return *std::move(known);
    }
    const CodePoint point = codePointAt(text, 0);
    const auto length = static_cast<std::uint32_t>(point.length);
    if (!point.valid) {
        return {length, "This byte is not UTF-8 text.", {}};
    }
    if (point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0)) {
        return {length, "A control character (" + codePointName(point.value) + ") stands here.",
                "Delete it."};
    }
    return {length,
            '`' + std::string(text.substr(0, length)) + "` (" + codePointName(point.value) +
                ") can stand only in strings and comments.",
            {}};
}

std::string_view bracketText(TokenKind kind)
{
    for (const BracketPair &pair : brackets) {
        if (kind == pair.opening) {
            return pair.openingText;
        }
        if (kind == pair.closing) {
            return pair.closingText;
        }
    }
    return {};
}

TokenKind closingOf(TokenKind opening)
{
    const auto found = std::find_if(brackets.begin(), brackets.end(),
                                    [opening](const BracketPair &pair) { return pair.opening == opening; });
    return found == brackets.end() ? TokenKind::End : found->closing;
}

Diagnostic neverClosed(const Token &bracket)
{
    return {placeOf(bracket), quoted(bracket.kind) + " is never closed.",
            "Add " + quoted(closingOf(bracket.kind)) + " where it ends."};
}

Diagnostic closesNothing(const Token &bracket)
{
    return {placeOf(bracket), quoted(bracket.kind) + " closes nothing.", "Delete it, or open it before."};
}

Diagnostic closesAnother(const Token &bracket, const Token &opened)
{
    return {placeOf(bracket),
            quoted(bracket.kind) + " does not close " + quoted(opened.kind) + " of " + lineAndColumn(opened) +
                '.',
            "Write " + quoted(closingOf(opened.kind)) + '.'};
}

} // namespace tetherscope
