#include "runs.h"
#include "timelinetext.h"

#include "analysis/eventstrip.h"

#include <QRegularExpression>
#include <QTest>

#include <initializer_list>
#include <string>

using namespace tetherscope;

namespace {

Timeline runOf(std::initializer_list<std::string_view> pieces)
{
    std::string run;
    for (const std::string_view piece : pieces)
        run += piece;
    return timelineFromText(run);
}

QString stripAt(const Timeline &timeline, Position position)
{
    return QString::fromStdString(stripText(eventStripAt(Moment(timeline, position))));
}

QString lastStrip(std::string_view run)
{
    const Timeline timeline = timelineFromText(run);
    return stripAt(timeline, timeline.last());
}

/// One letter a chip: done, current, coming, absent.
QString statesAt(const Timeline &timeline, Position position)
{
    QString states;
    for (const Chip &chip : eventStripAt(Moment(timeline, position)).chips)
        states += QLatin1Char("dCc-"[static_cast<int>(chip.state)]);
    return states;
}

constexpr std::uint32_t firstStepOfDeath = 12;

} // namespace

class TestEventStrip : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void hit_isAnAcquireAndABind();
    void countedArgument_comesAndGoes();
    void event_marksWhatIsDone();
    void manyEvents_foldTheMiddle();
    void deathWithFinalizer_isOneStripInAllItsSteps();
    void deathWithFinalizer_isStillFoundWhileItsRowStands();
    void chip_hasTheSentenceOfItsEventAsHint();
    void weakCache_evictsItsRow();
    void clearedReference_isAStage();
    void resurrection_keepsItAgain();
    void collectedCycle_goesTheCollectorsWay();
};

void TestEventStrip::hit_isAnAcquireAndABind()
{
    const Timeline timeline = runOf({runs::weakCache});
    QCOMPARE(stripAt(timeline, timeline.end(3)),
             QStringLiteral("miss: create Date#1 › Date#1.year = 2022 › bind a → Date#1"));
    QCOMPARE(stripAt(timeline, timeline.end(5)),
             QStringLiteral("hit: acquire Date#1 1 → 2 › bind b → Date#1"));
}

void TestEventStrip::countedArgument_comesAndGoes()
{
    const Timeline timeline = runOf({runs::refcounts});
    QCOMPARE(stripAt(timeline, timeline.end(5)),
             QStringLiteral("argument MyObject#1 1 → 2 › return 1 › print"));
}

void TestEventStrip::event_marksWhatIsDone()
{
    const Timeline timeline = runOf({runs::refcounts});
    QCOMPARE(statesAt(timeline, {5, 0}), QStringLiteral("ccc"));
    QCOMPARE(statesAt(timeline, {5, 1}), QStringLiteral("Ccc"));
    QCOMPARE(statesAt(timeline, {5, 3}), QStringLiteral("dCc"));
    QCOMPARE(statesAt(timeline, timeline.end(5)), QStringLiteral("ddd"));
}

void TestEventStrip::manyEvents_foldTheMiddle()
{
    std::string run;
    for (int i = 1; i <= 9; ++i)
        run += "new A#" + std::to_string(i) + " a" + std::to_string(i) + "\n";
    QCOMPARE(lastStrip(run + "step make()"),
             QStringLiteral("create A#1 › bind a1 → A#1 › create A#2 › … 12 more › "
                            "bind a8 → A#8 › create A#9 › bind a9 → A#9"));
}

