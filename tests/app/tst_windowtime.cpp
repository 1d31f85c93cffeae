#include "windowtest.h"

#include "base/actions.h"
#include "panes/flatbutton.h"
#include "panes/sentenceblock.h"
#include "panes/textlabel.h"
#include "timeline/ruler.h"

using namespace tetherscope;

/// How time moves: by keys, buttons, ruler, events and chips.
class WindowTimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnannouncedWarnings(); }

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

    void keys_moveTimeInEveryPaneButTheText_data()
    {
        QTest::addColumn<int>("pane");
        QTest::newRow("picture") << int(Qt::Key_1);
        QTest::newRow("events") << int(Qt::Key_3);
        QTest::newRow("inspector") << int(Qt::Key_4);
    }

    void keys_moveTimeInEveryPaneButTheText()
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
        QVERIFY(writeFile(path, "import weakref\nclass Slow: pass\n"
                                "def wait(r):\n    while True:\n        any(n < 0 for n in range(10 ** 5))\n"
                                "s = Slow()\nr = weakref.ref(s, wait)\ndel s\n"));
        window->session().setRunLimits(withoutEnd());
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
};

QTEST_MAIN(WindowTimeTest)
#include "tst_windowtime.moc"
