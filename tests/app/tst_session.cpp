#include "windowtest.h"

#include <QSignalSpy>

using namespace tetherscope;

namespace {

/// Opens a text from a file and waits until nothing is loaded any more.
void openText(Session &session, const QTemporaryDir &folder, const QByteArray &text, const QString &name)
{
    const QString path = folder.filePath(name);
    QVERIFY(writeFile(path, text));
    session.open(fileSource(path));
    QTRY_VERIFY(!session.loading());
}

QString sentenceLine(const Session &session)
{
    return QString::fromStdString(session.document().scenario->text());
}

} // namespace

class SessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnannouncedWarnings(); }

    void preset_isShownFromItsStart()
    {
        Session session;
        QSignalSpy changed(&session, &Session::documentChanged);
        session.open({u"weak-cache"_qs, {}});
        QVERIFY(!session.hasDocument());
        QTRY_VERIFY(!session.loading());
        QCOMPARE(changed.count(), 1);
        QVERIFY(session.document().plan);
        QCOMPARE(session.player().position().step, 0U);
        session.player().stepForward();
        QCOMPARE(session.moment().position(), session.player().position());
    }

    void step_isShownThatWasAskedFor()
    {
        Session session;
        session.open({u"weak-cache"_qs, {}}, 3);
        QTRY_VERIFY(!session.loading());
        QCOMPARE(session.player().position().step, 3U);
        session.open({u"weak-cache"_qs, {}}, UINT32_MAX);
        QTRY_VERIFY(!session.loading());
        QVERIFY(session.player().isAtEnd());
    }

    void badText_keepsWhatIsShown()
    {
        QTemporaryDir folder;
        Session session;
        openText(session, folder, "a = [1]\n", u"good.py"_qs);
        session.player().last();
        const Document before = session.document();
        openText(session, folder, "a = = 1\n", u"bad.py"_qs);
        QCOMPARE(session.problems().size(), std::size_t(1));
        QCOMPARE(session.problems().front().place.line, 1U);
        QCOMPARE(session.problemSource().fileName(), u"bad.py"_qs);
        QCOMPARE(session.document().timeline, before.timeline);
        QVERIFY(session.player().isAtEnd());
        openText(session, folder, "b = [2]\n", u"bad.py"_qs);
        QVERIFY(session.problems().empty());
        QCOMPARE(sentenceLine(session), u"b = [2]\n"_qs);
    }

    void missingFile_isAProblem()
    {
        Session session;
        session.open(fileSource(u"/nowhere/lesson.py"_qs));
        QTRY_VERIFY(!session.loading());
        QVERIFY(!session.hasDocument());
        QCOMPARE(session.problems().front().place.line, 0U);
    }

    void fault_leavesTheStepsUpToIt()
    {
        QTemporaryDir folder;
        Session session;
        openText(session, folder, "a = [1]\nassert not a\nb = a\n", u"lesson.py"_qs);
        QVERIFY(session.document().outcome.fault.has_value());
        QCOMPARE(session.document().outcome.fault->place.line, 2U);
        QCOMPARE(session.document().lastStep(), std::size_t(2));
    }

    void endlessRun_isCancelled()
    {
        QTemporaryDir folder;
        Session session;
        const QString path = folder.filePath(u"endless.py"_qs);
        QVERIFY(writeFile(path, "a = [1]\nx = any(n < 0 for n in range(10 ** 15))\n"));
        session.setRunLimits(withoutEnd());
        session.open(fileSource(path));
        // What has run is shown meanwhile.
        QTRY_VERIFY(session.hasDocument());
        QVERIFY(session.loading());
        QVERIFY(!session.document().finished);
        session.cancel();
        QTRY_VERIFY(!session.loading());
        QCOMPARE(session.document().outcome.status, RunStatus::Cancelled);
        QVERIFY(session.document().plan);
    }

    void closing_stopsWhatRuns()
    {
        QTemporaryDir folder;
        QVERIFY(writeFile(folder.filePath(u"endless.py"_qs), "x = any(n < 0 for n in range(10 ** 15))\n"));
        Session session;
        session.setRunLimits(withoutEnd());
        session.open(fileSource(folder.filePath(u"endless.py"_qs)));
        QTRY_VERIFY(session.loading()->phase() == Loading::Phase::Running);
        // The destructor returns: the test would time out if it waited for the run's end.
    }

    void runAgain_readsTheFileAgain()
    {
        QTemporaryDir folder;
        Session session;
        openText(session, folder, "a = [1]\nb = a\n", u"lesson.py"_qs);
        session.player().seekStep(2);
        QVERIFY(writeFile(folder.filePath(u"lesson.py"_qs), "a = [1]\nb = [a]\nc = b\n"));
        session.runAgain();
        QTRY_VERIFY(!session.loading());
        QCOMPARE(session.document().lastStep(), std::size_t(3));
        QCOMPARE(session.player().position().step, 2U);
    }

    void tidy_makesAnotherPlanOfTheSameRun()
    {
        Session session;
        session.open({u"weak-cache"_qs, {}}, 5);
        QTRY_VERIFY(!session.loading());
        const Document before = session.document();
        session.tidy();
        QVERIFY(session.isTidying());
        QTRY_VERIFY(!session.isTidying());
        QVERIFY(session.document().plan != before.plan);
        QCOMPARE(session.document().timeline, before.timeline);
        QCOMPARE(session.player().position().step, 5U);
    }

    void selection_goesBackAndForth()
    {
        Selection selection;
        QSignalSpy changed(&selection, &Selection::changed);
        const Target first = Target::of(ObjectId{1});
        const Target second = Target::of(NameId{2});
        selection.back();
        selection.select(first);
        selection.select(second);
        selection.select({});
        QVERIFY(!selection.target());
        selection.back();
        QCOMPARE(selection.target(), first);
        selection.forward();
        QCOMPARE(selection.target(), second);
        selection.forward();
        QCOMPARE(changed.count(), 5);
        selection.reset();
        QVERIFY(!selection.canGoBack());
    }

    void settings_comeBackAsTheyWere()
    {
        QTemporaryDir folder;
        const SettingsFile file(folder.filePath(u"a/settings.ini"_qs));
        QVERIFY(file.load().recentFiles.isEmpty());
        Settings settings;
        settings.theme = ThemeChoice::Dark;
        settings.stepsPerSecond = 0.25;
        settings.windowGeometry = QByteArray("\0\1,;", 4);
        for (int i = 0; i < 10; ++i)
            settings.noteOpened(u"/tmp/%1 ä,b.py"_qs.arg(i));
        settings.noteOpened(u"/tmp/5 ä,b.py"_qs);
        file.save(settings);
        const Settings loaded = file.load();
        QCOMPARE(loaded.theme, ThemeChoice::Dark);
        QCOMPARE(loaded.stepsPerSecond, 0.25);
        QCOMPARE(loaded.windowGeometry, settings.windowGeometry);
        QCOMPARE(loaded.recentFiles.size(), Settings::mostRecentFiles);
        QCOMPARE(loaded.recentFiles.first(), u"/tmp/5 ä,b.py"_qs);
    }

    void damagedSettings_areAsAtTheFirstStart()
    {
        QTemporaryDir folder;
        QVERIFY(writeFile(folder.filePath(u"settings.ini"_qs), QByteArrayLiteral("\0\xff nonsense [[\n")));
        const Settings settings = SettingsFile(folder.filePath(u"settings.ini"_qs)).load();
        QCOMPARE(settings.theme, ThemeChoice::System);
        QVERIFY(settings.recentFiles.isEmpty());
    }
};

QTEST_MAIN(SessionTest)
#include "tst_session.moc"
