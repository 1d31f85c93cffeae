#include "evenmeasure.h"
#include "randomrun.h"
#include "timelinetext.h"

#include "layout/look.h"
#include "layout/metrics.h"
#include "layout/planner.h"

#include <QRegularExpression>
#include <QTest>

#include <map>
#include <set>
#include <stop_token>

using namespace tetherscope;

namespace {

std::shared_ptr<const Plan> planOf(const Timeline &timeline, const PlanOptions &options = {})
{
    return planPicture(timeline, EvenMeasure(), options);
}

/// All that is drawn at a step with the step's ghosts; says which two overlap, or nothing.
QByteArray overlapAt(std::uint32_t step, Cursor &cursor, const Plan &plan, const Timeline &timeline)
{
    cursor.seek(timeline.end(step));
    const Lexicon &lexicon = timeline.lexicon();
    std::vector<SceneRect> rects;
    for (const SceneBox &box : boxesAt(plan, cursor.graph(), lexicon))
        rects.push_back(box.rect);
    for (const Event &event : timeline.events(step)) {
        const std::optional<SceneRect> ghost =
            event.kind == EventKind::Free ? plan.rectOf(event.object) : std::nullopt;
        if (ghost)
            rects.push_back(*ghost);
    }
    const std::size_t pairs = overlappingPairs(rects);
    return pairs == 0 ? QByteArray()
                      : QByteArray::number(pairs) + " overlaps in step " + QByteArray::number(step);
}

/// Where the heads of an object's edges and stubs are, as the moment has them.
std::map<ObjectId, std::vector<ScenePoint>> headsAt(const Plan &plan, const ObjectGraph &graph,
                                                    const Lexicon &lexicon)
{
    std::map<ObjectId, std::vector<ScenePoint>> heads;
    for (const EdgePath &edge : edgesAt(plan, graph, lexicon)) {
        if (!edge.weak)
            heads[edge.to].push_back(edge.points.back());
    }
    return heads;
}

bool onBorder(const SceneRect &rect, ScenePoint point)
{
    const bool side = point.x == rect.x || point.x == rect.right();
    return side && point.y > rect.y && point.y < rect.bottom();
}

} // namespace

class TestPlan : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void madeUpRuns_neverOverlap_data();
    void madeUpRuns_neverOverlap();
    void solidHeads_standApartOnTheBorder_data();
    void solidHeads_standApartOnTheBorder();
    void sameRun_samePlan();
    void emptyRun_hasOnlyAHeading();
    void seedStep_isLaidOutWell();
    void stopRequest_givesNothing();
    void progress_growsToOne();
    void endlessRecursion_isFolded();
    void manyFunctions_shareTheColumn();
    void place_isNotGivenToTheSameTypeSoon();
    void key_neverStandsWhereItStood();
    void manyObjects_arePlaced();
    void linkedList_isPlaced();
    void planOfARunThatGoesOn_leavesOutWhatComesLater();
};

void TestPlan::madeUpRuns_neverOverlap_data()
{
    QTest::addColumn<std::uint32_t>("seed");
    QTest::addColumn<std::uint32_t>("events");
    for (std::uint32_t seed = 1; seed <= 24; ++seed)
        QTest::addRow("seed %u", seed) << seed << 20 + seed * seed * 4;
}

void TestPlan::madeUpRuns_neverOverlap()
{
    QFETCH(std::uint32_t, seed);
    QFETCH(std::uint32_t, events);
    const Timeline timeline = randomRun(seed, events);
    const std::shared_ptr<const Plan> plan = planOf(timeline);
    Cursor cursor(timeline);
    for (std::uint32_t step = 0; step < timeline.stepCount(); ++step)
        QCOMPARE(overlapAt(step, cursor, *plan, timeline), QByteArray());
}

void TestPlan::solidHeads_standApartOnTheBorder_data()
{
    madeUpRuns_neverOverlap_data();
}

void TestPlan::solidHeads_standApartOnTheBorder()
{
    QFETCH(std::uint32_t, seed);
    QFETCH(std::uint32_t, events);
    const Timeline timeline = randomRun(seed, events);
    const std::shared_ptr<const Plan> plan = planOf(timeline);
    const Lexicon &lexicon = timeline.lexicon();
    for (std::uint32_t step = 0; step < timeline.stepCount(); step += 7) {
        const ObjectGraph graph = timeline.graphAt(step);
        for (auto &[object, heads] : headsAt(*plan, graph, lexicon)) {
            if (!plan->shapeOf(object))
                continue; // a ring
            std::sort(heads.begin(), heads.end(),
                      [](ScenePoint left, ScenePoint right) { return left.y < right.y; });
            for (std::size_t index = 0; index < heads.size(); ++index) {
                QVERIFY(onBorder(*plan->rectOf(object), heads[index]));
                QVERIFY2(index == 0 || heads[index].y > heads[index - 1].y, "two heads in one place");
            }
        }
    }
}

