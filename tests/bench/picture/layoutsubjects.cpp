#include "layoutsubjects.h"

#include "evenmeasure.h"

#include "layout/planner.h"
#include "scenario/run.h"

#include <cstdio>

namespace tetherscope::bench {

Subject::Subject(std::string subjectName, Timeline run, std::shared_ptr<const Plan> keep)
    : name(std::move(subjectName))
    , timeline(std::move(run))
    , plan(planOf(timeline, std::move(keep)))
{
}

std::shared_ptr<const Plan> planOf(const Timeline &timeline, std::shared_ptr<const Plan> keep)
{
    return planPicture(timeline, EvenMeasure(), {.keep = std::move(keep)});
}

std::vector<Subject> scenarios(const std::vector<std::string> &paths)
{
    std::vector<Subject> subjects;
    for (const std::string &path : paths) {
        const ParseResult parsed = readScenario(path);
        if (!parsed.scenario) {
            std::fprintf(stderr, "%s: %s\n", path.c_str(), parsed.diagnostics.front().message.c_str());
            continue;
        }
        Timeline timeline;
        runScenario(*parsed.scenario, timeline); // one that faults has a picture too
        subjects.emplace_back(path.substr(path.rfind('/') + 1), std::move(timeline));
    }
    return subjects;
}

} // namespace tetherscope::bench
