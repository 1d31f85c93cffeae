#include "runs.h"
#include "shownrun.h"

#include "canvas/canvasview.h"
#include "canvas/detail.h"
#include "canvas/drawblocks.h"
#include "canvas/find.h"
#include "canvas/overview.h"
#include "canvas/picturechange.h"

#include <QPainter>
#include <QRegularExpression>
#include <QTest>
#include <QWheelEvent>

#include <memory>

using namespace tetherscope;

namespace {

/// A canvas without its window's other parts, shown.
std::unique_ptr<CanvasView> shownCanvas(const Picture &picture, double zoom)
{
    auto view = std::make_unique<CanvasView>();
    view->setAnimationDuration(0);
    view->setTheme(lightTheme());
    view->resize(800, 600);
    view->setPicture(picture);
    view->show();
    while (view->zoom() > zoom * 1.25)
        view->zoomOut();
    return view;
}

/// What is on the screen: only what was asked for has been painted.
/// But for the bird's-eye view, which follows later.
QImage seen(CanvasView &view)
{
    QCoreApplication::processEvents();
    QPixmap shot = view.grab();
    const Overview &overview = *view.findChild<Overview *>();
    if (overview.isVisible())
        QPainter(&shot).fillRect(overview.geometry(), Qt::black);
    return shot.toImage();
}

/// All of it, drawn at once.
QImage drawnAnew(CanvasView &view)
{
    view.repaintAll();
    return seen(view);
}

void pan(CanvasView &view, QPoint distance)
{
    const QPointF middle = view.rect().center();
    QWheelEvent turn(middle, view.mapToGlobal(middle), distance, QPoint(), Qt::NoButton, Qt::NoModifier,
                     Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&view, &turn);
}

/// The largest difference of a channel, over all pixels.
int difference(const QImage &left, const QImage &right)
{
    int largest = 0;
    for (int y = 0; y < left.height(); ++y)
        for (int x = 0; x < left.width(); ++x) {
            const QRgb a = left.pixel(x, y);
            const QRgb b = right.pixel(x, y);
            largest = std::max({largest, std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)),
                                std::abs(qBlue(a) - qBlue(b))});
        }
    return largest;
}

CardItem card(std::uint32_t object, const SceneRect &rect, Tone tone)
{
    CardItem card;
    card.object = ObjectId{object};
    card.rect = rect;
    card.headerHeight = rect.height;
    card.title = QStringLiteral("Node#%1").arg(object);
    card.tone = tone;
    return card;
}

QImage blocks(const Picture &picture, const QRect &area, double scale)
{
    const VisibleItems visible = VisibleItems::all(picture);
    PaintOptions options;
    options.selected = Target::of(ObjectId{1});
    const Opacities opacities(picture, options);
    const Theme theme = lightTheme();
    return drawBlocks({picture, visible, theme, options, opacities}, area,
                      QTransform::fromTranslate(3.25, 2.75).scale(scale, scale));
}

} // namespace

class TestRepaint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints).*")));
    }

    void detail_hasItsThresholds();
    void step_paintsWhatAFullPaintWould_data();
    void step_paintsWhatAFullPaintWould();
    void step_changesNothingElsewhere();
    void samePicture_changesNothing();
    void selection_paintsWhatAFullPaintWould();
    void pan_movesThePixelsThatAFullPaintWouldDraw_data();
    void pan_movesThePixelsThatAFullPaintWouldDraw();
    void panAndStep_paintWhatAFullPaintWould();
    void animation_endsWhereAFullPaintWould();
    void heldKey_showsEachStepAtOnce();
    void blocks_fitTogetherPartByPart();
    void fromAfar_thereAreBlocksInTheirColours();
    void farEdges_fitTogetherWhereverTheyAreSeen();
    void fromAfar_weakEdgesAreDashed();
    void hugeZoom_isStretchedThenSharp();
};

void TestRepaint::detail_hasItsThresholds()
{
    QCOMPARE(detailAt(1), Detail::Full);
    QCOMPARE(detailAt(0.4), Detail::Full);
    QCOMPARE(detailAt(0.399), Detail::Shapes);
    QCOMPARE(detailAt(0.2), Detail::Shapes);
    QCOMPARE(detailAt(0.199), Detail::Blocks);
}

void TestRepaint::step_paintsWhatAFullPaintWould_data()
{
    QTest::addColumn<double>("zoom");
    QTest::newRow("full") << 1.0;
    QTest::newRow("shapes") << 0.3;
    QTest::newRow("blocks") << 0.15;
}

