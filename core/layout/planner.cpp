#include "layout/planner.h"

#include "layout/cost.h"
#include "layout/dotlayout.h"
#include "layout/kept.h"
#include "layout/layered.h"
#include "layout/planbuilder.h"
#include "layout/proportions.h"
#include "layout/refine.h"

#include <algorithm>
#include <cmath>

namespace tetherscope {
namespace {

constexpr std::uint64_t mostForDot = 2000; // expanded nodes: about 0.1 s
constexpr std::uint32_t fewObjects = 24;   // so few are laid out all at once, whenever they live
constexpr double nearlyAll = 0.9; // of the run's objects; with fewer, `dot` would polish what soon goes

// What refining may cost, in units of about a nanosecond, so that a plan costs about one and a half runs of
// `dot` and all else in it, which is by tie. A run of `dot` takes 1000 ns for the power of its expanded
// nodes. Where that is next to nothing but the run is long, a share by tie keeps crossings few.
constexpr double nodeEffort = 1000;
constexpr double shareBesideDot = 0.25;
constexpr double shareWithoutDot = 1.6;
constexpr double effortOfTheRest = 3500; // by tie
constexpr double leastEffort = 500e3;    // nobody sees half a millisecond
constexpr double leastEffortByTie = 4000;
constexpr double mostEffort = 150e6;
constexpr std::size_t mostTiesToRefine = 6000;

struct Attempt
{
    Seed seed;
    Layering layering;
    Arrangement arrangement;
    double cost = 0;
};

class PicturePlanner
{
public:
    PicturePlanner(const Timeline &timeline, const TextMeasure &measure, std::stop_token stop,
                   const std::function<void(double)> &progress)
        : m_timeline(timeline)
        , m_measure(measure)
        , m_stop(std::move(stop))
        , m_progress(progress)
    {
    }

    std::shared_ptr<const Plan> run(const PlanOptions &options);

private:
    std::vector<std::optional<std::uint32_t>> seedSteps(const PlanOptions &options) const;
    std::uint32_t peakStep() const;
    void attempt(std::optional<std::uint32_t> step);
    bool suitsDot(const Attempt &attempt) const;
    void tryDot(const Attempt &attempt);
    void refineBest(bool besideDot);
    void improve(std::optional<SeedPlacement> placement, const Seed &seed, const Layering &layering);
    std::shared_ptr<const Plan> extend(const PlanTables &former, TextWidths &widths) const;
    void report(double done) const;

