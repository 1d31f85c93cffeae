#include "scenario/machine/iterators.h"
#include "scenario/machine/weakcontainer.h"

namespace tetherscope::vm {

namespace {

/// What CPython's generators give in a loop over a weak container, and hold until the next step: the object
/// itself, and the pair that the iterator below them keeps.
class WeakWalk final : public IteratorObject
{
public:
    WeakWalk(Heap &heap, Value walked, Type what)
        : IteratorObject(heap, Type::Generator, std::move(walked))
        , m_what(what)
    {
    }
    Value next(Interpreter &vm) override;
    bool letGo(Departure &departure) override;
    void visitHeld(HeldVisitor &visitor) const override;

private:
    std::size_t size() const;
    std::optional<std::pair<Value, Value>> nextAlive(Interpreter &vm);
    Value given(Interpreter &vm, const Value &key, const Value &value);
    void end();

    const Type m_what;
    bool m_begun = false;
    std::size_t m_place = 0;
    std::size_t m_size = 0;
    std::vector<Value> m_held;
};

std::size_t WeakWalk::size() const
{
    const WeakContainerObject &container = weakly(over());
    return container.type == Type::WeakSet ? container.set().size() : container.dict().size();
}

/// The next entry whose object lives.
std::optional<std::pair<Value, Value>> WeakWalk::nextAlive(Interpreter &vm)
{
    WeakContainerObject &container = weakly(over());
    const bool set = container.type == Type::WeakSet;
    const std::size_t places = set ? container.set().table().size() : container.dict().entries().size();
    while (m_place < places) {
        const std::size_t at = m_place++;
        const Value key = set ? container.set().table()[at].key : container.dict().entries()[at].key;
        if (!vm.tick())
            return std::nullopt;
        if (key.empty())
            continue;
        const Value value = set ? Value::none() : container.dict().entries()[at].value;
        Value alive = targetOf(container.type == Type::WeakValueDictionary ? value : key);
        if (alive.empty())
            continue;
        return container.type == Type::WeakValueDictionary ? std::pair(key, alive) : std::pair(alive, value);
    }
    return std::nullopt;
}

Value WeakWalk::given(Interpreter &vm, const Value &key, const Value &value)
{
    const bool values = weakly(over()).type == Type::WeakValueDictionary;
    const bool set = weakly(over()).type == Type::WeakSet;
    const bool object = m_what == Type::DictItems || (m_what == Type::DictValues) == values;
    const bool pair = !set && (m_what == Type::DictItems || (m_what == Type::DictKeys) == values);
    std::vector<Value> now;
    if (pair) // the iterator's pair and the generator's variable
        now.insert(now.end(), 2, values ? key : value);
    if (object)
        now.push_back(values ? value : key);
    m_held.swap(now);
    if (m_what == Type::DictItems)
        return vm.tuple({key, value});
    return m_what == Type::DictKeys ? key : value;
}

Value WeakWalk::next(Interpreter &vm)
{
    if (over().empty())
        return {};
    WeakContainerObject &container = weakly(over());
    if (!m_begun) {
        if (!container.commitFirst())
            return {};
        m_begun = true;
        ++container.iterating;
        m_size = size();
    }
    if (size() != m_size) {
        end();
        return vm.raise(Type::RuntimeError, container.type == Type::WeakSet
                                                ? "Set changed size during iteration"
                                                : "dictionary changed size during iteration");
    }
    if (const auto entry = nextAlive(vm))
        return given(vm, entry->first, entry->second);
    if (!vm.pending())
        end();
    return {};
}

void WeakWalk::end()
{
    WeakContainerObject &container = weakly(over());
    if (m_begun && --container.iterating == 0 && !heap().abandoned())
        container.commit();
    m_begun = false;
    m_held.clear();
    finish();
}

bool WeakWalk::letGo(Departure &departure)
{
    if (m_begun && !over().empty()) {
        m_begun = false;
        if (--weakly(over()).iterating == 0 && !heap().abandoned())
            weakly(over()).commit();
    }
    if (IteratorObject::letGo(departure))
        return true;
    if (m_held.empty())
        return false;
    departure = {std::move(m_held.back()), {}};
    m_held.pop_back();
    return true;
}

void WeakWalk::visitHeld(HeldVisitor &visitor) const
{
    IteratorObject::visitHeld(visitor);
    for (const Value &held : m_held)
        visitor.visit(held);
}

} // namespace

Value walkWeakly(const Value &container, Type kind)
{
    return Value(weakly(container).vm.heap().make<WeakWalk>(container, kind));
}

} // namespace tetherscope::vm
