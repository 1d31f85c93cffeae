#include "canvas/places.h"

#include "canvas/find.h"
#include "canvas/geometry.h"
#include "layout/routes.h"

#include <algorithm>
#include <utility>

namespace tetherscope {

namespace {

void shift(ScenePoint &point, ScenePoint by)
{
    point.x += by.x;
    point.y += by.y;
}

void shift(SceneRect &rect, ScenePoint by)
{
    rect.x += by.x;
    rect.y += by.y;
}

void shift(std::vector<ScenePoint> &points, ScenePoint by)
{
    for (ScenePoint &point : points)
        shift(point, by);
}

/// Moves the things of one picture, cards first, then what depends on them.
class Mover
{
public:
    Mover(const Places &places, Picture &picture)
        : m_picture(picture)
    {
        for (CardItem &card : m_picture.cards)
            if (const std::optional<ScenePoint> corner = places.of(card.target()))
                moveCard(card, {corner->x - card.rect.x, corner->y - card.rect.y});
    }

    void moveTheRest()
    {
        if (m_shifts.empty())
            return;
        for (RingItem &ring : m_picture.rings)
            moveRing(ring);
        for (EdgeItem &edge : m_picture.edges)
            moveEdge(edge);
        for (StubItem &stub : m_picture.stubs) {
            shift(stub.points, shiftOf(Target::of(stub.to)));
            shift(stub.captionRect, shiftOf(Target::of(stub.to)));
        }
    }

private:
    ScenePoint shiftOf(Target target) const
    {
        const auto found = m_shifts.find(target);
        return found == m_shifts.end() ? ScenePoint{} : found->second;
    }

    void moveCard(CardItem &card, ScenePoint by)
    {
        m_shifts[card.target()] = by;
        shift(card.rect, by);
        shift(card.chipRect, by);
        for (std::uint32_t row = 0; row < card.rowCount; ++row)
            shift(m_picture.rows[card.firstRow + row].rect, by);
    }

    void moveRing(RingItem &ring)
    {
        const ScenePoint by = shiftOf(ring.owner);
        shift(ring.rect, by);
        if (ring.reference)
            m_shifts[Target::of(ring.reference)] = by;
    }

    void moveEdge(EdgeItem &edge)
    {
        const ScenePoint atStart = shiftOf(startOf(edge));
        const ScenePoint atEnd = edge.to ? shiftOf(Target::of(edge.to)) : atStart;
        if (atStart == atEnd)
            return shift(edge.points, atStart);
        const Heading heading = edge.points[1].x >= edge.points[0].x ? Heading::Right : Heading::Left;
        shift(edge.points.front(), atStart);
        shift(edge.points.back(), atEnd);
        edge.points = path(edge, heading);
    }

    /// The plan leaves room between its columns; a person need not, and then the turns are closer together.
    Route path(const EdgeItem &edge, Heading heading) const
    {
        constexpr double leastReach = 36;
        const ScenePoint from = edge.points.front();
        const ScenePoint to = edge.points.back();
        const double sign = heading == Heading::Right ? 1 : -1;
        const double distance = sign * (to.x - from.x);
        if (distance <= 0)
            return route(from, to, heading, heightOfLoop(edge));
        const double reach = sign * std::max(distance / 2, leastReach);
        return {from, {from.x + reach, from.y}, {to.x - reach, to.y}, to};
    }

    double heightOfLoop(const EdgeItem &edge) const
    {
        const auto rectAt = [this](Target target, ScenePoint point) {
            return rectOf(m_picture, target).value_or(SceneRect{point.x, point.y, 0, 0});
        };
        return loopHeight(rectAt(startOf(edge), edge.points.front()),
                          rectAt(Target::of(edge.to), edge.points.back()));
    }

    Picture &m_picture;
    std::map<Target, ScenePoint> m_shifts; ///< of cards, and of references that are docked at them
};

} // namespace

std::optional<ScenePoint> Places::of(Target target) const
{
    const auto found = m_corners.find(target);
    return found == m_corners.end() ? std::nullopt : std::optional(found->second);
}

Picture movedTo(const Places &places, Picture picture)
{
    if (!places.empty())
        Mover(places, picture).moveTheRest();
    return picture;
}

} // namespace tetherscope
