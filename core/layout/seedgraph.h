#pragma once

#include <cstdint>
#include <vector>

namespace tetherscope {

enum class SeedRank : std::uint8_t { Names, Objects, Watchers };

/// A box to be placed; `extent` is its height with the gap it keeps to others.
struct SeedNode
{
    double extent = 0;
    SeedRank rank = SeedRank::Objects;

    friend bool operator==(const SeedNode &, const SeedNode &) = default;
};

/// From left to right: a holder and what it holds, or an object and what watches it. Ports count from the top
/// of the node's extent.
struct SeedEdge
{
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint32_t weight = 1;
    double fromPort = 0;
    double toPort = 0;

    friend bool operator==(const SeedEdge &, const SeedEdge &) = default;
};

/// What is laid out at once: names (the first nodes, in the order they keep from the top, but for the free
/// ones) in the column at the left, objects, and watchers in the column at the right.
struct SeedGraph
{
    std::vector<SeedNode> nodes;
    std::vector<SeedEdge> edges;
    std::uint32_t nameCount = 0;
    std::uint32_t freeNames =
        0; ///< so many of the first names need not keep their order, but stay above the others

    friend bool operator==(const SeedGraph &, const SeedGraph &) = default;
};

/// Where each node of a SeedGraph is: its column (0: names) and the top of its extent.
struct SeedPlacement
{
    std::vector<std::uint32_t> column;
    std::vector<double> top;
    std::uint32_t columnCount = 0;
};

/// The names from the top, as far as they may choose where they are: the free ones by these heights, the
/// others below them.
std::vector<std::uint32_t> namesInOrder(const SeedGraph &graph, const std::vector<double> &heights);

} // namespace tetherscope
