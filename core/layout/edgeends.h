#pragma once

#include "layout/plantables.h"
#include "layout/routes.h"

namespace tetherscope {

/// What an edge starts from: the point, the rectangle of the pill, card or ring it belongs to, and where it
/// sets out to.
struct EdgeStart
{
    ScenePoint point;
    SceneRect rect;
    Heading heading = Heading::Right;
    std::size_t nest = 0; ///< of its loop among those of the same card: its row
};

std::optional<EdgeStart> startOf(const PlanTables &tables, EdgeKind kind, std::uint32_t holder);

/// The ring outside a card's left side at this row.
SceneRect rowRing(const SceneRect &card, const CardShape &shape, std::size_t row, unsigned lane);
/// The ring outside a pill's right side.
SceneRect pillRing(const SceneRect &pill, unsigned lane);

/// Where an edge that comes from there touches a ring: below or above.
ScenePoint ringEnd(ScenePoint from, const SceneRect &ring);

bool isRing(const PlanTables &tables, ObjectId id);

} // namespace tetherscope
