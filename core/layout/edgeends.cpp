#include "layout/edgeends.h"

#include "layout/look.h"
#include "layout/parts.h"

namespace tetherscope {
namespace {

std::optional<EdgeStart> fromName(const PlanTables &tables, NameId name)
{
    const SceneRect &pill = tables.names[name.index()];
    if (pill.empty())
        return std::nullopt;
    return EdgeStart{{pill.right(), pill.centreY()}, pill, Heading::Right};
}

/// A ring's own edges: the dashed one away from what it is docked at, that of a callback from below.
std::optional<EdgeStart> fromRing(const PlanTables &tables, ObjectId ring, EdgeKind kind)
{
    const SceneRect &rect = tables.objects[ring.index()];
    if (rect.empty())
        return std::nullopt;
    if (kind == EdgeKind::Slot)
        return EdgeStart{{rect.centreX(), rect.bottom()}, rect, Heading::Right};
    if (tables.docks[ring.index()].kind == Holder::Name)
        return EdgeStart{{rect.right(), rect.centreY()}, rect, Heading::Right};
    return EdgeStart{{rect.x, rect.centreY()}, rect, Heading::Left};
}

std::optional<EdgeStart> fromRow(const SceneRect &card, const CardShape &shape,
                                 std::optional<std::size_t> row, bool weak)
{
    if (card.empty() || !row)
        return std::nullopt;
    const double y = card.y + shape.rowTop(*row) + shape.rowHeight / 2;
    if (!weak)
        return EdgeStart{{card.right(), y}, card, Heading::Right, *row};
    return EdgeStart{{card.x - look::ringSize, y}, card, Heading::Left, *row};
}

} // namespace

bool isRing(const PlanTables &tables, ObjectId id)
{
    return tables.docks[id.index()].kind != Holder::InFlight;
}

SceneRect rowRing(const SceneRect &card, const CardShape &shape, std::size_t row, unsigned lane)
{
    return {card.x - look::ringSize - lane * look::ringPitch,
            card.y + shape.rowTop(row) + (shape.rowHeight - look::ringSize) / 2, look::ringSize,
            look::ringSize};
}

SceneRect pillRing(const SceneRect &pill, unsigned lane)
{
    return {pill.right() + lane * look::ringPitch, pill.centreY() - look::ringSize / 2, look::ringSize,
            look::ringSize};
}

ScenePoint ringEnd(ScenePoint from, const SceneRect &ring)
{
    return {ring.centreX(), from.y > ring.centreY() ? ring.bottom() : ring.y};
}

std::optional<EdgeStart> startOf(const PlanTables &tables, EdgeKind kind, std::uint32_t holder)
{
    if (kind == EdgeKind::Name)
        return fromName(tables, {holder});
    if (kind == EdgeKind::Entry) {
        const CacheId cache = tables.entryCaches[EntryId{holder}.index()];
        const CardShape &shape = tables.cacheShapes[cache.index()];
        return fromRow(tables.caches[cache.index()], shape, rowOf(shape, EntryId{holder}), true);
    }
    const ObjectId owner = tables.slotOwners[SlotId{holder}.index()];
    if (isRing(tables, owner))
        return fromRing(tables, owner, kind);
    const CardShape &shape = tables.objectShapes[owner.index()];
    return fromRow(tables.objects[owner.index()], shape, rowOf(shape, SlotId{holder}),
                   kind == EdgeKind::WeakSlot);
}

} // namespace tetherscope
