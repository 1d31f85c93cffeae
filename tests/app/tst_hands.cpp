#include "windowtest.h"

#include "canvas/canvasview.h"
#include "canvas/find.h"
#include "canvas/geometry.h"
#include "export/exportdialog.h"
#include "files.h"
#include "panes/findbar.h"
#include "panes/sentenceblock.h"
#include "panes/statusline.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>

using namespace tetherscope;

// The window under a person's hands: dragging, searching, the menu of a thing, and what is exported then.

namespace {

/// On the hit of the weak cache: a and b hold Date#1, other holds Date#2.
class Hit
{
public:
    Hit()
    {
        openPreset(window, "preset-weak-cache");
        goTo("b = Date");
    }

    void goTo(std::string_view source)
    {
        const Timeline &timeline = window->session().timeline();
        for (std::size_t step = timeline.stepCount(); step-- > 0;)
            if (timeline.lexicon().text(timeline.step(step).source).substr(0, source.size()) == source)
                return window->session().player().seekStep(step);
        qFatal("no such step");
    }

    CanvasView &canvas() const { return window.child<CanvasView>("canvas"); }
    SceneRect rectOfDate() const { return *rectOf(canvas().picture(), date); }
    QPoint placeOfDate() const
    {
        const SceneRect rect = rectOfDate();
        return canvas().toView({rect.centreX(), rect.y + 8}).toPoint();
    }

    void drag(QPoint by)
    {
        const QPoint from = placeOfDate();
        QTest::mousePress(&canvas(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&canvas(), from + by / 2);
        QTest::mouseMove(&canvas(), from + by);
        QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, from + by);
    }

    QMenu &menuOf(QPoint place)
    {
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, canvas().mapToGlobal(place));
        QCoreApplication::sendEvent(&canvas(), &event);
        return window.child<QMenu>("picture-menu");
    }

    void find(const QString &text)
    {
        window.press(Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(&window.child<QLineEdit>("find-field"), text);
    }

    Target selected() const { return window->session().selection().target(); }

    TestWindow window;
    const Target date = Target::of(ObjectId{1});
};

/// At the end of the run of a file with this text.
void openText(const TestWindow &window, const QByteArray &text)
{
    const QString path = window.file(u"lesson.py"_qs);
    QVERIFY(writeFile(path, text));
    window->open(fileSource(path), UINT32_MAX);
    QTRY_VERIFY(window->session().hasDocument() && !window->session().loading());
}

} // namespace

class HandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnannouncedWarnings(); }

    void draggedCard_staysWhereItWasPut()
    {
        Hit hit;
        const SceneRect before = hit.rectOfDate();
        const QPointF origin = hit.canvas().toView({0, 0});
        hit.drag({40, 90});
        const SceneRect put = hit.rectOfDate();
        QCOMPARE(qRound((put.x - before.x) * hit.canvas().zoom()), 40);
        QCOMPARE(qRound((put.y - before.y) * hit.canvas().zoom()), 90);
        QCOMPARE(hit.canvas().toView({0, 0}), origin); // the view does not move
        hit.window->session().player().stepBack();
        hit.window->session().player().stepForward();
        QCOMPARE(hit.rectOfDate(), put);
        QCOMPARE(hit.selected(), Target()); // a drag is no click
    }

    void undo_takesTheMoveBack()
    {
        Hit hit;
        const SceneRect before = hit.rectOfDate();
        hit.drag({40, 90});
        const SceneRect once = hit.rectOfDate();
        hit.drag({-10, 30});
        const SceneRect twice = hit.rectOfDate();
        hit.canvas().setFocus();
        hit.window.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(hit.rectOfDate(), once);
        hit.window.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(hit.rectOfDate(), before);
        hit.window.press(Qt::Key_Z, Qt::ControlModifier); // nothing is left
        QCOMPARE(hit.rectOfDate(), before);
        hit.window.press(Qt::Key_Y, Qt::ControlModifier);
        hit.window.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(hit.rectOfDate(), twice);
    }

    void putBack_givesThePlansPlace()
    {
        Hit hit;
        const SceneRect before = hit.rectOfDate();
        QVERIFY(!hit.menuOf(hit.placeOfDate()).findChild<QAction *>(u"put-back"_qs));
        delete &hit.window.child<QMenu>("picture-menu");
        hit.drag({40, 90});
        hit.menuOf(hit.placeOfDate()).findChild<QAction *>(u"put-back"_qs)->trigger();
        QCOMPARE(hit.rectOfDate(), before);
        hit.window->session().placing().undo();
        QVERIFY(hit.rectOfDate() != before);
    }

    void anotherRun_hasThePlansPlaces()
    {
        Hit hit;
        hit.drag({40, 90});
        hit.window->session().show(Document(hit.window->session().document()));
        QVERIFY(hit.window->session().placing().places().empty());
        QVERIFY(!hit.window->session().placing().canUndo());
    }

    void menu_copiesNameAndWords()
    {
        Hit hit;
        QMenu &menu = hit.menuOf(hit.placeOfDate());
        QCOMPARE(hit.selected(), hit.date);
        menu.findChild<QAction *>(u"copy-id"_qs)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Date#1"_qs);
        menu.findChild<QAction *>(u"copy-text"_qs)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 u"Date#1, held by a and b, strong count 2, was 1, watched by (2022, 12, 3) of Date, "
                 "year 2022 · month 12 · day 3"_qs);
    }

    void menu_leadsToBirthAndDeath()
    {
        Hit hit;
        QMenu &menu = hit.menuOf(hit.placeOfDate());
        menu.findChild<QAction *>(u"to-death"_qs)->trigger();
        const Moment &moment = hit.window->session().moment();
        QVERIFY(moment.before().alive(ObjectId{1}) && !moment.now().alive(ObjectId{1}));
        menu.findChild<QAction *>(u"to-birth"_qs)->trigger();
        QVERIFY(!moment.before().alive(ObjectId{1}) && moment.now().alive(ObjectId{1}));
    }

    void menu_inspectsAndFits()
    {
        Hit hit;
        QMenu &menu = hit.menuOf(hit.placeOfDate());
        const double zoom = hit.canvas().zoom();
        menu.findChild<QAction *>(u"fit"_qs)->trigger();
        QVERIFY(hit.canvas().zoom() != zoom);
        menu.findChild<QAction *>(u"inspect"_qs)->trigger();
        QVERIFY(!hit.canvas().hasFocus());
    }

    void followedCard_isKeptInSight()
    {
        Hit hit;
        hit.menuOf(hit.placeOfDate()).findChild<QAction *>(u"follow"_qs)->trigger();
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(&hit.canvas(), Qt::Key_Plus, Qt::ControlModifier);
        hit.window->session().player().stepBack();
        hit.window->session().player().stepForward();
        QVERIFY(hit.canvas().rect().contains(hit.placeOfDate()));
    }

    void find_selectsByNameTypeAndValue()
    {
        Hit hit;
        hit.find(u"DATE#2"_qs);
        QCOMPARE(hit.selected(), Target::of(ObjectId{2}));
        hit.find(u"2024"_qs); // a value of Date#2, and a key of the cache
        QCOMPARE(hit.selected(), Target::of(ObjectId{2}));
        QCOMPARE(hit.window.child<FindBar>("find-bar").message(), u"1 of 2"_qs);
        hit.window.press(Qt::Key_F3);
        QCOMPARE(hit.selected(), Target::of(CacheId{1}));
        hit.window.press(Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(hit.selected(), Target::of(ObjectId{2}));
        hit.find(u"other"_qs);
        QCOMPARE(hit.selected().kind, Target::Kind::Name);
    }

    void find_dimsTheRestUntilItIsClosed()
    {
        Hit hit;
        const auto title = [&] { // of Date#1's card, where its letters are
            const SceneRect rect = hit.rectOfDate();
            const QRectF area(hit.canvas().toView({rect.x, rect.y}), QSizeF(90, 30));
            return hit.canvas().grab(area.toRect()).toImage();
        };
        const QImage before = title();
        hit.find(u"Date#2"_qs);
        QVERIFY(title() != before);
        QTest::keyClick(&hit.window.child<QLineEdit>("find-field"), Qt::Key_Escape);
        QVERIFY(hit.window.child<FindBar>("find-bar").isHidden());
        QVERIFY(hit.canvas().hasFocus());
        QCOMPARE(title(), before);
    }

    void find_goesToTheDeathOfTheDead()
    {
        Hit hit;
        hit.window->session().player().last();
        const Position end = hit.window.position();
        hit.find(u"Date#1"_qs);
        const FindBar &bar = hit.window.child<FindBar>("find-bar");
        QCOMPARE(bar.message(), u"No “Date#1” alive here. 1 died earlier: Enter shows"_qs);
        QCOMPARE(hit.window.position(), end);
        QTest::keyClick(&hit.window.child<QLineEdit>("find-field"), Qt::Key_Return);
        QCOMPARE(hit.selected(), hit.date);
        QVERIFY(hit.window->session().moment().before().alive(ObjectId{1}));
        QVERIFY(!hit.window->session().moment().now().alive(ObjectId{1}));
        QCOMPARE(bar.message(), u"1 of 1 that died"_qs);
    }

    void find_saysWhenThereIsNothing()
    {
        Hit hit;
        hit.find(u"nonsense"_qs);
        QCOMPARE(hit.window.child<FindBar>("find-bar").message(), u"No “nonsense” so far"_qs);
        hit.find(u"Date#3"_qs); // not born yet
        QCOMPARE(hit.window.child<FindBar>("find-bar").message(), u"No “Date#3” so far"_qs);
    }

    void sentence_isAnnounced()
    {
        Hit hit;
        QAccessibleInterface *const sentence =
            QAccessible::queryAccessibleInterface(&hit.window.child("sentence"));
        QCOMPARE(sentence->role(), QAccessible::AlertMessage);
        QCOMPARE(sentence->text(QAccessible::Name),
                 u"A hit: the cache hands out Date#1 again. Now a and b hold it."_qs);
        const QString before = sentence->text(QAccessible::Name);
        hit.window->session().player().stepForward();
        QVERIFY(sentence->text(QAccessible::Name) != before);
    }

    void exportDialog_writesWhatIsSeen()
    {
        Hit hit;
        hit.drag({40, 90});
        hit.window.press(Qt::Key_E, Qt::ControlModifier);
        ExportDialog &dialog = hit.window.child<ExportDialog>("export-dialog");
        QCOMPARE(dialog.proposedName(), u"weak-cache-step-%1.png"_qs.arg(hit.window.step()));
        dialog.findChild<QComboBox *>(u"kind"_qs)->setCurrentIndex(1); // SVG
        dialog.findChild<QCheckBox *>(u"legend"_qs)->setChecked(true);
        const QString path = hit.window.file(u"seen.svg"_qs);
        dialog.writeTo(path);
        QTRY_VERIFY(!hit.window->findChild<QDialog *>(u"export-dialog"_qs));
        const QByteArray svg = contentOf(path);
        QVERIFY(svg.contains("strong: holds it"));
        ExportOptions planned;
        planned.format = ExportFormat::Svg;
        planned.size = {1600, 1000};
        planned.legend = true;
        QVERIFY(svg != Exporter(hit.window->session().document(), planned).at(hit.window.position()));
        planned.arrange = [&hit](Picture picture) {
            return movedTo(hit.window->session().placing().places(), std::move(picture));
        };
        QCOMPARE(svg, Exporter(hit.window->session().document(), planned).at(hit.window.position()));
    }

    void exportDialog_offersWhatTheFormatHas()
    {
        Hit hit;
        hit.window.press(Qt::Key_E, Qt::ControlModifier);
        ExportDialog &dialog = hit.window.child<ExportDialog>("export-dialog");
        QComboBox &kind = *dialog.findChild<QComboBox *>(u"kind"_qs);
        const auto shows = [&dialog](const char *name) {
            return dialog.findChild<QWidget *>(QLatin1StringView(name))->isVisible();
        };
        QVERIFY(shows("scale") && shows("transparent") && !shows("first-step") && !shows("seconds"));
        kind.setCurrentIndex(2); // PDF
        QVERIFY(!shows("scale") && !shows("transparent") && shows("first-step") && !shows("seconds"));
        QCOMPARE(dialog.findChild<QSpinBox *>(u"first-step"_qs)->value(), int(hit.window.step()));
        kind.setCurrentIndex(3); // animated SVG
        QVERIFY(shows("first-step") && shows("seconds"));
        QCOMPARE(dialog.findChild<QSpinBox *>(u"first-step"_qs)->value(), 0);
        kind.setCurrentIndex(6); // JSON
        QVERIFY(!shows("legend") && !shows("theme") && !shows("first-step"));
        QCOMPARE(dialog.options().format, ExportFormat::Json);
    }

    void exportDialog_saysWhatWentWrong()
    {
        Hit hit;
        hit.window.press(Qt::Key_E, Qt::ControlModifier);
        ExportDialog &dialog = hit.window.child<ExportDialog>("export-dialog");
        dialog.writeTo(u"/nowhere/a.png"_qs);
        QLabel &message = *dialog.findChild<QLabel *>(u"message"_qs);
        QTRY_VERIFY(message.isVisible());
        QVERIFY(message.text().startsWith(u"/nowhere/a.png: error: "));
        QVERIFY(dialog.findChild<QPushButton *>(u"save"_qs)->isEnabled());
    }

    void copyKey_putsThePictureOnTheClipboard()
    {
        Hit hit;
        QGuiApplication::clipboard()->clear();
        hit.window.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QMimeData *const data = QGuiApplication::clipboard()->mimeData();
        QVERIFY(data && data->hasImage() && data->hasFormat(u"image/svg+xml"_qs));
        QCOMPARE(qvariant_cast<QImage>(data->imageData()).size(), hit.canvas().size() * 2);
    }

    void collapseKey_foldsWhatTheObjectRetains()
    {
        TestWindow window;
        openText(window, "class N: pass\na = N()\na.x = N()\na.x.y = N()\nb = N()\n");
        CanvasView &canvas = window.child<CanvasView>("canvas");
        window->session().selection().select(Target::of(ObjectId{1}));
        QCOMPARE(canvas.picture().cards.size(), std::size_t(4));
        canvas.setFocus();
        window.press(Qt::Key_C);
        QCOMPARE(canvas.picture().cards.size(), std::size_t(2));
        QVERIFY(window.child<StatusLine>("status").counts().contains(u"2 folded away"_qs));
        window.press(Qt::Key_C);
        QCOMPARE(canvas.picture().cards.size(), std::size_t(4));
        window.press(Qt::Key_C, Qt::ShiftModifier);
        QCOMPARE(canvas.picture().cards.size(), std::size_t(1));
        window.press(Qt::Key_A);
        QCOMPARE(canvas.picture().cards.size(), std::size_t(4));
    }

    void neighbourhoodKey_showsMoreEachTime()
    {
        TestWindow window;
        openText(window, "class N: pass\na = N()\na.x = N()\na.x.y = N()\nb = N()\n");
        CanvasView &canvas = window.child<CanvasView>("canvas");
        const auto shown = [&canvas] { return canvas.picture().cards.size(); };
        window->session().selection().select(Target::of(ObjectId{1}));
        canvas.setFocus();
        window.press(Qt::Key_N);
        QCOMPARE(shown(), std::size_t(2));
        window.press(Qt::Key_N);
        QCOMPARE(shown(), std::size_t(3));
        window.press(Qt::Key_N, Qt::ShiftModifier);
        QCOMPARE(shown(), std::size_t(2));
        window.press(Qt::Key_N, Qt::ShiftModifier);
        QCOMPARE(shown(), std::size_t(4));
    }

    void plainNames_arePutAway()
    {
        TestWindow window;
        openText(window, "class N: pass\na = N()\ncount = 3\n");
        const CanvasView &canvas = window.child<CanvasView>("canvas");
        QAction &action = *window->findChild<QAction *>(u"fold-plain-names"_qs);
        QCOMPARE(canvas.picture().pills.size(), std::size_t(2));
        action.trigger();
        QCOMPARE(canvas.picture().pills.size(), std::size_t(1));
        openText(window, "n = 1\n");
        QVERIFY(!action.isChecked());
        QCOMPARE(canvas.picture().pills.size(), std::size_t(1));
    }

    void zoomKeys_keepTheKeyboardThere()
    {
        Hit hit;
        hit.canvas().setFocus();
        const double zoom = hit.canvas().zoom();
        hit.window.press(Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(hit.canvas().zoom() > zoom);
        hit.window.press(Qt::Key_F);
        QCOMPARE(hit.canvas().zoom(), zoom);
        QVERIFY(hit.canvas().hasFocus());
    }
};

QTEST_MAIN(HandsTest)
#include "tst_hands.moc"
