#include "randomrun.h"

#include "graph/reachability.h"
#include "runbuilder.h"

#include <random>
#include <string>
#include <vector>

namespace tetherscope {

namespace {

/// A small program that does not know what it wants. Objects die as soon as nothing counts them; what only a
/// cycle holds is now and then collected.
class Wanderer
{
public:
    explicit Wanderer(std::uint32_t seed)
        : m_random(seed)
        , m_cache(m_run.words().addCache("Date"))
    {
    }

    Timeline walk(std::size_t events)
    {
        while (m_run.eventCount() < events)
            doOneStep();
        return m_run.take();
    }

private:
    /// Not std::uniform_int_distribution, whose answers differ between standard libraries.
    std::uint32_t upTo(std::size_t limit) { return static_cast<std::uint32_t>(m_random() % limit); }
    bool oneIn(std::uint32_t chances) { return upTo(chances) == 0; }

    NameId anyName();
    SlotId anySlot(ObjectId owner);
    ObjectId anyLiving();

    void doOneStep();
    void makeObject();
    void makeCached();
    void makeReference();
    void bindValue();
    void bindAgain();
    void linkAgain();
    void changeItem();
    void removeName();
    void beginCall();
    void endCall();
    void collect();

    void set(NameId name, ObjectId object);
    void remove(NameId name);
    void bury();
    void die(ObjectId object);
    bool finalized(ObjectId object);

