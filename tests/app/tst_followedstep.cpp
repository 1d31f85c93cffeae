#include "session/followedstep.h"

#include "session/batch.h"

#include <QtTest>

using namespace tetherscope;

namespace {

Document run(const QString &text)
{
    return runBatch(newSource(QStringLiteral("text"), text), BatchPlan::Without).document;
}

/// The line of the step that follows the given one when the text is changed.
std::uint32_t lineFollowed(const QString &before, std::uint32_t step, const QString &after)
{
    const Document old = run(before);
    const Document changed = run(after);
    const TextChange change(old.scenario->text(), changed.scenario->text());
    return changed.timeline->step(followedStep(*old.timeline, step, *changed.timeline, change)).line;
}

const QString threeLines = QStringLiteral("a = 1\nb = 2\nc = 3\n");

} // namespace

class TestFollowedStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void lines_moveWithWhatIsInsertedAboveThem()
    {
        const TextChange change("a\nb\nc", "a\nnew\nnew\nb\nc");
        QCOMPARE(change.lineAfter(1), 1U);
        QCOMPARE(change.lineAfter(2), 4U);
        QCOMPARE(change.lineAfter(3), 5U);
    }
    void changedLine_isTheOneInItsPlace()
    {
        const TextChange change("a\nb\nc", "a\nB\nc");
        QCOMPARE(change.lineAfter(2), 2U);
        QCOMPARE(change.lineAfter(3), 3U);
    }
    void deletedLine_isNowhere()
    {
        const TextChange change("a\nb\nc", "a\nc");
        QCOMPARE(change.lineAfter(2), 0U);
        QCOMPARE(change.lineAfter(3), 2U);
    }
    void repeatedLines_areNotCountedTwice()
    {
        const TextChange change("a\na\na", "a\na");
        QCOMPARE(change.lineAfter(2), 2U);
        QCOMPARE(change.lineAfter(3), 0U);
    }

    void sameStatement_isFollowed()
    {
        QCOMPARE(lineFollowed(threeLines, 2, QStringLiteral("z = 0\n") + threeLines), 3U);
    }
    void changedStatement_isFollowed()
    {
        QCOMPARE(lineFollowed(threeLines, 2, QStringLiteral("a = 1\nb = 4\nc = 3\n")), 2U);
    }
    void deletedStatement_leadsToTheOneBefore()
    {
        QCOMPARE(lineFollowed(threeLines, 2, QStringLiteral("a = 1\nc = 3\n")), 1U);
    }
    void statementInALoop_isFollowedToTheSameTime()
    {
        const QString loop = QStringLiteral("for i in range(3):\n    a = i\n");
        const Document old = run(loop);
        const Document changed = run(QStringLiteral("z = 0\n") + loop);
        const TextChange change(old.scenario->text(), changed.scenario->text());
        std::uint32_t second = 0;
        for (std::uint32_t step = 1, times = 0; step < old.timeline->stepCount(); ++step) {
            if (old.timeline->step(step).line == 2 && ++times == 2)
                second = step;
        }
        QCOMPARE(followedStep(*old.timeline, second, *changed.timeline, change), second + 1);
    }
    void textThatNowHasNothing_isAtItsStart()
    {
        const Document old = run(threeLines);
        const Document changed = run(QStringLiteral("\n"));
        const TextChange change(old.scenario->text(), changed.scenario->text());
        QCOMPARE(followedStep(*old.timeline, 2, *changed.timeline, change), 0U);
    }
};

QTEST_GUILESS_MAIN(TestFollowedStep)
#include "tst_followedstep.moc"
