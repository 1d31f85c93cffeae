#include "scenario/machine/builtins.h"
#include "scenario/machine/collections.h"
#include "scenario/machine/operations.h"
#include "scenario/machine/sorting.h"
#include "scenario/machine/text.h"

#include <algorithm>

namespace tetherscope::vm {

namespace {

ListObject &self(const Arguments &arguments)
{
    return arguments[0].as<ListObject>();
}

const std::vector<Value> &itemsOf(const Value &sequence)
{
    return sequence.is(HeapKind::List) ? sequence.as<ListObject>().items : sequence.as<TupleObject>().items;
}

/// Index of the first item that equals `wanted`; nothing: none, or an exception is pending.
std::optional<std::size_t> findItem(Interpreter &vm, const Value &sequence, const Value &wanted,
                                    std::size_t from, std::size_t to)
{
    for (std::size_t index = from; index < std::min(to, itemsOf(sequence).size()); ++index) {
        const Value item = itemsOf(sequence)[index];
        const Truth answer = vm.tick() ? same(vm, item, wanted) : Truth::Error;
        if (answer == Truth::Error)
            return std::nullopt;
        if (answer == Truth::Yes)
            return index;
    }
    return std::nullopt;
}

Value appendMethod(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "list.append()", arguments, 2, 2))
        return {};
    return listAppend(vm, self(arguments), arguments[1]) ? Value::none() : Value();
}

Value extendMethod(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "list.extend()", arguments, 2, 2))
        return {};
    return listExtend(vm, self(arguments), arguments[1]) ? Value::none() : Value();
}

Value insertMethod(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "list.insert", arguments, 3, 3))
        return {};
    if (!arguments[1].isIntegral())
        return vm.raise(Type::TypeError,
                        "'" + vm.className(arguments[1]) + "' object cannot be interpreted as an integer");
    const auto size = static_cast<std::int64_t>(self(arguments).items.size());
    const std::int64_t asked = arguments[1].asInt();
    const std::int64_t at =
        std::clamp<std::int64_t>(asked < 0 ? std::max(asked, -size) + size : asked, 0, size);
    return listInsert(vm, self(arguments), static_cast<std::size_t>(at), arguments[2]) ? Value::none()
                                                                                       : Value();
}

Value popMethod(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "list.pop", arguments, 1, 2))
        return {};
    const Value index = arguments.size() == 2 ? arguments[1] : Value::integer(-1);
    if (!index.isIntegral())
        return vm.raise(Type::TypeError,
                        "'" + vm.className(index) + "' object cannot be interpreted as an integer");
    const auto size = static_cast<std::int64_t>(self(arguments).items.size());
    if (size == 0)
        return vm.raise(Type::IndexError, "pop from empty list");
    const std::int64_t at = index.asInt() < 0 ? index.asInt() + size : index.asInt();
    if (at < 0 || at >= size)
        return vm.raise(Type::IndexError, "pop index out of range");
    return listTake(vm, self(arguments), static_cast<std::size_t>(at));
}

Value removeMethod(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "list.remove()", arguments, 2, 2))
        return {};
    const std::optional<std::size_t> found =
        findItem(vm, arguments[0], arguments[1], 0, self(arguments).items.size());
    if (!found)
        return vm.pending() ? Value() : vm.raise(Type::ValueError, "list.remove(x): x not in list");
    listRemoveAll(vm, self(arguments), {*found});
    return Value::none();
}

Value clearMethod(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "list.clear()", arguments, 1, 1))
        return {};
    listReplace(vm, self(arguments), 0, self(arguments).items.size(), {});
    return Value::none();
}

Value copyMethod(Interpreter &vm, Arguments &arguments)
{
    return checkArguments(vm, "list.copy()", arguments, 1, 1) ? vm.list(self(arguments).items) : Value();
}

Value reverseMethod(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "list.reverse()", arguments, 1, 1))
        return {};
    std::vector<Value> items = std::move(self(arguments).items);
    std::reverse(items.begin(), items.end());
    listReorder(vm, self(arguments), std::move(items));
    return Value::none();
}

/// The list is empty while it is sorted: who looks at it in a key function sees no half-sorted one.
Value sortMethod(Interpreter &vm, Arguments &arguments)
{
    ListObject &list = self(arguments);
    std::vector<Value> items = list.items;
    if (!listReplace(vm, list, 0, list.items.size(), {}))
        return {};
    std::vector<Value>().swap(list.items);
    const bool sorted = sortItems(vm, items, arguments.rest());
    const bool untouched = list.items.capacity() == 0; // also where it is empty once more
    if (sorted && !untouched)
        vm.raise(Type::ValueError, "list modified during sort");
    listPutBack(vm, list, std::move(items));
    return sorted && untouched ? Value::none() : Value();
}

Value indexMethod(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "list.index", arguments, 2, 4))
        return {};
    for (std::size_t number = 2; number < arguments.size(); ++number) {
        if (!arguments[number].isIntegral())
            return vm.raise(Type::TypeError, "slice indices must be integers or have an __index__ method");
    }
    const auto size = static_cast<std::int64_t>(itemsOf(arguments[0]).size());
    const auto bound = [&](std::size_t number, std::int64_t otherwise) {
        const std::int64_t asked = arguments.size() > number ? arguments[number].asInt() : otherwise;
        return static_cast<std::size_t>(std::clamp<std::int64_t>(asked < 0 ? asked + size : asked, 0, size));
    };
    const std::optional<std::size_t> found =
        findItem(vm, arguments[0], arguments[1], bound(2, 0), bound(3, size));
    if (found)
        return Value::integer(static_cast<std::int64_t>(*found));
    if (vm.pending())
        return {};
    if (arguments[0].is(HeapKind::Tuple))
        return vm.raise(Type::ValueError, "tuple.index(x): x not in tuple");
    const Value text = reprOf(vm, arguments[1]);
    return text.empty() ? Value()
                        : vm.raise(Type::ValueError, text.as<StringObject>().text() + " is not in list");
}

Value countMethod(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "list.count()", arguments, 2, 2))
        return {};
    std::int64_t count = 0;
    const bool walked = forEach(vm, arguments[0], [&](const Value &item) {
        const Truth answer = same(vm, item, arguments[1]);
        count += answer == Truth::Yes ? 1 : 0;
        return answer != Truth::Error;
    });
    return walked ? Value::integer(count) : Value();
}

} // namespace

void addListMethods(Interpreter &vm)
{
    static constexpr NativeEntry methods[] = {
        {"append", appendMethod}, {"extend", extendMethod},   {"insert", insertMethod},
        {"pop", popMethod},       {"remove", removeMethod},   {"clear", clearMethod},
        {"copy", copyMethod},     {"reverse", reverseMethod}, {"sort", sortMethod},
        {"index", indexMethod},   {"count", countMethod},
    };
    static constexpr NativeEntry tupleMethods[] = {{"index", indexMethod}, {"count", countMethod}};
    addMethods(vm, Type::List, methods);
    addMethods(vm, Type::Tuple, tupleMethods);
}

} // namespace tetherscope::vm
