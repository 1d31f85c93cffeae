#pragma once

#include "graph/objectgraph.h"
#include "layout/plan.h"

#include <vector>

namespace tetherscope {

/// One rectangle of a moment's picture; exactly one of the ids is set.
struct SceneBox
{
    NameId name;
    ObjectId object;
    CacheId cache;
    SceneRect rect;
};

/// What is there at this moment, without ghosts: bound names, living objects (rings included), caches.
std::vector<SceneBox> boxesAt(const Plan &plan, const ObjectGraph &graph, const Lexicon &lexicon);

/// The edges that are there at this moment and have both their ends in the picture: of names, of slots, of
/// caches' rows, each in order of first appearance. Dead weak references have none.
std::vector<EdgePath> edgesAt(const Plan &plan, const ObjectGraph &graph, const Lexicon &lexicon);

} // namespace tetherscope
