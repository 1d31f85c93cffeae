#pragma once

#include "layout/geometry.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tetherscope {

/// Which of many rectangles touch an area: two grids, one for what is small and one for what is long.
///
/// Each rectangle is in one cell only, that of its middle, in the finer of the grids whose cells are at least
/// as large as it is; a query looks half a cell further (a "loose" grid, see T. Ulrich, "Loose Octrees", in
/// Game Programming Gems, 2000). What is larger than the cells of both is looked at in every query.
/// Cells grow with the picture, so that there are never more of them than rectangles.
///
/// A value: immutable once made. Takes about 24 bytes a rectangle.
class SpatialIndex
{
public:
    SpatialIndex() = default;
    explicit SpatialIndex(std::span<const SceneRect> rects);

    /// The numbers of those that touch the area, in order. Coordinates count as single floats, rounded
    /// outward.
    std::vector<std::uint32_t> touching(const SceneRect &area) const;
    std::size_t size() const { return m_boxes.size(); }

private:
    struct Box
    {
        float left = 0;
        float top = 0;
        float right = 0;
        float bottom = 0;

        bool touches(const Box &other) const
        {
            return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
        }
        float extent() const;
    };

    /// Cells of one size, row after row.
    struct Grid
    {
        Box bounds;
        float cell = 1;
        std::size_t columns = 0;
        std::size_t rows = 0;
        std::vector<std::uint32_t> starts; ///< of each cell in `items`, and their end
        std::vector<std::uint32_t> items;

        std::size_t column(float x) const;
        std::size_t row(float y) const;
        std::size_t cellOf(const Box &box) const;
    };

    static Box boxOf(const SceneRect &rect);
    Box wholeBounds() const;
    Grid gridOf(const Box &bounds, float cell, const std::vector<std::uint32_t> &members) const;
    void collect(const Grid &grid, const Box &area, std::vector<std::uint32_t> &found) const;

    std::vector<Box> m_boxes;
    Box m_bounds;
    Grid m_fine;
    Grid m_coarse;
    std::vector<std::uint32_t> m_large;
};

} // namespace tetherscope
