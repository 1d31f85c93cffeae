#include "scenario/machine/builtins.h"
#include "scenario/machine/strings.h"
#include "scenario/objects/containers.h"

#include <algorithm>

namespace tetherscope::vm {

namespace {

const std::string &subject(const Arguments &arguments)
{
    return arguments[0].as<StringObject>().text();
}

/// The piece of the text that is searched, as `find(part, start, end)` has it.
struct Searched
{
    std::string_view text;
    std::size_t before = 0; ///< bytes in front of it
    bool possible = true;   ///< false: it would begin behind its end
};

std::optional<std::int64_t> bound(Interpreter &vm, const Arguments &arguments, std::size_t index,
                                  std::int64_t length, std::int64_t otherwise)
{
    if (index >= arguments.size() || arguments[index].isNone())
        return otherwise;
    if (!arguments[index].isIntegral()) {
        vm.raise(Type::TypeError, "slice indices must be integers or None or have an __index__ method");
        return std::nullopt;
    }
    const std::int64_t given = arguments[index].asInt();
    return given < 0 ? std::max<std::int64_t>(given + length, 0) : given;
}

std::optional<Searched> searched(Interpreter &vm, const Arguments &arguments)
{
    const auto length = static_cast<std::int64_t>(arguments[0].as<StringObject>().length());
    const auto begin = bound(vm, arguments, 2, length, 0);
    const auto end = begin ? bound(vm, arguments, 3, length, length) : std::nullopt;
    if (!end)
        return std::nullopt;
    if (*begin > std::min(*end, length))
        return Searched{{}, 0, false};
    const std::string_view text = subject(arguments);
    const std::size_t from = byteOffset(text, static_cast<std::size_t>(*begin));
    const std::size_t to = byteOffset(text, static_cast<std::size_t>(std::min(*end, length)));
    return Searched{text.substr(from, to - from), from, true};
}

bool checkSearch(Interpreter &vm, const char *name, const Arguments &arguments)
{
    const std::size_t given = arguments.size() - 1;
    const std::string own(name);
    if (!arguments.keywords().empty())
        vm.raise(Type::TypeError, "str." + own + "() takes no keyword arguments");
    else if (given < 1)
        vm.raise(Type::TypeError, own + "() takes at least 1 argument (0 given)");
    else if (given > 3)
        vm.raise(Type::TypeError, own + "() takes at most 3 arguments (" + std::to_string(given) + " given)");
    return !vm.pending();
}

/// The index in code points, -1 if it is not there; nothing: an exception is pending.
std::optional<std::int64_t> indexOf(Interpreter &vm, const Arguments &arguments, const char *name, bool last)
{
    if (!checkSearch(vm, name, arguments))
        return std::nullopt;
    const std::string *part = textArgument(vm, arguments[1], "must be str", ", not ");
    const std::optional<Searched> where = part == nullptr ? std::nullopt : searched(vm, arguments);
    if (!where)
        return std::nullopt;
    const std::size_t found = !where->possible ? std::string_view::npos
                              : last           ? where->text.rfind(*part)
                                               : where->text.find(*part);
    return found == std::string_view::npos ? -1 : codePointIndex(subject(arguments), where->before + found);
}

Value found(Interpreter &vm, const Arguments &arguments, const char *name, bool last, bool must)
{
    const std::optional<std::int64_t> at = indexOf(vm, arguments, name, last);
    if (!at)
        return {};
    return must && *at < 0 ? vm.raise(Type::ValueError, "substring not found") : Value::integer(*at);
}

Value find(Interpreter &vm, Arguments &arguments)
{
    return found(vm, arguments, "find", false, false);
}
Value rfind(Interpreter &vm, Arguments &arguments)
{
    return found(vm, arguments, "rfind", true, false);
}
Value index(Interpreter &vm, Arguments &arguments)
{
    return found(vm, arguments, "index", false, true);
}
Value rindex(Interpreter &vm, Arguments &arguments)
{
    return found(vm, arguments, "rindex", true, true);
}

std::int64_t codePointsIn(std::string_view text)
{
    return std::count_if(text.begin(), text.end(),
                         [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; });
}

Value count(Interpreter &vm, Arguments &arguments)
{
    if (!checkSearch(vm, "count", arguments))
        return {};
    const std::string *part = textArgument(vm, arguments[1], "must be str", ", not ");
    const std::optional<Searched> where = part == nullptr ? std::nullopt : searched(vm, arguments);
    if (!where)
        return {};
    if (part->empty())
        return Value::integer(where->possible ? codePointsIn(where->text) + 1 : 0);
    std::int64_t times = 0;
    for (std::size_t at = where->text.find(*part); at != std::string_view::npos;
         at = where->text.find(*part, at + part->size()))
        ++times;
    return Value::integer(times);
}

Value startsOrEnds(Interpreter &vm, const Arguments &arguments, const char *name, bool atStart)
{
    if (!checkSearch(vm, name, arguments))
        return {};
    const std::optional<Searched> where = searched(vm, arguments);
    if (!where)
        return {};
    const auto fits = [&](const std::string &part) {
        return where->possible && (atStart ? where->text.starts_with(part) : where->text.ends_with(part));
    };
    if (const auto *text = arguments[1].to<StringObject>())
        return Value::boolean(fits(text->text()));
    const auto *several = arguments[1].to<TupleObject>();
    if (several == nullptr)
        return vm.raise(Type::TypeError, std::string(name) +
                                             " first arg must be str or a tuple of str, not " +
                                             vm.className(arguments[1]));
    for (const Value &part : several->items) {
        if (!part.is(HeapKind::String))
            return vm.raise(Type::TypeError, std::string("tuple for ") + name +
                                                 " must only contain str, not " + vm.className(part));
        if (fits(part.as<StringObject>().text()))
            return Value::boolean(true);
    }
    return Value::boolean(false);
}

Value startsWith(Interpreter &vm, Arguments &arguments)
{
    return startsOrEnds(vm, arguments, "startswith", true);
}
Value endsWith(Interpreter &vm, Arguments &arguments)
{
    return startsOrEnds(vm, arguments, "endswith", false);
}

Value partitionAt(Interpreter &vm, const Arguments &arguments, const char *name, bool last)
{
    if (!checkArguments(vm, name, arguments, 2, 2))
        return {};
    const std::string *separator = textArgument(vm, arguments[1], "must be str", ", not ");
    if (separator == nullptr)
        return {};
    if (separator->empty())
        return vm.raise(Type::ValueError, "empty separator");
    const std::string &text = subject(arguments);
    const std::size_t at = last ? text.rfind(*separator) : text.find(*separator);
    if (at != std::string::npos)
        return vm.tuple({vm.string(text.substr(0, at)), vm.string(*separator),
                         vm.string(text.substr(at + separator->size()))});
    const Value nothing = vm.string({});
    return last ? vm.tuple({nothing, nothing, arguments[0]}) : vm.tuple({arguments[0], nothing, nothing});
}

Value partition(Interpreter &vm, Arguments &arguments)
{
    return partitionAt(vm, arguments, "str.partition()", false);
}
Value rpartition(Interpreter &vm, Arguments &arguments)
{
    return partitionAt(vm, arguments, "str.rpartition()", true);
}

Value without(Interpreter &vm, const Arguments &arguments, const char *name, bool atStart)
{
    const std::string shown = std::string("str.") + name + "()";
    if (!checkArguments(vm, shown.c_str(), arguments, 2, 2))
        return {};
    const std::string *part =
        textArgument(vm, arguments[1], std::string(name) + "() argument must be str", ", not ");
    if (part == nullptr)
        return {};
    const std::string &text = subject(arguments);
    if (atStart)
        return text.starts_with(*part) ? vm.string(text.substr(part->size())) : arguments[0];
    const bool ends = !part->empty() && text.ends_with(*part);
    return ends ? vm.string(text.substr(0, text.size() - part->size())) : arguments[0];
}

Value removePrefix(Interpreter &vm, Arguments &arguments)
{
    return without(vm, arguments, "removeprefix", true);
}
Value removeSuffix(Interpreter &vm, Arguments &arguments)
{
    return without(vm, arguments, "removesuffix", false);
}

} // namespace

void addStringSearch(Interpreter &vm)
{
    static constexpr NativeEntry methods[] = {
        {"find", find},
        {"rfind", rfind},
        {"index", index},
        {"rindex", rindex},
        {"count", count},
        {"startswith", startsWith},
        {"endswith", endsWith},
        {"partition", partition},
        {"rpartition", rpartition},
        {"removeprefix", removePrefix},
        {"removesuffix", removeSuffix},
    };
    addMethods(vm, Type::Str, methods);
}

} // namespace tetherscope::vm
