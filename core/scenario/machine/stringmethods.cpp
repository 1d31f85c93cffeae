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

template<typename Convert>
Value converted(Interpreter &vm, Arguments &arguments, const char *name, Convert &&convert)
{
    if (!checkArguments(vm, name, arguments, 1, 1))
        return {};
    return vm.string(convert(self(arguments)));
}

Value upper(Interpreter &vm, Arguments &arguments)
{
    return converted(vm, arguments, "str.upper()", upperCase);
}
Value lower(Interpreter &vm, Arguments &arguments)
{
    return converted(vm, arguments, "str.lower()", lowerCase);
}
Value title(Interpreter &vm, Arguments &arguments)
{
    return converted(vm, arguments, "str.title()", titleCase);
}
Value capitalize(Interpreter &vm, Arguments &arguments)
{
    return converted(vm, arguments, "str.capitalize()", capitalized);
}

Value casefold(Interpreter &vm, Arguments &arguments)
{
    return converted(vm, arguments, "str.casefold()", foldedCase);
}
Value swapCase(Interpreter &vm, Arguments &arguments)
{
    return converted(vm, arguments, "str.swapcase()", swappedCase);
}

Value stripMethod(Interpreter &vm, Arguments &arguments, const char *name, bool left, bool right)
{
    if (!checkArguments(vm, (std::string("str.") + name).c_str(), arguments, 1, 2))
        return {};
    const std::string *letters = nullptr;
    if (arguments.size() == 2 && !arguments[1].isNone()) {
        letters = textArgument(vm, arguments[1], std::string(name) + " arg must be None or str");
        if (letters == nullptr)
            return {};
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

Value replace(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "str.replace", arguments, 3, 4))
        return {};
    const std::string *old = textArgument(vm, arguments[1], "replace() argument 1 must be str", ", not ");
    const std::string *with =
        old == nullptr ? nullptr
                       : textArgument(vm, arguments[2], "replace() argument 2 must be str", ", not ");
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

/// A parameter that may come by its place or by its name; null: neither.
const Value *parameter(const Arguments &arguments, std::size_t index, Symbol name)
{
    return index < arguments.size() ? &arguments[index] : arguments.keyword(name);
}

Value splitMethod(Interpreter &vm, Arguments &arguments, const char *name, bool fromRight)
{
    const Symbol separatorName = sym::sep;
    const Symbol limitName = vm.symbols().intern("maxsplit");
    if (!checkArguments(vm, (std::string("str.") + name).c_str(), arguments, 1, 3,
                        {separatorName, limitName}))
        return {};
    const Value *limit = parameter(arguments, 2, limitName);
    const bool limited = limit != nullptr && limit->isIntegral() && limit->asInt() >= 0;
    const std::size_t most = limited ? static_cast<std::size_t>(limit->asInt()) : std::string::npos;
    const Value *given = parameter(arguments, 1, separatorName);
    if (given == nullptr || given->isNone())
        return listOf(vm, fromRight ? splitBlanksFromRight(self(arguments), most)
                                    : splitBlanks(self(arguments), most));
    const std::string *separator = textArgument(vm, *given, "must be str or None", ", not ");
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

Value linesOf(Interpreter &vm, Arguments &arguments)
{
    const Symbol keepName = vm.symbols().intern("keepends");
    if (!checkArguments(vm, "str.splitlines", arguments, 1, 2, {keepName}))
        return {};
    const Value *kept = parameter(arguments, 1, keepName);
    const Truth keep = kept == nullptr ? Truth::No : isTrue(vm, *kept);
    return keep == Truth::Error ? Value() : listOf(vm, splitLines(self(arguments), keep == Truth::Yes));
}

Value join(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "str.join()", arguments, 2, 2))
        return {};
    const auto parts = collectSized(vm, arguments[1], "can only join an iterable");
    std::string joined;
    for (std::size_t number = 0; parts && number < parts->size(); ++number) {
        const Value &part = (*parts)[number];
        const auto *text = part.to<StringObject>();
        if (text == nullptr)
            return vm.raise(Type::TypeError, "sequence item " + std::to_string(number) +
                                                 ": expected str instance, " + vm.className(part) + " found");
        joined += (number > 0 ? self(arguments) : std::string()) + text->text();
        if (!vm.fitsString(joined.size()))
            return {};
    }
    return parts ? vm.string(std::move(joined)) : Value();
}

/// The text that str.center() and the like fill with; nothing: an exception is pending.
std::optional<std::string> fillOf(Interpreter &vm, const Arguments &arguments)
{
    if (arguments.size() < 3)
        return " ";
    const auto *fill = arguments[2].to<StringObject>();
    if (fill == nullptr)
        vm.raise(Type::TypeError,
                 "The fill character must be a unicode character, not " + vm.className(arguments[2]));
    else if (fill->length() != 1)
        vm.raise(Type::TypeError, "The fill character must be exactly one character long");
    else
        return fill->text();
    return std::nullopt;
}

bool checkWidth(Interpreter &vm, const Value &width)
{
    if (width.isIntegral())
        return true;
    vm.raise(Type::TypeError, "'" + vm.className(width) + "' object cannot be interpreted as an integer");
    return false;
}

Value padMethod(Interpreter &vm, Arguments &arguments, const char *name, char align)
{
    if (!checkArguments(vm, (std::string("str.") + name).c_str(), arguments, 2, 3) ||
        !checkWidth(vm, arguments[1]))
        return {};
    const std::optional<std::string> fill = fillOf(vm, arguments);
    if (!fill)
        return {};
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
        text += *fill;
    text += self(arguments);
    for (std::size_t time = left; time < missing; ++time)
        text += *fill;
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
    if (!checkArguments(vm, "str.zfill()", arguments, 2, 2) || !checkWidth(vm, arguments[1]))
        return {};
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

} // namespace

void addStringMethods(Interpreter &vm)
{
    static constexpr NativeEntry methods[] = {
        {"upper", upper},        {"lower", lower},       {"title", title}, {"capitalize", capitalize},
        {"casefold", casefold},  {"swapcase", swapCase}, {"strip", strip}, {"lstrip", lstrip},
        {"rstrip", rstrip},      {"replace", replace},   {"split", split}, {"rsplit", rsplit},
        {"splitlines", linesOf}, {"join", join},         {"ljust", ljust}, {"rjust", rjust},
        {"center", center},      {"zfill", zfill},
    };
    addMethods(vm, Type::Str, methods);
    addStringSearch(vm);
    addStringTests(vm);
}

} // namespace tetherscope::vm
