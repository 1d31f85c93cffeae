#include "timelinetext.h"
#include "windowtest.h"

#include "analysis/report.h"
#include "inspector/reportmodel.h"
#include "models/eventmodel.h"
#include "models/outputmodel.h"

#include <QAbstractItemModelTester>

using namespace tetherscope;

namespace {

std::shared_ptr<const Timeline> someRun()
{
    return std::make_shared<const Timeline>(timelineFromText(R"(
new Node#1 a
step a = Node()
write count
print  is 1
step print("count", "is 1")
set b Node#1
value Node
step b
del b
step del b
print gone
del a
kill Node#1
step del a
)"));
}

QStringList rowsOf(const QAbstractItemModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows.append(model.index(row, 0).data().toString());
    return rows;
}

/// Walks there and back over every position, with the tester looking on.
void walk(PastModel &model, const Timeline &timeline)
{
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::vector<int> counts;
    for (std::uint32_t step = 0; step < timeline.stepCount(); ++step) {
        for (std::uint32_t events = 0; events <= timeline.step(step).eventCount(); ++events) {
            model.setPosition({step, events});
            counts.push_back(model.rowCount());
        }
    }
    QVERIFY(counts.back() > 0);
    QVERIFY(std::is_sorted(counts.begin(), counts.end()));
    for (std::uint32_t step = static_cast<std::uint32_t>(timeline.stepCount()); step-- > 0;) {
        for (auto events = static_cast<std::uint32_t>(timeline.step(step).eventCount() + 1); events-- > 0;) {
            model.setPosition({step, events});
            QCOMPARE(model.rowCount(), counts.back());
            counts.pop_back();
        }
    }
    QVERIFY(counts.empty());
}

} // namespace

class ModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnannouncedWarnings(); }

    void events_growAndShrinkWithThePlayHead()
    {
        const std::shared_ptr<const Timeline> timeline = someRun();
        EventModel model;
        model.setTimeline(timeline);
        QCOMPARE(model.rowCount(), 0);
        walk(model, *timeline);
    }

    void events_leadToTheirMoments()
    {
        const std::shared_ptr<const Timeline> timeline = someRun();
        EventModel model;
        model.setTimeline(timeline);
        model.setPosition(timeline->end(1));
        QVERIFY(model.rowCount() >= 2);
        QVERIFY(model.isFirstOfStep(0));
        QVERIFY(!model.isFirstOfStep(1));
        QCOMPARE(model.when(0).step, 1U);
        QVERIFY(model.when(0) < model.when(1));
        QVERIFY2(rowsOf(model).first().contains(u"Node#1"), qPrintable(rowsOf(model).join(u'\n')));
    }

    void output_growsAndShrinksWithThePlayHead()
    {
        const std::shared_ptr<const Timeline> timeline = someRun();
        OutputModel model;
        model.setTimeline(timeline);
        walk(model, *timeline);
    }

    void output_isWhatWasPrintedAndShown()
    {
        const std::shared_ptr<const Timeline> timeline = someRun();
        OutputModel model;
        model.setTimeline(timeline);
        model.setPosition(timeline->last());
        QCOMPARE(rowsOf(model), (QStringList{u"count is 1"_qs, u"Node"_qs, u"gone"_qs}));
        QCOMPARE(model.index(0).data(OutputModel::IsValueRole).toBool(), false);
        QCOMPARE(model.index(1).data(OutputModel::IsValueRole).toBool(), true);
        QCOMPARE(model.index(1).data(OutputModel::IsOfShownStepRole).toBool(), false);
        QCOMPARE(model.index(2).data(OutputModel::IsOfShownStepRole).toBool(), true);
    }

    void growth_isTakenIn()
    {
        EventModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto whole = someRun();
        const auto growing = std::make_shared<Timeline>(timelineFromText("new Node#1 a\nstep a = Node()\n"));
        model.setTimeline(growing);
        model.setPosition(growing->last());
        const int before = model.rowCount();
        model.setTimeline(whole);
        model.setPosition(growing->last());
        QCOMPARE(model.rowCount(), before);
    }

    void report_isSectionsAndRows()
    {
        const std::shared_ptr<const Timeline> timeline = someRun();
        const Moment moment(*timeline, timeline->end(3));
        ReportModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setReport(objectReport(moment, ObjectId{1}));
        QVERIFY(model.rowCount() >= 3);
        QVERIFY(model.line(0).section);
        QVERIFY(!model.line(0).row);
        QVERIFY(!(model.flags(model.index(0)) & Qt::ItemIsSelectable));
        const QString rows = rowsOf(model).join(u'\n');
        QVERIFY2(rows.contains(u"Held by") && rows.contains(u"a") && rows.contains(u"b"), qPrintable(rows));
        model.setReport({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(ModelsTest)
#include "tst_models.moc"
