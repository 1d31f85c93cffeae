#include "windowtest.h"

#include "panes/flatbutton.h"
#include "panes/notice.h"
#include "panes/sentenceblock.h"
#include "start/presetcard.h"

#include <QMimeData>
#include <QTextEdit>

using namespace tetherscope;

namespace {

bool showsStartPage(const TestWindow &window)
{
    return window.child("start-page").isVisible();
}

void drop(QWidget &on, const QString &path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&on, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&on, &event);
}

} // namespace

/// How a scenario comes into the window: from the start page or from a file, with whatever is wrong with it.
class WindowOpeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnannouncedWarnings(); }

    void startPage_opensAPresetByClick()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        QVERIFY(showsStartPage(window));
        openPreset(window, "preset-weak-cache");
        QVERIFY(!showsStartPage(window));
        QCOMPARE(window.step(), 0U);
        QVERIFY(window->windowTitle().startsWith(u"weak-cache"));
        QVERIFY(window.child<QTextEdit>("code").toPlainText().contains(u"@weak_cached"));
    }

    void startPage_isThereBeforeItsPicturesAre()
    {
        QTemporaryDir folder;
        Gallery gallery;
        MainWindow window(gallery, SettingsFile(folder.filePath(u"settings.ini"_qs)));
        const QList<PresetCard *> cards = window.findChildren<PresetCard *>();
        const auto pictures = [&cards] {
            return std::count_if(cards.begin(), cards.end(),
                                 [](const PresetCard *card) { return card->hasThumbnail(); });
        };
        QVERIFY(!cards.isEmpty());
        QCOMPARE(pictures(), 0);
        window.show();
        QTRY_COMPARE(pictures(), cards.size());
        QVERIFY(gallery.find(cards.front()->name()));
    }

    void startPage_opensTheFirstByEnter()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        QVERIFY(window.child("preset-refcounts").hasFocus());
        window.press(Qt::Key_Return);
        QTRY_VERIFY(window->session().hasDocument());
        QCOMPARE(window->session().document().source.name, u"refcounts"_qs);
    }

    void startPage_arrowsGoFromCardToCard()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        window.press(Qt::Key_Down);
        QVERIFY(window.child("preset-default-argument-trap").hasFocus());
        window.press(Qt::Key_Right);
        QVERIFY(window.child("preset-closure-holds").hasFocus());
        window.press(Qt::Key_Left);
        window.press(Qt::Key_Up);
        QVERIFY(window.child("preset-refcounts").hasFocus());
        window.press(Qt::Key_Up); // nothing there
        QVERIFY(window.child("preset-refcounts").hasFocus());
    }

    void startPage_isReturnedToAndKeepsTheRun()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        openPreset(window, "preset-weak-cache");
        window.press(Qt::Key_Right);
        window.press(Qt::Key_Home, Qt::AltModifier);
        QVERIFY(showsStartPage(window));
        window.press(Qt::Key_Right); // a key of time no more
        QCOMPARE(window.step(), 1U);
        QTest::mouseClick(&buttonOf(window, ActionId::StartPage), Qt::LeftButton);
        QVERIFY(!showsStartPage(window));
        QCOMPARE(window.step(), 1U);
    }

    void badFile_keepsThePictureAndSaysWhere()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        openPreset(window, "preset-weak-cache");
        window->session().player().seekStep(4);
        const QString path = window.file(u"bad.py"_qs);
        QVERIFY(writeFile(path, "a = 1\nb = = 2\n"));
        drop(*window, path);
        Notice &problem = window.child<Notice>("problem");
        QTRY_VERIFY(problem.isVisible());
        QVERIFY2(problem.text().startsWith(u"bad.py, line 2: "), qPrintable(problem.text()));
        QVERIFY(problem.text().endsWith(u"The picture is of the last version that ran."));
        QCOMPARE(window->session().document().source.name, u"weak-cache"_qs);
        QCOMPARE(window.step(), 4U);
        window.press(Qt::Key_Right);
        QCOMPARE(window.step(), 5U);
        QTest::mouseClick(problem.findChild<FlatButton *>(), Qt::LeftButton);
        QVERIFY(!problem.isVisible());
    }

    void file_isDroppedAndRemembered()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        const QString path = window.file(u"lesson.py"_qs);
        QVERIFY(writeFile(path, "\"\"\"A lesson\"\"\"\na = [1]\n"));
        drop(*window, path);
        QTRY_VERIFY(window->session().hasDocument());
        QVERIFY(window->windowTitle().startsWith(u"lesson"));
        window.reopen();
        FlatButton &recent = window.child<FlatButton>("recent-file");
        QCOMPARE(recent.text(), u"lesson.py"_qs);
        QTest::mouseClick(&recent, Qt::LeftButton);
        QTRY_VERIFY(window->session().hasDocument());
    }

    void fault_isSaidAtTheEnd()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        const QString path = window.file(u"lesson.py"_qs);
        QVERIFY(writeFile(path, "a = [1]\n{}['k']\n"));
        window->open(fileSource(path), UINT32_MAX);
        QTRY_VERIFY(window->session().hasDocument() && !window->session().loading());
        SentenceBlock &block = window.child<SentenceBlock>("sentence");
        QVERIFY2(block.sentence().startsWith(u"Stopped at line 2: "), qPrintable(block.sentence()));
        window.press(Qt::Key_Home);
        QVERIFY(!block.sentence().startsWith(u"Stopped"));
    }

    void partOfARun_isSteppedThroughWhileTheRestRuns()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        const QString path = window.file(u"endless.py"_qs);
        QVERIFY(writeFile(path, "a = [1]\nb = [2]\na = b\nx = any(n < 0 for n in range(10 ** 15))\n"));
        window->session().setRunLimits(withoutEnd());
        window->open(fileSource(path));
        QTRY_VERIFY(window->session().hasDocument());
        window.press(Qt::Key_Right);
        QCOMPARE(window.step(), 1U);
        QCOMPARE(window.child<SentenceBlock>("sentence").sentence(), u"list#1 is born. a holds it."_qs);
        window.press(Qt::Key_End);
        QCOMPARE(window.step(), 3U);
        window.press(Qt::Key_Left);
        QCOMPARE(window.step(), 2U);
        QVERIFY(window->session().loading());
        QVERIFY(!window->session().document().finished);
        window->session().cancel();
    }

    void endlessRun_isCancelledByItsButton()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        const QString path = window.file(u"endless.py"_qs);
        QVERIFY(writeFile(path, "a = [1]\nx = any(n < 0 for n in range(10 ** 15))\n"));
        window->session().setRunLimits(withoutEnd());
        window->open(fileSource(path));
        Notice &busy = window.child<Notice>("busy");
        QTRY_VERIFY(busy.isVisible());
        QTest::mouseClick(busy.findChild<FlatButton *>(), Qt::LeftButton);
        QTRY_VERIFY(!busy.isVisible());
        QVERIFY(!window->session().loading());
    }
};

QTEST_MAIN(WindowOpeningTest)
#include "tst_windowopening.moc"
