#pragma once

#include "graph/objectgraph.h"

#include <vector>

namespace tetherscope {

struct CountChange
{
    ObjectId object = {};
    std::uint32_t before = 0;
    std::uint32_t after = 0;
    friend bool operator==(const CountChange &, const CountChange &) = default;
};

/// What is different between two moments of one run, each list in order of id; empty exactly if the two
/// graphs are equal. A name or slot that changed what it holds is in `names` or `slots` once.
struct GraphDiff
{
    std::vector<ObjectId> born;
    std::vector<ObjectId> died;
    std::vector<CountChange> counts; ///< of objects alive at both moments
    std::vector<ObjectId> states;    ///< neither born nor died, but held, watched or finalized otherwise
    std::vector<NameId> names;
    std::vector<SlotId> slots;
    std::vector<EntryId> entries;
    std::vector<CacheId> caches; ///< whose hits, misses or evictions were counted on
    bool frames = false;         ///< other calls run

    bool empty() const;
    friend bool operator==(const GraphDiff &, const GraphDiff &) = default;
};

GraphDiff diff(const ObjectGraph &before, const ObjectGraph &after, const Lexicon &lexicon);

} // namespace tetherscope
