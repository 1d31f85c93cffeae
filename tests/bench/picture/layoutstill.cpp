#include "layoutjudges.h"
#include "layoutruns.h"
#include "randomrun.h"

#include "layout/metrics.h"
#include "layout/scene.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

namespace tetherscope::bench {
namespace {

constexpr std::uint32_t wanderings = 60;
constexpr std::size_t wanderingEvents = 400;

struct Findings
{
    double moved = 0; ///< the farthest that anything moved, in pixels
    std::size_t overlaps = 0;
    std::size_t wrongBadges = 0; ///< counts that are not the heads and stubs at the card
    std::size_t moments = 0;
};

/// Remembers where each thing was seen, and finds what is seen elsewhere.
class Stillness
{
public:
    Stillness(const Subject &subject, Findings &findings)
        : m_subject(subject)
        , m_findings(findings)
    {
    }

    /// To the last step, and back again.
    void walk()
    {
        Cursor cursor(m_subject.timeline);
        const std::size_t steps = m_subject.timeline.stepCount();
        for (std::size_t step = 0; step < 2 * steps; ++step) {
            cursor.seek(m_subject.timeline.end(step < steps ? step : 2 * steps - 1 - step));
            look(cursor.graph());
        }
    }
    /// The moments of its beginning, in the plan of a longer run.
    void follow(const Plan &longer)
    {
        const ObjectGraph graph = m_subject.timeline.graphAt(m_subject.timeline.last());
        for (const SceneBox &box : boxesAt(longer, graph, m_subject.lexicon()))
            see(box);
    }

private:
    void look(const ObjectGraph &graph)
    {
        std::vector<SceneRect> rects;
        for (const SceneBox &box : boxesAt(*m_subject.plan, graph, m_subject.lexicon())) {
            see(box);
            rects.push_back(box.rect);
        }
        m_findings.overlaps += overlappingPairs(std::move(rects));
        m_findings.wrongBadges += miscounted(graph);
        ++m_findings.moments;
    }
    void see(const SceneBox &box)
    {
        const std::uint64_t id = box.name     ? box.name.value
                                 : box.object ? (std::uint64_t{1} << 32) + box.object.value
                                              : (std::uint64_t{2} << 32) + box.cache.value;
        const SceneRect before = m_seen.try_emplace(id, box.rect).first->second;
        const double moved = std::max({std::abs(before.x - box.rect.x), std::abs(before.y - box.rect.y),
                                       std::abs(before.right() - box.rect.right()),
                                       std::abs(before.bottom() - box.rect.bottom())});
        m_findings.moved = std::max(m_findings.moved, moved);
    }
    /// For who holds something from where nothing is drawn: names of calls that are folded away, and weak
    /// references that dock at nothing that is drawn.
    void addStubs(const ObjectGraph &graph, std::map<ObjectId, std::uint32_t> &heads) const
    {
        const Lexicon &lexicon = m_subject.lexicon();
        for (const NameId name : graph.boundNames()) {
            if (!m_subject.plan->blockOf(lexicon.name(name).scope))
                ++heads[graph.binding(name).object];
        }
        for (const ObjectId owner : graph.living()) {
            for (const SlotId slot : lexicon.slotsOf(owner)) {
                if (!m_subject.plan->rectOf(owner) && lexicon.slot(slot).strength == SlotStrength::Strong)
                    ++heads[graph.slot(slot).object];
            }
        }
    }
    std::size_t miscounted(const ObjectGraph &graph) const
    {
        std::map<ObjectId, std::uint32_t> heads;
        for (const EdgePath &edge : edgesAt(*m_subject.plan, graph, m_subject.lexicon()))
            heads[edge.to] += edge.weak ? 0 : 1;
        addStubs(graph, heads);
        std::size_t count = 0;
        for (const ObjectId object : graph.living()) {
            const ObjectState state = graph.object(object);
            if (m_subject.plan->shapeOf(object) && heads[object] + state.unaccounted() != state.strong)
                ++count;
        }
        return count;
    }

    const Subject &m_subject;
    Findings &m_findings;
    std::map<std::uint64_t, SceneRect> m_seen;
};

/// A run that goes on: its plan is made around that of its first half.
template<typename Run>
void goOn(Run run, Findings &findings)
{
    const Subject half("half", run(1));
    const Subject whole("whole", run(2), half.plan);
    Stillness stillness(half, findings);
    stillness.walk();
    stillness.follow(*whole.plan);
    Stillness(whole, findings).walk();
}

void tell(const char *what, const Findings &findings)
{
    std::fprintf(stderr, "%-28s %6zu moments  moved %.3f px  overlaps %zu  wrong badges %zu\n", what,
                 findings.moments, findings.moved, findings.overlaps, findings.wrongBadges);
}

} // namespace

void judgeStillness(const std::vector<Subject> &scenarios, Verdicts &verdicts)
{
    Findings findings;
    for (const Subject &scenario : scenarios)
        Stillness(scenario, findings).walk();
    tell("scenarios", findings);
    for (std::uint32_t seed = 1; seed <= wanderings; ++seed)
        goOn([seed](std::size_t parts) { return randomRun(seed, parts * wanderingEvents / 2); }, findings);
    tell("and random events", findings);
    for (std::uint32_t seed = 1; seed <= 4; ++seed)
        goOn(
            [seed](std::uint32_t parts) {
                return crowdedRun({seed, 25 * seed * seed, 60 * parts});
            },
            findings);
    tell("and crowds", findings);
    verdicts.add("moved_px", findings.moved, 0);
    verdicts.add("overlaps", static_cast<double>(findings.overlaps), 0);
    verdicts.add("wrong_badges", static_cast<double>(findings.wrongBadges), 0);
}

} // namespace tetherscope::bench
