#include "syntax/parsestatements.h"

#include <utility>

namespace tetherscope::grammar {

namespace {

std::optional<ast::BinaryOperator> augmentedOperator(TokenKind kind)
{
    using Op = ast::BinaryOperator;
    switch (kind) {
    case TokenKind::PlusAssign:
        return Op::Add;
    case TokenKind::MinusAssign:
        return Op::Subtract;
    case TokenKind::StarAssign:
        return Op::Multiply;
    case TokenKind::StarStarAssign:
        return Op::Power;
    case TokenKind::SlashAssign:
        return Op::Divide;
    case TokenKind::SlashSlashAssign:
        return Op::FloorDivide;
    case TokenKind::PercentAssign:
        return Op::Modulo;
    case TokenKind::ShiftLeftAssign:
        return Op::ShiftLeft;
    case TokenKind::ShiftRightAssign:
        return Op::ShiftRight;
    case TokenKind::AmpersandAssign:
        return Op::BitAnd;
    case TokenKind::BarAssign:
        return Op::BitOr;
    case TokenKind::CaretAssign:
        return Op::BitXor;
    default:
        return std::nullopt;
    }
}

void checkStore(Parser &parser, const ast::Expr &target, TargetUse use)
{
    checkTarget(parser, target, use);
    if (target.kind == ast::ExprKind::Name) {
        checkSpecialName(parser, ast::as<ast::Name>(target).name, target.place);
    }
}

ast::StmtPtr parseChain(Parser &parser, ast::ExprPtr first)
{
    auto node = std::make_unique<ast::Assign>();
    node->value = std::move(first);
    while (parser.at(TokenKind::Assign)) {
        checkStore(parser, *node->value, TargetUse::Assign);
        parser.take();
        node->targets.push_back(std::exchange(node->value, nullptr));
        node->value = parseTupleOrExpression(parser);
    }
    return node;
}

ast::StmtPtr parseAugmented(Parser &parser, ast::ExprPtr target, ast::BinaryOperator op)
{
    checkTarget(parser, *target, TargetUse::Augment);
    parser.take();
    auto node = std::make_unique<ast::AugmentedAssign>();
    node->target = std::move(target);
    node->op = op;
    node->value = parseTupleOrExpression(parser);
    return node;
}

ast::StmtPtr parseAnnotated(Parser &parser, ast::ExprPtr target)
{
    checkStore(parser, *target, TargetUse::Annotate);
    parser.take();
    auto node = std::make_unique<ast::AnnotatedAssign>();
    node->target = std::move(target);
    node->annotation = parseExpression(parser);
    if (parser.accept(TokenKind::Assign)) {
        node->value = parseTupleOrExpression(parser);
    }
    return node;
}

/// `name:` at the end of a line is no annotation but a statement that Python does not know.
bool atUnknownHeader(const Parser &parser, const ast::Expr &first)
{
    const bool lineEnds = parser.peek(1).kind == TokenKind::Newline;
    return parser.at(TokenKind::Colon) && lineEnds &&
           (first.kind == ast::ExprKind::Name || first.kind == ast::ExprKind::Call);
}

} // namespace

ast::StmtPtr parseAssignment(Parser &parser)
{
    const Token start = parser.peek();
    ast::ExprPtr first = parseTupleOrExpression(parser);
    if (atUnknownHeader(parser, *first)) {
        expectStatementEnd(parser, start);
        return nullptr;
    }
    if (parser.at(TokenKind::Colon)) {
        return parseAnnotated(parser, std::move(first));
    }
    if (const std::optional<ast::BinaryOperator> op = augmentedOperator(parser.peek().kind)) {
        return parseAugmented(parser, std::move(first), *op);
    }
    if (parser.at(TokenKind::AtAssign)) {
        parser.failHere(outside("Matrix multiplication with `@=`"));
    }
    if (parser.at(TokenKind::Assign)) {
        return parseChain(parser, std::move(first));
    }
    auto node = std::make_unique<ast::ExpressionStatement>();
    node->value = std::move(first);
    return node;
}

} // namespace tetherscope::grammar
