#include "scenario/machine/builtins.h"
#include "scenario/machine/operations.h"
#include "scenario/machine/strings.h"
#include "scenario/machine/text.h"

#include <algorithm>

namespace tetherscope::vm {

namespace {

const std::string &self(const Arguments &arguments)
{
    return arguments[0].as<StringObject>().text();
}

/// Null and a TypeError pending: the argument is no string.
const std::string *textArgument(Interpreter &vm, const Arguments &arguments, std::size_t index,
                                const char *function)
{
    if (const auto *text = arguments[index].to<StringObject>())
        return &text->text();
    vm.raise(Type::TypeError,
             std::string(function) + "() argument must be str, not " + vm.className(arguments[index]));
    return nullptr;
}

template<typename Convert>
Value converted(Interpreter &vm, Arguments &arguments, const char *name, Convert &&convert)
{
    if (!checkArguments(vm, name, arguments, 1, 1))
        return {};
    return vm.string(convert(self(arguments)));
}

Value upper(Interpreter &vm, Arguments &arguments)
{
    return converted(vm, arguments, "upper", upperCase);
}
Value lower(Interpreter &vm, Arguments &arguments)
{
    return converted(vm, arguments, "lower", lowerCase);
}
Value title(Interpreter &vm, Arguments &arguments)
{
    return converted(vm, arguments, "title", titleCase);
}
Value capitalize(Interpreter &vm, Arguments &arguments)
{
    return converted(vm, arguments, "capitalize", capitalized);
}

Value stripMethod(Interpreter &vm, Arguments &arguments, const char *name, bool left, bool right)
{
    if (!checkArguments(vm, name, arguments, 1, 2))
        return {};
    std::string letters = " \t\n\r\f\v";
    if (arguments.size() == 2 && !arguments[1].isNone()) {
        const std::string *given = textArgument(vm, arguments, 1, name);
        if (given == nullptr)
            return {};
        letters = *given;
    }
    return vm.string(stripped(self(arguments), letters, left, right));
}

Value strip(Interpreter &vm, Arguments &arguments)
{
    return stripMethod(vm, arguments, "strip", true, true);
}
Value lstrip(Interpreter &vm, Arguments &arguments)
{
    return stripMethod(vm, arguments, "lstrip", true, false);
}
Value rstrip(Interpreter &vm, Arguments &arguments)
{
    return stripMethod(vm, arguments, "rstrip", false, true);
}

Value startsOrEnds(Interpreter &vm, Arguments &arguments, const char *name, bool atStart)
{
    if (!checkArguments(vm, name, arguments, 2, 2))
        return {};
    const auto fits = [&](const std::string &part) {
        return atStart ? self(arguments).starts_with(part) : self(arguments).ends_with(part);
    };
    if (const auto *several = arguments[1].to<TupleObject>()) {
        return Value::boolean(
            std::any_of(several->items.begin(), several->items.end(), [&](const Value &part) {
                return part.is(HeapKind::String) && fits(part.as<StringObject>().text());
            }));
    }
    const std::string *part = textArgument(vm, arguments, 1, name);
    return part == nullptr ? Value() : Value::boolean(fits(*part));
}

Value startsWith(Interpreter &vm, Arguments &arguments)
{
    return startsOrEnds(vm, arguments, "startswith", true);
}
Value endsWith(Interpreter &vm, Arguments &arguments)
{
    return startsOrEnds(vm, arguments, "endswith", false);
}

Value findMethod(Interpreter &vm, Arguments &arguments, const char *name, bool last)
{
    if (!checkArguments(vm, name, arguments, 2, 2))
        return {};
    const std::string *part = textArgument(vm, arguments, 1, name);
    if (part == nullptr)
        return {};
    const std::size_t found = last ? self(arguments).rfind(*part) : self(arguments).find(*part);
    return Value::integer(found == std::string::npos ? -1 : codePointIndex(self(arguments), found));
}

Value find(Interpreter &vm, Arguments &arguments)
{
    return findMethod(vm, arguments, "find", false);
}
Value rfind(Interpreter &vm, Arguments &arguments)
{
    return findMethod(vm, arguments, "rfind", true);
}

Value index(Interpreter &vm, Arguments &arguments)
{
    Value found = findMethod(vm, arguments, "index", false);
    const bool missing = !found.empty() && found.asInt() < 0;
    return missing ? vm.raise(Type::ValueError, "substring not found") : found;
}

Value count(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "count", arguments, 2, 2))
        return {};
    const std::string *part = textArgument(vm, arguments, 1, "count");
    if (part == nullptr)
        return {};
    if (part->empty())
        return Value::integer(static_cast<std::int64_t>(arguments[0].as<StringObject>().length()) + 1);
    std::int64_t times = 0;
    for (std::size_t at = self(arguments).find(*part); at != std::string::npos;
         at = self(arguments).find(*part, at + part->size()))
        ++times;
    return Value::integer(times);
}