    const Timeline &m_timeline;
    const TextMeasure &m_measure;
    std::stop_token m_stop;
    const std::function<void(double)> &m_progress;
    Cast m_cast;
    Parts m_parts;
    bool m_tidies = false;     ///< the state of one step
    std::vector<Seed> m_tried; ///< the same moment of a short run comes in several guises
    std::optional<Attempt> m_best;
};

/// Where the former plan has things, by the parts of the longer run.
KeptPlaces placesOf(const Parts &parts, const KeptNames &names, const PlanTables &former)
{
    KeptPlaces kept;
    kept.firstStep = former.stepCount > 0 ? former.stepCount - 1 : 0;
    kept.places.columnCount = static_cast<std::uint32_t>(former.columnX.size());
    kept.places.watchers = former.watchersX.has_value();
    kept.places.column.assign(parts.count(), NameColumn::none);
    kept.places.top.assign(parts.count(), 0);
    for (std::uint32_t item = 0; item < parts.firstObject(); ++item) {
        kept.places.top[item] = names.top[item];
        if (names.kept[item])
            kept.places.column[item] = 0;
    }
    const auto keep = [&](std::uint32_t part, const SceneRect &rect) {
        if (!parts.placed(part) || rect.empty())
            return;
        const auto after = std::upper_bound(former.columnX.begin(), former.columnX.end(), rect.x);
        kept.places.column[part] = static_cast<std::uint32_t>(after - former.columnX.begin() - 1);
        kept.places.top[part] = rect.y;
    };
    for (std::uint32_t id = 1; id <= former.objects.size(); ++id)
        keep(parts.part(ObjectId{id}), former.objects[id - 1]);
    for (std::uint32_t id = 1; id <= former.caches.size(); ++id)
        keep(parts.part(CacheId{id}), former.caches[id - 1]);
    return kept;
}

std::shared_ptr<const Plan> PicturePlanner::extend(const PlanTables &former, TextWidths &widths) const
{
    const Lexicon &lexicon = m_timeline.lexicon();
    KeptNames names = keptNames(former, m_cast, lexicon, widths);
    const Parts parts = partsOf(m_cast, lexicon, widths, names.column, former);
    const std::optional<Arrangement> arrangement =
        arrangeAround(parts, m_cast, placesOf(parts, names, former), m_stop);
    return arrangement ? PlanBuilder(parts, m_cast, lexicon).extend(*arrangement, former) : nullptr;
}

void PicturePlanner::report(double done) const
{
    if (m_progress)
        m_progress(done);
}

/// The step at which most objects are there.
std::uint32_t PicturePlanner::peakStep() const
{
    std::vector<std::int64_t> change(m_cast.stepCount + 2, 0);
    for (const CastObject &object : m_cast.objects) {
        if (!object.life.ever())
            continue;
        ++change[object.life.first];
        --change[std::min(object.life.last, m_cast.stepCount) + 1];
    }
    std::int64_t alive = 0;
    std::int64_t most = -1;
    std::uint32_t peak = 0;
    for (std::uint32_t step = 0; step < m_cast.stepCount; ++step) {
        alive += change[step];
        if (alive > most) {
            most = alive;
            peak = step;
        }
    }
    return peak;
}

std::vector<std::optional<std::uint32_t>> PicturePlanner::seedSteps(const PlanOptions &options) const
{
    if (options.seedStep)
        return {std::min(*options.seedStep, m_cast.stepCount - 1)};
    std::vector<std::optional<std::uint32_t>> steps{m_cast.stepCount / 2, peakStep(), m_cast.stepCount - 1};
    std::sort(steps.begin(), steps.end());
    steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
    if (m_parts.objectCount <= fewObjects)
        steps.insert(steps.begin(), std::nullopt);
    return steps;
}

void PicturePlanner::improve(std::optional<SeedPlacement> placement, const Seed &seed,
                             const Layering &layering)
{
    if (!placement)
        return;
    std::optional<Arrangement> arrangement =
        arrange(m_parts, m_cast, seed, inProportion(seed.graph, std::move(*placement)), m_stop);
    if (!arrangement)
        return;
    const double cost = costOf(m_parts, *arrangement);
    if (!m_best || cost < m_best->cost)
        m_best = Attempt{seed, layering, std::move(*arrangement), cost};
}

void PicturePlanner::attempt(std::optional<std::uint32_t> step)
{
    Seed seed = seedAt(m_parts, m_cast, step);
    if (m_tidies)
        setGarbageApart(seed, m_parts, m_timeline);
    const auto known = [&](const Seed &other) {
        return other.graph == seed.graph && other.parts == seed.parts;
    };
    if (std::any_of(m_tried.begin(), m_tried.end(), known))
        return;
    m_tried.push_back(seed);
    const Layering layering = layer(seed.graph);
    improve(layeredPlacement(seed.graph, layering, m_stop), seed, layering);
}

/// Depends on the run alone, never on the time anything takes: window and commands show the same picture.
bool PicturePlanner::suitsDot(const Attempt &attempt) const
{
    const auto drawn = std::count_if(attempt.seed.parts.begin(), attempt.seed.parts.end(),
                                     [this](std::uint32_t part) { return m_parts.isObject(part); });
    return attempt.layering.expandedNodes <= mostForDot &&
           (m_parts.objectCount <= fewObjects ||
            static_cast<double>(drawn) >= nearlyAll * static_cast<double>(m_parts.cardCount()));
}

void PicturePlanner::tryDot(const Attempt &attempt)
{
    const Seed seed = attempt.seed; // the attempt may be replaced
    const Layering layering = attempt.layering;
    improve(dotPlacement(seed.graph), seed, layering);
}

void PicturePlanner::refineBest(bool besideDot)
{
    if (m_parts.ties.size() > mostTiesToRefine)
        return;
    const auto nodes = static_cast<double>(m_best->layering.expandedNodes);
    const auto ties = static_cast<double>(m_parts.ties.size());
    const double runOfDot = nodeEffort * nodes * std::sqrt(nodes);
    const double share =
        besideDot ? shareBesideDot * runOfDot : shareWithoutDot * runOfDot - effortOfTheRest * ties;
    const double effort = std::clamp(share, leastEffort + leastEffortByTie * ties, mostEffort);
    refine(m_parts, m_cast, m_best->arrangement, static_cast<std::uint64_t>(effort), m_stop);
}

std::shared_ptr<const Plan> PicturePlanner::run(const PlanOptions &options)
{
    std::optional<Cast> cast = castOf(m_timeline, m_stop);
    if (!cast)
        return nullptr;
    m_cast = std::move(*cast);
    TextWidths widths(m_measure, m_timeline.lexicon());
    if (options.keep)
        return extend(PlanBuilder::tablesOf(*options.keep), widths);
    m_parts = partsOf(m_cast, m_timeline.lexicon(), widths);
    m_tidies = options.seedStep.has_value();
    report(0.2);
    const std::vector<std::optional<std::uint32_t>> steps = seedSteps(options);
    for (std::size_t index = 0; index < steps.size(); ++index) {
        attempt(steps[index]);
        report(0.2 + 0.4 * static_cast<double>(index + 1) / static_cast<double>(steps.size()));
    }
    if (m_stop.stop_requested() || !m_best)
        return nullptr;
    const bool withDot = suitsDot(*m_best);
    if (withDot)
        tryDot(*m_best);
    report(0.7);
    refineBest(withDot);
    report(0.9);
    if (m_stop.stop_requested())
        return nullptr;
    std::shared_ptr<const Plan> plan =
        PlanBuilder(m_parts, m_cast, m_timeline.lexicon()).build(m_best->arrangement, m_best->seed);
    report(1);
    return plan;
}

} // namespace

std::shared_ptr<const Plan> planPicture(const Timeline &timeline, const TextMeasure &measure,
                                        const PlanOptions &options, std::stop_token stop,
                                        const std::function<void(double)> &progress)
{
    return PicturePlanner(timeline, measure, std::move(stop), progress).run(options);
}

} // namespace tetherscope
