#include "syntax/completion.h"

#include "syntax/lexer.h"
#include "syntax/vocabulary.h"

#include <algorithm>
#include <array>
#include <span>

namespace tetherscope {

namespace {

constexpr std::array<std::string_view, 33> keywords{
    "False", "None",   "True", "and",   "as",     "assert",   "break", "class", "continue",
    "def",   "del",    "elif", "else",  "except", "finally",  "for",   "from",  "global",
    "if",    "import", "in",   "is",    "lambda", "nonlocal", "not",   "or",    "pass",
    "raise", "return", "try",  "while", "with",   "yield"};

bool isWord(const Token &token)
{
    return token.kind == TokenKind::Name || isKeyword(token.kind);
}

/// The line's tokens in front of the word: what decides which words fit.
struct Surroundings
{
    std::string_view text;
    std::span<const Token> before;

    bool isBehind(TokenKind kind) const { return !before.empty() && before.back().kind == kind; }

    /// The tokens of the present line.
    std::span<const Token> line() const
    {
        std::size_t first = before.size();
        while (first > 0 && before[first - 1].kind != TokenKind::Newline)
            --first;
        return before.subspan(first);
    }
};

class Collector
{
public:
    explicit Collector(std::string_view prefix)
        : m_prefix(prefix)
    {
    }

    void add(std::string_view word)
    {
        if (word.size() > m_prefix.size() && word.starts_with(m_prefix))
            m_words.push_back(word);
    }
    void addAll(std::span<const std::string_view> words)
    {
        for (const std::string_view word : words)
            add(word);
    }
    std::vector<std::string_view> sorted()
    {
        std::sort(m_words.begin(), m_words.end());
        m_words.erase(std::unique(m_words.begin(), m_words.end()), m_words.end());
        return std::move(m_words);
    }

private:
    std::string_view m_prefix;
    std::vector<std::string_view> m_words;
};

/// The names that stand behind a dot in the text, or those that do not.
void addNames(Collector &words, std::string_view text, std::span<const Token> tokens, bool attributes)
{
    for (std::size_t index = 0; index < tokens.size(); ++index) {
        const Token &token = tokens[index];
        const bool isAttribute = index > 0 && tokens[index - 1].kind == TokenKind::Dot;
        if (token.kind == TokenKind::Name && isAttribute == attributes)
            words.add(text.substr(token.begin, token.end - token.begin));
    }
}

/// After `import` or `from … import`; false where nothing is imported.
bool addImports(Collector &words, const Surroundings &place)
{
    const std::span<const Token> line = place.line();
    if (line.empty() || (line[0].kind != TokenKind::Import && line[0].kind != TokenKind::From))
        return false;
    if (line.size() == 1) {
        words.addAll(importableModules());
    } else if (line.size() >= 3 && line[0].kind == TokenKind::From && line[2].kind == TokenKind::Import) {
        words.addAll(importableNames(place.text.substr(line[1].begin, line[1].end - line[1].begin)));
    } else if (line[0].kind == TokenKind::From) {
        words.add("import");
    }
    return true;
}

} // namespace

Completion completionsAt(std::string_view text, std::size_t offset)
{
    const LexedText lexed = lex(text);
    const auto isBefore = [offset](const Token &token) {
        return token.end <= offset && token.end > token.begin;
    };
    for (const Comment &comment : lexed.comments) {
        if (comment.begin < offset && offset <= comment.end)
            return {offset, false, {}};
    }
    std::size_t count = 0;
    while (count < lexed.tokens.size() &&
           (isBefore(lexed.tokens[count]) || lexed.tokens[count].begin < offset))
        ++count;
    const std::span<const Token> all(lexed.tokens);
    const bool inToken = count > 0 && all[count - 1].end >= offset && all[count - 1].begin < offset;
    const bool inWord = inToken && isWord(all[count - 1]);
    const bool behindDot = inToken && all[count - 1].kind == TokenKind::Dot && all[count - 1].end == offset;
    if (!inWord && !behindDot)
        return {offset, false, {}};
    const std::size_t begin = inWord ? all[count - 1].begin : offset;
    const Surroundings place{text, all.first(inWord ? count - 1 : count)};
    const bool isAttribute = place.isBehind(TokenKind::Dot);
    Collector words(text.substr(begin, offset - begin));
    if (isAttribute) {
        addNames(words, text, all, true);
        words.addAll(containerMethods());
    } else if (place.isBehind(TokenKind::Def)) {
        words.addAll(specialMethods());
    } else if (!addImports(words, place)) {
        addNames(words, text, all, false);
        words.addAll(builtins());
        words.addAll(keywords);
    }
    return {begin, isAttribute, words.sorted()};
}

} // namespace tetherscope
