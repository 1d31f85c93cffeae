#include "syntax/literals.h"
#include "syntax/parseexpressions.h"

// An f-string is read as Python 3.8 reads it: its end is found first, as that of any string, and what stands
// between braces then becomes a text of its own, lexed and parsed where it stands.
namespace tetherscope::grammar {

namespace {

struct StringPrefix
{
    std::uint32_t length = 0;
    bool raw = false;
    bool formatted = false;
    bool bytes = false;
};

StringPrefix prefixOf(std::string_view literal)
{
    StringPrefix prefix;
    prefix.length = static_cast<std::uint32_t>(stringPrefixLength(literal));
    for (const char byte : literal.substr(0, prefix.length)) {
        prefix.raw |= (byte | 0x20) == 'r';
        prefix.formatted |= (byte | 0x20) == 'f';
        prefix.bytes |= (byte | 0x20) == 'b';
    }
    return prefix;
}

std::uint32_t quotesLength(std::string_view quoted)
{
    const bool triple = quoted.size() >= 6 && quoted[1] == quoted[0] && quoted[2] == quoted[0];
    return triple ? 3 : 1;
}

/// Collects the text and the values that an f-string joins.
class StringParts
{
public:
    explicit StringParts(const Token &start)
        : m_start(start)
    {
    }

    std::string &literal() { return m_literal; }
    void add(Parser &parser, ast::ExprPtr value)
    {
        flush(parser);
        m_parts.push_back(std::move(value));
    }
    ast::ExprPtr joined(Parser &parser)
    {
        flush(parser);
        auto node = std::make_unique<ast::FString>();
        node->parts = std::move(m_parts);
        return parser.finish(std::move(node), m_start);
    }
    ast::ExprPtr constant(Parser &parser)
    {
        auto node = std::make_unique<ast::Constant>();
        node->value = std::move(m_literal);
        return parser.finish(std::move(node), m_start);
    }

private:
    void flush(Parser &parser)
    {
        if (!m_literal.empty()) {
            m_parts.push_back(constant(parser));
            m_literal.clear();
        }
    }

    Token m_start;
    std::string m_literal;
    std::vector<ast::ExprPtr> m_parts;
};

Place placeAt(TextPosition position, std::uint32_t width = 1)
{
    return {position.line, position.column, position.column + width};
}

void readEscape(Parser &parser, TextCursor &cursor, std::string &text)
{
    const TextPosition at = cursor.position();
    if (const std::optional<LiteralFault> fault = appendEscape(cursor, text)) {
        parser.fail(placeAt(at, 2), fault->message, fault->hint);
    }
}

/// Reads one f-string's inside. Level 0 is the string itself, 1 the format specification of one of its
/// fields.
class FieldReader
{
public:
    FieldReader(Parser &parser, TextCursor &cursor, const Token &literal, bool raw)
        : m_parser(parser)
        , m_cursor(cursor)
        , m_literal(literal)
        , m_raw(raw)
    {
    }

    void readParts(StringParts &parts, int level);

private:
    bool readDoubledBrace(StringParts &parts);
    void readField(StringParts &parts, int level);
    std::string_view fieldText();
    ast::ExprPtr readValue(TextPosition start, std::string_view text);
    void readConversion(ast::FormattedValue &field);
    void readSpec(ast::FormattedValue &field, int level);
    bool readDebugText(StringParts &parts, TextPosition start);
    void skipBlanks();

