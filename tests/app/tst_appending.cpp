#include "windowtest.h"

#include "session/appending.h"
#include "session/batch.h"

#include <QSignalSpy>

using namespace tetherscope;

namespace {

void openText(Session &session, const QTemporaryDir &folder, const QByteArray &text)
{
    const QString path = folder.filePath(u"lesson.py"_qs);
    QVERIFY(writeFile(path, text));
    session.open(fileSource(path));
    QTRY_VERIFY(!session.loading());
}

/// What became of a statement: "" if it has run, else why not, and where.
QString append(Session &session, const char *statement)
{
    QString outcome;
    QObject context;
    QObject::connect(&session, &Session::appendRefused, &context,
                     [&](const std::string &, const Diagnostic &why) {
                         outcome = u"%1:%2 %3"_qs.arg(why.place.line)
                                       .arg(why.place.column)
                                       .arg(QString::fromStdString(why.message));
                     });
    session.append(statement);
    [&] { QTRY_VERIFY(!session.isAppending()); }();
    return outcome;
}

} // namespace

class AppendingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnannouncedWarnings(); }

    void statement_addsItsStepsAndTakesThePlayHeadThere()
    {
        QTemporaryDir folder;
        Session session;
        openText(session, folder, "a = [1]\nb = a\n");
        session.player().seekStep(1);
        QSignalSpy appended(&session, &Session::appended);
        QSignalSpy changed(&session, &Session::documentChanged);
        QCOMPARE(append(session, "c = b"), QString());
        QCOMPARE(session.document().lastStep(), std::size_t(3));
        QVERIFY(session.player().isAtEnd());
        QCOMPARE(session.player().position().step, 3U);
        QCOMPARE(appended.count(), 1);
        QCOMPARE(changed.count(), 0);
        QCOMPARE(session.document().appended, std::vector<std::string>{"c = b"});
        QCOMPARE(session.moment().now().object(ObjectId{1}).strong, 3U);
    }

    void runOfThePresetWithStatements_isThatOfOneText_data()
    {
        QTest::addColumn<QString>("preset");
        for (const Preset &preset : presets())
            QTest::newRow(qPrintable(preset.name)) << preset.name;
    }

    /// What is cut off and put behind is what a run of the whole text has there.
    void runOfThePresetWithStatements_isThatOfOneText()
    {
        QFETCH(QString, preset);
        Session session;
        session.open({preset, {}});
        QTRY_VERIFY(!session.loading());
        if (session.document().outcome.fault)
            return;
        const std::string text = session.document().scenario->text();
        QCOMPARE(append(session, "zz = [{}, [1]]"), QString());
        QCOMPARE(append(session, "for zi in zz:\n    zk = [zi]\n"), QString());
        QCOMPARE(append(session, "del zz, zk"), QString());
        Timeline whole;
        runScenario(
            *parseScenario(text + "\n\nzz = [{}, [1]]\n\nfor zi in zz:\n    zk = [zi]\n\n\ndel zz, zk\n")
                 .scenario,
            whole);
        const Timeline &grown = session.timeline();
        QCOMPARE(grown.eventCount(), whole.eventCount());
        QVERIFY(std::equal(whole.allEvents().begin(), whole.allEvents().end(), grown.allEvents().begin()));
        QVERIFY(grown.graphAt(grown.last()) == whole.graphAt(whole.last()));
    }

    void wrongStatement_changesNothing_data()
    {
        QTest::addColumn<QByteArray>("statement");
        QTest::addColumn<QString>("said");
        QTest::newRow("no syntax") << QByteArray("c = = 1") << u"1:5 "_qs;
        QTest::newRow("exception") << QByteArray("a.nothing") << u"1:1 AttributeError"_qs;
        QTest::newRow("exception in a block")
            << QByteArray("if a:\n    1 / 0\n") << u"2:5 ZeroDivisionError"_qs;
        QTest::newRow("two statements") << QByteArray("c = 1\nd = 2") << u"2:1 This is more than one"_qs;
        QTest::newRow("two on a line") << QByteArray("c = 1; d = 2") << u"1:8 This is more than one"_qs;
        QTest::newRow("only a comment") << QByteArray("# nothing") << u"0:0 There is no statement"_qs;
        QTest::newRow("goes on with what is before") << QByteArray("else:\n    pass") << u"1:1 "_qs;
        QTest::newRow("indented") << QByteArray("    c = 1") << u"1:"_qs;
        QTest::newRow("outside the language") << QByteArray("open('x')") << u"1:1 "_qs;
        QTest::newRow("endless") << QByteArray("while True: pass") << u"1:"_qs;
    }

    void wrongStatement_changesNothing()
    {
        QFETCH(QByteArray, statement);
        QFETCH(QString, said);
        QTemporaryDir folder;
        Session session;
        openText(session, folder, "a = [1]\nif a:\n    b = a\n");
        session.player().seekStep(1);
        const Document before = session.document();
        const QString outcome = append(session, statement.constData());
        QVERIFY2(outcome.startsWith(said), qPrintable(outcome));
        QCOMPARE(session.document().plan, before.plan);
        QCOMPARE(session.document().lastStep(), before.lastStep());
        QVERIFY(session.document().appended.empty());
        QCOMPARE(session.player().position().step, 1U);
    }

    void faultAboveTheStatement_isSaidWithItsLine()
    {
        QTemporaryDir folder;
        Session session;
        openText(session, folder, "def f():\n    raise KeyError('x')\n");
        const QString outcome = append(session, "f()");
        QVERIFY2(outcome.startsWith(u"0:0 Line 2: KeyError"_qs), qPrintable(outcome));
    }

    void runThatEndedInAFault_takesNoStatement()
    {
        QTemporaryDir folder;
        Session session;
        openText(session, folder, "a = [1]\nassert not a\n");
        QVERIFY(append(session, "b = 1").startsWith(u"0:0 The run has ended with a fault"_qs));
    }

    void commentAtTheEnd_isNotTheStatementsNarration()
    {
        QTemporaryDir folder;
        Session session;
        openText(session, folder, "a = [1]\n# the end");
        QCOMPARE(append(session, "b = a"), QString());
        QVERIFY(!session.moment().step().narration);
    }

    void anotherRun_hasNoStatements()
    {
        QTemporaryDir folder;
        Session session;
        openText(session, folder, "a = [1]\n");
        QCOMPARE(append(session, "b = a"), QString());
        session.runAgain();
        QTRY_VERIFY(!session.loading());
        QVERIFY(session.document().appended.empty());
        QCOMPARE(session.document().lastStep(), std::size_t(1));
    }

    void presetOfTheGallery_isNotChanged()
    {
        const BatchResult batch = runBatch({u"refcounts"_qs, {}}, BatchPlan::With);
        const std::size_t steps = batch.document.timeline->stepCount();
        Session session;
        session.show(batch.document);
        QCOMPARE(append(session, "fresh = MyObject()"), QString());
        QVERIFY(session.timeline().stepCount() > steps);
        QCOMPARE(batch.document.timeline->stepCount(), steps);
    }

    void nothingMoves()
    {
        Session session;
        session.open({u"date-cache"_qs, {}});
        QTRY_VERIFY(!session.loading());
        const std::shared_ptr<const Plan> before = session.document().plan;
        const std::size_t objects = session.timeline().lexicon().objectCount();
        for (const char *const statement : {"c = Date(2022, 12, 3)", "c.mate = Date(1, 1, 1)", "del c"}) {
            QCOMPARE(append(session, statement), QString());
            for (std::uint32_t id = 1; id <= objects; ++id)
                QCOMPARE(session.document().plan->rectOf(ObjectId{id}), before->rectOf(ObjectId{id}));
        }
    }

    void longStatement_isCancelled()
    {
        QTemporaryDir folder;
        Session session;
        openText(session, folder, "a = [1]\n");
        QSignalSpy refused(&session, &Session::appendRefused);
        session.append("x = any(n < 0 for n in range(10 ** 15))");
        session.cancel();
        QTRY_COMPARE(refused.count(), 1);
        QCOMPARE(session.document().lastStep(), std::size_t(1));
    }
};

QTEST_MAIN(AppendingTest)
#include "tst_appending.moc"
