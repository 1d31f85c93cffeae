#pragma once

#include "scenario/machine/interpreter.h"

#include <string_view>

/// The built-in classes, functions and modules, by subject. Each function here fills a part of the namespaces
/// once, when an interpreter is made.
namespace tetherscope::vm {

struct NativeEntry
{
    std::string_view name;
    NativeCall call;
};

// ---- support for native functions
/// False and a TypeError pending, unless the positional arguments are as many and no keyword stands but
/// these.
bool checkArguments(Interpreter &vm, const char *function, const Arguments &arguments, std::size_t least,
                    std::size_t most, std::initializer_list<Symbol> keywords = {});
/// False and a TypeError pending, unless the first argument is of the class that the method belongs to.
/// Requires: it is a method.
bool checkReceiver(Interpreter &vm, const NativeObject &method, const Arguments &arguments);
/// The text of a string; null and a TypeError pending, which begins like this: it is none.
const std::string *textArgument(Interpreter &vm, const Value &value, const std::string &otherwise,
                                const char *beforeType = nullptr);
/// Adds methods: found through an instance, they are called with it.
void addMethods(Interpreter &vm, Type type, std::span<const NativeEntry> methods);
void addFunctions(Interpreter &vm, NamespaceMap &names, std::span<const NativeEntry> functions);
void addBuiltins(Interpreter &vm, std::span<const NativeEntry> functions);

// ---- what makeBuiltins() calls, in this order
void makeTypes(Interpreter &vm, std::array<Value, typeCount> &types);
void addObjectMethods(Interpreter &vm);     ///< builtinobject.cpp
void addExceptionMethods(Interpreter &vm);  ///< builtinobject.cpp
void addConstructors(Interpreter &vm);      ///< constructors.cpp
void addListMethods(Interpreter &vm);       ///< listmethods.cpp
void addDictMethods(Interpreter &vm);       ///< dictmethods.cpp
void addSetMethods(Interpreter &vm);        ///< setmethods.cpp
void addStringMethods(Interpreter &vm);     ///< stringmethods.cpp
void addStringSearch(Interpreter &vm);      ///< stringsearch.cpp; called by the one above
void addStringTests(Interpreter &vm);       ///< stringtests.cpp; likewise
void addValueFunctions(Interpreter &vm);    ///< valuefunctions.cpp: len, repr, hash, isinstance, getattr, …
void addSequenceFunctions(Interpreter &vm); ///< sequencefunctions.cpp: sorted, sum, zip, …
void addPrint(Interpreter &vm);             ///< print.cpp
void makeBuiltins(Interpreter &vm);

// ---- modules.cpp
/// Fills a module's names; false: there is no such module.
bool fillModule(Interpreter &vm, ModuleObject &module);
void addWeakrefFunctions(Interpreter &vm, NamespaceMap &names); ///< weakrefmodule.cpp
void addWeakContainers(Interpreter &vm, NamespaceMap &names);   ///< weakcontainermethods.cpp

} // namespace tetherscope::vm
