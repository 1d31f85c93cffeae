#include "analysis/source.h"

#include <algorithm>
#include <cstddef>

namespace tetherscope {

namespace {

bool startsName(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0;
}

bool continuesName(char c)
{
    return startsName(c) || (c >= '0' && c <= '9');
}

bool opens(char c)
{
    return c == '(' || c == '[' || c == '{';
}

bool closes(char c)
{
    return c == ')' || c == ']' || c == '}';
}

/// One past the quote that ends the string which begins here.
std::size_t pastString(std::string_view text, std::size_t start)
{
    std::size_t i = start + 1;
    while (i < text.size() && text[i] != text[start])
        i += text[i] == '\\' ? 2 : 1;
    return std::min(i + 1, text.size());
}

/// One past the bracket that closes the one which opens here.
std::size_t pastBracket(std::string_view text, std::size_t start)
{
    int depth = 0;
    for (std::size_t i = start; i < text.size();) {
        if (text[i] == '"' || text[i] == '\'') {
            i = pastString(text, i);
            continue;
        }
        depth += opens(text[i]) ? 1 : (closes(text[i]) ? -1 : 0);
        ++i;
        if (depth == 0)
            return i;
    }
    return text.size();
}

bool isAssignment(std::string_view text, std::size_t i)
{
    if (text[i] != '=' || text.substr(i, 2) == "==")
        return false;
    return i == 0 || std::string_view("=!<>").find(text[i - 1]) == std::string_view::npos;
}

/// What stands before the last assignment sign outside of brackets; empty if there is none.
std::string_view leftHandSide(std::string_view text)
{
    std::size_t end = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '"' || text[i] == '\'') {
            i = pastString(text, i);
        } else if (opens(text[i])) {
            i = pastBracket(text, i);
        } else {
            if (isAssignment(text, i))
                end = i;
            ++i;
        }
    }
    return text.substr(0, end);
}

/// What follows the name makes it the start of something longer: "x.y", "x[0]", "x(1)".
bool goesOn(std::string_view text, std::size_t end)
{
    const std::size_t next = text.find_first_not_of(' ', end);
    return next != std::string_view::npos && (text[next] == '.' || text[next] == '[' || text[next] == '(');
}

/// A bracket behind a name or another bracket is a subscript or a call; elsewhere it groups targets.
bool belongsToWhatPrecedes(std::string_view text, std::size_t bracket)
{
    const std::size_t last = bracket == 0 ? std::string_view::npos : text.find_last_not_of(' ', bracket - 1);
    return last != std::string_view::npos && (continuesName(text[last]) || closes(text[last]));
}

} // namespace

std::vector<std::string_view> targetNames(std::string_view statement)
{
    constexpr std::string_view del = "del ";
    const bool deletes = statement.starts_with(del);
    const std::string_view left = deletes ? statement.substr(del.size()) : leftHandSide(statement);
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < left.size();) {
        if (opens(left[i]) && belongsToWhatPrecedes(left, i)) {
            i = pastBracket(left, i);
            continue;
        }
        const std::size_t start = i;
        while (i < left.size() && continuesName(left[i]))
            ++i;
        const bool attribute = start > 0 && left[start - 1] == '.';
        const bool annotation = start > 0 && left.substr(0, start).find(':') != std::string_view::npos;
        if (i > start && startsName(left[start]) && !attribute && !annotation && !goesOn(left, i))
            names.push_back(left.substr(start, i - start));
        i += i == start ? 1 : 0;
    }
    return names;
}

std::vector<std::string_view> mentionedNames(std::string_view text)
{
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t start = i;
        while (i < text.size() && continuesName(text[i]))
            ++i;
        const bool attribute = start > 0 && text[start - 1] == '.';
        if (i > start && startsName(text[start]) && !attribute)
            names.push_back(text.substr(start, i - start));
        i += i == start ? 1 : 0;
    }
    return names;
}

} // namespace tetherscope
