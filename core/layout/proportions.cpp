#include "layout/proportions.h"

#include "layout/look.h"
#include "layout/stacking.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace tetherscope {
namespace {

constexpr double wished = 1.6;       // width by height
constexpr double tooWide = 2.6;      // beyond it the drawing is cut
constexpr double tooHigh = 0.6;      // below it its columns are split
constexpr double smallHeight = 2400; // a person scrolls that far
constexpr std::uint32_t fewColumns = 4;
constexpr double columnPitch = look::cardMinWidth + look::columnGap;
constexpr double nothingHeld = 0.01; // the weight of a name's wish then
constexpr double bandGap = look::cardGap;

struct Extent
{
    double top = std::numeric_limits<double>::max();
    double bottom = std::numeric_limits<double>::lowest();

    double height() const { return std::max(0.0, bottom - top); }
};

class Proportions
{
public:
    Proportions(const SeedGraph &graph, SeedPlacement placement)
        : m_graph(graph)
        , m_placement(std::move(placement))
    {
        for (std::uint32_t node = graph.nameCount; node < graph.nodes.size(); ++node) {
            if (graph.nodes[node].rank != SeedRank::Objects)
                continue;
            m_objects.push_back(node);
            m_columns = std::max(m_columns, m_placement.column[node]);
            include(m_extent, node);
        }
    }

    SeedPlacement run();

private:
    void include(Extent &extent, std::uint32_t node) const;
    void level();
    double highestColumn() const;
    void cutIntoBands(std::uint32_t perBand);
    void splitColumns(double height);
    std::vector<std::vector<std::uint32_t>> byColumn() const;
    double scaled(std::uint32_t node, double scale) const;
    void placeNames();
    void moveWatchers();

