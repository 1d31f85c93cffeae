#include "syntax/outsidenames.h"

#include "syntax/vocabulary.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace tetherscope::vm {

namespace {

struct OutsideName
{
    std::string_view name;
    std::string_view hint;
};

/// Built-in names of Python, in alphabetical order, and what to write instead.
constexpr OutsideName outsideBuiltins[] = {
    {"BaseExceptionGroup", "Raise one exception."},
    {"BytesWarning", "Use Warning."},
    {"Ellipsis", ""},
    {"EncodingWarning", "Use Warning."},
    {"ExceptionGroup", "Raise one exception."},
    {"ImportWarning", "Use Warning."},
    {"PendingDeprecationWarning", "Use Warning."},
    {"SyntaxWarning", "Use Warning."},
    {"TabError", "Use SyntaxError."},
    {"UnicodeDecodeError", "Use UnicodeError."},
    {"UnicodeEncodeError", "Use UnicodeError."},
    {"UnicodeTranslateError", "Use UnicodeError."},
    {"UnicodeWarning", "Use Warning."},
    {"__build_class__", "Write a class statement."},
    {"__debug__", ""},
    {"__import__", "Write an import statement."},
    {"aiter", ""},
    {"anext", ""},
    {"ascii", "Use repr()."},
    {"bin", "Write an f-string: f\"{value:b}\"."},
    {"breakpoint", "Step through the run instead."},
    {"bytearray", "Use a list of integers."},
    {"bytes", "Use a list of integers."},
    {"chr", ""},
    {"compile", ""},
    {"complex", "Use a float."},
    {"copyright", ""},
    {"credits", ""},
    {"dir", ""},
    {"divmod", "Use // and %."},
    {"eval", ""},
    {"exec", ""},
    {"exit", "Let the last statement be the end."},
    {"filter", "Write a comprehension."},
    {"format", "Write an f-string."},
    {"globals", ""},
    {"help", ""},
    {"hex", "Write an f-string: f\"{value:x}\"."},
    {"input", "Write the value into the scenario."},
    {"license", ""},
    {"locals", ""},
    {"map", "Write a comprehension."},
    {"memoryview", ""},
    {"oct", "Write an f-string: f\"{value:o}\"."},
    {"open", "A scenario has no files."},
    {"ord", ""},
    {"pow", "Use **."},
    {"property", "Call a method."},
    {"quit", "Let the last statement be the end."},
    {"slice", "Write x[a:b]."},
    {"vars", ""},
};

const OutsideName *outsideBuiltin(std::string_view name)
{
    const auto found = std::lower_bound(
        std::begin(outsideBuiltins), std::end(outsideBuiltins), name,
        [](const OutsideName &known, std::string_view wanted) { return known.name < wanted; });
    return found != std::end(outsideBuiltins) && found->name == name ? found : nullptr;
}

/// A function with its parentheses; classes of exceptions, which begin with a capital, without.
std::string shownBuiltin(const std::string &name)
{
    const bool isClass = 'A' <= name.front() && name.front() <= 'Z';
    return "`" + name + (isClass ? "`" : "()`");
}

} // namespace

void OutsideNames::loaded(const std::string &global, Place place)
{
    if (outsideBuiltin(global) != nullptr)
        m_mentions.push_back({global, {}, place});
}

void OutsideNames::attributeOf(const std::string &global, const std::string &attribute, Place place)
{
    m_mentions.push_back({global, attribute, place});
}

void OutsideNames::importedFrom(const std::string &module, const std::string &name, Place place)
{
    checkModuleName(module, name, place, m_found);
}

void OutsideNames::checkModuleName(const std::string &module, const std::string &name, Place place,
                                   std::vector<Diagnostic> &found) const
{
    const auto names = importableNames(module);
    const std::string shown = "`" + module + '.' + name + '`';
    if (std::find(names.begin(), names.end(), name) == names.end() && !name.starts_with("__"))
        found.push_back({place, shown + " is outside the scenario language.", {}});
}

std::vector<Diagnostic> OutsideNames::diagnostics() const
{
    std::vector<Diagnostic> found = m_found;
    for (const Mention &mention : m_mentions) {
        if (mention.attribute.empty()) {
            if (!m_stored.contains(mention.name))
                found.push_back({mention.place,
                                 shownBuiltin(mention.name) + " is outside the scenario language.",
                                 std::string(outsideBuiltin(mention.name)->hint)});
        } else if (const auto module = m_modules.find(mention.name); module != m_modules.end()) {
            checkModuleName(module->second, mention.attribute, mention.place, found);
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Diagnostic &left, const Diagnostic &right) {
        return std::pair(left.place.line, left.place.column) <
               std::pair(right.place.line, right.place.column);
    });
    return found;
}

} // namespace tetherscope::vm
