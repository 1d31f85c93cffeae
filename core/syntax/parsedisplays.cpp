#include "syntax/parseexpressions.h"

namespace tetherscope::grammar {

namespace {

ast::ExprPtr finishComprehension(Parser &parser, ast::ComprehensionKind kind, ast::ExprPtr element,
                                 ast::ExprPtr value, const Token &opening)
{
    auto node = std::make_unique<ast::Comprehension>();
    node->comprehensionKind = kind;
    node->element = std::move(element);
    node->value = std::move(value);
    parseClauses(parser, *node);
    closeBracket(parser, opening);
    return parser.finish(std::move(node), opening);
}

/// The rest of `first, second, …`, up to the closing bracket.
std::vector<ast::ExprPtr> parseElements(Parser &parser, ast::ExprPtr first, const Token &opening)
{
    std::vector<ast::ExprPtr> elements;
    elements.push_back(std::move(first));
    while (parser.accept(TokenKind::Comma) && !parser.at(closingOf(opening.kind))) {
        elements.push_back(parseExpression(parser));
        if (parser.at(TokenKind::For)) {
            parser.fail(placeOf(opening), "A comprehension makes one element at a time, not several.",
                        "Put the elements before `for` into `(` and `)`.");
        }
    }
    return elements;
}

ast::ExprPtr parseDictKey(Parser &parser)
{
    if (parser.at(TokenKind::StarStar)) {
        parser.failHere(outside("Unpacking with `**` in a dict"), "Call `update` on the dict.");
    }
    return parseExpression(parser);
}

ast::ExprPtr parseDictValue(Parser &parser)
{
    expect(parser, TokenKind::Colon, "A dict has `key: value` everywhere; the `:` is missing.");
    return parseExpression(parser);
}

/// A dict's items from behind the first value on.
ast::ExprPtr parseDictItems(Parser &parser, std::unique_ptr<ast::Dict> node, const Token &opening)
{
    while (parser.accept(TokenKind::Comma) && !parser.at(TokenKind::RightBrace)) {
        ast::ExprPtr key = parseDictKey(parser);
        ast::ExprPtr value = parseDictValue(parser);
        node->items.push_back({std::move(key), std::move(value)});
    }
    closeBracket(parser, opening);
    return parser.finish(std::move(node), opening);
}

/// A dict from behind its first key on.
ast::ExprPtr parseDict(Parser &parser, ast::ExprPtr key, const Token &opening)
{
    ast::ExprPtr value = parseDictValue(parser);
    if (parser.at(TokenKind::For)) {
        return finishComprehension(parser, ast::ComprehensionKind::Dict, std::move(key), std::move(value),
                                   opening);
    }
    auto node = std::make_unique<ast::Dict>();
    node->items.push_back({std::move(key), std::move(value)});
    return parseDictItems(parser, std::move(node), opening);
}

ast::ExprPtr parseParenthesizedGenerator(Parser &parser, ast::ExprPtr element, const Token &opening,
                                         bool allowed)
{
    ast::ExprPtr node =
        finishComprehension(parser, ast::ComprehensionKind::Generator, std::move(element), nullptr, opening);
    if (!allowed || !parser.at(TokenKind::RightParenthesis)) {
        parser.fail(node->place, "A generator expression can stand only as a call's only argument.",
                    "Make it a list: write `[` and `]` for `(` and `)`.");
    }
    return node;
}

ast::ExprPtr parseParenthesizedTuple(Parser &parser, ast::ExprPtr first, const Token &opening)
{
    auto node = std::make_unique<ast::Tuple>();
    node->elements = parseElements(parser, std::move(first), opening);
    closeBracket(parser, opening);
    return parser.finish(std::move(node), opening);
}

ast::ExprPtr parseClauseIterable(Parser &parser)
{
    expect(parser, TokenKind::In, "`in` is missing behind the variable of `for`.");
    return parseDisjunction(parser);
}

} // namespace

ast::ExprPtr parseParenthesized(Parser &parser)
{
    const Nesting nesting(parser);
    const bool generatorAllowed = parser.soleGeneratorExpected();
    const Token opening = parser.take();
    if (parser.accept(TokenKind::RightParenthesis)) {
        return parser.finish(std::make_unique<ast::Tuple>(), opening);
    }
    ast::ExprPtr first = parseExpression(parser);
    if (parser.at(TokenKind::For)) {
        return parseParenthesizedGenerator(parser, std::move(first), opening, generatorAllowed);
    }
    if (parser.at(TokenKind::Comma)) {
        return parseParenthesizedTuple(parser, std::move(first), opening);
    }
    closeBracket(parser, opening);
    return first;
}

ast::ExprPtr parseListDisplay(Parser &parser)
{
    const Nesting nesting(parser);
    const Token opening = parser.take();
    auto node = std::make_unique<ast::List>();
    if (!parser.at(TokenKind::RightBracket)) {
        ast::ExprPtr first = parseExpression(parser);
        if (parser.at(TokenKind::For)) {
            return finishComprehension(parser, ast::ComprehensionKind::List, std::move(first), nullptr,
                                       opening);
        }
        node->elements = parseElements(parser, std::move(first), opening);
    }
    closeBracket(parser, opening);
    return parser.finish(std::move(node), opening);
}

ast::ExprPtr parseBraces(Parser &parser)
{
    const Nesting nesting(parser);
    const Token opening = parser.take();
    if (parser.accept(TokenKind::RightBrace)) {
        return parser.finish(std::make_unique<ast::Dict>(), opening);
    }
    ast::ExprPtr first = parseDictKey(parser);
    if (parser.at(TokenKind::Colon)) {
        return parseDict(parser, std::move(first), opening);
    }
    if (parser.at(TokenKind::For)) {
        return finishComprehension(parser, ast::ComprehensionKind::Set, std::move(first), nullptr, opening);
    }
    auto node = std::make_unique<ast::Set>();
    node->elements = parseElements(parser, std::move(first), opening);
    closeBracket(parser, opening);
    return parser.finish(std::move(node), opening);
}

void parseClauses(Parser &parser, ast::Comprehension &node)
{
    while (parser.accept(TokenKind::For)) {
        ast::ComprehensionClause clause;
        clause.target = parseForTarget(parser);
        clause.iterable = parseClauseIterable(parser);
        while (parser.accept(TokenKind::If)) {
            clause.conditions.push_back(parseDisjunction(parser));
        }
        node.clauses.push_back(std::move(clause));
    }
}

} // namespace tetherscope::grammar
