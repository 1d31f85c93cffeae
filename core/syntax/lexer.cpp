#include "syntax/lexer.h"

#include "syntax/lexerfaults.h"

#include <algorithm>
#include <array>

namespace tetherscope {

namespace {

/// Beyond this many faults all others are told as the last one was; nobody reads so many.
constexpr std::size_t maxFaults = 50;
/// Keeps private names (class and member joined) from filling the memory.
constexpr std::uint32_t maxNameBytes = 255;

constexpr bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}
constexpr bool isBlank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\f' || byte == '\r';
}

std::uint32_t identifierLength(std::string_view text)
{
    std::size_t length = 0;
    while (length < text.size()) {
        const CodePoint point = codePointAt(text, length);
        if (!point.valid || !continuesIdentifier(point.value)) {
            break;
        }
        length += point.length;
    }
    return static_cast<std::uint32_t>(length);
}

/// Words that begin a statement and can stand in no bracket.
constexpr bool beginsStatementOnly(TokenKind kind)
{
    switch (kind) {
    case TokenKind::Assert:
    case TokenKind::Break:
    case TokenKind::Class:
    case TokenKind::Continue:
    case TokenKind::Def:
    case TokenKind::Del:
    case TokenKind::Global:
    case TokenKind::Import:
    case TokenKind::Nonlocal:
    case TokenKind::Pass:
    case TokenKind::Raise:
    case TokenKind::Return:
    case TokenKind::Try:
    case TokenKind::While:
    case TokenKind::With:
        return true;
    default:
        return false;
    }
}

/// A line's blanks, counted as CPython counts them: with tab stops at every eighth column, and with tabs as
/// wide as blanks. Where the two disagree about which line is deeper, tabs and blanks are mixed beyond
/// understanding.
struct Indentation
{
    std::uint32_t column = 0;
    std::uint32_t alternate = 0;
};

enum class Mode { Lines, Field };

class Lexer
{
public:
    Lexer(std::string_view text, TextPosition start, Mode mode)
        : m_cursor(text, start)
        , m_mode(mode)
    {
    }

    LexedText run();

private:
    bool joinsLines() const { return m_mode == Mode::Field || !m_brackets.empty(); }
    void readLineStart();
    Indentation readIndentation();
    void applyIndentation(Indentation now);
    void dedentTo(Indentation now);
    void endBracketsBeforeStatement();
    void readToken();
    void readLineEnd();
    void readComment();
    void readBackslash();
    void readString(std::uint32_t prefixLength);
    void readName();
    void readNumber();
    void readOperator();
    void readDecimalDigits();
    void closeBracket(Token closing);
    void finish();

    Token tokenFrom(TextPosition begin, TokenKind kind) const;
    void add(TextPosition begin, TokenKind kind);
    void addHere(TokenKind kind) { add(m_cursor.position(), kind); }
    void addFault(TextPosition begin, Diagnostic why);
    void addFault(TextPosition begin, std::string message, std::string hint);
    void addUnclosed();

    TextCursor m_cursor;
    Mode m_mode;
    LexedText m_lexed;
    std::vector<Token> m_brackets;
    std::vector<Indentation> m_levels{{}};
    bool m_atLineStart = true;
    bool m_lineHasTokens = false;
};

LexedText Lexer::run()
{
    m_atLineStart = m_mode == Mode::Lines;
    while (!m_cursor.atEnd()) {
        if (m_atLineStart) {
            readLineStart();
        } else {
            readToken();
        }
    }
    finish();
    return std::move(m_lexed);
}

void Lexer::readLineStart()
{
    m_atLineStart = false;
    if (joinsLines()) {
        endBracketsBeforeStatement();
    }
    if (joinsLines()) {
        return;
    }
    const Indentation now = readIndentation();
    const char next = m_cursor.peek();
    if (!m_cursor.atEnd() && next != '\n' && next != '#' && next != '\\') {
        applyIndentation(now);
    }
}

Indentation Lexer::readIndentation()
{
    constexpr std::uint32_t tabStop = 8;
    Indentation now;
    for (; isBlank(m_cursor.peek()); m_cursor.advance()) {
        if (m_cursor.peek() == ' ') {
            ++now.column;
            ++now.alternate;
        } else if (m_cursor.peek() == '\t') {
            now.column = (now.column / tabStop + 1) * tabStop;
            ++now.alternate;
        } else if (m_cursor.peek() == '\f') {
            now = {};
        }
    }
    return now;
}

void Lexer::applyIndentation(Indentation now)
{
    const Indentation level = m_levels.back();
    const bool consistent = now.column == level.column
                                ? now.alternate == level.alternate
                                : (now.column > level.column) == (now.alternate > level.alternate);
    if (!consistent) {
        addFault(m_cursor.position(), "Tabs and spaces are mixed in this line's indentation.",
                 "Indent with spaces only.");
    } else if (now.column > level.column) {
        m_levels.push_back(now);
        addHere(TokenKind::Indent);
    } else if (now.column < level.column) {
        dedentTo(now);
    }
}