void TestRepaint::step_paintsWhatAFullPaintWould()
{
    QFETCH(double, zoom);
    ShownRun run(dateCacheRun());
    const std::unique_ptr<CanvasView> view = shownCanvas(run.at(std::size_t{1}), zoom);
    for (std::size_t step = 2; step < run.timeline().stepCount(); ++step) {
        view->setPicture(run.at(step));
        const QImage dirty = seen(*view);
        QCOMPARE(dirty, drawnAnew(*view));
    }
    for (std::size_t step = run.timeline().stepCount(); step-- > 1;) {
        view->setPicture(run.at(step));
        const QImage dirty = seen(*view);
        QCOMPARE(dirty, drawnAnew(*view));
    }
}

/// Outside of the rectangles that are said to have changed not a pixel differs.
void TestRepaint::step_changesNothingElsewhere()
{
    ShownRun run(dateCacheRun());
    const auto image = [](const Picture &picture) {
        QImage paper(900, 700, QImage::Format_RGB32);
        paper.fill(Qt::white);
        QPainter painter(&paper);
        paintPicture(painter, picture, lightTheme());
        return paper;
    };
    for (std::size_t step = 1; step < run.timeline().stepCount(); ++step) {
        const Picture before = run.at(step - 1);
        const Picture after = run.at(step);
        QImage left = image(before);
        QImage right = image(after);
        for (const SceneRect &area : changedAreas(before, after)) {
            const QRect rect = QRectF(area.x, area.y, area.width, area.height).toAlignedRect();
            for (QImage *each : {&left, &right})
                QPainter(each).fillRect(rect, Qt::black);
        }
        QCOMPARE(left, right);
    }
}

void TestRepaint::samePicture_changesNothing()
{
    ShownRun run(dateCacheRun());
    for (std::size_t step = 0; step < run.timeline().stepCount(); ++step)
        QVERIFY(changedAreas(run.at(step), run.at(step)).empty());
}

void TestRepaint::selection_paintsWhatAFullPaintWould()
{
    ShownRun run(dateCacheRun());
    const Picture picture = run.at(run.timeline().stepCount() / 2);
    const std::unique_ptr<CanvasView> view = shownCanvas(picture, 1);
    for (const Target target : readingOrder(picture)) {
        view->setSelection(target);
        const QImage dirty = seen(*view);
        QCOMPARE(dirty, drawnAnew(*view));
    }
}

void TestRepaint::pan_movesThePixelsThatAFullPaintWouldDraw_data()
{
    step_paintsWhatAFullPaintWould_data();
}

void TestRepaint::pan_movesThePixelsThatAFullPaintWouldDraw()
{
    QFETCH(double, zoom);
    constexpr int rounding = 4; // of 255: a line that is cut off by the edge is sampled from there
    ShownRun run(dateCacheRun());
    const std::unique_ptr<CanvasView> view = shownCanvas(run.at(run.timeline().stepCount() / 2), zoom);
    for (const QPoint distance : {QPoint(7, 0), QPoint(0, -9), QPoint(-30, 21), QPoint(120, 80),
                                  QPoint(-90, -200), QPoint(2000, 0), QPoint(-2000, 5)}) {
        pan(*view, distance);
        const QImage moved = seen(*view);
        QVERIFY(difference(moved, drawnAnew(*view)) <= rounding);
    }
}

void TestRepaint::panAndStep_paintWhatAFullPaintWould()
{
    ShownRun run(dateCacheRun());
    const std::unique_ptr<CanvasView> view = shownCanvas(run.at(std::size_t{1}), 1);
    for (std::size_t step = 2; step < run.timeline().stepCount(); ++step) {
        view->setPicture(run.at(step));
        pan(*view, {step % 2 == 0 ? 15 : -15, 10}); // before the step has been painted
        const QImage moved = seen(*view);
        QVERIFY(difference(moved, drawnAnew(*view)) <= 4);
    }
}

void TestRepaint::animation_endsWhereAFullPaintWould()
{
    ShownRun run(dateCacheRun());
    const std::unique_ptr<CanvasView> view = shownCanvas(run.at(std::size_t{1}), 1);
    view->setAnimationDuration(20);
    for (std::size_t step = 2; step < run.timeline().stepCount(); ++step) {
        view->setPicture(run.at(step));
        QCoreApplication::processEvents();
        QTRY_VERIFY(!view->isAnimating());
        const QImage dirty = seen(*view);
        QCOMPARE(dirty, drawnAnew(*view));
    }
}

void TestRepaint::heldKey_showsEachStepAtOnce()
{
    ShownRun run(dateCacheRun());
    const std::unique_ptr<CanvasView> view = shownCanvas(run.at(std::size_t{1}), 1);
    view->setAnimationDuration(5000);
    view->setPicture(run.at(std::size_t{2}));
    QVERIFY(view->isAnimating());
    for (std::size_t step = 3; step < run.timeline().stepCount(); ++step) {
        view->setPicture(run.at(step));
        QVERIFY(!view->isAnimating());
    }
}

