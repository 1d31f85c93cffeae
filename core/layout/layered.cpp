// Sugiyama, Tagawa and Toda's method, "Methods for Visual Understanding of Hierarchical System Structures"
// (1981), with the cheapest known parts, since it has to place 100 000 nodes while somebody waits:
//
//   order     barycentre sweeps to and fro, by ports, the best order seen is kept (columncrossings.h)
//   height    for each column in turn: as near as may be to the weighted mean of the neighbours, in the given
//   order
//             and without overlap (stacking.h)
//
// Not taken: Brandes and Köpf's four alignments (no order of the names is kept by them without care), and
// network simplex, which is what makes `dot` better and a hundred times slower.

#include "layout/layered.h"

#include "layout/columncrossings.h"
#include "layout/stacking.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace tetherscope {
namespace {

constexpr double passExtent = 16;   ///< of a place where an edge passes through a column
constexpr double lazyWeight = 0.01; // who has no neighbours stays
constexpr int orderSweeps = 8;
constexpr int heightSweeps = 6;
constexpr int fewestSweeps = 2;
constexpr std::size_t sweptNodes = 2'000'000; // in all sweeps together: somebody waits

struct Link
{
    std::uint32_t node;
    double weight;
    double ownPort;
    double otherPort;
};

/// Adjacency of one direction, as flat arrays.
struct Links
{
    std::vector<std::uint32_t> begin;
    std::vector<Link> links;

    std::span<const Link> of(std::uint32_t node) const
    {
        return std::span(links).subspan(begin[node], begin[node + 1] - begin[node]);
    }
};

class LayeredDrawing
{
public:
    LayeredDrawing(const SeedGraph &graph, const Layering &layering)
        : m_graph(graph)
        , m_rank(layering.rank)
        , m_columns(layering.rankCount)
    {
        for (const SeedNode &node : graph.nodes)
            m_extent.push_back(node.extent);
        expand(layering);
        m_left = links(&SeedEdge::to, &SeedEdge::from, &SeedEdge::toPort, &SeedEdge::fromPort);
        m_right = links(&SeedEdge::from, &SeedEdge::to, &SeedEdge::fromPort, &SeedEdge::toPort);
    }

    void order(const std::stop_token &stop);
    void setHeights(const std::stop_token &stop);
    SeedPlacement placement() const;

private:
    void expand(const Layering &layering);
    Links links(std::uint32_t SeedEdge::*own, std::uint32_t SeedEdge::*other, double SeedEdge::*ownPort,
                double SeedEdge::*otherPort) const;
    int affordable(int sweeps) const
    {
        const std::size_t most = sweptNodes / std::max<std::size_t>(1, m_extent.size());
        return std::clamp(static_cast<int>(std::min<std::size_t>(most, 100)), fewestSweeps, sweeps);
    }
    void fillColumns();
    void number(const std::vector<std::uint32_t> &column);
    void sortBy(std::vector<std::uint32_t> &column, const Links &links);
    void sortNames();
    std::uint64_t crossings(ColumnCrossings &count) const;
    void stack();
    void settle(const std::vector<std::uint32_t> &column, bool useLeft, bool useRight);
    void pull(std::uint32_t node, const Links &links, double &sum, double &weight) const;

