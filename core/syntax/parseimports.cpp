#include "syntax/parsestatements.h"
#include "syntax/vocabulary.h"

namespace tetherscope::grammar {

namespace {

bool contains(std::span<const std::string_view> words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// "`a`, `b` and `c`"
std::string listed(std::span<const std::string_view> words)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool isLast = i + 1 == words.size();
        text += i == 0 ? "" : isLast ? " and " : ", ";
        text += inBackquotes(words[i]);
    }
    return text;
}

std::string didYouMean(std::string_view word, std::span<const std::string_view> words)
{
    const std::string_view meant = nearestWord(word, words);
    return meant.empty() ? "" : "Did you mean `" + std::string(meant) + "`?";
}

/// The module's name, which must be one that a scenario may import.
Token parseModuleName(Parser &parser)
{
    const Token name = parser.peek();
    const std::string_view word = parser.text(name);
    expect(parser, TokenKind::Name, "The name of a module is expected here.");
    if (parser.failed()) {
        return name;
    }
    if (parser.at(TokenKind::Dot)) {
        parser.fail(placeOf(name), "Packages are outside the scenario language.",
                    "Scenarios import " + listed(importableModules()) + '.');
    } else if (!contains(importableModules(), word)) {
        const std::string guess = didYouMean(word, importableModules());
        parser.fail(placeOf(name), "Scenarios cannot import " + inBackquotes(word) + '.',
                    guess.empty() ? "They import " + listed(importableModules()) + ", nothing else." : guess);
    }
    return name;
}

/// `as name`, or the name itself.
std::string parseAlias(Parser &parser, const Token &name)
{
    if (!parser.accept(TokenKind::As)) {
        return parser.identifier(name);
    }
    const Token alias = parser.peek();
    expect(parser, TokenKind::Name, "A name is expected behind `as`.");
    return parser.identifier(alias);
}

ast::ImportedName parseImportedName(Parser &parser, const std::string &module)
{
    const Token name = parser.peek();
    const std::string_view word = parser.text(name);
    const std::span<const std::string_view> known = importableNames(module);
    if (name.kind == TokenKind::Star) {
        parser.failHere(outside("`import *`"), "Name what you need: " + listed(known) + '.');
    }
    expect(parser, TokenKind::Name, "A name to import is expected here.");
    if (!parser.failed() && !contains(known, word)) {
        const std::string guess = didYouMean(word, known);
        parser.fail(placeOf(name), inBackquotes(module) + " has no " + inBackquotes(word) + " in scenarios.",
                    guess.empty() ? "It has " + listed(known) + '.' : guess);
    }
    return {std::string(word), parseAlias(parser, name), placeOf(name)};
}

} // namespace

ast::StmtPtr parseImport(Parser &parser)
{
    parser.take();
    auto node = std::make_unique<ast::Import>();
    do {
        const Token name = parseModuleName(parser);
        node->modules.push_back({std::string(parser.text(name)), parseAlias(parser, name), placeOf(name)});
    } while (parser.accept(TokenKind::Comma));
    return node;
}

ast::StmtPtr parseImportFrom(Parser &parser)
{
    parser.take();
    auto node = std::make_unique<ast::ImportFrom>();
    if (parser.at(TokenKind::Dot) || parser.at(TokenKind::Ellipsis)) {
        parser.failHere(outside("A relative import"),
                        "Scenarios import " + listed(importableModules()) + '.');
    }
    node->module = parser.text(parseModuleName(parser));
    expect(parser, TokenKind::Import, "`import` is missing behind the module's name.");
    const Token opening = parser.peek();
    const bool bracketed = parser.accept(TokenKind::LeftParenthesis);
    do {
        node->names.push_back(parseImportedName(parser, node->module));
    } while (parser.accept(TokenKind::Comma) && !(bracketed && parser.at(TokenKind::RightParenthesis)));
    if (bracketed) {
        closeBracket(parser, opening);
    }
    return node;
}

} // namespace tetherscope::grammar
