#include "runs.h"
#include "shownrun.h"

#include "canvas/canvasview.h"
#include "canvas/describe.h"
#include "canvas/find.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <memory>

using namespace tetherscope;

namespace {

/// Takes the keys that the canvas leaves.
class KeyCatcher : public QWidget
{
public:
    QList<int> keys;

protected:
    void keyPressEvent(QKeyEvent *event) override { keys << event->key(); }
};

/// A window with a field before and after the canvas, on the weak cache's hit.
struct Window
{
    Window();
    void show(std::size_t step) { view->setPicture(run.at(step)); }
    QPoint placeOf(Target target) const;
    Target object(std::uint32_t id) const { return Target::of(ObjectId{id}); }
    Target name(std::size_t pill) const { return Target::of(view->picture().pills[pill].name); }

    ShownRun run{std::string(runs::weakCache)};
    std::unique_ptr<KeyCatcher> top = std::make_unique<KeyCatcher>();
    QLineEdit *before = new QLineEdit;
    CanvasView *view = new CanvasView;
    QLineEdit *after = new QLineEdit;
};

Window::Window()
{
    QHBoxLayout *row = new QHBoxLayout(top.get());
    for (QWidget *widget :
         {static_cast<QWidget *>(before), static_cast<QWidget *>(view), static_cast<QWidget *>(after)})
        row->addWidget(widget);
    before->setFixedWidth(40);
    after->setFixedWidth(40);
    view->setTheme(lightTheme());
    view->setAnimationDuration(0);
    top->resize(1000, 651);
    show(5);
    top->show();
    QVERIFY(QTest::qWaitForWindowActive(top.get()));
}

QPoint Window::placeOf(Target target) const
{
    const SceneRect rect = *rectOf(view->picture(), target);
    return view->toView({rect.centreX(), rect.centreY()}).toPoint();
}

void turnWheel(QWidget *widget, QPointF place, QPoint angle, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(place, widget->mapToGlobal(place), QPoint(), angle, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(widget, &event);
}

} // namespace

class TestCanvasView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        // The offscreen platform says of itself that it knows no size hints.
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints).*")));
    }

    void step_neverMovesTheView();
    void resize_keepsThePictureFitted();
    void tooSmallView_pansToTheChange();
    void tooSmallView_opensAtTheChange();
    void click_selects();
    void click_onPaperSelectsNothing();
    void click_givesNoRing();
    void drag_onPaperMovesTheViewAndSelectsNothing();
    void drag_onACardCarriesIt();
    void carriedCard_isNotPutDownByAClick();
    void middleDrag_movesTheView();
    void spaceDrag_movesTheViewAndTapsNothing();
    void space_taps();
    void wheel_movesTheView();
    void ctrlWheel_zoomsToTheCursor();
    void pinch_zooms();
    void chip_zooms();
    void hover_dimsTheRest();
    void tab_walksThroughThePictureAndOut();
    void arrows_areLeftAloneWithoutARing();
    void arrows_walkWithARing();
    void altArrows_walkAlongEdges();
    void enter_selectsAndActivates();
    void escape_takesTheRing();
    void doubleClick_activates();
    void contextMenuKey_asksForTheRing();
    void animation_endsOnThePicture();
    void screenReader_seesEachThing();
    void screenReader_seesRowsAndLines();
    void screenReader_seesGhostsAndForgetsThem();
    void screenReader_canFocusAndPress();
    void tip_namesHoldersAndWatchers();
    void emptyPicture_saysWhatToDo();
};

void TestCanvasView::step_neverMovesTheView()
{
    Window window;
    const QPointF origin = window.view->toView({0, 0});
    const double zoom = window.view->zoom();
    for (std::size_t step = 0; step < window.run.timeline().stepCount(); ++step) {
        window.show(step);
        QCOMPARE(window.view->toView({0, 0}), origin);
        QCOMPARE(window.view->zoom(), zoom);
    }
}

