#pragma once

#include "timeline/timeline.h"

#include <string>
#include <string_view>
#include <vector>

namespace tetherscope {

/// Where a thing of the picture stands. Scene pixels, y down.
struct TraceNode
{
    std::string id; ///< "Date#1", "name:<module>.a", "cache:Date"
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

struct TracePoint
{
    double x = 0;
    double y = 0;
};

/// An edge of the picture as a cubic Bézier spline: the start, then three points for each piece.
struct TraceCurve
{
    std::string from; ///< ids as in TraceNode
    std::string slot; ///< empty for a name's edge
    std::string to;
    std::vector<TracePoint> points;
};

/// The picture of one moment, prepared by whoever knows the layout.
struct TraceLayout
{
    std::vector<TraceNode> nodes;
    std::vector<TraceCurve> edges;
};

/// What a state line says that the timeline does not know by itself.
struct StateLineExtras
{
    std::string_view sentence = {};
    const TraceLayout *layout = nullptr; ///< null: the line has no "layout"
};

/// The state at the cursor's place as one line of JSON, without the line's end: version 1 of the exported
/// format, every field in its fixed order. Events and output are those of the cursor's step, as far as it has
/// come.
///
/// A line costs what exists at its moment and what the step did, so writing a whole run takes time in
/// proportion to what is written. Depends on the run up to this place and on nothing else.
std::string stateLine(const Timeline &timeline, const Cursor &cursor, const StateLineExtras &extras = {});

} // namespace tetherscope
