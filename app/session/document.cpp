#include "session/document.h"

#include <algorithm>

namespace tetherscope {

bool Document::isInText(const Step &step) const
{
    const std::string &text = scenario->text();
    return step.line > 0 && step.line <= 1 + std::count(text.begin(), text.end(), '\n');
}

std::uint32_t tellingStep(const Timeline &timeline)
{
    std::uint32_t best = 0;
    std::size_t mostEdges = 0;
    Cursor cursor(timeline);
    for (std::uint32_t step = 1; step < timeline.stepCount(); ++step) {
        cursor.seek(timeline.end(step));
        const std::size_t edges = cursor.graph().strongEdgeCount() + cursor.graph().weakEdgeCount();
        if (timeline.step(step).depth == 0 && edges > mostEdges) {
            mostEdges = edges;
            best = step;
        }
    }
    return best;
}

} // namespace tetherscope