void TestRepaint::blocks_fitTogetherPartByPart()
{
    ShownRun run(dateCacheRun());
    const Picture picture = run.at(run.timeline().stepCount() / 2);
    const QImage whole = blocks(picture, QRect(0, 0, 170, 130), 0.17);
    QImage parts(whole.size(), whole.format());
    QPainter painter(&parts);
    for (int y = 0; y < whole.height(); y += 13)
        for (int x = 0; x < whole.width(); x += 17)
            painter.drawImage(x, y, blocks(picture, QRect(x, y, 17, 13), 0.17));
    painter.end();
    QCOMPARE(parts, whole);
}

void TestRepaint::fromAfar_thereAreBlocksInTheirColours()
{
    Picture picture;
    picture.cards.push_back(card(1, {0, 0, 200, 100}, Tone::Rest));
    picture.cards.push_back(card(2, {0, 200, 200, 100}, Tone::New));
    const QImage image = blocks(picture, QRect(0, 0, 60, 60), 0.1);
    const Theme theme = lightTheme();
    QCOMPARE(image.pixelColor(12, 8), theme.secondary);
    QCOMPARE(image.pixelColor(12, 28), theme.created);
    QCOMPARE(image.pixelColor(2, 8), theme.accent); // the frame of what is selected
    QCOMPARE(image.pixelColor(50, 50), theme.canvas);
    QCOMPARE(image.pixelColor(12, 34), theme.created); // what is new is larger
}

/// Thousands of pixels long, solid and dashed: a pan and a change beside them leave them as they are.
void TestRepaint::farEdges_fitTogetherWhereverTheyAreSeen()
{
    Picture picture;
    picture.bounds = {0, 0, 40'000, 9000};
    picture.seedBounds = {19'000, 4000, 800, 600};
    picture.cards.push_back(card(1, {19'300, 4200, 120, 60}, Tone::Rest));
    for (std::uint32_t i = 0; i < 40; ++i) {
        EdgeItem edge;
        edge.from = HolderRef::slot(SlotId{i + 1});
        edge.owner = ObjectId{1};
        edge.to = ObjectId{2};
        edge.weak = i % 2 == 0;
        edge.points = {
            {100, i * 200.0}, {20'000, i * 200.0}, {20'000, 8000 - i * 150.0}, {39'000, 8000 - i * 150.0}};
        picture.edges.push_back(edge);
    }
    const std::unique_ptr<CanvasView> view = shownCanvas(picture, 1);
    const QImage whole = seen(*view);
    QVERIFY(isFar(picture.edges.front(), view->zoom()));
    picture.cards.front().title = QStringLiteral("Changed");
    view->setPicture(picture);
    const QImage changed = seen(*view);
    QVERIFY(changed != whole);
    QCOMPARE(changed, drawnAnew(*view));
    for (const QPoint distance : {QPoint(37, 11), QPoint(-140, 3), QPoint(5, -77)}) {
        pan(*view, distance);
        const QImage moved = seen(*view);
        QVERIFY(difference(moved, drawnAnew(*view)) <= 4);
    }
}

void TestRepaint::fromAfar_weakEdgesAreDashed()
{
    Picture picture;
    EdgeItem edge;
    edge.to = ObjectId{1};
    edge.points = {{0, 200}, {200, 200}, {400, 200}, {600, 200}};
    picture.edges = {edge, edge};
    picture.edges.back().weak = true;
    for (ScenePoint &point : picture.edges.back().points)
        point.y = 400;
    const QImage image = blocks(picture, QRect(0, 0, 64, 60), 0.1);
    const auto inked = [&](int y) {
        int count = 0;
        for (int x = 5; x < 59; ++x)
            count += image.pixelColor(x, y) != lightTheme().canvas ? 1 : 0;
        return count;
    };
    QCOMPARE(inked(22) + inked(23), 54);
    const int dashed = inked(42) + inked(43);
    QVERIFY(dashed > 20 && dashed < 40);
}

void TestRepaint::hugeZoom_isStretchedThenSharp()
{
    Picture crowd;
    crowd.bounds = {0, 0, 4000, 4000};
    for (std::uint32_t i = 0; i < 1600; ++i)
        crowd.cards.push_back(card(i + 1, {(i % 40) * 100.0, (i / 40) * 100.0, 80, 60}, Tone::Rest));
    const std::unique_ptr<CanvasView> view = shownCanvas(crowd, 0.5);
    view->resize(1900, 1900);
    view->fit();
    seen(*view);
    view->zoomOut();
    const QImage stretched = view->grab().toImage();
    QTRY_VERIFY(view->grab().toImage() != stretched);
    const QImage sharp = seen(*view);
    QCOMPARE(sharp, drawnAnew(*view));
}

QTEST_MAIN(TestRepaint)
#include "tst_repaint.moc"
