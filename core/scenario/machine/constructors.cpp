#include "scenario/machine/builtins.h"
#include "scenario/machine/collections.h"
#include "scenario/machine/iterators.h"
#include "scenario/machine/operations.h"
#include "scenario/machine/parameters.h"
#include "scenario/machine/parsenumber.h"
#include "scenario/machine/text.h"

#include <cmath>

namespace tetherscope::vm {

namespace {

Value makeInt(Interpreter &vm, Arguments arguments)
{
    const std::optional<Given> given = givenTo(vm, {"int", {"", "base"}}, arguments);
    if (!given)
        return {};
    const Value *const base = (*given)[1];
    if (arguments.size() == 0)
        return base == nullptr ? Value::integer(0)
                               : vm.raise(Type::TypeError, "int() missing string argument");
    const Value &value = arguments[0];
    const std::optional<int> baseNumber = base == nullptr ? 10 : baseFrom(vm, *base);
    if (!baseNumber)
        return {};
    if (const auto *text = value.to<StringObject>())
        return integerFromText(vm, text->text(), *baseNumber);
    if (base != nullptr)
        return vm.raise(Type::TypeError, "int() can't convert non-string with explicit base");
    if (value.isIntegral())
        return Value::integer(value.asInt());
    if (value.isFloat())
        return integerFromReal(vm, value.asFloat(), std::trunc(value.asFloat()));
    return vm.raise(Type::TypeError,
                    "int() argument must be a string, a bytes-like object or a real number, not '" +
                        vm.className(value) + "'");
}

Value makeFloat(Interpreter &vm, Arguments arguments)
{
    if (!checkArguments(vm, "float", arguments, 0, 1))
        return {};
    if (arguments.size() == 0)
        return Value::real(0);
    if (const auto *text = arguments[0].to<StringObject>())
        return realFromText(vm, text->text());
    if (arguments[0].isNumber())
        return Value::real(arguments[0].toDouble());
    return vm.raise(Type::TypeError, "float() argument must be a string or a real number, not '" +
                                         vm.className(arguments[0]) + "'");
}

Value makeBool(Interpreter &vm, Arguments arguments)
{
    if (!checkArguments(vm, "bool", arguments, 0, 1))
        return {};
    const Truth answer = arguments.size() == 0 ? Truth::No : isTrue(vm, arguments[0]);
    return answer == Truth::Error ? Value() : Value::boolean(answer == Truth::Yes);
}

Value makeStr(Interpreter &vm, Arguments arguments)
{
    const std::optional<Given> given = givenTo(vm, {"str", {"object", "encoding", "errors"}}, arguments);
    if (!given)
        return {};
    const auto &[object, encoding, errors, none] = *given;
    for (const auto &[text, name] : {std::pair(encoding, "encoding"), std::pair(errors, "errors")}) {
        if (text != nullptr && !text->is(HeapKind::String))
            return vm.raise(Type::TypeError, std::string("str() argument '") + name + "' must be str, not " +
                                                 (text->isNone() ? "None" : vm.className(*text)));
    }
    if (object == nullptr)
        return vm.string("");
    if (encoding == nullptr && errors == nullptr)
        return strOf(vm, *object);
    return vm.raise(Type::TypeError,
                    object->is(HeapKind::String)
                        ? "decoding str is not supported"
                        : "decoding to str: need a bytes-like object, " + vm.className(*object) + " found");
}

Value makeList(Interpreter &vm, Arguments arguments)
{
    if (!checkArguments(vm, "list", arguments, 0, 1))
        return {};
    if (arguments.size() == 0)
        return vm.list({});
    std::optional<std::vector<Value>> items = collectSized(vm, arguments[0]);
    return items ? vm.list(std::move(*items)) : Value();
}

Value makeTuple(Interpreter &vm, Arguments arguments)
{
    if (!checkArguments(vm, "tuple", arguments, 0, 1))
        return {};
    if (arguments.size() == 0)
        return vm.tuple({});
    if (arguments[0].is(HeapKind::Tuple))
        return arguments[0];
    std::optional<std::vector<Value>> items = collectSized(vm, arguments[0]);
    return items ? vm.tuple(std::move(*items)) : Value();
}

Value makeDictFrom(Interpreter &vm, Arguments arguments)
{
    if (arguments.size() > 1)
        return vm.raise(Type::TypeError,
                        "dict expected at most 1 argument, got " + std::to_string(arguments.size()));
    Value made = makeDict(vm);
    if (arguments.size() == 1 && !dictUpdate(vm, made, arguments[0]))
        return {};
    for (std::size_t index = 0; index < arguments.keywords().size(); ++index) {
        Value key = vm.string(vm.symbolText(arguments.keywords()[index]));
        if (key.empty() || !dictSet(vm, made, std::move(key), arguments[arguments.size() + index]))
            return {};
    }
    return made;
}

Value makeSetFrom(Interpreter &vm, Arguments arguments)
{
    if (!checkArguments(vm, "set", arguments, 0, 1))
        return {};
    Value made = makeSet(vm);
    return arguments.size() == 0 || setUpdate(vm, made, arguments[0]) ? made : Value();
}

Value makeFrozenSet(Interpreter &vm, Arguments arguments)
{
    if (!checkArguments(vm, "frozenset", arguments, 0, 1))
        return {};
    if (arguments.size() == 1 && arguments[0].is(HeapKind::Set) && arguments[0].as<SetObject>().frozen)
        return arguments[0];
    Value made = makeSet(vm, true);
    return arguments.size() == 0 || setUpdate(vm, made, arguments[0]) ? made : Value();
}

Value makeRange(Interpreter &vm, Arguments arguments)
{
    if (!checkArguments(vm, "range", arguments, 1, 3))
        return {};
    for (const Value &bound : arguments.positional()) {
        if (!bound.isIntegral())
            return vm.raise(Type::TypeError,
                            "'" + vm.className(bound) + "' object cannot be interpreted as an integer");
    }
    const std::int64_t start = arguments.size() == 1 ? 0 : arguments[0].asInt();
    const std::int64_t stop = arguments[arguments.size() == 1 ? 0 : 1].asInt();
    const std::int64_t step = arguments.size() == 3 ? arguments[2].asInt() : 1;
    if (step == 0)
        return vm.raise(Type::ValueError, "range() arg 3 must not be zero");
    return Value(vm.heap().make<RangeObject>(start, stop, step));
}

Value typeOf(Interpreter &vm, Arguments arguments)
{
    if (arguments.size() == 3)
        return vm.halt("Making a class by type() is outside the scenario language.",
                       "Write a class statement.");
    if (arguments.size() != 1 || !arguments.keywords().empty())
        return vm.raise(Type::TypeError, "type() takes 1 or 3 arguments");
    return Value::share(vm.classOf(arguments[0]));
}

Value makeStaticMethod(Interpreter &vm, Arguments arguments)
{
    if (!checkArguments(vm, "staticmethod", arguments, 1, 1))
        return {};
    return Value(vm.heap().make<StaticMethodObject>(arguments[0]));
}

Value makeClassMethod(Interpreter &vm, Arguments arguments)
{
    if (!checkArguments(vm, "classmethod", arguments, 1, 1))
        return {};
    return Value(vm.heap().make<ClassMethodObject>(arguments[0]));
}

Value superOn(Interpreter &vm, const Value &cls, const Value &self)
{
    const auto *derived = self.to<ClassObject>();
    const auto &above = cls.as<ClassObject>();
    if ((derived == nullptr || !derived->isSubclassOf(above)) && !vm.classOf(self).isSubclassOf(above))
        return vm.raise(Type::TypeError, "super(type, obj): obj must be an instance or subtype of type");
    return Value(vm.heap().make<SuperObject>(cls, self));
}

Value makeSuper(Interpreter &vm, Arguments arguments)
{
    if (arguments.size() == 2 && arguments[0].is(HeapKind::Class))
        return superOn(vm, arguments[0], arguments[1]);
    if (!checkArguments(vm, "super", arguments, 0, 2))
        return {};
    if (arguments.size() > 0 && !arguments[0].is(HeapKind::Class))
        return vm.raise(Type::TypeError,
                        "super() argument 1 must be a type, not " + vm.className(arguments[0]));
    const FrameObject &frame = vm.frame();
    if (arguments.size() != 0 || frame.code.parameterNames.empty())
        return vm.raise(Type::RuntimeError, "super(): no arguments");
    Value self = frame.slots.front();
    if (const auto *cell = self.to<CellObject>())
        self = cell->content;
    for (std::size_t slot = 0; slot < frame.code.slots.size(); ++slot) {
        if (frame.code.slots[slot].name != sym::class_ || !frame.slots[slot].is(HeapKind::Cell))
            continue;
        const Value &cls = frame.slots[slot].as<CellObject>().content;
        if (cls.empty() || self.empty())
            return vm.raise(Type::RuntimeError, "super(): empty __class__ cell");
        return superOn(vm, Value(cls), self);
    }
    return vm.raise(Type::RuntimeError, "super(): __class__ cell not found");
}

Value makeEnumerate(Interpreter &vm, Arguments arguments)
{
    if (arguments.all().empty())
        return vm.raise(Type::TypeError, "enumerate() missing required argument 'iterable'");
    const std::optional<Given> given = givenTo(vm, {"enumerate", {"iterable", "start"}, 1}, arguments);
    if (!given)
        return {};
    const auto &[iterable, asked, unused, none] = *given;
    const Value start = asked != nullptr ? *asked : Value::integer(0);
    if (!start.isIntegral())
        return vm.raise(Type::TypeError,
                        "'" + vm.className(start) + "' object cannot be interpreted as an integer");
    Value iterator = iteratorOf(vm, *iterable);
    return iterator.empty() ? Value() : enumerateOver(vm, std::move(iterator), start.asInt());
}

Value makeZip(Interpreter &vm, Arguments arguments)
{
    if (arguments.keyword(vm.symbols().intern("strict")) != nullptr)
        return vm.halt("`strict` of zip() is outside the scenario language.", "Compare the lengths first.");
    if (!arguments.keywords().empty())
        return vm.raise(Type::TypeError, "'" + vm.symbolText(arguments.keywords().front()) +
                                             "' is an invalid keyword argument for zip()");
    std::vector<Value> iterators;
    for (const Value &iterable : arguments.positional()) {
        iterators.push_back(iteratorOf(vm, iterable));
        if (iterators.back().empty())
            return {};
    }
    return zipOver(vm, std::move(iterators));
}

Value makeReversed(Interpreter &vm, Arguments arguments)
{
    return checkArguments(vm, "reversed", arguments, 1, 1) ? iterateReversed(vm, arguments[0]) : Value();
}

} // namespace

void addConstructors(Interpreter &vm)
{
    static constexpr std::pair<Type, ClassObject::Construct> constructors[] = {
        {Type::Int, makeInt},
        {Type::Float, makeFloat},
        {Type::Bool, makeBool},
        {Type::Str, makeStr},
        {Type::List, makeList},
        {Type::Tuple, makeTuple},
        {Type::Dict, makeDictFrom},
        {Type::Set, makeSetFrom},
        {Type::FrozenSet, makeFrozenSet},
        {Type::Range, makeRange},
        {Type::Type, typeOf},
        {Type::StaticMethod, makeStaticMethod},
        {Type::ClassMethod, makeClassMethod},
        {Type::Super, makeSuper},
        {Type::Enumerate, makeEnumerate},
        {Type::Zip, makeZip},
        {Type::Reversed, makeReversed},
    };
    for (const auto &[type, construct] : constructors)
        vm.type(type).construct = construct;
}

} // namespace tetherscope::vm
