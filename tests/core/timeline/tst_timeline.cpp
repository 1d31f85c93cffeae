#include "randomrun.h"
#include "timelinetext.h"

#include "graph/lexiconbuilder.h"
#include "timeline/growth.h"

#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace tetherscope;

namespace {

/// The graph after so many events, without key frames.
ObjectGraph walked(const Timeline &timeline, std::uint64_t eventsDone)
{
    ObjectGraph graph;
    for (const Event &event : timeline.allEvents().first(eventsDone))
        graph.apply(event, timeline.lexicon());
    return graph;
}

} // namespace

class TestTimeline : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void emptyTimeline_standsAtItsStart();
    void positions_countEventsWithinSteps();
    void positionOfEvent_isInverseOfEventsAt();
    void momentBetweenSteps_belongsToTheOneThatEnded();
    void cursor_goesThereAndBack();
    void cursor_followsAGrowingTimeline();
    void randomSeeks_equalLinearWalks();
    void neighbouringSteps_equalLinearWalks();
    void keyFrames_takeNoMoreThanTheEvents();
    void chunks_joinToTheSameRun();
    void growthOfALongerRun_makesTheSameRun();
    void growthOfAnotherRun_isNone();
};

void TestTimeline::emptyTimeline_standsAtItsStart()
{
    const Timeline timeline;
    Cursor cursor(timeline);
    cursor.seek(timeline.last());
    QCOMPARE(cursor.position(), Position{});
    QVERIFY(cursor.graph() == ObjectGraph());
    QVERIFY(timeline.graphAt(Position{}) == ObjectGraph());
}

void TestTimeline::positions_countEventsWithinSteps()
{
    const Timeline timeline =
        timelineFromText("create Node#1\nstep pass\nstep pass\nrelease Node#1\nstep pass");
    QCOMPARE(timeline.stepCount(), 4U);
    QCOMPARE(timeline.eventCount(), 2U);
    QCOMPARE(timeline.end(0), (Position{0, 0}));
    QCOMPARE(timeline.end(1), (Position{1, 1}));
    QCOMPARE(timeline.end(2), (Position{2, 0}));
    QCOMPARE(timeline.last(), (Position{3, 1}));
    QCOMPARE(timeline.events(3).size(), 1U);
    QCOMPARE(timeline.events(3).front().kind, EventKind::Release);
    QCOMPARE(timeline.eventsAt({1, 1}), 1U);
    QCOMPARE(timeline.eventsAt({3, 0}), 1U);
}

void TestTimeline::positionOfEvent_isInverseOfEventsAt()
{
    const Timeline timeline = randomRun(9, 800);
    for (std::uint64_t done = 0; done <= timeline.eventCount(); ++done)
        QCOMPARE(timeline.eventsAt(timeline.positionOfEvent(done)), done);
}

void TestTimeline::momentBetweenSteps_belongsToTheOneThatEnded()
{
    const Timeline timeline =
        timelineFromText("create Node#1\nstep pass\nstep pass\nacquire Node#1\nstep pass");
    QCOMPARE(timeline.positionOfEvent(0), (Position{0, 0}));
    QCOMPARE(timeline.positionOfEvent(1), (Position{1, 1}));
    QCOMPARE(timeline.positionOfEvent(2), (Position{3, 1}));
}

void TestTimeline::cursor_goesThereAndBack()
{
    const Timeline timeline =
        timelineFromText("new Node#1 a\nstep a = Node()\ndel a\nkill Node#1\nstep del a");
    Cursor cursor(timeline);
    cursor.seek({2, 1});
    QCOMPARE(QString::fromStdString(graphText(cursor.graph(), timeline.lexicon())),
             QStringLiteral("Node#1 strong 1 held 0\n"));
    cursor.seek(timeline.end(1));
    QCOMPARE(QString::fromStdString(graphText(cursor.graph(), timeline.lexicon())),
             QStringLiteral("<module>.a -> Node#1\nNode#1 strong 1 held 1\n"));
    cursor.seek({0, 0});
    QVERIFY(cursor.graph() == ObjectGraph());
    cursor.seek(timeline.last());
    QVERIFY(cursor.graph().living().empty());
}

