#include "scenario/machine/builtins.h"
#include "scenario/machine/operations.h"
#include "scenario/machine/text.h"
#include "scenario/objects/containers.h"

namespace tetherscope::vm {

namespace {

/// `sep` or `end`: a string, or None for what it is without. Nothing and an exception pending: neither.
std::optional<std::string> separator(Interpreter &vm, const Arguments &arguments, Symbol name,
                                     const char *usual)
{
    const Value *given = arguments.keyword(name);
    if (given == nullptr || given->isNone())
        return usual;
    if (const auto *text = given->to<StringObject>())
        return text->text();
    vm.raise(Type::TypeError, vm.symbolText(name) + " must be None or a string, not " + vm.className(*given));
    return std::nullopt;
}

Value print(Interpreter &vm, Arguments &arguments)
{
    for (const Symbol name : {sym::file, sym::flush}) {
        if (arguments.keyword(name) != nullptr)
            return vm.halt("`print` with `" + vm.symbolText(name) + "` is outside the scenario language.",
                           "Leave `" + vm.symbolText(name) + "` out: there is one output.");
    }
    if (!checkArguments(vm, "print", arguments, 0, static_cast<std::size_t>(-1), {sym::sep, sym::end}))
        return {};
    const std::optional<std::string> between = separator(vm, arguments, sym::sep, " ");
    const std::optional<std::string> end = between ? separator(vm, arguments, sym::end, "\n") : std::nullopt;
    if (!end)
        return {};
    std::string line;
    for (std::size_t index = 0; index < arguments.size(); ++index) {
        const Value text = strOf(vm, arguments[index]);
        if (text.empty() || !vm.fitsString(line.size() + text.as<StringObject>().text().size()))
            return {};
        line += (index > 0 ? *between : std::string()) + text.as<StringObject>().text();
    }
    return vm.write(line + *end) ? Value::none() : Value();
}

} // namespace

void addPrint(Interpreter &vm)
{
    static constexpr NativeEntry functions[] = {{"print", print}};
    addBuiltins(vm, functions);
}

} // namespace tetherscope::vm
