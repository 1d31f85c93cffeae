#include "scenario/machine/text.h"

#include "scenario/machine/collections.h"
#include "scenario/machine/finalizer.h"
#include "scenario/machine/operations.h"
#include "scenario/machine/weakcontainer.h"
#include "scenario/objects/weakreference.h"

#include <algorithm>

namespace tetherscope::vm {

namespace {

constexpr const char *whileGettingRepr = " while getting the repr of an object";

/// Among the texts under way while it lives; `entered()` is false if it was there before.
class OpenText
{
public:
    OpenText(Interpreter &vm, const HeapObject &object)
        : m_open(vm.openTexts())
        , m_entered(std::find(m_open.begin(), m_open.end(), &object) == m_open.end())
    {
        if (m_entered)
            m_open.push_back(&object);
    }
    ~OpenText()
    {
        if (m_entered)
            m_open.pop_back();
    }
    OpenText(const OpenText &) = delete;
    OpenText &operator=(const OpenText &) = delete;
    bool entered() const { return m_entered; }

private:
    std::vector<const HeapObject *> &m_open;
    bool m_entered;
};

/// Writes one repr(): parts from the scenario's own __repr__ included. False: an exception is pending.
class ReprWriter
{
public:
    explicit ReprWriter(Interpreter &vm)
        : m_vm(vm)
    {
    }
    bool write(const Value &value);
    bool writeException(const ExceptionObject &exception);
    /// In brackets, as the one tuple that they are in CPython.
    bool writeArguments(const ExceptionObject &exception);
    std::string take() { return std::move(m_text); }

private:
    bool append(std::string_view text);
    bool writeObject(const Value &value);
    bool writeInstance(const Value &value);
    bool writeContainer(const Value &value);
    bool writeItems(const Value &container, char open, char close);
    bool writeDict(const Value &dict);
    bool writeSet(const Value &set);
    bool writeView(const ViewObject &view);
    bool writeReference(const WeakReferenceObject &reference);
    bool writeProxy(const ProxyObject &proxy);
    bool writeFinalizer(const FinalizerObject &finalizer);
    bool writeWeakContainer(const Value &value);
    bool writeFunction(HeapObject &object);

