#include "windowtest.h"

#include "base/actions.h"
#include "canvas/canvasview.h"
#include "code/codeview.h"
#include "panes/flatbutton.h"
#include "panes/notice.h"
#include "panes/sentenceblock.h"
#include "panes/statusline.h"
#include "panes/textlabel.h"
#include "start/presetcard.h"
#include "timeline/ruler.h"

#include <QAccessible>
#include <QListView>
#include <QMimeData>
#include <QStackedWidget>

using namespace tetherscope;

namespace {

QStringList rowsIn(const TestWindow &window, const char *list)
{
    const QAbstractItemModel &model = *window.child<QListView>(list).model();
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows.append(model.index(row, 0).data().toString());
    return rows;
}

void openPreset(const TestWindow &window, const char *card)
{
    QTest::mouseClick(&window.child<PresetCard>(card), Qt::LeftButton);
    QTRY_VERIFY(window->session().hasDocument() && !window->session().loading());
    window.child<CanvasView>("canvas").setAnimationDuration(0);
}

/// The view's point in the middle of the card's head, which no row is under.
QPoint pointOn(const CanvasView &canvas, const QString &label)
{
    for (const CardItem &card : canvas.picture().cards) {
        if (card.label == label)
            return canvas.toView({card.rect.x + 30, card.rect.y + 14}).toPoint();
    }
    return {-1, -1};
}

FlatButton &buttonOf(const TestWindow &window, ActionId id)
{
    QAction *const action = window->actions()[id];
    for (FlatButton *const button : window->findChildren<FlatButton *>()) {
        if (button->defaultAction() == action && button->isVisible())
            return *button;
    }
    qFatal("no button for this action");
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

bool showsStartPage(const TestWindow &window)
{
    return window.child("start-page").isVisible();
}

} // namespace

class MainWindowTest : public QObject
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

