#include "mutator.h"

#include "syntax/lexer.h"
#include "syntax/scenario.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace tetherscope {

namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t mostLinesMoved = 6;
constexpr int attempts = 4; ///< at a text that parses

Lines linesOf(std::string_view text)
{
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string joined(const Lines &lines)
{
    std::string text;
    for (const std::string &line : lines)
        text.append(line) += '\n';
    return text;
}

std::size_t indentOf(const std::string &line)
{
    return std::min(line.find_first_not_of(' '), line.size());
}

/// A place between lines, or before the first or behind the last.
std::ptrdiff_t anyGap(const Lines &lines, Chance &chance)
{
    return static_cast<std::ptrdiff_t>(below(lines.size() + 1, chance));
}

/// Inserts the block where the line above stands, or a level deeper if that one opens a block.
void insertBlock(Lines &lines, Lines block, std::ptrdiff_t at)
{
    if (block.empty())
        return;
    std::size_t indent = 0;
    if (at > 0) {
        const std::string &above = lines[static_cast<std::size_t>(at) - 1];
        indent = indentOf(above) + (above.ends_with(':') ? 4 : 0);
    }
    const std::size_t own = indentOf(block.front());
    for (std::string &line : block)
        line = std::string(indent, ' ') + line.substr(std::min(own, indentOf(line)));
    lines.insert(lines.begin() + at, block.begin(), block.end());
}

/// A line and some of those below it.
Lines someLines(const Lines &lines, Chance &chance)
{
    if (lines.empty())
        return {};
    const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(below(lines.size(), chance));
    const auto left = static_cast<std::size_t>(lines.end() - begin);
    return {begin, begin + static_cast<std::ptrdiff_t>(1 + below(std::min(left, mostLinesMoved), chance))};
}

void eraseLines(Lines &lines, Chance &chance)
{
    if (lines.empty())
        return;
    const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(below(lines.size(), chance));
    const auto left = static_cast<std::size_t>(lines.end() - begin);
    lines.erase(begin,
                begin + static_cast<std::ptrdiff_t>(1 + below(std::min(left, mostLinesMoved), chance)));
}

/// Another expression where a name, a number or a text stands.
std::string withAnotherWord(const std::string &text, Chance &chance)
{
    std::vector<Token> words = lex(text).tokens;
    std::erase_if(words, [](const Token &token) {
        return token.kind != TokenKind::Name && token.kind != TokenKind::Number &&
               token.kind != TokenKind::String;
    });
    if (words.empty())
        return text;
    const Token &word = words[below(words.size(), chance)];
    const Token &second = words[below(words.size(), chance)];
    const std::string other = below(2, chance) == 0 ? randomExpression(chance)
                                                    : text.substr(second.begin, second.end - second.begin);
    return text.substr(0, word.begin) + other + text.substr(word.end);
}

/// One of two is guarded, or most runs would end at the first exception.
Lines newStatement(Chance &chance)
{
    Lines lines = linesOf(randomStatement(chance));
    if (below(2, chance) == 0)
        return lines;
    for (std::string &line : lines)
        line.insert(0, "    ");
    lines.insert(lines.begin(), "try:");
    lines.insert(lines.end(), {"except Exception as e:", "    print(type(e), e)"});
    return lines;
}

std::string changedOnce(const std::string &text, Chance &chance)
{
    Lines lines = linesOf(text);
    switch (below(8, chance)) {
    case 0:
        eraseLines(lines, chance);
        break;
    case 1:
        insertBlock(lines, someLines(lines, chance), anyGap(lines, chance));
        break;
    case 2:
    case 3:
        return withAnotherWord(text, chance);
    default:
        insertBlock(lines, newStatement(chance), anyGap(lines, chance));
        break;
    }
    return joined(lines);
}

} // namespace

std::string changedScenario(const std::string &text, Chance &chance)
{
    std::string changed;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        changed = changedOnce(text, chance);
        if (parseScenario(changed).scenario)
            break;
    }
    return changed;
}

std::string crossedScenarios(const std::string &first, const std::string &second, Chance &chance)
{
    Lines lines = linesOf(first);
    insertBlock(lines, someLines(linesOf(second), chance), anyGap(lines, chance));
    return joined(lines);
}

} // namespace tetherscope
