#include "export/shapemerge.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace tetherscope {

namespace {

constexpr std::size_t nowhere = SIZE_MAX;

/// A shape of the sheet that is at this place of the merged, and the one before it in the best row of such.
struct Link
{
    qsizetype shape;
    std::size_t place;
    std::size_t before; ///< among the links; nowhere: it is the first
};

using PlacesOfShapes = QHash<QByteArray, std::vector<std::size_t>>;

PlacesOfShapes placesOf(const std::vector<ShapeMerge::Shape> &merged)
{
    PlacesOfShapes places;
    places.reserve(static_cast<qsizetype>(merged.size()));
    for (std::size_t place = merged.size(); place-- > 0;)
        places[merged[place].text].push_back(place); // falling: a shape is not to follow itself
    return places;
}

} // namespace

/// By shape of the sheet: where it is among the merged; places rise. nowhere: it is new.
std::vector<std::size_t> ShapeMerge::commonPlaces(const QList<QByteArray> &shapes) const
{
    const PlacesOfShapes places = placesOf(m_shapes);
    std::vector<Link> links;
    std::vector<std::size_t> ends; // of the rows of each length, the link with the least place
    for (qsizetype shape = 0; shape < shapes.size(); ++shape) {
        for (const std::size_t place : places.value(shapes[shape])) {
            const auto end =
                std::lower_bound(ends.begin(), ends.end(), place, [&](std::size_t link, std::size_t other) {
                    return links[link].place < other;
                });
            links.push_back({shape, place, end == ends.begin() ? nowhere : *std::prev(end)});
            if (end == ends.end())
                ends.push_back(links.size() - 1);
            else
                *end = links.size() - 1;
        }
    }
    std::vector<std::size_t> common(static_cast<std::size_t>(shapes.size()), nowhere);
    for (std::size_t link = ends.empty() ? nowhere : ends.back(); link != nowhere; link = links[link].before)
        common[static_cast<std::size_t>(links[link].shape)] = links[link].place;
    return common;
}

void ShapeMerge::add(const QList<QByteArray> &shapes)
{
    const std::vector<std::size_t> common = commonPlaces(shapes);
    std::vector<Shape> merged;
    merged.reserve(m_shapes.size() + common.size());
    std::size_t next = 0;
    const auto takeUntil = [&](std::size_t end) {
        for (; next < end; ++next)
            merged.push_back(std::move(m_shapes[next]));
    };
    for (std::size_t i = 0; i < common.size(); ++i) {
        if (common[i] == nowhere) {
            merged.push_back({shapes[static_cast<qsizetype>(i)], std::vector<bool>(m_sheetCount)});
        } else {
            takeUntil(common[i]);
            merged.push_back(std::move(m_shapes[next++]));
        }
        merged.back().shown.push_back(true);
    }
    takeUntil(m_shapes.size());
    m_shapes = std::move(merged);
    ++m_sheetCount;
    for (Shape &shape : m_shapes)
        shape.shown.resize(m_sheetCount);
}

} // namespace tetherscope