void Lexer::dedentTo(Indentation now)
{
    while (m_levels.size() > 1 && m_levels[m_levels.size() - 2].column >= now.column) {
        m_levels.pop_back();
        addHere(TokenKind::Dedent);
    }
    if (m_levels.back().column == now.column) {
        return;
    }
    // The line belongs to no level: it is taken for one of the block that it might have meant to stay in.
    m_levels.back() = now;
    addFault(m_cursor.position(), "This line's indentation matches no line above it.",
             "Align it with the block that it belongs to.");
}

/// Inside brackets a line that begins with `def`, `return`, … tells that a bracket was forgotten.
void Lexer::endBracketsBeforeStatement()
{
    if (m_mode == Mode::Field) {
        return;
    }
    const Indentation indentation = readIndentation();
    const std::uint32_t length = identifierLength(m_cursor.rest());
    if (!beginsStatementOnly(keywordOf(m_cursor.rest().substr(0, length)))) {
        return;
    }
    addUnclosed();
    addHere(TokenKind::Newline);
    m_lineHasTokens = false;
    applyIndentation(indentation);
}

void Lexer::readToken()
{
    const char next = m_cursor.peek();
    const int prefixLength = stringPrefixLength(m_cursor.rest());
    if (isBlank(next)) {
        m_cursor.advance();
    } else if (next == '\n') {
        readLineEnd();
    } else if (next == '#') {
        readComment();
    } else if (next == '\\') {
        readBackslash();
    } else if (prefixLength >= 0) {
        readString(static_cast<std::uint32_t>(prefixLength));
    } else if (isDigit(next) || (next == '.' && isDigit(m_cursor.peek(1)))) {
        readNumber();
    } else if (identifierLength(m_cursor.rest().substr(0, 4)) > 0) {
        readName();
    } else {
        readOperator();
    }
}

void Lexer::readLineEnd()
{
    if (!joinsLines() && m_lineHasTokens) {
        addHere(TokenKind::Newline);
        m_lineHasTokens = false;
    }
    m_cursor.advance();
    m_atLineStart = m_mode == Mode::Lines;
}

void Lexer::readComment()
{
    const TextPosition begin = m_cursor.position();
    while (!m_cursor.atEnd() && m_cursor.peek() != '\n') {
        m_cursor.advance();
    }
    const TextPosition end = m_cursor.position();
    const bool alone = m_lexed.tokens.empty() || m_lexed.tokens.back().endLine != begin.line ||
                       m_lexed.tokens.back().kind == TokenKind::Indent ||
                       m_lexed.tokens.back().kind == TokenKind::Dedent;
    m_lexed.comments.push_back({begin.offset, end.offset, {begin.line, begin.column, end.column}, alone});
}

void Lexer::readBackslash()
{
    const TextPosition begin = m_cursor.position();
    m_cursor.advance();
    while (m_cursor.peek() == '\r') {
        m_cursor.advance();
    }
    if (m_cursor.peek() == '\n') {
        m_cursor.advance();
        return;
    }
    addFault(begin, "A backslash joins lines only at the very end of one.", "Delete it, or what follows it.");
}

void Lexer::readString(std::uint32_t prefixLength)
{
    const TextPosition begin = m_cursor.position();
    m_cursor.advance(prefixLength);
    const char quote = m_cursor.peek();
    const bool triple = m_cursor.peek(1) == quote && m_cursor.peek(2) == quote;
    m_cursor.advance(triple ? 3 : 1);
    const auto closes = [&] {
        return m_cursor.peek() == quote &&
               (!triple || (m_cursor.peek(1) == quote && m_cursor.peek(2) == quote));
    };
    while (!m_cursor.atEnd() && !closes() && (triple || m_cursor.peek() != '\n')) {
        m_cursor.advance(m_cursor.peek() == '\\' ? 2 : 1);
    }
    if (!m_cursor.atEnd() && closes()) {
        m_cursor.advance(triple ? 3 : 1);
        add(begin, TokenKind::String);
        return;
    }
    const std::string quotes(triple ? 3 : 1, quote);
    addFault(
        begin,
        {{begin.line, begin.column, begin.column + prefixLength + static_cast<std::uint32_t>(quotes.size())},
         triple ? "This string is never closed." : "This string does not end in its line.",
         "Close it with " + quotes + (triple ? "." : ", or open it with three quotes to go over lines.")});
}

void Lexer::readName()
{
    const TextPosition begin = m_cursor.position();
    const std::uint32_t length = identifierLength(m_cursor.rest());
    const TokenKind kind = keywordOf(m_cursor.rest().substr(0, length));
    m_cursor.advance(length);
    if (length > maxNameBytes) {
        addFault(begin, "This name is longer than 255 bytes.", "Choose a shorter one.");
    } else {
        add(begin, kind);
    }
}

