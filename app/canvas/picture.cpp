#include "canvas/picture.h"

#include "canvas/geometry.h"

#include <algorithm>

namespace tetherscope {

std::uint32_t headsOn(const Picture &picture, ObjectId object)
{
    std::uint32_t heads = 0;
    for (const EdgeItem &edge : picture.edges)
        heads += edge.to == object && edge.counts() ? 1 : 0;
    for (const StubItem &stub : picture.stubs)
        heads += stub.to == object ? stub.units : 0;
    return heads;
}

SceneRect extentOf(const Picture &picture)
{
    SceneRect extent = picture.bounds;
    for (const CardItem &card : picture.cards)
        extent = united(extent, card.rect);
    return extent;
}

bool isFree(const Picture &picture, const SceneRect &area)
{
    const auto overlaps = [&area](const auto &item) { return item.rect.overlaps(area); };
    return std::none_of(picture.cards.begin(), picture.cards.end(), overlaps) &&
           std::none_of(picture.pills.begin(), picture.pills.end(), overlaps) &&
           std::none_of(picture.edges.begin(), picture.edges.end(), [&area](const EdgeItem &edge) {
               return boundsOf(edge.points).overlaps(area) && crosses(edge.points, area);
           });
}

bool liesWithin(const Picture &picture, const SceneRect &area)
{
    const auto within = [&area](const SceneRect &rect) {
        return rect.x >= area.x && rect.y >= area.y && rect.right() <= area.right() &&
               rect.bottom() <= area.bottom();
    };
    const auto itemWithin = [&within](const auto &item) { return within(item.rect); };
    return std::all_of(picture.cards.begin(), picture.cards.end(), itemWithin) &&
           std::all_of(picture.pills.begin(), picture.pills.end(), itemWithin) &&
           std::all_of(picture.rings.begin(), picture.rings.end(), itemWithin) &&
           std::all_of(picture.edges.begin(), picture.edges.end(), [&within](const EdgeItem &edge) {
               if (within(boundsOf(edge.points)))
                   return true;
               const std::vector<SceneRect> cover = coverOf(edge.points);
               return std::all_of(cover.begin(), cover.end(), within);
           });
}

} // namespace tetherscope
