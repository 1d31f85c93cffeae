#include "syntax/parseexpressions.h"

namespace tetherscope::grammar {

namespace {

template<typename Value>
ast::ExprPtr parseConstant(Parser &parser, Value value)
{
    const Token token = parser.take();
    auto node = std::make_unique<ast::Constant>();
    node->value = value;
    return parser.finish(std::move(node), token);
}

ast::ExprPtr parseName(Parser &parser)
{
    const Token token = parser.take();
    auto node = std::make_unique<ast::Name>();
    node->name = parser.identifier(token);
    return parser.finish(std::move(node), token);
}

ast::ExprPtr parseAttribute(Parser &parser, ast::ExprPtr object, const Token &start)
{
    parser.take();
    auto node = std::make_unique<ast::Attribute>();
    node->object = std::move(object);
    node->namePlace = placeOf(parser.peek());
    if (isKeyword(parser.peek().kind)) {
        parser.failHere(described(parser, parser.peek()) + " is a keyword and cannot name an attribute.");
    }
    node->name = parser.identifier(parser.peek());
    expect(parser, TokenKind::Name, "The name of an attribute is expected behind the dot.");
    return parser.finish(std::move(node), start);
}

void failPositionalBehindKeyword(Parser &parser, const ast::Expr &argument)
{
    parser.fail(argument.place, "This argument has no name but stands behind one that has.",
                "Move it to the front, or give it a name too.");
}

void parseKeyword(Parser &parser, ast::Call &call)
{
    const Token name = parser.take();
    parser.take();
    const auto same = [&](const ast::Keyword &keyword) { return keyword.name == parser.text(name); };
    if (std::any_of(call.keywords.begin(), call.keywords.end(), same)) {
        parser.fail(placeOf(name), "The argument " + inBackquotes(parser.text(name)) + " is given twice.",
                    "Take one of them away.");
    }
    call.keywords.push_back({std::string(parser.text(name)), placeOf(name), parseExpression(parser)});
}

/// `element for …` as a call's only argument, from the `for` on.
ast::ExprPtr parseGenerator(Parser &parser, ast::ExprPtr element, const Token &start)
{
    auto node = std::make_unique<ast::Comprehension>();
    node->comprehensionKind = ast::ComprehensionKind::Generator;
    node->element = std::move(element);
    parseClauses(parser, *node);
    return parser.finish(std::move(node), start);
}

void parsePositional(Parser &parser, ast::Call &call)
{
    const Token start = parser.peek();
    ast::ExprPtr argument = parseExpression(parser);
    if (parser.at(TokenKind::For)) {
        argument = parseGenerator(parser, std::move(argument), start);
        if (!call.arguments.empty() || !call.keywords.empty() || parser.at(TokenKind::Comma)) {
            parser.fail(argument->place, "A generator expression can stand only as a call's only argument.",
                        "Make it a list: put `[` and `]` around it.");
        }
    }
    if (parser.at(TokenKind::Assign)) {
        parser.failHere("Only a plain name can stand before `=` in a call.", "Write `==` to compare.");
    }
    if (!call.keywords.empty()) {
        failPositionalBehindKeyword(parser, *argument);
    }
    call.arguments.push_back(std::move(argument));
}

void parseArgument(Parser &parser, ast::Call &call)
{
    const TokenKind kind = parser.peek().kind;
    if (kind == TokenKind::Star || kind == TokenKind::StarStar) {
        parser.failHere(outside("Unpacking with " + described(parser, parser.peek()) + " in a call"),
                        "Write the arguments out.");
    } else if (kind == TokenKind::Name && parser.peek(1).kind == TokenKind::Assign) {
        parseKeyword(parser, call);
    } else {
        parsePositional(parser, call);
    }
}

ast::ExprPtr parseSlicePart(Parser &parser)
{
    const TokenKind kind = parser.peek().kind;
    const bool absent =
        kind == TokenKind::Colon || kind == TokenKind::RightBracket || kind == TokenKind::Comma;
    return absent ? nullptr : parseExpression(parser);
}

/// `lower:upper:step` or an expression.
ast::ExprPtr parseIndex(Parser &parser)
{
    const Token start = parser.peek();
    ast::ExprPtr lower = parseSlicePart(parser);
    if (!parser.accept(TokenKind::Colon)) {
        return lower ? std::move(lower) : failAtom(parser);
    }
    auto node = std::make_unique<ast::Slice>();
    node->lower = std::move(lower);
    node->upper = parseSlicePart(parser);
    if (parser.accept(TokenKind::Colon)) {
        node->step = parseSlicePart(parser);
    }
    return parser.finish(std::move(node), start);
}

/// `a, b` between brackets, from the comma on.
ast::ExprPtr parseTupleIndex(Parser &parser, ast::ExprPtr first, const Token &start)
{
    auto node = std::make_unique<ast::Tuple>();
    node->elements.push_back(std::move(first));
    while (parser.accept(TokenKind::Comma) && !parser.at(TokenKind::RightBracket)) {
        node->elements.push_back(parseIndex(parser));
    }
    for (const ast::ExprPtr &element : node->elements) {
        if (element->kind == ast::ExprKind::Slice) {
            parser.fail(element->place, outside("A slice beside other indices"),
                        "Slice one dimension at a time.");
        }
    }
    return parser.finish(std::move(node), start);
}

} // namespace

ast::ExprPtr parseAtom(Parser &parser)
{
    switch (parser.peek().kind) {
    case TokenKind::Name:
        return parseName(parser);
    case TokenKind::Number:
        return parseNumber(parser);
    case TokenKind::String:
        return parseStrings(parser);
    case TokenKind::None:
        return parseConstant(parser, ast::None{});
    case TokenKind::True:
        return parseConstant(parser, true);
    case TokenKind::False:
        return parseConstant(parser, false);
    case TokenKind::LeftParenthesis:
        return parseParenthesized(parser);
    case TokenKind::LeftBracket:
        return parseListDisplay(parser);
    case TokenKind::LeftBrace:
        return parseBraces(parser);
    default:
        return failAtom(parser);
    }
}

ast::ExprPtr parsePrimary(Parser &parser)
{
    const Token start = parser.peek();
    ast::ExprPtr object = parseAtom(parser);
    for (;;) {
        switch (parser.peek().kind) {
        case TokenKind::Dot:
            object = parseAttribute(parser, std::move(object), start);
            break;
        case TokenKind::LeftParenthesis:
            object = parseCall(parser, std::move(object), start);
            break;
        case TokenKind::LeftBracket:
            object = parseSubscript(parser, std::move(object), start);
            break;
        default:
            return object;
        }
    }
}

ast::ExprPtr parseCall(Parser &parser, ast::ExprPtr callee, const Token &start)
{
    const Nesting nesting(parser);
    const Token opening = parser.take();
    auto node = std::make_unique<ast::Call>();
    node->callee = std::move(callee);
    parser.expectSoleGenerator();
    while (!parser.at(TokenKind::RightParenthesis) && !parser.at(TokenKind::End)) {
        parseArgument(parser, *node);
        if (!parser.accept(TokenKind::Comma)) {
            break;
        }
    }
    closeBracket(parser, opening);
    return parser.finish(std::move(node), start);
}

ast::ExprPtr parseSubscript(Parser &parser, ast::ExprPtr object, const Token &start)
{
    const Nesting nesting(parser);
    const Token opening = parser.take();
    auto node = std::make_unique<ast::Subscript>();
    node->object = std::move(object);
    const Token indexStart = parser.peek();
    if (parser.at(TokenKind::RightBracket)) {
        parser.failHere("An index is missing between `[` and `]`.");
    }
    node->index = parseIndex(parser);
    if (parser.at(TokenKind::Comma)) {
        node->index = parseTupleIndex(parser, std::move(node->index), indexStart);
    }
    closeBracket(parser, opening);
    return parser.finish(std::move(node), start);
}

} // namespace tetherscope::grammar