void TestTimeline::cursor_followsAGrowingTimeline()
{
    Timeline timeline;
    Cursor cursor(timeline);
    LexiconBuilder words;
    for (std::uint32_t step = 0; step < 200; ++step) {
        TimelineChunk chunk;
        const ObjectId id = words.addObject("Node", ObjectKind::Instance);
        chunk.growth = words.takeGrowth();
        chunk.events = {events::create(id)};
        chunk.steps = {{.line = step, .firstEvent = step, .endEvent = step + 1}};
        timeline.append(std::move(chunk));
        cursor.seek(timeline.last());
        QCOMPARE(cursor.graph().living().size(), std::size_t{step} + 1);
    }
}

void TestTimeline::randomSeeks_equalLinearWalks()
{
    const Timeline timeline = randomRun(11, 20'000);
    QVERIFY(timeline.keyFrameCount() > 3);
    Cursor cursor(timeline);
    std::mt19937 random(12);
    for (int i = 0; i < 60; ++i) {
        const Position position = timeline.positionOfEvent(random() % (timeline.eventCount() + 1));
        cursor.seek(position);
        const ObjectGraph expected = walked(timeline, timeline.eventsAt(position));
        QVERIFY(cursor.graph() == expected);
        QVERIFY(timeline.graphAt(position) == expected);
        QCOMPARE(graphText(cursor.graph(), timeline.lexicon()), graphText(expected, timeline.lexicon()));
    }
}

void TestTimeline::neighbouringSteps_equalLinearWalks()
{
    const Timeline timeline = randomRun(13, 6000);
    std::vector<ObjectGraph> ends;
    Cursor cursor(timeline);
    for (std::size_t step = 0; step < timeline.stepCount(); ++step) {
        cursor.seek(timeline.end(step));
        ends.push_back(cursor.graph());
    }
    for (std::size_t step = timeline.stepCount(); step-- > 0;) {
        cursor.seek(timeline.end(step));
        QVERIFY(cursor.graph() == ends[step]);
    }
}

void TestTimeline::keyFrames_takeNoMoreThanTheEvents()
{
    for (const std::size_t events : {500U, 5'000U, 50'000U}) {
        const Timeline timeline = randomRun(31, events);
        QVERIFY(timeline.keyFrameBytes() <= timeline.eventCount() * sizeof(Event));
    }
}

void TestTimeline::chunks_joinToTheSameRun()
{
    const Timeline whole = timelineFromText("new Node#1 a\nstep a = Node()\ndel a\nkill Node#1\nstep del a");
    LexiconBuilder words;
    const ScopeId module = words.addScope("<module>", "<module>", ScopeKind::Module);
    TimelineChunk everything;
    words.addObject("Node", ObjectKind::Instance);
    words.name(module, "a");
    everything.growth = words.takeGrowth();
    everything.events.assign(whole.allEvents().begin(), whole.allEvents().end());
    for (std::size_t i = 0; i < whole.stepCount(); ++i)
        everything.steps.push_back(whole.step(i));
    Timeline joined;
    joined.append(std::move(everything));
    for (std::size_t i = 0; i < whole.stepCount(); ++i)
        QVERIFY(joined.graphAt(i) == whole.graphAt(i));
}

void TestTimeline::growthOfALongerRun_makesTheSameRun()
{
    const std::string begin = "new Node#1 a\nstep a = Node()\n";
    Timeline grown = timelineFromText(begin);
    const Timeline longer =
        timelineFromText(begin + "set b Node#1\nstep b = a\nnew Node#2 c\nstep c = Node()\n");
    std::optional<TimelineChunk> growth = growthSince(grown, longer);
    QVERIFY(growth);
    QCOMPARE(growth->steps.size(), 2U);
    grown.append(std::move(*growth));
    QCOMPARE(grown.stepCount(), longer.stepCount());
    QVERIFY(std::equal(longer.allEvents().begin(), longer.allEvents().end(), grown.allEvents().begin()));
    QVERIFY(grown.graphAt(grown.last()) == longer.graphAt(longer.last()));
    QCOMPARE(grown.lexicon().label(ObjectId{2}), longer.lexicon().label(ObjectId{2}));
}

void TestTimeline::growthOfAnotherRun_isNone()
{
    const Timeline former = timelineFromText("new Node#1 a\nstep a = Node()\n");
    QVERIFY(growthSince(former, former));
    QVERIFY(!growthSince(former, timelineFromText("new Node#1 b\nstep a = Node()\n")));
    QVERIFY(!growthSince(former, timelineFromText("step pass\n")));
}

QTEST_APPLESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
