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

/// Names before all others, then by column, then from the top.
auto readingKey(const Picture &picture, Target target)
{
    const SceneRect rect = rectOf(picture, target).value_or(SceneRect{});
    const bool name = target.kind == Target::Kind::Name;
    return std::tuple(!name, name ? 0 : rect.x, rect.y, target);
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
    std::vector<Target> order;
    for (const PillItem &pill : picture.pills)
        if (pill.tone != Tone::Going)
            order.push_back(Target::of(pill.name));
    for (const CardItem &card : picture.cards)
        if (!card.ghost)
            order.push_back(card.target());
    for (const RingItem &ring : picture.rings)
        if (ring.reference && !ring.ghost)
            order.push_back(Target::of(ring.reference));
    std::sort(order.begin(), order.end(), [&picture](Target left, Target right) {
        return readingKey(picture, left) < readingKey(picture, right);
    });
    return order;
}

Target nearest(const Picture &picture, Target from, Direction direction)
{
    const std::optional<SceneRect> start = rectOf(picture, from);
    if (!start)
        return Target::nothing();
    Target best;
    double least = std::numeric_limits<double>::infinity();
    for (const Target candidate : readingOrder(picture)) {
        const std::optional<double> needed = effort(*start, *rectOf(picture, candidate), direction);
        if (candidate == from || !needed || *needed >= least)
            continue;
        best = candidate;
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
