#include "syntax/parseexpressions.h"

#include <limits>

namespace tetherscope::grammar {

namespace {

struct OperatorRule
{
    int precedence = 0; ///< higher binds tighter; 0: no operator between two values
    ast::BinaryOperator op = ast::BinaryOperator::Add;
};

constexpr int loosest = 1;

constexpr OperatorRule ruleOf(TokenKind kind)
{
    using Op = ast::BinaryOperator;
    switch (kind) {
    case TokenKind::Bar:
        return {1, Op::BitOr};
    case TokenKind::Caret:
        return {2, Op::BitXor};
    case TokenKind::Ampersand:
        return {3, Op::BitAnd};
    case TokenKind::ShiftLeft:
        return {4, Op::ShiftLeft};
    case TokenKind::ShiftRight:
        return {4, Op::ShiftRight};
    case TokenKind::Plus:
        return {5, Op::Add};
    case TokenKind::Minus:
        return {5, Op::Subtract};
    case TokenKind::Star:
        return {6, Op::Multiply};
    case TokenKind::Slash:
        return {6, Op::Divide};
    case TokenKind::SlashSlash:
        return {6, Op::FloorDivide};
    case TokenKind::Percent:
        return {6, Op::Modulo};
    default:
        return {};
    }
}

ast::ExprPtr parseUnary(Parser &parser);

ast::ExprPtr binary(Parser &parser, ast::BinaryOperator op, ast::ExprPtr left, const Token &sign,
                    ast::ExprPtr right, const Token &start)
{
    auto node = std::make_unique<ast::Binary>();
    node->op = op;
    node->left = std::move(left);
    node->right = std::move(right);
    node->operatorPlace = placeOf(sign);
    return parser.finish(std::move(node), start);
}

ast::ExprPtr parseBinary(Parser &parser, int precedence)
{
    const Token start = parser.peek();
    ast::ExprPtr left = parseUnary(parser);
    for (;;) {
        const OperatorRule rule = ruleOf(parser.peek().kind);
        if (rule.precedence < precedence) {
            return left;
        }
        const Token sign = parser.take();
        ast::ExprPtr right = parseBinary(parser, rule.precedence + 1);
        left = binary(parser, rule.op, std::move(left), sign, std::move(right), start);
    }
}

/// `base ** exponent`; the exponent may carry a sign and another power.
ast::ExprPtr parsePower(Parser &parser)
{
    const Token start = parser.peek();
    ast::ExprPtr base = parsePrimary(parser);
    if (!parser.at(TokenKind::StarStar)) {
        return base;
    }
    const Nesting nesting(parser);
    const Token sign = parser.take();
    ast::ExprPtr exponent = parseUnary(parser);
    return binary(parser, ast::BinaryOperator::Power, std::move(base), sign, std::move(exponent), start);
}

ast::ExprPtr parseSmallestInteger(Parser &parser)
{
    const Token start = parser.take();
    parser.take();
    auto node = std::make_unique<ast::Constant>();
    node->value = std::numeric_limits<std::int64_t>::min();
    return parser.finish(std::move(node), start);
}

ast::ExprPtr parseSigned(Parser &parser, ast::UnaryOperator op)
{
    const Nesting nesting(parser);
    const Token start = parser.take();
    auto node = std::make_unique<ast::Unary>();
    node->op = op;
    node->operand = parseUnary(parser);
    return parser.finish(std::move(node), start);
}

ast::ExprPtr parseUnary(Parser &parser)
{
    switch (parser.peek().kind) {
    case TokenKind::Plus:
        return parseSigned(parser, ast::UnaryOperator::Plus);
    case TokenKind::Minus:
        return atSmallestInteger(parser) ? parseSmallestInteger(parser)
                                         : parseSigned(parser, ast::UnaryOperator::Minus);
    case TokenKind::Tilde:
        return parseSigned(parser, ast::UnaryOperator::Invert);
    default:
        return parsePower(parser);
    }
}

struct ComparisonMatch
{
    bool found = false;
    ast::CompareOperator op = ast::CompareOperator::Equal;
    int tokens = 1;
};

ComparisonMatch comparisonAt(const Parser &parser)
{
    using Op = ast::CompareOperator;
    switch (parser.peek().kind) {
    case TokenKind::Equal:
        return {true, Op::Equal};
    case TokenKind::NotEqual:
        return {true, Op::NotEqual};
    case TokenKind::Less:
        return {true, Op::Less};
    case TokenKind::LessEqual:
        return {true, Op::LessEqual};
    case TokenKind::Greater:
        return {true, Op::Greater};
    case TokenKind::GreaterEqual:
        return {true, Op::GreaterEqual};
    case TokenKind::In:
        return {true, Op::In};
    case TokenKind::Is:
        return parser.peek(1).kind == TokenKind::Not ? ComparisonMatch{true, Op::IsNot, 2}
                                                     : ComparisonMatch{true, Op::Is};
    case TokenKind::Not:
        return {parser.peek(1).kind == TokenKind::In, Op::NotIn, 2};
    default:
        return {};
    }
}

ast::ExprPtr parseComparison(Parser &parser)
{
    const Token start = parser.peek();
    ast::ExprPtr first = parseArithmetic(parser);
    ComparisonMatch match = comparisonAt(parser);
    if (!match.found) {
        return first;
    }
    auto node = std::make_unique<ast::Compare>();
    node->first = std::move(first);
    for (; match.found; match = comparisonAt(parser)) {
        for (int i = 0; i < match.tokens; ++i) {
            parser.take();
        }
        node->ops.push_back(match.op);
        node->rest.push_back(parseArithmetic(parser));
    }
    return parser.finish(std::move(node), start);
}

ast::ExprPtr parseInversion(Parser &parser)
{
    if (!parser.at(TokenKind::Not)) {
        return parseComparison(parser);
    }
    const Nesting nesting(parser);
    const Token start = parser.take();
    auto node = std::make_unique<ast::Unary>();
    node->op = ast::UnaryOperator::Not;
    node->operand = parseInversion(parser);
    return parser.finish(std::move(node), start);
}

/// `a and b and c` for `word` And, with `operand` reading each; or the single operand.
template<typename Operand>
ast::ExprPtr parseBoolean(Parser &parser, TokenKind word, ast::BooleanOperator op, Operand operand)
{
    const Token start = parser.peek();
    ast::ExprPtr first = operand(parser);
    if (!parser.at(word)) {
        return first;
    }
    auto node = std::make_unique<ast::Boolean>();
    node->op = op;
    node->operands.push_back(std::move(first));
    while (parser.accept(word)) {
        node->operands.push_back(operand(parser));
    }
    return parser.finish(std::move(node), start);
}

ast::ExprPtr parseConjunction(Parser &parser)
{
    return parseBoolean(parser, TokenKind::And, ast::BooleanOperator::And, parseInversion);
}

/// `body if test else orElse`, from the `if` on.
ast::ExprPtr parseConditional(Parser &parser, ast::ExprPtr body, const Token &start)
{
    const Nesting nesting(parser);
    parser.take();
    auto node = std::make_unique<ast::Conditional>();
    node->body = std::move(body);
    node->test = parseDisjunction(parser);
    expect(parser, TokenKind::Else, "A conditional expression needs an `else`.", "Write `a if test else b`.");
    node->orElse = parseExpression(parser);
    return parser.finish(std::move(node), start);
}

} // namespace

ast::ExprPtr parseArithmetic(Parser &parser)
{
    return parseBinary(parser, loosest);
}

ast::ExprPtr parseDisjunction(Parser &parser)
{
    return parseBoolean(parser, TokenKind::Or, ast::BooleanOperator::Or, parseConjunction);
}

ast::ExprPtr parseExpression(Parser &parser)
{
    if (parser.at(TokenKind::Lambda)) {
        return parseLambda(parser);
    }
    const Token start = parser.peek();
    ast::ExprPtr body = parseDisjunction(parser);
    if (parser.at(TokenKind::Walrus)) {
        parser.failHere(outside("`:=`"), "Assign with `=` in a statement of its own.");
    }
    return parser.at(TokenKind::If) ? parseConditional(parser, std::move(body), start) : std::move(body);
}

ast::ExprPtr parseTupleOrExpression(Parser &parser)
{
    const Token start = parser.peek();
    ast::ExprPtr first = parseExpression(parser);
    if (!parser.at(TokenKind::Comma)) {
        return first;
    }
    auto node = std::make_unique<ast::Tuple>();
    node->elements.push_back(std::move(first));
    while (parser.accept(TokenKind::Comma) && !parser.atLineEnd() && !parser.at(TokenKind::Assign) &&
           !parser.at(TokenKind::Semicolon) && !parser.at(TokenKind::Colon)) {
        node->elements.push_back(parseExpression(parser));
    }
    return parser.finish(std::move(node), start);
}

} // namespace tetherscope::grammar
