#include "syntax/parsestatements.h"

#include <utility>

namespace tetherscope::grammar {

namespace {

ast::Block parseElse(Parser &parser)
{
    const Token word = parser.peek();
    if (!parser.accept(TokenKind::Else)) {
        return {};
    }
    if (parser.at(TokenKind::If)) {
        parser.failHere("`else if` is written `elif`.", "Write `elif`.");
    }
    return parseBlock(parser, word);
}

ast::Block parseLoopBody(Parser &parser, const Token &header)
{
    const bool outer = std::exchange(parser.around().loop, true);
    ast::Block body = parseBlock(parser, header);
    parser.around().loop = outer;
    return body;
}

ast::StmtPtr parseIf(Parser &parser)
{
    auto node = std::make_unique<ast::If>();
    do {
        const Token word = parser.take();
        ast::Branch branch;
        branch.place = placeOf(word);
        branch.test = parseExpression(parser);
        branch.body = parseBlock(parser, word);
        node->branches.push_back(std::move(branch));
    } while (parser.at(TokenKind::Elif));
    node->orElse = parseElse(parser);
    return node;
}

ast::StmtPtr parseWhile(Parser &parser)
{
    const Token word = parser.take();
    auto node = std::make_unique<ast::While>();
    node->test = parseExpression(parser);
    node->body = parseLoopBody(parser, word);
    node->orElse = parseElse(parser);
    return node;
}

ast::StmtPtr parseFor(Parser &parser)
{
    const Token word = parser.take();
    auto node = std::make_unique<ast::For>();
    node->target = parseForTarget(parser);
    expect(parser, TokenKind::In, "`in` is missing behind the variable of `for`.",
           "Write `for x in values:`.");
    node->iterable = parseTupleOrExpression(parser);
    node->body = parseLoopBody(parser, word);
    node->orElse = parseElse(parser);
    return node;
}

/// `as name` of an `except`, if it is there.
std::string parseHandlerName(Parser &parser)
{
    if (parser.at(TokenKind::Comma)) {
        parser.failHere("Several exceptions stand in brackets, and a name behind `as`.",
                        "Write `except (A, B):`, or `except A as error:`.");
    }
    if (!parser.accept(TokenKind::As)) {
        return {};
    }
    const Token name = parser.peek();
    expect(parser, TokenKind::Name, "A name is expected behind `as`.");
    return parser.identifier(name);
}

ast::Handler parseHandler(Parser &parser)
{
    const Token word = parser.take();
    ast::Handler handler;
    handler.place = placeOf(word);
    if (parser.at(TokenKind::Star)) {
        parser.failHere(outside("`except*`"), "Write `except`.");
    }
    if (!parser.at(TokenKind::Colon) && !parser.atLineEnd()) {
        handler.type = parseExpression(parser);
        handler.name = parseHandlerName(parser);
    }
    handler.body = parseBlock(parser, word);
    return handler;
}

void checkOrder(Parser &parser, const std::vector<ast::Handler> &handlers)
{
    for (std::size_t i = 0; i + 1 < handlers.size(); ++i) {
        if (!handlers[i].type) {
            parser.fail(handlers[i].place,
                        "An `except` without a type catches all, so no other may follow it.", "Put it last.");
        }
    }
}

} // namespace

bool beginsCompound(TokenKind kind)
{
    switch (kind) {
    case TokenKind::If:
    case TokenKind::While:
    case TokenKind::For:
    case TokenKind::Try:
    case TokenKind::Def:
    case TokenKind::Class:
    case TokenKind::At:
        return true;
    default:
        return false;
    }
}

ast::StmtPtr parseCompoundStatement(Parser &parser)
{
    switch (parser.peek().kind) {
    case TokenKind::If:
        return parseIf(parser);
    case TokenKind::While:
        return parseWhile(parser);
    case TokenKind::For:
        return parseFor(parser);
    case TokenKind::Try:
        return parseTry(parser);
    default:
        return parseDefinition(parser);
    }
}

ast::StmtPtr parseTry(Parser &parser)
{
    const Token word = parser.take();
    auto node = std::make_unique<ast::Try>();
    node->body = parseBlock(parser, word);
    while (parser.at(TokenKind::Except)) {
        node->handlers.push_back(parseHandler(parser));
    }
    checkOrder(parser, node->handlers);
    if (!node->handlers.empty()) {
        node->orElse = parseElse(parser);
    }
    const Token last = parser.peek();
    if (parser.accept(TokenKind::Finally)) {
        node->finally = parseBlock(parser, last);
    } else if (node->handlers.empty()) {
        parser.fail(placeOf(word), "This `try` has neither an `except` nor a `finally`.",
                    "Add one below its block.");
    }
    return node;
}

} // namespace tetherscope::grammar
