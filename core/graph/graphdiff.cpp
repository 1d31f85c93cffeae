#include "graph/graphdiff.h"

namespace tetherscope {

namespace {

/// The ids from 1 to `count` for which the two graphs give different answers.
template<typename I, typename Query>
std::vector<I> changedIds(std::size_t count, const ObjectGraph &before, const ObjectGraph &after, Query query)
{
    std::vector<I> changed;
    for (std::size_t i = 1; i <= count; ++i) {
        const I id{static_cast<std::uint32_t>(i)};
        if ((before.*query)(id) != (after.*query)(id))
            changed.push_back(id);
    }
    return changed;
}

void sortIn(ObjectId id, const ObjectState &before, const ObjectState &after, GraphDiff &result)
{
    if (before.alive != after.alive) {
        (after.alive ? result.born : result.died).push_back(id);
        return;
    }
    if (after.alive && before.strong != after.strong)
        result.counts.push_back({id, before.strong, after.strong});
    ObjectState recounted = before;
    recounted.strong = after.alive ? after.strong : before.strong;
    if (recounted != after)
        result.states.push_back(id);
}

} // namespace

bool GraphDiff::empty() const
{
    return *this == GraphDiff{};
}

GraphDiff diff(const ObjectGraph &before, const ObjectGraph &after, const Lexicon &lexicon)
{
    GraphDiff result;
    for (const ObjectId id : changedIds<ObjectId>(lexicon.objectCount(), before, after, &ObjectGraph::object))
        sortIn(id, before.object(id), after.object(id), result);
    result.names = changedIds<NameId>(lexicon.nameCount(), before, after, &ObjectGraph::binding);
    result.slots = changedIds<SlotId>(lexicon.slotCount(), before, after, &ObjectGraph::slot);
    result.entries = changedIds<EntryId>(lexicon.entryCount(), before, after, &ObjectGraph::entry);
    result.caches = changedIds<CacheId>(lexicon.cacheCount(), before, after, &ObjectGraph::cache);
    result.frames = before.frames() != after.frames();
    return result;
}

} // namespace tetherscope