void TestPlan::sameRun_samePlan()
{
    const Timeline timeline = randomRun(12, 800);
    const std::shared_ptr<const Plan> first = planOf(timeline);
    const std::shared_ptr<const Plan> second = planOf(randomRun(12, 800));
    QVERIFY(first->bounds() == second->bounds());
    const ObjectGraph graph = timeline.graphAt(timeline.stepCount() / 2);
    QCOMPARE(movedObjects(*first, *second, graph, timeline.lexicon()), 0U);
    QVERIFY(edgesAt(*first, graph, timeline.lexicon()) == edgesAt(*second, graph, timeline.lexicon()));
}

void TestPlan::emptyRun_hasOnlyAHeading()
{
    const Timeline timeline = timelineFromText("");
    const std::shared_ptr<const Plan> plan = planOf(timeline);
    QVERIFY(plan);
    QCOMPARE(plan->blocks().size(), 1U);
    QVERIFY(!plan->bounds().empty());
    QVERIFY(plan->objectsX() > plan->bounds().right());
    QVERIFY(!plan->watchersX());
}

void TestPlan::seedStep_isLaidOutWell()
{
    const Timeline timeline = randomRun(4, 600);
    const auto step = static_cast<std::uint32_t>(timeline.stepCount() / 4);
    const std::shared_ptr<const Plan> plan = planOf(timeline, {step});
    const ObjectGraph graph = timeline.graphAt(step);
    for (const SceneBox &box : boxesAt(*plan, graph, timeline.lexicon())) {
        if (box.object && plan->shapeOf(box.object))
            QVERIFY(box.rect.y >= plan->seedBounds().y && box.rect.bottom() <= plan->seedBounds().bottom());
    }
    for (const EdgePath &edge : edgesAt(*plan, graph, timeline.lexicon()))
        for (const ScenePoint &point : edge.points)
            QVERIFY(point.x >= plan->seedBounds().x && point.x <= plan->seedBounds().right());
    QCOMPARE(measurePicture(*plan, graph, timeline.lexicon()).overlaps, 0U);
}

void TestPlan::stopRequest_givesNothing()
{
    std::stop_source source;
    source.request_stop();
    QVERIFY(!planPicture(randomRun(3, 500), EvenMeasure(), {}, source.get_token()));
}

void TestPlan::progress_growsToOne()
{
    std::vector<double> seen;
    planPicture(randomRun(3, 500), EvenMeasure(), {}, {}, [&](double done) { seen.push_back(done); });
    QVERIFY(seen.size() > 2);
    QVERIFY(std::is_sorted(seen.begin(), seen.end()));
    QCOMPARE(seen.back(), 1.0);
}

void TestPlan::endlessRecursion_isFolded()
{
    std::string text;
    for (int level = 1; level <= 200; ++level) {
        const std::string scope = "f@" + std::to_string(level);
        text += "call " + scope + " from 1\nnew Node#" + std::to_string(level) + " " + scope + ".x\nstep x\n";
    }
    const Timeline timeline = timelineFromText(text);
    const std::shared_ptr<const Plan> plan = planOf(timeline);
    const Lexicon &lexicon = timeline.lexicon();
    QCOMPARE(plan->blocks().size(), 1U + look::mostFrames);
    std::size_t pills = 0;
    for (std::uint32_t id = 1; id <= lexicon.nameCount(); ++id) {
        const bool folded = !plan->blockOf(lexicon.name({id}).scope);
        QCOMPARE(plan->rectOf(NameId{id}).has_value(), !folded);
        pills += folded ? 0 : 1;
    }
    QCOMPARE(pills, std::size_t{look::mostFrames});
    Cursor cursor(timeline);
    const auto last = static_cast<std::uint32_t>(timeline.stepCount() - 1);
    QCOMPARE(overlapAt(last, cursor, *plan, timeline), QByteArray());
}

/// Callers above callees, and no function's place moves, though a hundred of them take turns.
void TestPlan::manyFunctions_shareTheColumn()
{
    std::string text;
    int node = 0;
    for (int number = 1; number <= 100; ++number) {
        const std::string outer = "f" + std::to_string(number) + "@" + std::to_string(2 * number);
        const std::string inner = "g" + std::to_string(number) + "@" + std::to_string(2 * number + 1);
        for (const std::string &scope : {outer, inner}) {
            const std::string label = "Node#" + std::to_string(++node);
            text += "call " + scope + " from 1\nnew " + label + " " + scope + ".x\nstep x\n";
        }
        for (const std::string &scope : {inner, outer})
            text += "unbind " + scope + ".x\nreturn\nstep return\n";
    }
    const Timeline timeline = timelineFromText(text);
    const std::shared_ptr<const Plan> plan = planOf(timeline);
    const Lexicon &lexicon = timeline.lexicon();
    std::set<double> outerTops;
    std::set<double> innerTops;
    for (std::uint32_t id = 1; id <= lexicon.scopeCount(); ++id) {
        const NameBlock *const block = plan->blockOf({id});
        QVERIFY(block);
        if (block->kind == ScopeKind::Frame)
            (lexicon.scopeName({id}).starts_with('f') ? outerTops : innerTops).insert(block->heading.y);
    }
    QVERIFY(outerTops.size() <= 3 &&
            innerTops.size() <= 3); // a call's ghost needs a place beside the next call
    QVERIFY(*outerTops.rbegin() < *innerTops.begin());
}

