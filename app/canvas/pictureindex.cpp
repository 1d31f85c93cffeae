#include "canvas/pictureindex.h"

#include "canvas/ink.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace tetherscope {

namespace {

template<typename Item>
SpatialIndex indexOf(const std::vector<Item> &items)
{
    std::vector<SceneRect> inks;
    inks.reserve(items.size());
    std::transform(items.begin(), items.end(), std::back_inserter(inks),
                   [](const Item &item) { return inkOf(item); });
    return SpatialIndex(inks);
}

std::vector<std::uint32_t> numbers(std::size_t count)
{
    std::vector<std::uint32_t> all(count);
    std::iota(all.begin(), all.end(), 0U);
    return all;
}

} // namespace

VisibleItems VisibleItems::all(const Picture &picture)
{
    return {numbers(picture.pills.size()), numbers(picture.cards.size()), numbers(picture.rings.size()),
            numbers(picture.edges.size()), numbers(picture.stubs.size()), {}};
}

PictureIndex::PictureIndex(const Picture &picture)
    : m_pills(indexOf(picture.pills))
    , m_cards(indexOf(picture.cards))
    , m_rings(indexOf(picture.rings))
    , m_edges(indexOf(picture.edges))
    , m_stubs(indexOf(picture.stubs))
{
}

VisibleItems PictureIndex::within(const SceneRect &area) const
{
    return {m_pills.touching(area), m_cards.touching(area), m_rings.touching(area),
            m_edges.touching(area), m_stubs.touching(area), {}};
}

} // namespace tetherscope
