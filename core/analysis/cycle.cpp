#include "analysis/cycle.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace tetherscope {

namespace {

using Edges = std::unordered_map<ObjectId, std::vector<ObjectId>>;

/// Everything that can be walked to from the object, and the way back of each edge.
Edges reverseEdgesFrom(ObjectId object, const ObjectGraph &graph, const Lexicon &lexicon)
{
    Edges back;
    std::unordered_set<ObjectId> seen{object};
    std::vector<ObjectId> open{object};
    while (!open.empty()) {
        const ObjectId from = open.back();
        open.pop_back();
        for (const SlotId slot : graph.filledSlots(from)) {
            const ObjectId to = graph.slot(slot).object;
            if (!to || lexicon.slot(slot).strength == SlotStrength::Weak)
                continue;
            back[to].push_back(from);
            if (seen.insert(to).second)
                open.push_back(to);
        }
    }
    return back;
}

} // namespace

std::size_t cycleSize(ObjectId object, const ObjectGraph &graph, const Lexicon &lexicon)
{
    const Edges back = reverseEdgesFrom(object, graph, lexicon);
    std::unordered_set<ObjectId> ring;
    std::vector<ObjectId> open{object};
    while (!open.empty()) {
        const auto found = back.find(open.back());
        open.pop_back();
        if (found == back.end())
            continue;
        for (const ObjectId from : found->second)
            if (ring.insert(from).second)
                open.push_back(from);
    }
    return ring.size();
}

} // namespace tetherscope
