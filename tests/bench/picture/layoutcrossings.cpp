#include "layoutjudges.h"
#include "layoutpeer.h"
#include "layoutruns.h"

#include <algorithm>
#include <cstdio>

namespace tetherscope::bench {
namespace {

constexpr double mostWhenFew = 2; ///< changes do not outnumber what lives
constexpr double mostWhenMany = 3.2;
constexpr std::size_t momentsOfRun = 12;
constexpr std::uint32_t runsOfShape = 3;

/// Sums over moments.
struct Score
{
    std::size_t ours = 0;
    std::size_t dot = 0;
    std::size_t moments = 0;

    void add(const Score &other)
    {
        ours += other.ours;
        dot += other.dot;
        moments += other.moments;
    }
    double ratio() const
    {
        return static_cast<double>(ours) / static_cast<double>(std::max<std::size_t>(1, dot));
    }
};

void addMoment(const Subject &subject, std::size_t step, Score &score)
{
    const PlainGraph graph = plainGraph(*subject.plan, subject.timeline.graphAt(step), subject.lexicon());
    const std::optional<DotRun> fresh = runDot(graph);
    if (!fresh)
        return;
    score.ours += crossings(graph, graph.boxes);
    score.dot += crossings(graph, fresh->boxes);
    ++score.moments;
}

/// At equal distances, the last moment among them.
Score scoreOf(const Subject &subject)
{
    Score score;
    const std::size_t steps = subject.timeline.stepCount() - 1;
    const std::size_t moments = std::min(momentsOfRun, steps);
    for (std::size_t moment = 1; moment <= moments; ++moment)
        addMoment(subject, moment * steps / moments, score);
    return score;
}

void tell(const char *what, const Score &score)
{
    std::fprintf(stderr, "%-28s %6zu moments  crossings %8zu  dot %8zu  ratio %.2f\n", what, score.moments,
                 score.ours, score.dot, score.ratio());
}

double crowdRatio(std::uint32_t live, std::uint32_t changes)
{
    Score score;
    for (std::uint32_t seed = 1; seed <= runsOfShape; ++seed)
        score.add(scoreOf(Subject("crowd", crowdedRun({seed, live, changes}))));
    tell((std::to_string(live) + " live, " + std::to_string(changes) + " changes").c_str(), score);
    return score.ratio();
}

double scenarioRatio(const std::vector<Subject> &scenarios)
{
    Score score;
    for (const Subject &scenario : scenarios)
        score.add(scoreOf(scenario));
    tell("scenarios", score);
    return score.ratio();
}

double worstCrowd(std::initializer_list<CrowdShape> shapes)
{
    double worst = 0;
    for (const CrowdShape &shape : shapes)
        worst = std::max(worst, crowdRatio(shape.live, shape.changes));
    return worst;
}

} // namespace

void judgeCrossings(const std::vector<Subject> &scenarios, Verdicts &verdicts)
{
    const double few = worstCrowd({{.live = 30, .changes = 30},
                                   {.live = 100, .changes = 50},
                                   {.live = 100, .changes = 100},
                                   {.live = 300, .changes = 200},
                                   {.live = 300, .changes = 300},
                                   {.live = 1000, .changes = 200}});
    const double many = worstCrowd({{.live = 30, .changes = 200},
                                    {.live = 100, .changes = 200},
                                    {.live = 100, .changes = 1000},
                                    {.live = 300, .changes = 600},
                                    {.live = 300, .changes = 2000}});
    verdicts.add("crossings_vs_dot_few", few, mostWhenFew);
    verdicts.add("crossings_vs_dot_many", std::max(many, scenarioRatio(scenarios)), mostWhenMany);
}

} // namespace tetherscope::bench
