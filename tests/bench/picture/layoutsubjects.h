#pragma once

#include "layout/plan.h"
#include "timeline/timeline.h"

#include <memory>
#include <string>
#include <vector>

namespace tetherscope::bench {

/// A run and its plan.
struct Subject
{
    std::string name;
    Timeline timeline;
    std::shared_ptr<const Plan> plan;

    Subject(std::string name, Timeline run, std::shared_ptr<const Plan> keep = nullptr);
    const Lexicon &lexicon() const { return timeline.lexicon(); }
};

/// Of the whole run, as the window makes it; `keep`: around a plan of its beginning.
std::shared_ptr<const Plan> planOf(const Timeline &timeline, std::shared_ptr<const Plan> keep = nullptr);

/// The scenarios in these files; what cannot be read is told on the standard error and left out.
std::vector<Subject> scenarios(const std::vector<std::string> &paths);

} // namespace tetherscope::bench