void TestCanvasView::resize_keepsThePictureFitted()
{
    Window window;
    const double zoom = window.view->zoom();
    window.top->resize(700, 500);
    QTRY_VERIFY(window.view->zoom() < zoom);
    window.view->zoomIn();
    const double chosen = window.view->zoom();
    window.top->resize(950, 600);
    QTRY_VERIFY(window.view->width() > 700);
    QCOMPARE(window.view->zoom(), chosen);
}

void TestCanvasView::tooSmallView_pansToTheChange()
{
    Window window;
    CanvasView small;
    small.setAnimationDuration(0);
    small.resize(320, 240);
    Picture picture = window.run.at(4);
    picture.seedBounds = {0, 0, 200, 100};
    small.setPicture(picture);
    Picture next = window.run.at(5);
    next.seedBounds = picture.seedBounds;
    next.changed = {600, 400, 50, 30};
    small.setPicture(next);
    QVERIFY(QRectF(small.rect()).contains(small.toView({649, 429})));
}

void TestCanvasView::tooSmallView_opensAtTheChange()
{
    Window window;
    CanvasView small;
    small.resize(320, 240);
    Picture picture = window.run.at(4);
    picture.seedBounds = {0, 0, 200, 100};
    picture.changed = {600, 400, 50, 30};
    small.setPicture(picture);
    QVERIFY(QRectF(small.rect()).contains(small.toView({649, 429})));
}

void TestCanvasView::click_selects()
{
    Window window;
    QSignalSpy selected(window.view, &CanvasView::selectionChanged);
    const Target cache = Target::of(CacheId{1});
    for (const Target target : {window.object(1), window.name(0), cache}) {
        QTest::mouseClick(window.view, Qt::LeftButton, {}, window.placeOf(target));
        QCOMPARE(window.view->selection(), target);
        QCOMPARE(selected.takeFirst().at(0).value<Target>(), target);
    }
    QTest::mouseClick(window.view, Qt::LeftButton, {}, window.placeOf(cache));
    QVERIFY(selected.isEmpty()); // it was selected already
}

void TestCanvasView::click_onPaperSelectsNothing()
{
    Window window;
    window.view->setSelection(window.object(1));
    QTest::mouseClick(window.view, Qt::LeftButton, {}, {5, window.view->height() / 2});
    QCOMPARE(window.view->selection(), Target());
}

void TestCanvasView::click_givesNoRing()
{
    Window window;
    QTest::mouseClick(window.view, Qt::LeftButton, {}, window.placeOf(window.object(1)));
    QVERIFY(window.view->hasFocus());
    QCOMPARE(window.view->ring(), Target());
}

void TestCanvasView::drag_onACardCarriesIt()
{
    Window window;
    QSignalSpy carried(window.view, &CanvasView::cardCarried);
    QSignalSpy putDown(window.view, &CanvasView::cardPutDown);
    const QPointF origin = window.view->toView({0, 0});
    const SceneRect rect = *rectOf(window.view->picture(), window.object(1));
    const QPoint from = window.placeOf(window.object(1));
    QTest::mousePress(window.view, Qt::LeftButton, {}, from);
    QTest::mouseMove(window.view, from + QPoint(30, 20));
    QTest::mouseMove(window.view, from + QPoint(60, 40));
    QCOMPARE(carried.size(), 2);
    QVERIFY(putDown.isEmpty());
    QTest::mouseRelease(window.view, Qt::LeftButton, {}, from + QPoint(60, 40));
    QCOMPARE(putDown.size(), 1);
    QCOMPARE(putDown.at(0).at(0).value<Target>(), window.object(1));
    const ScenePoint corner = putDown.at(0).at(1).value<ScenePoint>();
    QCOMPARE(corner.x, rect.x + 60 / window.view->zoom());
    QCOMPARE(corner.y, rect.y + 40 / window.view->zoom());
    QCOMPARE(window.view->toView({0, 0}), origin);
    QCOMPARE(window.view->selection(), Target());
}

