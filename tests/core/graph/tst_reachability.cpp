#include "timelinetext.h"

#include "graph/lexiconbuilder.h"
#include "graph/reachability.h"

#include <QRegularExpression>
#include <QTest>

using namespace tetherscope;

namespace {

std::string labels(const std::vector<bool> &marks, const Lexicon &lexicon)
{
    std::string text;
    for (std::uint32_t i = 1; i <= marks.size(); ++i)
        if (marks[i - 1])
            text += lexicon.label({i}) + ' ';
    return text;
}

/// The labels of what is unreachable at the end of the text.
QString garbageAfter(std::string_view text)
{
    const Timeline timeline = timelineFromText(text);
    return QString::fromStdString(
        labels(unreachable(timeline.graphAt(timeline.last()), timeline.lexicon()), timeline.lexicon()));
}

/// The labels of what the first object retains at the end of the text.
QString retainedAfter(std::string_view text)
{
    const Timeline timeline = timelineFromText(text);
    const ObjectGraph graph = timeline.graphAt(timeline.last());
    return QString::fromStdString(labels(retainedBy({1}, graph, timeline.lexicon()), timeline.lexicon()));
}

QString holdersAfter(std::string_view text, ObjectId object)
{
    const Timeline timeline = timelineFromText(text);
    const Lexicon &lexicon = timeline.lexicon();
    QString holders;
    for (const HolderUnit &unit : holdersOf(object, timeline.graphAt(timeline.last()), lexicon))
        holders +=
            QString::fromStdString(unit.owner ? lexicon.label(unit.owner) + '.' +
                                                    std::string(lexicon.slotText({unit.holder.id})) + ' '
                                              : std::string(lexicon.nameText({unit.holder.id})) + ' ');
    return holders;
}

} // namespace

class TestReachability : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void namedChain_isReachable();
    void cycleWithoutName_isGarbageWithWhatItHolds();
    void selfHeldObject_isGarbage();
    void cycleOnTheStack_isReachable();
    void weakReference_keepsNothingReachable();
    void dyingAndFinalizedObjects_areNoGarbage();
    void longChain_needsNoDeepStack();
    void holders_areNamesThenSlots();
    void valuesAndOtherObjects_areNoHolders();
    void watchersAndRows_areLiveOnes();
    void retainedSet_isWhatNothingElseReaches_data();
    void retainedSet_isWhatNothingElseReaches();
};

void TestReachability::namedChain_isReachable()
{
    QCOMPARE(garbageAfter(R"(
        new Node#1 a
        create Node#2
        set Node#1.next Node#2
        create Node#3
        set Node#2.next Node#3
        step pass)"),
             QString());
}

void TestReachability::cycleWithoutName_isGarbageWithWhatItHolds()
{
    QCOMPARE(garbageAfter(R"(
        new Node#1 a
        new Node#2 b
        set Node#1.next Node#2
        set Node#2.next Node#1
        create Node#3
        set Node#2.tail Node#3
        new Node#4 c
        set Node#2.other Node#4
        del a
        del b
        step pass)"),
             QStringLiteral("Node#1 Node#2 Node#3 "));
}

void TestReachability::selfHeldObject_isGarbage()
{
    QCOMPARE(garbageAfter("new Node#1 a\nset Node#1.self Node#1\ndel a\nstep del a"),
             QStringLiteral("Node#1 "));
}

void TestReachability::cycleOnTheStack_isReachable()
{
    QCOMPARE(garbageAfter(R"(
        new Node#1 a
        new Node#2 b
        set Node#1.next Node#2
        set Node#2.next Node#1
        acquire Node#2 by argument
        del a
        del b
        step pass)"),
             QString());
}

void TestReachability::weakReference_keepsNothingReachable()
{
    QCOMPARE(garbageAfter(R"(
        new Node#1 a
        set Node#1.self Node#1
        new ref#1 r
        weaken ref#1.* Node#1
        del a
        step pass)"),
             QStringLiteral("Node#1 "));
}