    Parser &m_parser;
    TextCursor &m_cursor;
    const Token &m_literal;
    bool m_raw;
};

void FieldReader::readParts(StringParts &parts, int level)
{
    while (!m_cursor.atEnd() && !m_parser.failed()) {
        const char next = m_cursor.peek();
        if (level == 0 && readDoubledBrace(parts)) {
            continue;
        }
        if (next == '{') {
            readField(parts, level);
        } else if (next == '}') {
            if (level > 0) {
                return;
            }
            m_parser.fail(placeAt(m_cursor.position()), "A single `}` stands in this f-string.",
                          "Write `}}` for the character itself.");
        } else if (next == '\\' && !m_raw) {
            readEscape(m_parser, m_cursor, parts.literal());
        } else {
            parts.literal() += next;
            m_cursor.advance();
        }
    }
}

bool FieldReader::readDoubledBrace(StringParts &parts)
{
    const char next = m_cursor.peek();
    const bool doubled = (next == '{' || next == '}') && m_cursor.peek(1) == next;
    if (doubled) {
        parts.literal() += next;
        m_cursor.advance(2);
    }
    return doubled;
}

void FieldReader::readField(StringParts &parts, int level)
{
    const Nesting nesting(m_parser);
    const TextPosition brace = m_cursor.position();
    if (level > 1) {
        m_parser.fail(placeAt(brace), "Braces are nested too deeply in this f-string.",
                      "Format the inner value before, into a name.");
    }
    m_cursor.advance();
    const TextPosition start = m_cursor.position();
    const std::string_view text = fieldText();
    auto field = std::make_unique<ast::FormattedValue>();
    field->value = readValue(start, text);
    const bool isDebug = readDebugText(parts, start);
    readConversion(*field);
    readSpec(*field, level);
    if (isDebug && field->conversion == 0 && !field->spec) {
        field->conversion = 'r';
    }
    if (m_cursor.peek() != '}') {
        m_parser.fail(placeAt(brace), "`{` is never closed in this f-string.",
                      "Write `}` behind the value, or `{{` for the character itself.");
    }
    m_cursor.advance();
    parts.add(m_parser, m_parser.finish(std::move(field), m_literal));
}

/// Whether there is a `#` outside of strings.
bool beginsComment(std::string_view text)
{
    char quote = 0;
    for (const char byte : text) {
        if (quote == 0 && byte == '#')
            return true;
        if (quote != 0)
            quote = byte == quote ? '\0' : quote;
        else if (byte == '\'' || byte == '"')
            quote = byte;
    }
    return false;
}

/// Passes the expression: up to a `}`, `:`, `!` or `=` outside of brackets and strings.
std::string_view FieldReader::fieldText()
{
    const std::string_view rest = m_cursor.rest();
    std::size_t depth = 0;
    char quote = 0;
    std::size_t at = 0;
    for (; at < rest.size(); ++at) {
        const char byte = rest[at];
        if (quote != 0) {
            quote = byte == quote ? '\0' : quote;
        } else if (byte == '\'' || byte == '"') {
            quote = byte;
        } else if (byte == '(' || byte == '[' || byte == '{') {
            ++depth;
        } else if (depth > 0 && (byte == ')' || byte == ']' || byte == '}')) {
            --depth;
        } else if (depth == 0 && (byte == '=' || byte == '!' || byte == '<' || byte == '>') &&
                   at + 1 < rest.size() && rest[at + 1] == '=') {
            ++at;
        } else if (depth == 0 && (byte == '}' || byte == ':' || byte == '!' || byte == '=')) {
            break;
        }
    }
    m_cursor.advance(static_cast<std::uint32_t>(at));
    return rest.substr(0, at);
}

ast::ExprPtr FieldReader::readValue(TextPosition start, std::string_view text)
{
    if (text.find_first_not_of(" \t\n\f") == std::string_view::npos) {
        m_parser.fail(placeAt(start), "An expression is missing between the braces.",
                      "Write `{{` and `}}` for the characters themselves.");
        return placeholder();
    }
    if (text.find('\\') != std::string_view::npos || beginsComment(text)) {
        m_parser.fail(placeAt(start), "Neither `\\` nor `#` can stand between the braces of an f-string.",
                      "Give the value a name before, and put the name here.");
        return placeholder();
    }
    const LexedText lexed = lexField(m_parser.context().text.substr(0, start.offset + text.size()), start);
    Parser inner(lexed, m_parser.context());
    ast::ExprPtr value = parseTupleOrExpression(inner);
    if (!inner.at(TokenKind::End)) {
        failUnexpected(inner);
    }
    if (inner.failed()) {
        m_parser.abort();
    }
    return value;
}

/// `{value=}` shows its own text first; whether this is one.
bool FieldReader::readDebugText(StringParts &parts, TextPosition start)
{
    if (m_cursor.peek() != '=' || m_parser.failed()) {
        return false;
    }
    m_cursor.advance();
    skipBlanks();
    const std::uint32_t end = m_cursor.position().offset;
    parts.literal() += m_parser.context().text.substr(start.offset, end - start.offset);
    return true;
}

void FieldReader::readConversion(ast::FormattedValue &field)
{
    if (m_cursor.peek() != '!') {
        return;
    }
    const TextPosition at = m_cursor.position();
    m_cursor.advance();
    field.conversion = m_cursor.peek();
    const bool known = field.conversion == 's' || field.conversion == 'r' || field.conversion == 'a';
    m_cursor.advance();
    if (!known || (m_cursor.peek() != ':' && m_cursor.peek() != '}')) {
        m_parser.fail(placeAt(at, 2), "Behind `!` stands a conversion: `r`, `s` or `a`.");
    }
}

void FieldReader::readSpec(ast::FormattedValue &field, int level)
{
    if (m_cursor.peek() != ':') {
        return;
    }
    m_cursor.advance();
    StringParts parts(m_literal);
    readParts(parts, level + 1);
    field.spec = parts.joined(m_parser);
}

void FieldReader::skipBlanks()
{
    while (m_cursor.peek() == ' ' || m_cursor.peek() == '\t' || m_cursor.peek() == '\n') {
        m_cursor.advance();
    }
}

void readPlain(Parser &parser, TextCursor &cursor, std::string &text, bool raw)
{
    while (!cursor.atEnd() && !parser.failed()) {
        if (cursor.peek() == '\\' && !raw) {
            readEscape(parser, cursor, text);
        } else {
            text += cursor.peek();
            cursor.advance();
        }
    }
}

void readLiteral(Parser &parser, const Token &token, const StringPrefix &prefix, StringParts &parts)
{
    const std::uint32_t quotes = quotesLength(parser.text(token).substr(prefix.length));
    TextCursor cursor(parser.context().text.substr(0, token.end - quotes),
                      {token.begin, token.line, token.column});
    cursor.advance(prefix.length + quotes);
    if (prefix.formatted) {
        FieldReader(parser, cursor, token, prefix.raw).readParts(parts, 0);
    } else {
        readPlain(parser, cursor, parts.literal(), prefix.raw);
    }
}

} // namespace

ast::ExprPtr parseStrings(Parser &parser)
{
    const Token start = parser.peek();
    StringParts parts(start);
    bool formatted = false;
    while (parser.at(TokenKind::String)) {
        const StringPrefix prefix = prefixOf(parser.text(parser.peek()));
        if (prefix.bytes) {
            parser.failHere(outside("A bytes literal"), "Use a string without the `b`.");
            return placeholder();
        }
        formatted = formatted || prefix.formatted;
        const Token token = parser.take();
        readLiteral(parser, token, prefix, parts);
    }
    return formatted ? parts.joined(parser) : parts.constant(parser);
}

ast::ExprPtr parseNumber(Parser &parser)
{
    const Token token = parser.peek();
    const NumberValue value = numberValue(parser.text(token));
    auto node = std::make_unique<ast::Constant>();
    if (const auto *const integer = std::get_if<std::int64_t>(&value)) {
        node->value = *integer;
    } else if (const auto *const real = std::get_if<double>(&value)) {
        node->value = *real;
    } else if (const auto *const fault = std::get_if<LiteralFault>(&value)) {
        parser.failHere(fault->message, fault->hint);
    } else {
        parser.failHere("This integer does not fit into 64 bits.",
                        "Integers go from -9223372036854775808 to 9223372036854775807.");
    }
    parser.take();
    return parser.finish(std::move(node), token);
}

bool atSmallestInteger(const Parser &parser)
{
    const Token &number = parser.peek(1);
    return number.kind == TokenKind::Number && parser.peek(2).kind != TokenKind::StarStar &&
           std::holds_alternative<SmallestInteger>(numberValue(parser.text(number)));
}

} // namespace tetherscope::grammar