void TestCanvasView::carriedCard_isNotPutDownByAClick()
{
    Window window;
    QSignalSpy putDown(window.view, &CanvasView::cardPutDown);
    const QPoint place = window.placeOf(window.object(1));
    QTest::mouseClick(window.view, Qt::LeftButton, {}, place);
    QTest::mousePress(window.view, Qt::MiddleButton, {}, place); // moves the view, whatever is there
    QTest::mouseMove(window.view, place + QPoint(30, 20));
    QTest::mouseRelease(window.view, Qt::MiddleButton, {}, place + QPoint(30, 20));
    QVERIFY(putDown.isEmpty());
}

void TestCanvasView::drag_onPaperMovesTheViewAndSelectsNothing()
{
    Window window;
    const QPointF origin = window.view->toView({0, 0});
    const QPoint from(5, window.view->height() / 2);
    QTest::mousePress(window.view, Qt::LeftButton, {}, from);
    QTest::mouseMove(window.view, from + QPoint(30, 20));
    QTest::mouseMove(window.view, from + QPoint(60, 40));
    QTest::mouseRelease(window.view, Qt::LeftButton, {}, from + QPoint(60, 40));
    QCOMPARE(window.view->toView({0, 0}) - origin, QPointF(60, 40));
    QCOMPARE(window.view->selection(), Target());
}

void TestCanvasView::middleDrag_movesTheView()
{
    Window window;
    const QPointF origin = window.view->toView({0, 0});
    QTest::mousePress(window.view, Qt::MiddleButton, {}, {100, 100});
    QTest::mouseMove(window.view, {103, 101});
    QTest::mouseRelease(window.view, Qt::MiddleButton, {}, {103, 101});
    QCOMPARE(window.view->toView({0, 0}) - origin, QPointF(3, 1));
}

void TestCanvasView::spaceDrag_movesTheViewAndTapsNothing()
{
    Window window;
    window.view->setFocus();
    QSignalSpy tapped(window.view, &CanvasView::spaceTapped);
    const QPointF origin = window.view->toView({0, 0});
    QTest::keyPress(window.view, Qt::Key_Space);
    QTest::mousePress(window.view, Qt::LeftButton, {}, {100, 100});
    QTest::mouseMove(window.view, {110, 105});
    QTest::mouseRelease(window.view, Qt::LeftButton, {}, {110, 105});
    QTest::keyRelease(window.view, Qt::Key_Space);
    QCOMPARE(window.view->toView({0, 0}) - origin, QPointF(10, 5));
    QVERIFY(tapped.isEmpty());
}

void TestCanvasView::space_taps()
{
    Window window;
    window.view->setFocus();
    QSignalSpy tapped(window.view, &CanvasView::spaceTapped);
    QTest::keyPress(window.view, Qt::Key_Space);
    QVERIFY(tapped.isEmpty());
    QTest::keyRelease(window.view, Qt::Key_Space);
    QCOMPARE(tapped.size(), 1);
    QVERIFY(window.top->keys.isEmpty());
}

void TestCanvasView::wheel_movesTheView()
{
    Window window;
    const QPointF origin = window.view->toView({0, 0});
    turnWheel(window.view, {100, 100}, {0, -120}, Qt::NoModifier);
    QCOMPARE(window.view->toView({0, 0}) - origin, QPointF(0, -60));
    turnWheel(window.view, {100, 100}, {0, -120}, Qt::ShiftModifier);
    QCOMPARE(window.view->toView({0, 0}) - origin, QPointF(-60, -60));
}

void TestCanvasView::ctrlWheel_zoomsToTheCursor()
{
    Window window;
    QSignalSpy zoomed(window.view, &CanvasView::zoomChanged);
    const double zoom = window.view->zoom();
    const QPointF cursor(200, 150);
    const ScenePoint under = window.view->toScene(cursor);
    turnWheel(window.view, cursor, {0, 120}, Qt::ControlModifier);
    QVERIFY(window.view->zoom() > zoom * 1.1);
    QCOMPARE(window.view->toView(under), cursor);
    QCOMPARE(zoomed.size(), 1);
}

