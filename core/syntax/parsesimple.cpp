#include "syntax/parsestatements.h"
#include "syntax/vocabulary.h"

#include <array>

namespace tetherscope::grammar {

namespace {

/// The words with which statements begin, for those who mistype them.
constexpr std::array<std::string_view, 20> statementWords{
    "assert", "break", "class",  "continue", "def",    "del",      "elif",  "else",   "except", "finally",
    "for",    "from",  "global", "if",       "import", "nonlocal", "raise", "return", "try",    "while"};

template<typename Node>
ast::StmtPtr parseWord(Parser &parser)
{
    parser.take();
    return std::make_unique<Node>();
}

ast::StmtPtr parseLoopWord(Parser &parser)
{
    const Token word = parser.peek();
    if (!parser.around().loop) {
        parser.failHere(described(parser, word) + " stands in no loop.");
    }
    return word.kind == TokenKind::Break ? parseWord<ast::Break>(parser) : parseWord<ast::Continue>(parser);
}

bool atStatementEnd(const Parser &parser)
{
    return parser.atLineEnd() || parser.at(TokenKind::Semicolon);
}

ast::StmtPtr parseReturn(Parser &parser)
{
    if (!parser.around().function) {
        parser.failHere("`return` stands in no function.");
    }
    parser.take();
    auto node = std::make_unique<ast::Return>();
    if (!atStatementEnd(parser)) {
        node->value = parseTupleOrExpression(parser);
    }
    return node;
}

ast::StmtPtr parseRaise(Parser &parser)
{
    parser.take();
    auto node = std::make_unique<ast::Raise>();
    if (!atStatementEnd(parser)) {
        node->exception = parseExpression(parser);
        if (parser.accept(TokenKind::From)) {
            node->cause = parseExpression(parser);
        }
    }
    if (parser.at(TokenKind::Comma)) {
        parser.failHere("`raise` takes one exception.", "Write `raise Error(message)`.");
    }
    return node;
}

ast::StmtPtr parseAssert(Parser &parser)
{
    parser.take();
    auto node = std::make_unique<ast::Assert>();
    node->test = parseExpression(parser);
    if (parser.accept(TokenKind::Comma)) {
        node->message = parseExpression(parser);
    }
    return node;
}

ast::StmtPtr parseDelete(Parser &parser)
{
    parser.take();
    auto node = std::make_unique<ast::Delete>();
    do {
        node->targets.push_back(parseExpression(parser));
        checkTarget(parser, *node->targets.back(), TargetUse::Delete);
    } while (parser.accept(TokenKind::Comma) && !atStatementEnd(parser));
    return node;
}

template<typename Node>
ast::StmtPtr parseDeclaration(Parser &parser)
{
    const Token word = parser.take();
    if (parser.at(TokenKind::Assign)) {
        parser.fail(placeOf(word), described(parser, word) + " is a keyword of Python.",
                    "Choose another name.");
    }
    auto node = std::make_unique<Node>();
    do {
        node->names.push_back(parser.identifier(parser.peek()));
        expect(parser, TokenKind::Name, "A name is expected behind " + described(parser, word) + '.');
    } while (parser.accept(TokenKind::Comma));
    if (parser.at(TokenKind::Assign)) {
        parser.failHere(described(parser, word) + " declares names and assigns nothing.",
                        "Assign in a statement of its own, below.");
    }
    return node;
}

/// Words that only go on with a statement.
ast::StmtPtr failContinuation(Parser &parser)
{
    const Token word = parser.peek();
    const std::string what = described(parser, word);
    if (word.kind == TokenKind::Elif) {
        parser.failHere(what + " belongs to no `if`.", "It stands as far to the right as its `if`.");
    } else if (word.kind == TokenKind::Else) {
        parser.failHere(what + " belongs to no `if`, `for`, `while` or `try`.",
                        "It stands as far to the right as the word that it belongs to.");
    } else {
        parser.failHere(what + " belongs to no `try`.", "It stands as far to the right as its `try`.");
    }
    return nullptr;
}

ast::StmtPtr failOutsideStatement(Parser &parser, std::string_view hint)
{
    parser.failHere(outside(described(parser, parser.peek())), std::string(hint));
    return nullptr;
}

/// The text from the current token to the end of its line.
std::string restOfLine(const Parser &parser)
{
    const std::string_view rest = parser.context().text.substr(parser.peek().begin);
    return std::string(rest.substr(0, rest.find_first_of("\n;#")));
}

/// Whether the line, read as Python 2 or a misspelt statement, would make sense; says so.
bool failAsOtherStatement(Parser &parser, const Token &start)
{
    if (start.kind != TokenKind::Name || parser.at(TokenKind::Fault)) {
        return false;
    }
    const std::string_view word = parser.text(start);
    const bool isFirst = parser.last().begin == start.begin;
    if (isFirst && word == "print") {
        parser.failHere("`print` is a function: what it prints stands in brackets.",
                        "Write " + inBackquotes("print(" + restOfLine(parser) + ')') + '.');
        return true;
    }
    if (word == "match" && parser.at(TokenKind::Colon)) {
        parser.fail(placeOf(start), outside("`match`"), "Write `if` and `elif`.");
        return true;
    }
    const std::string_view meant = nearestWord(word, statementWords);
    if (meant.empty() || !(isFirst || parser.at(TokenKind::Colon))) {
        return false;
    }
    parser.fail(placeOf(start), inBackquotes(word) + " begins no statement.",
                "Did you mean `" + std::string(meant) + "`?");
    return true;
}

/// `match` and `case` are names everywhere but before a block.
bool atMatch(const Parser &parser)
{
    const Token &word = parser.peek();
    const TokenKind next = parser.peek(1).kind;
    return word.kind == TokenKind::Name && parser.text(word) == "match" &&
           (next == TokenKind::Name || next == TokenKind::Number || next == TokenKind::String);
}

} // namespace

ast::StmtPtr parseSimpleStatement(Parser &parser)
{
    switch (parser.peek().kind) {
    case TokenKind::Pass:
        return parseWord<ast::Pass>(parser);
    case TokenKind::Break:
    case TokenKind::Continue:
        return parseLoopWord(parser);
    case TokenKind::Return:
        return parseReturn(parser);
    case TokenKind::Raise:
        return parseRaise(parser);
    case TokenKind::Assert:
        return parseAssert(parser);
    case TokenKind::Del:
        return parseDelete(parser);
    case TokenKind::Import:
        return parseImport(parser);
    case TokenKind::From:
        return parseImportFrom(parser);
    case TokenKind::Global:
        return parseDeclaration<ast::Global>(parser);
    case TokenKind::Nonlocal:
        return parseDeclaration<ast::Nonlocal>(parser);
    case TokenKind::Elif:
    case TokenKind::Else:
    case TokenKind::Except:
    case TokenKind::Finally:
        return failContinuation(parser);
    case TokenKind::With:
        return failOutsideStatement(parser, "Call what you need, with `try` and `finally` around it.");
    case TokenKind::Async:
        return failOutsideStatement(parser, "Scenarios run one statement after the other: leave it out.");
    default:
        break;
    }
    if (atMatch(parser)) {
        return failOutsideStatement(parser, "Write `if` and `elif`.");
    }
    return parseAssignment(parser);
}

void expectStatementEnd(Parser &parser, const Token &start)
{
    if (parser.failed() || atStatementEnd(parser)) {
        return;
    }
    if (!failAsOtherStatement(parser, start)) {
        failUnexpected(parser);
    }
}

} // namespace tetherscope::grammar
