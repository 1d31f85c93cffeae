#include "syntax/parseexpressions.h"

namespace tetherscope::grammar {

namespace {

/// What an expression that is no target is called in a message.
std::string calledInMessage(const ast::Expr &expr)
{
    switch (expr.kind) {
    case ast::ExprKind::Constant:
        return "a constant";
    case ast::ExprKind::FString:
    case ast::ExprKind::FormattedValue:
        return "an f-string";
    case ast::ExprKind::Call:
        return "the result of a call";
    case ast::ExprKind::Lambda:
        return "a lambda";
    case ast::ExprKind::Compare:
        return "a comparison";
    case ast::ExprKind::Conditional:
        return "a conditional expression";
    case ast::ExprKind::Set:
    case ast::ExprKind::Dict:
        return "a set or dict display";
    case ast::ExprKind::Comprehension:
        return "a comprehension";
    case ast::ExprKind::Tuple:
    case ast::ExprKind::List:
        return "several things at once";
    default:
        return "the result of an operation";
    }
}

std::string mistake(TargetUse use, const ast::Expr &target)
{
    std::string called = calledInMessage(target);
    switch (use) {
    case TargetUse::Assign:
        return "Nothing can be assigned to " + called + '.';
    case TargetUse::Augment:
        return "An augmented assignment cannot change " + called + '.';
    case TargetUse::Annotate:
        return "An annotation cannot describe " + called + '.';
    case TargetUse::Delete:
        return "`del` cannot delete " + called + '.';
    case TargetUse::Loop:
        return "A loop cannot store into " + called + '.';
    }
    return called;
}

std::string advice(TargetUse use, const ast::Expr &target)
{
    if (use == TargetUse::Assign && target.kind != ast::ExprKind::Compare) {
        return "Write `==` to compare, or a name, attribute or subscript to assign to.";
    }
    return use == TargetUse::Augment || use == TargetUse::Annotate
               ? "It needs one name, attribute or subscript."
               : "It needs a name, attribute or subscript.";
}

void checkEach(Parser &parser, const std::vector<ast::ExprPtr> &targets, TargetUse use)
{
    for (const ast::ExprPtr &target : targets) {
        checkTarget(parser, *target, use);
    }
}

} // namespace

void checkTarget(Parser &parser, const ast::Expr &target, TargetUse use)
{
    const bool many = use != TargetUse::Augment && use != TargetUse::Annotate;
    switch (target.kind) {
    case ast::ExprKind::Name:
    case ast::ExprKind::Attribute:
    case ast::ExprKind::Subscript:
        return;
    case ast::ExprKind::Tuple:
        if (many) {
            checkEach(parser, ast::as<ast::Tuple>(target).elements, use);
            return;
        }
        break;
    case ast::ExprKind::List:
        if (many) {
            checkEach(parser, ast::as<ast::List>(target).elements, use);
            return;
        }
        break;
    default:
        break;
    }
    parser.fail(target.place, mistake(use, target), advice(use, target));
}

ast::ExprPtr parseForTarget(Parser &parser)
{
    const Token start = parser.peek();
    ast::ExprPtr target = parseArithmetic(parser);
    if (parser.at(TokenKind::Comma)) {
        auto node = std::make_unique<ast::Tuple>();
        node->elements.push_back(std::move(target));
        while (parser.accept(TokenKind::Comma) && !parser.at(TokenKind::In)) {
            node->elements.push_back(parseArithmetic(parser));
        }
        target = parser.finish(std::move(node), start);
    }
    checkTarget(parser, *target, TargetUse::Loop);
    return target;
}

} // namespace tetherscope::grammar
