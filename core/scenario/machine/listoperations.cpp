#include "scenario/machine/collections.h"
#include "scenario/machine/operations.h"

#include <algorithm>

namespace tetherscope::vm {

namespace {

/// The list has let these go; what dies of them dies last first. `slots`: where the record had them.
void dropReversed(Interpreter &vm, std::vector<Value> items, const std::vector<SlotId> &slots)
{
    while (!items.empty()) {
        const std::size_t index = items.size() - 1;
        const SlotId slot = index < slots.size() ? slots[index] : SlotId{};
        Value item = std::move(items.back());
        items.pop_back();
        vm.heap().drop(std::move(item), slot ? HolderRef::slot(slot) : HolderRef::inFlight());
    }
}

/// The same, first first: what an extended slice lets go.
void dropInOrder(Interpreter &vm, std::vector<Value> items, const std::vector<SlotId> &slots)
{
    for (std::size_t index = 0; index < items.size(); ++index) {
        const SlotId slot = index < slots.size() ? slots[index] : SlotId{};
        vm.heap().drop(std::move(items[index]), slot ? HolderRef::slot(slot) : HolderRef::inFlight());
    }
}

std::vector<SlotId> slotsOf(Interpreter &vm, const ListObject &list, std::size_t from, std::size_t to)
{
    std::vector<SlotId> slots;
    for (std::size_t index = from; list.id() && index < to; ++index)
        slots.push_back(vm.recorder().knownIndexSlot(list.id(), index));
    return slots;
}

} // namespace

bool listAppend(Interpreter &vm, ListObject &list, Value item)
{
    return listInsert(vm, list, list.items.size(), std::move(item));
}

bool listInsert(Interpreter &vm, ListObject &list, std::size_t at, Value item)
{
    if (!vm.chargeElements(list, list.items.size() + 1))
        return false;
    const std::size_t before = list.items.size();
    if (!vm.tickItems(before - at))
        return false;
    list.items.insert(list.items.begin() + static_cast<std::ptrdiff_t>(at), std::move(item));
    vm.recorder().itemsChanged(list, list.items, at, before);
    return true;
}

bool listReplace(Interpreter &vm, ListObject &list, std::size_t from, std::size_t to,
                 std::vector<Value> items)
{
    const std::size_t before = list.items.size();
    if (!vm.chargeElements(list, before - (to - from) + items.size()) ||
        !vm.tickItems(before - from + items.size()))
        return false;
    const std::vector<SlotId> slots = slotsOf(vm, list, from, to);
    const auto begin = list.items.begin() + static_cast<std::ptrdiff_t>(from);
    const auto end = list.items.begin() + static_cast<std::ptrdiff_t>(to);
    std::vector<Value> old(std::make_move_iterator(begin), std::make_move_iterator(end));
    list.items.erase(begin, end);
    list.items.insert(list.items.begin() + static_cast<std::ptrdiff_t>(from),
                      std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
    items.clear();
    vm.recorder().itemsChanged(list, list.items, from, before);
    dropReversed(vm, std::move(old), slots);
    return true;
}

void listSet(Interpreter &vm, ListObject &list, std::size_t at, Value item)
{
    const std::vector<SlotId> slots = slotsOf(vm, list, at, at + 1);
    Value old = std::exchange(list.items[at], std::move(item));
    vm.recorder().itemsReplaced(list, list.items, at, at + 1);
    const SlotId slot = slots.empty() ? SlotId{} : slots.front();
    vm.heap().dropReplaced(std::move(old), slot ? HolderRef::slot(slot) : HolderRef::inFlight(),
                           list.items[at]);
}

Value listTake(Interpreter &vm, ListObject &list, std::size_t at)
{
    const std::size_t before = list.items.size();
    vm.tickItems(before - at);
    Value taken = std::move(list.items[at]);
    list.items.erase(list.items.begin() + static_cast<std::ptrdiff_t>(at));
    vm.chargeElements(list, list.items.size());
    vm.recorder().itemsChanged(list, list.items, at, before);
    return taken;
}

void listRemoveAll(Interpreter &vm, ListObject &list, const std::vector<std::size_t> &indices)
{
    if (indices.empty())
        return;
    const std::size_t before = list.items.size();
    vm.tickItems(before);
    std::vector<Value> old;
    std::vector<SlotId> slots;
    std::vector<Value> left;
    std::size_t next = 0;
    for (std::size_t index = 0; index < before; ++index) {
        const bool goes = next < indices.size() && indices[next] == index;
        (goes ? old : left).push_back(std::move(list.items[index]));
        if (goes) {
            slots.push_back(vm.recorder().knownIndexSlot(list.id(), index));
            ++next;
        }
    }
    list.items = std::move(left);
    vm.chargeElements(list, list.items.size());
    vm.recorder().itemsChanged(list, list.items, indices.front(), before);
    dropInOrder(vm, std::move(old), slots);
}

void listSetAll(Interpreter &vm, ListObject &list, const std::vector<std::size_t> &indices,
                std::vector<Value> items)
{
    if (indices.empty())
        return;
    vm.tickItems(list.items.size());
    std::vector<SlotId> slots;
    slots.reserve(indices.size());
    for (const std::size_t index : indices)
        slots.push_back(vm.recorder().knownIndexSlot(list.id(), index));
    for (std::size_t number = 0; number < indices.size(); ++number)
        list.items[indices[number]].swap(items[number]);
    const auto [first, last] = std::minmax(indices.front(), indices.back());
    vm.recorder().itemsReplaced(list, list.items, first, last + 1);
    dropInOrder(vm, std::move(items), slots);
}

namespace {

/// Whether code of the scenario, or what may fail, is between two items.
bool comesItemByItem(const Value &iterable)
{
    if (!iterable.isObject())
        return false;
    switch (iterable.object()->kind()) {
    case HeapKind::Instance:
    case HeapKind::Exception:
    case HeapKind::Proxy:
    case HeapKind::Iterator:
    case HeapKind::Generator:
        return true;
    default:
        return false;
    }
}

} // namespace

bool listExtend(Interpreter &vm, ListObject &list, const Value &iterable)
{
    if (comesItemByItem(iterable)) { // and what has come stays, should the next one fail
        const Value iterator = iteratorOf(vm, iterable);
        return !iterator.empty() && askLength(vm, iterable) &&
               forEach(vm, iterator, [&](Value item) { return listAppend(vm, list, std::move(item)); });
    }
    std::optional<std::vector<Value>> more = collect(vm, iterable);
    const std::size_t end = list.items.size();
    return more && listReplace(vm, list, end, end, std::move(*more));
}

void listPutBack(Interpreter &vm, ListObject &list, std::vector<Value> items)
{
    const std::size_t before = list.items.size();
    const std::vector<SlotId> slots = slotsOf(vm, list, 0, before);
    vm.tickItems(items.size());
    list.items.swap(items);
    vm.chargeElements(list, list.items.size());
    vm.recorder().itemsChanged(list, list.items, 0, before);
    dropReversed(vm, std::move(items), slots);
}

void listReorder(Interpreter &vm, ListObject &list, std::vector<Value> items)
{
    const std::size_t before = list.items.size();
    vm.tickItems(before);
    list.items = std::move(items);
    vm.recorder().itemsChanged(list, list.items, 0, before);
}

} // namespace tetherscope::vm