    Interpreter &m_vm;
    std::string m_text;
};

bool ReprWriter::append(std::string_view text)
{
    m_text += text;
    return m_vm.fitsString(m_text.size());
}

bool ReprWriter::write(const Value &value)
{
    switch (value.tag()) {
    case Value::Tag::None:
        return append("None");
    case Value::Tag::Bool:
        return append(value.asBool() ? "True" : "False");
    case Value::Tag::Int:
        return append(std::to_string(value.asInt()));
    case Value::Tag::Float:
        return append(realText(value.asFloat()));
    case Value::Tag::NotImplemented:
        return append("NotImplemented");
    case Value::Tag::Object:
        return writeObject(value);
    case Value::Tag::Empty:
        break;
    }
    return true;
}

bool ReprWriter::writeObject(const Value &value)
{
    if (!m_vm.tick())
        return false;
    switch (value.object()->kind()) {
    case HeapKind::String:
        // character by character: some times the work of copying
        return m_vm.tickText(8 * value.as<StringObject>().text().size()) &&
               append(quoted(value.as<StringObject>().text()));
    case HeapKind::Instance:
    case HeapKind::Exception:
        return writeInstance(value);
    case HeapKind::List:
    case HeapKind::Tuple:
    case HeapKind::Dict:
    case HeapKind::Set:
        return writeContainer(value);
    case HeapKind::View:
        return writeView(value.as<ViewObject>());
    case HeapKind::WeakReference:
        return writeReference(value.as<WeakReferenceObject>());
    case HeapKind::Proxy:
        return writeProxy(value.as<ProxyObject>());
    case HeapKind::Finalizer:
        return writeFinalizer(value.as<FinalizerObject>());
    case HeapKind::WeakContainer:
        return writeWeakContainer(value);
    case HeapKind::Class:
        return append("<class '" + qualifiedClassName(value.as<ClassObject>()) + "'>");
    case HeapKind::Range: {
        const auto &range = value.as<RangeObject>();
        const std::string step = range.step == 1 ? "" : ", " + std::to_string(range.step);
        return append("range(" + std::to_string(range.start) + ", " + std::to_string(range.stop) + step +
                      ")");
    }
    case HeapKind::Method: {
        const auto &method = value.as<MethodObject>();
        const auto *function = method.function.to<FunctionObject>();
        if (function == nullptr)
            return append("<built-in method " + method.function.as<NativeObject>().name + " of " +
                          m_vm.className(method.self) + " object at " +
                          addressText(m_vm.heap().addressOf(*method.self.object())) + ">");
        return append("<bound method " + function->code.qualifiedName + " of ") && write(method.self) &&
               append(">");
    }
    default:
        return writeFunction(*value.object());
    }
}

bool ReprWriter::writeFunction(HeapObject &object)
{
    const std::string address = addressText(m_vm.heap().addressOf(object));
    if (object.kind() == HeapKind::Function)
        return append("<function " + static_cast<FunctionObject &>(object).code.qualifiedName + " at " +
                      address + ">");
    if (object.kind() == HeapKind::Native)
        return append("<built-in function " + static_cast<NativeObject &>(object).name + ">");
    if (object.kind() == HeapKind::Module)
        return append("<module '" + m_vm.symbolText(static_cast<ModuleObject &>(object).name) +
                      "' (built-in)>");
    return append(defaultText(m_vm, object));
}

bool ReprWriter::writeInstance(const Value &value)
{
    const std::optional<Value> answer = m_vm.callSpecial(value, sym::repr);
    if (!answer) {
        if (const auto *exception = value.to<ExceptionObject>())
            return writeException(*exception);
        return append(defaultText(m_vm, *value.object()));
    }
    if (answer->empty())
        return false;
    if (const auto *text = answer->to<StringObject>())
        return append(text->text());
    m_vm.raise(Type::TypeError, "__repr__ returned non-string (type " + m_vm.className(*answer) + ")");
    return false;
}

bool ReprWriter::writeException(const ExceptionObject &exception)
{
    if (!append(m_vm.symbolText(exception.cls().name)))
        return false;
    if (exception.arguments().size() != 1)
        return writeArguments(exception);
    const NativeLevel level(m_vm, whileGettingRepr);
    const Value only = exception.arguments().front();
    return level.allowed() && append("(") && write(only) && append(")");
}

bool ReprWriter::writeArguments(const ExceptionObject &exception)
{
    const NativeLevel level(m_vm, whileGettingRepr);
    if (!level.allowed())
        return false;
    const OpenText open(m_vm, exception);
    if (!open.entered())
        return append("(...)");
    // NOLINTNEXTLINE(performance-unnecessary-copy-initialization): a __repr__ may set others
    const std::vector<Value> arguments = exception.arguments();
    if (!append("("))
        return false;
    for (std::size_t index = 0; index < arguments.size(); ++index) {
        if ((index > 0 && !append(", ")) || !write(arguments[index]))
            return false;
    }
    return append(")");
}

const char *textWithinItself(const Value &container)
{
    switch (container.object()->kind()) {
    case HeapKind::List:
        return "[...]";
    case HeapKind::Tuple:
        return "(...)";
    case HeapKind::Set:
        return container.as<SetObject>().frozen ? "frozenset(...)" : "set(...)";
    default:
        return "{...}";
    }
}

bool ReprWriter::writeContainer(const Value &value)
{
    const NativeLevel level(m_vm, whileGettingRepr);
    if (!level.allowed())
        return false;
    const OpenText open(m_vm, *value.object());
    if (!open.entered())
        return append(textWithinItself(value));
    switch (value.object()->kind()) {
    case HeapKind::List:
        return writeItems(value, '[', ']');
    case HeapKind::Tuple:
        return writeItems(value, '(', ')');
    case HeapKind::Dict:
        return writeDict(value);
    default:
        return writeSet(value);
    }
}

bool ReprWriter::writeItems(const Value &container, char open, char close)
{
    const bool list = container.is(HeapKind::List);
    const std::vector<Value> &items =
        list ? container.as<ListObject>().items : container.as<TupleObject>().items;
    m_text += open;
    for (std::size_t index = 0; index < items.size(); ++index) {
        const Value item = items[index]; // its __repr__ may change the list
        if ((index > 0 && !append(", ")) || !write(item))
            return false;
    }
    if (!list && items.size() == 1)
        m_text += ',';
    return append({&close, 1});
}

bool ReprWriter::writeDict(const Value &dict)
{
    m_text += '{';
    bool first = true;
    for (std::size_t index = 0; index < dict.as<DictObject>().entries().size(); ++index) {
        const DictObject::Entry &entry = dict.as<DictObject>().entries()[index];
        if (entry.key.empty())
            continue;
        const Value key = entry.key;
        const Value item = entry.value;
        if ((!first && !append(", ")) || !write(key) || !append(": ") || !write(item))
            return false;
        first = false;
    }
    return append("}");
}

bool ReprWriter::writeSet(const Value &value)
{
    const auto &set = value.as<SetObject>();
    if (set.size() == 0)
        return append(set.frozen ? "frozenset()" : "set()");
    std::vector<Value> members;
    for (const SetObject::Entry &entry : set.table()) {
        if (!entry.key.empty())
            members.push_back(entry.key);
    }
    m_text += set.frozen ? "frozenset({" : "{";
    for (std::size_t index = 0; index < members.size(); ++index) {
        if ((index > 0 && !append(", ")) || !write(members[index]))
            return false;
    }
    return append(set.frozen ? "})" : "}");
}

bool ReprWriter::writeView(const ViewObject &view)
{
    const char *name = view.type == Type::DictKeys     ? "dict_keys("
                       : view.type == Type::DictValues ? "dict_values("
                                                       : "dict_items(";
    const OpenText open(m_vm, view);
    if (!open.entered())
        return append("...");
    const Value iterator = iterateView(m_vm, view);
    const std::optional<std::vector<Value>> items = collect(m_vm, iterator);
    if (!items || !append(name))
        return false;
    const Value list(m_vm.heap().make<ListObject>());
    list.as<ListObject>().items = *items;
    return writeContainer(list) && append(")");
}

bool ReprWriter::writeReference(const WeakReferenceObject &reference)
{
    const std::string begin =
        "<weakref at " + addressText(m_vm.heap().addressOf(const_cast<WeakReferenceObject &>(reference))) +
        "; ";
    HeapObject *watched = reference.watched();
    if (watched == nullptr)
        return append(begin + "dead>");
    std::string name;
    if (watched->kind() == HeapKind::Function)
        name = " (" + m_vm.symbolText(static_cast<FunctionObject *>(watched)->code.name) + ")";
    else if (watched->kind() == HeapKind::Class)
        name = " (" + m_vm.symbolText(static_cast<ClassObject *>(watched)->name) + ")";
    return append(begin + "to '" + m_vm.symbolText(m_vm.classOf(*watched).name) + "' at " +
                  addressText(m_vm.heap().addressOf(*watched)) + name + ">");
}

/// In CPython, a dead proxy stands for None.
bool ReprWriter::writeProxy(const ProxyObject &proxy)
{
    const std::string begin =
        "<weakproxy at " + addressText(m_vm.heap().addressOf(const_cast<ProxyObject &>(proxy))) + " to ";
    HeapObject *watched = proxy.watched();
    if (watched == nullptr)
        return append(begin + "NoneType at 0x7f0000000000>");
    return append(begin + m_vm.symbolText(m_vm.classOf(*watched).name) + " at " +
                  addressText(m_vm.heap().addressOf(*watched)) + ">");
}

bool ReprWriter::writeFinalizer(const FinalizerObject &finalizer)
{
    const std::string begin =
        "<finalize object at " + addressText(m_vm.heap().addressOf(const_cast<FinalizerObject &>(finalizer)));
    HeapObject *watched = finalizer.alive() ? finalizer.reference().watched() : nullptr;
    if (watched == nullptr)
        return append(begin + "; dead>");
    return append(begin + "; for '" + m_vm.symbolText(m_vm.classOf(*watched).name) + "' at " +
                  addressText(m_vm.heap().addressOf(*watched)) + ">");
}

/// A WeakSet shows its set of references.
bool ReprWriter::writeWeakContainer(const Value &value)
{
    if (value.as<WeakContainerObject>().type == Type::WeakSet)
        return writeContainer(value.as<WeakContainerObject>().data);
    return append("<" + m_vm.className(value) + " at " + addressText(m_vm.heap().addressOf(*value.object())) +
                  ">");
}

Value stringResult(Interpreter &vm, Value answer, const char *method)
{
    if (answer.empty() || answer.is(HeapKind::String))
        return answer;
    return vm.raise(Type::TypeError,
                    std::string(method) + " returned non-string (type " + vm.className(answer) + ")");
}

} // namespace

Value reprOf(Interpreter &vm, const Value &value)
{
    ReprWriter writer(vm);
    return writer.write(value) ? vm.string(writer.take()) : Value();
}

Value exceptionReprOf(Interpreter &vm, const ExceptionObject &exception)
{
    ReprWriter writer(vm);
    return writer.writeException(exception) ? vm.string(writer.take()) : Value();
}

Value strOf(Interpreter &vm, const Value &value)
{
    if (value.is(HeapKind::String))
        return value;
    const NativeLevel level(vm, " while getting the str of an object");
    if (!level.allowed())
        return {};
    if (value.is(HeapKind::Proxy)) {
        const Value meant = actual(vm, value);
        return meant.empty() ? Value() : strOf(vm, meant);
    }
    if (std::optional<Value> answer = vm.callSpecial(value, sym::str))
        return stringResult(vm, std::move(*answer), "__str__");
    if (const auto *exception = value.to<ExceptionObject>())
        return messageOf(vm, *exception);
    return reprOf(vm, value);
}

Value messageOf(Interpreter &vm, const ExceptionObject &exception)
{
    const std::vector<Value> &arguments = exception.arguments();
    if (arguments.empty()) // of a SyntaxError it is the text of a part that it has not
        return vm.string(exception.cls().isSubclassOf(vm.type(Type::SyntaxError)) ? "None" : "");
    if (arguments.size() == 1) {
        const Value only = arguments.front();
        return exception.cls().isSubclassOf(vm.type(Type::KeyError)) ? reprOf(vm, only) : strOf(vm, only);
    }
    ReprWriter writer(vm);
    return writer.writeArguments(exception) ? vm.string(writer.take()) : Value();
}

Value formatted(Interpreter &vm, const Value &value, char conversion, const Value &spec)
{
    Value shown = value;
    if (conversion == 's')
        shown = strOf(vm, value);
    else if (conversion == 'r' || conversion == 'a')
        shown = reprOf(vm, value);
    if (shown.empty())
        return {};
    if (conversion == 'a' && !shown.as<StringObject>().ascii())
        shown = vm.string(escapedBeyondAscii(shown.as<StringObject>().text()));
    const std::string text = spec.empty() ? std::string() : spec.as<StringObject>().text();
    return text.empty() ? strOf(vm, shown) : formatWith(vm, shown, text);
}

Value raiseKeyError(Interpreter &vm, const Value &key)
{
    std::vector<Value> arguments{key};
    return vm.raiseException(
        Value(vm.heap().make<ExceptionObject>(vm.typeValue(Type::KeyError), std::move(arguments))));
}

} // namespace tetherscope::vm
