#include "layout/metrics.h"

#include <algorithm>
#include <cmath>

namespace tetherscope {
namespace {

struct Segment
{
    ScenePoint from;
    ScenePoint to;
};

double turn(const Segment &segment, ScenePoint point)
{
    return (segment.to.x - segment.from.x) * (point.y - segment.from.y) -
           (segment.to.y - segment.from.y) * (point.x - segment.from.x);
}

bool shareAnEnd(const Segment &left, const Segment &right)
{
    return left.from == right.from || left.from == right.to || left.to == right.from || left.to == right.to;
}

bool crossing(const Segment &left, const Segment &right)
{
    return !shareAnEnd(left, right) && turn(left, right.from) * turn(left, right.to) < 0 &&
           turn(right, left.from) * turn(right, left.to) < 0;
}

/// A dashed edge reads from right to left, but for that of a name.
bool backward(const EdgePath &edge)
{
    const bool leavesRight = edge.points[1].x >= edge.points[0].x;
    const double across = edge.points.back().x - edge.points.front().x;
    return leavesRight ? across <= 0 : across >= 0;
}

} // namespace

std::size_t overlappingPairs(std::vector<SceneRect> rects)
{
    std::sort(rects.begin(), rects.end(),
              [](const SceneRect &left, const SceneRect &right) { return left.y < right.y; });
    std::size_t pairs = 0;
    for (std::size_t index = 0; index < rects.size(); ++index) {
        for (std::size_t other = index + 1; other < rects.size() && rects[other].y < rects[index].bottom();
             ++other)
            pairs += rects[index].overlaps(rects[other]) ? 1 : 0;
    }
    return pairs;
}

std::size_t crossingPairs(const std::vector<EdgePath> &edges)
{
    std::vector<Segment> segments;
    segments.reserve(edges.size());
    for (const EdgePath &edge : edges)
        segments.push_back({edge.points.front(), edge.points.back()});
    std::size_t pairs = 0;
    for (std::size_t left = 0; left < segments.size(); ++left) {
        for (std::size_t right = left + 1; right < segments.size(); ++right)
            pairs += crossing(segments[left], segments[right]) ? 1 : 0;
    }
    return pairs;
}

PictureMetrics measurePicture(const Plan &plan, const ObjectGraph &graph, const Lexicon &lexicon)
{
    PictureMetrics metrics;
    std::vector<SceneRect> rects;
    for (const SceneBox &box : boxesAt(plan, graph, lexicon))
        rects.push_back(box.rect);
    const std::vector<EdgePath> edges = edgesAt(plan, graph, lexicon);
    metrics.boxes = rects.size();
    metrics.edges = edges.size();
    metrics.overlaps = overlappingPairs(std::move(rects));
    metrics.crossings = crossingPairs(edges);
    for (const EdgePath &edge : edges) {
        const ScenePoint from = edge.points.front();
        const ScenePoint to = edge.points.back();
        metrics.meanEdgeLength +=
            std::hypot(to.x - from.x, to.y - from.y) / static_cast<double>(edges.size());
        metrics.backwardEdges += backward(edge) ? 1 : 0;
    }
    return metrics;
}

std::size_t movedObjects(const Plan &before, const Plan &after, const ObjectGraph &graph,
                         const Lexicon &lexicon)
{
    std::size_t moved = 0;
    for (const SceneBox &box : boxesAt(before, graph, lexicon)) {
        const std::optional<SceneRect> now = box.name     ? after.rectOf(box.name)
                                             : box.object ? after.rectOf(box.object)
                                                          : after.rectOf(box.cache);
        moved += now == box.rect ? 0 : 1;
    }
    return moved;
}

} // namespace tetherscope
