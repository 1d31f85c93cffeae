#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tetherscope {

/// Which number a pair of two numbers has, packed into 64 bits; 0 is no pair.
///
/// Open addressing with linear probing: a recorder asks at nearly every event, and most pairs are asked for
/// but a few times, so that what counts is not to allocate for each.
class PairIds
{
public:
    /// The number of the pair; `fresh`, from now on, if it had none. Requires: pair and fresh are not 0.
    std::uint32_t idOf(std::uint64_t pair, std::uint32_t fresh);

private:
    struct Cell
    {
        std::uint64_t pair = 0;
        std::uint32_t id = 0;
    };
    Cell &cellOf(std::uint64_t pair);
    void grow();

    std::vector<Cell> m_cells; ///< as many as a power of two, or none
    std::size_t m_used = 0;
};

} // namespace tetherscope
