#include "session/batch.h"

#include "canvas/fontmeasure.h"
#include "layout/planner.h"
#include "session/workthread.h"

namespace tetherscope {

BatchResult runOnThisThread(const Source &source, BatchPlan plan)
{
    ParseResult parsed = read(source);
    if (!parsed.scenario)
        return {{}, std::move(parsed.diagnostics)};
    const auto timeline = std::make_shared<Timeline>();
    Document document;
    document.source = source;
    document.scenario = parsed.scenario;
    document.outcome = runScenario(*parsed.scenario, *timeline);
    document.timeline = timeline;
    if (plan == BatchPlan::With)
        document.plan = planPicture(*timeline, FontMeasure());
    return {std::move(document), {}};
}

BatchResult runBatch(const Source &source, BatchPlan plan)
{
    BatchResult result;
    runOnWorkThread([&] { result = runOnThisThread(source, plan); });
    return result;
}

} // namespace tetherscope
