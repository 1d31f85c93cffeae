#include "syntax/parseexpressions.h"

#include <array>

namespace tetherscope::grammar {

namespace {

struct OutsideWord
{
    TokenKind kind;
    std::string_view construct;
    std::string_view hint;
};

/// What Python allows in an expression and the scenario language does not.
constexpr std::array outsideWords{
    OutsideWord{TokenKind::Yield, "`yield`", "Collect the values in a list and return it."},
    OutsideWord{TokenKind::Await, "`await`", "Scenarios run without `async`: call the function directly."},
    OutsideWord{TokenKind::Async, "`async`", "Scenarios run one statement after the other: leave it out."},
    OutsideWord{TokenKind::Ellipsis, "`...`", "Write `pass` for an empty body."},
    OutsideWord{TokenKind::Star, "Unpacking with `*`", "Write the elements out."},
    OutsideWord{TokenKind::StarStar, "Unpacking with `**`", "Write the items out."},
    OutsideWord{TokenKind::At, "Matrix multiplication with `@`", {}},
    OutsideWord{TokenKind::Walrus, "`:=`", "Assign with `=` in a statement of its own."},
    OutsideWord{TokenKind::With, "`with`", "Call what you need, with `try` and `finally` around it."},
};

/// Behind another operator a `*` is a slip, not an unpacking.
bool isUnpacking(const Parser &parser)
{
    const TokenKind before = parser.last().kind;
    return before < TokenKind::Plus || before > TokenKind::NotEqual;
}

bool failIfOutside(Parser &parser)
{
    for (const OutsideWord &word : outsideWords) {
        const bool isStar = word.kind == TokenKind::Star || word.kind == TokenKind::StarStar;
        if (parser.at(word.kind) && (!isStar || isUnpacking(parser))) {
            parser.failHere(outside(word.construct), std::string(word.hint));
            return true;
        }
    }
    return false;
}

/// `x++`: two signs side by side and no operand.
bool failIfIncrement(Parser &parser)
{
    const Token &sign = parser.last();
    const std::string_view before = parser.context().text.substr(0, sign.end);
    const bool plus = before.ends_with("++");
    if (!plus && !before.ends_with("--")) {
        return false;
    }
    const Place place{sign.line, sign.column - 1, sign.endColumn};
    parser.fail(place, plus ? "Python has no `++`." : "Python has no `--`.",
                plus ? "Write `+= 1`." : "Write `-= 1`.");
    return true;
}

constexpr bool beginsAtom(TokenKind kind)
{
    return kind == TokenKind::Name || kind == TokenKind::Number || kind == TokenKind::String ||
           kind == TokenKind::None || kind == TokenKind::True || kind == TokenKind::False;
}

} // namespace

std::string outside(std::string_view construct)
{
    return std::string(construct) + " is outside the scenario language.";
}

ast::ExprPtr placeholder()
{
    return std::make_unique<ast::Constant>();
}

ast::ExprPtr failAtom(Parser &parser)
{
    if (parser.failed() || failIfOutside(parser)) {
        return placeholder();
    }
    const Token token = parser.peek();
    if (parser.atLineEnd() || token.kind == TokenKind::Dedent || token.kind == TokenKind::Indent) {
        if (!failIfIncrement(parser)) {
            parser.failBehind("An expression is missing here.");
        }
    } else if (token.kind == TokenKind::Assign) {
        parser.failHere("An expression is missing before `=`.");
    } else if (isKeyword(token.kind)) {
        parser.failHere(described(parser, token) + " is a keyword of Python and cannot stand here.",
                        "A name may not be a keyword; an expression is expected.");
    } else {
        parser.failHere("An expression is missing before " + described(parser, token) + '.',
                        token.kind == TokenKind::SlashSlash ? "A comment begins with `#`." : "");
    }
    return placeholder();
}

void failUnexpected(Parser &parser)
{
    if (parser.failed() || failIfOutside(parser)) {
        return;
    }
    const Token token = parser.peek();
    const std::string what = described(parser, token);
    if (token.kind == TokenKind::Assign) {
        parser.failHere("`=` assigns; it cannot stand inside an expression.", "Write `==` to compare.");
    } else if (beginsAtom(token.kind)) {
        parser.failHere("Something is missing before " + what + '.', "An operator or a comma, perhaps?");
    } else if (token.kind == TokenKind::Colon) {
        parser.failHere("`:` cannot stand here.",
                        "It ends the line of an `if`, `for`, `def`, `class` and their like.");
    } else if (parser.atLineEnd()) {
        parser.failBehind("The line ends too early.");
    } else {
        parser.failHere("Nothing here can go on with " + what + '.',
                        isKeyword(token.kind) ? "Put it on a line of its own." : "");
    }
}

void expect(Parser &parser, TokenKind kind, std::string message, std::string hint)
{
    if (parser.accept(kind) || parser.failed()) {
        return;
    }
    if (parser.atLineEnd()) {
        parser.failBehind(std::move(message), std::move(hint));
    } else {
        parser.failHere(std::move(message), std::move(hint));
    }
}

void closeBracket(Parser &parser, const Token &opening)
{
    if (!parser.accept(closingOf(opening.kind))) {
        failUnexpected(parser);
    }
}

} // namespace tetherscope::grammar