Value replace(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "replace", arguments, 3, 4))
        return {};
    const std::string *old = textArgument(vm, arguments, 1, "replace");
    const std::string *with = old == nullptr ? nullptr : textArgument(vm, arguments, 2, "replace");
    if (with == nullptr)
        return {};
    const bool limited = arguments.size() == 4 && arguments[3].isIntegral() && arguments[3].asInt() >= 0;
    std::string result;
    const bool fits = replaceAll(self(arguments), *old, *with,
                                 limited ? static_cast<std::size_t>(arguments[3].asInt()) : std::string::npos,
                                 vm.limits().stringBytes, result);
    return fits || vm.fitsString(vm.limits().stringBytes + 1) ? vm.string(std::move(result)) : Value();
}

Value listOf(Interpreter &vm, const std::vector<std::string> &parts)
{
    std::vector<Value> items;
    items.reserve(parts.size());
    for (const std::string &part : parts)
        items.push_back(vm.string(part));
    return vm.list(std::move(items));
}

Value splitMethod(Interpreter &vm, Arguments &arguments, const char *name, bool fromRight)
{
    if (!checkArguments(vm, name, arguments, 1, 3))
        return {};
    const bool limited = arguments.size() == 3 && arguments[2].isIntegral() && arguments[2].asInt() >= 0;
    const std::size_t most = limited ? static_cast<std::size_t>(arguments[2].asInt()) : std::string::npos;
    if (arguments.size() == 1 || arguments[1].isNone())
        return listOf(vm, fromRight ? splitBlanksFromRight(self(arguments), most)
                                    : splitBlanks(self(arguments), most));
    const std::string *separator = textArgument(vm, arguments, 1, name);
    if (separator == nullptr)
        return {};
    if (separator->empty())
        return vm.raise(Type::ValueError, "empty separator");
    return listOf(vm, fromRight ? splitFromRight(self(arguments), *separator, most)
                                : splitText(self(arguments), *separator, most));
}

Value split(Interpreter &vm, Arguments &arguments)
{
    return splitMethod(vm, arguments, "split", false);
}
Value rsplit(Interpreter &vm, Arguments &arguments)
{
    return splitMethod(vm, arguments, "rsplit", true);
}

Value splitLines(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "splitlines", arguments, 1, 1))
        return {};
    std::vector<std::string> lines = splitText(self(arguments), "\n", std::string::npos);
    if (lines.back().empty())
        lines.pop_back();
    return listOf(vm, lines);
}

Value partition(Interpreter &vm, Arguments &arguments)
{
    const std::string *separator = checkArguments(vm, "partition", arguments, 2, 2)
                                       ? textArgument(vm, arguments, 1, "partition")
                                       : nullptr;
    if (separator == nullptr)
        return {};
    const std::size_t at = self(arguments).find(*separator);
    const bool found = at != std::string::npos;
    const std::string head = self(arguments).substr(0, at);
    const std::string tail = found ? self(arguments).substr(at + separator->size()) : std::string();
    return vm.tuple({vm.string(head), vm.string(found ? *separator : std::string()), vm.string(tail)});
}

Value join(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "join", arguments, 2, 2))
        return {};
    std::string joined;
    std::size_t number = 0;
    const bool walked = forEach(vm, arguments[1], [&](const Value &part) {
        const auto *text = part.to<StringObject>();
        if (text == nullptr) {
            vm.raise(Type::TypeError, "sequence item " + std::to_string(number) +
                                          ": expected str instance, " + vm.className(part) + " found");
            return false;
        }
        joined += (number++ > 0 ? self(arguments) : std::string()) + text->text();
        return vm.fitsString(joined.size());
    });
    return walked ? vm.string(std::move(joined)) : Value();
}

