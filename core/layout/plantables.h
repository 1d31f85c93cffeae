#pragma once

#include "layout/cast.h"
#include "layout/plan.h"

#include <limits>
#include <vector>

namespace tetherscope {

/// Where one edge's head touches its card, from the card's top, and how it gets there.
struct PlanHead
{
    EdgeKind kind = EdgeKind::Name;
    std::uint32_t holder = 0;
    float port = 0;
    float loopY =
        std::numeric_limits<float>::quiet_NaN(); ///< where it runs back, if it has to and that is planned
    std::uint32_t detour = 0; ///< where its first level stretch is in PlanTables::stretches
    std::uint32_t stretches = 0;
};

/// A level piece of an edge that leads it through a column.
struct Stretch
{
    double fromX = 0;
    double toX = 0;
    double y = 0;
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
    std::vector<Stretch> stretches;
    std::vector<PlanHead> heads; ///< by object, then kind and holder
    std::vector<std::uint32_t> headBegin;
    std::vector<float>
        stubPorts; ///< by object: of the first unit in flight, from the card's top; others above
    SceneRect bounds;
    SceneRect seedBounds;
    std::optional<std::uint32_t> seedStep;
    std::vector<double> columnX; ///< left edges of the columns, the names' first
    double objectsX = 0;
    SceneRect apart; ///< the region of those set apart, with its heading; empty: there is none
    std::optional<double> watchersX;
    std::uint32_t stepCount = 0; ///< of the run, as far as it was known
};

} // namespace tetherscope
