#include "runbuilder.h"

#include "graph/reachability.h"

#include <utility>
#include <vector>

namespace tetherscope {

namespace {

template<typename T>
void appendCopy(const std::vector<T> &from, std::vector<T> &to)
{
    to.insert(to.end(), from.begin(), from.end());
}

} // namespace

RunBuilder::RunBuilder()
    : m_module(m_words.addScope("<module>", "<module>", ScopeKind::Module))
{
    endStep({.scope = m_module});
}

const Lexicon &RunBuilder::lexicon()
{
    flushWords();
    return m_lexicon;
}

void RunBuilder::flushWords()
{
    LexiconGrowth growth = m_words.takeGrowth();
    appendCopy(growth.texts, m_chunk.growth.texts);
    appendCopy(growth.scopes, m_chunk.growth.scopes);
    appendCopy(growth.names, m_chunk.growth.names);
    appendCopy(growth.objects, m_chunk.growth.objects);
    appendCopy(growth.slots, m_chunk.growth.slots);
    appendCopy(growth.caches, m_chunk.growth.caches);
    appendCopy(growth.entries, m_chunk.growth.entries);
    m_lexicon.append(std::move(growth));
}

void RunBuilder::record(const Event &event)
{
    m_graph.apply(event, lexicon());
    m_chunk.events.push_back(event);
    ++m_events;
}

void RunBuilder::acquire(ObjectId object, HolderRef holder, EntryId hit)
{
    const std::uint32_t strong = m_graph.object(object).strong;
    record(events::acquire(object, holder, strong, strong + 1, hit));
}

void RunBuilder::release(ObjectId object, HolderRef holder)
{
    const std::uint32_t strong = m_graph.object(object).strong;
    record(events::release(object, holder, strong, strong - 1));
}

void RunBuilder::unbind(NameId name)
{
    const Binding old = m_graph.binding(name);
    record(old.object ? events::unbind(name, old.object) : events::unbindValue(name, old.value));
}

void RunBuilder::unlink(SlotId slot)
{
    const SlotState old = m_graph.slot(slot);
    record(old.dead ? events::unlinkDead(slot) : events::unlink(slot, old.object));
}

void RunBuilder::setValue(SlotId slot, TextId value)
{
    record(events::item(slot, m_graph.slot(slot).value, value));
}

void RunBuilder::acquireUnlessNewborn(ObjectId object, HolderRef holder)
{
    const ObjectState state = m_graph.object(object);
    const bool newborn = state.strong == 1 && state.held == 0 && !state.finalizing;
    if (!newborn)
        acquire(object, holder);
}

void RunBuilder::set(NameId name, ObjectId object)
{
    const Binding old = m_graph.binding(name);
    acquireUnlessNewborn(object, HolderRef::name(name));
    if (old.bound())
        unbind(name);
    bind(name, object);
    if (old.object)
        release(old.object, HolderRef::name(name));
}

void RunBuilder::set(SlotId slot, ObjectId object)
{
    const SlotState old = m_graph.slot(slot);
    acquireUnlessNewborn(object, HolderRef::slot(slot));
    if (old.object)
        unlink(slot);
    else if (old.value)
        setValue(slot, {});
    record(events::link(slot, object));
    if (old.object)
        release(old.object, HolderRef::slot(slot));
}

void RunBuilder::remove(NameId name)
{
    const ObjectId old = m_graph.binding(name).object;
    unbind(name);
    if (old)
        release(old, HolderRef::name(name));
}

void RunBuilder::remove(SlotId slot)
{
    const ObjectId old = m_graph.slot(slot).object;
    const bool strong = lexicon().slot(slot).strength == SlotStrength::Strong;
    unlink(slot);
    if (old && strong)
        release(old, HolderRef::slot(slot));
}

void RunBuilder::kill(ObjectId object)
{
    for (const EntryId row : rowsOf(object, m_graph, lexicon()))
        record(events::evict(row, object));
    for (const SlotId watcher : watchersOf(object, m_graph, lexicon()))
        record(events::clear(watcher, object));
    const IdRange<SlotId> filled = m_graph.filledSlots(object);
    for (const SlotId slot : std::vector<SlotId>(filled.begin(), filled.end()))
        if (!m_graph.slot(slot).value)
            remove(slot);
    record(events::free(object));
}

void RunBuilder::endStep(Step step)
{
    flushWords();
    step.firstEvent = std::exchange(m_stepStart, m_events);
    step.endEvent = m_events;
    m_chunk.steps.push_back(step);
    m_timeline.append(std::exchange(m_chunk, {}));
}

Timeline RunBuilder::take()
{
    return std::move(m_timeline);
}

} // namespace tetherscope
