#include "syntax/highlight.h"

#include "syntax/lexer.h"
#include "syntax/vocabulary.h"

#include <algorithm>
#include <optional>

namespace tetherscope {

namespace {

class Highlighter
{
public:
    explicit Highlighter(std::string_view text)
        : m_text(text)
        , m_lexed(lex(text))
    {
    }

    std::vector<HighlightSpan> run();

private:
    void addToken(std::size_t index);
    void addLines(const Token &token, HighlightKind kind);
    std::optional<HighlightKind> kindOf(std::size_t index) const;
    std::optional<HighlightKind> kindOfName(std::size_t index) const;
    void followDecorator(std::size_t index);
    TokenKind kindBefore(std::size_t index) const
    {
        return index == 0 ? TokenKind::Newline : tokenAt(index - 1).kind;
    }
    const Token &tokenAt(std::size_t index) const { return m_lexed.tokens[index]; }
    std::string_view textOf(const Token &token) const
    {
        return m_text.substr(token.begin, token.end - token.begin);
    }

    std::string_view m_text;
    LexedText m_lexed;
    std::vector<HighlightSpan> m_spans;
    bool m_inDecorator = false; ///< the token is the `@` that begins a line, or of the dotted name behind it
};

bool precedes(const HighlightSpan &left, const HighlightSpan &right)
{
    return left.place.line != right.place.line ? left.place.line < right.place.line
                                               : left.place.column < right.place.column;
}

std::vector<HighlightSpan> Highlighter::run()
{
    for (std::size_t i = 0; i < m_lexed.tokens.size(); ++i) {
        addToken(i);
    }
    for (const Comment &comment : m_lexed.comments) {
        m_spans.push_back({comment.place, HighlightKind::Comment});
    }
    std::sort(m_spans.begin(), m_spans.end(), precedes);
    return std::move(m_spans);
}

void Highlighter::addToken(std::size_t index)
{
    followDecorator(index);
    if (const std::optional<HighlightKind> kind = kindOf(index)) {
        addLines(tokenAt(index), *kind);
    }
}

void Highlighter::addLines(const Token &token, HighlightKind kind)
{
    TextCursor cursor(m_text, {token.begin, token.line, token.column});
    TextPosition start = cursor.position();
    const auto addUpTo = [&](TextPosition end) {
        if (end.column > start.column) {
            m_spans.push_back({{start.line, start.column, end.column}, kind});
        }
    };
    for (; cursor.position().offset < token.end; cursor.advance()) {
        if (cursor.peek() == '\n') {
            addUpTo(cursor.position());
            start = {0, cursor.position().line + 1, 1};
        }
    }
    addUpTo(cursor.position());
}

std::optional<HighlightKind> Highlighter::kindOf(std::size_t index) const
{
    const Token &token = tokenAt(index);
    switch (token.kind) {
    case TokenKind::True:
    case TokenKind::False:
    case TokenKind::None:
        return HighlightKind::Constant;
    case TokenKind::Number:
        return HighlightKind::Number;
    case TokenKind::String:
        return HighlightKind::String;
    case TokenKind::Fault:
        return stringPrefixLength(textOf(token)) >= 0 ? std::optional(HighlightKind::String) : std::nullopt;
    case TokenKind::Name:
        return kindOfName(index);
    case TokenKind::At:
    case TokenKind::Dot:
        return m_inDecorator ? std::optional(HighlightKind::Decorator) : std::nullopt;
    default:
        return isKeyword(token.kind) ? std::optional(HighlightKind::Keyword) : std::nullopt;
    }
}

std::optional<HighlightKind> Highlighter::kindOfName(std::size_t index) const
{
    const TokenKind before = kindBefore(index);
    if (m_inDecorator) {
        return HighlightKind::Decorator;
    }
    if (before == TokenKind::Def || before == TokenKind::Class) {
        return HighlightKind::Definition;
    }
    const bool isKeywordArgument = tokenAt(index + 1).kind == TokenKind::Assign &&
                                   (before == TokenKind::LeftParenthesis || before == TokenKind::Comma);
    const bool isBuiltin =
        before != TokenKind::Dot && !isKeywordArgument && isBuiltinName(textOf(tokenAt(index)));
    return isBuiltin ? std::optional(HighlightKind::Builtin) : std::nullopt;
}

void Highlighter::followDecorator(std::size_t index)
{
    const TokenKind kind = tokenAt(index).kind;
    const bool begins = kind == TokenKind::At && kindBefore(index) <= TokenKind::Dedent;
    const bool goesOn = m_inDecorator && (kind == TokenKind::Name || kind == TokenKind::Dot);
    m_inDecorator = begins || goesOn;
}

} // namespace

std::vector<HighlightSpan> highlight(std::string_view text)
{
    return Highlighter(text).run();
}

} // namespace tetherscope
