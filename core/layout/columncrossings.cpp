#include "layout/columncrossings.h"

#include <algorithm>
#include <numeric>

namespace tetherscope {
namespace {

/// Edges by the node at one of their ends, there by port.
struct ByPort
{
    std::vector<std::uint32_t> begin; ///< of a node in `edges`
    std::vector<std::uint32_t> edges;
};

ByPort byPort(std::size_t nodes, std::span<const SeedEdge> edges, std::uint32_t SeedEdge::*node,
              double SeedEdge::*port)
{
    ByPort sorted;
    sorted.begin.assign(nodes + 1, 0);
    for (const SeedEdge &edge : edges)
        ++sorted.begin[edge.*node + 1];
    std::partial_sum(sorted.begin.begin(), sorted.begin.end(), sorted.begin.begin());
    sorted.edges.resize(edges.size());
    std::vector<std::uint32_t> next(sorted.begin.begin(), sorted.begin.end() - 1);
    for (std::uint32_t index = 0; index < edges.size(); ++index)
        sorted.edges[next[edges[index].*node]++] = index;
    for (std::size_t index = 0; index < nodes; ++index) {
        std::sort(
            sorted.edges.begin() + sorted.begin[index], sorted.edges.begin() + sorted.begin[index + 1],
            [&](std::uint32_t left, std::uint32_t right) { return edges[left].*port < edges[right].*port; });
    }
    return sorted;
}

/// By edge: which of its node's ports it has. Ports of one height are one.
std::vector<std::uint32_t> portNumbers(const ByPort &sorted, std::span<const SeedEdge> edges,
                                       double SeedEdge::*port)
{
    std::vector<std::uint32_t> numbers(edges.size(), 0);
    for (std::size_t node = 0; node + 1 < sorted.begin.size(); ++node) {
        for (std::uint32_t place = sorted.begin[node] + 1; place < sorted.begin[node + 1]; ++place) {
            const std::uint32_t before = sorted.edges[place - 1];
            const std::uint32_t edge = sorted.edges[place];
            numbers[edge] = numbers[before] + (edges[before].*port < edges[edge].*port ? 1 : 0);
        }
    }
    return numbers;
}

} // namespace

ColumnCrossings::ColumnCrossings(std::size_t nodes, std::span<const SeedEdge> edges)
    : m_ends(nodes, 0)
    , m_first(nodes, 0)
{
    const ByPort arriving = byPort(nodes, edges, &SeedEdge::to, &SeedEdge::toPort);
    const std::vector<std::uint32_t> ends = portNumbers(arriving, edges, &SeedEdge::toPort);
    for (std::size_t edge = 0; edge < edges.size(); ++edge)
        m_ends[edges[edge].to] = std::max(m_ends[edges[edge].to], ends[edge] + 1);
    ByPort leaving = byPort(nodes, edges, &SeedEdge::from, &SeedEdge::fromPort);
    const std::vector<std::uint32_t> starts = portNumbers(leaving, edges, &SeedEdge::fromPort);
    m_leaving.reserve(edges.size());
    for (const std::uint32_t edge : leaving.edges)
        m_leaving.push_back({edges[edge].to, starts[edge], ends[edge]});
    m_begin = std::move(leaving.begin);
}

std::uint32_t ColumnCrossings::notBelow(std::uint32_t place) const
{
    std::uint32_t count = 0;
    for (std::uint32_t node = place + 1; node > 0; node -= node & (~node + 1))
        count += m_tree[node];
    return count;
}

void ColumnCrossings::add(std::uint32_t place)
{
    for (std::uint32_t node = place + 1; node < m_tree.size(); node += node & (~node + 1))
        ++m_tree[node];
}

std::uint64_t ColumnCrossings::between(std::span<const std::uint32_t> column,
                                       std::span<const std::uint32_t> next)
{
    std::uint32_t ends = 0;
    for (const std::uint32_t node : next) {
        m_first[node] = ends;
        ends += m_ends[node];
    }
    m_tree.assign(ends + 1, 0);
    std::uint64_t crossings = 0;
    std::uint32_t met = 0; // and in the tree: all that leave above the port at hand
    for (const std::uint32_t node : column) {
        for (std::uint32_t begin = m_begin[node]; begin < m_begin[node + 1];) {
            std::uint32_t end = begin;
            for (; end < m_begin[node + 1] && m_leaving[end].start == m_leaving[begin].start; ++end)
                crossings += met - notBelow(placeOf(m_leaving[end]));
            met += end - begin;
            for (; begin < end; ++begin)
                add(placeOf(m_leaving[begin]));
        }
    }
    return crossings;
}

} // namespace tetherscope