void TestCanvasView::pinch_zooms()
{
    Window window;
    const double zoom = window.view->zoom();
    const QPointF place(200, 150);
    QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, place,
                              place, window.view->mapToGlobal(place), 0.25, {});
    QCoreApplication::sendEvent(window.view, &pinch);
    QCOMPARE(window.view->zoom(), zoom * 1.25);
}

void TestCanvasView::chip_zooms()
{
    Window window;
    const double zoom = window.view->zoom();
    const QList<QToolButton *> buttons = window.view->findChildren<QToolButton *>();
    QCOMPARE(buttons.size(), 2);
    QTest::mouseClick(buttons.at(1), Qt::LeftButton);
    QCOMPARE(window.view->zoom(), zoom * 1.25);
    QTest::mouseClick(buttons.at(0), Qt::LeftButton);
    QCOMPARE(window.view->zoom(), zoom);
    window.view->zoomToActualSize();
    QCOMPARE(window.view->zoom(), 1.0);
    window.view->fit();
    QCOMPARE(window.view->zoom(), zoom);
}

void TestCanvasView::hover_dimsTheRest()
{
    Window window;
    const QPoint other = window.placeOf(window.object(2));
    const QColor before = window.view->grab().toImage().pixelColor(other);
    QTest::mouseMove(window.view, window.placeOf(window.name(0)));
    QTRY_VERIFY(window.view->grab().toImage().pixelColor(other) != before);
    QTest::mouseMove(window.view, {3, window.view->height() / 2});
    QTRY_COMPARE(window.view->grab().toImage().pixelColor(other), before);
}

void TestCanvasView::tab_walksThroughThePictureAndOut()
{
    Window window;
    window.before->setFocus();
    QList<Target> walked;
    QTest::keyClick(window.before, Qt::Key_Tab);
    while (window.view->hasFocus() && walked.size() < 20) {
        walked << window.view->ring();
        QTest::keyClick(window.view, Qt::Key_Tab);
    }
    const QList<Target> order{window.name(0),   window.name(2),   window.name(1),
                              window.object(1), window.object(2), Target::of(CacheId{1})};
    QCOMPARE(walked, order);
    QVERIFY(window.after->hasFocus());
    QCOMPARE(window.view->ring(), Target());
    QTest::keyClick(window.after, Qt::Key_Backtab);
    QCOMPARE(window.view->ring(), Target::of(CacheId{1}));
}

void TestCanvasView::arrows_areLeftAloneWithoutARing()
{
    Window window;
    window.view->setFocus();
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Escape, Qt::Key_PageDown})
        QTest::keyClick(window.view, key);
    QCOMPARE(window.top->keys, (QList<int>{Qt::Key_Left, Qt::Key_Right, Qt::Key_Escape, Qt::Key_PageDown}));
}

void TestCanvasView::arrows_walkWithARing()
{
    Window window;
    window.before->setFocus();
    QTest::keyClick(window.before, Qt::Key_Tab);
    QTest::keyClick(window.view, Qt::Key_Right);
    QCOMPARE(window.view->ring(), window.object(1));
    QTest::keyClick(window.view, Qt::Key_Down);
    QCOMPARE(window.view->ring(), window.object(2));
    QTest::keyClick(window.view, Qt::Key_Right);
    QCOMPARE(window.view->ring(), Target::of(CacheId{1}));
    QTest::keyClick(window.view, Qt::Key_Right);
    QCOMPARE(window.view->ring(), Target::of(CacheId{1})); // nothing further
    QTest::keyClick(window.view, Qt::Key_PageDown);
    QCOMPARE(window.top->keys, QList<int>{Qt::Key_PageDown}); // time, also with a ring
}

