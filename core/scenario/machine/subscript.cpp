#include "scenario/machine/operations.h"

#include "scenario/machine/collections.h"
#include "scenario/machine/iterators.h"
#include "scenario/machine/text.h"
#include "scenario/machine/weakcontainer.h"

#include <algorithm>

namespace tetherscope::vm {

std::optional<std::int64_t> indexOf(Interpreter &vm, const Value &value, const char *what)
{
    if (value.isIntegral())
        return value.asInt();
    const bool text = std::string_view(what) == "string"; // CPython words that in its own way
    const std::string type = vm.className(value);
    vm.raise(Type::TypeError, std::string(what) + " indices must be integers" +
                                  (text ? ", not '" + type + "'" : " or slices, not " + type));
    return std::nullopt;
}

namespace {

/// Nothing and an exception pending: out of range.
std::optional<std::size_t> position(Interpreter &vm, const Value &index, std::size_t length, const char *what,
                                    const char *outside)
{
    const std::optional<std::int64_t> asked = indexOf(vm, index, what);
    if (!asked)
        return std::nullopt;
    const auto size = static_cast<std::int64_t>(length);
    const std::int64_t at = *asked < 0 ? *asked + size : *asked;
    if (at >= 0 && at < size)
        return static_cast<std::size_t>(at);
    vm.raise(Type::IndexError, outside);
    return std::nullopt;
}

std::optional<std::int64_t> sliceBound(Interpreter &vm, const Value &value, std::int64_t otherwise)
{
    if (value.isNone())
        return otherwise;
    if (value.isIntegral())
        return value.asInt();
    vm.raise(Type::TypeError, "slice indices must be integers or None or have an __index__ method");
    return std::nullopt;
}

std::int64_t clamped(std::int64_t index, std::int64_t length, std::int64_t lowest, std::int64_t highest)
{
    if (index < 0)
        index = std::max<std::int64_t>(index, -length - 1) + length;
    return std::clamp(index, lowest, highest);
}

} // namespace

std::optional<SliceRange> sliceRange(Interpreter &vm, const SliceObject &slice, std::size_t sequenceLength)
{
    const auto length = static_cast<std::int64_t>(sequenceLength);
    const std::optional<std::int64_t> step = sliceBound(vm, slice.step, 1);
    if (!step)
        return std::nullopt;
    if (*step == 0) {
        vm.raise(Type::ValueError, "slice step cannot be zero");
        return std::nullopt;
    }
    const bool forward = *step > 0;
    const std::int64_t lowest = forward ? 0 : -1;
    const std::int64_t highest = forward ? length : length - 1;
    const auto lower = sliceBound(vm, slice.lower, 0);
    const auto upper = lower ? sliceBound(vm, slice.upper, 0) : std::nullopt;
    if (!upper)
        return std::nullopt;
    const std::int64_t start =
        slice.lower.isNone() ? (forward ? 0 : length - 1) : clamped(*lower, length, lowest, highest);
    const std::int64_t stop =
        slice.upper.isNone() ? (forward ? length : -1) : clamped(*upper, length, lowest, highest);
    const std::int64_t span = forward ? stop - start : start - stop;
    const std::uint64_t width =
        forward ? static_cast<std::uint64_t>(*step) : 0 - static_cast<std::uint64_t>(*step);
    const std::size_t count = span <= 0 ? 0 : (static_cast<std::uint64_t>(span) - 1) / width + 1;
    return SliceRange{start, *step, count};
}

namespace {

std::vector<Value> sliceOf(const std::vector<Value> &items, const SliceRange &range)
{
    std::vector<Value> part;
    part.reserve(range.count);
    std::int64_t at = range.start;
    for (std::size_t number = 0; number < range.count; ++number, at += number < range.count ? range.step : 0)
        part.push_back(items[static_cast<std::size_t>(at)]);
    return part;
}

Value sliceOfSequence(Interpreter &vm, const Value &container, const SliceObject &slice)
{
    if (const auto *text = container.to<StringObject>())
        return textSlice(vm, *text, slice);
    if (container.is(HeapKind::List) || container.is(HeapKind::Tuple)) {
        const bool list = container.is(HeapKind::List);
        const std::vector<Value> &items =
            list ? container.as<ListObject>().items : container.as<TupleObject>().items;
        const std::optional<SliceRange> range = sliceRange(vm, slice, items.size());
        if (!range)
            return {};
        return list ? vm.list(sliceOf(items, *range)) : vm.tuple(sliceOf(items, *range));
    }
    if (const auto *range = container.to<RangeObject>()) {
        const auto part = sliceRange(vm, slice, static_cast<std::size_t>(range->length));
        if (!part)
            return {};
        const std::int64_t start = range->at(part->start);
        const std::int64_t step = range->step * part->step;
        return Value(
            vm.heap().make<RangeObject>(start, start + step * static_cast<std::int64_t>(part->count), step));
    }
    return {};
}

Value itemOfSequence(Interpreter &vm, const Value &container, const Value &index)
{
    if (const auto *list = container.to<ListObject>()) {
        const auto at = position(vm, index, list->items.size(), "list", "list index out of range");
        return at ? list->items[*at] : Value();
    }
    if (const auto *tuple = container.to<TupleObject>()) {
        const auto at = position(vm, index, tuple->items.size(), "tuple", "tuple index out of range");
        return at ? tuple->items[*at] : Value();
    }
    if (const auto *text = container.to<StringObject>()) {
        const auto at = position(vm, index, text->length(), "string", "string index out of range");
        return at ? characterAt(vm, *text, *at) : Value();
    }
    const auto &range = container.as<RangeObject>();
    const auto at = position(vm, index, static_cast<std::size_t>(range.length), "range",
                             "range object index out of range");
    return at ? Value::integer(range.at(static_cast<std::int64_t>(*at))) : Value();
}

bool isSequence(const Value &value)
{
    return value.is(HeapKind::List) || value.is(HeapKind::Tuple) || value.is(HeapKind::String) ||
           value.is(HeapKind::Range);
}

} // namespace

Value getItem(Interpreter &vm, const Value &container, const Value &index)
{
    if (container.is(HeapKind::Dict)) {
        Value found = dictGet(vm, container, index);
        return found.empty() && !vm.pending() ? raiseKeyError(vm, index) : found;
    }
    if (container.is(HeapKind::WeakContainer))
        return weakItem(container, index);
    if (container.is(HeapKind::Proxy)) {
        const Value meant = actual(vm, container);
        return meant.empty() ? Value() : getItem(vm, meant, index);
    }
    if (isSequence(container)) {
        if (const auto *slice = index.to<SliceObject>())
            return sliceOfSequence(vm, container, *slice);
        return itemOfSequence(vm, container, index);
    }
    if (std::optional<Value> answer = vm.callSpecial(container, sym::getitem, {index}))
        return std::move(*answer);
    if (const auto *cls = container.to<ClassObject>())
        return vm.raise(Type::TypeError, "type '" + vm.symbolText(cls->name) + "' is not subscriptable");
    return vm.raise(Type::TypeError, "'" + vm.className(container) + "' object is not subscriptable");
}

namespace {

std::vector<std::size_t> indicesOf(const SliceRange &range)
{
    std::vector<std::size_t> indices;
    indices.reserve(range.count);
    for (std::size_t number = 0; number < range.count; ++number)
        indices.push_back(
            static_cast<std::size_t>(range.start + static_cast<std::int64_t>(number) * range.step));
    return indices;
}

std::optional<std::vector<Value>> itemsFor(Interpreter &vm, const SliceRange &range, const Value &value)
{
    return collectSized(vm, value,
                        range.step == 1 ? "can only assign an iterable"
                                        : "must assign iterable to extended slice");
}

bool setSlice(Interpreter &vm, const Value &container, const SliceObject &slice, const Value &value)
{
    auto &list = container.as<ListObject>();
    std::optional<SliceRange> range = sliceRange(vm, slice, list.items.size());
    std::optional<std::vector<Value>> items = range ? itemsFor(vm, *range, value) : std::nullopt;
    if (!items)
        return false;
    range = sliceRange(vm, slice, list.items.size()); // to collect the items may have changed the list
    if (range->step == 1) {
        const auto from = static_cast<std::size_t>(range->start);
        return listReplace(vm, list, from, from + range->count, std::move(*items));
    }
    if (items->size() != range->count) {
        vm.raise(Type::ValueError, "attempt to assign sequence of size " + std::to_string(items->size()) +
                                       " to extended slice of size " + std::to_string(range->count));
        return false;
    }
    listSetAll(vm, list, indicesOf(*range), std::move(*items));
    return true;
}

bool deleteSlice(Interpreter &vm, const Value &container, const SliceObject &slice)
{
    auto &list = container.as<ListObject>();
    const std::optional<SliceRange> range = sliceRange(vm, slice, list.items.size());
    if (!range)
        return false;
    const auto from = static_cast<std::size_t>(range->start);
    if (range->step == 1)
        return listReplace(vm, list, from, from + range->count, {});
    std::vector<std::size_t> indices = indicesOf(*range);
    std::sort(indices.begin(), indices.end());
    listRemoveAll(vm, list, indices);
    return true;
}

} // namespace

bool setItem(Interpreter &vm, const Value &container, const Value &index, Value value)
{
    if (container.is(HeapKind::Dict))
        return dictSet(vm, container, index, std::move(value));
    if (container.is(HeapKind::WeakContainer))
        return setWeakItem(container, index, value);
    if (container.is(HeapKind::Proxy)) {
        const Value meant = actual(vm, container);
        return !meant.empty() && setItem(vm, meant, index, std::move(value));
    }
    if (auto *list = container.to<ListObject>()) {
        if (const auto *slice = index.to<SliceObject>())
            return setSlice(vm, container, *slice, value);
        const auto at = position(vm, index, list->items.size(), "list", "list assignment index out of range");
        if (at)
            listSet(vm, *list, *at, std::move(value));
        return at.has_value();
    }
    vm.raise(Type::TypeError, "'" + vm.className(container) + "' object does not support item assignment");
    return false;
}

bool deleteItem(Interpreter &vm, const Value &container, const Value &index)
{
    if (container.is(HeapKind::Dict))
        return dictDelete(vm, container, index);
    if (container.is(HeapKind::WeakContainer))
        return deleteWeakItem(container, index);
    if (container.is(HeapKind::Proxy)) {
        const Value meant = actual(vm, container);
        return !meant.empty() && deleteItem(vm, meant, index);
    }
    if (auto *list = container.to<ListObject>()) {
        if (const auto *slice = index.to<SliceObject>())
            return deleteSlice(vm, container, *slice);
        const auto at = position(vm, index, list->items.size(), "list", "list assignment index out of range");
        if (at)
            listRemoveAll(vm, *list, {*at});
        return at.has_value();
    }
    const char *problem = isSequence(container) ? "' object doesn't support item deletion"
                                                : "' object does not support item deletion";
    vm.raise(Type::TypeError, "'" + vm.className(container) + problem);
    return false;
}

} // namespace tetherscope::vm