    const SeedGraph &m_graph;
    std::vector<std::uint32_t> m_rank;
    std::vector<double> m_extent;
    std::vector<SeedEdge> m_edges; ///< each from one column to the next
    Links m_left;                  ///< to the column before
    Links m_right;
    std::vector<std::vector<std::uint32_t>> m_columns;
    std::vector<std::uint32_t> m_place; ///< within the column
    std::vector<double> m_top;
};

/// Cuts long edges at every column they pass. Where that would be far more than there are nodes, long edges
/// have no say in the drawing.
void LayeredDrawing::expand(const Layering &layering)
{
    const bool all = layering.expandedNodes <= 3 * m_graph.nodes.size() + 60000;
    for (const SeedEdge &edge : layering.edges) {
        const std::uint32_t last = m_rank[edge.to];
        if (!all && last - m_rank[edge.from] > 3)
            continue;
        SeedEdge piece = edge;
        for (std::uint32_t rank = m_rank[edge.from] + 1; rank < last; ++rank) {
            piece.to = static_cast<std::uint32_t>(m_extent.size());
            piece.toPort = passExtent / 2;
            m_extent.push_back(passExtent);
            m_rank.push_back(rank);
            m_edges.push_back(piece);
            piece.from = piece.to;
            piece.fromPort = passExtent / 2;
            piece.weight = edge.weight * 4; // bends in long edges are the first thing one sees
        }
        piece.to = edge.to;
        piece.toPort = edge.toPort;
        m_edges.push_back(piece);
    }
}

Links LayeredDrawing::links(std::uint32_t SeedEdge::*own, std::uint32_t SeedEdge::*other,
                            double SeedEdge::*ownPort, double SeedEdge::*otherPort) const
{
    Links result;
    result.begin.assign(m_extent.size() + 1, 0);
    for (const SeedEdge &edge : m_edges)
        ++result.begin[edge.*own + 1];
    std::partial_sum(result.begin.begin(), result.begin.end(), result.begin.begin());
    result.links.resize(m_edges.size());
    std::vector<std::uint32_t> next(result.begin.begin(), result.begin.end() - 1);
    for (const SeedEdge &edge : m_edges) {
        result.links[next[edge.*own]++] = {edge.*other, static_cast<double>(edge.weight), edge.*ownPort,
                                           edge.*otherPort};
    }
    return result;
}

void LayeredDrawing::number(const std::vector<std::uint32_t> &column)
{
    for (std::uint32_t place = 0; place < column.size(); ++place)
        m_place[column[place]] = place;
}

/// Names keep their order; every other column is first ordered by the one to its left.
void LayeredDrawing::fillColumns()
{
    m_place.assign(m_extent.size(), 0);
    for (std::uint32_t node = 0; node < m_extent.size(); ++node)
        m_columns[m_rank[node]].push_back(node);
    number(m_columns[0]);
    for (std::size_t column = 1; column < m_columns.size(); ++column) {
        number(m_columns[column]);
        sortBy(m_columns[column], m_left);
    }
}

/// By the mean place of the neighbours, ports included. A node without any stays behind the one before it.
void LayeredDrawing::sortBy(std::vector<std::uint32_t> &column, const Links &links)
{
    std::vector<std::pair<double, std::uint32_t>> keyed;
    keyed.reserve(column.size());
    double last = -1;
    for (const std::uint32_t node : column) {
        double sum = 0;
        double weight = 0;
        for (const Link &link : links.of(node)) {
            sum += link.weight * (m_place[link.node] + link.otherPort / m_extent[link.node]);
            weight += link.weight;
        }
        last = weight > 0 ? sum / weight : last;
        keyed.emplace_back(last, node);
    }
    std::stable_sort(keyed.begin(), keyed.end(),
                     [](const auto &left, const auto &right) { return left.first < right.first; });
    std::transform(keyed.begin(), keyed.end(), column.begin(), [](const auto &key) { return key.second; });
    number(column);
}

/// Those that are free, by what they hold.
void LayeredDrawing::sortNames()
{
    const auto firstFixed = m_columns[0].begin() + m_graph.freeNames;
    std::vector<std::uint32_t> names(m_columns[0].begin(), firstFixed);
    sortBy(names, m_right);
    std::copy(names.begin(), names.end(), m_columns[0].begin());
}

std::uint64_t LayeredDrawing::crossings(ColumnCrossings &count) const
{
    std::uint64_t sum = 0;
    for (std::size_t column = 1; column < m_columns.size(); ++column)
        sum += count.between(m_columns[column - 1], m_columns[column]);
    return sum;
}

void LayeredDrawing::order(const std::stop_token &stop)
{
    fillColumns();
    ColumnCrossings count(m_extent.size(), m_edges);
    std::vector<std::vector<std::uint32_t>> best = m_columns;
    std::uint64_t fewest = crossings(count);
    for (int sweep = 0; sweep < affordable(orderSweeps) && fewest > 0 && !stop.stop_requested(); ++sweep) {
        if (sweep % 2 == 0) {
            for (std::size_t column = m_columns.size() - 1; column-- > 1;)
                sortBy(m_columns[column], m_right);
            sortNames();
        } else {
            for (std::size_t column = 1; column < m_columns.size(); ++column)
                sortBy(m_columns[column], m_left);
        }
        if (const std::uint64_t now = crossings(count); now < fewest) {
            fewest = now;
            best = m_columns;
        }
    }
    m_columns = std::move(best);
    for (const std::vector<std::uint32_t> &column : m_columns)
        number(column);
}

void LayeredDrawing::stack()
{
    m_top.assign(m_extent.size(), 0);
    for (const std::vector<std::uint32_t> &column : m_columns) {
        double top = 0;
        for (const std::uint32_t node : column) {
            m_top[node] = top;
            top += m_extent[node];
        }
    }
}

void LayeredDrawing::pull(std::uint32_t node, const Links &links, double &sum, double &weight) const
{
    for (const Link &link : links.of(node)) {
        sum += link.weight * (m_top[link.node] + link.otherPort - link.ownPort);
        weight += link.weight;
    }
}

void LayeredDrawing::settle(const std::vector<std::uint32_t> &column, bool useLeft, bool useRight)
{
    std::vector<StackWish> wishes;
    for (const std::uint32_t node : column) {
        double sum = lazyWeight * m_top[node];
        double weight = lazyWeight;
        if (useLeft)
            pull(node, m_left, sum, weight);
        if (useRight)
            pull(node, m_right, sum, weight);
        wishes.push_back({sum / weight, weight, m_extent[node]});
    }
    const std::vector<double> tops = stacked(wishes);
    for (std::size_t place = 0; place < column.size(); ++place)
        m_top[column[place]] = tops[place];
}

void LayeredDrawing::setHeights(const std::stop_token &stop)
{
    stack();
    const int sweeps = affordable(heightSweeps);
    for (int sweep = 0; sweep < sweeps && !stop.stop_requested(); ++sweep) {
        for (const std::vector<std::uint32_t> &column : m_columns)
            settle(column, true, sweep > 0);
        for (std::size_t column = m_columns.size(); column-- > 0;)
            settle(m_columns[column], sweep + 1 == sweeps, true);
    }
}

SeedPlacement LayeredDrawing::placement() const
{
    const auto nodes = static_cast<std::ptrdiff_t>(m_graph.nodes.size());
    SeedPlacement placement;
    placement.column.assign(m_rank.begin(), m_rank.begin() + nodes);
    placement.top.assign(m_top.begin(), m_top.begin() + nodes);
    placement.columnCount = static_cast<std::uint32_t>(m_columns.size());
    return placement;
}

} // namespace

std::optional<SeedPlacement> layeredPlacement(const SeedGraph &graph, const Layering &layering,
                                              const std::stop_token &stop)
{
    LayeredDrawing drawing(graph, layering);
    drawing.order(stop);
    drawing.setHeights(stop);
    if (stop.stop_requested())
        return std::nullopt;
    return drawing.placement();
}

} // namespace tetherscope
