#include "evenmeasure.h"
#include "randomrun.h"

#include "graph/reachability.h"
#include "layout/metrics.h"
#include "layout/planner.h"
#include "scenario/run.h"

#include <QRegularExpression>
#include <QTest>

#include <map>

using namespace tetherscope;

namespace {

std::shared_ptr<const Plan> planOf(const Timeline &timeline, std::shared_ptr<const Plan> keep = nullptr)
{
    return planPicture(timeline, EvenMeasure(), {.keep = std::move(keep)});
}

Timeline runOf(const char *text)
{
    const ParseResult parsed = parseScenario(text);
    if (!parsed.scenario)
        qFatal("%s", parsed.diagnostics.front().message.c_str());
    Timeline timeline;
    runScenario(*parsed.scenario, timeline);
    return timeline;
}

/// The heads of strong edges at each card, and the stubs for who holds it from where nothing is drawn: names
/// of calls that are folded away, and weak references that dock at nothing that is drawn.
std::map<ObjectId, std::uint32_t> headsAt(const Plan &plan, const ObjectGraph &graph, const Lexicon &lexicon)
{
    std::map<ObjectId, std::uint32_t> heads;
    for (const EdgePath &edge : edgesAt(plan, graph, lexicon))
        heads[edge.to] += edge.weak ? 0 : 1;
    for (const NameId name : graph.boundNames()) {
        if (!plan.blockOf(lexicon.name(name).scope))
            ++heads[graph.binding(name).object];
    }
    for (const ObjectId owner : graph.living()) {
        for (const SlotId slot : lexicon.slotsOf(owner)) {
            if (!plan.rectOf(owner) && lexicon.slot(slot).strength == SlotStrength::Strong)
                ++heads[graph.slot(slot).object];
        }
    }
    return heads;
}

/// Cards whose count is not what the picture shows.
QStringList miscounted(const Plan &plan, const ObjectGraph &graph, const Lexicon &lexicon)
{
    QStringList found;
    std::map<ObjectId, std::uint32_t> heads = headsAt(plan, graph, lexicon);
    for (const ObjectId object : graph.living()) {
        const ObjectState state = graph.object(object);
        if (plan.shapeOf(object) && heads[object] + state.unaccounted() != state.strong)
            found += QString::fromStdString(lexicon.label(object));
    }
    return found;
}

std::size_t mostOverlaps(const Timeline &timeline, const Plan &plan)
{
    std::size_t most = 0;
    for (std::uint32_t step = 0; step < timeline.stepCount(); ++step)
        most = std::max(most, measurePicture(plan, timeline.graphAt(step), timeline.lexicon()).overlaps);
    return most;
}

/// Cards that stand on the wrong side of the region for what nothing leads to.
QStringList misplaced(const Plan &plan, const ObjectGraph &graph, const Lexicon &lexicon)
{
    QStringList found;
    const std::vector<bool> lost = unreachable(graph, lexicon);
    for (const ObjectId object : graph.living()) {
        if (!plan.shapeOf(object))
            continue;
        const SceneRect rect = *plan.rectOf(object);
        const bool apart = rect.y >= plan.apart().y && rect.bottom() <= plan.apart().bottom();
        if (apart != lost[object.index()])
            found += QString::fromStdString(lexicon.label(object));
    }
    return found;
}

} // namespace

class TestInvariants : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void madeUpRun_headsAndStubsEqualTheCount_data() { addSeeds(); }
    void madeUpRun_headsAndStubsEqualTheCount();
    void madeUpRunThatGoesOn_movesNothing_data() { addSeeds(); }
    void madeUpRunThatGoesOn_movesNothing();
    void classesOfOneName_haveTheirOwnNames();
    void namesHeldByATraceback_areNotCoveredByTheNextCall();
    void ringThatOutlivesItsCard_keepsThePlace();
    void tidiedRun_hasItsGarbageApart_data() { addSeeds(); }
    void tidiedRun_hasItsGarbageApart();
    void untidiedRun_leavesItsGarbageWhereItWas();

private:
    static void addSeeds();
};

void TestInvariants::addSeeds()
{
    QTest::addColumn<std::uint32_t>("seed");
    for (std::uint32_t seed = 101; seed <= 112; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestInvariants::madeUpRun_headsAndStubsEqualTheCount()
{
    QFETCH(std::uint32_t, seed);
    const Timeline timeline = randomRun(seed, 500);
    const std::shared_ptr<const Plan> plan = planOf(timeline);
    Cursor cursor(timeline);
    for (std::uint64_t event = 0; event <= timeline.eventCount(); ++event) {
        cursor.seek(timeline.positionOfEvent(event));
        QCOMPARE(miscounted(*plan, cursor.graph(), timeline.lexicon()), QStringList());
    }
}

void TestInvariants::madeUpRunThatGoesOn_movesNothing()
{
    QFETCH(std::uint32_t, seed);
    const Timeline half = randomRun(seed, 250);
    const Timeline whole = randomRun(seed, 500);
    const std::shared_ptr<const Plan> before = planOf(half);
    const std::shared_ptr<const Plan> after = planOf(whole, before);
    for (std::uint32_t step = 0; step < half.stepCount(); ++step)
        QCOMPARE(movedObjects(*before, *after, half.graphAt(step), half.lexicon()), 0U);
    QCOMPARE(mostOverlaps(whole, *after), 0U);
}

/// A class lives until the collector finds it: `del K` is not its end.
void TestInvariants::classesOfOneName_haveTheirOwnNames()
{
    const Timeline timeline = runOf("class N:\n"
                                    "    pass\n"
                                    "class K:\n"
                                    "    held = N()\n"
                                    "del K\n"
                                    "class K:\n"
                                    "    held = N()\n");
    QCOMPARE(mostOverlaps(timeline, *planOf(timeline)), 0U);
}

void TestInvariants::namesHeldByATraceback_areNotCoveredByTheNextCall()
{
    const Timeline timeline = runOf("class N:\n"
                                    "    pass\n"
                                    "def f(a):\n"
                                    "    raise ValueError(a)\n"
                                    "try:\n"
                                    "    f(N())\n"
                                    "except ValueError as e:\n"
                                    "    kept = e\n"
                                    "try:\n"
                                    "    f(N())\n"
                                    "except ValueError as e:\n"
                                    "    kept2 = e\n");
    QCOMPARE(mostOverlaps(timeline, *planOf(timeline)), 0U);
}

/// Found by a made-up run: its card's place was given away, and the next card's ring came to stand on it.
void TestInvariants::ringThatOutlivesItsCard_keepsThePlace()
{
    const Timeline timeline = randomRun(24, 2324);
    QCOMPARE(mostOverlaps(timeline, *planOf(timeline)), 0U);
}

void TestInvariants::tidiedRun_hasItsGarbageApart()
{
    QFETCH(std::uint32_t, seed);
    const Timeline timeline = randomRun(seed, 500);
    for (std::uint32_t step = 0; step < timeline.stepCount(); step += 7) {
        const ObjectGraph graph = timeline.graphAt(step);
        const std::shared_ptr<const Plan> plan = planPicture(timeline, EvenMeasure(), {.seedStep = step});
        QCOMPARE(misplaced(*plan, graph, timeline.lexicon()), QStringList());
        QCOMPARE(measurePicture(*plan, graph, timeline.lexicon()).overlaps, 0U);
    }
}

void TestInvariants::untidiedRun_leavesItsGarbageWhereItWas()
{
    const Timeline timeline = randomRun(101, 500);
    QVERIFY(planOf(timeline)->apart().empty());
}

QTEST_GUILESS_MAIN(TestInvariants)
#include "tst_invariants.moc"
