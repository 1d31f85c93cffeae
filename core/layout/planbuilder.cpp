#include "layout/planbuilder.h"

#include "layout/detours.h"
#include "layout/edgeends.h"
#include "layout/heads.h"
#include "layout/kept.h"
#include "layout/look.h"

#include <algorithm>
#include <cmath>

namespace tetherscope {
namespace {

constexpr double edgeMargin = 2;
constexpr double headingClearance = 24; ///< between the headings of names and the first column of cards
/// In pictures of more than this no single one can be followed anyway.
constexpr std::size_t mostEdgesFollowed = 20'000;

void include(SceneRect &bounds, const SceneRect &rect)
{
    if (rect.empty())
        return;
    if (bounds.empty()) {
        bounds = rect;
        return;
    }
    const double right = std::max(bounds.right(), rect.right());
    const double bottom = std::max(bounds.bottom(), rect.bottom());
    bounds.x = std::min(bounds.x, rect.x);
    bounds.y = std::min(bounds.y, rect.y);
    bounds.width = right - bounds.x;
    bounds.height = bottom - bounds.y;
}

EdgePath pathOf(const CastEdge &edge, ObjectId to, const Plan &plan)
{
    switch (edge.kind) {
    case EdgeKind::Name:
        return plan.strongPath(HolderRef::name({edge.holder}), to);
    case EdgeKind::Slot:
        return plan.strongPath(HolderRef::slot({edge.holder}), to);
    case EdgeKind::WeakSlot:
        return plan.weakPath({edge.holder}, to);
    case EdgeKind::Entry:
        return plan.entryPath({edge.holder}, to);
    }
    return {};
}

SceneRect boundsOf(const EdgePath &path)
{
    SceneRect bounds;
    for (const ScenePoint &point : path.points)
        include(bounds, {point.x - edgeMargin, point.y - edgeMargin, 2 * edgeMargin, 2 * edgeMargin});
    return bounds;
}

/// Edges that run back lead around cards, past the last column too.
void includeEdges(PlanTables &tables, const Plan &plan, const Cast &cast, bool seedToo)
{
    for (std::uint32_t object = 1; object < cast.edgeBegin.size(); ++object) {
        for (const CastEdge &edge : cast.edgesInto({object})) {
            const SceneRect bounds = boundsOf(pathOf(edge, {object}, plan));
            include(tables.bounds, bounds);
            if (seedToo && (!tables.seedStep || edge.life.during(*tables.seedStep)))
                include(tables.seedBounds, bounds);
        }
    }
}

} // namespace

/// Edges that leave the names need a gap; headings, which none leaves, may reach into it.
double PlanBuilder::namesReach() const
{
    double widest = 0;
    for (const NameColumn::Pill &pill : m_parts.names.pills)
        widest = std::max(widest, pill.width);
    return std::max(widest + look::namesGap, m_parts.names.width + headingClearance);
}

/// Each column as wide as its widest card, with room at its left for the rings that dock there.
void PlanBuilder::setColumns(const Arrangement &arrangement)
{
    std::vector<double> widths(arrangement.columnCount, 0);
    std::vector<double> rooms(arrangement.columnCount + 1, 0); // left of each column
    for (std::uint32_t part = 0; part < m_parts.count(); ++part) {
        if (!m_parts.placed(part))
            continue;
        const std::uint32_t column = arrangement.column[part];
        double &room = rooms[column == 0 ? 1 : column];
        room = std::max(room, m_parts.ringRoom[part]);
        if (column > 0)
            widths[column] = std::max(widths[column], m_parts.shape(part).size.width);
    }
    m_columnX.assign(arrangement.columnCount, 0);
    for (std::uint32_t column = 1; column < arrangement.columnCount; ++column) {
        const double pitch =
            column == 1 ? namesReach() : std::max(widths[column - 1], look::cardMinWidth) + look::columnGap;
        m_columnX[column] = m_columnX[column - 1] + pitch + rooms[column];
    }
    m_tables.objectsX = m_columnX.size() > 1 ? m_columnX[1] : namesReach();
    if (arrangement.watchers)
        m_tables.watchersX = m_columnX.back();
}

void PlanBuilder::setCards(const Arrangement &arrangement)
{
    const auto rect = [&](std::uint32_t part) {
        const SceneSize size = m_parts.shape(part).size;
        if (!m_parts.placed(part))
            return SceneRect{};
        return SceneRect{m_columnX[arrangement.column[part]], std::round(arrangement.top[part]), size.width,
                         size.height};
    };
    for (std::uint32_t part = m_parts.firstObject(); part < m_parts.firstCache(); ++part)
        m_tables.objects.push_back(rect(part));
    for (std::uint32_t part = m_parts.firstCache(); part < m_parts.count(); ++part)
        m_tables.caches.push_back(rect(part));
    const auto firstCache = m_parts.shapes.begin() + m_parts.objectCount;
    m_tables.objectShapes.assign(m_parts.shapes.begin(), firstCache);
    m_tables.cacheShapes.assign(firstCache, m_parts.shapes.end());
}

void PlanBuilder::setNames(const Arrangement &arrangement)
{
    for (const std::uint32_t index : m_parts.names.pillOf) {
        SceneRect &rect = m_tables.names.emplace_back();
        if (index == NameColumn::none)
            continue;
        const NameColumn::Pill &pill = m_parts.names.pills[index];
        rect = {0, std::round(arrangement.top[pill.item]) + pill.top, pill.width, look::pillHeight};
    }
}

void PlanBuilder::setBlocks(const Arrangement &arrangement)
{
    m_tables.blockOf = m_parts.names.blockOf;
    for (const NameColumn::Block &block : m_parts.names.blocks) {
        NameBlock &placed = m_tables.blocks.emplace_back();
        placed.kind = block.kind;
        placed.function = block.function;
        const bool module = block.item == NameColumn::none;
        const double top = module ? 0 : std::round(arrangement.top[block.item]);
        placed.heading = {0, top, block.headingWidth, look::headingHeight};
        placed.bounds = {0, top, m_parts.names.width, module ? look::headingHeight : block.height};
        if (block.localsLine) // below the pills, whose edges rise more often than they fall
            placed.locals = {0, placed.bounds.bottom() - look::localsHeight, m_parts.names.width,
                             look::localsHeight};
    }
    for (std::uint32_t id = 1; id <= m_lexicon.scopeCount(); ++id) {
        if (m_tables.blockOf[id - 1] != 0)
            continue;
        for (const NameId name : m_lexicon.namesOf({id}))
            include(m_tables.blocks[0].bounds, m_tables.names[name.index()]);
    }
}

void PlanBuilder::setRings()
{
    for (std::uint32_t id = 1; id <= m_parts.objectCount; ++id) {
        const Dock &dock = m_parts.docks[id - 1];
        m_tables.docks.push_back(dock.holder);
        if (!dock.shown())
            continue;
        SceneRect &ring = m_tables.objects[id - 1];
        if (dock.holder.kind == Holder::Name) {
            ring = pillRing(m_tables.names[NameId{dock.holder.id}.index()], dock.lane);
        } else {
            const ObjectId owner = m_lexicon.slot({dock.holder.id}).owner;
            const CardShape &shape = m_parts.shape(owner);
            ring = rowRing(m_tables.objects[owner.index()], shape, *rowOf(shape, SlotId{dock.holder.id}),
                           dock.lane);
        }
    }
}

void PlanBuilder::setOwners()
{
    for (std::uint32_t id = 1; id <= m_lexicon.slotCount(); ++id)
        m_tables.slotOwners.push_back(m_lexicon.slot({id}).owner);
    for (std::uint32_t id = 1; id <= m_lexicon.entryCount(); ++id)
        m_tables.entryCaches.push_back(m_lexicon.entry({id}).cache);
}

SceneRect PlanBuilder::rectOf(std::uint32_t part) const
{
    if (m_parts.isObject(part))
        return m_tables.objects[part - m_parts.firstObject()];
    return m_tables.caches[part - m_parts.firstCache()];
}

void PlanBuilder::setBounds()
{
    for (const NameBlock &block : m_tables.blocks)
        include(m_tables.bounds, block.bounds);
    for (const std::vector<SceneRect> *rects : {&m_tables.names, &m_tables.objects, &m_tables.caches}) {
        for (const SceneRect &rect : *rects)
            include(m_tables.bounds, rect);
    }
}

void PlanBuilder::setApart(const Arrangement &arrangement)
{
    if (!arrangement.region)
        return;
    const double top = std::floor(arrangement.region->top); // cards stand at whole pixels
    const double bottom = std::ceil(arrangement.region->bottom);
    m_tables.apart = {m_tables.objectsX, top, m_tables.bounds.right() - m_tables.objectsX, bottom - top};
}

void PlanBuilder::setSeedBounds(const Seed &seed)
{
    m_tables.seedStep = seed.step;
    for (const NameBlock &block : m_tables.blocks)
        include(m_tables.seedBounds, block.bounds);
    for (const SceneRect &rect : m_tables.names)
        include(m_tables.seedBounds, rect);
    for (const std::uint32_t part : seed.parts) {
        if (!m_parts.isItem(part))
            include(m_tables.seedBounds, rectOf(part));
    }
}

void PlanBuilder::setRectangles(const Arrangement &arrangement)
{
    setCards(arrangement);
    setNames(arrangement);
    setBlocks(arrangement);
    setRings();
    setOwners();
}

std::shared_ptr<const Plan> PlanBuilder::finish(bool newSeed)
{
    m_tables.columnX = m_columnX;
    m_tables.stepCount = m_cast.stepCount;
    const auto tables = std::make_shared<PlanTables>(std::move(m_tables));
    std::shared_ptr<const Plan> plan(new Plan(tables));
    if (m_cast.edges.size() <= mostEdgesFollowed)
        includeEdges(*tables, *plan, m_cast, newSeed);
    return plan;
}

std::shared_ptr<const Plan> PlanBuilder::build(const Arrangement &arrangement, const Seed &seed)
{
    setColumns(arrangement);
    setRectangles(arrangement);
    setBounds();
    setApart(arrangement);
    setSeedBounds(seed);
    spreadHeads(m_tables, m_cast);
    planDetours(m_tables, m_cast, m_columnX);
    return finish(true);
}

/// New columns come behind the last, as far from it as if its cards were the widest.
void PlanBuilder::keepColumns(const Arrangement &arrangement, const PlanTables &former)
{
    m_columnX = former.columnX;
    while (m_columnX.size() < arrangement.columnCount) {
        const double width = m_columnX.size() > 1 ? look::cardMaxWidth : m_parts.names.width;
        const double gap = m_columnX.size() > 1 ? look::columnGap : look::namesGap;
        m_columnX.push_back(m_columnX.back() + width + gap);
    }
    m_tables.objectsX = former.objectsX;
    if (arrangement.watchers)
        m_tables.watchersX = m_columnX.back();
}

/// The module's block reaches as far down as its pills do.
void PlanBuilder::keepBlocks(const PlanTables &former)
{
    std::copy(former.blocks.begin() + 1, former.blocks.end(), m_tables.blocks.begin() + 1);
    for (std::size_t object = 0; object < former.objects.size(); ++object) {
        if (!former.objects[object].empty())
            m_tables.objects[object] = former.objects[object];
    }
}

std::shared_ptr<const Plan> PlanBuilder::extend(const Arrangement &arrangement, const PlanTables &former)
{
    keepColumns(arrangement, former);
    setRectangles(arrangement);
    keepBlocks(former);
    m_tables.bounds = former.bounds;
    setBounds();
    m_tables.seedBounds = former.seedBounds;
    m_tables.seedStep = former.seedStep;
    m_tables.apart = former.apart;
    spreadHeads(m_tables, m_cast);
    keepHeads(m_tables, former, m_cast);
    planDetours(m_tables, m_cast, m_columnX);
    keepDetours(m_tables, former);
    return finish(false);
}

} // namespace tetherscope
