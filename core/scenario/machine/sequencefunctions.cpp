#include "scenario/machine/builtins.h"
#include "scenario/machine/iterators.h"
#include "scenario/machine/operations.h"
#include "scenario/machine/parameters.h"
#include "scenario/machine/parsenumber.h"
#include "scenario/machine/sorting.h"
#include "scenario/objects/containers.h"

#include <cmath>

namespace tetherscope::vm {

namespace {

/// The keywords are those of list.sort, and so are its errors, which come behind those of the iterable.
Value sorted(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "sorted", Arguments(arguments.positional()), 1, 1))
        return {};
    std::optional<std::vector<Value>> items = collectSized(vm, arguments[0]);
    const bool inOrder = items && sortItems(vm, *items, arguments.rest());
    return inOrder ? vm.list(std::move(*items)) : Value();
}

/// Keeps the best so far; a later one wins only if it is better.
class Extreme
{
public:
    Extreme(Interpreter &vm, ast::CompareOperator betterIs, const Value *keyFunction)
        : m_vm(vm)
        , m_better(betterIs)
        , m_key(keyFunction != nullptr && !keyFunction->isNone() ? keyFunction : nullptr)
    {
    }
    bool offer(Value item)
    {
        Value key = m_key == nullptr ? item : m_vm.call(*m_key, {item});
        if (key.empty())
            return false;
        if (!m_best.empty()) {
            const Value better = compareValues(m_vm, m_better, key, m_bestKey);
            if (better.empty() || !better.asBool())
                return !better.empty();
        }
        m_best = std::move(item);
        m_bestKey = std::move(key);
        return true;
    }
    const Value &best() const { return m_best; }

private:
    Interpreter &m_vm;
    const ast::CompareOperator m_better;
    const Value *m_key;
    Value m_best;
    Value m_bestKey;
};

Value extreme(Interpreter &vm, Arguments &arguments, const char *name, ast::CompareOperator better)
{
    constexpr auto many = static_cast<std::size_t>(-1);
    if (!checkArguments(vm, name, Arguments(arguments.positional()), 1, many) ||
        !checkArguments(vm, name, arguments, 1, many, {sym::key, sym::default_}))
        return {};
    if (arguments.size() > 1 && arguments.keyword(sym::default_) != nullptr)
        return vm.raise(Type::TypeError, "Cannot specify a default for " + std::string(name) +
                                             "() with multiple positional arguments");
    Extreme found(vm, better, arguments.keyword(sym::key));
    if (arguments.size() > 1) {
        for (const Value &item : arguments.positional()) {
            if (!found.offer(item))
                return {};
        }
        return found.best();
    }
    if (!forEach(vm, arguments[0], [&](Value item) { return found.offer(std::move(item)); }))
        return {};
    if (!found.best().empty())
        return found.best();
    if (const Value *otherwise = arguments.keyword(sym::default_))
        return *otherwise;
    return vm.raise(Type::ValueError, std::string(name) + "() arg is an empty sequence");
}

Value minimum(Interpreter &vm, Arguments &arguments)
{
    return extreme(vm, arguments, "min", ast::CompareOperator::Less);
}
Value maximum(Interpreter &vm, Arguments &arguments)
{
    return extreme(vm, arguments, "max", ast::CompareOperator::Greater);
}

