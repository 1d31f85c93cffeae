#pragma once

#include "canvas/picture.h"
#include "canvas/spatialindex.h"

#include <cstdint>
#include <vector>

namespace tetherscope {

/// Which things of a picture are to be drawn: numbers into its arrays, in the order in which they are drawn.
/// Headings are few and not among them.
struct VisibleItems
{
    std::vector<std::uint32_t> pills;
    std::vector<std::uint32_t> cards;
    std::vector<std::uint32_t> rings;
    std::vector<std::uint32_t> edges;
    std::vector<std::uint32_t> stubs;
    /// Edges that are longer than any window: their lines are drawn apart, here are those of which an end is
    /// to be seen.
    std::vector<std::uint32_t> farEdges;

    static VisibleItems all(const Picture &picture);
};

/// Finds what of a picture has ink in an area.
///
/// A value, worked out once for a picture; it does not refer to it.
class PictureIndex
{
public:
    PictureIndex() = default;
    explicit PictureIndex(const Picture &picture);

    VisibleItems within(const SceneRect &area) const;

private:
    SpatialIndex m_pills;
    SpatialIndex m_cards;
    SpatialIndex m_rings;
    SpatialIndex m_edges;
    SpatialIndex m_stubs;
};

} // namespace tetherscope
