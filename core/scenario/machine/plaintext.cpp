#include "scenario/machine/text.h"

#include "scenario/machine/operations.h"

#include <algorithm>

namespace tetherscope::vm {

namespace {

/// Cuts in the middle, between code points.
std::string elided(const std::string &text, std::size_t longest)
{
    if (text.size() <= longest)
        return text;
    const auto boundary = [&](std::size_t at) {
        while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80)
            --at;
        return at;
    };
    const std::size_t head = boundary(longest * 2 / 3);
    const std::size_t tail = boundary(text.size() - longest / 3);
    return text.substr(0, head) + "…" + text.substr(tail);
}

bool appendPlain(const Interpreter &vm, const Value &value, std::size_t longest, std::string &text);

/// Of a function: "add", "Panel.clicked"; where it was made within another, without that.
std::string nameOf(const Interpreter &vm, const HeapObject &object)
{
    switch (object.kind()) {
    case HeapKind::Function: {
        const std::string &whole = static_cast<const FunctionObject &>(object).code.qualifiedName;
        constexpr std::string_view inner = "<locals>.";
        const std::size_t at = whole.rfind(inner);
        return at == std::string::npos ? whole : whole.substr(at + inner.size());
    }
    case HeapKind::Native:
        return static_cast<const NativeObject &>(object).name;
    case HeapKind::Class:
        return vm.symbolText(static_cast<const ClassObject &>(object).name);
    case HeapKind::Module:
        return vm.symbolText(static_cast<const ModuleObject &>(object).name);
    default:
        return "<" + vm.symbolText(vm.classOf(object).name) + ">";
    }
}

bool appendTuple(const Interpreter &vm, const TupleObject &tuple, std::size_t longest, std::string &text)
{
    text += '(';
    for (std::size_t index = 0; index < tuple.items.size(); ++index) {
        text += index > 0 ? ", " : "";
        if (text.size() > longest) {
            text += "…";
            break;
        }
        const Value &item = tuple.items[index];
        if (!appendPlain(vm, item, longest, text))
            text += nameOf(vm, *item.object());
    }
    text += tuple.items.size() == 1 ? ",)" : ")";
    return true;
}

/// False: the value is no plain one.
bool appendPlain(const Interpreter &vm, const Value &value, std::size_t longest, std::string &text)
{
    switch (value.tag()) {
    case Value::Tag::Empty:
        return false;
    case Value::Tag::None:
        text += "None";
        return true;
    case Value::Tag::Bool:
        text += value.asBool() ? "True" : "False";
        return true;
    case Value::Tag::Int:
        text += std::to_string(value.asInt());
        return true;
    case Value::Tag::Float:
        text += realText(value.asFloat());
        return true;
    case Value::Tag::NotImplemented:
        text += "NotImplemented";
        return true;
    case Value::Tag::Object:
        break;
    }
    if (const auto *string = value.to<StringObject>()) {
        text += quoted(elided(string->text(), longest));
        return true;
    }
    if (const auto *tuple = value.to<TupleObject>(); tuple != nullptr && !tuple->id())
        return appendTuple(vm, *tuple, longest, text);
    if (const auto *range = value.to<RangeObject>()) {
        text += "range(" + std::to_string(range->start) + ", " + std::to_string(range->stop) +
                (range->step == 1 ? std::string() : ", " + std::to_string(range->step)) + ")";
        return true;
    }
    return false;
}

bool ownCode(Interpreter &vm, const Value &value, std::size_t depth);

bool anyOwnCode(Interpreter &vm, const std::vector<Value> &items, std::size_t depth)
{
    return std::any_of(items.begin(), items.end(),
                       [&](const Value &item) { return ownCode(vm, item, depth); });
}

/// Whether the text of a value would be made by the scenario's own code, or nests too deep to tell.
bool ownCode(Interpreter &vm, const Value &value, std::size_t depth)
{
    constexpr std::size_t deepest = 50;
    if (!value.isObject())
        return false;
    if (depth > deepest || !vm.tick())
        return true;
    switch (value.object()->kind()) {
    case HeapKind::Instance:
    case HeapKind::Exception:
        return vm.special(value, sym::repr) != nullptr ||
               (value.is(HeapKind::Exception) &&
                anyOwnCode(vm, value.as<ExceptionObject>().arguments(), depth + 1));
    case HeapKind::List:
        return anyOwnCode(vm, value.as<ListObject>().items, depth + 1);
    case HeapKind::Tuple:
        return anyOwnCode(vm, value.as<TupleObject>().items, depth + 1);
    case HeapKind::Dict:
        return std::any_of(value.as<DictObject>().entries().begin(), value.as<DictObject>().entries().end(),
                           [&](const DictObject::Entry &entry) {
                               return ownCode(vm, entry.key, depth + 1) ||
                                      ownCode(vm, entry.value, depth + 1);
                           });
    case HeapKind::Set:
        return std::any_of(value.as<SetObject>().table().begin(), value.as<SetObject>().table().end(),
                           [&](const SetObject::Entry &entry) { return ownCode(vm, entry.key, depth + 1); });
    case HeapKind::View:
        return ownCode(vm, value.as<ViewObject>().dict, depth + 1);
    case HeapKind::Method:
        return ownCode(vm, value.as<MethodObject>().self, depth + 1);
    default:
        return false;
    }
}

} // namespace

std::string plainText(const Interpreter &vm, const Value &value, std::size_t longest)
{
    std::string text;
    return appendPlain(vm, value, longest, text) ? elided(text, longest + longest / 2) : std::string();
}

std::string heldText(const Interpreter &vm, const Value &value, std::size_t longest)
{
    std::string plain = plainText(vm, value, longest);
    return plain.empty() && value.isObject() ? nameOf(vm, *value.object()) : plain;
}

std::string shownText(Interpreter &vm, const Value &value, std::size_t longest)
{
    if (ownCode(vm, value, 0))
        return {};
    const Value text = reprOf(vm, value);
    return text.empty() ? std::string() : elided(text.as<StringObject>().text(), longest);
}

std::string plainMessage(const Interpreter &vm, const ExceptionObject &exception)
{
    const auto part = [&](const Value &value) {
        if (const auto *text = value.to<StringObject>())
            return elided(text->text(), longestPlainText);
        const std::string plain = plainText(vm, value, longestPlainText);
        return plain.empty() ? "<" + qualifiedClassName(vm.classOf(value)) + " object>" : plain;
    };
    const std::vector<Value> &arguments = exception.arguments();
    if (arguments.size() == 1 && exception.cls().isSubclassOf(vm.type(Type::KeyError)) &&
        arguments.front().is(HeapKind::String))
        return quoted(part(arguments.front()));
    if (arguments.size() == 1)
        return part(arguments.front());
    std::string text;
    for (const Value &argument : arguments)
        text += (text.empty() ? "(" : ", ") +
                (argument.is(HeapKind::String) ? quoted(part(argument)) : part(argument));
    return text.empty() ? text : text + ")";
}

} // namespace tetherscope::vm
