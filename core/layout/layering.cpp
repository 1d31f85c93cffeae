#include "layout/layering.h"

#include <algorithm>
#include <limits>

namespace tetherscope {
namespace {

/// The edges that leave each node, in the order of the graph's.
class Outgoing
{
public:
    Outgoing(std::size_t nodes, const std::vector<SeedEdge> &edges)
        : m_begin(nodes + 1, 0)
        , m_edges(edges.size())
    {
        for (const SeedEdge &edge : edges)
            ++m_begin[edge.from + 1];
        for (std::size_t node = 1; node < m_begin.size(); ++node)
            m_begin[node] += m_begin[node - 1];
        std::vector<std::uint32_t> next(m_begin.begin(), m_begin.end() - 1);
        for (std::uint32_t edge = 0; edge < edges.size(); ++edge)
            m_edges[next[edges[edge].from]++] = edge;
    }

    std::uint32_t begin(std::uint32_t node) const { return m_begin[node]; }
    std::uint32_t end(std::uint32_t node) const { return m_begin[node + 1]; }
    std::uint32_t edge(std::uint32_t place) const { return m_edges[place]; }

private:
    std::vector<std::uint32_t> m_begin;
    std::vector<std::uint32_t> m_edges;
};

enum class Visit : std::uint8_t { Unseen, OnPath, Done };

/// Depth first from the names on; an edge back onto the path closes a cycle and is turned round. With a stack
/// of its own, since a linked list of a hundred thousand objects is one path.
class CycleBreaker
{
public:
    CycleBreaker(std::size_t nodes, std::vector<SeedEdge> &edges)
        : m_edges(edges)
        , m_outgoing(nodes, edges)
        , m_visits(nodes, Visit::Unseen)
    {
    }

    /// Also the nodes in an order in which every edge, as turned, leads onward.
    std::vector<std::uint32_t> run()
    {
        for (std::uint32_t node = 0; node < m_visits.size(); ++node) {
            if (m_visits[node] == Visit::Unseen)
                walk(node);
        }
        std::reverse(m_finished.begin(), m_finished.end());
        return std::move(m_finished);
    }

private:
    struct Stop
    {
        std::uint32_t node;
        std::uint32_t next;
    };

    void enter(std::uint32_t node)
    {
        m_visits[node] = Visit::OnPath;
        m_path.push_back({node, m_outgoing.begin(node)});
    }

    void walk(std::uint32_t start)
    {
        enter(start);
        while (!m_path.empty()) {
            Stop &stop = m_path.back();
            if (stop.next == m_outgoing.end(stop.node)) {
                m_visits[stop.node] = Visit::Done;
                m_finished.push_back(stop.node);
                m_path.pop_back();
                continue;
            }
            SeedEdge &edge = m_edges[m_outgoing.edge(stop.next++)];
            if (m_visits[edge.to] == Visit::OnPath)
                turn(edge);
            else if (m_visits[edge.to] == Visit::Unseen)
                enter(edge.to);
        }
    }

    static void turn(SeedEdge &edge)
    {
        std::swap(edge.from, edge.to);
        std::swap(edge.fromPort, edge.toPort);
    }

    std::vector<SeedEdge> &m_edges;
    Outgoing m_outgoing; ///< as the edges were given
    std::vector<Visit> m_visits;
    std::vector<Stop> m_path;
    std::vector<std::uint32_t> m_finished;
};

/// Names stay at 0 and everything else begins at 1, since a name is held by nothing.
void rankByLongestPath(Layering &layering, const SeedGraph &graph, const std::vector<std::uint32_t> &order)
{
    layering.rank.assign(graph.nodes.size(), 1);
    std::fill_n(layering.rank.begin(), graph.nameCount, 0U);
    const Outgoing outgoing(graph.nodes.size(), layering.edges);
    for (const std::uint32_t node : order) {
        for (std::uint32_t place = outgoing.begin(node); place < outgoing.end(node); ++place) {
            const SeedEdge &edge = layering.edges[outgoing.edge(place)];
            layering.rank[edge.to] = std::max(layering.rank[edge.to], layering.rank[node] + 1);
        }
    }
}

void alignWatchers(Layering &layering, const SeedGraph &graph)
{
    std::uint32_t last = 0;
    bool watched = false;
    for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
        const bool watcher = graph.nodes[node].rank == SeedRank::Watchers;
        watched = watched || watcher;
        last = std::max(last, layering.rank[node] + (watcher ? 0 : 1));
    }
    last = std::max(last, 2U); // the first column is the objects' even while there is none
    for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
        if (graph.nodes[node].rank == SeedRank::Watchers)
            layering.rank[node] = last;
    }
    layering.rankCount = watched ? last + 1 : last;
}

} // namespace

Layering layer(const SeedGraph &graph)
{
    Layering layering;
    layering.edges = graph.edges;
    std::erase_if(layering.edges, [&](const SeedEdge &edge) {
        return edge.from == edge.to || graph.nodes[edge.from].rank == SeedRank::Watchers ||
               graph.nodes[edge.to].rank == SeedRank::Names;
    });
    const std::vector<std::uint32_t> order = CycleBreaker(graph.nodes.size(), layering.edges).run();
    rankByLongestPath(layering, graph, order);
    alignWatchers(layering, graph);
    layering.expandedNodes = graph.nodes.size();
    for (const SeedEdge &edge : layering.edges)
        layering.expandedNodes += layering.rank[edge.to] - layering.rank[edge.from] - 1;
    return layering;
}

} // namespace tetherscope