    void keys_moveTime()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        openPreset(window, "preset-date-cache");
        const auto last = std::uint32_t(window->session().document().lastStep());
        window.press(Qt::Key_Right);
        window.press(Qt::Key_PageDown);
        QCOMPARE(window.step(), 2U);
        window.press(Qt::Key_Left);
        QCOMPARE(window.step(), 1U);
        window.press(Qt::Key_End);
        QCOMPARE(window.step(), last);
        window.press(Qt::Key_Right);
        QCOMPARE(window.step(), last);
        window.press(Qt::Key_PageUp);
        QCOMPARE(window.step(), last - 1);
        window.press(Qt::Key_Home);
        QCOMPARE(window.step(), 0U);
    }

    void keys_moveTimeInEveryPane_data()
    {
        QTest::addColumn<int>("pane");
        QTest::newRow("picture") << int(Qt::Key_1);
        QTest::newRow("code") << int(Qt::Key_2);
        QTest::newRow("events") << int(Qt::Key_3);
        QTest::newRow("inspector") << int(Qt::Key_4);
    }

    void keys_moveTimeInEveryPane()
    {
        QFETCH(int, pane);
        TestWindow window;
        QVERIFY(window.isReady());
        openPreset(window, "preset-weak-cache");
        window.press(Qt::Key(pane), Qt::ControlModifier);
        for (int i = 0; i < 3; ++i)
            window.press(Qt::Key_Right);
        window.press(Qt::Key_Left);
        QCOMPARE(window.step(), 2U);
        window.press(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(window.position().step, 3U);
        QVERIFY(window.position().events < window->session().timeline().step(3).eventCount());
        window.press(Qt::Key_End);
        QVERIFY(window->session().player().isAtEnd());
    }

    void keys_passOverACallAndLeaveIt()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        openPreset(window, "preset-date-cache");
        const Timeline &timeline = window->session().timeline();
        while (timeline.step(window.step()).depth == 0)
            window.press(Qt::Key_Right);
        const std::uint32_t inner = window.step();
        window.press(Qt::Key_F11, Qt::ShiftModifier);
        QCOMPARE(timeline.step(window.step()).depth, 0U);
        const std::uint32_t outer = window.step();
        window.press(Qt::Key_Left, Qt::ControlModifier);
        QVERIFY(window.step() < inner);
        window.press(Qt::Key_F10);
        QCOMPARE(window.step(), outer);
    }

    void buttons_moveTime()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        openPreset(window, "preset-weak-cache");
        QVERIFY(!buttonOf(window, ActionId::First).isEnabled());
        QTest::mouseClick(&buttonOf(window, ActionId::StepForward), Qt::LeftButton);
        QTest::mouseClick(&buttonOf(window, ActionId::StepForward), Qt::LeftButton);
        QTest::mouseClick(&buttonOf(window, ActionId::StepBack), Qt::LeftButton);
        QCOMPARE(window.step(), 1U);
        QCOMPARE(window.child<TextLabel>("step-number").text(), u"Step 1"_qs);
        QTest::mouseClick(&buttonOf(window, ActionId::Last), Qt::LeftButton);
        QVERIFY(window->session().player().isAtEnd());
        QVERIFY(!buttonOf(window, ActionId::StepForward).isEnabled());
        QTest::mouseClick(&buttonOf(window, ActionId::First), Qt::LeftButton);
        QCOMPARE(window.step(), 0U);
    }

    void ruler_isClickedAndScrubbed()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        openPreset(window, "preset-weak-cache");
        Ruler &ruler = window.child<Ruler>("ruler");
        const auto pointOf = [&ruler](std::size_t step) {
            return QPoint(int(ruler.xOf(step)), ruler.height() / 2);
        };
        QTest::mouseClick(&ruler, Qt::LeftButton, {}, pointOf(4));
        QCOMPARE(window.step(), 4U);
        QTest::mousePress(&ruler, Qt::LeftButton, {}, pointOf(4));
        QTest::mouseMove(&ruler, pointOf(3));
        QTest::mouseMove(&ruler, pointOf(2));
        QTest::mouseRelease(&ruler, Qt::LeftButton, {}, pointOf(2));
        QCOMPARE(window.step(), 2U);
        QTest::mouseMove(&ruler, pointOf(5));
        QCOMPARE(window.step(), 2U);
    }

    void space_playsWhenItIsLetGo()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        openPreset(window, "preset-weak-cache");
        Player &player = window->session().player();
        player.setStepsPerSecond(Player::fastest);
        QWidget *const focus = QApplication::focusWidget();
        QTest::keyPress(focus, Qt::Key_Space);
        QVERIFY(!player.isPlaying());
        QTest::keyRelease(focus, Qt::Key_Space);
        QVERIFY(player.isPlaying());
        QTRY_VERIFY(window.step() > 0);
        window.press(Qt::Key_Space);
        QVERIFY(!player.isPlaying());
        window.press(Qt::Key_3, Qt::ControlModifier);
        window.press(Qt::Key_Space);
        QVERIFY(player.isPlaying());
    }

    void events_areWalkedOneByOne()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        openPreset(window, "preset-weak-cache");
        SentenceBlock &block = window.child<SentenceBlock>("sentence");
        const QString before = block.sentence();
        window.press(Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(block.sentence() != before || block.chipCount() > 0);
        int moves = 1;
        while (!window->session().player().isAtEnd()) {
            window.press(Qt::Key_Right, Qt::ShiftModifier);
            ++moves;
        }
        QVERIFY(moves > int(window->session().document().lastStep()));
        for (; moves > 0; --moves)
            window.press(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(window.position(), Position{});
    }

    void chip_isClicked()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        openPreset(window, "preset-weak-cache");
        window->session().player().seekStep(5);
        SentenceBlock &block = window.child<SentenceBlock>("sentence");
        QVERIFY(block.chipCount() >= 2);
        const Position target = block.chipPosition(0);
        QTest::mouseClick(&block, Qt::LeftButton, {}, block.chipRect(0).center().toPoint());
        QCOMPARE(window.position(), target);
        QCOMPARE(window.step(), 5U);
        QVERIFY(!window->session().moment().whole());
    }

    void chipOfWhatIsStillToRun_doesNothing()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        const QString path = window.file(u"endless.py"_qs);
        QVERIFY(writeFile(path, "import weakref\nclass Slow: pass\ndef wait(r):\n    while True:\n"
                                "        any(n < 0 for n in range(10 ** 5))\n"
                                "s = Slow()\nr = weakref.ref(s, wait)\ndel s\n"));
        window->open(fileSource(path), 0);
        QTRY_VERIFY(window->session().hasDocument() && window->session().document().lastStep() > 6);
        window->session().player().seekStep(6);
        const SentenceBlock &block = window.child<SentenceBlock>("sentence");
        const Position end = window->session().timeline().last();
        std::size_t clicked = 0;
        for (std::size_t chip = 0; chip < block.chipCount(); ++chip) {
            if (block.chipPosition(chip) <= end)
                continue;
            const Position before = window.position();
            QTest::mouseClick(&window.child<SentenceBlock>("sentence"), Qt::LeftButton, {},
                              block.chipRect(chip).center().toPoint());
            QCOMPARE(window.position(), before);
            ++clicked;
        }
        QVERIFY2(clicked > 0, qPrintable(block.accessibleDescription()));
        window->session().cancel();
    }

    void chipsOfADying_fitANarrowWindow()
    {
        TestWindow window({1280, 800});
        QVERIFY(window.isReady());
        openPreset(window, "preset-date-cache");
        Player &player = window->session().player();
        const SentenceBlock &block = window.child<SentenceBlock>("sentence");
        bool dying = false;
        for (player.first(); !player.isAtEnd(); player.stepForward()) {
            const QRectF last = block.chipCount() > 0 ? block.chipRect(block.chipCount() - 1) : QRectF();
            dying = dying || block.accessibleDescription().contains(u"memory back");
            QVERIFY2(last.right() <= block.width(), qPrintable(block.accessibleDescription()));
        }
        QVERIFY(dying);
    }

    void object_isSelectedAndItsHoldersAreRead()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        openPreset(window, "preset-weak-cache");
        window->session().player().seekStep(5);
        CanvasView &canvas = window.child<CanvasView>("canvas");
        const QPoint card = pointOn(canvas, u"Date#1"_qs);
        QVERIFY(canvas.rect().contains(card));
        QTest::mouseClick(&canvas, Qt::LeftButton, {}, card);
        QVERIFY(window->session().selection().target().object());

        QListView &inspector = window.child<QListView>("inspector");
        const QStringList rows = rowsIn(window, "inspector");
        QVERIFY2(rows.first().startsWith(u"Held by"), qPrintable(rows.join(u'\n')));
        QVERIFY2(rows[1].startsWith(u"a") && rows[2].startsWith(u"b"), qPrintable(rows.join(u'\n')));

        const QModelIndex holder = inspector.model()->index(2, 0);
        QTest::mouseClick(inspector.viewport(), Qt::LeftButton, {},
                          inspector.visualRect(holder).topLeft() + QPoint(40, 8));
        QVERIFY(window->session().selection().target().name());
        QCOMPARE(canvas.selection(), window->session().selection().target());
        window.press(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(window->session().selection().target().object());
    }

    void eventList_followsAndLeadsBack()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        openPreset(window, "preset-weak-cache");
        QCOMPARE(rowsIn(window, "events").size(), 0);
        for (int i = 0; i < 3; ++i) // an import and a class, which change nothing, and the first object
            window.press(Qt::Key_Right);
        const QStringList soFar = rowsIn(window, "events");
        QVERIFY(!soFar.isEmpty());
        window.press(Qt::Key_End);
        const QStringList all = rowsIn(window, "events");
        QVERIFY(all.size() > soFar.size());
        QCOMPARE(all.first(soFar.size()), soFar);
        QListView &events = window.child<QListView>("events");
        events.scrollToTop();
        const QRect first = events.visualRect(events.model()->index(0, 0));
        QTest::mouseClick(events.viewport(), Qt::LeftButton, {}, first.center());
        QCOMPARE(window.step(), 3U); // where the first object was made
        QCOMPARE(rowsIn(window, "events"), all.first(rowsIn(window, "events").size()));
    }

    void output_isTakenBackWithTime()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        openPreset(window, "preset-refcounts");
        QCOMPARE(rowsIn(window, "output").size(), 0);
        window.press(Qt::Key_End);
        const QStringList printed = rowsIn(window, "output").filter(u"reference count"_qs);
        QCOMPARE(printed.size(), 4);
        QVERIFY(printed[0].endsWith(u": 1") && printed[1].endsWith(u": 2") && printed[2].endsWith(u": 2") &&
                printed[3].endsWith(u": 3"));
        window.press(Qt::Key_Home);
        QCOMPARE(rowsIn(window, "output").size(), 0);
    }

    void code_showsWhereOneIsAndWhoWaits()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        openPreset(window, "preset-date-cache");
        CodeView &code = window.child<CodeView>("code");
        QCOMPARE(code.lines().first, 0);
        const Timeline &timeline = window->session().timeline();
        bool waited = false;
        while (!window->session().player().isAtEnd()) {
            window.press(Qt::Key_Right);
            const Step &step = timeline.step(window.step());
            QCOMPARE(code.lines().first, int(step.line));
            QCOMPARE(code.lines().waiting.empty(), window->session().moment().now().frames().empty());
            waited = waited || !code.lines().waiting.empty();
        }
        QVERIFY(waited);
    }

    void themes_changeAndAreKept()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        openPreset(window, "preset-weak-cache");
        window->actions()[ActionId::ThemeDark]->trigger();
        QVERIFY(window->appearance().theme().dark);
        // Widgets take a new palette when the event loop runs.
        QTRY_VERIFY(window->grab().toImage().pixelColor(5, 5).lightness() < 80);
        const QImage dark = window->grab().toImage();
        window->actions()[ActionId::ThemeLight]->trigger();
        QTRY_VERIFY(window->grab().toImage().pixelColor(5, 5).lightness() > 200);
        const QImage light = window->grab().toImage();
        QVERIFY(light.pixelColor(800, 700).lightness() > dark.pixelColor(800, 700).lightness() + 100);
        window->actions()[ActionId::ThemeDark]->trigger();
        window.reopen();
        QVERIFY(window->appearance().theme().dark);
        QVERIFY(window->actions()[ActionId::ThemeDark]->isChecked());
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
        QVERIFY2(problem.text().startsWith(u"Line 2: "), qPrintable(problem.text()));
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

    void endlessRun_isCancelledByItsButton()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        const QString path = window.file(u"endless.py"_qs);
        QVERIFY(writeFile(path, "a = [1]\nx = any(n < 0 for n in range(10 ** 15))\n"));
        window->open(fileSource(path));
        Notice &busy = window.child<Notice>("busy");
        QTRY_VERIFY(busy.isVisible());
        QTest::mouseClick(busy.findChild<FlatButton *>(), Qt::LeftButton);
        QTRY_VERIFY(!busy.isVisible());
        QVERIFY(!window->session().loading());
    }

    void tab_reachesEveryControlAndEachHasAName_data()
    {
        QTest::addColumn<bool>("opened");
        QTest::newRow("start page") << false;
        QTest::newRow("scenario") << true;
    }
    void tab_reachesEveryControlAndEachHasAName()
    {
        QFETCH(const bool, opened);
        TestWindow window;
        QVERIFY(window.isReady());
        if (opened) {
            openPreset(window, "preset-weak-cache");
            window->session().player().seekStep(5);
        }
        QSet<const QWidget *> reached;
        for (int i = 0; i < 100; ++i) {
            window.press(Qt::Key_Tab);
            reached.insert(QApplication::focusWidget());
        }
        for (QWidget *const widget : window->findChildren<QWidget *>()) {
            const bool isStop = (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
            if (!isStop || !widget->isVisible() || !widget->isEnabled())
                continue;
            QAccessibleInterface *const told = QAccessible::queryAccessibleInterface(widget);
            const QByteArray who = widget->metaObject()->className() + (' ' + widget->objectName().toUtf8());
            QVERIFY2(told && !told->text(QAccessible::Name).isEmpty(), who.constData());
            QVERIFY2(reached.contains(widget), who.constData());
        }
        QVERIFY(reached.size() > 3);
    }

    void status_countsWhatExists()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        openPreset(window, "preset-weak-cache");
        window->session().player().seekStep(5);
        QCOMPARE(window.child<StatusLine>("status").counts(),
                 (QStringList{u"2 objects"_qs, u"3 strong"_qs, u"2 weak"_qs, u"nothing unreachable"_qs}));
    }

    void narrowWindow_keepsThePicture_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("hasSide");
        QTest::addColumn<bool>("hasCodeBeside");
        QTest::newRow("wide") << 1920 << true << true;
        QTest::newRow("usual") << 1280 << true << true;
        QTest::newRow("narrow") << 1100 << false << true;
        QTest::newRow("very narrow") << 700 << false << false;
    }

    void narrowWindow_keepsThePicture()
    {
        QFETCH(int, width);
        QFETCH(bool, hasSide);
        QFETCH(bool, hasCodeBeside);
        TestWindow window({width, 800});
        QVERIFY(window.isReady());
        openPreset(window, "preset-weak-cache");
        window->session().player().seekStep(5);
        QCOMPARE(window.child("events").isVisible(), hasSide);
        CodeView &code = window.child<CodeView>("code");
        QVERIFY(code.isVisible());
        QCOMPARE(code.height() > 100, hasCodeBeside);
        QVERIFY(window.child<CanvasView>("canvas").width() >= 560);
    }

    void panes_areWalkedByF6()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        openPreset(window, "preset-weak-cache");
        QVERIFY(window.child("canvas").hasFocus());
        for (const char *pane : {"code", "events", "inspector", "canvas"}) {
            window.press(Qt::Key_F6);
            QVERIFY2(window.child(pane).hasFocus(), pane);
        }
        window.press(Qt::Key_3, Qt::ControlModifier);
        window.press(Qt::Key_Escape);
        QVERIFY(window.child("canvas").hasFocus());
    }
};

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
