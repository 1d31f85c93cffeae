#include "syntax/parsestatements.h"

#include "syntax/vocabulary.h"

#include <array>

namespace tetherscope::grammar {

namespace {

/// The comment's words, without "#" and the blanks around them.
std::string_view commentWords(std::string_view comment)
{
    const std::size_t first = comment.find_first_not_of("# \t\r");
    if (first == std::string_view::npos) {
        return {};
    }
    return comment.substr(first, comment.find_last_not_of(" \t\r") - first + 1);
}

/// The comment lines that end directly above the line, joined.
std::string narrationAbove(const Parser &parser, std::uint32_t line)
{
    const std::vector<Comment> &comments = parser.comments();
    const auto below = std::lower_bound(
        comments.begin(), comments.end(), line,
        [](const Comment &comment, std::uint32_t wanted) { return comment.place.line < wanted; });
    auto first = below;
    for (std::uint32_t wanted = line - 1; first != comments.begin(); --wanted, --first) {
        const Comment &comment = *std::prev(first);
        if (comment.place.line != wanted || !comment.alone) {
            break;
        }
    }
    std::string narration;
    for (auto comment = first; comment != below; ++comment) {
        const std::string_view words =
            commentWords(parser.context().text.substr(comment->begin, comment->end - comment->begin));
        narration += narration.empty() || words.empty() ? "" : " ";
        narration += words;
    }
    return narration;
}

/// What all statements have: where they stand, and their text.
void describe(const Parser &parser, ast::Stmt &statement, const Token &start)
{
    if (statement.place.line == 0) {
        statement.place = placeOf(start, parser.last());
    }
    statement.source = parser.context().text.substr(start.begin, parser.last().end - start.begin);
}

void add(ast::Block &block, const Parser &parser, ast::StmtPtr statement, const Token &start)
{
    if (statement && !parser.failed()) {
        describe(parser, *statement, start);
        block.push_back(std::move(statement));
    }
}

/// Statements between `;`, up to and with the end of the line.
void parseSimpleLine(Parser &parser, ast::Block &block)
{
    do {
        const Token start = parser.peek();
        ast::StmtPtr statement = parseSimpleStatement(parser);
        expectStatementEnd(parser, start);
        add(block, parser, std::move(statement), start);
    } while (parser.accept(TokenKind::Semicolon) && !parser.atLineEnd());
    parser.accept(TokenKind::Newline);
}

void failIfIndented(Parser &parser)
{
    if (parser.at(TokenKind::Indent)) {
        parser.fail(placeOf(parser.peek(1)), "This line is indented, but nothing above it opens a block.",
                    "Take the blanks at its start away.");
    }
}

std::string wordInLine(const Parser &parser, const Token &header)
{
    return '`' + std::string(parser.text(header)) + "` in line " + std::to_string(header.line);
}

void expectColon(Parser &parser, const Token &header)
{
    if (parser.accept(TokenKind::Colon) || parser.failed()) {
        return;
    }
    const std::string word = '`' + std::string(parser.text(header)) + '`';
    if (parser.atLineEnd()) {
        parser.failBehind("A `:` is missing at the end of this " + word + '.', "Write `:` here.");
    } else if (parser.at(TokenKind::LeftBrace)) {
        parser.failHere("Blocks have no braces in Python.",
                        "Write `:` and indent the lines that belong to " + word + '.');
    } else {
        failUnexpected(parser);
    }
}

void parseIndentedBlock(Parser &parser, const Token &header, ast::Block &block)
{
    parser.accept(TokenKind::Newline);
    if (parser.failed()) {
        return;
    }
    if (!parser.at(TokenKind::Indent)) {
        const Place here = placeOf(parser.peek());
        const bool ended = parser.at(TokenKind::Dedent) || parser.at(TokenKind::End);
        parser.fail(ended ? placeOf(header) : here,
                    "The block of " + wordInLine(parser, header) + " is missing.",
                    "Indent the lines that belong to it, or write `pass`.");
        return;
    }
    const Nesting nesting(parser);
    parser.accept(TokenKind::Indent);
    while (!parser.failed() && !parser.at(TokenKind::Dedent) && !parser.at(TokenKind::End)) {
        parseStatement(parser, block);
    }
    parser.accept(TokenKind::Dedent);
}

} // namespace

void parseStatement(Parser &parser, ast::Block &block)
{
    failIfIndented(parser);
    const Token start = parser.peek();
    if (beginsCompound(start.kind)) {
        ast::StmtPtr statement = parseCompoundStatement(parser);
        if (statement) {
            statement->narration = narrationAbove(parser, start.line);
        }
        add(block, parser, std::move(statement), start);
    } else {
        const std::size_t before = block.size();
        parseSimpleLine(parser, block);
        if (block.size() > before) {
            block[before]->narration = narrationAbove(parser, start.line);
        }
    }
    if (parser.failed()) {
        parser.recover();
    }
}

ast::Block parseBlock(Parser &parser, const Token &header)
{
    ast::Block block;
    expectColon(parser, header);
    if (parser.at(TokenKind::Newline)) {
        parseIndentedBlock(parser, header, block);
    } else if (beginsCompound(parser.peek().kind)) {
        parser.failHere(described(parser, parser.peek()) + " cannot stand behind `:` in the same line.",
                        "Put it on a line of its own, indented.");
    } else if (!parser.failed()) {
        parseSimpleLine(parser, block);
    }
    return block;
}

std::optional<std::string> takeDocstring(ast::Block &body)
{
    if (body.empty() || body.front()->kind != ast::StmtKind::Expression) {
        return std::nullopt;
    }
    ast::Expr &value = *ast::as<ast::ExpressionStatement>(*body.front()).value;
    if (value.kind != ast::ExprKind::Constant) {
        return std::nullopt;
    }
    auto *const text = std::get_if<std::string>(&ast::as<ast::Constant>(value).value);
    if (!text) {
        return std::nullopt;
    }
    std::string docstring = std::move(*text);
    body.erase(body.begin());
    return docstring;
}

} // namespace tetherscope::grammar
