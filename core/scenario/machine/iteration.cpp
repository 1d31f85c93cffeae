#include "scenario/machine/iterators.h"

#include "scenario/machine/collections.h"
#include "scenario/machine/operations.h"
#include "scenario/machine/text.h"
#include "scenario/machine/weakcontainer.h"

namespace tetherscope::vm {

namespace {

/// Nothing and an exception pending, or nothing at all at the end of a sequence made by __getitem__.
class SequenceIterator final : public IteratorObject
{
public:
    SequenceIterator(Heap &heap, Type iteratorType, Value walked)
        : IteratorObject(heap, iteratorType, std::move(walked))
    {
    }
    Value next(Interpreter &vm) override
    {
        if (over().empty())
            return {};
        Value item = itemAt(vm, m_index);
        if (!item.empty())
            ++m_index;
        else if (!vm.pending())
            finish();
        return item;
    }

private:
    Value itemAt(Interpreter &vm, std::size_t index)
    {
        if (const auto *list = over().to<ListObject>())
            return index < list->items.size() ? list->items[index] : Value();
        if (const auto *tuple = over().to<TupleObject>())
            return index < tuple->items.size() ? tuple->items[index] : Value();
        if (const auto *range = over().to<RangeObject>()) {
            const auto at = static_cast<std::int64_t>(index);
            return at < range->length ? Value::integer(range->at(at)) : Value();
        }
        if (const auto *text = over().to<StringObject>())
            return index < text->length() ? nextCharacter(vm, *text) : Value();
        return customItem(vm, index);
    }
    Value nextCharacter(Interpreter &vm, const StringObject &text)
    {
        const std::size_t begin = m_byte++;
        while (m_byte < text.text().size() &&
               (static_cast<unsigned char>(text.text()[m_byte]) & 0xc0) == 0x80)
            ++m_byte;
        return vm.string(text.text().substr(begin, m_byte - begin));
    }
    Value customItem(Interpreter &vm, std::size_t index)
    {
        const Value sequence = over();
        std::optional<Value> item =
            vm.callSpecial(sequence, sym::getitem, {Value::integer(static_cast<std::int64_t>(index))});
        if (item && item->empty() && (vm.pendingIs(Type::IndexError) || vm.pendingIs(Type::StopIteration)))
            vm.takePending();
        return item ? std::move(*item) : Value();
    }

    std::size_t m_index = 0;
    std::size_t m_byte = 0;
};

class ReverseIterator final : public IteratorObject
{
public:
    ReverseIterator(Heap &heap, Type iteratorType, Value walked, std::size_t length)
        : IteratorObject(heap, iteratorType, std::move(walked))
        , m_left(length)
    {
    }
    Value next(Interpreter &vm) override
    {
        if (over().empty())
            return {};
        const Value sequence = over();
        if (m_left > 0 && m_left <= plainLength(sequence).value_or(m_left)) {
            --m_left;
            return getItem(vm, sequence, Value::integer(static_cast<std::int64_t>(m_left)));
        }
        finish();
        return {};
    }

private:
    std::size_t m_left;
};

class DictIterator final : public IteratorObject
{
public:
    DictIterator(Heap &heap, Type iteratorType, Value walked)
        : IteratorObject(heap, iteratorType, std::move(walked))
        , m_size(over().as<DictObject>().size())
    {
    }
    Value next(Interpreter &vm) override
    {
        if (over().empty())
            return {};
        const auto &dict = over().as<DictObject>();
        if (dict.size() != m_size) {
            m_size = DictObject::npos; // it stays an error, however often it is asked
            return vm.raise(Type::RuntimeError, "dictionary changed size during iteration");
        }
        const std::size_t before = m_passed;
        while (m_passed < dict.entries().size() && entryIn(dict).key.empty())
            ++m_passed;
        if (!vm.tickItems(m_passed - before))
            return {};
        if (m_passed >= dict.entries().size()) {
            finish();
            return {};
        }
        const DictObject::Entry &entry = entryIn(dict);
        ++m_passed;
        if (type == Type::DictKeyIterator || type == Type::DictReverseKeyIterator)
            return entry.key;
        if (type == Type::DictValueIterator || type == Type::DictReverseValueIterator)
            return entry.value;
        return m_last.next(vm, {entry.key, entry.value});
    }
    bool letGo(Departure &departure) override
    {
        return IteratorObject::letGo(departure) || m_last.letGo(departure);
    }
    void visitHeld(HeldVisitor &visitor) const override
    {
        IteratorObject::visitHeld(visitor);
        m_last.visitHeld(visitor);
    }

private:
    /// Requires: not all have been passed.
    const DictObject::Entry &entryIn(const DictObject &dict) const
    {
        const bool backwards = type >= Type::DictReverseKeyIterator;
        return dict.entries()[backwards ? dict.entries().size() - 1 - m_passed : m_passed];
    }

