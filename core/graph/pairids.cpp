#include "graph/pairids.h"

#include <utility>

namespace tetherscope {

namespace {

constexpr std::size_t fewestCells = 64;

/// The top bits of a product with 2^64 / golden ratio: neighbouring pairs are spread over all cells.
/// Source: Knuth, The Art of Computer Programming 3, section 6.4 (Fibonacci hashing).
std::size_t spread(std::uint64_t pair)
{
    return static_cast<std::size_t>((pair * 0x9E3779B97F4A7C15U) >> 32U);
}

} // namespace

std::uint32_t PairIds::idOf(std::uint64_t pair, std::uint32_t fresh)
{
    if (2 * (m_used + 1) > m_cells.size())
        grow();
    Cell &cell = cellOf(pair);
    if (cell.pair == 0) {
        cell = {pair, fresh};
        ++m_used;
    }
    return cell.id;
}

/// The pair's cell, or the empty one where it belongs.
PairIds::Cell &PairIds::cellOf(std::uint64_t pair)
{
    const std::size_t mask = m_cells.size() - 1;
    std::size_t at = spread(pair) & mask;
    while (m_cells[at].pair != 0 && m_cells[at].pair != pair)
        at = (at + 1) & mask;
    return m_cells[at];
}

void PairIds::grow()
{
    const std::vector<Cell> old =
        std::exchange(m_cells, std::vector<Cell>(m_cells.empty() ? fewestCells : 2 * m_cells.size()));
    for (const Cell &cell : old) {
        if (cell.pair != 0)
            cellOf(cell.pair) = cell;
    }
}

} // namespace tetherscope
