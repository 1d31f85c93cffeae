#pragma once

#include "layout/timedlines.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tetherscope {

/// Many lines by number, a few of which move at a time, and which of them may cross what lies in an area.
///
/// Lines that are near each other in space and time stand in blocks, which are passed over as a whole; a
/// block grows with what moves and never shrinks.
///
/// Source   Sort-Tile-Recursive packing: Leutenegger, Edgington and Lopez, "STR: A Simple and Efficient
/// Algorithm for
///          R-Tree Packing" (1997).
class LineIndex
{
public:
    explicit LineIndex(std::span<const TimedLine> lines);

    /// A line that has moved, or was taken out.
    void set(std::uint32_t number, const TimedLine &line);
    /// It is in no area until it is set again.
    void takeOut(std::uint32_t number);
    /// Adds all lines that may cross something in the area to those found, in an order that depends on the
    /// calls before alone. Returns how many were looked at, blocks included.
    std::size_t gather(const LineArea &area, TimedLines &found) const;

private:
    static constexpr std::size_t blockSize = 16; ///< of lines

    /// What lines reach over, each as one of the columns: so the compiler's vector code compares several at a
    /// time.
    struct Block
    {
        LineArea bounds;
        std::array<float, blockSize> left{};
        std::array<float, blockSize> right{};
        std::array<float, blockSize> top{};
        std::array<float, blockSize> bottom{};
        std::array<std::int32_t, blockSize> first{};
        std::array<std::int32_t, blockSize> last{}; ///< before the first: no line
    };
    struct Tile;

    static std::vector<Tile> tiled(std::span<const TimedLine> lines);
    static std::array<std::int32_t, blockSize> meeting(const Block &block, const LineArea &area);
    void put(std::size_t place, const TimedLine &line);

    std::vector<TimedLine> m_lines;     ///< block after block
    std::vector<std::uint32_t> m_place; ///< by number
    std::vector<Block> m_blocks;
};

} // namespace tetherscope
