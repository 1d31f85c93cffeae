#include "layout/heads.h"

#include "layout/edgeends.h"
#include "layout/look.h"

#include <algorithm>

namespace tetherscope {
namespace {

constexpr double mostLowPitch = 12;
constexpr double stubRoom = 10; ///< between the lowest head and a stub
constexpr double margin = 9;    ///< of the first and the last head, from the ends of the side

/// One edge that arrives at the side at hand.
struct Arrival
{
    std::size_t head; ///< in PlanTables::heads
    double fromY;     ///< the height it comes from
    Life life;
    std::uint32_t lane = 0;
};

/// A card's rows need their sides for themselves: rings dock at the left, edges leave at the right.
double sideHeight(const CardShape &shape)
{
    return shape.rowCount() > 0 ? shape.headerHeight + shape.plainLineHeight : shape.size.height;
}

/// Edges that are never there together may share a lane, as long as the lanes stay in the order of the
/// sources.
std::uint32_t spreadOverLanes(std::vector<Arrival> &arrivals)
{
    std::stable_sort(arrivals.begin(), arrivals.end(),
                     [](const Arrival &left, const Arrival &right) { return left.fromY < right.fromY; });
    std::uint32_t lane = 0;
    std::size_t laneBegin = 0;
    std::uint32_t last = 0;
    std::uint32_t first = 0;
    for (std::size_t index = 0; index < arrivals.size(); ++index) {
        // The hull of the lane so far stands for its lives: a lane too many costs less than a look at each.
        const Life &life = arrivals[index].life;
        if (index > laneBegin && life.first <= last && first <= life.last) {
            ++lane;
            laneBegin = index;
        }
        first = index == laneBegin ? life.first : std::min(first, life.first);
        last = index == laneBegin ? life.last : std::max(last, life.last);
        arrivals[index].lane = lane;
    }
    return arrivals.empty() ? 0 : lane + 1;
}

/// The heights of lanes.
class Side
{
public:
    /// Around the middle, but not below `bottom`.
    static Side around(double height, double bottom, std::uint32_t lanes)
    {
        if (lanes < 2)
            return {std::min(height / 2, bottom), 0};
        const double pitch = std::min(look::headSpacing, (bottom - margin) / (lanes - 1));
        const double span = pitch * (lanes - 1);
        return {std::clamp((height - span) / 2, margin, std::max(margin, bottom - span)), pitch};
    }
    static Side from(double first, double pitch) { return {first, pitch}; }

    double port(std::uint32_t lane) const { return m_first + lane * m_pitch; }

private:
    Side(double first, double pitch)
        : m_first(first)
        , m_pitch(pitch)
    {
    }

    double m_first;
    double m_pitch;
};

/// Loops come from above or below all else; of those that nest, the innermost arrives nearest to where it
/// comes from.
double heightOfOrigin(const EdgeStart &start, const SceneRect &card)
{
    constexpr double beyond = 1e9;
    const ScenePoint end{start.heading == Heading::Right ? card.x : card.right(), card.centreY()};
    if (ahead(start.point, end, start.heading))
        return start.point.y;
    const bool above = loopHeight(start.rect, card) < card.centreY();
    return above ? static_cast<double>(start.nest) - beyond : beyond - static_cast<double>(start.nest);
}

class HeadSpreader
{
public:
    HeadSpreader(PlanTables &tables, const Cast &cast)
        : m_tables(tables)
        , m_cast(cast)
    {
    }

    void run()
    {
        m_tables.heads.reserve(m_cast.edges.size());
        for (const CastEdge &edge : m_cast.edges)
            m_tables.heads.push_back({.kind = edge.kind, .holder = edge.holder});
        m_tables.headBegin = m_cast.edgeBegin;
        m_tables.stubPorts.resize(m_tables.objects.size());
        for (std::uint32_t id = 1; id <= m_tables.objects.size(); ++id) {
            if (!m_tables.objects[id - 1].empty() && !isRing(m_tables, {id}))
                spread({id});
        }
    }

private:
    void spread(ObjectId object);
    void setLeft(ObjectId object, std::vector<Arrival> &strong, std::vector<Arrival> &low);
    void set(const std::vector<Arrival> &arrivals, const Side &side);

    PlanTables &m_tables;
    const Cast &m_cast;
};

void HeadSpreader::set(const std::vector<Arrival> &arrivals, const Side &side)
{
    for (const Arrival &arrival : arrivals)
        m_tables.heads[arrival.head].port = static_cast<float>(side.port(arrival.lane));
}

/// From above: what holds, what is in flight, names that are weak references.
void HeadSpreader::setLeft(ObjectId object, std::vector<Arrival> &strong, std::vector<Arrival> &low)
{
    const double height = sideHeight(m_tables.objectShapes[object.index()]);
    const std::uint32_t lanes = spreadOverLanes(strong);
    const std::uint32_t lowLanes = spreadOverLanes(low);
    const double lowest = height - margin;
    const double lowPitch = std::min(mostLowPitch, (lowest - margin) / std::max(1U, lanes + lowLanes));
    const double lowTop = lowest - lowPitch * lowLanes; // where the lane above them would be
    const double stub = lowLanes > 0 ? lowTop + lowPitch / 3 : lowest;
    set(low, Side::from(lowTop + lowPitch, lowPitch));
    set(strong, Side::around(height, lowLanes > 0 ? lowTop - lowPitch / 3 : lowest - stubRoom, lanes));
    m_tables.stubPorts[object.index()] = static_cast<float>(stub);
}

void HeadSpreader::spread(ObjectId object)
{
    const SceneRect &card = m_tables.objects[object.index()];
    std::vector<Arrival> strong;
    std::vector<Arrival> weak;
    std::vector<Arrival> weakNames;
    for (std::size_t index = m_cast.edgeBegin[object.index()]; index < m_cast.edgeBegin[object.index() + 1];
         ++index) {
        const CastEdge &edge = m_cast.edges[index];
        const std::optional<EdgeStart> start = startOf(m_tables, edge.kind, edge.holder);
        if (!start)
            continue;
        const double fromY = heightOfOrigin(*start, card);
        std::vector<Arrival> &side = !edge.weak()                      ? strong
                                     : start->heading == Heading::Left ? weak
                                                                       : weakNames;
        side.push_back({index, fromY, edge.life});
    }
    setLeft(object, strong, weakNames);
    const double height = sideHeight(m_tables.objectShapes[object.index()]);
    set(weak, Side::around(height, height - margin, spreadOverLanes(weak)));
}

} // namespace

void spreadHeads(PlanTables &tables, const Cast &cast)
{
    HeadSpreader(tables, cast).run();
}

} // namespace tetherscope
