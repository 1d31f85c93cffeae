#include "scenario/machine/operations.h"

#include "scenario/machine/collections.h"
#include "scenario/machine/iterators.h"
#include "scenario/machine/weakcontainer.h"
#include "scenario/objects/numbers.h"
#include "scenario/objects/weakreference.h"

#include <cmath>

namespace tetherscope::vm {

Truth isTrue(Interpreter &vm, const Value &value)
{
    if (value.isIntegral())
        return truth(value.asInt() != 0);
    if (value.isFloat())
        return truth(value.asFloat() != 0);
    if (!value.isObject())
        return truth(!value.isNone());
    if (const auto length = plainLength(value))
        return truth(*length != 0);
    if (value.is(HeapKind::Proxy)) {
        const Value meant = actual(vm, value);
        return meant.empty() ? Truth::Error : isTrue(vm, meant);
    }
    if (value.is(HeapKind::WeakContainer)) {
        const auto length = weakLength(value);
        return length ? truth(*length != 0) : Truth::Error;
    }
    if (!value.is(HeapKind::Instance) && !value.is(HeapKind::Exception))
        return Truth::Yes;
    const std::optional<Value> answer = vm.callSpecial(value, sym::len);
    if (!answer)
        return Truth::Yes;
    const auto length = answer->empty() ? std::nullopt : lengthFrom(vm, *answer);
    return length ? truth(*length != 0) : Truth::Error;
}

std::optional<std::size_t> plainLength(const Value &value)
{
    if (!value.isObject())
        return std::nullopt;
    switch (value.object()->kind()) {
    case HeapKind::String:
        return value.as<StringObject>().length();
    case HeapKind::List:
        return value.as<ListObject>().items.size();
    case HeapKind::Tuple:
        return value.as<TupleObject>().items.size();
    case HeapKind::Dict:
        return value.as<DictObject>().size();
    case HeapKind::Set:
        return value.as<SetObject>().size();
    case HeapKind::View:
        return value.as<ViewObject>().dict.as<DictObject>().size();
    case HeapKind::Range:
        return static_cast<std::size_t>(value.as<RangeObject>().length);
    default:
        return std::nullopt;
    }
}

std::optional<std::size_t> lengthFrom(Interpreter &vm, const Value &answer)
{
    if (!answer.isIntegral()) {
        vm.raise(Type::TypeError,
                 "'" + vm.className(answer) + "' object cannot be interpreted as an integer");
        return std::nullopt;
    }
    if (answer.asInt() < 0) {
        vm.raise(Type::ValueError, "__len__() should return >= 0");
        return std::nullopt;
    }
    return static_cast<std::size_t>(answer.asInt());
}

// ---------------------------------------------------------------- equality

namespace {

/// Equality as the left operand sees it; nothing: it has no opinion.
std::optional<Truth> customEqual(Interpreter &vm, const Value &left, const Value &right)
{
    const std::optional<Value> answer = vm.callSpecial(left, sym::eq, {right});
    if (!answer || (!answer->empty() && answer->isNotImplemented()))
        return std::nullopt;
    return answer->empty() ? Truth::Error : isTrue(vm, *answer);
}

Truth equalItems(Interpreter &vm, const std::vector<Value> &left, const std::vector<Value> &right)
{
    for (std::size_t index = 0; index < left.size() && index < right.size(); ++index) {
        if (!vm.tick())
            return Truth::Error;
        const Value mine = left[index]; // the lists may change while they are compared
        const Value theirs = right[index];
        if (const Truth answer = same(vm, mine, theirs); answer != Truth::Yes)
            return answer;
    }
    return truth(left.size() == right.size());
}

Truth equalDicts(Interpreter &vm, const Value &left, const Value &right)
{
    if (left.as<DictObject>().size() != right.as<DictObject>().size())
        return Truth::No;
    for (std::size_t index = 0; index < left.as<DictObject>().entries().size(); ++index) {
        const DictObject::Entry &entry = left.as<DictObject>().entries()[index];
        if (entry.key.empty())
            continue;
        const Value mine = entry.value;
        const std::optional<std::size_t> found = dictFind(vm, right, Value(entry.key), entry.hash);
        if (!found || *found == DictObject::npos)
            return found ? Truth::No : Truth::Error;
        const Value theirs = right.as<DictObject>().entries()[*found].value;
        if (const Truth answer = same(vm, mine, theirs); answer != Truth::Yes)
            return answer;
    }
    return Truth::Yes;
}

bool hasDeadFunction(const WeakReferenceObject &method)
{
    return method.function.as<WeakReferenceObject>().watched() == nullptr;
}

Truth equalReferences(Interpreter &vm, const WeakReferenceObject &left, const WeakReferenceObject &right)
{
    const Value mine = left.target();
    const Value theirs = right.target();
    const bool ofMethods = !left.function.empty() && !right.function.empty();
    if (mine.empty() || theirs.empty() || (ofMethods && (hasDeadFunction(left) || hasDeadFunction(right))))
        return truth(&left == &right);
    const Truth answer = equal(vm, mine, theirs); // asked for one object, too
    return ofMethods && answer == Truth::Yes ? equal(vm, left.function, right.function) : answer;
}

bool equalRanges(const RangeObject &left, const RangeObject &right)
{
    if (left.length != right.length || left.length == 0)
        return left.length == right.length;
    return left.start == right.start && (left.length == 1 || left.step == right.step);
}

bool likeSets(const Value &left, const Value &right)
{
    const auto likeSet = [](const Value &value) { return value.is(HeapKind::Set) || isSetView(value); };
    return likeSet(left) && likeSet(right) && (isSetView(left) || isSetView(right));
}

/// Views of dicts, with each other and with sets: whether all of `inner` is in `outer`.
Truth containsAll(Interpreter &vm, const Value &outer, const Value &inner)
{
    Truth answer = Truth::Yes;
    const bool walked = forEach(vm, inner, [&](const Value &member) {
        answer = contains(vm, outer, member);
        return answer == Truth::Yes;
    });
    return walked || answer == Truth::No ? answer : Truth::Error;
}

/// Of two built-in objects of one kind.
Truth equalKinds(Interpreter &vm, const Value &left, const Value &right)
{
    switch (left.object()->kind()) {
    case HeapKind::String:
        if (!vm.tickText(
                std::min(left.as<StringObject>().text().size(), right.as<StringObject>().text().size())))
            return Truth::Error;
        return truth(left.as<StringObject>().text() == right.as<StringObject>().text());
    case HeapKind::List:
        return equalItems(vm, left.as<ListObject>().items, right.as<ListObject>().items);
    case HeapKind::Tuple:
        return equalItems(vm, left.as<TupleObject>().items, right.as<TupleObject>().items);
    case HeapKind::Dict:
        return equalDicts(vm, left, right);
    case HeapKind::Set:
        if (left.as<SetObject>().size() != right.as<SetObject>().size())
            return Truth::No;
        return setContainsAll(vm, right, left);
    case HeapKind::WeakReference:
        return equalReferences(vm, left.as<WeakReferenceObject>(), right.as<WeakReferenceObject>());
    case HeapKind::Range:
        return truth(equalRanges(left.as<RangeObject>(), right.as<RangeObject>()));
    case HeapKind::Method:
        return truth(left.as<MethodObject>().self.identical(right.as<MethodObject>().self) &&
                     left.as<MethodObject>().function.identical(right.as<MethodObject>().function));
    default:
        return truth(left.object() == right.object());
    }
}

Truth equalThroughProxies(Interpreter &vm, const Value &left, const Value &right)
{
    const Value mine = actual(vm, left);
    const Value theirs = mine.empty() ? Value() : actual(vm, right);
    return theirs.empty() ? Truth::Error : equal(vm, mine, theirs);
}

} // namespace

Truth equal(Interpreter &vm, const Value &left, const Value &right)
{
    if (left.is(HeapKind::Proxy))
        return equalThroughProxies(vm, left, right);
    if (right.is(HeapKind::Proxy)) { // what is on the left is asked first, and gets the proxy itself
        const std::optional<Truth> answer = customEqual(vm, left, right);
        return answer ? *answer : equalThroughProxies(vm, right, left);
    }
    if (left.isNumber() && right.isNumber())
        return truth(compareNumbers(left, right) == 0);
    if (!left.isObject() || !right.isObject()) {
        for (const auto &[mine, theirs] : {std::pair(&left, &right), std::pair(&right, &left)}) {
            if (const auto answer = customEqual(vm, *mine, *theirs))
                return *answer;
        }
        return truth(left.identical(right));
    }
    if (left.is(HeapKind::WeakContainer) || right.is(HeapKind::WeakContainer))
        return left.identical(right) ? Truth::Yes : equalWeakly(vm, left, right);
    if (likeSets(left, right))
        return plainLength(left) == plainLength(right) ? containsAll(vm, right, left) : Truth::No;
    if (vm.special(left, sym::eq) != nullptr || vm.special(right, sym::eq) != nullptr) {
        const bool derived =
            &vm.classOf(left) != &vm.classOf(right) && vm.classOf(right).isSubclassOf(vm.classOf(left));
        const Value &first = derived ? right : left;
        const Value &second = derived ? left : right;
        if (const auto answer = customEqual(vm, first, second))
            return *answer;
        if (const auto answer = customEqual(vm, second, first))
            return *answer;
        return truth(left.object() == right.object());
    }
    if (left.object()->kind() != right.object()->kind())
        return Truth::No;
    const NativeLevel level(vm, " in comparison");
    return level.allowed() ? equalKinds(vm, left, right) : Truth::Error;
}

Truth same(Interpreter &vm, const Value &stored, const Value &asked)
{
    return stored.identical(asked) ? Truth::Yes : equal(vm, stored, asked);
}

// ---------------------------------------------------------------- order

namespace {

Value unorderable(Interpreter &vm, ast::CompareOperator op, const Value &left, const Value &right)
{
    const char *sign = op == ast::CompareOperator::Less        ? "<"
                       : op == ast::CompareOperator::LessEqual ? "<="
                       : op == ast::CompareOperator::Greater   ? ">"
                                                               : ">=";
    return vm.raise(Type::TypeError, std::string("'") + sign + "' not supported between instances of '" +
                                         vm.className(left) + "' and '" + vm.className(right) + "'");
}

ast::CompareOperator mirrored(ast::CompareOperator op)
{
    switch (op) {
    case ast::CompareOperator::Less:
        return ast::CompareOperator::Greater;
    case ast::CompareOperator::LessEqual:
        return ast::CompareOperator::GreaterEqual;
    case ast::CompareOperator::Greater:
        return ast::CompareOperator::Less;
    default:
        return ast::CompareOperator::LessEqual;
    }
}

bool holds(ast::CompareOperator op, int order)
{
    switch (op) {
    case ast::CompareOperator::Less:
        return order < 0;
    case ast::CompareOperator::LessEqual:
        return order <= 0;
    case ast::CompareOperator::Greater:
        return order > 0;
    default:
        return order >= 0;
    }
}

Value compareItems(Interpreter &vm, ast::CompareOperator op, const std::vector<Value> &left,
                   const std::vector<Value> &right)
{
    for (std::size_t index = 0; index < left.size() && index < right.size(); ++index) {
        const Value mine = left[index];
        const Value theirs = right[index];
        const Truth alike = same(vm, mine, theirs);
        if (alike == Truth::Error)
            return {};
        if (alike == Truth::No)
            return compareValues(vm, op, mine, theirs);
    }
    const int order = left.size() < right.size() ? -1 : left.size() > right.size() ? 1 : 0;
    return Value::boolean(holds(op, order));
}

Value compareSets(Interpreter &vm, ast::CompareOperator op, const Value &left, const Value &right)
{
    const bool smaller = op == ast::CompareOperator::Less || op == ast::CompareOperator::LessEqual;
    const Value &inner = smaller ? left : right;
    const Value &outer = smaller ? right : left;
    const bool strict = op == ast::CompareOperator::Less || op == ast::CompareOperator::Greater;
    if (strict && plainLength(inner) == plainLength(outer))
        return Value::boolean(false);
    const Truth answer =
        likeSets(left, right) ? containsAll(vm, outer, inner) : setContainsAll(vm, outer, inner);
    return answer == Truth::Error ? Value() : Value::boolean(answer == Truth::Yes);
}

} // namespace

Value compareValues(Interpreter &vm, ast::CompareOperator op, const Value &left, const Value &right)
{
    if (op == ast::CompareOperator::Equal || op == ast::CompareOperator::NotEqual) {
        const Truth answer = equal(vm, left, right);
        if (answer == Truth::Error)
            return {};
        return Value::boolean((answer == Truth::Yes) == (op == ast::CompareOperator::Equal));
    }
    if (left.is(HeapKind::Proxy) || right.is(HeapKind::Proxy)) {
        const Value mine = actual(vm, left);
        const Value theirs = mine.empty() ? Value() : actual(vm, right);
        if (theirs.empty())
            return {};
        // a proxy on the right is asked the other way round
        return left.is(HeapKind::Proxy) ? compareValues(vm, op, mine, theirs)
                                        : compareValues(vm, mirrored(op), theirs, mine);
    }
    if (left.isNumber() && right.isNumber()) {
        const std::optional<int> order = compareNumbers(left, right);
        return Value::boolean(order && holds(op, *order));
    }
    if (likeSets(left, right))
        return compareSets(vm, op, left, right);
    if (left.is(HeapKind::WeakContainer) && right.is(HeapKind::WeakContainer))
        return vm.halt("Comparing weak containers with < and the like is outside the scenario language.",
                       "Make sets of them first: set(members).");
    if (!left.isObject() || !right.isObject() || left.object()->kind() != right.object()->kind())
        return unorderable(vm, op, left, right);
    const NativeLevel level(vm, " in comparison");
    if (!level.allowed())
        return {};
    switch (left.object()->kind()) {
    case HeapKind::String:
        return Value::boolean(
            holds(op, left.as<StringObject>().text().compare(right.as<StringObject>().text())));
    case HeapKind::List:
        return compareItems(vm, op, left.as<ListObject>().items, right.as<ListObject>().items);
    case HeapKind::Tuple:
        return compareItems(vm, op, left.as<TupleObject>().items, right.as<TupleObject>().items);
    case HeapKind::Set:
        return compareSets(vm, op, left, right);
    default:
        return unorderable(vm, op, left, right);
    }
}

Truth less(Interpreter &vm, const Value &left, const Value &right)
{
    const Value answer = compareValues(vm, ast::CompareOperator::Less, left, right);
    return answer.empty() ? Truth::Error : truth(answer.asBool());
}

// ---------------------------------------------------------------- membership

namespace {

bool canBeIterated(Interpreter &vm, const Value &container)
{
    return container.isObject() &&
           (!container.is(HeapKind::Instance) || vm.special(container, sym::getitem) != nullptr);
}

} // namespace

Truth contains(Interpreter &vm, const Value &container, const Value &item)
{
    if (container.is(HeapKind::Proxy)) {
        const Value meant = actual(vm, container);
        return meant.empty() ? Truth::Error : contains(vm, meant, item);
    }
    if (container.is(HeapKind::WeakContainer))
        return weakContains(container, item);
    if (container.is(HeapKind::Dict)) {
        const Value found = dictGet(vm, container, item);
        return vm.pending() ? Truth::Error : truth(!found.empty());
    }
    if (container.is(HeapKind::Set))
        return setHas(vm, container, item);
    if (const auto *view = container.to<ViewObject>(); view != nullptr && view->type == Type::DictKeys)
        return contains(vm, view->dict, item);
    if (const auto *text = container.to<StringObject>()) {
        const auto *part = item.to<StringObject>();
        if (part == nullptr) {
            vm.raise(Type::TypeError,
                     "'in <string>' requires string as left operand, not " + vm.className(item));
            return Truth::Error;
        }
        if (const Value operands[] = {container, item}; !vm.tickTexts(operands))
            return Truth::Error;
        return truth(text->text().find(part->text()) != std::string::npos);
    }
    if (const auto *range = container.to<RangeObject>(); range != nullptr && item.isIntegral()) {
        const std::int64_t offset = item.asInt() - range->start;
        return truth(offset % range->step == 0 && offset / range->step >= 0 &&
                     offset / range->step < range->length);
    }
    if (const auto answer = vm.callSpecial(container, sym::contains, {item}))
        return answer->empty() ? Truth::Error : isTrue(vm, *answer);
    bool found = false;
    const bool walked = forEach(vm, container, [&](const Value &stored) {
        const Truth answer = same(vm, stored, item);
        found = answer == Truth::Yes;
        return answer == Truth::No;
    });
    if (!walked && vm.pendingIs(Type::TypeError) && !canBeIterated(vm, container)) {
        vm.takePending();
        vm.raise(Type::TypeError, "argument of type '" + vm.className(container) + "' is not iterable");
    }
    return walked ? truth(found) : Truth::Error;
}

Truth isInstanceOf(Interpreter &vm, const Value &value, const ClassObject &cls)
{
    if (vm.classOf(value).isSubclassOf(cls))
        return Truth::Yes;
    const Value meant = actual(vm, value); // a proxy is asked for its __class__
    return meant.empty() ? Truth::Error : truth(vm.classOf(meant).isSubclassOf(cls));
}

} // namespace tetherscope::vm
