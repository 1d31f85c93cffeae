#pragma once

#include "syntax/parserstate.h"

/// The grammar of expressions, from the loosest to the tightest. Each rule reads what it is called after and
/// leaves the parser behind it; see Parser for what happens when it cannot.
namespace tetherscope::grammar {

/// `a, b`: a tuple without brackets, or a single expression.
ast::ExprPtr parseTupleOrExpression(Parser &parser);
/// A lambda, `a if test else b`, or what parseDisjunction() reads.
ast::ExprPtr parseExpression(Parser &parser);
/// `or`, `and`, `not`, comparisons and all that binds tighter.
ast::ExprPtr parseDisjunction(Parser &parser);
/// `|` and all that binds tighter: what stands before the `in` of a `for`.
ast::ExprPtr parseArithmetic(Parser &parser);
/// Names, calls, attributes, subscripts, displays, literals.
ast::ExprPtr parsePrimary(Parser &parser);
/// What a primary begins with.
ast::ExprPtr parseAtom(Parser &parser);

/// `(…)`, `[…]`, `{…}`: tuples, lists, sets, dicts, comprehensions, and brackets that only group.
ast::ExprPtr parseParenthesized(Parser &parser);
ast::ExprPtr parseListDisplay(Parser &parser);
ast::ExprPtr parseBraces(Parser &parser);
/// The `for` clauses behind `node.element`; `start` is where the comprehension begins.
void parseClauses(Parser &parser, ast::Comprehension &node);

/// `(arguments)` and `[index]` behind `object`.
ast::ExprPtr parseCall(Parser &parser, ast::ExprPtr callee, const Token &start);
ast::ExprPtr parseSubscript(Parser &parser, ast::ExprPtr object, const Token &start);

/// `lambda a, b=1: body`
ast::ExprPtr parseLambda(Parser &parser);
/// Parameters up to `end`, which is left; with annotations in a `def`.
enum class Annotations { Allowed, None };
std::vector<ast::Parameter> parseParameters(Parser &parser, TokenKind end, Annotations annotations);

/// One or more string literals next to each other.
ast::ExprPtr parseStrings(Parser &parser);
ast::ExprPtr parseNumber(Parser &parser);
/// `-9223372036854775808` is a 64-bit integer though the number behind the sign is not.
bool atSmallestInteger(const Parser &parser);

/// `a, b.c, (d, e)` before the `in` of a `for`.
ast::ExprPtr parseForTarget(Parser &parser);
/// What a target is for: words the message.
enum class TargetUse { Assign, Augment, Annotate, Delete, Loop };
/// Fails unless something can be stored there (or deleted there).
void checkTarget(Parser &parser, const ast::Expr &target, TargetUse use);

/// Takes the bracket that closes what `opening` opened, or says what stands there instead.
void closeBracket(Parser &parser, const Token &opening);
/// Takes `kind` or fails with the message.
void expect(Parser &parser, TokenKind kind, std::string message, std::string hint = {});
/// Fails: no expression can begin with the current token. Returns a node in its place.
ast::ExprPtr failAtom(Parser &parser);
/// Fails: nothing that was read goes on with the current token.
void failUnexpected(Parser &parser);
/// "`with` is outside the scenario language."
std::string outside(std::string_view construct);
/// A node to return after a failure.
ast::ExprPtr placeholder();

} // namespace tetherscope::grammar
