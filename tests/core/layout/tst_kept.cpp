#include "evenmeasure.h"

#include "layout/metrics.h"
#include "layout/planner.h"
#include "layout/scene.h"
#include "scenario/run.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace tetherscope;

namespace {

std::string presetText(const char *name)
{
    QFile file(
        QStringLiteral(TETHERSCOPE_SOURCE_DIR "/resources/scenarios/%1.py").arg(QLatin1StringView(name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", name);
    return file.readAll().toStdString();
}

/// A run and its plan: of its own, or around that of a shorter run.
struct Stretch
{
    Timeline timeline;
    std::shared_ptr<const Plan> plan;

    explicit Stretch(const std::string &text, std::shared_ptr<const Plan> keep = nullptr)
    {
        const ParseResult parsed = parseScenario(text);
        if (!parsed.scenario)
            qFatal("%s", parsed.diagnostics.front().message.c_str());
        runScenario(*parsed.scenario, timeline);
        plan = planPicture(timeline, EvenMeasure(), {.keep = std::move(keep)});
    }
    const Lexicon &lexicon() const { return timeline.lexicon(); }
    ObjectId object(std::string_view label) const
    {
        for (std::uint32_t id = 1; id <= lexicon().objectCount(); ++id) {
            if (lexicon().label({id}) == label)
                return {id};
        }
        return {};
    }
    NameId name(std::string_view wanted) const
    {
        for (std::uint32_t id = 1; id <= lexicon().nameCount(); ++id) {
            if (lexicon().nameText({id}) == wanted)
                return {id};
        }
        return {};
    }
};

/// Of everything that the former plan knows, what has another place in the longer one.
QStringList moved(const Stretch &former, const Stretch &longer)
{
    QStringList found;
    const Lexicon &lexicon = former.lexicon();
    for (std::uint32_t id = 1; id <= lexicon.objectCount(); ++id) {
        if (former.plan->rectOf(ObjectId{id}) &&
            former.plan->rectOf(ObjectId{id}) != longer.plan->rectOf(ObjectId{id}))
            found += QString::fromStdString(lexicon.label({id}));
    }
    for (std::uint32_t id = 1; id <= lexicon.nameCount(); ++id) {
        if (former.plan->rectOf(NameId{id}) &&
            former.plan->rectOf(NameId{id}) != longer.plan->rectOf(NameId{id}))
            found += QString::fromStdString(std::string(lexicon.nameText({id})));
    }
    for (std::uint32_t id = 1; id <= lexicon.cacheCount(); ++id) {
        if (former.plan->rectOf(CacheId{id}) != longer.plan->rectOf(CacheId{id}))
            found += QStringLiteral("cache %1").arg(id);
    }
    for (std::uint32_t id = 1; id <= lexicon.entryCount(); ++id) {
        if (former.plan->ringOf(EntryId{id}) != longer.plan->ringOf(EntryId{id}))
            found += QStringLiteral("ring of entry %1").arg(id);
    }
    return found;
}

/// Edges of the former run's moments that take another way in the longer plan.
std::size_t edgesMoved(const Stretch &former, const Stretch &longer)
{
    std::size_t count = 0;
    for (std::uint32_t step = 0; step < former.timeline.stepCount(); ++step) {
        const ObjectGraph graph = former.timeline.graphAt(step);
        const std::vector<EdgePath> before = edgesAt(*former.plan, graph, former.lexicon());
        const std::vector<EdgePath> after = edgesAt(*longer.plan, graph, former.lexicon());
        for (std::size_t edge = 0; edge < before.size(); ++edge)
            count += edge >= after.size() || before[edge].points != after[edge].points ? 1 : 0;
    }
    return count;
}

} // namespace

class TestKept : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void longerRun_movesNothing_data();
    void longerRun_movesNothing();
    void newThings_haveAPlace();
    void statementAfterStatement_movesNothing();
    void newNamesBelowAClass_haveAHeadingOfTheirOwn();
    void fullTable_showsTheRestInItsLastRow();
    void cardWithoutRows_showsTheRestInItsLineOfValues();
    void newHeads_standApartFromThoseBefore();
};

void TestKept::longerRun_movesNothing_data()
{
    QTest::addColumn<QByteArray>("statements");
    QTest::newRow("date-cache") << QByteArray("c = Date(2022, 12, 3)\nd = [c, Date(2023, 1, 1)]\ndel c\n");
    QTest::newRow("weak-cache") << QByteArray(
        "x1 = Date(2000, 1, 1)\nx2 = Date(2000, 1, 2)\nx3 = [x1, x2]\n");
    QTest::newRow("refcounts") << QByteArray(
        "more = [MyObject() for i in range(6)]\nmore.append(more)\ndel more\n");
    QTest::newRow("cycle-and-collector")
        << QByteArray("def f(a):\n    b = [a]\n    return b\nkept = f({})\nagain = f(kept)\n");
    QTest::newRow("observers") << QByteArray(
        "class Added:\n    seen = []\n    def look(self):\n        it = self\n        return it\nadded = "
        "Added()\nsame = added.look()\nAdded.last = same\n");
    QTest::newRow("tree-weak-parent")
        << QByteArray("import weakref\nw = weakref.WeakValueDictionary()\nclass K:\n    pass\nk = "
                      "K()\nw['k'] = k\nr = weakref.ref(k)\ns = weakref.ref(k, print)\n");
    QTest::newRow("stale-eviction") << QByteArray(
        "old = Date(2022, 12, 3)\nold.me = old\nDate._cache.clear()\ndel old\n");
    QTest::newRow("flyweight-glyphs") << QByteArray("for n in range(30):\n    spare = [n, [n]]\n");
}

void TestKept::longerRun_movesNothing()
{
    QFETCH(QByteArray, statements);
    const std::string text = presetText(QTest::currentDataTag());
    const Stretch former(text);
    const Stretch longer(text + "\n" + statements.toStdString(), former.plan);
    QCOMPARE(moved(former, longer).join(u' '), QString());
    QCOMPARE(edgesMoved(former, longer), 0U);
    for (std::uint32_t step = 0; step < longer.timeline.stepCount(); ++step) {
        const PictureMetrics metrics =
            measurePicture(*longer.plan, longer.timeline.graphAt(step), longer.lexicon());
        if (metrics.overlaps > 0)
            QFAIL(qPrintable(QStringLiteral("%1 overlaps at step %2").arg(metrics.overlaps).arg(step)));
    }
}

void TestKept::newThings_haveAPlace()
{
    const std::string text = presetText("refcounts");
    const Stretch former(text);
    const Stretch longer(text + "\nadded = [MyObject()]\n", former.plan);
    const SceneRect pill = longer.plan->rectOf(longer.name("added")).value_or(SceneRect{});
    const SceneRect list = longer.plan->rectOf(longer.object("list#1")).value_or(SceneRect{});
    QVERIFY(!pill.empty());
    QVERIFY(!list.empty());
    QVERIFY(pill.right() < list.x);
    QVERIFY(pill.centreY() > list.y && pill.centreY() < list.bottom());
}

void TestKept::statementAfterStatement_movesNothing()
{
    std::string text = presetText("refcounts");
    auto before = std::make_unique<Stretch>(text);
    for (const char *const statement :
         {"p = MyObject()\n", "q = [p, p]\n", "p.q = q\n", "del p, q\n", "r = {}\n"}) {
        text += statement;
        auto after = std::make_unique<Stretch>(text, before->plan);
        QCOMPARE(moved(*before, *after).join(u' '), QString());
        QCOMPARE(edgesMoved(*before, *after), 0U);
        before = std::move(after);
    }
}

/// Else they would read as the class's.
void TestKept::newNamesBelowAClass_haveAHeadingOfTheirOwn()
{
    std::string text = "class Date:\n    cache = {}\na = Date.cache\n";
    const Stretch former(text);
    const Stretch longer(text + "b = a\n", former.plan);
    const Stretch longest(text + "b = a\nc = a\n", longer.plan);
    const std::vector<NameBlock> &blocks = longest.plan->blocks();
    QCOMPARE(blocks.size(), former.plan->blocks().size() + 1);
    QVERIFY(blocks.back().kind == ScopeKind::Module);
    const SceneRect heading = blocks.back().heading;
    QVERIFY(heading.y > former.plan->rectOf(former.name("cache"))->bottom());
    const SceneRect b = *longest.plan->rectOf(longest.name("b"));
    const SceneRect c = *longest.plan->rectOf(longest.name("c"));
    QVERIFY(heading.bottom() < b.y && b.bottom() < c.y);
}

void TestKept::fullTable_showsTheRestInItsLastRow()
{
    const Stretch former("a = []\nt = [a, a]\n");
    const Stretch longer("a = []\nt = [a, a]\nt.append(a)\nt.append(a)\n", former.plan);
    const CardShape &shape = *longer.plan->shapeOf(longer.object("list#2"));
    QCOMPARE(shape.size, former.plan->shapeOf(former.object("list#2"))->size);
    QCOMPARE(shape.rowCount(), 2U);
    QCOMPARE(shape.hiddenRows, 2U);
    QCOMPARE(shape.sharedRow(), 1U);
    const SlotId hidden = longer.lexicon().slotsOf(longer.object("list#2")).back();
    const EdgePath path = longer.plan->strongPath(HolderRef::slot(hidden), longer.object("list#1"));
    const SceneRect card = *longer.plan->rectOf(longer.object("list#2"));
    QCOMPARE(path.points.front().y, card.y + shape.rowTop(1) + shape.rowHeight / 2);
}

void TestKept::cardWithoutRows_showsTheRestInItsLineOfValues()
{
    const Stretch former("t = []\n");
    const Stretch longer("t = []\nt.append(t)\n", former.plan);
    const CardShape &shape = *longer.plan->shapeOf(longer.object("list#1"));
    QCOMPARE(shape.size, former.plan->shapeOf(former.object("list#1"))->size);
    QCOMPARE(shape.rowTop(shape.sharedRow()) + shape.rowHeight, shape.size.height);
}

void TestKept::newHeads_standApartFromThoseBefore()
{
    const Stretch former("a = []\nb = a\n");
    const Stretch longer("a = []\nb = a\nc = a\nd = a\n", former.plan);
    std::vector<double> heads;
    for (const char *const name : {"a", "b", "c", "d"})
        heads.push_back(longer.plan->strongPath(HolderRef::name(longer.name(name)), longer.object("list#1"))
                            .points.back()
                            .y);
    std::sort(heads.begin(), heads.end());
    for (std::size_t index = 1; index < heads.size(); ++index)
        QVERIFY(heads[index] - heads[index - 1] >= 5);
}

QTEST_GUILESS_MAIN(TestKept)
#include "tst_kept.moc"
