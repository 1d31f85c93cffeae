#include "scenario/machine/builtins.h"

#include <algorithm>

namespace tetherscope::vm {

namespace {

std::string plural(std::size_t count)
{
    return std::to_string(count) + " argument" + (count == 1 ? "" : "s");
}

} // namespace

bool checkArguments(Interpreter &vm, const char *function, const Arguments &arguments, std::size_t least,
                    std::size_t most, std::initializer_list<Symbol> keywords)
{
    const std::size_t given = arguments.size();
    const std::string got = ", got " + std::to_string(given);
    if (given < least || given > most) {
        const std::string name = function;
        if (least == most)
            vm.raise(Type::TypeError, name + " expected " + plural(least) + got);
        else
            vm.raise(Type::TypeError, name + " expected at " + (given < least ? "least " : "most ") +
                                          plural(given < least ? least : most) + got);
        return false;
    }
    for (const Symbol keyword : arguments.keywords()) {
        if (std::find(keywords.begin(), keywords.end(), keyword) == keywords.end()) {
            vm.raise(Type::TypeError, std::string(function) + "() got an unexpected keyword argument '" +
                                          vm.symbolText(keyword) + "'");
            return false;
        }
    }
    return true;
}

void addMethods(Interpreter &vm, Type type, std::span<const NativeEntry> methods)
{
    for (const NativeEntry &method : methods) {
        Ref<NativeObject, SingleThread> made =
            vm.heap().make<NativeObject>(std::string(method.name), method.call);
        made->method = true;
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
