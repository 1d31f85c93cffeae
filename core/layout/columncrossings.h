#pragma once

#include "layout/seedgraph.h"

#include <cstdint>
#include <span>
#include <vector>

namespace tetherscope {

/// Counts how often edges from one column to the next cross, for any order of the columns' nodes.
///
/// Edges that leave or arrive at the same height of the same node do not cross.
///
/// Source   W. Barth, M. Jünger and P. Mutzel, "Simple and Efficient Bilayer Cross Counting" (2002). Since
/// the ports
///          of a node keep their order whatever the columns' is, their ends are sorted once and for all; a
///          count sorts nothing.
class ColumnCrossings
{
public:
    /// Requires: each edge leads from a column to the next.
    ColumnCrossings(std::size_t nodes, std::span<const SeedEdge> edges);

    /// Of the edges between the two columns, each given from its top down.
    std::uint64_t between(std::span<const std::uint32_t> column, std::span<const std::uint32_t> next);

private:
    struct Leaving
    {
        std::uint32_t to;
        std::uint32_t start; ///< which of the node's ports, from the top
        std::uint32_t end;   ///< which of the target's
    };

    std::uint32_t placeOf(const Leaving &edge) const { return m_first[edge.to] + edge.end; }
    std::uint32_t notBelow(std::uint32_t place) const;
    void add(std::uint32_t place);

    std::vector<std::uint32_t>
        m_begin; ///< of a node's edges in m_leaving, which are in the order of their ports
    std::vector<Leaving> m_leaving;
    std::vector<std::uint32_t> m_ends;  ///< by node: how many heights edges arrive at
    std::vector<std::uint32_t> m_first; ///< by node of the column at hand: the first of its ends
    std::vector<std::uint32_t>
        m_tree; ///< P. Fenwick's, over the ends of the column at hand: counts of edges met
};

} // namespace tetherscope
