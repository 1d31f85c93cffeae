#include "syntax/parserstate.h"

namespace tetherscope::grammar {

namespace {

constexpr std::uint32_t maxNesting = 200;
constexpr std::size_t maxDiagnostics = 20;

constexpr bool isLayout(TokenKind kind)
{
    return kind <= TokenKind::Dedent;
}

/// Words that go on with a statement whose beginning was not understood.
constexpr bool continuesStatement(TokenKind kind)
{
    return kind == TokenKind::Elif || kind == TokenKind::Else || kind == TokenKind::Except ||
           kind == TokenKind::Finally;
}

} // namespace

Parser::Parser(const LexedText &lexed, Context &context)
    : m_lexed(lexed)
    , m_context(context)
    , m_last(lexed.tokens.front())
    , m_end(lexed.tokens.back())
{
    m_last.end = m_last.begin;
    m_last.endLine = m_last.line;
    m_last.endColumn = m_last.column;
}

const Token &Parser::peek(std::size_t ahead) const
{
    const std::size_t wanted = m_index + ahead;
    return m_failed || wanted >= m_lexed.tokens.size() ? m_end : m_lexed.tokens[wanted];
}

bool Parser::atLineEnd() const
{
    return at(TokenKind::Newline) || at(TokenKind::End);
}

Token Parser::take()
{
    const Token token = peek();
    if (!m_failed && m_index + 1 < m_lexed.tokens.size()) {
        ++m_index;
    }
    if (!m_failed && !isLayout(token.kind)) {
        m_last = token;
    }
    return token;
}

bool Parser::accept(TokenKind kind)
{
    const bool there = at(kind);
    if (there) {
        take();
    }
    return there;
}

std::string_view Parser::text(const Token &token) const
{
    return m_context.text.substr(token.begin, token.end - token.begin);
}

std::string Parser::identifier(const Token &token) const
{
    return mangled(m_context.around.className, text(token));
}

void Parser::fail(Place place, std::string message, std::string hint)
{
    const std::vector<Diagnostic> &told = m_context.diagnostics;
    // A bracket that is never closed may disturb several statements.
    const bool isRepeated = !told.empty() && told.back().place == place && told.back().message == message;
    if (!m_failed && !isRepeated && told.size() < maxDiagnostics) {
        m_context.diagnostics.push_back({place, std::move(message), std::move(hint)});
    }
    m_failed = true;
}

void Parser::failHere(std::string message, std::string hint)
{
    const Token &token = peek();
    const UnclosedBracket *const open = openBracketBefore(token);
    if (token.kind == TokenKind::Fault) {
        const Diagnostic &fault = m_lexed.fault(token);
        fail(fault.place, fault.message, fault.hint);
    } else if (open) {
        const Diagnostic &fault = m_lexed.fault(m_lexed.tokens[open->noticedAt]);
        fail(fault.place, fault.message, fault.hint);
    } else {
        fail(placeOf(token), std::move(message), std::move(hint));
    }
}

void Parser::failBehind(std::string message, std::string hint)
{
    if (at(TokenKind::Fault)) {
        failHere({});
        return;
    }
    fail({m_last.endLine, m_last.endColumn, m_last.endColumn + 1}, std::move(message), std::move(hint));
}

/// A bracket that is never closed swallows the lines below, and what does not fit there is its fault: the
/// first unexpected token on another line, or the colon of the statement that it stands in.
const UnclosedBracket *Parser::openBracketBefore(const Token &token) const
{
    const auto found = std::lower_bound(m_lexed.unclosed.begin(), m_lexed.unclosed.end(), token.begin,
                                        [this](const UnclosedBracket &unclosed, std::uint32_t begin) {
                                            return m_lexed.tokens[unclosed.noticedAt].begin < begin;
                                        });
    if (found == m_lexed.unclosed.end() || found->bracket.begin >= token.begin) {
        return nullptr;
    }
    return token.line > found->bracket.line || token.kind == TokenKind::Colon ? &*found : nullptr;
}

void Parser::recover()
{
    m_failed = false;
    while (!at(TokenKind::End) && !at(TokenKind::Dedent) && !at(TokenKind::Indent)) {
        if (take().kind == TokenKind::Newline) {
            break;
        }
    }
    skipBlocks();
    while (continuesStatement(peek().kind)) {
        while (!atLineEnd() && !at(TokenKind::Indent) && !at(TokenKind::Dedent)) {
            take();
        }
        accept(TokenKind::Newline);
        skipBlocks();
    }
}

void Parser::skipBlocks()
{
    if (!at(TokenKind::Indent)) {
        return;
    }
    for (std::size_t depth = 0; !at(TokenKind::End);) {
        const TokenKind kind = take().kind;
        depth += kind == TokenKind::Indent ? 1 : 0;
        depth -= kind == TokenKind::Dedent ? 1 : 0;
        if (depth == 0) {
            return;
        }
    }
}

void Parser::checkHeight(std::uint32_t height, Place place)
{
    if (height > ast::maxHeight) {
        fail(place, "This expression chains more than 1000 operations.", "Split it into several statements.");
    }
}

Nesting::Nesting(Parser &parser)
    : m_context(parser.context())
{
    if (++m_context.nesting > maxNesting) {
        parser.failHere("This is nested more than 200 levels deep.",
                        "Give the inner parts names of their own.");
    }
}

std::string inBackquotes(std::string_view text)
{
    constexpr std::size_t longest = 40;
    const std::string_view line = text.substr(0, text.find('\n'));
    const std::string_view shown = beginningOf(line, longest);
    return '`' + std::string(shown) + (shown.size() < text.size() ? "…`" : "`");
}

std::string described(const Parser &parser, const Token &token)
{
    switch (token.kind) {
    case TokenKind::End:
        return "the end of the text";
    case TokenKind::Newline:
        return "the end of the line";
    case TokenKind::Indent:
    case TokenKind::Dedent:
        return "a change of indentation";
    case TokenKind::String:
        return "a string";
    default:
        return inBackquotes(parser.text(token));
    }
}

} // namespace tetherscope::grammar