void TestCanvasView::altArrows_walkAlongEdges()
{
    Window window;
    window.before->setFocus();
    QTest::keyClick(window.before, Qt::Key_Tab);
    QTest::keyClick(window.view, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(window.view->ring(), window.object(1));
    QTest::keyClick(window.view, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(window.view->ring().kind, Target::Kind::Name);
}

void TestCanvasView::enter_selectsAndActivates()
{
    Window window;
    QSignalSpy selected(window.view, &CanvasView::selectionChanged);
    QSignalSpy activated(window.view, &CanvasView::activated);
    window.before->setFocus();
    QTest::keyClick(window.before, Qt::Key_Tab);
    QTest::keyClick(window.view, Qt::Key_Return);
    QCOMPARE(window.view->selection(), window.name(0));
    QCOMPARE(selected.size(), 1);
    QCOMPARE(activated.size(), 1);
}

void TestCanvasView::escape_takesTheRing()
{
    Window window;
    window.before->setFocus();
    QTest::keyClick(window.before, Qt::Key_Tab);
    QVERIFY(window.view->ring());
    QTest::keyClick(window.view, Qt::Key_Escape);
    QCOMPARE(window.view->ring(), Target());
    QVERIFY(window.view->hasFocus());
    QVERIFY(window.top->keys.isEmpty());
}

void TestCanvasView::doubleClick_activates()
{
    Window window;
    QSignalSpy activated(window.view, &CanvasView::activated);
    QTest::mouseDClick(window.view, Qt::LeftButton, {}, window.placeOf(window.object(2)));
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.takeFirst().at(0).value<Target>(), window.object(2));
}

void TestCanvasView::contextMenuKey_asksForTheRing()
{
    Window window;
    QSignalSpy asked(window.view, &CanvasView::contextMenuRequested);
    window.view->setSelection(window.object(1));
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(window.view, &byKey);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.takeFirst().at(0).value<Target>(), window.object(1));
    QTest::keyClick(window.view, Qt::Key_F10, Qt::ShiftModifier);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.takeFirst().at(0).value<Target>(), window.object(1));
    QContextMenuEvent onPaper(QContextMenuEvent::Mouse, {3, 300}, {});
    QCoreApplication::sendEvent(window.view, &onPaper);
    QVERIFY(asked.isEmpty());
}

void TestCanvasView::animation_endsOnThePicture()
{
    Window window;
    window.show(8);
    const QImage instant = window.view->grab().toImage();
    window.show(7);
    window.view->setAnimationDuration(30);
    window.show(8);
    QVERIFY(window.view->grab().toImage() != instant);
    QTRY_VERIFY(window.view->grab().toImage() == instant);
}

void TestCanvasView::screenReader_seesEachThing()
{
    Window window;
    QAccessibleInterface *canvas = QAccessible::queryAccessibleInterface(window.view);
    QVERIFY(canvas);
    QStringList things;
    for (int i = 0; i < canvas->childCount(); ++i) {
        QAccessibleInterface *child = canvas->child(i);
        things << child->text(QAccessible::Name) + u": "_qs + child->text(QAccessible::Description);
        QCOMPARE(canvas->indexOfChild(child), i);
        QCOMPARE(child->parent(), canvas);
        QCOMPARE(child->role(), QAccessible::ListItem);
        QCOMPARE(canvas->childAt(child->rect().center().x(), child->rect().center().y()), child);
        QVERIFY(window.view->rect().contains(
            QRect(window.view->mapFromGlobal(child->rect().topLeft()), child->rect().size())));
    }
    QCOMPARE(things,
             (QStringList{
                 QStringLiteral("a: holds Date#1"),
                 QStringLiteral("b: holds Date#1, new in this step"),
                 QStringLiteral("other: holds Date#2"),
                 QStringLiteral(
                     "Date#1: held by a and b, strong count 2, was 1, watched by (2022, 12, 3) of Date, "
                     "year 2022"),
                 QStringLiteral("Date#2: held by other, strong count 1, watched by (2024, 2, 29) of Date"),
                 QStringLiteral("Date: weak cache: holds nothing, (2022, 12, 3) hit, (2024, 2, 29) live, "
                                "1 hit · 2 misses · 0 evicted"),
             }));
    window.view->setSelection(window.object(1));
    QVERIFY(canvas->child(3)->state().selected && canvas->child(3)->state().selectable);
    QVERIFY(!canvas->child(4)->state().selected);
}

