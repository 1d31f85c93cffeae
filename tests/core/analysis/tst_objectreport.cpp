#include "runs.h"
#include "timelinetext.h"

#include "analysis/report.h"

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

void write(std::string &out, const ReportRow &row)
{
    out += row.mark == ReportRow::Mark::Strong ? "  ● " : row.mark == ReportRow::Mark::Weak ? "  ○ " : "    ";
    out += row.text;
    for (const std::string &more : {row.detail, row.note})
        out += more.empty() ? "" : " | " + more;
    out += '\n';
}

QString textOf(const Report &report)
{
    std::string out = report.title + (report.lifeText.empty() ? "" : " (" + report.lifeText + ")") + '\n';
    out += report.biography.empty() ? "" : report.biography + '\n';
    for (const ReportSection &section : report.sections) {
        out += section.title + (section.note.empty() ? "" : " | " + section.note) + '\n';
        for (const ReportRow &row : section.rows)
            write(out, row);
    }
    return QString::fromStdString(out);
}

ObjectId objectLabelled(std::string_view label, const Timeline &timeline)
{
    for (std::uint32_t id = 1; id <= timeline.lexicon().objectCount(); ++id)
        if (timeline.lexicon().label(ObjectId{id}) == label)
            return {id};
    return {};
}

QString reportOf(std::string_view label, const Timeline &timeline, std::uint32_t step)
{
    const Moment moment(timeline, timeline.end(step));
    return textOf(objectReport(moment, objectLabelled(label, timeline)));
}

} // namespace

class TestObjectReport : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void cachedObject_tellsHoldersAndRow();
    void dictCachedObject_tellsItsReference();
    void returnValue_isAHolderWithoutName();
    void deadObject_tellsWhatKilledIt();
    void deadParent_tellsWhatItTookAlong();
    void objectBeforeItsBirth_isNotMadeYet();
    void deadReference_tellsWhereItPointed();
    void name_tellsWhatItHolds();
    void cache_tellsItsRowsAndFigures();
    void step_tellsWhatItChanged();
};

void TestObjectReport::cachedObject_tellsHoldersAndRow()
{
    QCOMPARE(reportOf("Date#1", runOf({runs::weakCache}), 5), QStringLiteral(R"(Date#1 (alive)
Made in step 3 by the cache, on a miss.
Held by | 2 of 2 accounted for
  ● a | module | since step 3
  ● b | module | new
Watched by | adds nothing to the count
  ○ (2022, 12, 3) | Date cache | since step 3
Holds
    year | 2022
)"));
}

void TestObjectReport::dictCachedObject_tellsItsReference()
{
    QCOMPARE(reportOf("Date#1", runOf({runs::dateClass, runs::dateMade}), 11),
             QStringLiteral(R"(Date#1 (alive)
Made in step 4 by Date.__new__.
Held by | 1 of 1 accounted for
  ● a | module | new
Watched by | adds nothing to the count
  ○ ref#1 | held by dict#1[(2022, 12, 3)] | since step 8
Holds
    year | 2022
    month | 12
    day | 3
)"));
}

void TestObjectReport::returnValue_isAHolderWithoutName()
{
    const QString report = reportOf("Date#1", runOf({runs::dateClass, runs::dateMade}), 9);
    QVERIFY2(report.contains(QStringLiteral("Held by | 1 of 2 accounted for\n"
                                            "  ● self | Date.__new__ | since step 4\n"
                                            "  ● return value\n")),
             qPrintable(report));
}

void TestObjectReport::deadObject_tellsWhatKilledIt()
{
    QCOMPARE(reportOf("Date#1", runOf({runs::dateClass, runs::dateMade, runs::dateDies}), 15),
             QStringLiteral(R"(Date#1 (dead)
Made in step 4 by Date.__new__. Died in step 14.
What killed it
    a | the last holder | step 12
)"));
}

void TestObjectReport::deadParent_tellsWhatItTookAlong()
{
    const Timeline timeline = timelineFromText(
        "new Node#1 head\ncreate Node#2\nset Node#1.next Node#2\ncreate Node#3\nset Node#2.next Node#3\n"
        "step head = make()\nunbind head\nrelease Node#1 by head\ndel Node#1.next\ndel Node#2.next\n"
        "free Node#3\nfree Node#2\nfree Node#1\nstep del head");
    QCOMPARE(reportOf("Node#1", timeline, 2), QStringLiteral(R"(Node#1 (dead)
Made in step 1. Died in step 2.
What killed it
    head | the last holder | step 2
What it took along
    Node#2 | step 2
    Node#3 | step 2
)"));
}

void TestObjectReport::objectBeforeItsBirth_isNotMadeYet()
{
    QCOMPARE(reportOf("Date#2", runOf({runs::weakCache}), 3),
             QStringLiteral("Date#2 (not made yet)\nNot made yet.\n"));
}

void TestObjectReport::deadReference_tellsWhereItPointed()
{
    const Timeline timeline =
        timelineFromText("new A#1 a\ncreate ref#1\nweaken ref#1.* A#1\nset r ref#1\nstep r = ref(a)\n"
                         "del a\nkill A#1\nstep del a");
    QCOMPARE(reportOf("ref#1", timeline, 1), QStringLiteral(R"(ref#1 (alive)
Made in step 1. Points to A#1.
Held by | 1 of 1 accounted for
  ● r | module | new
Holds
  ○ its referent | A#1 | new
)"));
    QVERIFY(reportOf("ref#1", timeline, 2).contains(QStringLiteral("Pointed to A#1, which died in step 2.")));
}

void TestObjectReport::name_tellsWhatItHolds()
{
    const Timeline timeline = runOf({runs::dateClass, runs::dateMade});
    const Moment moment(timeline, timeline.end(11));
    const NameId cache{1};
    QCOMPARE(textOf(nameReport(moment, cache)), QStringLiteral(R"(Date._cache
A name in class Date.
Holds
  ● dict#1 | since step 2
)"));
}

void TestObjectReport::cache_tellsItsRowsAndFigures()
{
    const Timeline timeline = runOf({runs::weakCache});
    QCOMPARE(textOf(cacheReport(Moment(timeline, timeline.end(5)), CacheId{1})), QStringLiteral(R"(Date
A weak cache: it finds objects by key and keeps none of them alive.
Rows | 1 hit · 2 misses · 0 evicted
  ○ (2022, 12, 3) | Date#1 | since step 3
  ○ (2024, 2, 29) | Date#2 | since step 4
)"));
}

void TestObjectReport::step_tellsWhatItChanged()
{
    const Timeline timeline = runOf({runs::weakCache});
    QCOMPARE(textOf(stepReport(Moment(timeline, timeline.end(5)))), QStringLiteral(R"(Step 5
What this step changed
    Date#1 | 1 → 2
    b | Date#1 | new
  ○ (2022, 12, 3) | Date cache | hit
)"));
    QCOMPARE(textOf(stepReport(Moment(timeline, timeline.end(8)))), QStringLiteral(R"(Step 8
What this step changed
    Date#1 | died
    b | Date#1 | gone
  ○ (2022, 12, 3) | Date cache | evicted
)"));
}

QTEST_GUILESS_MAIN(TestObjectReport)
#include "tst_objectreport.moc"
