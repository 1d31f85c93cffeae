#include "randomrun.h"
#include "timelinetext.h"

#include "graph/graphdiff.h"

#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace tetherscope;

namespace {

GraphDiff diffOfSteps(std::string_view text, std::size_t before, std::size_t after)
{
    const Timeline timeline = timelineFromText(text);
    return diff(timeline.graphAt(before), timeline.graphAt(after), timeline.lexicon());
}

} // namespace

class TestGraphDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void birth_isBornNamedAndNoCountChange();
    void secondName_changesTheCount();
    void death_isDied();
    void nameThatMovesOn_isThereOnce();
    void weakReference_changesTheStateAlone();
    void hit_changesTheCache();
    void call_changesTheFrames();
    void difference_isEmptyExactlyForEqualGraphs();
};

void TestGraphDiff::birth_isBornNamedAndNoCountChange()
{
    GraphDiff expected;
    expected.born = {{1}};
    expected.names = {{1}};
    QCOMPARE(diffOfSteps("new Node#1 a\nstep a = Node()", 0, 1), expected);
}

void TestGraphDiff::secondName_changesTheCount()
{
    GraphDiff expected;
    expected.counts = {{{1}, 1, 2}};
    expected.states = {{1}};
    expected.names = {{2}};
    QCOMPARE(diffOfSteps("new Node#1 a\nstep a = Node()\nset b Node#1\nstep b = a", 1, 2), expected);
}

void TestGraphDiff::death_isDied()
{
    GraphDiff expected;
    expected.died = {{1}};
    expected.names = {{1}};
    QCOMPARE(diffOfSteps("new Node#1 a\nstep a = Node()\ndel a\nkill Node#1\nstep del a", 1, 2), expected);
}

void TestGraphDiff::nameThatMovesOn_isThereOnce()
{
    GraphDiff expected;
    expected.counts = {{{1}, 2, 1}, {{2}, 1, 2}};
    expected.states = {{1}, {2}};
    expected.names = {{2}};
    QCOMPARE(
        diffOfSteps("new Node#1 a\nset x Node#1\nnew Node#2 b\nstep pass\nset x Node#2\nstep x = b", 1, 2),
        expected);
}

void TestGraphDiff::weakReference_changesTheStateAlone()
{
    GraphDiff expected;
    expected.states = {{1}};
    expected.slots = {{1}};
    QCOMPARE(diffOfSteps("new Node#1 a\nnew ref#1 r\nstep pass\nweaken ref#1.* Node#1\nstep pass", 1, 2),
             expected);
}

void TestGraphDiff::hit_changesTheCache()
{
    GraphDiff expected;
    expected.counts = {{{1}, 1, 2}};
    expected.caches = {{1}};
    QCOMPARE(diffOfSteps("create Date#1 in Date[1]\nstep pass\nacquire Date#1 hit Date[1]\nstep pass", 1, 2),
             expected);
}

void TestGraphDiff::call_changesTheFrames()
{
    GraphDiff expected;
    expected.frames = true;
    QCOMPARE(diffOfSteps("call f@1 from 3\nstep pass", 0, 1), expected);
}

void TestGraphDiff::difference_isEmptyExactlyForEqualGraphs()
{
    const Timeline timeline = randomRun(3, 2000);
    std::mt19937 random(4);
    for (int i = 0; i < 400; ++i) {
        const ObjectGraph left = timeline.graphAt(timeline.positionOfEvent(random() % timeline.eventCount()));
        const ObjectGraph right =
            timeline.graphAt(timeline.positionOfEvent(random() % timeline.eventCount()));
        QCOMPARE(diff(left, right, timeline.lexicon()).empty(), left == right);
        QVERIFY(diff(left, left, timeline.lexicon()).empty());
    }
}

QTEST_APPLESS_MAIN(TestGraphDiff)
#include "tst_graphdiff.moc"
