#include "canvas/find.h"

#include "canvas/geometry.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace tetherscope {

namespace {

double distance(const SceneRect &left, const SceneRect &right)
{
    return std::hypot(left.centreX() - right.centreX(), left.centreY() - right.centreY());
}

/// The gap between two intervals; 0 where they overlap.
double gap(double from, double to, double otherFrom, double otherTo)
{
    return std::max({0.0, otherFrom - to, from - otherTo});
}

/// How far one must look in the direction; to the side counts double. Nothing if it lies elsewhere.
std::optional<double> effort(const SceneRect &from, const SceneRect &to, Direction direction)
{
    const bool sideways = direction == Direction::Left || direction == Direction::Right;
    const double sign = direction == Direction::Right || direction == Direction::Down ? 1 : -1;
    const double ahead = sign * (sideways ? to.centreX() - from.centreX() : to.centreY() - from.centreY());
    const double beside = sideways ? gap(from.y, from.bottom(), to.y, to.bottom())
                                   : gap(from.x, from.right(), to.x, to.right());
    constexpr double least = 1;
    return ahead < least ? std::nullopt : std::optional(ahead + 2 * beside);
}

Target otherEnd(const EdgeItem &edge, Target from, Along along)
{
    const Target start = startOf(edge);
    const Target end = Target::of(edge.to);
    if (along == Along::Holds)
        return start == from ? end : Target::nothing();
    return end == from ? start : Target::nothing();
}

/// A thing and where it is drawn.
struct Spot
{
    Target target;
    SceneRect rect;
};

enum class Dead { LeftOut, Included };

std::vector<Spot> spotsOf(const Picture &picture, Dead dead)
{
    std::vector<Spot> spots;
    for (const PillItem &pill : picture.pills)
        if (dead == Dead::Included || pill.tone != Tone::Going)
            spots.push_back({Target::of(pill.name), pill.rect});
    for (const CardItem &card : picture.cards)
        if (dead == Dead::Included || !card.ghost)
            spots.push_back({card.target(), card.rect});
    for (const RingItem &ring : picture.rings)
        if (ring.reference && (dead == Dead::Included || !ring.ghost))
            spots.push_back({Target::of(ring.reference), ring.rect});
    return spots;
}

/// Names before all others, then by column, then from the top.
auto readingKey(const Spot &spot)
{
    const bool name = spot.target.kind == Target::Kind::Name;
    return std::tuple(!name, name ? 0 : spot.rect.x, spot.rect.y, spot.target);
}

std::vector<Target> inReadingOrder(std::vector<Spot> spots)
{
    std::sort(spots.begin(), spots.end(),
              [](const Spot &left, const Spot &right) { return readingKey(left) < readingKey(right); });
    std::vector<Target> order;
    order.reserve(spots.size());
    for (const Spot &spot : spots)
        order.push_back(spot.target);
    return order;
}

} // namespace

Target startOf(const EdgeItem &edge)
{
    if (edge.cache)
        return Target::of(edge.cache);
    return edge.from.kind == Holder::Name ? Target::of(NameId{edge.from.id}) : Target::of(edge.owner);
}

Target targetAt(const Picture &picture, ScenePoint point, double tolerance)
{
    const auto hit = [point](const SceneRect &rect, double margin) {
        return contains(grown(rect, margin), point);
    };
    for (const RingItem &ring : picture.rings)
        if (ring.reference && hit(ring.rect, tolerance))
            return Target::of(ring.reference);
    for (const PillItem &pill : picture.pills)
        if (hit(pill.rect, 0))
            return Target::of(pill.name);
    for (const CardItem &card : picture.cards)
        if (hit(card.rect, 0))
            return card.target();
    return Target::nothing();
}

Target cardAt(const Picture &picture, ScenePoint point)
{
    const Target target = targetAt(picture, point, 0);
    const auto card = std::find_if(picture.cards.begin(), picture.cards.end(),
                                   [target](const CardItem &item) { return item.target() == target; });
    return card == picture.cards.end() || card->ghost ? Target::nothing() : target;
}

std::optional<SceneRect> rectOf(const Picture &picture, Target target)
{
    for (const PillItem &pill : picture.pills)
        if (Target::of(pill.name) == target)
            return pill.rect;
    for (const CardItem &card : picture.cards)
        if (card.target() == target)
            return card.rect;
    for (const RingItem &ring : picture.rings)
        if (ring.reference && Target::of(ring.reference) == target)
            return ring.rect;
    return std::nullopt;
}

std::vector<Target> readingOrder(const Picture &picture)
{
    return inReadingOrder(spotsOf(picture, Dead::LeftOut));
}

std::vector<Target> everythingInOrder(const Picture &picture)
{
    return inReadingOrder(spotsOf(picture, Dead::Included));
}

Target nearest(const Picture &picture, Target from, Direction direction)
{
    const std::optional<SceneRect> start = rectOf(picture, from);
    if (!start)
        return Target::nothing();
    Target best;
    double least = std::numeric_limits<double>::infinity();
    for (const Spot &spot : spotsOf(picture, Dead::LeftOut)) {
        const std::optional<double> needed = effort(*start, spot.rect, direction);
        const bool better = needed && std::pair(*needed, spot.target) < std::pair(least, best);
        if (spot.target == from || !better)
            continue;
        best = spot.target;
        least = *needed;
    }
    return best;
}

Target alongEdge(const Picture &picture, Target from, Along along)
{
    const std::optional<SceneRect> start = rectOf(picture, from);
    if (!start)
        return Target::nothing();
    Target best;
    std::pair<bool, double> least(true, std::numeric_limits<double>::infinity());
    for (const EdgeItem &edge : picture.edges) {
        const Target end = otherEnd(edge, from, along);
        const std::optional<SceneRect> rect = rectOf(picture, end);
        if (!rect || end == from)
            continue;
        const std::pair<bool, double> cost(edge.weak, distance(*start, *rect));
        if (cost < least)
            std::tie(best, least) = std::pair(end, cost);
    }
    return best;
}

} // namespace tetherscope
