#include "runs.h"
#include "timelinetext.h"

#include "analysis/outputlog.h"
#include "analysis/statustext.h"

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

QString statusOf(const Timeline &timeline, Position position)
{
    const StatusText status = statusAt(Moment(timeline, position));
    std::string text;
    for (const std::string &figure : status.figures)
        text += (text.empty() ? "" : "  ") + figure;
    for (const Alarm &alarm : status.alarms)
        text += "  ◆ " + alarm.text;
    return QString::fromStdString(text);
}

/// The lines at the moment; those of its step begin with an asterisk.
QString outputOf(const Timeline &timeline, Position position)
{
    OutputLog log;
    log.update(timeline);
    std::string text;
    for (std::size_t i = 0; i < log.lineCount(position); ++i) {
        const OutputLine line = log.line(i, position);
        text +=
            std::string(line.step == position.step ? "*" : "") + (line.value ? "→ " : "") + line.text + '\n';
    }
    return QString::fromStdString(text);
}

} // namespace

class TestStatusText : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void figures_countWhatThePictureDraws();
    void unreachable_isCounted();
    void twins_raiseAnAlarm();
    void output_growsAndShrinksWithTheMoment();
    void lineWrittenByTwoPrints_isOneLine();
    void emptyOutput_saysWhoPrintsNext();
};

void TestStatusText::figures_countWhatThePictureDraws()
{
    const Timeline weakCache = runOf({runs::weakCache});
    QCOMPARE(statusOf(weakCache, weakCache.end(5)),
             QStringLiteral("2 objects  3 strong  2 weak  nothing unreachable"));
    const Timeline refcounts = runOf({runs::refcounts});
    QCOMPARE(statusOf(refcounts, refcounts.last()),
             QStringLiteral("1 object  3 strong  1 weak  nothing unreachable"));
}

void TestStatusText::unreachable_isCounted()
{
    const Timeline timeline = timelineFromText("new A#1 a\nset A#1.me A#1\nstep a = A()\ndel a\nstep del a");
    QCOMPARE(statusOf(timeline, timeline.last()),
             QStringLiteral("1 object  1 strong  0 weak  1 unreachable"));
}

void TestStatusText::twins_raiseAnAlarm()
{
    const Timeline timeline = runOf({runs::dateClass, runs::staleEviction});
    QVERIFY(statusOf(timeline, timeline.last()).endsWith(QStringLiteral("  ◆ 1 key with two live objects")));
}

void TestStatusText::output_growsAndShrinksWithTheMoment()
{
    const Timeline timeline = timelineFromText("print one\nstep print('one')\nprint two\nvalue 3\nstep f()");
    QCOMPARE(outputOf(timeline, timeline.end(2)), QStringLiteral("one\n*two\n*→ 3\n"));
    QCOMPARE(outputOf(timeline, {2, 0}), QStringLiteral("one\n"));
    QCOMPARE(outputOf(timeline, timeline.end(1)), QStringLiteral("*one\n"));
    QCOMPARE(outputOf(timeline, {}), QString());
}

void TestStatusText::lineWrittenByTwoPrints_isOneLine()
{
    const Timeline timeline =
        timelineFromText("write ab\nstep print('ab', end='')\nprint cd\nstep print('cd')");
    QCOMPARE(outputOf(timeline, timeline.end(1)), QStringLiteral("*ab\n"));
    QCOMPARE(outputOf(timeline, timeline.end(2)), QStringLiteral("*abcd\n"));
}

void TestStatusText::emptyOutput_saysWhoPrintsNext()
{
    const Timeline timeline = timelineFromText("step pass\nprint one\nstep @20 print('one')");
    OutputLog log;
    log.update(timeline);
    QCOMPARE(nothingPrintedText(log, timeline, {}), std::string("Nothing printed yet. Line 20 prints next."));
    const Timeline silent = timelineFromText("step pass");
    QCOMPARE(nothingPrintedText(OutputLog(), silent, {}), std::string("Nothing printed yet."));
}

QTEST_GUILESS_MAIN(TestStatusText)
#include "tst_statustext.moc"