    const SeedGraph &m_graph;
    SeedPlacement m_placement;
    std::vector<std::uint32_t> m_objects;
    std::uint32_t m_columns = 0; ///< of objects
    Extent m_extent;             ///< of objects
};

void Proportions::include(Extent &extent, std::uint32_t node) const
{
    extent.top = std::min(extent.top, m_placement.top[node]);
    extent.bottom = std::max(extent.bottom, m_placement.top[node] + m_graph.nodes[node].extent);
}

double Proportions::highestColumn() const
{
    std::vector<Extent> columns(m_columns + 1);
    double highest = 0;
    for (const std::uint32_t node : m_objects) {
        Extent &column = columns[m_placement.column[node]];
        include(column, node);
        highest = std::max(highest, column.height());
    }
    return highest;
}

/// Edges want to be straight, and leave lower than they arrive: a long chain sinks. Here every column comes
/// to stand in the middle.
void Proportions::level()
{
    std::vector<Extent> columns(m_columns + 1);
    for (const std::uint32_t node : m_objects)
        include(columns[m_placement.column[node]], node);
    for (const std::uint32_t node : m_objects) {
        const Extent &column = columns[m_placement.column[node]];
        m_placement.top[node] -= (column.top + column.bottom) / 2;
    }
    m_extent = {};
    for (const std::uint32_t node : m_objects)
        include(m_extent, node);
}

/// Columns 1 to n stay, n + 1 to 2n come to stand below them, and so on.
void Proportions::cutIntoBands(std::uint32_t perBand)
{
    std::vector<Extent> bands((m_columns + perBand - 1) / perBand);
    const auto band = [&](std::uint32_t node) { return (m_placement.column[node] - 1) / perBand; };
    for (const std::uint32_t node : m_objects)
        include(bands[band(node)], node);
    std::vector<double> shift(bands.size(), 0);
    double top = bands.front().top;
    for (std::size_t index = 0; index < bands.size(); ++index) {
        shift[index] = top - bands[index].top;
        top += bands[index].height() + bandGap;
    }
    for (const std::uint32_t node : m_objects) {
        m_placement.top[node] += shift[band(node)];
        m_placement.column[node] = 1 + (m_placement.column[node] - 1) % perBand;
    }
    m_columns = std::min(m_columns, perBand);
}

std::vector<std::vector<std::uint32_t>> Proportions::byColumn() const
{
    std::vector<std::vector<std::uint32_t>> columns(m_columns + 1);
    for (const std::uint32_t node : m_objects)
        columns[m_placement.column[node]].push_back(node);
    for (std::vector<std::uint32_t> &column : columns) {
        std::stable_sort(column.begin(), column.end(), [this](std::uint32_t left, std::uint32_t right) {
            return m_placement.top[left] < m_placement.top[right];
        });
    }
    return columns;
}

double Proportions::scaled(std::uint32_t node, double scale) const
{
    return m_extent.top + (m_placement.top[node] - m_extent.top) * scale;
}

/// In turn into the columns that take its place, so that all heights shrink alike.
void Proportions::splitColumns(double height)
{
    const double scale = height / m_extent.height();
    std::uint32_t next = 1;
    for (const std::vector<std::uint32_t> &column : byColumn()) {
        const double stacked =
            std::accumulate(column.begin(), column.end(), 0.0, [this](double sum, std::uint32_t node) {
                return sum + m_graph.nodes[node].extent;
            });
        const auto parts = static_cast<std::uint32_t>(std::ceil(stacked / height));
        std::vector<double> bottoms(parts, std::numeric_limits<double>::lowest());
        for (std::size_t index = 0; index < column.size(); ++index) {
            const std::uint32_t node = column[index];
            const std::size_t part = index % parts;
            m_placement.top[node] = std::max(scaled(node, scale), bottoms[part]);
            m_placement.column[node] = next + static_cast<std::uint32_t>(part);
            bottoms[part] = m_placement.top[node] + m_graph.nodes[node].extent;
        }
        next += parts;
    }
    m_columns = next - 1;
}

/// Beside what they hold, wherever that has come to.
void Proportions::placeNames()
{
    std::vector<StackWish> wishes(m_graph.nameCount);
    std::vector<double> weights(m_graph.nameCount, 0);
    for (const SeedEdge &edge : m_graph.edges) {
        if (edge.from >= m_graph.nameCount)
            continue;
        wishes[edge.from].top += edge.weight * (m_placement.top[edge.to] + edge.toPort - edge.fromPort);
        weights[edge.from] += edge.weight;
    }
    std::vector<double> heights(m_graph.nameCount);
    for (std::uint32_t name = 0; name < m_graph.nameCount; ++name) {
        const bool holds = weights[name] > 0;
        wishes[name].top = holds ? wishes[name].top / weights[name] : m_extent.top;
        wishes[name].weight = holds ? weights[name] : nothingHeld;
        wishes[name].extent = m_graph.nodes[name].extent;
        heights[name] = wishes[name].top;
    }
    const std::vector<std::uint32_t> names = namesInOrder(m_graph, heights);
    std::vector<StackWish> ordered;
    ordered.reserve(names.size());
    for (const std::uint32_t name : names)
        ordered.push_back(wishes[name]);
    const std::vector<double> tops = stacked(ordered);
    for (std::size_t place = 0; place < names.size(); ++place)
        m_placement.top[names[place]] = tops[place];
}

void Proportions::moveWatchers()
{
    m_placement.columnCount = m_columns + 1;
    for (std::uint32_t node = m_graph.nameCount; node < m_graph.nodes.size(); ++node) {
        if (m_graph.nodes[node].rank != SeedRank::Watchers)
            continue;
        m_placement.column[node] = m_columns + 1;
        m_placement.columnCount = m_columns + 2;
    }
}

SeedPlacement Proportions::run()
{
    const double width = m_columns * columnPitch;
    const double height = m_extent.height();
    if (m_columns > fewColumns && width > tooWide * highestColumn()) {
        level();
        const double area = width * (m_extent.height() + bandGap);
        cutIntoBands(
            std::max(static_cast<std::uint32_t>(std::sqrt(wished * area) / columnPitch), fewColumns - 1));
        placeNames();
        moveWatchers();
    } else if (height > smallHeight && width < tooHigh * height) {
        splitColumns(std::max(smallHeight / 2, std::sqrt(width * height / wished)));
        placeNames();
        moveWatchers();
    }
    return std::move(m_placement);
}

} // namespace

SeedPlacement inProportion(const SeedGraph &graph, SeedPlacement placement)
{
    return Proportions(graph, std::move(placement)).run();
}

} // namespace tetherscope
