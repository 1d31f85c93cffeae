#pragma once

#include "layout/plan.h"
#include "scenario/run.h"
#include "session/source.h"
#include "timeline/timeline.h"

#include <memory>
#include <string>
#include <vector>

namespace tetherscope {

/// A scenario that has run (or has begun to): its text, all that happened, and where everything is drawn.
/// A value whose parts are shared; the timeline may still grow while `finished` is false.
struct Document
{
    Source source;
    std::shared_ptr<const Scenario> scenario;
    std::shared_ptr<const Timeline> timeline;
    std::shared_ptr<const Plan> plan;
    RunOutcome outcome;
    bool finished = true;
    /// Statements that were run at the end of the scenario's, in order; the timeline has their steps.
    std::vector<std::string> appended;

    explicit operator bool() const { return timeline != nullptr; }
    /// The number of the last step, which is the count of the steps after step 0.
    std::size_t lastStep() const { return timeline->stepCount() - 1; }
    /// The step's statement stands in the scenario's text; else it was run behind it, or there is none.
    bool isInText(const Step &step) const;
};

/// The step that shows most of what a scenario is about: the first of those at module level with the most
/// edges.
std::uint32_t tellingStep(const Timeline &timeline);

} // namespace tetherscope