void TestPlan::place_isNotGivenToTheSameTypeSoon()
{
    std::string text;
    for (int number = 1; number <= 60; ++number) { // enough that places are shared at all
        const std::string label = "Node#" + std::to_string(number);
        text += "new " + label + " a\nstep a = Node()\nunbind a\nrelease " + label + " by a\nfree " + label +
                "\nstep del a\n";
    }
    const Timeline timeline = timelineFromText(text);
    const std::shared_ptr<const Plan> plan = planOf(timeline);
    std::size_t shared = 0;
    for (std::uint32_t id = 1; id <= 60; ++id) {
        for (std::uint32_t other = id + 1; other <= 60; ++other) {
            const bool same = plan->rectOf(ObjectId{id})->overlaps(*plan->rectOf(ObjectId{other}));
            shared += same ? 1 : 0;
            QVERIFY2(!same || 2 * (other - id) > 20, "a place was given to the next of its kind");
        }
    }
    QVERIFY(shared > 0);
}

void TestPlan::key_neverStandsWhereItStood()
{
    std::string text;
    for (int number = 1; number <= 60; ++number) {
        const std::string label = "Date#" + std::to_string(number);
        text += "create " + label + " in Date[1]\nbind a " + label + "\nstep x\nunbind a\nrelease " + label +
                "\nevict Date[1]\nfree " + label + "\nstep y\n";
        for (int pause = 0; number == 50 && pause < 40; ++pause)
            text += "step pass\n";
    }
    const Timeline timeline = timelineFromText(text);
    const std::shared_ptr<const Plan> plan = planOf(timeline);
    const SceneRect last = *plan->rectOf(ObjectId{60});
    for (std::uint32_t id = 40; id < 60; ++id)
        QVERIFY(!last.overlaps(*plan->rectOf(ObjectId{id})));
}

void TestPlan::manyObjects_arePlaced()
{
    std::string text = "new list#1 items\nstep items = []\n";
    for (int number = 1; number <= 10'000; ++number) {
        text += "new Node#" + std::to_string(number) + " n\nset list#1.[" + std::to_string(number - 1) +
                "] Node#" + std::to_string(number) + "\nstep items.append(Node())\n";
    }
    const Timeline timeline = timelineFromText(text);
    const std::shared_ptr<const Plan> plan = planOf(timeline);
    const CardShape *const list = plan->shapeOf(ObjectId{1});
    QCOMPARE(list->rowCount(), std::size_t{look::mostRows} + 1);
    QCOMPARE(list->hiddenRows, 10'000 - look::mostRows);
    Cursor cursor(timeline);
    QCOMPARE(overlapAt(10'001, cursor, *plan, timeline), QByteArray());
}

void TestPlan::planOfARunThatGoesOn_leavesOutWhatComesLater()
{
    const Timeline early = randomRun(12, 100);
    const Timeline whole = randomRun(12, 800);
    const std::shared_ptr<const Plan> plan = planOf(early);
    Cursor cursor(whole);
    cursor.seek(whole.last());
    for (const EdgePath &edge : edgesAt(*plan, cursor.graph(), whole.lexicon()))
        QVERIFY(edge.points.empty() || !edge.to || plan->rectOf(edge.to));
    QVERIFY(whole.lexicon().objectCount() > early.lexicon().objectCount());
    for (std::size_t id = early.lexicon().nameCount() + 1; id <= whole.lexicon().nameCount(); ++id)
        QVERIFY(plan->strongPath(HolderRef::name({static_cast<std::uint32_t>(id)}), {1}).points.empty());
    for (std::size_t id = early.lexicon().slotCount() + 1; id <= whole.lexicon().slotCount(); ++id)
        QVERIFY(plan->weakPath({static_cast<std::uint32_t>(id)}, {1}).points.empty());
}

void TestPlan::linkedList_isPlaced()
{
    std::string text = "new Node#1 head\nset tail Node#1\nstep head = tail = Node()\n";
    for (int number = 2; number <= 3000; ++number) {
        text += "new Node#" + std::to_string(number) + " n\nset Node#" + std::to_string(number - 1) +
                ".next Node#" + std::to_string(number) + "\nset tail Node#" + std::to_string(number) +
                "\nstep tail = n\n";
    }
    const Timeline timeline = timelineFromText(text);
    const std::shared_ptr<const Plan> plan = planOf(timeline);
    Cursor cursor(timeline);
    QCOMPARE(overlapAt(3000, cursor, *plan, timeline), QByteArray());
}

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
