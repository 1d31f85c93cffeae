#include "evenmeasure.h"
#include "randomrun.h"
#include "runbuilder.h"

#include "layout/cost.h"
#include "layout/layered.h"
#include "layout/lineindex.h"
#include "layout/metrics.h"
#include "layout/planner.h"
#include "layout/refine.h"
#include "layout/textwidths.h"
#include "layout/timedlines.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <random>
#include <vector>

using namespace tetherscope;

namespace {

constexpr std::uint64_t plenty = 100'000'000;

/// A run, and how its last state is laid out with slots around it.
struct Drawing
{
    Timeline timeline;
    EvenMeasure measure;
    Cast cast;
    Parts parts;
    Arrangement arrangement;

    explicit Drawing(Timeline run)
        : timeline(std::move(run))
        , cast(*castOf(timeline, {}))
    {
        TextWidths widths(measure, timeline.lexicon());
        parts = partsOf(cast, timeline.lexicon(), widths);
        const Seed seed = seedAt(parts, cast, cast.stepCount - 1);
        arrangement = *arrange(parts, cast, seed, *layeredPlacement(seed.graph, layer(seed.graph)), {});
    }
    double cost() const { return costOf(parts, arrangement); }
    void refineWith(std::uint64_t effort, const std::stop_token &stop = {})
    {
        refine(parts, cast, arrangement, effort, stop);
    }
    friend bool same(const Drawing &left, const Drawing &right)
    {
        return left.arrangement.column == right.arrangement.column &&
               left.arrangement.top == right.arrangement.top;
    }
};

/// Names n0, n1, … that hold objects in the opposite order of those objects' slots in a list.
Timeline crossedRun(std::size_t count)
{
    RunBuilder run;
    const ObjectId list = run.words().addObject("list", ObjectKind::List);
    run.record(events::create(list));
    run.set(run.words().name(run.module(), "all"), list);
    std::vector<ObjectId> objects;
    for (std::size_t index = 0; index < count; ++index) {
        objects.push_back(run.words().addObject("Node", ObjectKind::Instance));
        run.record(events::create(objects.back()));
        run.set(run.words().slot(list, "[" + std::to_string(index) + "]"), objects.back());
    }
    for (std::size_t index = 0; index < count; ++index)
        run.set(run.words().name(run.module(), "n" + std::to_string(index)), objects[count - 1 - index]);
    run.endStep({.line = 1, .scope = run.module(), .kind = StatementKind::Expression});
    return run.take();
}

std::size_t crossingsAtTheEnd(const Timeline &timeline)
{
    const std::shared_ptr<const Plan> plan = planPicture(timeline, EvenMeasure());
    return measurePicture(*plan, timeline.graphAt(timeline.last()), timeline.lexicon()).crossings;
}

/// The module's names from the top.
QStringList namesFromTheTop(const Timeline &timeline)
{
    const std::shared_ptr<const Plan> plan = planPicture(timeline, EvenMeasure());
    std::map<double, QString> names;
    for (std::uint32_t id = 1; id <= timeline.lexicon().nameCount(); ++id)
        names[plan->rectOf(NameId{id})->y] =
            QString::fromStdString(std::string(timeline.lexicon().nameText({id})));
    QStringList texts;
    for (const auto &[y, text] : names)
        texts += text;
    return texts;
}

} // namespace

class TestRefine : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void linesThatCross_countWhileBothAreThere();
    void indexedLines_areThoseThatMayCross();
    void linesTakenOut_areInNoArea();
    void madeUpRun_getsBetter_data();
    void madeUpRun_getsBetter();
    void noEffort_changesNothing();
    void stopRequest_changesNothing();
    void sameRun_sameResult();
    void fewObjects_keepNamesInOrderOfBinding();
    void manyObjects_letNamesUncross();
};

void TestRefine::linesThatCross_countWhileBothAreThere()
{
    TimedLines lines;
    lines.add({0, 0, 100, 100, 0, 9});
    lines.add({0, 50, 100, 50, 8, 20});
    QCOMPARE(lines.crossedSteps({0, 100, 100, 0, 5, 30}), 5 + 13);
    QCOMPARE(lines.crossedSteps({0, 100, 100, 0, 5, 30}, 1), 13);
    QCOMPARE(lines.crossedSteps({0, 0, 100, 20, 5, 30}), 0); // from the same point
    QCOMPARE(lines.crossedSteps({0, 100, 100, 0, 21, 30}), 0);
}