    KeptTuple m_last;
    std::size_t m_passed = 0; ///< entries, empty ones too
    std::size_t m_size;
};

class SetIterator final : public IteratorObject
{
public:
    SetIterator(Heap &heap, Value walked)
        : IteratorObject(heap, Type::SetIterator, std::move(walked))
        , m_size(over().as<SetObject>().size())
    {
    }
    Value next(Interpreter &vm) override
    {
        if (over().empty())
            return {};
        const auto &set = over().as<SetObject>();
        if (set.size() != m_size) {
            m_size = SetObject::npos;
            return vm.raise(Type::RuntimeError, "Set changed size during iteration");
        }
        const std::size_t before = m_place;
        while (m_place < set.table().size() && set.table()[m_place].key.empty())
            ++m_place;
        if (!vm.tickItems(m_place - before))
            return {};
        if (m_place < set.table().size())
            return set.table()[m_place++].key;
        finish();
        return {};
    }

private:
    std::size_t m_place = 0;
    std::size_t m_size;
};

} // namespace

Value iteratorOf(Interpreter &vm, const Value &iterable)
{
    if (iterable.isObject()) {
        switch (iterable.object()->kind()) {
        case HeapKind::List:
            return iterateSequence(vm, Type::ListIterator, iterable);
        case HeapKind::Tuple:
            return iterateSequence(vm, Type::TupleIterator, iterable);
        case HeapKind::String:
            return iterateSequence(
                vm, iterable.as<StringObject>().ascii() ? Type::StrAsciiIterator : Type::StrIterator,
                iterable);
        case HeapKind::Range:
            return iterateSequence(vm, Type::RangeIterator, iterable);
        case HeapKind::Dict:
            return iterateDict(vm, Type::DictKeyIterator, iterable);
        case HeapKind::Set:
            return Value(vm.heap().make<SetIterator>(iterable));
        case HeapKind::View:
            return iterateView(vm, iterable.as<ViewObject>());
        case HeapKind::WeakContainer:
            return walkWeakly(iterable, Type::DictKeys);
        case HeapKind::Proxy: {
            const Value meant = actual(vm, iterable);
            return meant.empty() ? Value() : iteratorOf(vm, meant);
        }
        case HeapKind::Iterator:
        case HeapKind::Generator:
            return iterable;
        default:
            break;
        }
    }
    if (vm.special(iterable, sym::getitem) != nullptr)
        return iterateSequence(vm, Type::SequenceIterator, iterable);
    return vm.raise(Type::TypeError, "'" + vm.className(iterable) + "' object is not iterable");
}

Value nextOf(Interpreter &vm, const Value &iterator)
{
    if (!vm.tick())
        return {};
    if (iterator.is(HeapKind::Iterator))
        return iterator.as<IteratorObject>().next(vm);
    auto *generator = iterator.to<GeneratorObject>();
    if (generator == nullptr)
        return vm.raise(Type::TypeError, "'" + vm.className(iterator) + "' object is not an iterator");
    if (generator->frame.empty())
        return {};
    const Value frame = generator->frame;
    Value item = vm.generatorNext(frame.as<FrameObject>());
    if (item.empty())
        generator->frame = Value();
    return item;
}

std::optional<std::vector<Value>> collect(Interpreter &vm, const Value &iterable)
{
    std::vector<Value> items;
    const bool walked = forEach(vm, iterable, [&](Value item) {
        items.push_back(std::move(item));
        return items.size() <= vm.limits().elements ||
               !vm.halt("Too many elements in containers: the limit is " + grouped(vm.limits().elements) +
                        " in all together.")
                    .empty();
    });
    return walked ? std::optional(std::move(items)) : std::nullopt;
}

bool askLength(Interpreter &vm, const Value &iterable)
{
    constexpr std::size_t mostPointers = std::size_t{1} << 60; // that CPython asks for memory for
    const Value meant = actual(vm, iterable);
    const std::optional<Value> answer = meant.empty() ? std::nullopt : vm.callSpecial(meant, sym::len);
    const auto length = answer && !answer->empty() ? lengthFrom(vm, *answer) : std::nullopt;
    if (vm.pendingIs(Type::TypeError))
        vm.takePending();
    if (length && *length >= mostPointers)
        vm.raise(Type::MemoryError, "");
    return !vm.pending();
}

std::optional<std::vector<Value>> collectSized(Interpreter &vm, const Value &iterable,
                                               const char *notIterable)
{
    const Value iterator = iteratorOf(vm, iterable);
    if (iterator.empty() && notIterable != nullptr && vm.pendingIs(Type::TypeError)) {
        vm.takePending();
        vm.raise(Type::TypeError, notIterable);
    }
    return !iterator.empty() && askLength(vm, iterable) ? collect(vm, iterator) : std::nullopt;
}

Value iterateSequence(Interpreter &vm, Type type, const Value &sequence)
{
    return Value(vm.heap().make<SequenceIterator>(type, sequence));
}

namespace {

/// Of keys, values or items, when the iterators of those begin with this one.
Type iteratorType(Type view, Type ofKeys)
{
    const int further = static_cast<int>(view) - static_cast<int>(Type::DictKeys);
    return static_cast<Type>(static_cast<int>(ofKeys) + further);
}

} // namespace

Value iterateReversed(Interpreter &vm, const Value &sequence)
{
    if (sequence.is(HeapKind::Dict))
        return iterateDict(vm, Type::DictReverseKeyIterator, sequence);
    if (const auto *view = sequence.to<ViewObject>())
        return iterateDict(vm, iteratorType(view->type, Type::DictReverseKeyIterator), view->dict);
    const bool list = sequence.is(HeapKind::List);
    const bool known =
        list || sequence.is(HeapKind::Tuple) || sequence.is(HeapKind::String) || sequence.is(HeapKind::Range);
    std::optional<std::size_t> length = known ? plainLength(sequence) : std::nullopt;
    if (!known && vm.special(sequence, sym::getitem) != nullptr) {
        if (const std::optional<Value> answer = vm.callSpecial(sequence, sym::len))
            length = answer->empty() ? std::nullopt : lengthFrom(vm, *answer);
    }
    if (vm.pending())
        return {};
    if (!length)
        return vm.raise(Type::TypeError, "'" + vm.className(sequence) + "' object is not reversible");
    return Value(vm.heap().make<ReverseIterator>(list ? Type::ListReverseIterator : Type::Reversed, sequence,
                                                 *length));
}

Value iterateDict(Interpreter &vm, Type type, const Value &dict)
{
    return Value(vm.heap().make<DictIterator>(type, dict));
}

Value iterateView(Interpreter &vm, const ViewObject &view)
{
    return iterateDict(vm, iteratorType(view.type, Type::DictKeyIterator), view.dict);
}

} // namespace tetherscope::vm
