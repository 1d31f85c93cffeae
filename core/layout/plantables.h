#pragma once

#include "layout/cast.h"
#include "layout/plan.h"

#include <vector>

namespace tetherscope {

/// Where one edge's head touches its card, from the card's top.
struct PlanHead
{
    EdgeKind kind = EdgeKind::Name;
    std::uint32_t holder = 0;
    float port = 0;
};

/// What a Plan looks things up in, by index of id. An empty rectangle is none.
struct PlanTables
{
    std::vector<NameBlock> blocks;
    std::vector<std::uint32_t> blockOf; ///< by scope
    std::vector<SceneRect> names;
    std::vector<SceneRect> objects;
    std::vector<SceneRect> caches;
    std::vector<CardShape> objectShapes;
    std::vector<CardShape> cacheShapes;
    std::vector<HolderRef> docks;     ///< by object
    std::vector<ObjectId> slotOwners; ///< by slot
    std::vector<CacheId> entryCaches; ///< by entry
    std::vector<PlanHead> heads;      ///< by object, then kind and holder
    std::vector<std::uint32_t> headBegin;
    std::vector<float>
        stubPorts; ///< by object: of the first unit in flight, from the card's top; others above
    SceneRect bounds;
    SceneRect seedBounds;
    double objectsX = 0;
    std::optional<double> watchersX;
};

} // namespace tetherscope
