#pragma once

#include "layout/plan.h"
#include "layout/textmeasure.h"
#include "timeline/timeline.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace tetherscope {

struct PlanOptions
{
    /// Seed the plan with this step's state instead of the best of middle, peak and last ("Tidy"). What
    /// nothing leads to at its end stands apart, below all others.
    std::optional<std::uint32_t> seedStep = std::nullopt;
    /// A plan of the run's beginning: nothing that it has placed moves, and only what is new gets a place.
    std::shared_ptr<const Plan> keep = nullptr;
};

/// Plans the picture of a whole run. A blocking call.
///
/// Threads  May take long on large runs: call it on a worker with 64 MB of stack. Graphviz is not
/// thread-safe, so
///          calls exclude each other. `progress` (0 to 1) is called on the calling thread.
/// Returns  null if the token asked to stop.
std::shared_ptr<const Plan> planPicture(const Timeline &timeline, const TextMeasure &measure,
                                        const PlanOptions &options = {}, std::stop_token stop = {},
                                        const std::function<void(double)> &progress = {});

} // namespace tetherscope
