#include "canvas/spatialindex.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace tetherscope {

namespace {

constexpr float leastCell = 512;
constexpr float coarser = 16; ///< how many times larger the cells of the grid for long things are

float roundedDown(double value)
{
    const float near = static_cast<float>(value);
    return near <= value ? near : std::nextafter(near, std::numeric_limits<float>::lowest());
}

float roundedUp(double value)
{
    return -roundedDown(-value);
}

/// Not so small that there would be more cells than things.
float cellSize(float width, float height, std::size_t count)
{
    const float things = static_cast<float>(std::max<std::size_t>(count, 1));
    return std::max({leastCell, std::sqrt(width / things * height), std::max(width, height) / things});
}

std::size_t cellAt(float place, float cell, std::size_t count)
{
    const float cells = std::clamp(std::floor(place / cell), 0.0F, static_cast<float>(count - 1));
    return static_cast<std::size_t>(cells);
}

} // namespace

float SpatialIndex::Box::extent() const
{
    return std::max(right - left, bottom - top);
}

SpatialIndex::Box SpatialIndex::boxOf(const SceneRect &rect)
{
    return {roundedDown(rect.x), roundedDown(rect.y), roundedUp(rect.right()), roundedUp(rect.bottom())};
}

SpatialIndex::SpatialIndex(std::span<const SceneRect> rects)
{
    m_boxes.reserve(rects.size());
    std::transform(rects.begin(), rects.end(), std::back_inserter(m_boxes), boxOf);
    m_bounds = wholeBounds();
    const float cell =
        cellSize(m_bounds.right - m_bounds.left, m_bounds.bottom - m_bounds.top, m_boxes.size());
    std::vector<std::uint32_t> fine;
    std::vector<std::uint32_t> coarse;
    for (std::uint32_t i = 0; i < m_boxes.size(); ++i) {
        const float extent = m_boxes[i].extent();
        (extent <= cell ? fine : extent <= cell * coarser ? coarse : m_large).push_back(i);
    }
    m_fine = gridOf(m_bounds, cell, fine);
    m_coarse = gridOf(m_bounds, cell * coarser, coarse);
    m_large.shrink_to_fit();
}

SpatialIndex::Box SpatialIndex::wholeBounds() const
{
    if (m_boxes.empty())
        return {};
    return std::accumulate(m_boxes.begin() + 1, m_boxes.end(), m_boxes.front(),
                           [](const Box &all, const Box &box) {
                               return Box{std::min(all.left, box.left), std::min(all.top, box.top),
                                          std::max(all.right, box.right), std::max(all.bottom, box.bottom)};
                           });
}

std::size_t SpatialIndex::Grid::column(float x) const
{
    return cellAt(x - bounds.left, cell, columns);
}

std::size_t SpatialIndex::Grid::row(float y) const
{
    return cellAt(y - bounds.top, cell, rows);
}

std::size_t SpatialIndex::Grid::cellOf(const Box &box) const
{
    return row((box.top + box.bottom) / 2) * columns + column((box.left + box.right) / 2);
}

/// A counting sort of the members by their cells.
SpatialIndex::Grid SpatialIndex::gridOf(const Box &bounds, float cell,
                                        const std::vector<std::uint32_t> &members) const
{
    Grid grid;
    if (members.empty())
        return grid;
    grid.bounds = bounds;
    grid.cell = cell;
    grid.columns = 1 + static_cast<std::size_t>((bounds.right - bounds.left) / cell);
    grid.rows = 1 + static_cast<std::size_t>((bounds.bottom - bounds.top) / cell);
    grid.starts.resize(grid.columns * grid.rows + 1);
    for (const std::uint32_t member : members)
        ++grid.starts[grid.cellOf(m_boxes[member])];
    std::exclusive_scan(grid.starts.begin(), grid.starts.end(), grid.starts.begin(), 0U);
    grid.items.resize(members.size());
    std::vector<std::uint32_t> next(grid.starts);
    for (const std::uint32_t member : members)
        grid.items[next[grid.cellOf(m_boxes[member])]++] = member;
    return grid;
}

void SpatialIndex::collect(const Grid &grid, const Box &area, std::vector<std::uint32_t> &found) const
{
    if (grid.items.empty())
        return;
    const float reach = grid.cell / 2;
    const std::size_t first = grid.column(area.left - reach);
    const std::size_t last = grid.column(area.right + reach);
    const std::size_t lastRow = grid.row(area.bottom + reach);
    for (std::size_t row = grid.row(area.top - reach); row <= lastRow; ++row) {
        // the cells of a row lie one behind the other
        const std::uint32_t end = grid.starts[row * grid.columns + last + 1];
        for (std::uint32_t i = grid.starts[row * grid.columns + first]; i < end; ++i)
            if (m_boxes[grid.items[i]].touches(area))
                found.push_back(grid.items[i]);
    }
}

std::vector<std::uint32_t> SpatialIndex::touching(const SceneRect &area) const
{
    std::vector<std::uint32_t> found;
    const Box box = boxOf(area);
    if (m_boxes.empty() || !box.touches(m_bounds))
        return found;
    if (area.x <= m_bounds.left && area.right() >= m_bounds.right && area.y <= m_bounds.top &&
        area.bottom() >= m_bounds.bottom) {
        found.resize(m_boxes.size());
        std::iota(found.begin(), found.end(), 0U);
        return found;
    }
    collect(m_fine, box, found);
    collect(m_coarse, box, found);
    std::copy_if(m_large.begin(), m_large.end(), std::back_inserter(found),
                 [&](std::uint32_t i) { return m_boxes[i].touches(box); });
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace tetherscope
