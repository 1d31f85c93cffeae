#include "scenario/machine/outsideattributes.h"

#include <algorithm>
#include <iterator>

namespace tetherscope::vm {

namespace {

struct OutsideAttribute
{
    Type type;
    std::string_view name;
    std::string_view hint;
};

/// Attributes of CPython's own classes that the scenario language has not.
constexpr OutsideAttribute outsideAttributes[] = {
    {Type::Str, "encode", "Keep the text as a str."},
    {Type::Str, "expandtabs", "Use replace(\"\\t\", \"    \")."},
    {Type::Str, "format", "Write an f-string: f\"{value}\"."},
    {Type::Str, "format_map", "Write an f-string: f\"{value}\"."},
    {Type::Str, "maketrans", "Use replace()."},
    {Type::Str, "translate", "Use replace()."},
    {Type::Int, "bit_length", "Count the digits of f\"{value:b}\"."},
    {Type::Int, "bit_count", "Count the ones of f\"{value:b}\"."},
    {Type::Int, "to_bytes", {}},
    {Type::Int, "from_bytes", {}},
    {Type::Int, "as_integer_ratio", {}},
    {Type::Int, "conjugate", {}},
    {Type::Int, "real", {}},
    {Type::Int, "imag", {}},
    {Type::Int, "numerator", {}},
    {Type::Int, "denominator", {}},
    {Type::Float, "is_integer", "Compare it with int(value)."},
    {Type::Float, "hex", {}},
    {Type::Float, "fromhex", {}},
    {Type::Float, "as_integer_ratio", {}},
    {Type::Float, "conjugate", {}},
    {Type::Float, "real", {}},
    {Type::Float, "imag", {}},
    {Type::WeakValueDictionary, "valuerefs", "Use values()."},
    {Type::WeakValueDictionary, "itervaluerefs", "Use values()."},
    {Type::WeakKeyDictionary, "keyrefs", "Use keys()."},
    {Type::WeakSet, "difference", "Make a set of it first: set(members)."},
    {Type::WeakSet, "difference_update", "Make a set of it first: set(members)."},
    {Type::WeakSet, "intersection", "Make a set of it first: set(members)."},
    {Type::WeakSet, "intersection_update", "Make a set of it first: set(members)."},
    {Type::WeakSet, "isdisjoint", "Make a set of it first: set(members)."},
    {Type::WeakSet, "issubset", "Make a set of it first: set(members)."},
    {Type::WeakSet, "issuperset", "Make a set of it first: set(members)."},
    {Type::WeakSet, "symmetric_difference", "Make a set of it first: set(members)."},
    {Type::WeakSet, "symmetric_difference_update", "Make a set of it first: set(members)."},
    {Type::WeakSet, "union", "Make a set of it first: set(members)."},
    {Type::Function, "__defaults__", {}},
    {Type::Function, "__kwdefaults__", {}},
    {Type::Function, "__closure__", {}},
    {Type::Function, "__code__", {}},
    {Type::Function, "__globals__", {}},
    {Type::Function, "__annotations__", {}},
    {Type::Function, "__dict__", "Name the attribute: function.attribute."},
    {Type::Type, "__bases__", "Use issubclass()."},
    {Type::Type, "__base__", "Use issubclass()."},
    {Type::Type, "__mro__", "Use issubclass()."},
    {Type::Type, "mro", "Use issubclass()."},
    {Type::Type, "__subclasses__", "Keep the classes in a list."},
    {Type::Type, "__dict__", "Name the attribute: Class.attribute."},
    {Type::Type, "__annotations__", {}},
    {Type::BaseException, "__traceback__", "The picture shows the frames that an exception holds."},
    {Type::BaseException, "with_traceback", "To let the frames go, set error.__traceback__ = None."},
    {Type::BaseException, "add_note", "Put the note into the exception's arguments."},
    {Type::AttributeError, "name", "Read the message: str(error)."},
    {Type::NameError, "name", "Read the message: str(error)."},
    {Type::ImportError, "name", "Read the message: str(error)."},
    {Type::ImportError, "msg", "Read the message: str(error)."},
    {Type::ImportError, "path", {}},
    {Type::OSError, "errno", "Give a class of your own an attribute."},
    {Type::OSError, "strerror", "Read the message: str(error)."},
    {Type::OSError, "filename", "Give a class of your own an attribute."},
    {Type::OSError, "filename2", {}},
    {Type::SyntaxError, "msg", "Read the message: str(error)."},
    {Type::SyntaxError, "lineno", "Give a class of your own an attribute."},
    {Type::SyntaxError, "offset", "Give a class of your own an attribute."},
    {Type::SyntaxError, "text", "Give a class of your own an attribute."},
    {Type::SyntaxError, "filename", "Give a class of your own an attribute."},
    {Type::SystemExit, "code", "Read the argument: error.args[0]."},
    {Type::Generator, "send", {}},
    {Type::Generator, "throw", {}},
    {Type::Generator, "close", "Unbind the generator's name."},
    {Type::Object, "__dict__", "Name the attribute: instance.attribute."},
    {Type::Object, "__sizeof__", {}},
    {Type::Object, "__reduce__", {}},
    {Type::Object, "__reduce_ex__", {}},
    {Type::Object, "__dir__", {}},
    {Type::Object, "__format__", "Write an f-string: f\"{value}\"."},
    {Type::Object, "__getstate__", {}},
};

/// Special methods of CPython's own classes that stand behind operators here, each between blanks.
struct SpecialNames
{
    Type type;
    std::string_view names;
};
constexpr SpecialNames specialNames[] = {
    {Type::Object, " __ne__ __lt__ __le__ __gt__ __ge__ __setattr__ __getattribute__ __delattr__ "
                   "__init_subclass__ __subclasshook__ __doc__ "},
    {Type::Int, " __abs__ __add__ __and__ __bool__ __ceil__ __divmod__ __float__ __floor__ __floordiv__ "
                "__index__ __int__ __invert__ __lshift__ __mod__ __mul__ __neg__ __or__ __pos__ __pow__ "
                "__radd__ __rand__ __rdivmod__ __rfloordiv__ __rlshift__ __rmod__ __rmul__ __ror__ "
                "__round__ __rpow__ __rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__ __sub__ "
                "__truediv__ __trunc__ __xor__ "},
    {Type::Float, " __abs__ __add__ __bool__ __ceil__ __divmod__ __float__ __floor__ __floordiv__ __int__ "
                  "__mod__ __mul__ __neg__ __pos__ __pow__ __radd__ __rdivmod__ __rfloordiv__ __rmod__ "
                  "__rmul__ __round__ __rpow__ __rsub__ __rtruediv__ __sub__ __truediv__ __trunc__ "},
    {Type::Str, " __add__ __contains__ __getitem__ __iter__ __len__ __mod__ __mul__ __rmod__ __rmul__ "},
    {Type::List, " __add__ __contains__ __delitem__ __getitem__ __iadd__ __imul__ __iter__ __len__ __mul__ "
                 "__reversed__ __rmul__ __setitem__ "},
    {Type::Tuple, " __add__ __contains__ __getitem__ __iter__ __len__ __mul__ __rmul__ "},
    {Type::Dict, " __contains__ __delitem__ __getitem__ __ior__ __iter__ __len__ __or__ __reversed__ __ror__ "
                 "__setitem__ "},
    {Type::Set, " __and__ __contains__ __iand__ __ior__ __isub__ __iter__ __ixor__ __len__ __or__ __rand__ "
                "__ror__ __rsub__ __rxor__ __sub__ __xor__ "},
    {Type::FrozenSet, " __and__ __contains__ __iter__ __len__ __or__ __rand__ __ror__ __rsub__ __rxor__ "
                      "__sub__ __xor__ "},
    {Type::Range, " __bool__ __contains__ __getitem__ __iter__ __len__ __reversed__ "},
    {Type::NoneType, " __bool__ "},
    {Type::Function, " __call__ __get__ "},
    {Type::Builtin, " __call__ "},
    {Type::Method, " __call__ __get__ "},
    {Type::Type, " __call__ __or__ __ror__ "},
    {Type::Ref, " __call__ "},
    {Type::Finalize, " __call__ "},
    {Type::Generator, " __del__ __iter__ __next__ "},
    {Type::ListIterator, " __iter__ __next__ "},
    {Type::ListReverseIterator, " __iter__ __next__ "},
    {Type::TupleIterator, " __iter__ __next__ "},
    {Type::DictKeyIterator, " __iter__ __next__ "},
    {Type::DictValueIterator, " __iter__ __next__ "},
    {Type::DictItemIterator, " __iter__ __next__ "},
    {Type::SetIterator, " __iter__ __next__ "},
    {Type::StrIterator, " __iter__ __next__ "},
    {Type::StrAsciiIterator, " __iter__ __next__ "},
    {Type::RangeIterator, " __iter__ __next__ "},
    {Type::SequenceIterator, " __iter__ __next__ "},
    {Type::CallableIterator, " __iter__ __next__ "},
    {Type::Reversed, " __iter__ __next__ "},
    {Type::Enumerate, " __iter__ __next__ "},
    {Type::Zip, " __iter__ __next__ "},
    {Type::DictKeys, " __and__ __contains__ __iter__ __len__ __or__ __rand__ __reversed__ __ror__ __rsub__ "
                     "__rxor__ __sub__ __xor__ "},
    {Type::DictValues, " __iter__ __len__ __reversed__ "},
    {Type::DictItems, " __and__ __contains__ __iter__ __len__ __or__ __rand__ __reversed__ __ror__ __rsub__ "
                      "__rxor__ __sub__ __xor__ "},
    {Type::WeakSet,
     " __and__ __contains__ __iand__ __ior__ __isub__ __iter__ __ixor__ __len__ __or__ __sub__ "
     "__xor__ "},
    {Type::WeakValueDictionary, " __contains__ __delitem__ __getitem__ __ior__ __iter__ __len__ __or__ "
                                "__reversed__ __ror__ __setitem__ "},
    {Type::WeakKeyDictionary, " __contains__ __delitem__ __getitem__ __ior__ __iter__ __len__ __or__ "
                              "__reversed__ __ror__ __setitem__ "},
};

/// Attributes that CPython's own classes let a program set, for another effect than to read it again.
constexpr OutsideAttribute outsideSettings[] = {
    {Type::Object, "__class__", "Make an instance of the class that is meant."},
    {Type::Object, "__dict__", "Set the attributes one by one."},
    {Type::Function, "__annotations__", {}},
    {Type::Function, "__code__", {}},
    {Type::Function, "__defaults__", "Define another function."},
    {Type::Function, "__kwdefaults__", {}},
    {Type::Function, "__qualname__", "Set `__name__`."},
    {Type::Type, "__annotations__", {}},
    {Type::Type, "__bases__", "Define another class."},
    {Type::Type, "__name__", "Define another class."},
    {Type::Type, "__qualname__", "Define another class."},
};

const OutsideAttribute *outsideAttribute(const Interpreter &vm, const Value &object, std::string_view name)
{
    const auto *asked = object.to<ClassObject>();
    for (const OutsideAttribute &known : outsideAttributes) {
        const bool ofIt = known.name == name && vm.classOf(object).isSubclassOf(vm.type(known.type));
        const bool ofClass = known.name == name && asked != nullptr && known.type != Type::Object &&
                             asked->isSubclassOf(vm.type(known.type));
        if (ofIt || ofClass)
            return &known;
    }
    return nullptr;
}

/// Of an object, or of the objects of a class that is asked itself.
const SpecialNames *outsideSpecial(const Interpreter &vm, const Value &object, std::string_view name)
{
    if (!name.starts_with("__") || !name.ends_with("__"))
        return nullptr;
    const std::string wanted = " " + std::string(name) + " ";
    const auto *asked = object.to<ClassObject>();
    for (const SpecialNames &known : specialNames) {
        const ClassObject &cls = vm.type(known.type);
        const bool ofIt =
            vm.classOf(object).isSubclassOf(cls) || (asked != nullptr && asked->isSubclassOf(cls));
        if (ofIt && known.names.find(wanted) != std::string_view::npos)
            return &known;
    }
    return nullptr;
}

} // namespace

bool hasOutsideSpecial(const Interpreter &vm, const Value &object, Symbol name)
{
    return outsideSpecial(vm, object, vm.symbolText(name)) != nullptr;
}

bool haltAtOutsideAttribute(Interpreter &vm, const Value &object, Symbol name)
{
    const std::string &text = vm.symbolText(name);
    const OutsideAttribute *outside = outsideAttribute(vm, object, text);
    const SpecialNames *special = outside == nullptr ? outsideSpecial(vm, object, text) : nullptr;
    if (outside == nullptr && special == nullptr)
        return false;
    const Type type = outside != nullptr ? outside->type : special->type;
    const std::string owner = vm.symbolText(vm.type(type).name);
    vm.halt("`" + (type == Type::Object ? std::string() : owner + ".") + text +
                "` is outside the scenario language.",
            std::string(outside != nullptr ? outside->hint : "Write the operator, or call the function."));
    return true;
}

bool haltAtOutsideSetting(Interpreter &vm, const Value &object, Symbol name)
{
    const std::string &text = vm.symbolText(name);
    if (!text.starts_with("__"))
        return false;
    const auto found = std::find_if(
        std::begin(outsideSettings), std::end(outsideSettings), [&](const OutsideAttribute &known) {
            return known.name == text && vm.classOf(object).isSubclassOf(vm.type(known.type));
        });
    if (found == std::end(outsideSettings))
        return false;
    vm.halt("Setting `" + text + "` is outside the scenario language.", std::string(found->hint));
    return true;
}

} // namespace tetherscope::vm
