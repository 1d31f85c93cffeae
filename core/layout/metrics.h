#pragma once

#include "layout/scene.h"

#include <cstddef>

namespace tetherscope {

/// How good a moment's picture is.
struct PictureMetrics
{
    std::size_t boxes = 0;
    std::size_t edges = 0;
    std::size_t overlaps = 0;      ///< pairs of boxes that share area
    std::size_t crossings = 0;     ///< of straight lines between the ends of edges that share no end
    std::size_t backwardEdges = 0; ///< those that run against the reading direction of their kind
    double meanEdgeLength = 0;     ///< of the straight lines, in pixels
};

PictureMetrics measurePicture(const Plan &plan, const ObjectGraph &graph, const Lexicon &lexicon);

/// Living objects and bound names that have another rectangle in the other plan.
std::size_t movedObjects(const Plan &before, const Plan &after, const ObjectGraph &graph,
                         const Lexicon &lexicon);

std::size_t overlappingPairs(std::vector<SceneRect> rects);
std::size_t crossingPairs(const std::vector<EdgePath> &edges);

} // namespace tetherscope
