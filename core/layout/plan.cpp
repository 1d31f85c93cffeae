#include "layout/plan.h"

#include "layout/edgeends.h"
#include "layout/look.h"
#include "layout/parts.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <tuple>

namespace tetherscope {
namespace {

template<typename I>
std::optional<SceneRect> rectIn(const std::vector<SceneRect> &rects, I id)
{
    if (!id || id.index() >= rects.size() || rects[id.index()].empty())
        return std::nullopt;
    return rects[id.index()];
}

/// As planned, or nothing for an edge that never is.
const PlanHead *headOf(const PlanTables &tables, EdgeKind kind, std::uint32_t holder, ObjectId to)
{
    const auto begin = tables.heads.begin() + tables.headBegin[to.index()];
    const auto end = tables.heads.begin() + tables.headBegin[to.index() + 1];
    const auto found =
        std::lower_bound(begin, end, std::tuple(kind, holder), [](const PlanHead &head, const auto &key) {
            return std::tuple(head.kind, head.holder) < key;
        });
    return found != end && found->kind == kind && found->holder == holder ? &*found : nullptr;
}

/// Along the level stretches that are planned for the edge, one in each column on the way; up to the last.
Route alongDetour(const PlanTables &tables, ScenePoint from, const PlanHead *head)
{
    Route path{from};
    if (!head)
        return path;
    for (const Stretch &stretch : std::span(tables.stretches).subspan(head->detour, head->stretches)) {
        extend(path, slope(path.back(), {stretch.fromX, stretch.y}));
        extend(path, straight(path.back(), {stretch.toX, stretch.y}));
    }
    return path;
}

/// Into a ring that another holds too: from below or above, since its dashed edge leaves to the side.
Route toRing(const PlanTables &tables, const EdgeStart &start, const PlanHead *head, const SceneRect &ring)
{
    Route path = alongDetour(tables, start.point, head);
    const ScenePoint last = path.back();
    const ScenePoint end = ringEnd(start.point, ring);
    const double steep = end.y > ring.centreY() ? look::stubLength : -look::stubLength;
    const double reach = std::max(look::stubLength, (end.x - last.x) / 2);
    extend(path, {last, {last.x + reach, last.y}, {end.x - ring.width, end.y + steep}, end});
    return path;
}

double loopY(const PlanHead *head, const EdgeStart &start, const SceneRect &card)
{
    const bool planned = head && !std::isnan(head->loopY);
    return planned ? static_cast<double>(head->loopY) : loopHeight(start.rect, card, start.nest);
}

Route toCard(const PlanTables &tables, const EdgeStart &start, const PlanHead *head, ObjectId to)
{
    const SceneRect &card = tables.objects[to.index()];
    const double port = head ? static_cast<double>(head->port) : arrivalPort(tables.objectShapes[to.index()]);
    const ScenePoint end{start.heading == Heading::Right ? card.x : card.right(), card.y + port};
    if (!head || head->stretches == 0)
        return route(start.point, end, start.heading, loopY(head, start, card), start.nest);
    Route path = alongDetour(tables, start.point, head);
    extend(path, slope(path.back(), end));
    return path;
}

/// What is left of an edge to something that is dead.
Route deadStub(const EdgeStart &start)
{
    const double reach = start.heading == Heading::Right ? look::stubLength : -look::stubLength;
    return straight(start.point, {start.point.x + reach, start.point.y});
}

/// A plan that was made while the run still went on does not know what came later.
bool knows(const PlanTables &tables, EdgeKind kind, std::uint32_t holder)
{
    switch (kind) {
    case EdgeKind::Name:
        return NameId{holder}.index() < tables.names.size();
    case EdgeKind::Entry:
        return EntryId{holder}.index() < tables.entryCaches.size();
    case EdgeKind::Slot:
    case EdgeKind::WeakSlot:
        break;
    }
    return SlotId{holder}.index() < tables.slotOwners.size();
}

Route pathOf(const PlanTables &tables, EdgeKind kind, std::uint32_t holder, ObjectId to)
{
    const bool known = holder && knows(tables, kind, holder) && (!to || to.index() < tables.objects.size());
    const std::optional<EdgeStart> start = known ? startOf(tables, kind, holder) : std::nullopt;
    if (!start)
        return {};
    if (!to)
        return deadStub(*start);
    const SceneRect &target = tables.objects[to.index()];
    if (target.empty())
        return {};
    const PlanHead *const head = headOf(tables, kind, holder, to);
    return isRing(tables, to) ? toRing(tables, *start, head, target) : toCard(tables, *start, head, to);
}

} // namespace

Plan::Plan(std::shared_ptr<const PlanTables> tables)
    : m_tables(std::move(tables))
{
}

std::optional<SceneRect> Plan::rectOf(NameId id) const
{
    return rectIn(m_tables->names, id);
}

std::optional<SceneRect> Plan::rectOf(ObjectId id) const
{
    return rectIn(m_tables->objects, id);
}

std::optional<SceneRect> Plan::rectOf(CacheId id) const
{
    return rectIn(m_tables->caches, id);
}

std::optional<SceneRect> Plan::ringOf(EntryId id) const
{
    if (!id || id.index() >= m_tables->entryCaches.size())
        return std::nullopt;
    const CacheId cache = m_tables->entryCaches[id.index()];
    const CardShape &shape = m_tables->cacheShapes[cache.index()];
    const auto row = std::find(shape.entries.begin(), shape.entries.end(), id);
    if (row == shape.entries.end())
        return std::nullopt;
    return rowRing(m_tables->caches[cache.index()], shape,
                   static_cast<std::size_t>(row - shape.entries.begin()), 0);
}

std::optional<SceneRect> Plan::ringOf(SlotId id) const
{
    if (!id || id.index() >= m_tables->slotOwners.size())
        return std::nullopt;
    const ObjectId owner = m_tables->slotOwners[id.index()];
    if (isRing(*m_tables, owner))
        return rectOf(owner);
    const CardShape &shape = m_tables->objectShapes[owner.index()];
    const auto row = std::find(shape.rows.begin(), shape.rows.end(), id);
    if (row == shape.rows.end())
        return std::nullopt;
    return rowRing(m_tables->objects[owner.index()], shape,
                   static_cast<std::size_t>(row - shape.rows.begin()), 0);
}

const CardShape *Plan::shapeOf(ObjectId id) const
{
    if (!id || id.index() >= m_tables->objectShapes.size() || isRing(*m_tables, id) || !rectOf(id))
        return nullptr;
    return &m_tables->objectShapes[id.index()];
}

const CardShape *Plan::shapeOf(CacheId id) const
{
    return id && id.index() < m_tables->cacheShapes.size() ? &m_tables->cacheShapes[id.index()] : nullptr;
}

const NameBlock *Plan::blockOf(ScopeId id) const
{
    if (!id || id.index() >= m_tables->blockOf.size() ||
        m_tables->blockOf[id.index()] >= m_tables->blocks.size())
        return nullptr;
    return &m_tables->blocks[m_tables->blockOf[id.index()]];
}

const std::vector<NameBlock> &Plan::blocks() const
{
    return m_tables->blocks;
}

HolderRef Plan::dockOf(ObjectId ring) const
{
    return ring && ring.index() < m_tables->docks.size() ? m_tables->docks[ring.index()] : HolderRef{};
}

EdgePath Plan::strongPath(HolderRef from, ObjectId to) const
{
    EdgePath path{from, {}, to, false, {}};
    if (from.id != 0 && to && from != dockOf(to))
        path.points =
            pathOf(*m_tables, from.kind == Holder::Name ? EdgeKind::Name : EdgeKind::Slot, from.id, to);
    return path;
}

EdgePath Plan::weakPath(SlotId slot, ObjectId to) const
{
    return {HolderRef::slot(slot), {}, to, true, pathOf(*m_tables, EdgeKind::WeakSlot, slot.value, to)};
}

EdgePath Plan::entryPath(EntryId entry, ObjectId to) const
{
    return {{}, entry, to, true, pathOf(*m_tables, EdgeKind::Entry, entry.value, to)};
}

EdgePath Plan::stubPath(ObjectId to, std::size_t index, std::size_t) const
{
    EdgePath path{{}, {}, to, false, {}};
    const std::optional<SceneRect> rect = rectOf(to);
    if (!rect)
        return path;
    if (isRing(*m_tables, to)) {
        path.points =
            straight({rect->centreX(), rect->bottom() + look::stubLength}, {rect->centreX(), rect->bottom()});
    } else {
        const double y = rect->y + std::max(4.0, static_cast<double>(m_tables->stubPorts[to.index()]) -
                                                     9 * static_cast<double>(index));
        path.points = straight({rect->x - look::stubLength, y}, {rect->x, y});
    }
    return path;
}

SceneRect Plan::bounds() const
{
    return m_tables->bounds;
}

double Plan::objectsX() const
{
    return m_tables->objectsX;
}

std::optional<double> Plan::watchersX() const
{
    return m_tables->watchersX;
}

SceneRect Plan::seedBounds() const
{
    return m_tables->seedBounds;
}

SceneRect Plan::apart() const
{
    return m_tables->apart;
}

std::optional<std::uint32_t> Plan::seedStep() const
{
    return m_tables->seedStep;
}

} // namespace tetherscope
