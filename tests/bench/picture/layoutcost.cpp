#include "layoutjudges.h"
#include "layoutpeer.h"
#include "layoutruns.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <functional>

namespace tetherscope::bench {
namespace {

constexpr double mostBesideDot = 1.5;
constexpr double mostGrowth = 1;      ///< by event
constexpr double firstPicture = 1000; ///< milliseconds
constexpr std::size_t samples = 5;

double milliseconds(const std::function<void()> &work)
{
    const auto began = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
}

double median(std::array<double, samples> times)
{
    std::sort(times.begin(), times.end());
    return times[samples / 2];
}

double planTime(const Timeline &timeline)
{
    std::array<double, samples> times{};
    for (double &time : times)
        time = milliseconds([&] { planOf(timeline); });
    return median(times);
}

/// The state that the plan was seeded with, or all that ever is where that was laid out at once.
PlainGraph seedOf(const Subject &subject)
{
    if (const std::optional<std::uint32_t> step = subject.plan->seedStep())
        return plainGraph(*subject.plan, subject.timeline.graphAt(*step), subject.lexicon());
    return plainUnion(*subject.plan, subject.timeline);
}

struct Times
{
    double plan = 0;
    double dot = 0;
};

/// Medians of runs in turn.
Times timesOf(const Subject &subject)
{
    const PlainGraph seed = seedOf(subject);
    std::array<double, samples> plans{};
    std::array<double, samples> dots{};
    for (std::size_t sample = 0; sample < samples; ++sample) {
        plans[sample] = milliseconds([&] { planOf(subject.timeline); });
        dots[sample] = milliseconds([&] { runDot(seed); });
    }
    return {median(plans), median(dots)};
}

void tell(const char *what, Times times)
{
    std::fprintf(stderr, "%-28s plan %9.2f ms  dot %9.2f ms  ratio %.2f\n", what, times.plan, times.dot,
                 times.plan / times.dot);
}

double crowdRatio(std::uint32_t live, std::uint32_t changes)
{
    const Times times = timesOf(Subject("crowd", crowdedRun({1, live, changes})));
    tell((std::to_string(live) + " live, " + std::to_string(changes) + " changes").c_str(), times);
    return times.plan / times.dot;
}

double scenarioRatio(const std::vector<Subject> &scenarios)
{
    Times sum;
    for (const Subject &scenario : scenarios) {
        const Times times = timesOf(scenario);
        sum.plan += times.plan;
        sum.dot += times.dot;
    }
    tell("scenarios", sum);
    return sum.plan / sum.dot;
}

/// Ten times the changes, by ten: 1 is linear.
double growth(std::uint32_t live, std::uint32_t changes)
{
    const double few = planTime(crowdedRun({1, live, changes}));
    const double many = planTime(crowdedRun({1, live, 10 * changes}));
    std::fprintf(stderr, "%u live, %u changes: %.2f ms; ten times the changes: %.2f ms\n", live, changes, few,
                 many);
    return many / few / 10;
}

double slowestHuge()
{
    constexpr std::uint32_t objects = 100'000;
    struct Kind
    {
        const char *name;
        Timeline (*run)(std::uint32_t);
    };
    double slowest = 0;
    for (const Kind kind : {Kind{"list", listRun}, Kind{"tree", treeRun}, Kind{"ring", ringRun},
                            Kind{"islands", islandsRun}, Kind{"tangle", tangleRun}, Kind{"star", starRun}}) {
        const Timeline timeline = kind.run(objects);
        const double time = milliseconds([&] { planOf(timeline); });
        std::fprintf(stderr, "%u objects, %s: %.0f ms\n", objects, kind.name, time);
        slowest = std::max(slowest, time);
    }
    return slowest;
}

double worstCrowd(std::initializer_list<CrowdShape> shapes)
{
    double worst = 0;
    for (const CrowdShape &shape : shapes)
        worst = std::max(worst, crowdRatio(shape.live, shape.changes));
    return worst;
}

} // namespace

/// Where `dot` takes a few milliseconds, whatever is done for each event of the run is more than that: these
/// runs are judged apart.
void judgeCost(const std::vector<Subject> &scenarios, Verdicts &verdicts)
{
    const double small = worstCrowd({{.live = 30, .changes = 0},
                                     {.live = 30, .changes = 200},
                                     {.live = 100, .changes = 0},
                                     {.live = 100, .changes = 200},
                                     {.live = 100, .changes = 2000}});
    verdicts.add("plan_vs_dot",
                 worstCrowd({{.live = 300, .changes = 0},
                             {.live = 300, .changes = 200},
                             {.live = 300, .changes = 2000},
                             {.live = 1000, .changes = 0},
                             {.live = 1000, .changes = 200},
                             {.live = 1000, .changes = 2000}}),
                 mostBesideDot);
    verdicts.add("plan_vs_dot_small", std::max(small, scenarioRatio(scenarios)), mostBesideDot);
    verdicts.add("plan_growth", growth(300, 2000), mostGrowth);
    verdicts.add("plan_100k_ms", slowestHuge(), firstPicture);
}

} // namespace tetherscope::bench
