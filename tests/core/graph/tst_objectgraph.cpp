#include "randomrun.h"
#include "timelinetext.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace tetherscope;

namespace {

QString graphAfter(std::string_view text)
{
    const Timeline timeline = timelineFromText(text);
    return QString::fromStdString('\n' + graphText(timeline.graphAt(timeline.last()), timeline.lexicon()));
}

/// The graph after each event, then backwards through all of them: true if every moment is found again.
bool sameBothWays(const Timeline &timeline)
{
    std::vector<ObjectGraph> moments(1);
    for (const Event &event : timeline.allEvents()) {
        moments.push_back(moments.back());
        moments.back().apply(event, timeline.lexicon());
    }
    ObjectGraph graph = moments.back();
    for (std::size_t i = timeline.eventCount(); i > 0; --i) {
        graph.revert(timeline.allEvents()[i - 1], timeline.lexicon());
        if (graph != moments[i - 1])
            return false;
        if (i % 10 == 1 &&
            graphText(graph, timeline.lexicon()) != graphText(moments[i - 1], timeline.lexicon()))
            return false;
    }
    return true;
}

} // namespace

class TestObjectGraph : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void object_isHeldByNamesAndSlots();
    void weakReference_countsAsWatcherUntilItsReferentDies();
    void deadReference_leavesItsSlotDeadAndThenNothing();
    void cacheRow_isMissedHitAndEvicted();
    void finalizer_lendsItsUnit();
    void finalizerOfACycle_keepsTheCount();
    void resurrection_endsFinalizing();
    void calls_nest();
    void edges_areCounted();
    void everyKind_isTakenBack();
    void randomRun_isTakenBack_data();
    void randomRun_isTakenBack();
    void counters_agreeWithTheTables();
    void memory_isGivenForACopy();
};

void TestObjectGraph::object_isHeldByNamesAndSlots()
{
    QCOMPARE(graphAfter(R"(
        new Node#1 a
        new Node#2 b
        set Node#1.next Node#2
        item Node#1.year = 2022
        bind n = 3
        acquire Node#2 by argument
        step pass)"),
             QStringLiteral(R"(
<module>.a -> Node#1
<module>.b -> Node#2
<module>.n = 3
Node#1 strong 1 held 1
  next -> Node#2
  year = 2022
Node#2 strong 3 held 2
)"));
}

void TestObjectGraph::weakReference_countsAsWatcherUntilItsReferentDies()
{
    const char *text = R"(
        new Node#1 a
        new ref#1 r
        weaken ref#1.* Node#1
        step r = weakref.ref(a)
        del a
        clear ref#1.*
        callback ref#1
        free Node#1
        step del a)";
    const Timeline timeline = timelineFromText(text);
    QCOMPARE(timeline.graphAt(1).object({1}),
             (ObjectState{.strong = 1, .held = 1, .weak = 1, .alive = true}));
    QCOMPARE(graphAfter(text), QStringLiteral(R"(
<module>.r -> ref#1
ref#1 strong 1 held 1
  * dead
)"));
}

void TestObjectGraph::deadReference_leavesItsSlotDeadAndThenNothing()
{
    QCOMPARE(graphAfter(R"(
        new Node#1 a
        create ref#1
        weaken ref#1.* Node#1
        del a
        kill Node#1
        release ref#1
        unlink ref#1.*
        free ref#1
        step pass)"),
             QStringLiteral("\n"));
}

void TestObjectGraph::cacheRow_isMissedHitAndEvicted()
{
    const char *text = R"(
        create Date#1 in Date[(2022, 12, 3)]
        set a Date#1
        step a = Date(2022, 12, 3)
        acquire Date#1 by b hit Date[(2022, 12, 3)]
        bind b Date#1
        step b = Date(2022, 12, 3)
        del a
        del b
        evict Date[(2022, 12, 3)]
        free Date#1
        step del a, b)";
    const Timeline timeline = timelineFromText(text);
    QCOMPARE(QString::fromStdString(graphText(timeline.graphAt(2), timeline.lexicon())),
             QStringLiteral("<module>.a -> Date#1\n"
                            "<module>.b -> Date#1\n"
                            "Date#1 strong 2 held 2 weak 1\n"
                            "cache Date: 1 hits, 1 misses, 0 evicted\n"
                            "  (2022, 12, 3) ~> Date#1\n"));
    QCOMPARE(graphAfter(text), QStringLiteral("\ncache Date: 1 hits, 1 misses, 1 evicted\n"));
}

