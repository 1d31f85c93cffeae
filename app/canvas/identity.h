#pragma once

#include "canvas/picture.h"

#include <tuple>

namespace tetherscope {

// Which thing an item stands for: the same in every picture of a run.

inline auto identityOf(const HeadingItem &heading)
{
    return std::tuple(heading.rect.x, heading.rect.y);
}

inline auto identityOf(const PillItem &pill)
{
    return pill.name;
}

inline auto identityOf(const CardItem &card)
{
    return card.target();
}

inline auto identityOf(const RingItem &ring)
{
    return std::tuple(ring.reference, ring.entry, ring.slot);
}

inline auto identityOf(const EdgeItem &edge)
{
    return std::tuple(edge.from.kind, edge.from.id, edge.entry, edge.to);
}

inline auto identityOf(const StubItem &stub)
{
    return std::tuple(stub.to, stub.caption);
}

} // namespace tetherscope
