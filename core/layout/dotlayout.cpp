#include "layout/dotlayout.h"

#include "layout/dotgraph.h"
#include "layout/layering.h"
#include "layout/stacking.h"

#include <algorithm>
#include <cmath>

namespace tetherscope {
namespace {

constexpr double pointsPerInch = 72;
constexpr double boxWidth = 100; // columns get their real widths later
constexpr std::size_t fewNodes =
    60; // so few get the best heights there are; of more, good ones in half the time
constexpr const char *iterationsByNode = "1"; // of the network simplex that seeks the heights
constexpr std::uint32_t realWeight =
    8; // of an edge, beside those that only keep names in order: at weight 0 they do not

void setUp(DotGraph &dot)
{
    dot.set("rankdir", "LR");
    dot.set("splines", "none"); // edges are ours
    dot.set("nodesep", "0.02"); // the least there is; extents have their gaps
    dot.setForNodes("shape", "box");
    dot.setForNodes("fixedsize", "true");
    dot.setForNodes("label", "");
    dot.setForNodes("width", dotNumber(boxWidth / pointsPerInch));
}

void addNodes(DotGraph &dot, const SeedGraph &graph)
{
    const DotGraph::Group names = dot.addGroup("source");
    const DotGraph::Group watchers = dot.addGroup("sink");
    for (std::size_t index = 0; index < graph.nodes.size(); ++index) {
        const SeedNode &node = graph.nodes[index];
        const DotGraph::Node added =
            dot.addNode(std::to_string(index), {{"height", dotNumber(node.extent / pointsPerInch)}});
        if (node.rank == SeedRank::Names)
            dot.addToGroup(names, added);
        if (node.rank == SeedRank::Watchers)
            dot.addToGroup(watchers, added);
    }
}

/// Edges within one rank order it: `dot` never turns them round when it looks for fewer crossings.
void keepNamesInOrder(DotGraph &dot, const SeedGraph &graph)
{
    for (std::uint32_t name = graph.freeNames + 1; name < graph.nameCount; ++name)
        dot.addEdge(name - 1, name, {{"weight", "1"}, {"style", "invis"}});
}

void addEdges(DotGraph &dot, const Layering &layering)
{
    for (const SeedEdge &edge : layering.edges)
        dot.addEdge(edge.from, edge.to, {{"weight", std::to_string(edge.weight * realWeight)}});
}

std::vector<double> ranksOf(const SeedGraph &graph, const std::vector<ScenePoint> &centres)
{
    std::vector<double> ranks;
    for (std::size_t index = graph.nameCount; index < centres.size(); ++index)
        ranks.push_back(std::round(centres[index].x));
    std::sort(ranks.begin(), ranks.end());
    ranks.erase(std::unique(ranks.begin(), ranks.end()), ranks.end());
    return ranks;
}

SeedPlacement placementOf(const SeedGraph &graph, const std::vector<ScenePoint> &centres)
{
    const std::vector<double> ranks = ranksOf(graph, centres);
    SeedPlacement placement;
    placement.columnCount = static_cast<std::uint32_t>(ranks.size() + 1);
    for (std::size_t index = 0; index < centres.size(); ++index) {
        const auto rank =
            std::lower_bound(ranks.begin(), ranks.end(), std::round(centres[index].x)) - ranks.begin();
        placement.column.push_back(index < graph.nameCount ? 0 : static_cast<std::uint32_t>(rank + 1));
        placement.top.push_back(-centres[index].y - graph.nodes[index].extent / 2);
    }
    return placement;
}

/// As near as may be to where `dot` has them, those that are not free in their order below all others.
void stackNames(const SeedGraph &graph, SeedPlacement &placement)
{
    const std::vector<std::uint32_t> names = namesInOrder(graph, placement.top);
    std::vector<StackWish> wishes;
    wishes.reserve(names.size());
    for (const std::uint32_t name : names)
        wishes.push_back({placement.top[name], 1, graph.nodes[name].extent});
    const std::vector<double> tops = stacked(wishes);
    for (std::size_t place = 0; place < names.size(); ++place)
        placement.top[names[place]] = tops[place];
}

} // namespace

std::optional<SeedPlacement> dotPlacement(const SeedGraph &graph)
{
    DotGraph dot("seed");
    setUp(dot);
    if (graph.nodes.size() > fewNodes)
        dot.set("nslimit", iterationsByNode);
    addNodes(dot, graph);
    keepNamesInOrder(dot, graph);
    addEdges(dot, layer(graph));
    const std::optional<std::vector<ScenePoint>> centres = dot.centres();
    if (!centres)
        return std::nullopt;
    SeedPlacement placement = placementOf(graph, *centres);
    stackNames(graph, placement);
    return placement;
}

} // namespace tetherscope
