#include "layout/detours.h"

#include "layout/edgeends.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace tetherscope {
namespace {

constexpr std::size_t mostEdges = 20'000;
constexpr std::size_t mostColumns = 12;
constexpr double clearance = 6;    ///< between an edge and a card it passes
constexpr double lineRoom = 5;     ///< half of what an edge takes from those that pass after it
constexpr double mostDetour = 600; ///< up and down; an edge that would have to go farther goes straight

/// What stands in the way, for a while.
struct Block
{
    double top;
    double bottom;
    Life life;
};

/// Blocks by their tops. Those of one kind are of much the same height, so that few are looked at in vain.
class Blocks
{
public:
    /// Before add(): in any order, up to sort().
    void append(const Block &block);
    void sort();
    void add(const Block &block);
    /// One that overlaps the open range at a time in that life.
    const Block *meeting(double top, double bottom, const Life &life) const;

private:
    std::vector<Block> m_blocks;
    double m_tallest = 0;
};

void Blocks::append(const Block &block)
{
    m_blocks.push_back(block);
    m_tallest = std::max(m_tallest, block.bottom - block.top);
}

void Blocks::sort()
{
    std::sort(m_blocks.begin(), m_blocks.end(),
              [](const Block &left, const Block &right) { return left.top < right.top; });
}

void Blocks::add(const Block &block)
{
    const auto place = std::upper_bound(m_blocks.begin(), m_blocks.end(), block.top,
                                        [](double top, const Block &other) { return top < other.top; });
    m_blocks.insert(place, block);
    m_tallest = std::max(m_tallest, block.bottom - block.top);
}

const Block *Blocks::meeting(double top, double bottom, const Life &life) const
{
    auto block = std::upper_bound(m_blocks.begin(), m_blocks.end(), bottom,
                                  [](double height, const Block &other) { return height < other.top; });
    while (block != m_blocks.begin()) {
        --block;
        if (block->top < top - m_tallest)
            return nullptr;
        if (bottom > block->top && top < block->bottom && block->life.meets(life))
            return &*block;
    }
    return nullptr;
}

struct Column
{
    double left = 0;
    double right = 0;
    Blocks cards;
    Blocks lines;

    bool freeBetween(double top, double bottom, const Life &life) const;
    /// The nearest free height in this direction.
    double freeFrom(double y, const Life &life, int direction) const;
};

bool Column::freeBetween(double top, double bottom, const Life &life) const
{
    return !cards.meeting(top, bottom, life) && !lines.meeting(top, bottom, life);
}

double Column::freeFrom(double y, const Life &life, int direction) const
{
    for (;;) {
        const Block *block = cards.meeting(y, y, life);
        if (!block)
            block = lines.meeting(y, y, life);
        if (!block)
            return y;
        y = direction < 0 ? block->top : block->bottom;
    }
}

/// The height at which a direct edge passes x. It leaves and arrives level and never turns back, so halving
/// finds its place.
double heightAt(ScenePoint from, ScenePoint to, double x)
{
    const double wanted = std::clamp((x - from.x) / (to.x - from.x), 0.0, 1.0);
    double low = 0;
    double high = 1;
    for (int halving = 0; halving < 12; ++halving) {
        const double t = (low + high) / 2;
        (t * (1.5 + t * (t - 1.5)) < wanted ? low : high) = t;
    }
    return from.y + (to.y - from.y) * low * low * (3 - 2 * low);
}

class DetourPlanner
{
public:
    DetourPlanner(PlanTables &tables, const Cast &cast, const std::vector<double> &columnX)
        : m_tables(tables)
        , m_cast(cast)
    {
        for (const double x : columnX)
            m_columns.push_back({x, x, {}, {}});
        for (std::uint32_t id = 1; id <= tables.objects.size(); ++id) {
            if (!isRing(tables, {id}))
                addCard(tables.objects[id - 1], cast.objects[id - 1].life);
        }
        for (const SceneRect &rect : tables.caches)
            addCard(rect, {0, Life::endless});
        for (Column &column : m_columns)
            column.cards.sort();
    }

    void run();

private:
    void addCard(const SceneRect &rect, const Life &life);
    std::size_t columnAt(double x) const;
    std::vector<Column *> between(ScenePoint from, ScenePoint to);
    static bool blocked(ScenePoint from, ScenePoint to, const std::vector<Column *> &columns,
                        const Life &life);
    static double passage(const Column &column, double from, double to, const Life &life);
    static double freeInAll(std::span<const Column> columns, double y, const Life &life, int direction);
    void lead(PlanHead &head, const CastEdge &edge);
    void leadAhead(PlanHead &head, const CastEdge &edge, const EdgeStart &start, ScenePoint end);
    void leadBack(PlanHead &head, const CastEdge &edge, const EdgeStart &start, ScenePoint end);
    void addStretch(Column &column, double y, const Life &life, Heading heading);

