#include "graph/reachability.h"

#include <utility>

namespace tetherscope {

namespace {

bool isStrongEdge(SlotId slot, const ObjectGraph &graph, const Lexicon &lexicon)
{
    return lexicon.slot(slot).strength == SlotStrength::Strong && graph.slot(slot).object;
}

/// Marks what the roots lead to along strong slots, by a list of what is still to be looked into: a chain of
/// a million objects needs no deep stack.
class Marker
{
public:
    Marker(const ObjectGraph &graph, const Lexicon &lexicon)
        : m_graph(graph)
        , m_lexicon(lexicon)
        , m_unreached(lexicon.objectCount())
    {
        for (const ObjectId id : graph.living())
            m_unreached[id.index()] = true;
    }

    /// Nothing is reached through it.
    void bar(ObjectId id) { m_unreached[id.index()] = false; }

    void reach(ObjectId id)
    {
        if (!id || !m_unreached[id.index()])
            return;
        m_unreached[id.index()] = false;
        m_pending.push_back(id);
    }

    std::vector<bool> rest()
    {
        while (!m_pending.empty()) {
            const ObjectId id = m_pending.back();
            m_pending.pop_back();
            for (const SlotId slot : m_graph.filledSlots(id))
                if (isStrongEdge(slot, m_graph, m_lexicon))
                    reach(m_graph.slot(slot).object);
        }
        return std::move(m_unreached);
    }

private:
    const ObjectGraph &m_graph;
    const Lexicon &m_lexicon;
    std::vector<bool> m_unreached;
    std::vector<ObjectId> m_pending;
};

/// Held by a hand that is neither a name nor a slot, or on its way through birth, __del__ or death: no
/// collector has to find it.
bool isHeldFromOutside(const ObjectState &state)
{
    return state.unaccounted() > 0 || state.strong == 0 || state.finalizing;
}

void reachRoots(Marker &marker, const ObjectGraph &graph)
{
    for (const NameId name : graph.boundNames())
        marker.reach(graph.binding(name).object);
    for (const ObjectId id : graph.living())
        if (isHeldFromOutside(graph.object(id)))
            marker.reach(id);
}

} // namespace

std::vector<HolderUnit> holdersOf(ObjectId object, const ObjectGraph &graph, const Lexicon &lexicon)
{
    const std::size_t held = graph.object(object).held;
    std::vector<HolderUnit> units;
    for (const NameId name : graph.boundNames())
        if (graph.binding(name).object == object)
            units.push_back({HolderRef::name(name), {}});
    for (const ObjectId owner : graph.living()) {
        if (units.size() == held)
            break;
        for (const SlotId slot : graph.filledSlots(owner))
            if (graph.slot(slot).object == object && isStrongEdge(slot, graph, lexicon))
                units.push_back({HolderRef::slot(slot), owner});
    }
    return units;
}

std::vector<SlotId> watchersOf(ObjectId object, const ObjectGraph &graph, const Lexicon &lexicon)
{
    std::vector<SlotId> slots;
    for (const ObjectId owner : graph.living())
        for (const SlotId slot : graph.filledSlots(owner))
            if (graph.slot(slot).object == object && !isStrongEdge(slot, graph, lexicon))
                slots.push_back(slot);
    return slots;
}

std::vector<EntryId> rowsOf(ObjectId object, const ObjectGraph &graph, const Lexicon &lexicon)
{
    std::vector<EntryId> rows;
    for (std::size_t i = 1; i <= lexicon.cacheCount(); ++i)
        for (const EntryId entry : graph.presentEntries({static_cast<std::uint32_t>(i)}))
            if (graph.entry(entry).object == object)
                rows.push_back(entry);
    return rows;
}

std::vector<bool> unreachable(const ObjectGraph &graph, const Lexicon &lexicon)
{
    Marker marker(graph, lexicon);
    reachRoots(marker, graph);
    return marker.rest();
}

std::vector<bool> retainedBy(ObjectId object, const ObjectGraph &graph, const Lexicon &lexicon)
{
    if (!graph.alive(object))
        return std::vector<bool>(lexicon.objectCount());
    Marker others(graph, lexicon);
    others.bar(object);
    reachRoots(others, graph);
    std::vector<bool> retained = others.rest();
    Marker own(graph, lexicon);
    own.reach(object);
    const std::vector<bool> elsewhere = own.rest();
    for (std::size_t i = 0; i < retained.size(); ++i)
        retained[i] = retained[i] && !elsewhere[i];
    return retained;
}

} // namespace tetherscope
