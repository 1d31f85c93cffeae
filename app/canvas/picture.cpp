#include "canvas/picture.h"

#include "canvas/geometry.h"

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

} // namespace tetherscope