Value padMethod(Interpreter &vm, Arguments &arguments, const char *name, char align)
{
    if (!checkArguments(vm, name, arguments, 2, 3))
        return {};
    if (!arguments[1].isIntegral())
        return vm.raise(Type::TypeError,
                        "'" + vm.className(arguments[1]) + "' object cannot be interpreted as an integer");
    const std::string fill = arguments.size() == 3 && arguments[2].is(HeapKind::String)
                                 ? arguments[2].as<StringObject>().text()
                                 : std::string(" ");
    const std::int64_t width = std::max<std::int64_t>(arguments[1].asInt(), 0);
    const std::size_t length = arguments[0].as<StringObject>().length();
    if (!vm.fitsString(static_cast<std::size_t>(width)))
        return {};
    const std::size_t missing =
        static_cast<std::size_t>(width) > length ? static_cast<std::size_t>(width) - length : 0;
    const bool oddToLeft = missing % 2 == 1 && width % 2 == 1;
    const std::size_t left = align == '<' ? 0 : align == '>' ? missing : missing / 2 + (oddToLeft ? 1 : 0);
    std::string text;
    for (std::size_t time = 0; time < left; ++time)
        text += fill;
    text += self(arguments);
    for (std::size_t time = left; time < missing; ++time)
        text += fill;
    return vm.string(std::move(text));
}

Value ljust(Interpreter &vm, Arguments &arguments)
{
    return padMethod(vm, arguments, "ljust", '<');
}
Value rjust(Interpreter &vm, Arguments &arguments)
{
    return padMethod(vm, arguments, "rjust", '>');
}
Value center(Interpreter &vm, Arguments &arguments)
{
    return padMethod(vm, arguments, "center", '^');
}

Value zfill(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "zfill", arguments, 2, 2) || !arguments[1].isIntegral())
        return vm.pending() ? Value() : vm.raise(Type::TypeError, "zfill() needs an integer");
    const std::string &text = self(arguments);
    const bool sign = text.starts_with('-') || text.starts_with('+');
    const std::int64_t missing =
        arguments[1].asInt() - static_cast<std::int64_t>(arguments[0].as<StringObject>().length());
    if (missing <= 0)
        return arguments[0];
    if (!vm.fitsString(static_cast<std::size_t>(arguments[1].asInt())))
        return {};
    const std::string zeros(static_cast<std::size_t>(missing), '0');
    return vm.string(sign ? text[0] + zeros + text.substr(1) : zeros + text);
}

template<bool (*Test)(char)>
Value everyLetter(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "str method", arguments, 1, 1))
        return {};
    return Value::boolean(!self(arguments).empty() &&
                          std::all_of(self(arguments).begin(), self(arguments).end(), Test));
}

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}
bool isAlpha(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (static_cast<unsigned char>(letter) & 0x80) != 0;
}
bool isAlphaOrDigit(char letter)
{
    return isAlpha(letter) || isDigit(letter);
}
bool isBlank(char letter)
{
    return letter == ' ' || (letter >= '\t' && letter <= '\r');
}

Value isUpper(Interpreter &vm, Arguments &arguments)
{
    const std::string &text = self(arguments);
    return checkArguments(vm, "isupper", arguments, 1, 1)
               ? Value::boolean(text == upperCase(text) && text != lowerCase(text))
               : Value();
}

Value isLower(Interpreter &vm, Arguments &arguments)
{
    const std::string &text = self(arguments);
    return checkArguments(vm, "islower", arguments, 1, 1)
               ? Value::boolean(text == lowerCase(text) && text != upperCase(text))
               : Value();
}

} // namespace

void addStringMethods(Interpreter &vm)
{
    static constexpr NativeEntry methods[] = {
        {"upper", upper},
        {"lower", lower},
        {"title", title},
        {"capitalize", capitalize},
        {"strip", strip},
        {"lstrip", lstrip},
        {"rstrip", rstrip},
        {"startswith", startsWith},
        {"endswith", endsWith},
        {"find", find},
        {"rfind", rfind},
        {"index", index},
        {"count", count},
        {"replace", replace},
        {"split", split},
        {"rsplit", rsplit},
        {"splitlines", splitLines},
        {"partition", partition},
        {"join", join},
        {"ljust", ljust},
        {"rjust", rjust},
        {"center", center},
        {"zfill", zfill},
        {"isdigit", everyLetter<isDigit>},
        {"isalpha", everyLetter<isAlpha>},
        {"isalnum", everyLetter<isAlphaOrDigit>},
        {"isspace", everyLetter<isBlank>},
        {"isupper", isUpper},
        {"islower", isLower},
    };
    addMethods(vm, Type::Str, methods);
}

} // namespace tetherscope::vm