void TestEventStrip::deathWithFinalizer_isOneStripInAllItsSteps()
{
    const Timeline timeline = runOf({runs::dateClass, runs::dateMade, runs::dateDies});
    const QString strip = QStringLiteral("last holder a › count 0 › __del__ › weak refs cleared: none left › "
                                         "callbacks: none › memory back");
    for (std::uint32_t step = firstStepOfDeath; step < firstStepOfDeath + 3; ++step)
        QCOMPARE(stripAt(timeline, timeline.end(step)), strip);
    QCOMPARE(statesAt(timeline, {firstStepOfDeath, 1}), QStringLiteral("Ccc--c"));
    QCOMPARE(statesAt(timeline, {firstStepOfDeath, 2}), QStringLiteral("dCc--c"));
    QCOMPARE(statesAt(timeline, timeline.end(firstStepOfDeath + 1)), QStringLiteral("ddC--c"));
    QCOMPARE(statesAt(timeline, timeline.end(firstStepOfDeath + 2)), QStringLiteral("ddd--d"));
}

void TestEventStrip::deathWithFinalizer_isStillFoundWhileItsRowStands()
{
    const Timeline timeline = runOf({runs::dateClass, runs::dateMade, runs::dateDies});
    QString found;
    for (const Chip &chip : eventStripAt(Moment(timeline, timeline.end(firstStepOfDeath))).chips)
        found += chip.stillFound ? QLatin1Char('_') : QLatin1Char(' ');
    QCOMPARE(found, QStringLiteral(" __   "));
}

void TestEventStrip::chip_hasTheSentenceOfItsEventAsHint()
{
    const Timeline timeline = runOf({runs::dateClass, runs::dateMade, runs::dateDies});
    QString hints;
    for (const Chip &chip : eventStripAt(Moment(timeline, timeline.end(firstStepOfDeath))).chips)
        hints += QString::fromStdString(hintOf(chip, timeline)) + QLatin1Char('\n');
    QCOMPARE(hints, QStringLiteral(R"(The name a is gone.
Nobody holds Date#1 any more. Count 1 → 0.
Before it goes, Date#1 is lent to its own __del__.
No weak reference is left to clear.

Date#1 is gone.
)"));
}

void TestEventStrip::weakCache_evictsItsRow()
{
    const Timeline timeline = runOf({runs::weakCache});
    QCOMPARE(stripAt(timeline, timeline.end(8)),
             QStringLiteral("last holder b › count 0 › row evicted › destructor: none › memory back"));
    QCOMPARE(stripAt(timeline, timeline.end(7)), QStringLiteral("unbind a › release Date#1 2 → 1"));
}

void TestEventStrip::clearedReference_isAStage()
{
    QCOMPARE(lastStrip("new A#1 a\ncreate ref#1\nweaken ref#1.* A#1\nset r ref#1\nstep r = ref(a, f)\n"
                       "unbind a\nrelease A#1 by a\nclear ref#1.*\ncallback ref#1\nfree A#1\nstep del a"),
             QStringLiteral(
                 "last holder a › count 0 › __del__: none › weak refs cleared › callbacks: 1 › memory back"));
}

void TestEventStrip::resurrection_keepsItAgain()
{
    QCOMPARE(
        lastStrip(
            "new P#1 p\nstep p = P()\nunbind p\nrelease P#1 by p\nfinalize P#1\ncall P.__del__@1 from 3\n"
            "set P.__del__@1.self P#1\nset saved P#1\nstep saved = self\n"
            "return\ndel P.__del__@1.self\nrelease P#1\nresurrect P#1\nstep del p"),
        QStringLiteral("last holder p › count 0 › __del__ › kept again by saved › weak refs cleared: none › "
                       "callbacks: none › memory back"));
}

void TestEventStrip::collectedCycle_goesTheCollectorsWay()
{
    QCOMPARE(lastStrip("new N#1 x\nset N#1.me N#1\nstep x = N()\ndel x\nstep del x\n"
                       "collect 1\nunlink N#1.me\nrelease N#1 by N#1.me\nfree N#1\nstep gc.collect()"),
             QStringLiteral(
                 "unreachable › weak refs cleared: none › callbacks: none › __del__: none › links cut › "
                 "memory back"));
}

QTEST_GUILESS_MAIN(TestEventStrip)
#include "tst_eventstrip.moc"
