#include "scenario/machine/builtins.h"

#include "scenario/objects/containers.h"

#include <algorithm>

namespace tetherscope::vm {

namespace {

std::string plural(std::size_t count)
{
    return std::to_string(count) + " argument" + (count == 1 ? "" : "s");
}

} // namespace

namespace {

/// How CPython words what a function takes: "list.append()" fixed, "dict.get" with limits, "len()",
/// "getattr".
struct CallShape
{
    explicit CallShape(std::string_view function)
        : fixed(function.ends_with("()"))
        , whole(fixed ? function.substr(0, function.size() - 2) : function)
        , own(whole.substr(whole.find('.') + 1))
        , receiver(own.size() < whole.size() && !whole.starts_with("gc.") && !whole.starts_with("sys.") &&
                           !whole.starts_with('_')
                       ? 1
                       : 0)
    {
    }
    const bool fixed;
    const std::string whole;
    const std::string own;      ///< without the class
    const std::size_t receiver; ///< how many arguments nobody sees
};

std::string arityText(const CallShape &shape, std::size_t given, std::size_t least, std::size_t most)
{
    if (shape.fixed && least == most && least < 2)
        return shape.whole + "() takes " + (least == 0 ? "no arguments" : "exactly one argument") + " (" +
               std::to_string(given) + " given)";
    const std::string got = ", got " + std::to_string(given);
    if (least == most)
        return shape.own + " expected " + plural(least) + got;
    return shape.own + " expected at " + (given < least ? "least " : "most ") +
           plural(given < least ? least : most) + got;
}

} // namespace

bool checkArguments(Interpreter &vm, const char *function, const Arguments &arguments, std::size_t least,
                    std::size_t most, std::initializer_list<Symbol> keywords)
{
    const std::size_t given = arguments.size();
    if (given >= least && given <= most && arguments.keywords().empty())
        return true;
    const CallShape shape(function);
    for (const Symbol keyword : arguments.keywords()) {
        if (std::find(keywords.begin(), keywords.end(), keyword) != keywords.end())
            continue;
        vm.raise(Type::TypeError, keywords.size() == 0
                                      ? shape.whole + "() takes no keyword arguments"
                                      : "'" + vm.symbolText(keyword) +
                                            "' is an invalid keyword argument for " + shape.own + "()");
        return false;
    }
    if (given >= least && given <= most)
        return true;
    vm.raise(Type::TypeError,
             arityText(shape, given - shape.receiver, least - shape.receiver, most - shape.receiver));
    return false;
}

const std::string *textArgument(Interpreter &vm, const Value &value, const std::string &otherwise,
                                const char *beforeType)
{
    if (const auto *text = value.to<StringObject>())
        return &text->text();
    vm.raise(Type::TypeError,
             beforeType == nullptr ? otherwise : otherwise + beforeType + vm.className(value));
    return nullptr;
}

namespace {

/// CPython words it otherwise for what stands in a slot of the type.
std::string whyNoReceiver(Interpreter &vm, const NativeObject &method, const Arguments &arguments)
{
    const std::string &cls = method.receiver->qualifiedName;
    const std::string quotedName = "descriptor '" + method.name + "' ";
    if (method.name.starts_with("__"))
        return arguments.size() == 0 ? quotedName + "of '" + cls + "' object needs an argument"
                                     : quotedName + "requires a '" + cls + "' object but received a '" +
                                           vm.className(arguments[0]) + "'";
    return arguments.size() == 0 ? "unbound method " + cls + "." + method.name + "() needs an argument"
                                 : quotedName + "for '" + cls + "' objects doesn't apply to a '" +
                                       vm.className(arguments[0]) + "' object";
}

} // namespace

bool checkReceiver(Interpreter &vm, const NativeObject &method, const Arguments &arguments)
{
    if (arguments.size() > 0 && vm.classOf(arguments[0]).isSubclassOf(*method.receiver))
        return true;
    vm.raise(Type::TypeError, whyNoReceiver(vm, method, arguments));
    return false;
}

void addMethods(Interpreter &vm, Type type, std::span<const NativeEntry> methods)
{
    for (const NativeEntry &method : methods) {
        Ref<NativeObject, SingleThread> made =
            vm.heap().make<NativeObject>(std::string(method.name), method.call);
        made->method = true;
        made->receiver = &vm.type(type);
        vm.type(type).attributes.set(vm.symbols().intern(method.name), Value(std::move(made)));
    }
}

void addFunctions(Interpreter &vm, NamespaceMap &names, std::span<const NativeEntry> functions)
{
    for (const NativeEntry &function : functions)
        names.set(vm.symbols().intern(function.name), vm.native(std::string(function.name), function.call));
}

void addBuiltins(Interpreter &vm, std::span<const NativeEntry> functions)
{
    addFunctions(vm, vm.builtins(), functions);
}

void makeBuiltins(Interpreter &vm)
{
    for (std::size_t index = 0; index < typeCount; ++index) {
        const auto type = static_cast<Type>(index);
        const ClassObject &cls = vm.type(type);
        const bool named = type >= Type::BaseException || (type <= Type::Range && type != Type::NoneType &&
                                                           type != Type::NotImplementedType);
        if (named || type == Type::StaticMethod || type == Type::ClassMethod || type == Type::Super ||
            type == Type::Enumerate || type == Type::Zip || type == Type::Reversed)
            vm.builtins().set(cls.name, vm.typeValue(type));
    }
    for (const char *const alias : {"EnvironmentError", "IOError"})
        vm.builtins().set(vm.symbols().intern(alias), vm.typeValue(Type::OSError));
    vm.builtins().set(vm.symbols().intern("NotImplemented"), Value::notImplemented());
    vm.builtins().set(vm.symbols().intern("__name__"), vm.string("__main__"));
    addObjectMethods(vm);
    addExceptionMethods(vm);
    addConstructors(vm);
    addListMethods(vm);
    addDictMethods(vm);
    addSetMethods(vm);
    addStringMethods(vm);
    addValueFunctions(vm);
    addSequenceFunctions(vm);
    addPrint(vm);
}

} // namespace tetherscope::vm