    RunBuilder m_run;
    std::mt19937 m_random;
    CacheId m_cache;
    std::vector<ScopeId> m_scopes = {m_run.module()};
    std::vector<ObjectId> m_finalizedOnce;
    std::uint32_t m_calls = 0;
};

void Wanderer::doOneStep()
{
    using Deed = void (Wanderer::*)();
    static constexpr Deed deeds[] = {&Wanderer::makeObject, &Wanderer::makeObject,    &Wanderer::makeCached,
                                     &Wanderer::bindValue,  &Wanderer::makeReference, &Wanderer::bindAgain,
                                     &Wanderer::linkAgain,  &Wanderer::linkAgain,     &Wanderer::changeItem,
                                     &Wanderer::removeName, &Wanderer::removeName,    &Wanderer::beginCall,
                                     &Wanderer::endCall,    &Wanderer::collect};
    for (std::uint32_t i = upTo(3); i > 0; --i)
        (this->*deeds[upTo(std::size(deeds))])();
    const ScopeId scope = m_scopes.back();
    m_run.endStep({.line = 1 + upTo(40),
                   .scope = scope,
                   .depth = static_cast<std::uint32_t>(m_scopes.size() - 1),
                   .kind = StatementKind::Expression,
                   .source = m_run.words().text("step()")});
}

NameId Wanderer::anyName()
{
    const ScopeId scope = oneIn(3) ? m_run.module() : m_scopes.back();
    return m_run.words().name(scope, std::string(1, static_cast<char>('a' + upTo(5))));
}

SlotId Wanderer::anySlot(ObjectId owner)
{
    static constexpr const char *texts[] = {"next", "[0]", "['k']", "closure x"};
    return m_run.words().slot(owner, texts[upTo(std::size(texts))]);
}

/// Empty where nothing lives that could be used: what is being finalized is left in peace.
ObjectId Wanderer::anyLiving()
{
    const IdRange<ObjectId> living = m_run.graph().living();
    if (living.empty())
        return {};
    const ObjectId id = *std::next(living.begin(), upTo(living.size()));
    return m_run.graph().object(id).finalizing ? ObjectId{} : id;
}

void Wanderer::makeObject()
{
    const ObjectId id = m_run.words().addObject(oneIn(2) ? "Node" : "list", ObjectKind::Instance);
    m_run.record(events::create(id));
    set(anyName(), id);
}

void Wanderer::makeCached()
{
    const EntryId row = m_run.words().entry(m_cache, std::to_string(upTo(6)));
    const ObjectId known = m_run.graph().entry(row).object;
    if (known) {
        m_run.acquire(known, HolderRef::returnValue(), row);
        set(anyName(), known);
        m_run.release(known, HolderRef::returnValue());
        bury();
        return;
    }
    const ObjectId id = m_run.words().addObject("Date", ObjectKind::Instance);
    m_run.record(events::create(id, row));
    set(anyName(), id);
}

void Wanderer::makeReference()
{
    const ObjectId target = anyLiving();
    if (!target)
        return;
    const ObjectId ref = m_run.words().addObject("ref", ObjectKind::WeakReference);
    m_run.record(events::create(ref));
    m_run.record(events::weaken(m_run.words().slot(ref, "*", SlotStrength::Weak), target));
    set(anyName(), ref);
}

void Wanderer::bindValue()
{
    const NameId name = anyName();
    if (m_run.graph().binding(name).bound())
        remove(name);
    if (!m_run.graph().binding(name).bound())
        m_run.record(events::bindValue(name, m_run.words().text(std::to_string(upTo(9)))));
}

void Wanderer::bindAgain()
{
    if (const ObjectId id = anyLiving())
        set(anyName(), id);
}

void Wanderer::linkAgain()
{
    const ObjectId owner = anyLiving();
    const ObjectId target = anyLiving();
    if (!owner || !target)
        return;
    m_run.set(anySlot(owner), target);
    bury();
}

void Wanderer::changeItem()
{
    const ObjectId owner = anyLiving();
    if (!owner)
        return;
    const SlotId slot = oneIn(2) ? m_run.words().slot(owner, "size") : anySlot(owner);
    if (m_run.graph().slot(slot).object)
        return;
    const TextId old = m_run.graph().slot(slot).value;
    m_run.setValue(slot, old && oneIn(2) ? TextId{} : m_run.words().text(std::to_string(upTo(9))));
}

void Wanderer::removeName()
{
    const IdRange<NameId> bound = m_run.graph().boundNames();
    if (!bound.empty())
        remove(*std::next(bound.begin(), upTo(bound.size())));
}

void Wanderer::beginCall()
{
    const std::string name = "f@" + std::to_string(++m_calls);
    m_scopes.push_back(m_run.words().addScope(name, "f", ScopeKind::Frame));
    m_run.record(events::call(m_scopes.back(), upTo(40)));
}

void Wanderer::endCall()
{
    if (m_scopes.size() == 1)
        return;
    const Frame frame = m_run.graph().frames().back();
    m_run.record(events::returned(frame.scope, frame.callerLine));
    m_scopes.pop_back();
    const IdRange<NameId> bound = m_run.graph().boundNames();
    for (const NameId name : std::vector<NameId>(bound.begin(), bound.end()))
        if (m_run.lexicon().name(name).scope == frame.scope && m_run.graph().binding(name).bound())
            remove(name);
}

/// Garbage is held by the collector while its slots are emptied, and then dies as all dies.
void Wanderer::collect()
{
    if (!oneIn(4))
        return;
    const std::vector<bool> garbage = unreachable(m_run.graph(), m_run.lexicon());
    std::vector<ObjectId> found;
    for (const ObjectId id : m_run.graph().living())
        if (garbage[id.index()])
            found.push_back(id);
    m_run.record(events::collect(static_cast<std::uint32_t>(found.size())));
    for (const ObjectId id : found)
        m_run.acquire(id, HolderRef::inFlight());
    for (const ObjectId id : found)
        for (const SlotId slot : m_run.lexicon().slotsOf(id))
            if (m_run.graph().slot(slot).object)
                m_run.remove(slot);
    for (const ObjectId id : found)
        m_run.release(id, HolderRef::inFlight());
    bury();
}

void Wanderer::set(NameId name, ObjectId object)
{
    m_run.set(name, object);
    bury();
}

void Wanderer::remove(NameId name)
{
    m_run.remove(name);
    bury();
}

/// Lets everything die that nothing counts any more, until there is nothing of that kind.
void Wanderer::bury()
{
    for (bool found = true; found;) {
        found = false;
        const IdRange<ObjectId> living = m_run.graph().living();
        for (const ObjectId id : std::vector<ObjectId>(living.begin(), living.end()))
            if (m_run.graph().alive(id) && m_run.graph().object(id).strong == 0) {
                die(id);
                found = true;
            }
    }
}

void Wanderer::die(ObjectId object)
{
    if (!oneIn(3) || !finalized(object))
        m_run.kill(object);
}

/// Runs a made-up __del__, once for each object. True: it stored the object, which lives on.
bool Wanderer::finalized(ObjectId object)
{
    for (const ObjectId id : m_finalizedOnce)
        if (id == object)
            return false;
    m_finalizedOnce.push_back(object);
    m_run.record(events::finalize(object));
    const bool stored = oneIn(3);
    if (stored)
        m_run.set(m_run.words().name(m_run.module(), "saved"), object);
    m_run.release(object, HolderRef::inFlight());
    if (stored)
        m_run.record(events::resurrect(object));
    return stored;
}

} // namespace

Timeline randomRun(std::uint32_t seed, std::size_t events)
{
    return Wanderer(seed).walk(events);
}

} // namespace tetherscope
