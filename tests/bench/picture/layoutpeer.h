#pragma once

#include "layout/scene.h"
#include "timeline/timeline.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace tetherscope::bench {

/// A moment's picture as any drawing program would be given it: boxes with sizes, and edges between heights
/// of them, from left to right (weak ones turned round). Rings and what leads to them are left out.
struct PlainGraph
{
    struct Edge
    {
        std::uint32_t from = 0;
        std::uint32_t to = 0;
        double fromPort = 0; ///< from the top of the box
        double toPort = 0;
        bool weak = false; ///< it was turned round
    };
    std::vector<SceneRect> boxes; ///< where the plan has them
    std::vector<bool> names;      ///< by box
    std::vector<Edge> edges;

    std::size_t nodes() const { return boxes.size(); }
};

PlainGraph plainGraph(const Plan &plan, const ObjectGraph &graph, const Lexicon &lexicon);

/// All that is there at any step, at once.
PlainGraph plainUnion(const Plan &plan, const Timeline &timeline);

/// Pairs of edges whose straight lines cross, with the boxes in these places. Each leaves a right side at its
/// port and enters a left side; edges of one end do not cross there.
std::size_t crossings(const PlainGraph &graph, const std::vector<SceneRect> &boxes);

struct DotRun
{
    std::vector<SceneRect> boxes;
    double milliseconds = 0; ///< from the first call of Graphviz to the last
};

/// What `dot` makes of it, with nothing to hold it back but that names come first. Nothing if it fails.
std::optional<DotRun> runDot(const PlainGraph &graph);

} // namespace tetherscope::bench