void TestObjectGraph::finalizer_lendsItsUnit()
{
    QCOMPARE(graphAfter(R"(
        new Node#1 a
        del a
        finalize Node#1
        call Node.__del__@1 from 3
        set Node.__del__@1.self Node#1
        step pass)"),
             QStringLiteral(R"(
Node.__del__@1.self -> Node#1
Node#1 strong 2 held 1 finalizing
call Node.__del__@1 from 3
)"));
}

void TestObjectGraph::finalizerOfACycle_keepsTheCount()
{
    QCOMPARE(graphAfter(R"(
        new Node#1 a
        set Node#1.self Node#1
        del a
        finalize Node#1
        step pass)"),
             QStringLiteral(R"(
Node#1 strong 1 held 1 finalizing
  self -> Node#1
)"));
}

void TestObjectGraph::resurrection_endsFinalizing()
{
    QCOMPARE(graphAfter(R"(
        new Node#1 a
        del a
        finalize Node#1
        set saved Node#1
        release Node#1
        resurrect Node#1
        step pass)"),
             QStringLiteral(R"(
<module>.saved -> Node#1
Node#1 strong 1 held 1
)"));
}

void TestObjectGraph::calls_nest()
{
    QCOMPARE(graphAfter("call f@1 from 3\ncall g@2 from 7\nstep pass"),
             QStringLiteral("\ncall f@1 from 3\ncall g@2 from 7\n"));
    QCOMPARE(graphAfter("call f@1 from 3\ncall g@2 from 7\nreturn\nstep pass"),
             QStringLiteral("\ncall f@1 from 3\n"));
}

void TestObjectGraph::edges_areCounted()
{
    const Timeline timeline = timelineFromText(R"(
        new Node#1 a
        create Date#1 in Date[3]
        set Node#1.next Date#1
        new ref#1 r
        weaken ref#1.* Node#1
        bind n = 3
        step pass)");
    const ObjectGraph graph = timeline.graphAt(1);
    QCOMPARE(graph.strongEdgeCount(), 3U);
    QCOMPARE(graph.weakEdgeCount(), 2U);
    QCOMPARE(graph.living().size(), 3U);
    QCOMPARE(graph.boundNames().size(), 3U);
}

void TestObjectGraph::everyKind_isTakenBack()
{
    const Timeline timeline = timelineFromText(R"(
        cache Date
        create Date#1 in Date[1]
        set a Date#1
        acquire Date#1 by b hit Date[1]
        bind b Date#1
        new ref#1 r
        weaken ref#1.* Date#1
        item Date#1.year = 2022
        item Date#1.year = 2023
        item Date#1.year
        bind n = 3
        unbind n
        call f@1 from 4
        raise KeyError: 3
        print text
        return
        lookup ref#1 3 None
        dereference ref#1 Date#1
        counted Date#1 2
        identity Date#1 ref#1
        lookedat Date#1
        new list#1 l
        set list#1.[0] Date#1
        del list#1.[0]
        del b
        del a
        evict Date[1]
        finalize Date#1
        set saved Date#1
        release Date#1
        resurrect Date#1
        del saved
        clear ref#1.*
        callback ref#1
        free Date#1
        del r
        unlink ref#1.*
        free ref#1
        collect 0
        unraisable ValueError: x
        step pass)");
    std::vector<EventKind> kinds;
    for (const Event &event : timeline.allEvents())
        if (std::find(kinds.begin(), kinds.end(), event.kind) == kinds.end())
            kinds.push_back(event.kind);
    QCOMPARE(kinds.size(), static_cast<std::size_t>(EventKind::CacheMade) + 1);
    QVERIFY(sameBothWays(timeline));
}

void TestObjectGraph::randomRun_isTakenBack_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestObjectGraph::randomRun_isTakenBack()
{
    QFETCH(quint32, seed);
    QVERIFY(sameBothWays(randomRun(seed, 1500)));
}

void TestObjectGraph::counters_agreeWithTheTables()
{
    const Timeline timeline = randomRun(77, 3000);
    const Lexicon &lexicon = timeline.lexicon();
    for (std::size_t step = 0; step < timeline.stepCount(); ++step) {
        const ObjectGraph graph = timeline.graphAt(step);
        std::vector<ObjectId> living;
        for (std::uint32_t i = 1; i <= lexicon.objectCount(); ++i)
            if (graph.alive({i}))
                living.push_back({i});
        std::size_t held = 0;
        std::size_t weak = 0;
        for (const ObjectId id : living) {
            held += graph.object(id).held;
            weak += graph.object(id).weak;
        }
        QVERIFY(std::equal(living.begin(), living.end(), graph.living().begin(), graph.living().end()));
        QVERIFY(std::is_sorted(graph.boundNames().begin(), graph.boundNames().end()));
        QCOMPARE(graph.strongEdgeCount(), held);
        QCOMPARE(graph.weakEdgeCount(), weak);
    }
}

void TestObjectGraph::memory_isGivenForACopy()
{
    const Timeline timeline = randomRun(5, 2000);
    QVERIFY(timeline.graphAt(timeline.last()).byteSize() >
            timeline.lexicon().objectCount() * sizeof(ObjectState));
    QVERIFY(ObjectGraph().byteSize() < 100);
}

QTEST_APPLESS_MAIN(TestObjectGraph)
#include "tst_objectgraph.moc"
