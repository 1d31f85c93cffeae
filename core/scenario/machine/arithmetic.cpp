#include "scenario/machine/operations.h"

#include "scenario/machine/collections.h"
#include "scenario/machine/iterators.h"
#include "scenario/machine/text.h"

#include <cmath>

namespace tetherscope::vm {

namespace {

using Operator = ast::BinaryOperator;

const char *signOf(Operator op, bool augmented)
{
    static constexpr const char *signs[][2] = {{"+", "+="},
                                               {"-", "-="},
                                               {"*", "*="},
                                               {"/", "/="},
                                               {"//", "//="},
                                               {"%", "%="},
                                               {"** or pow()", "**="},
                                               {"<<", "<<="},
                                               {">>", ">>="},
                                               {"&", "&="},
                                               {"|", "|="},
                                               {"^", "^="}};
    return signs[static_cast<std::size_t>(op)][augmented ? 1 : 0];
}

Value tooLarge(Interpreter &vm)
{
    return vm.halt("An integer grows beyond 64 bits: larger ones are outside the scenario language.",
                   "Keep integers between -2**63 and 2**63 - 1, or use a float.");
}

Value power(Interpreter &vm, std::int64_t base, std::int64_t exponent)
{
    if (exponent < 0) {
        if (base == 0)
            return vm.raise(Type::ZeroDivisionError, "0.0 cannot be raised to a negative power");
        return Value::real(std::pow(static_cast<double>(base), static_cast<double>(exponent)));
    }
    std::int64_t result = 1;
    std::int64_t square = base;
    for (; exponent > 0; exponent >>= 1) {
        if ((exponent & 1) != 0 && __builtin_mul_overflow(result, square, &result))
            return tooLarge(vm);
        if (exponent > 1 && __builtin_mul_overflow(square, square, &square))
            return tooLarge(vm);
    }
    return Value::integer(result);
}

Value shift(Interpreter &vm, Operator op, std::int64_t left, std::int64_t right)
{
    if (right < 0)
        return vm.raise(Type::ValueError, "negative shift count");
    if (op == Operator::ShiftRight)
        return Value::integer(right > 63 ? (left < 0 ? -1 : 0) : left >> right);
    if (left == 0)
        return Value::integer(0);
    std::int64_t result = 0;
    if (right > 62 || __builtin_mul_overflow(left, std::int64_t{1} << right, &result))
        return tooLarge(vm);
    return Value::integer(result);
}

std::uint64_t magnitudeOf(std::int64_t number)
{
    return number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
}

/// Rounded once, as CPython does: operands beyond 53 bits would be rounded before they are divided.
double trueQuotient(std::int64_t left, std::int64_t right)
{
    constexpr std::uint64_t exact = std::uint64_t{1} << 53;
    if (left == 0 || (magnitudeOf(left) <= exact && magnitudeOf(right) <= exact))
        return static_cast<double>(left) / static_cast<double>(right);
    __extension__ using Wide = unsigned __int128;
    Wide dividend = magnitudeOf(left);
    const Wide divisor = magnitudeOf(right);
    int shifts = 0;
    for (; (dividend >> 127) == 0; ++shifts)
        dividend <<= 1;
    const Wide quotient =
        dividend / divisor; // of 64 bits at least, so its last one may tell that more follow
    const double rounded = static_cast<double>(quotient | (dividend % divisor != 0 ? 1 : 0));
    return std::ldexp((left < 0) != (right < 0) ? -rounded : rounded, -shifts);
}

Value divideIntegers(Interpreter &vm, Operator op, std::int64_t left, std::int64_t right)
{
    if (right == 0)
        return vm.raise(Type::ZeroDivisionError, op == Operator::Divide ? "division by zero"
                                                 : op == Operator::Modulo
                                                     ? "integer modulo by zero"
                                                     : "integer division or modulo by zero");
    if (op == Operator::Divide)
        return Value::real(trueQuotient(left, right));
    if (right == -1) {
        std::int64_t negative = 0;
        if (op == Operator::Modulo)
            return Value::integer(0);
        return __builtin_sub_overflow(std::int64_t{0}, left, &negative) ? tooLarge(vm)
                                                                        : Value::integer(negative);
    }
    return Value::integer(op == Operator::FloorDivide ? floorDivide(left, right) : floorModulo(left, right));
}

Value integerOperation(Interpreter &vm, Operator op, std::int64_t left, std::int64_t right)
{
    std::int64_t result = 0;
    bool overflow = false;
    switch (op) {
    case Operator::Add:
        overflow = __builtin_add_overflow(left, right, &result);
        break;
    case Operator::Subtract:
        overflow = __builtin_sub_overflow(left, right, &result);
        break;
    case Operator::Multiply:
        overflow = __builtin_mul_overflow(left, right, &result);
        break;
    case Operator::BitAnd:
        result = left & right;
        break;
    case Operator::BitOr:
        result = left | right;
        break;
    case Operator::BitXor:
        result = left ^ right;
        break;
    case Operator::Power:
        return power(vm, left, right);
    case Operator::ShiftLeft:
    case Operator::ShiftRight:
        return shift(vm, op, left, right);
    default:
        return divideIntegers(vm, op, left, right);
    }
    return overflow ? tooLarge(vm) : Value::integer(result);
}

double realModulo(double left, double right)
{
    double rest = std::fmod(left, right);
    if (rest != 0 && (rest < 0) != (right < 0))
        rest += right;
    return rest != 0 ? rest : std::copysign(0.0, right);
}

/// The signs of zeros, and the steps that round, are those of CPython's float_floor_div().
double realFloorQuotient(double left, double right)
{
    const double rest = std::fmod(left, right);
    double quotient = (left - rest) / right;
    if (rest != 0 && (rest < 0) != (right < 0))
        quotient -= 1;
    if (quotient == 0)
        return std::copysign(0.0, left / right);
    const double floor = std::floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
}

Value realPower(Interpreter &vm, double left, double right)
{
    if (left == 0 && right < 0)
        return vm.raise(Type::ZeroDivisionError, "0.0 cannot be raised to a negative power");
    if (left < 0 && right != std::floor(right))
        return vm.halt("A negative number to a broken power is complex: complex numbers are outside the "
                       "scenario language.");
    const double result = std::pow(left, right);
    if (std::isinf(result) && std::isfinite(left) && std::isfinite(right))
        return vm.raise(Type::OverflowError, "(34, 'Numerical result out of range')");
    return Value::real(result);
}

/// Empty and no exception pending: no such operation of floats.
Value realOperation(Interpreter &vm, Operator op, double left, double right)
{
    switch (op) {
    case Operator::Add:
        return Value::real(left + right);
    case Operator::Subtract:
        return Value::real(left - right);
    case Operator::Multiply:
        return Value::real(left * right);
    case Operator::Power:
        return realPower(vm, left, right);
    case Operator::Divide:
        return right == 0 ? vm.raise(Type::ZeroDivisionError, "float division by zero")
                          : Value::real(left / right);
    case Operator::FloorDivide:
        if (right == 0)
            return vm.raise(Type::ZeroDivisionError, "float floor division by zero");
        return Value::real(realFloorQuotient(left, right));
    case Operator::Modulo:
        return right == 0 ? vm.raise(Type::ZeroDivisionError, "float modulo")
                          : Value::real(realModulo(left, right));
    default:
        return {};
    }
}

// ---------------------------------------------------------------- sequences

bool fitsRepetition(Interpreter &vm, std::size_t length, std::size_t times, std::size_t limit,
                    const char *what, const char *unit)
{
    if (length == 0 || times <= limit / length)
        return true;
    vm.halt(std::string(what) + ": the limit is " + grouped(limit) + unit + ".");
    return false;
}

std::vector<Value> repeatedItems(const std::vector<Value> &items, std::size_t times)
{
    std::vector<Value> all;
    all.reserve(items.size() * times);
    for (std::size_t time = 0; time < times; ++time)
        all.insert(all.end(), items.begin(), items.end());
    return all;
}

/// Empty and no exception pending: the value cannot be repeated.
Value repeated(Interpreter &vm, const Value &value, std::int64_t count)
{
    const std::size_t times = count > 0 ? static_cast<std::size_t>(count) : 0;
    if (const auto *text = value.to<StringObject>()) {
        if (!fitsRepetition(vm, text->text().size(), times, vm.limits().stringBytes,
                            "A string would be too long", " bytes"))
            return {};
        std::string all;
        for (std::size_t time = 0; time < times && !text->text().empty(); ++time)
            all += text->text();
        return vm.string(std::move(all));
    }
    const bool list = value.is(HeapKind::List);
    if (!list && !value.is(HeapKind::Tuple))
        return {};
    const std::vector<Value> &items = list ? value.as<ListObject>().items : value.as<TupleObject>().items;
    if (!fitsRepetition(vm, items.size(), times, vm.limits().elements, "Too many elements in containers",
                        " in all together"))
        return {};
    std::vector<Value> all = items.empty() ? std::vector<Value>() : repeatedItems(items, times);
    return list ? vm.list(std::move(all)) : vm.tuple(std::move(all));
}

Value joinedItems(Interpreter &vm, const Value &left, const Value &right)
{
    if (const auto *text = left.to<StringObject>())
        return vm.string(text->text() + right.as<StringObject>().text());
    const bool list = left.is(HeapKind::List);
    std::vector<Value> all = list ? left.as<ListObject>().items : left.as<TupleObject>().items;
    const std::vector<Value> &more = list ? right.as<ListObject>().items : right.as<TupleObject>().items;
    all.insert(all.end(), more.begin(), more.end());
    return list ? vm.list(std::move(all)) : vm.tuple(std::move(all));
}

bool joinable(const Value &value)
{
    return value.is(HeapKind::String) || value.is(HeapKind::List) || value.is(HeapKind::Tuple);
}

/// Of a type that has sequence methods of its own: `left *= right` does not ask the right one then.
bool keepsOff(const Value &left)
{
    if (const auto *exception = left.to<ExceptionObject>())
        return !exception->cls().builtin;
    return left.is(HeapKind::Instance) || left.is(HeapKind::Dict) || left.is(HeapKind::Set) ||
           left.is(HeapKind::Range) || left.is(HeapKind::View) || left.is(HeapKind::WeakContainer);
}

/// Empty and no exception pending: no such operation.
Value sequenceOperation(Interpreter &vm, Operator op, bool augmented, const Value &left, const Value &right)
{
    if (op == Operator::Multiply && right.isIntegral())
        return repeated(vm, left, right.asInt());
    if (op == Operator::Multiply && left.isIntegral())
        return repeated(vm, right, left.asInt());
    if (op == Operator::Multiply && (joinable(left) || (joinable(right) && !(augmented && keepsOff(left)))))
        return vm.raise(Type::TypeError, "can't multiply sequence by non-int of type '" +
                                             vm.className(joinable(left) ? right : left) + "'");
    if (op == Operator::Add && joinable(left)) {
        if (right.isObject() && left.object()->kind() == right.object()->kind())
            return joinedItems(vm, left, right);
        const std::string type = vm.className(left);
        return vm.raise(Type::TypeError,
                        "can only concatenate " + type + " (not \"" + vm.className(right) + "\") to " + type);
    }
    if (op == Operator::Modulo && left.is(HeapKind::String))
        return vm.halt("Formatting with % is outside the scenario language.",
                       "Write an f-string: f\"{value}\".");
    return {};
}

bool isSetOperation(Operator op)
{
    return op == Operator::BitAnd || op == Operator::BitOr || op == Operator::BitXor ||
           op == Operator::Subtract;
}

std::size_t viewLength(const Value &view)
{
    return view.as<ViewObject>().dict.as<DictObject>().size();
}

/// The smaller one is looked up in the larger.
Value commonWithView(Interpreter &vm, const Value &view, const Value &other)
{
    if (other.is(HeapKind::Set) && viewLength(view) <= other.as<SetObject>().size())
        return setCombine(vm, Operator::BitAnd, other, view);
    const bool swapped = isSetView(other) && viewLength(other) > viewLength(view);
    Value made = makeSet(vm);
    const bool walked = forEach(vm, swapped ? view : other, [&](const Value &member) {
        const Truth found = contains(vm, swapped ? other : view, member);
        return found != Truth::Error && (found == Truth::No || setAdd(vm, made, member));
    });
    return walked ? made : Value();
}

/// `d.keys() - other` and the like make a set.
Value combineViews(Interpreter &vm, Operator op, const Value &left, const Value &right)
{
    if (op == Operator::BitAnd)
        return isSetView(left) ? commonWithView(vm, left, right) : commonWithView(vm, right, left);
    const Value made = makeSet(vm);
    return setUpdate(vm, made, left) && setCombineInPlace(vm, op, made, right) ? made : Value();
}

Value dictUnion(Interpreter &vm, const Value &left, const Value &right)
{
    Value made = makeDict(vm);
    return dictUpdate(vm, made, left) && dictUpdate(vm, made, right) ? made : Value();
}

/// `list += iterable` and the like change the left operand. Empty and no exception pending: not in place.
Value inPlaceOperation(Interpreter &vm, Operator op, const Value &left, const Value &right)
{
    if (auto *list = left.to<ListObject>()) {
        if (op == Operator::Add)
            return listExtend(vm, *list, right) ? left : Value();
        if (op == Operator::Multiply && right.isIntegral()) {
            const Value all = repeated(vm, left, right.asInt());
            const bool done =
                !all.empty() && listReplace(vm, *list, 0, list->items.size(), all.as<ListObject>().items);
            return done ? left : Value();
        }
    }
    if (left.is(HeapKind::Set) && right.is(HeapKind::Set) && isSetOperation(op) &&
        !left.as<SetObject>().frozen)
        return setCombineInPlace(vm, op, left, right) ? left : Value();
    if (left.is(HeapKind::Dict) && op == Operator::BitOr)
        return dictUpdate(vm, left, right) ? left : Value();
    return {};
}

} // namespace

std::int64_t floorDivide(std::int64_t left, std::int64_t right)
{
    const std::int64_t quotient = left / right;
    return left % right != 0 && (left < 0) != (right < 0) ? quotient - 1 : quotient;
}

std::int64_t floorModulo(std::int64_t left, std::int64_t right)
{
    const std::int64_t rest = left % right;
    return rest != 0 && (rest < 0) != (right < 0) ? rest + right : rest;
}

Value unaryOperation(Interpreter &vm, ast::UnaryOperator op, const Value &operand)
{
    if (operand.is(HeapKind::Proxy)) {
        const Value meant = actual(vm, operand);
        return meant.empty() ? Value() : unaryOperation(vm, op, meant);
    }
    if (op == ast::UnaryOperator::Not) {
        const Truth answer = isTrue(vm, operand);
        return answer == Truth::Error ? Value() : Value::boolean(answer == Truth::No);
    }
    if (operand.isIntegral()) {
        const std::int64_t number = operand.asInt();
        if (op == ast::UnaryOperator::Minus)
            return integerOperation(vm, Operator::Subtract, 0, number);
        return Value::integer(op == ast::UnaryOperator::Invert ? ~number : number);
    }
    if (operand.isFloat() && op != ast::UnaryOperator::Invert)
        return Value::real(op == ast::UnaryOperator::Minus ? -operand.asFloat() : operand.asFloat());
    const char *sign = op == ast::UnaryOperator::Minus ? "-" : op == ast::UnaryOperator::Plus ? "+" : "~";
    return vm.raise(Type::TypeError,
                    std::string("bad operand type for unary ") + sign + ": '" + vm.className(operand) + "'");
}

Value binaryOperation(Interpreter &vm, Operator op, bool augmented, const Value &left, const Value &right)
{
    if (left.is(HeapKind::Proxy) || right.is(HeapKind::Proxy)) {
        const Value mine = actual(vm, left);
        const Value theirs = mine.empty() ? Value() : actual(vm, right);
        const bool stillAugmented =
            augmented && left.is(HeapKind::Proxy); // the proxy on the right is asked to add
        return theirs.empty() ? Value() : binaryOperation(vm, op, stillAugmented, mine, theirs);
    }
    if (left.isIntegral() && right.isIntegral()) {
        const Value result = integerOperation(vm, op, left.asInt(), right.asInt());
        const bool logical = op == Operator::BitAnd || op == Operator::BitOr || op == Operator::BitXor;
        return logical && left.isBool() && right.isBool() ? Value::boolean(result.asBool()) : result;
    }
    Value result;
    if (left.isNumber() && right.isNumber())
        result = realOperation(vm, op, left.toDouble(), right.toDouble());
    else if (augmented)
        result = inPlaceOperation(vm, op, left, right);
    if (result.empty() && !vm.pending())
        result = sequenceOperation(vm, op, augmented, left, right);
    if (result.empty() && !vm.pending() && left.is(HeapKind::Set) && right.is(HeapKind::Set) &&
        isSetOperation(op))
        result = setCombine(vm, op, left, right);
    if (result.empty() && !vm.pending() && isSetOperation(op) && (isSetView(left) || isSetView(right)))
        result = combineViews(vm, op, left, right);
    if (result.empty() && !vm.pending() && left.is(HeapKind::Dict) && right.is(HeapKind::Dict) &&
        op == Operator::BitOr)
        result = dictUnion(vm, left, right);
    if (!result.empty() || vm.pending())
        return result;
    if (isSetOperation(op) && (left.is(HeapKind::WeakContainer) || right.is(HeapKind::WeakContainer)))
        return vm.halt(std::string("`") + signOf(op, augmented) +
                           "` with weak containers is outside the scenario language.",
                       "Make a set or a dict of it first: set(members), dict(entries).");
    return vm.raise(Type::TypeError, std::string("unsupported operand type(s) for ") + signOf(op, augmented) +
                                         ": '" + vm.className(left) + "' and '" + vm.className(right) + "'");
}

} // namespace tetherscope::vm
