#include "scenario/machine/builtins.h"

#include "scenario/machine/iterators.h"
#include "scenario/machine/weakcontainer.h"

#include <iterator>

namespace tetherscope::vm {

namespace {

struct TypeEntry
{
    Type type;
    std::string_view name;
    Type base;
};

constexpr TypeEntry typeTable[] = {
    {Type::Object, "object", Type::Object},
    {Type::Type, "type", Type::Object},
    {Type::NoneType, "NoneType", Type::Object},
    {Type::NotImplementedType, "NotImplementedType", Type::Object},
    {Type::Int, "int", Type::Object},
    {Type::Bool, "bool", Type::Int},
    {Type::Float, "float", Type::Object},
    {Type::Str, "str", Type::Object},
    {Type::List, "list", Type::Object},
    {Type::Tuple, "tuple", Type::Object},
    {Type::Dict, "dict", Type::Object},
    {Type::Set, "set", Type::Object},
    {Type::FrozenSet, "frozenset", Type::Object},
    {Type::Range, "range", Type::Object},
    {Type::Slice, "slice", Type::Object},
    {Type::Function, "function", Type::Object},
    {Type::Builtin, "builtin_function_or_method", Type::Object},
    {Type::Method, "method", Type::Object},
    {Type::StaticMethod, "staticmethod", Type::Object},
    {Type::ClassMethod, "classmethod", Type::Object},
    {Type::Module, "module", Type::Object},
    {Type::Super, "super", Type::Object},
    {Type::Cell, "cell", Type::Object},
    {Type::Frame, "frame", Type::Object},
    {Type::Generator, "generator", Type::Object},
    {Type::Ref, "ReferenceType", Type::Object},
    {Type::WeakMethod, "WeakMethod", Type::Ref},
    {Type::Proxy, "ProxyType", Type::Object},
    {Type::CallableProxy, "CallableProxyType", Type::Object},
    {Type::Finalize, "finalize", Type::Object},
    {Type::WeakValueDictionary, "WeakValueDictionary", Type::Object},
    {Type::WeakKeyDictionary, "WeakKeyDictionary", Type::Object},
    {Type::WeakSet, "WeakSet", Type::Object},
    {Type::ListIterator, "list_iterator", Type::Object},
    {Type::ListReverseIterator, "list_reverseiterator", Type::Object},
    {Type::TupleIterator, "tuple_iterator", Type::Object},
    {Type::DictKeyIterator, "dict_keyiterator", Type::Object},
    {Type::DictValueIterator, "dict_valueiterator", Type::Object},
    {Type::DictItemIterator, "dict_itemiterator", Type::Object},
    {Type::DictReverseKeyIterator, "dict_reversekeyiterator", Type::Object},
    {Type::DictReverseValueIterator, "dict_reversevalueiterator", Type::Object},
    {Type::DictReverseItemIterator, "dict_reverseitemiterator", Type::Object},
    {Type::SetIterator, "set_iterator", Type::Object},
    {Type::StrIterator, "str_iterator", Type::Object},
    {Type::StrAsciiIterator, "str_ascii_iterator", Type::Object},
    {Type::RangeIterator, "range_iterator", Type::Object},
    {Type::SequenceIterator, "iterator", Type::Object},
    {Type::CallableIterator, "callable_iterator", Type::Object},
    {Type::Reversed, "reversed", Type::Object},
    {Type::Enumerate, "enumerate", Type::Object},
    {Type::Zip, "zip", Type::Object},
    {Type::DictKeys, "dict_keys", Type::Object},
    {Type::DictValues, "dict_values", Type::Object},
    {Type::DictItems, "dict_items", Type::Object},
    {Type::BaseException, "BaseException", Type::Object},
    {Type::Exception, "Exception", Type::BaseException},
    {Type::ArithmeticError, "ArithmeticError", Type::Exception},
    {Type::AssertionError, "AssertionError", Type::Exception},
    {Type::AttributeError, "AttributeError", Type::Exception},
    {Type::ImportError, "ImportError", Type::Exception},
    {Type::LookupError, "LookupError", Type::Exception},
    {Type::IndexError, "IndexError", Type::LookupError},
    {Type::KeyError, "KeyError", Type::LookupError},
    {Type::MemoryError, "MemoryError", Type::Exception},
    {Type::NameError, "NameError", Type::Exception},
    {Type::RuntimeError, "RuntimeError", Type::Exception},
    {Type::NotImplementedError, "NotImplementedError", Type::RuntimeError},
    {Type::OverflowError, "OverflowError", Type::ArithmeticError},
    {Type::RecursionError, "RecursionError", Type::RuntimeError},
    {Type::ReferenceError, "ReferenceError", Type::Exception},
    {Type::StopIteration, "StopIteration", Type::Exception},
    {Type::TypeError, "TypeError", Type::Exception},
    {Type::UnboundLocalError, "UnboundLocalError", Type::NameError},
    {Type::ValueError, "ValueError", Type::Exception},
    {Type::ZeroDivisionError, "ZeroDivisionError", Type::ArithmeticError},
    {Type::BufferError, "BufferError", Type::Exception},
    {Type::EOFError, "EOFError", Type::Exception},
    {Type::FloatingPointError, "FloatingPointError", Type::ArithmeticError},
    {Type::GeneratorExit, "GeneratorExit", Type::BaseException},
    {Type::KeyboardInterrupt, "KeyboardInterrupt", Type::BaseException},
    {Type::ModuleNotFoundError, "ModuleNotFoundError", Type::ImportError},
    {Type::OSError, "OSError", Type::Exception},
    {Type::BlockingIOError, "BlockingIOError", Type::OSError},
    {Type::ChildProcessError, "ChildProcessError", Type::OSError},
    {Type::ConnectionError, "ConnectionError", Type::OSError},
    {Type::BrokenPipeError, "BrokenPipeError", Type::ConnectionError},
    {Type::ConnectionAbortedError, "ConnectionAbortedError", Type::ConnectionError},
    {Type::ConnectionRefusedError, "ConnectionRefusedError", Type::ConnectionError},
    {Type::ConnectionResetError, "ConnectionResetError", Type::ConnectionError},
    {Type::FileExistsError, "FileExistsError", Type::OSError},
    {Type::FileNotFoundError, "FileNotFoundError", Type::OSError},
    {Type::InterruptedError, "InterruptedError", Type::OSError},
    {Type::IsADirectoryError, "IsADirectoryError", Type::OSError},
    {Type::NotADirectoryError, "NotADirectoryError", Type::OSError},
    {Type::PermissionError, "PermissionError", Type::OSError},
    {Type::ProcessLookupError, "ProcessLookupError", Type::OSError},
    {Type::TimeoutError, "TimeoutError", Type::OSError},
    {Type::StopAsyncIteration, "StopAsyncIteration", Type::Exception},
    {Type::SyntaxError, "SyntaxError", Type::Exception},
    {Type::IndentationError, "IndentationError", Type::SyntaxError},
    {Type::SystemError, "SystemError", Type::Exception},
    {Type::SystemExit, "SystemExit", Type::BaseException},
    {Type::UnicodeError, "UnicodeError", Type::ValueError},
    {Type::Warning, "Warning", Type::Exception},
    {Type::DeprecationWarning, "DeprecationWarning", Type::Warning},
    {Type::FutureWarning, "FutureWarning", Type::Warning},
    {Type::ResourceWarning, "ResourceWarning", Type::Warning},
    {Type::RuntimeWarning, "RuntimeWarning", Type::Warning},
    {Type::UserWarning, "UserWarning", Type::Warning},
};
static_assert(std::size(typeTable) == typeCount);

/// The weak containers and finalizers of CPython are written in Python, all else of its own is in C.
bool isMadeInC(const MethodObject &method)
{
    return method.function.is(HeapKind::Native) && !method.self.is(HeapKind::WeakContainer) &&
           !method.self.is(HeapKind::Finalizer);
}

} // namespace

void makeTypes(Interpreter &vm, std::array<Value, typeCount> &types)
{
    for (const TypeEntry &entry : typeTable) {
        const Value base = entry.type == Type::Object ? Value() : types[static_cast<std::size_t>(entry.base)];
        Ref<ClassObject, SingleThread> made =
            vm.heap().make<ClassObject>(vm.symbols().intern(entry.name), std::string(entry.name), base);
        made->builtin = true;
        made->self = Value(Handle(made));
        types[static_cast<std::size_t>(entry.type)] = Value(std::move(made));
    }
    for (const Type type : {Type::Ref, Type::Proxy, Type::CallableProxy, Type::WeakMethod, Type::Finalize,
                            Type::WeakValueDictionary, Type::WeakKeyDictionary})
        vm.type(type).qualifiedName.insert(0, "weakref.");
    vm.type(Type::WeakSet).qualifiedName = "_weakrefset.WeakSet";
}

/// Classes that CPython has in C are called with their module.
std::string Interpreter::className(const Value &value) const
{
    const ClassObject &cls = classOf(value);
    const bool dotted =
        &cls == &type(Type::Ref) || &cls == &type(Type::Proxy) || &cls == &type(Type::CallableProxy);
    return dotted ? cls.qualifiedName : symbolText(cls.name);
}

ClassObject &Interpreter::classOf(const HeapObject &object) const
{
    switch (object.kind()) {
    case HeapKind::Instance:
    case HeapKind::Exception:
        return static_cast<const InstanceObject &>(object).cls();
    case HeapKind::List:
        return type(Type::List);
    case HeapKind::Tuple:
        return type(Type::Tuple);
    case HeapKind::Dict:
        return type(Type::Dict);
    case HeapKind::Set:
        return type(static_cast<const SetObject &>(object).frozen ? Type::FrozenSet : Type::Set);
    case HeapKind::String:
        return type(Type::Str);
    case HeapKind::Function:
        return type(Type::Function);
    case HeapKind::Native:
        return type(Type::Builtin);
    case HeapKind::Method:
        return type(isMadeInC(static_cast<const MethodObject &>(object)) ? Type::Builtin : Type::Method);
    case HeapKind::StaticMethod:
        return type(Type::StaticMethod);
    case HeapKind::ClassMethod:
        return type(Type::ClassMethod);
    case HeapKind::Class:
        return type(Type::Type);
    case HeapKind::Module:
        return type(Type::Module);
    case HeapKind::Cell:
        return type(Type::Cell);
    case HeapKind::WeakReference:
        return type(static_cast<const WeakReferenceObject &>(object).function.empty() ? Type::Ref
                                                                                      : Type::WeakMethod);
    case HeapKind::Proxy:
        return type(static_cast<const ProxyObject &>(object).callable ? Type::CallableProxy : Type::Proxy);
    case HeapKind::Finalizer:
        return type(Type::Finalize);
    case HeapKind::WeakContainer:
        return type(static_cast<const WeakContainerObject &>(object).type);
    case HeapKind::Iterator:
        return type(static_cast<const IteratorObject &>(object).type);
    case HeapKind::View:
        return type(static_cast<const ViewObject &>(object).type);
    case HeapKind::Slice:
        return type(Type::Slice);
    case HeapKind::Range:
        return type(Type::Range);
    case HeapKind::Super:
        return type(Type::Super);
    case HeapKind::Frame:
        return type(Type::Frame);
    case HeapKind::Generator:
        return type(Type::Generator);
    case HeapKind::Traceback:
    case HeapKind::Inner: // no value of the scenario
        break;
    }
    return type(Type::Object);
}

} // namespace tetherscope::vm