Value sum(Interpreter &vm, Arguments &arguments)
{
    const std::optional<Given> given = givenTo(vm, {"sum", {"", "start"}, 1}, arguments);
    const Value iterator = given ? iteratorOf(vm, arguments[0]) : Value();
    if (iterator.empty())
        return {};
    const auto &[iterable, start, unused, none] = *given;
    Value total = start != nullptr ? *start : Value::integer(0);
    if (total.is(HeapKind::String))
        return vm.raise(Type::TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
    for (Value item = nextOf(vm, iterator); !item.empty(); item = nextOf(vm, iterator)) {
        total = binaryOperation(vm, ast::BinaryOperator::Add, false, total, item);
        if (total.empty())
            return {};
    }
    return vm.pending() ? Value() : total;
}

Value anyOrAll(Interpreter &vm, Arguments &arguments, const char *name, Truth decisive)
{
    if (!checkArguments(vm, name, arguments, 1, 1))
        return {};
    bool decided = false;
    const bool walked = forEach(vm, arguments[0], [&](const Value &item) {
        const Truth answer = isTrue(vm, item);
        decided = answer == decisive;
        return !decided && answer != Truth::Error;
    });
    return walked ? Value::boolean(decided == (decisive == Truth::Yes)) : Value();
}

Value any(Interpreter &vm, Arguments &arguments)
{
    return anyOrAll(vm, arguments, "any()", Truth::Yes);
}
Value all(Interpreter &vm, Arguments &arguments)
{
    return anyOrAll(vm, arguments, "all()", Truth::No);
}

Value absolute(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "abs()", arguments, 1, 1))
        return {};
    const Value number = actual(vm, arguments[0]);
    if (number.empty())
        return {};
    if (number.isFloat())
        return Value::real(std::fabs(number.asFloat()));
    if (!number.isIntegral())
        return vm.raise(Type::TypeError, "bad operand type for abs(): '" + vm.className(number) + "'");
    return number.asInt() < 0 ? unaryOperation(vm, ast::UnaryOperator::Minus, number)
                              : Value::integer(number.asInt());
}

/// To the nearest, halves to the even neighbour. With digits, by the decimal text, as CPython does.
double roundedTo(double value, std::int64_t digits)
{
    if (!std::isfinite(value) || digits > 308)
        return value;
    if (digits < 0) {
        const double scale = std::pow(10.0, static_cast<double>(-digits));
        return std::nearbyint(value / scale) * scale;
    }
    return roundedByText(value, static_cast<int>(digits));
}

Value round(Interpreter &vm, Arguments &arguments)
{
    const std::optional<Given> given = givenTo(vm, {"round", {"number", "ndigits"}, 1}, arguments);
    if (!given)
        return {};
    const Value &value = *(*given)[0];
    const Value asked = (*given)[1] == nullptr ? Value::none() : *(*given)[1];
    const bool toInteger = asked.isNone();
    if (!value.isNumber())
        return vm.raise(Type::TypeError, "type " + vm.className(value) + " doesn't define __round__ method");
    if (!toInteger && !asked.isIntegral())
        return vm.raise(Type::TypeError,
                        "'" + vm.className(asked) + "' object cannot be interpreted as an integer");
    if (value.isFloat()) {
        return toInteger ? integerFromReal(vm, value.asFloat(), std::nearbyint(value.asFloat()))
                         : Value::real(roundedTo(value.asFloat(), asked.asInt()));
    }
    const std::int64_t digits = toInteger ? 0 : asked.asInt();
    if (digits >= 0)
        return Value::integer(value.asInt());
    if (digits < -18)
        return Value::integer(0);
    std::int64_t scale = 1;
    for (std::int64_t digit = 0; digit < -digits; ++digit)
        scale *= 10;
    const std::int64_t rest = floorModulo(value.asInt(), scale);
    const std::int64_t down = value.asInt() - rest;
    const bool up = rest * 2 > scale || (rest * 2 == scale && (down / scale) % 2 != 0);
    return Value::integer(up ? down + scale : down);
}

Value iter(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "iter", arguments, 1, 2))
        return {};
    if (arguments.size() == 2 && !isCallable(vm, arguments[0]))
        return vm.raise(Type::TypeError, "iter(v, w): v must be callable");
    return arguments.size() == 1 ? iteratorOf(vm, arguments[0]) : callUntil(vm, arguments[0], arguments[1]);
}

Value next(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "next", arguments, 1, 2))
        return {};
    Value item = nextOf(vm, arguments[0]);
    if (!item.empty() || vm.pending())
        return item;
    if (arguments.size() == 2)
        return arguments[1];
    return vm.raiseException(
        Value(vm.heap().make<ExceptionObject>(vm.typeValue(Type::StopIteration), std::vector<Value>())));
}

} // namespace

void addSequenceFunctions(Interpreter &vm)
{
    static constexpr NativeEntry functions[] = {
        {"sorted", sorted}, {"min", minimum},  {"max", maximum}, {"sum", sum},   {"any", any},
        {"all", all},       {"abs", absolute}, {"round", round}, {"iter", iter}, {"next", next},
    };
    addBuiltins(vm, functions);
}

} // namespace tetherscope::vm
