// A run goes on (a statement is typed at its end), and the picture must not jump: who has learnt where things
// are keeps that map. So the longer run is not planned anew; what the former plan has placed is an obstacle
// that stays, and only what is new looks for a place, in the way in which slots.cpp gives one to what is not
// in the seed. Sizes are kept as well: a card that gets more rows than it was planned for shows "… n more".

#include "layout/kept.h"

#include "layout/edgeends.h"
#include "layout/parts.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tetherscope {
namespace {

constexpr float headMargin = 9; ///< of the first and the last head, from the ends of a card's side
constexpr float tryPitch = 1;

bool sameEdge(const PlanHead &left, const PlanHead &right)
{
    return left.kind == right.kind && left.holder == right.holder;
}

/// The former plan's head of this edge; null if it has none.
const PlanHead *formerHead(const PlanTables &former, std::size_t object, const PlanHead &head)
{
    if (object + 1 >= former.headBegin.size() || former.objects[object].empty())
        return nullptr;
    const auto begin = former.heads.begin() + former.headBegin[object];
    const auto end = former.heads.begin() + former.headBegin[object + 1];
    const auto found = std::find_if(begin, end, [&](const PlanHead &other) { return sameEdge(other, head); });
    return found != end && startOf(former, head.kind, head.holder) ? &*found : nullptr;
}

/// The side of its card at which an edge arrives; nothing if it is never drawn.
std::optional<Heading> sideOf(const PlanTables &tables, const PlanHead &head)
{
    const std::optional<EdgeStart> start = startOf(tables, head.kind, head.holder);
    return start ? std::optional(start->heading) : std::nullopt;
}

/// Of the heights of the side the one that is farthest from those that are taken; of equals, the nearest to
/// the wish.
float farthest(const std::vector<float> &taken, float height, float wish)
{
    float best = wish;
    float most = -1;
    for (float port = headMargin; port <= height - headMargin; port += tryPitch) {
        float room = std::numeric_limits<float>::max();
        for (const float other : taken)
            room = std::min(room, std::abs(other - port));
        if (room > most || (room == most && std::abs(port - wish) < std::abs(best - wish))) {
            most = room;
            best = port;
        }
    }
    return best;
}

class HeadKeeper
{
public:
    HeadKeeper(PlanTables &tables, const PlanTables &former, const Cast &cast)
        : m_tables(tables)
        , m_former(former)
        , m_cast(cast)
    {
    }

    void keep(std::size_t object);

private:
    void placeNew(std::size_t index, float height);

    PlanTables &m_tables;
    const PlanTables &m_former;
    const Cast &m_cast;
    std::vector<std::size_t> m_placed; ///< heads of the object at hand
};

void HeadKeeper::placeNew(std::size_t index, float height)
{
    PlanHead &head = m_tables.heads[index];
    const std::optional<Heading> side = sideOf(m_tables, head);
    std::vector<float> taken;
    for (const std::size_t other : m_placed) {
        if (sideOf(m_tables, m_tables.heads[other]) == side &&
            m_cast.edges[other].life.meets(m_cast.edges[index].life))
            taken.push_back(m_tables.heads[other].port);
    }
    if (!taken.empty())
        head.port = farthest(taken, height, head.port);
    m_placed.push_back(index);
}

void HeadKeeper::keep(std::size_t object)
{
    m_placed.clear();
    std::vector<std::size_t> added;
    for (std::size_t index = m_tables.headBegin[object]; index < m_tables.headBegin[object + 1]; ++index) {
        if (const PlanHead *const head = formerHead(m_former, object, m_tables.heads[index])) {
            m_tables.heads[index].port = head->port;
            m_placed.push_back(index);
        } else {
            added.push_back(index);
        }
    }
    const CardShape &shape = m_tables.objectShapes[object];
    const double height =
        shape.rowCount() > 0 ? shape.headerHeight + shape.plainLineHeight : shape.size.height;
    for (const std::size_t index : added)
        placeNew(index, static_cast<float>(height));
    m_tables.stubPorts[object] = m_former.stubPorts[object];
}

} // namespace

void keepHeads(PlanTables &tables, const PlanTables &former, const Cast &cast)
{
    HeadKeeper keeper(tables, former, cast);
    for (std::size_t object = 0; object < former.objects.size(); ++object) {
        if (!former.objects[object].empty() && !isRing(tables, {static_cast<std::uint32_t>(object + 1)}))
            keeper.keep(object);
    }
}

void keepDetours(PlanTables &tables, const PlanTables &former)
{
    const auto offset = static_cast<std::uint32_t>(tables.stretches.size());
    tables.stretches.insert(tables.stretches.end(), former.stretches.begin(), former.stretches.end());
    for (std::size_t object = 0; object < former.objects.size(); ++object) {
        for (std::size_t index = tables.headBegin[object]; index < tables.headBegin[object + 1]; ++index) {
            PlanHead &head = tables.heads[index];
            if (const PlanHead *const before = formerHead(former, object, head)) {
                head.loopY = before->loopY;
                head.detour = before->detour + offset;
                head.stretches = before->stretches;
            }
        }
    }
}

namespace {

/// So many rows have no line of their own. Where the card has no line for those, they share its last.
void hide(CardShape &shape, std::size_t rows)
{
    if (rows == 0)
        return;
    if (shape.hiddenRows == 0) {
        shape.crowded = true;
        if (shape.rowCount() == 0)
            shape.rowHeight = shape.plainLineHeight;
    }
    shape.hiddenRows = static_cast<std::uint32_t>(rows);
}

} // namespace

CardShape keptShape(CardShape shape, ObjectId object, const Cast &cast, const Lexicon &lexicon)
{
    const std::span<const SlotId> slots = lexicon.slotsOf(object);
    const auto rows =
        std::count_if(slots.begin(), slots.end(), [&](SlotId slot) { return cast.slotHolds[slot.index()]; });
    hide(shape, static_cast<std::size_t>(rows) - shape.rows.size());
    return shape;
}

CardShape keptShape(CardShape shape, CacheId cache, const Lexicon &lexicon)
{
    hide(shape, lexicon.entriesOf(cache).size() - shape.entries.size());
    return shape;
}

} // namespace tetherscope