/// As many crossings with what the index finds as with all lines, also after some have moved.
void TestRefine::indexedLines_areThoseThatMayCross()
{
    std::mt19937 random(5);
    const auto below = [&](std::uint32_t end) { return static_cast<std::uint32_t>(random() % end); };
    const auto anyLine = [&] {
        const auto from = float(300 * below(6));
        const auto first = std::int32_t(below(100));
        return TimedLine{from,
                         float(below(4000)),
                         from + float(300 * below(4)),
                         float(below(4000)),
                         first,
                         first + std::int32_t(below(30))};
    };
    std::vector<TimedLine> lines(500);
    std::generate(lines.begin(), lines.end(), anyLine);
    LineIndex index(lines);
    for (int round = 0; round < 300; ++round) {
        const std::uint32_t moved = below(500);
        lines[moved] = anyLine();
        index.set(moved, lines[moved]);
        TimedLines all;
        for (const TimedLine &line : lines)
            all.add(line);
        const TimedLine asked = anyLine();
        LineArea area;
        area.include(asked);
        TimedLines near;
        index.gather(area, near);
        QVERIFY(near.size() < all.size());
        QCOMPARE(near.crossedSteps(asked), all.crossedSteps(asked));
        TimedLines taken;
        taken.takeFrom(all, area);
        QCOMPARE(taken.size(), near.size());
        QCOMPARE(taken.crossedSteps(asked), all.crossedSteps(asked));
    }
}

void TestRefine::linesTakenOut_areInNoArea()
{
    const std::vector<TimedLine> lines{{0, 0, 100, 100, 0, 9}, {0, 50, 100, 50, 0, 9}};
    LineIndex index(lines);
    LineArea area;
    area.include(lines[0]);
    index.takeOut(0);
    TimedLines found;
    index.gather(area, found);
    QCOMPARE(found.size(), 1U);
    index.set(0, lines[0]);
    found.clear();
    index.gather(area, found);
    QCOMPARE(found.size(), 2U);
}

void TestRefine::madeUpRun_getsBetter_data()
{
    QTest::addColumn<std::uint32_t>("seed");
    for (std::uint32_t seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestRefine::madeUpRun_getsBetter()
{
    QFETCH(std::uint32_t, seed);
    Drawing drawing(randomRun(seed, 600));
    const double before = drawing.cost();
    drawing.refineWith(plenty);
    QVERIFY2(drawing.cost() < 0.9 * before, qPrintable(QString::number(drawing.cost() / before)));
}

void TestRefine::noEffort_changesNothing()
{
    const Drawing before(randomRun(3, 600));
    Drawing after(randomRun(3, 600));
    after.refineWith(0);
    QVERIFY(same(before, after));
}

void TestRefine::stopRequest_changesNothing()
{
    const Drawing before(randomRun(3, 600));
    Drawing after(randomRun(3, 600));
    std::stop_source stop;
    stop.request_stop();
    after.refineWith(plenty, stop.get_token());
    QVERIFY(same(before, after));
}

void TestRefine::sameRun_sameResult()
{
    Drawing one(randomRun(4, 900));
    Drawing other(randomRun(4, 900));
    one.refineWith(1'000'000);
    other.refineWith(1'000'000);
    QVERIFY(same(one, other));
}

void TestRefine::fewObjects_keepNamesInOrderOfBinding()
{
    QCOMPARE(namesFromTheTop(crossedRun(4)),
             (QStringList{QStringLiteral("all"), QStringLiteral("n0"), QStringLiteral("n1"),
                          QStringLiteral("n2"), QStringLiteral("n3")}));
}

void TestRefine::manyObjects_letNamesUncross()
{
    QVERIFY(namesFromTheTop(crossedRun(30)).indexOf(QStringLiteral("n29")) <
            namesFromTheTop(crossedRun(30)).indexOf(QStringLiteral("n0")));
    QVERIFY(crossingsAtTheEnd(crossedRun(30)) < 100U); // 435 with the names in order
}

QTEST_GUILESS_MAIN(TestRefine)
#include "tst_refine.moc"
