#include "scenario/machine/builtins.h"
#include "scenario/machine/operations.h"
#include "scenario/machine/text.h"
#include "scenario/objects/containers.h"

#include <utility>

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

/// Begun while it lives.
class Line
{
public:
    explicit Line(Interpreter &vm)
        : m_lines(vm.begunLines())
    {
        m_lines.push_back(&text);
    }
    ~Line() { m_lines.pop_back(); }
    Line(const Line &) = delete;
    Line &operator=(const Line &) = delete;

    std::string text;

private:
    std::vector<std::string *> &m_lines;
};

/// CPython writes each part before it asks the next one for its text, which may fail or print.
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
    Line line(vm);
    for (std::size_t index = 0; index < arguments.size(); ++index) {
        if (index > 0)
            line.text += *between;
        const Value text = strOf(vm, arguments[index]);
        if (text.empty()) {
            vm.writeBegunLines();
            return {};
        }
        if (!vm.fitsString(line.text.size() + text.as<StringObject>().text().size()))
            return {};
        line.text += text.as<StringObject>().text();
    }
    const std::string whole = std::exchange(line.text, {}) + *end;
    return vm.write(whole) ? Value::none() : Value();
}

} // namespace

void addPrint(Interpreter &vm)
{
    static constexpr NativeEntry functions[] = {{"print", print}};
    addBuiltins(vm, functions);
}

} // namespace tetherscope::vm