void TestReachability::dyingAndFinalizedObjects_areNoGarbage()
{
    QCOMPARE(garbageAfter(R"(
        new Node#1 a
        create Node#2
        set Node#1.next Node#2
        del a
        step pass)"),
             QString());
    QCOMPARE(garbageAfter("new Node#1 a\nset Node#1.self Node#1\ndel a\nfinalize Node#1\nstep pass"),
             QString());
}

void TestReachability::longChain_needsNoDeepStack()
{
    constexpr std::uint32_t length = 200'000;
    LexiconBuilder words;
    ObjectGraph graph;
    Lexicon lexicon;
    std::vector<Event> run;
    for (std::uint32_t i = 1; i <= length; ++i) {
        run.push_back(events::create(words.addObject("Node", ObjectKind::Instance)));
        if (i > 1)
            run.push_back(events::link(words.slot({i - 1}, "next"), {i}));
    }
    lexicon.append(words.takeGrowth());
    for (const Event &event : run)
        graph.apply(event, lexicon);
    QCOMPARE(labels(unreachable(graph, lexicon), lexicon), std::string());
}

void TestReachability::holders_areNamesThenSlots()
{
    QCOMPARE(holdersAfter(R"(
        create Node#1
        new list#1 l
        set list#1.[0] Node#1
        set list#1.[1] Node#1
        set b Node#1
        set a Node#1
        step pass)",
                          {1}),
             QStringLiteral("b a list#1.[0] list#1.[1] "));
}

void TestReachability::valuesAndOtherObjects_areNoHolders()
{
    QCOMPARE(holdersAfter(R"(
        new Node#1 a
        new ref#1 r
        weaken ref#1.* Node#1
        item ref#1.x = 3
        bind n = 3
        step pass)",
                          {1}),
             QStringLiteral("a "));
}

void TestReachability::retainedSet_isWhatNothingElseReaches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("retained");
    const QString chain = QStringLiteral("new Node#1 a\ncreate Node#2\nset Node#1.next Node#2\n"
                                         "create Node#3\nset Node#2.next Node#3\n");
    QTest::newRow("a chain goes with its head") << chain + u"step pass"_qs << u"Node#2 Node#3 "_qs;
    QTest::newRow("what another name holds stays") << chain + u"set b Node#3\nstep pass"_qs << u"Node#2 "_qs;
    QTest::newRow("what is in flight stays")
        << chain + u"acquire Node#2 by argument\nstep pass"_qs << QString();
    QTest::newRow("a way back to the object is no other way")
        << chain + u"set Node#3.up Node#1\nset Node#3.me Node#3\nstep pass"_qs << u"Node#2 Node#3 "_qs;
    QTest::newRow("a weak reference does not retain")
        << u"new ref#1 r\nnew Node#1 a\nweaken ref#1.* Node#1\nstep pass"_qs << QString();
    QTest::newRow("garbage beside it is not its own")
        << u"new Node#1 a\nnew Node#2 b\nset Node#2.self Node#2\ndel b\nstep pass"_qs << QString();
    QTest::newRow("the dead retain nothing")
        << u"new Node#1 a\ndel a\nkill Node#1\nstep pass"_qs << QString();
}

void TestReachability::retainedSet_isWhatNothingElseReaches()
{
    QFETCH(QString, text);
    QTEST(retainedAfter(text.toStdString()), "retained");
}

void TestReachability::watchersAndRows_areLiveOnes()
{
    const Timeline timeline = timelineFromText(R"(
        create Date#1 in Date[1]
        set a Date#1
        create Date#2 in Date[2]
        set b Date#2
        new ref#1 r
        weaken ref#1.* Date#1
        step pass
        del a
        kill Date#1
        step del a)");
    const Lexicon &lexicon = timeline.lexicon();
    QCOMPARE(watchersOf({1}, timeline.graphAt(1), lexicon), (std::vector<SlotId>{{1}}));
    QCOMPARE(rowsOf({1}, timeline.graphAt(1), lexicon), (std::vector<EntryId>{{1}}));
    QCOMPARE(watchersOf({1}, timeline.graphAt(2), lexicon), std::vector<SlotId>{});
    QCOMPARE(rowsOf({1}, timeline.graphAt(2), lexicon), std::vector<EntryId>{});
}

QTEST_APPLESS_MAIN(TestReachability)
#include "tst_reachability.moc"
