#include "syntax/parsestatements.h"
#include "syntax/vocabulary.h"

#include <array>
#include <utility>

namespace tetherscope::grammar {

namespace {

/// Decorators of the standard library that a reader may expect to work.
constexpr std::array<std::string_view, 8> unknownDecorators{"abstractmethod", "cache",     "cached_property",
                                                            "contextmanager", "dataclass", "lru_cache",
                                                            "property",       "wraps"};

std::vector<ast::ExprPtr> parseDecorators(Parser &parser)
{
    std::vector<ast::ExprPtr> decorators;
    while (parser.accept(TokenKind::At)) {
        const Token name = parser.peek();
        const std::string_view word = parser.text(name);
        if (std::find(unknownDecorators.begin(), unknownDecorators.end(), word) != unknownDecorators.end()) {
            parser.failHere(outside("`@" + std::string(word) + '`'),
                            word == "property" ? "Call a method." : "Write out what it does.");
        }
        decorators.push_back(parseExpression(parser));
        expect(parser, TokenKind::Newline, "A decorator stands on a line of its own.");
    }
    return decorators;
}

Token parseDefinedName(Parser &parser, std::string_view what)
{
    const Token name = parser.peek();
    const std::string hint = isKeyword(name.kind) ? described(parser, name) + " is a keyword of Python." : "";
    expect(parser, TokenKind::Name, "The name of the " + std::string(what) + " is expected here.", hint);
    return name;
}

std::vector<ast::Parameter> parseParameterList(Parser &parser)
{
    const Token opening = parser.peek();
    expect(parser, TokenKind::LeftParenthesis, "`(` is missing behind the function's name.",
           "Write `()` for a function without parameters.");
    std::vector<ast::Parameter> parameters =
        parseParameters(parser, TokenKind::RightParenthesis, Annotations::Allowed);
    closeBracket(parser, opening);
    return parameters;
}

std::unique_ptr<ast::Function> parseFunction(Parser &parser)
{
    auto node = std::make_unique<ast::Function>();
    const Token word = parser.take();
    const Token name = parseDefinedName(parser, "function");
    checkSpecialName(parser, parser.text(name), placeOf(name));
    node->name = parser.identifier(name);
    node->scope.name = parser.text(name);
    node->namePlace = placeOf(name);
    node->parameters = parseParameterList(parser);
    if (parser.accept(TokenKind::Arrow)) {
        node->returns = parseExpression(parser);
    }
    node->place = placeOf(word, parser.last());
    Surroundings inside{true, false, false, parser.around().className};
    std::swap(parser.around(), inside);
    node->body = parseBlock(parser, word);
    std::swap(parser.around(), inside);
    node->docstring = takeDocstring(node->body);
    return node;
}

void failIfKeywordBase(Parser &parser)
{
    if (parser.at(TokenKind::Name) && parser.peek(1).kind == TokenKind::Assign) {
        parser.failHere(outside("A keyword like " + described(parser, parser.peek()) + " in a class header"),
                        "Name only the base class.");
    }
}

std::vector<ast::ExprPtr> parseBases(Parser &parser)
{
    std::vector<ast::ExprPtr> bases;
    const Token opening = parser.peek();
    if (!parser.accept(TokenKind::LeftParenthesis)) {
        return bases;
    }
    while (!parser.at(TokenKind::RightParenthesis) && !parser.at(TokenKind::End)) {
        failIfKeywordBase(parser);
        if (!bases.empty()) {
            parser.failHere(outside("A second base class"), "Inherit from one class.");
        }
        bases.push_back(parseExpression(parser));
        if (!parser.accept(TokenKind::Comma)) {
            break;
        }
    }
    closeBracket(parser, opening);
    return bases;
}

std::unique_ptr<ast::Class> parseClass(Parser &parser)
{
    auto node = std::make_unique<ast::Class>();
    const Token word = parser.take();
    const Token name = parseDefinedName(parser, "class");
    node->name = parser.identifier(name);
    node->scope.name = parser.text(name);
    node->namePlace = placeOf(name);
    node->bases = parseBases(parser);
    node->place = placeOf(word, parser.last());
    Surroundings inside{false, false, true, std::string(parser.text(name))};
    std::swap(parser.around(), inside);
    node->body = parseBlock(parser, word);
    std::swap(parser.around(), inside);
    node->docstring = takeDocstring(node->body);
    return node;
}

template<typename Node>
ast::StmtPtr decorated(std::unique_ptr<Node> node, std::vector<ast::ExprPtr> &&decorators)
{
    node->decorators = std::move(decorators);
    return node;
}

/// Special methods of Python that the scenario language has not, and what does instead.
struct OutsideSpecial
{
    std::string_view name;
    std::string_view hint;
};
constexpr OutsideSpecial outsideSpecials[] = {
    {"__iter__", "Give the class `__getitem__`: a loop asks it for 0, 1, 2, … until it raises IndexError."},
    {"__next__", "Give the class `__getitem__`: a loop asks it for 0, 1, 2, … until it raises IndexError."},
    {"__bool__", "Give the class `__len__`: what has no length is false."},
    {"__ne__", "Leave it out: `!=` asks `__eq__`."},
    {"__lt__", "Compare keys: `sorted(items, key=…)`."},
    {"__le__", "Compare keys: `sorted(items, key=…)`."},
    {"__gt__", "Compare keys: `sorted(items, key=…)`."},
    {"__ge__", "Compare keys: `sorted(items, key=…)`."},
    {"__enter__", "Call methods, with `try` and `finally` around them."},
    {"__exit__", "Call methods, with `try` and `finally` around them."},
    {"__getattr__", "Set the attributes in `__init__`."},
    {"__setattr__", "Write a method that sets the attribute."},
    {"__delattr__", "Write a method that deletes the attribute."},
    {"__slots__", "Leave it out: instances take any attribute."},
    {"__format__", "Give the class `__str__`."},
};

std::string hintForSpecial(std::string_view name, std::span<const std::string_view> known)
{
    for (const OutsideSpecial &outside : outsideSpecials) {
        if (outside.name == name)
            return std::string(outside.hint);
    }
    const std::string_view meant = nearestWord(name, known);
    return meant.empty() ? "Choose an ordinary name." : "Did you mean `" + std::string(meant) + "`?";
}

} // namespace

void checkSpecialName(Parser &parser, std::string_view name, Place place)
{
    const std::span<const std::string_view> known = specialMethods();
    const bool isSpecial =
        name.size() > 4 && name.starts_with("__") && name.ends_with("__") && name != "__doc__";
    if (!parser.around().classBody || !isSpecial ||
        std::find(known.begin(), known.end(), name) != known.end()) {
        return;
    }
    parser.fail(place, outside("The special name " + inBackquotes(name) + " in a class"),
                hintForSpecial(name, known));
}

ast::StmtPtr parseDefinition(Parser &parser)
{
    std::vector<ast::ExprPtr> decorators = parseDecorators(parser);
    if (parser.at(TokenKind::Def)) {
        return decorated(parseFunction(parser), std::move(decorators));
    }
    if (parser.at(TokenKind::Class)) {
        return decorated(parseClass(parser), std::move(decorators));
    }
    parser.failHere("Behind a decorator stands a `def` or a `class`.");
    return nullptr;
}

} // namespace tetherscope::grammar