void TestCanvasView::screenReader_seesRowsAndLines()
{
    Window window;
    QAccessibleInterface *canvas = QAccessible::queryAccessibleInterface(window.view);
    QStringList parts;
    for (int i = 0; i < canvas->childCount(); ++i) {
        QAccessibleInterface *thing = canvas->child(i);
        for (int j = 0; j < thing->childCount(); ++j) {
            QAccessibleInterface *part = thing->child(j);
            parts << (part->role() == QAccessible::Row ? u"row "_qs : u"line "_qs) +
                         part->text(QAccessible::Name);
            QCOMPARE(part->parent(), thing);
            QCOMPARE(thing->indexOfChild(part), j);
            QVERIFY(part->isValid() && part->rect().width() > 0);
        }
    }
    QCOMPARE(parts,
             (QStringList{QStringLiteral("line a holds Date#1"),
                          QStringLiteral("line b holds Date#1, new in this step"),
                          QStringLiteral("line other holds Date#2"), QStringLiteral("row (2022, 12, 3), hit"),
                          QStringLiteral("row (2024, 2, 29), live"),
                          QStringLiteral("line (2022, 12, 3) of Date is a weak reference to Date#1"),
                          QStringLiteral("line (2024, 2, 29) of Date is a weak reference to Date#2")}));
}

void TestCanvasView::screenReader_seesGhostsAndForgetsThem()
{
    Window window;
    QAccessibleInterface *canvas = QAccessible::queryAccessibleInterface(window.view);
    window.show(8); // the last that held Date#1 goes
    QAccessibleInterface *ghost = nullptr;
    for (int i = 0; i < canvas->childCount(); ++i)
        if (canvas->child(i)->text(QAccessible::Description) == QStringLiteral("died in this step"))
            ghost = canvas->child(i);
    QVERIFY(ghost);
    QCOMPARE(ghost->text(QAccessible::Name), QStringLiteral("Date#1"));
    window.show(9);
    QVERIFY(!ghost->isValid());
    QVERIFY(ghost->state().invalid);
    QCOMPARE(ghost->text(QAccessible::Name), QString());
}

void TestCanvasView::screenReader_canFocusAndPress()
{
    Window window;
    QSignalSpy activated(window.view, &CanvasView::activated);
    QAccessibleInterface *canvas = QAccessible::queryAccessibleInterface(window.view);
    QAccessibleActionInterface *thing = canvas->child(3)->actionInterface();
    thing->doAction(QAccessibleActionInterface::setFocusAction());
    QCOMPARE(window.view->ring(), window.object(1));
    QCOMPARE(canvas->focusChild(), canvas->child(3));
    QVERIFY(canvas->child(3)->state().focused);
    thing->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(window.view->selection(), window.object(1));
    QCOMPARE(activated.size(), 1);
    // A line leads on.
    canvas->child(2)->child(0)->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    QCOMPARE(window.view->ring(), window.object(2));
    QVERIFY(!canvas->child(5)->child(0)->actionInterface()); // a row
}

void TestCanvasView::tip_namesHoldersAndWatchers()
{
    Window window;
    const Picture &picture = window.view->picture();
    const auto tipAt = [&](Target target, ScenePoint point) { return tipOf(picture, target, point); };
    QCOMPARE(tipAt(window.object(2), {}),
             QStringLiteral("Date#2\nheld by other\nstrong count 1\nwatched by (2024, 2, 29) of Date"));
    QCOMPARE(tipAt({}, {}), QString());
    const SceneRect row = picture.rows.front().rect;
    QVERIFY(tipAt(Target::of(CacheId{1}), {row.centreX(), row.centreY()})
                .startsWith(QStringLiteral("(2022, 12, 3), hit\nDate\n")));
}

void TestCanvasView::emptyPicture_saysWhatToDo()
{
    Window window;
    window.show(0);
    const QImage silent = window.view->grab().toImage();
    window.view->setEmptyText(QStringLiteral("Nothing exists yet."));
    QVERIFY(window.view->grab().toImage() != silent);
}

QTEST_MAIN(TestCanvasView)
#include "tst_canvasview.moc"
