#include "canvas/ink.h"

#include "canvas/geometry.h"

#include <algorithm>

namespace tetherscope {

namespace {

constexpr double outline = 2; ///< half of the widest line, and its soft edge
constexpr double cornerMark = 8;
constexpr double head = 9;       ///< arrow heads, tails and crosses
constexpr double ringMarks = 12; ///< the flag of a callback
constexpr double captionHeight = 18;

/// No letter of the small voices is wider, an emoji or an ideograph included.
double widestText(qsizetype letters)
{
    constexpr double widestLetter = 16;
    return widestLetter * static_cast<double>(letters);
}

} // namespace

SceneRect inkOf(const HeadingItem &heading)
{
    constexpr double gap = 8;
    constexpr double height = 16;
    const qsizetype letters = std::max(heading.text.size() + heading.detail.size(), heading.values.size());
    const double bottom = std::max(heading.rect.bottom(), heading.valuesY + height / 2);
    return grown({heading.rect.x, heading.rect.y, widestText(letters) + gap, bottom - heading.rect.y},
                 outline);
}

SceneRect inkOf(const PillItem &pill)
{
    return grown(pill.rect, cornerMark);
}

SceneRect inkOf(const CardItem &card)
{
    const SceneRect body = grown(card.rect, cornerMark);
    return card.chip.isEmpty() ? body : united(body, grown(card.chipRect, outline));
}

SceneRect inkOf(const RingItem &ring)
{
    const SceneRect circle = grown(ring.rect, ringMarks);
    if (ring.caption.isEmpty())
        return circle;
    const double width = widestText(ring.caption.size());
    return united(circle, {ring.rect.centreX() - width / 2, circle.y - captionHeight, width, captionHeight});
}

SceneRect inkOf(const EdgeItem &edge)
{
    return grown(boundsOf(edge.points), head);
}

std::vector<SceneRect> inkAlong(const EdgeItem &edge)
{
    std::vector<SceneRect> inks = coverOf(edge.points);
    for (SceneRect &ink : inks)
        ink = grown(ink, head);
    return inks;
}

bool hasInkIn(const EdgeItem &edge, const SceneRect &area)
{
    return crosses(edge.points, grown(area, head));
}

bool hasEndIn(const EdgeItem &edge, const SceneRect &area)
{
    const SceneRect near = grown(area, head);
    return contains(near, edge.points.front()) || contains(near, edge.points.back());
}

SceneRect inkOf(const StubItem &stub)
{
    return united(grown(boundsOf(stub.points), head), grown(stub.captionRect, 2 * outline));
}

} // namespace tetherscope
