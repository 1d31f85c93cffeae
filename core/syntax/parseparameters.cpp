#include "syntax/parseexpressions.h"

#include <unordered_set>

namespace tetherscope::grammar {

namespace {

ast::Parameter parseParameter(Parser &parser, Annotations annotations)
{
    ast::Parameter parameter;
    const Token name = parser.peek();
    expect(parser, TokenKind::Name, "The name of a parameter is expected here.",
           name.kind == TokenKind::LeftParenthesis ? "Take the tuple whole and unpack it in the body." : "");
    parameter.name = parser.identifier(name);
    parameter.place = placeOf(name);
    if (annotations == Annotations::Allowed && parser.accept(TokenKind::Colon)) {
        parameter.annotation = parseExpression(parser);
    }
    if (parser.accept(TokenKind::Assign)) {
        parameter.defaultValue = parseExpression(parser);
    }
    return parameter;
}

void failIfSpecial(Parser &parser)
{
    const Token &sign = parser.peek();
    if (sign.kind == TokenKind::Slash) {
        parser.failHere(outside("`/` between parameters"), "Leave it out.");
    } else if (sign.kind == TokenKind::Star && parser.peek(1).kind != TokenKind::Name) {
        parser.failHere(outside("`*` between parameters"), "Leave it out.");
    } else if (sign.kind == TokenKind::Star || sign.kind == TokenKind::StarStar) {
        parser.failHere(outside("A parameter with " + described(parser, sign)),
                        sign.kind == TokenKind::Star ? "Take a list." : "Take a dict.");
    }
}

void checkDefault(Parser &parser, const std::vector<ast::Parameter> &before, const ast::Parameter &parameter)
{
    if (!parameter.defaultValue && !before.empty() && before.back().defaultValue) {
        parser.fail(parameter.place,
                    "The parameter " + inBackquotes(parameter.name) +
                        " has no default value, but one before it has.",
                    "Give it one too, or move it to the front.");
    }
}

} // namespace

std::vector<ast::Parameter> parseParameters(Parser &parser, TokenKind end, Annotations annotations)
{
    std::vector<ast::Parameter> parameters;
    std::unordered_set<std::string> names;
    while (!parser.at(end) && !parser.at(TokenKind::End)) {
        failIfSpecial(parser);
        ast::Parameter parameter = parseParameter(parser, annotations);
        if (!names.insert(parameter.name).second) {
            parser.fail(parameter.place, "Two parameters are called " + inBackquotes(parameter.name) + '.',
                        "Give one of them another name.");
        }
        checkDefault(parser, parameters, parameter);
        parameters.push_back(std::move(parameter));
        if (!parser.accept(TokenKind::Comma)) {
            break;
        }
    }
    return parameters;
}

ast::ExprPtr parseLambda(Parser &parser)
{
    const Nesting nesting(parser);
    const Token start = parser.take();
    auto node = std::make_unique<ast::Lambda>();
    node->parameters = parseParameters(parser, TokenKind::Colon, Annotations::None);
    if (!parser.at(TokenKind::Colon)) {
        failUnexpected(parser);
    }
    parser.accept(TokenKind::Colon);
    node->body = parseExpression(parser);
    return parser.finish(std::move(node), start);
}

} // namespace tetherscope::grammar
