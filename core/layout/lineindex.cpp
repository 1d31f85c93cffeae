#include "layout/lineindex.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace tetherscope {

struct LineIndex::Tile
{
    std::uint32_t number;
    float x;
    float y;
    std::int32_t step;
};

/// By column; within it in strips from the top, each of them in order of time.
std::vector<LineIndex::Tile> LineIndex::tiled(std::span<const TimedLine> lines)
{
    std::vector<Tile> tiles;
    tiles.reserve(lines.size());
    for (std::uint32_t number = 0; number < lines.size(); ++number) {
        const TimedLine &line = lines[number];
        tiles.push_back({number, line.fromX, (line.fromY + line.toY) / 2, line.first});
    }
    std::sort(tiles.begin(), tiles.end(), [](const Tile &one, const Tile &other) {
        return std::tie(one.x, one.y, one.number) < std::tie(other.x, other.y, other.number);
    });
    for (auto begin = tiles.begin(); begin != tiles.end();) {
        const auto end =
            std::find_if(begin, tiles.end(), [&](const Tile &tile) { return tile.x != begin->x; });
        const auto count = static_cast<std::size_t>(end - begin);
        const double blocks = static_cast<double>(count) / blockSize;
        const auto strip = static_cast<std::ptrdiff_t>(blockSize * std::ceil(std::sqrt(blocks)));
        while (begin != end) {
            const auto stripEnd = begin + std::min(strip, end - begin);
            std::sort(begin, stripEnd, [](const Tile &one, const Tile &other) {
                return std::tie(one.step, one.number) < std::tie(other.step, other.number);
            });
            begin = stripEnd;
        }
    }
    return tiles;
}

LineIndex::LineIndex(std::span<const TimedLine> lines)
    : m_place(lines.size())
    , m_blocks((lines.size() + blockSize - 1) / blockSize)
{
    for (Block &block : m_blocks)
        block.last.fill(-1);
    m_lines.reserve(lines.size());
    for (const Tile &tile : tiled(lines)) {
        m_place[tile.number] = static_cast<std::uint32_t>(m_lines.size());
        m_lines.push_back(lines[tile.number]);
        put(m_place[tile.number], lines[tile.number]);
    }
}

void LineIndex::put(std::size_t place, const TimedLine &line)
{
    Block &block = m_blocks[place / blockSize];
    LineArea own;
    own.include(line);
    block.bounds.include(line);
    const std::size_t column = place % blockSize;
    block.left[column] = own.left;
    block.right[column] = own.right;
    block.top[column] = own.top;
    block.bottom[column] = own.bottom;
    block.first[column] = own.first;
    block.last[column] = own.last;
}

void LineIndex::set(std::uint32_t number, const TimedLine &line)
{
    m_lines[m_place[number]] = line;
    put(m_place[number], line);
}

void LineIndex::takeOut(std::uint32_t number)
{
    m_blocks[m_place[number] / blockSize].last[m_place[number] % blockSize] = -1;
}

/// By place: not 0 where the line's own area meets that one. Without a branch.
std::array<std::int32_t, LineIndex::blockSize> LineIndex::meeting(const Block &block, const LineArea &area)
{
    std::array<std::int32_t, blockSize> hits; // NOLINT(cppcoreguidelines-pro-type-member-init): filled below
    for (std::size_t place = 0; place < blockSize; ++place) {
        hits[place] = static_cast<std::int32_t>(block.left[place] <= area.right) &
                      static_cast<std::int32_t>(area.left <= block.right[place]) &
                      static_cast<std::int32_t>(block.top[place] <= area.bottom) &
                      static_cast<std::int32_t>(area.top <= block.bottom[place]) &
                      static_cast<std::int32_t>(block.first[place] <= area.last) &
                      static_cast<std::int32_t>(area.first <= block.last[place]);
    }
    return hits;
}

std::size_t LineIndex::gather(const LineArea &area, TimedLines &found) const
{
    std::size_t looked = 0;
    for (std::size_t block = 0; block < m_blocks.size(); ++block) {
        ++looked;
        if (!m_blocks[block].bounds.meets(area))
            continue;
        looked += 4; // at several lines at a time
        const std::array<std::int32_t, blockSize> hits = meeting(m_blocks[block], area);
        for (std::size_t place = 0; place < blockSize; ++place) {
            if (hits[place] != 0)
                found.add(m_lines[block * blockSize + place]);
        }
    }
    return looked;
}

} // namespace tetherscope
