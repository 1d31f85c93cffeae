#include "canvas/canvasview.h"
#include "canvas/overview.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace tetherscope;

namespace {

CardItem card(std::uint32_t object, const SceneRect &rect)
{
    CardItem card;
    card.object = ObjectId{object};
    card.rect = rect;
    card.headerHeight = rect.height;
    return card;
}

/// Two cards at the far ends of a plan of this size.
Picture farApart(double width, double height)
{
    Picture picture;
    picture.bounds = {0, 0, width, height};
    picture.seedBounds = {0, 0, 200, 100};
    picture.cards = {card(1, {0, 0, 200, 100}), card(2, {width - 200, height - 100, 200, 100})};
    return picture;
}

std::unique_ptr<CanvasView> shownCanvas(Picture picture)
{
    auto view = std::make_unique<CanvasView>();
    view->setAnimationDuration(0);
    view->setTheme(lightTheme());
    view->resize(900, 700);
    view->setPicture(std::move(picture));
    view->show();
    return view;
}

Overview &overviewOf(const CanvasView &view)
{
    return *view.findChild<Overview *>();
}

} // namespace

class TestOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints).*")));
    }

    void planInSight_needsNone();
    void planOutgrowsTheView_shown();
    void allThatIsDrawnInSight_needsNone();
    void cardInItsCorner_sendsItToAnother();
    void smallWidget_isNotCovered();
    void press_movesTheView();
    void drag_movesTheViewAlong();
    void step_isDrawnBeforeLong();
    void fit_showsAllOfAHugePlan();
    void zoomOut_endsWhereAllIsSeen();
};

void TestOverview::planInSight_needsNone()
{
    QVERIFY(!overviewOf(*shownCanvas(farApart(600, 400))).isVisible());
}

void TestOverview::planOutgrowsTheView_shown()
{
    const std::unique_ptr<CanvasView> view = shownCanvas(farApart(9000, 7000));
    QVERIFY(overviewOf(*view).isVisible());
    view->fit();
    QVERIFY(!overviewOf(*view).isVisible());
    view->zoomToActualSize();
    QVERIFY(overviewOf(*view).isVisible());
}

void TestOverview::allThatIsDrawnInSight_needsNone()
{
    Picture picture = farApart(9000, 7000);
    const CardItem far = picture.cards.back();
    picture.cards.pop_back();
    const std::unique_ptr<CanvasView> view = shownCanvas(picture);
    QVERIFY(!overviewOf(*view).isVisible());
    picture.cards.push_back(far);
    view->setPicture(picture);
    QVERIFY(overviewOf(*view).isVisible());
    picture.cards.pop_back();
    EdgeItem edge;
    edge.points = {{100, 50}, {100, 5000}, {200, 5000}, {200, 50}};
    picture.edges.push_back(edge);
    view->setPicture(picture);
    QVERIFY(overviewOf(*view).isVisible());
}

void TestOverview::cardInItsCorner_sendsItToAnother()
{
    const std::unique_ptr<CanvasView> view = shownCanvas(farApart(9000, 7000));
    view->zoomToActualSize();
    const Overview &overview = overviewOf(*view);
    const QPoint corner = overview.pos();
    Picture next = view->picture();
    const ScenePoint covered = view->toScene(QPointF(overview.geometry().center()));
    next.cards.push_back(card(3, {covered.x - 10, covered.y - 10, 20, 20}));
    view->setPicture(next);
    QVERIFY(overview.isVisible());
    QVERIFY(overview.pos() != corner);
    const QPoint other = overview.pos();
    next.cards.pop_back();
    view->setPicture(next);
    QCOMPARE(overview.pos(), other); // where it is not in the way it stays
}

void TestOverview::smallWidget_isNotCovered()
{
    const std::unique_ptr<CanvasView> view = shownCanvas(farApart(9000, 7000));
    view->resize(400, 300);
    QTRY_VERIFY(!overviewOf(*view).isVisible());
}

void TestOverview::press_movesTheView()
{
    const std::unique_ptr<CanvasView> view = shownCanvas(farApart(9000, 7000));
    Overview &overview = overviewOf(*view);
    QTest::mousePress(&overview, Qt::LeftButton, {}, overview.rect().center());
    const ScenePoint middle = view->toScene(QPointF(view->rect().center()));
    QVERIFY(std::abs(middle.x - 4500) < 200);
    QVERIFY(std::abs(middle.y - 3500) < 400); // the plan stands a little higher
    QCOMPARE(view->selection(), Target());
}

void TestOverview::drag_movesTheViewAlong()
{
    const std::unique_ptr<CanvasView> view = shownCanvas(farApart(9000, 7000));
    Overview &overview = overviewOf(*view);
    QTest::mousePress(&overview, Qt::LeftButton, {}, {60, 60});
    const QPointF before = view->toView({0, 0});
    QTest::mouseMove(&overview, {100, 60});
    QVERIFY(view->toView({0, 0}).x() < before.x() - 100);
    QTest::mouseRelease(&overview, Qt::LeftButton, {}, {100, 60});
}

void TestOverview::step_isDrawnBeforeLong()
{
    const std::unique_ptr<CanvasView> view = shownCanvas(farApart(9000, 7000));
    const QImage before = overviewOf(*view).grab().toImage();
    Picture next = view->picture();
    next.cards.push_back(card(3, {4000, 3000, 600, 600}));
    view->setPicture(next);
    QTRY_VERIFY(overviewOf(*view).grab().toImage() != before);
}

void TestOverview::fit_showsAllOfAHugePlan()
{
    const std::unique_ptr<CanvasView> view = shownCanvas(farApart(300'000, 900'000));
    view->fit();
    QVERIFY(QRectF(view->rect()).contains(view->toView({0, 0})));
    QVERIFY(QRectF(view->rect()).contains(view->toView({300'000, 900'000})));
}

void TestOverview::zoomOut_endsWhereAllIsSeen()
{
    const std::unique_ptr<CanvasView> view = shownCanvas(farApart(300'000, 900'000));
    view->fit();
    const double whole = view->zoom();
    view->zoomOut();
    QCOMPARE(view->zoom(), whole);
}

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