    PlanTables &m_tables;
    const Cast &m_cast;
    std::vector<Column> m_columns;
};

void DetourPlanner::addCard(const SceneRect &rect, const Life &life)
{
    if (rect.empty())
        return;
    Column &column = m_columns[columnAt(rect.x)];
    column.right = std::max(column.right, rect.right());
    column.cards.append({rect.y - clearance, rect.bottom() + clearance, life});
}

std::size_t DetourPlanner::columnAt(double x) const
{
    const auto after = std::upper_bound(m_columns.begin(), m_columns.end(), x,
                                        [](double at, const Column &column) { return at < column.left; });
    return after == m_columns.begin() ? 0 : static_cast<std::size_t>(after - m_columns.begin() - 1);
}

/// In the order in which the edge comes to them. The edge's ends are outside its own cards, in the gaps. None
/// for edges that cross half the picture.
std::vector<Column *> DetourPlanner::between(ScenePoint from, ScenePoint to)
{
    const std::size_t first = columnAt(std::min(from.x, to.x)) + 1;
    const std::size_t end = columnAt(std::max(from.x, to.x) - 1) + 1;
    std::vector<Column *> columns;
    if (end > first + mostColumns)
        return columns;
    for (std::size_t index = first; index < end; ++index) {
        if (m_columns[index].right < std::max(from.x, to.x))
            columns.push_back(&m_columns[index]);
    }
    if (from.x > to.x)
        std::reverse(columns.begin(), columns.end());
    return columns;
}

bool DetourPlanner::blocked(ScenePoint from, ScenePoint to, const std::vector<Column *> &columns,
                            const Life &life)
{
    return std::any_of(columns.begin(), columns.end(), [&](const Column *column) {
        const double left = heightAt(from, to, column->left);
        const double right = heightAt(from, to, column->right);
        return !column->freeBetween(std::min(left, right), std::max(left, right), life);
    });
}

/// Level with where it comes from, if it can be; else the free height that is the least way round.
double DetourPlanner::passage(const Column &column, double from, double to, const Life &life)
{
    const double candidates[] = {column.freeFrom(from, life, -1), column.freeFrom(from, life, 1),
                                 column.freeFrom(to, life, -1), column.freeFrom(to, life, 1)};
    const auto way = [&](double y) { return std::abs(y - from) + std::abs(to - y); };
    return *std::min_element(std::begin(candidates), std::end(candidates),
                             [&](double left, double right) { return way(left) < way(right) - 0.5; });
}

void DetourPlanner::lead(PlanHead &head, const CastEdge &edge)
{
    const SceneRect &card = m_tables.objects[edge.to.index()];
    const std::optional<EdgeStart> start = startOf(m_tables, edge.kind, edge.holder);
    if (!start || card.empty())
        return;
    const bool ring = isRing(m_tables, edge.to);
    const ScenePoint side{start->heading == Heading::Right ? card.x : card.right(),
                          card.y + static_cast<double>(head.port)};
    const ScenePoint end = ring ? ringEnd(start->point, card) : side;
    if (ahead(start->point, end, start->heading))
        leadAhead(head, edge, *start, end);
    else if (!ring)
        leadBack(head, edge, *start, end);
}

/// A loop may run back anywhere above or below; over the cards it starts and ends at it is at home.
void DetourPlanner::leadBack(PlanHead &head, const CastEdge &edge, const EdgeStart &start, ScenePoint end)
{
    const SceneRect &card = m_tables.objects[edge.to.index()];
    const double wish = loopHeight(start.rect, card, start.nest);
    head.loopY = static_cast<float>(wish);
    if (start.rect == card)
        return;
    const std::size_t first = columnAt(std::min(start.point.x, end.x));
    const std::size_t last = columnAt(std::max(start.point.x, end.x));
    if (last - first > mostColumns)
        return;
    const std::span<Column> columns = std::span(m_columns).subspan(first, last - first + 1);
    const double above = freeInAll(columns, wish, edge.life, -1);
    const double below = freeInAll(columns, wish, edge.life, 1);
    const double y = wish - above < below - wish ? above : below;
    if (std::abs(y - wish) > mostDetour)
        return;
    head.loopY = static_cast<float>(y);
    for (Column &column : columns)
        column.lines.add({y - lineRoom, y + lineRoom, edge.life});
}

double DetourPlanner::freeInAll(std::span<const Column> columns, double y, const Life &life, int direction)
{
    for (double before = y + 1; before != y;) {
        before = y;
        for (const Column &column : columns)
            y = column.freeFrom(y, life, direction);
    }
    return y;
}

void DetourPlanner::leadAhead(PlanHead &head, const CastEdge &edge, const EdgeStart &start, ScenePoint end)
{
    const std::vector<Column *> columns = between(start.point, end);
    if (columns.empty() || !blocked(start.point, end, columns, edge.life))
        return;
    std::vector<double> heights;
    double way = 0;
    double y = start.point.y;
    for (const Column *column : columns) {
        heights.push_back(passage(*column, y, end.y, edge.life));
        way += std::abs(heights.back() - y);
        y = heights.back();
    }
    if (way + std::abs(end.y - y) > std::abs(end.y - start.point.y) + mostDetour)
        return;
    head.detour = static_cast<std::uint32_t>(m_tables.stretches.size());
    head.stretches = static_cast<std::uint32_t>(columns.size());
    for (std::size_t index = 0; index < columns.size(); ++index)
        addStretch(*columns[index], heights[index], edge.life, start.heading);
}

void DetourPlanner::addStretch(Column &column, double y, const Life &life, Heading heading)
{
    column.lines.add({y - lineRoom, y + lineRoom, life});
    const bool right = heading == Heading::Right;
    m_tables.stretches.push_back({right ? column.left : column.right, right ? column.right : column.left, y});
}

void DetourPlanner::run()
{
    for (std::size_t index = 0; index < m_cast.edges.size(); ++index)
        lead(m_tables.heads[index], m_cast.edges[index]);
}

} // namespace

void planDetours(PlanTables &tables, const Cast &cast, const std::vector<double> &columnX)
{
    if (cast.edges.size() <= mostEdges)
        DetourPlanner(tables, cast, columnX).run();
}

} // namespace tetherscope