/// Takes all that looks like part of a number; whether it is one is found out where its value is needed.
void Lexer::readNumber()
{
    const TextPosition begin = m_cursor.position();
    const char second = static_cast<char>(m_cursor.peek(1) | 0x20);
    const bool hasBase = m_cursor.peek() == '0' && (second == 'x' || second == 'o' || second == 'b');
    if (!hasBase) {
        readDecimalDigits();
        if (m_cursor.peek() == '.') {
            m_cursor.advance();
            readDecimalDigits();
        }
        const bool hasSign = m_cursor.peek(1) == '+' || m_cursor.peek(1) == '-';
        if ((m_cursor.peek() | 0x20) == 'e' && isDigit(m_cursor.peek(hasSign ? 2 : 1))) {
            m_cursor.advance(hasSign ? 2 : 1);
        }
    }
    m_cursor.advance(identifierLength(m_cursor.rest()));
    add(begin, TokenKind::Number);
}

void Lexer::readDecimalDigits()
{
    while (isDigit(m_cursor.peek()) || m_cursor.peek() == '_') {
        m_cursor.advance();
    }
}

void Lexer::readOperator()
{
    const TextPosition begin = m_cursor.position();
    const std::optional<LexicalMistake> mistaken = mistakenOperator(m_cursor.rest());
    const OperatorMatch match = operatorAt(m_cursor.rest());
    if (mistaken || match.kind == TokenKind::Fault) {
        const LexicalMistake mistake = mistaken ? *mistaken : strangeCharacter(m_cursor.rest());
        m_cursor.advance(mistake.length);
        addFault(begin, mistake.message, mistake.hint);
        return;
    }
    m_cursor.advance(match.length);
    const Token token = tokenFrom(begin, match.kind);
    switch (match.kind) {
    case TokenKind::LeftParenthesis:
    case TokenKind::LeftBracket:
    case TokenKind::LeftBrace:
        m_brackets.push_back(token);
        add(begin, match.kind);
        break;
    case TokenKind::RightParenthesis:
    case TokenKind::RightBracket:
    case TokenKind::RightBrace:
        closeBracket(token);
        break;
    default:
        add(begin, match.kind);
    }
}

void Lexer::closeBracket(Token closing)
{
    const TextPosition begin{closing.begin, closing.line, closing.column};
    if (m_brackets.empty()) {
        addFault(begin, closesNothing(closing));
        return;
    }
    const Token opened = m_brackets.back();
    m_brackets.pop_back();
    if (closingOf(opened.kind) == closing.kind) {
        add(begin, closing.kind);
    } else {
        addFault(begin, closesAnother(closing, opened));
    }
}

void Lexer::finish()
{
    if (!m_brackets.empty()) {
        addUnclosed();
    }
    if (m_mode == Mode::Lines && m_lineHasTokens) {
        addHere(TokenKind::Newline);
    }
    for (; m_levels.size() > 1; m_levels.pop_back()) {
        addHere(TokenKind::Dedent);
    }
    addHere(TokenKind::End);
}

Token Lexer::tokenFrom(TextPosition begin, TokenKind kind) const
{
    const TextPosition end = m_cursor.position();
    return {kind, begin.offset, end.offset, begin.line, begin.column, end.line, end.column, 0};
}

void Lexer::add(TextPosition begin, TokenKind kind)
{
    m_lexed.tokens.push_back(tokenFrom(begin, kind));
    m_lineHasTokens = m_lineHasTokens || kind > TokenKind::Dedent;
}

void Lexer::addFault(TextPosition begin, Diagnostic why)
{
    if (m_lexed.faults.size() < maxFaults) {
        m_lexed.faults.push_back(std::move(why));
    }
    add(begin, TokenKind::Fault);
    m_lexed.tokens.back().fault = static_cast<std::uint32_t>(m_lexed.faults.size() - 1);
}

void Lexer::addFault(TextPosition begin, std::string message, std::string hint)
{
    const Place place = placeOf(tokenFrom(begin, TokenKind::Fault));
    addFault(begin, {place, std::move(message), std::move(hint)});
}

void Lexer::addUnclosed()
{
    m_lexed.unclosed.push_back({m_brackets.back(), m_lexed.tokens.size()});
    addFault(m_cursor.position(), neverClosed(m_brackets.back()));
    m_brackets.clear();
}

} // namespace

LexedText lex(std::string_view text)
{
    return Lexer(text, {}, Mode::Lines).run();
}

LexedText lexField(std::string_view text, TextPosition start)
{
    return Lexer(text, start, Mode::Field).run();
}

int stringPrefixLength(std::string_view text)
{
    constexpr std::array<std::string_view, 9> prefixes{"", "r", "u", "f", "b", "rf", "fr", "br", "rb"};
    const std::size_t length = text.substr(0, 3).find_first_of("'\"");
    if (length == std::string_view::npos) {
        return -1;
    }
    const std::string_view letters = text.substr(0, length);
    const auto spells = [letters](std::string_view prefix) {
        return std::equal(letters.begin(), letters.end(), prefix.begin(), prefix.end(),
                          [](char written, char lower) { return (written | 0x20) == lower; });
    };
    return std::any_of(prefixes.begin(), prefixes.end(), spells) ? static_cast<int>(length) : -1;
}

} // namespace tetherscope
