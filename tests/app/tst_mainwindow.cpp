#include "windowtest.h"

#include "base/actions.h"
#include "canvas/canvasview.h"
#include "code/codeview.h"
#include "panes/statusline.h"
#include "start/presetcard.h"

#include <QAccessible>
#include <QListView>

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

/// The view's point in the middle of the card's head, which no row is under.
QPoint pointOn(const CanvasView &canvas, const QString &label)
{
    for (const CardItem &card : canvas.picture().cards) {
        if (card.label == label)
            return canvas.toView({card.rect.x + 30, card.rect.y + 14}).toPoint();
    }
    return {-1, -1};
}

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnannouncedWarnings(); }

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

    /// One of 1600 by 1000 pixels, less the window's frame.
    void smallestWindow_fitsASmallScreenAtTwiceTheSize()
    {
        TestWindow window;
        QVERIFY(window.isReady());
        openPreset(window, "preset-weak-cache");
        window->resize(1, 1);
        QTRY_VERIFY(window->width() <= 798);
        QVERIFY2(window->height() <= 484, qPrintable(QString::number(window->height())));
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

    void contrastAndMotion_areKept()
    {
        TestWindow window;
        const QColor quiet = window->appearance().theme().weak;
        window->actions()[ActionId::HighContrast]->trigger();
        window->actions()[ActionId::LessMotion]->trigger();
        QVERIFY(window->appearance().theme().weak != quiet);
        QVERIFY(window->appearance().lessMotion());
        window.reopen();
        QVERIFY(window->appearance().theme().weak != quiet);
        QVERIFY(window->appearance().lessMotion());
        QVERIFY(window->actions()[ActionId::HighContrast]->isChecked());
        QVERIFY(window->actions()[ActionId::LessMotion]->isChecked());
    }

    void lessMotion_showsEachChangeAtOnce()
    {
        TestWindow window;
        QTest::mouseClick(&window.child<PresetCard>("preset-weak-cache"), Qt::LeftButton);
        QTRY_VERIFY(window->session().hasDocument());
        const CanvasView &canvas = window.child<CanvasView>("canvas");
        QVERIFY(canvas.animationDuration() > 0);
        window->actions()[ActionId::LessMotion]->trigger();
        QCOMPARE(canvas.animationDuration(), 0);
    }

    void scale_isKeptForTheNextStart()
    {
        TestWindow window;
        QVERIFY(window->actions()[ActionId::Scale100]->isChecked());
        window->actions()[ActionId::Scale150]->trigger();
        window.reopen();
        QVERIFY(window->actions()[ActionId::Scale150]->isChecked());
        QCOMPARE(SettingsFile(window.file(u"settings.ini"_qs)).load().scalePercent, 150);
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
        for (const char *pane : {"code", "events", "inspector", "statement", "canvas"}) {
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
