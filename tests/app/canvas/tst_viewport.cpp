#include "canvas/viewport.h"

#include <QRegularExpression>
#include <QTest>

using namespace tetherscope;

class TestViewport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void fit_putsContentInTheMiddleOneThirdFromTheTop();
    void fit_neverEnlargesBeyondOneAndAHalf();
    void fit_ofHugeContentShowsItsStart();
    void zoomAround_keepsThePointWhereItIs();
    void zoomAround_stopsAtTheEnds();
    void reveal_movesByTheLeastDistance();
    void reveal_ofWhatIsSeenMovesNothing();
};

void TestViewport::fit_putsContentInTheMiddleOneThirdFromTheTop()
{
    Viewport viewport;
    viewport.fit({0, 0, 400, 100}, QRectF(0, 0, 400, 400));
    QCOMPARE(viewport.scale(), 1.0);
    QCOMPARE(viewport.toView(ScenePoint{0, 0}), QPointF(0, 100));
}

void TestViewport::fit_neverEnlargesBeyondOneAndAHalf()
{
    Viewport viewport;
    viewport.fit({10, 10, 100, 100}, QRectF(0, 0, 900, 900));
    QCOMPARE(viewport.scale(), 1.5);
    QCOMPARE(viewport.toView(SceneRect{10, 10, 100, 100}), QRectF(375, 250, 150, 150));
}

void TestViewport::fit_ofHugeContentShowsItsStart()
{
    Viewport viewport;
    viewport.fit({-20, -30, 10000, 10000}, QRectF(5, 5, 500, 500));
    QCOMPARE(viewport.scale(), Viewport::smallestFit);
    QCOMPARE(viewport.toView(ScenePoint{-20, -30}), QPointF(5, 5));
}

void TestViewport::zoomAround_keepsThePointWhereItIs()
{
    Viewport viewport;
    const ScenePoint before = viewport.toScene({100, 50});
    viewport.zoomAround({100, 50}, 2);
    QCOMPARE(viewport.scale(), 2.0);
    QCOMPARE(viewport.toView(before), QPointF(100, 50));
}

void TestViewport::zoomAround_stopsAtTheEnds()
{
    Viewport viewport;
    viewport.zoomAround({}, 1000);
    QCOMPARE(viewport.scale(), Viewport::largestScale);
    viewport.zoomAround({}, 1e-6);
    QCOMPARE(viewport.scale(), Viewport::smallestScale);
}

void TestViewport::reveal_movesByTheLeastDistance()
{
    Viewport viewport;
    const QRectF room(0, 0, 100, 100);
    QVERIFY(viewport.reveal({90, 20, 30, 10}, room));
    QCOMPARE(viewport.toView(ScenePoint{90, 20}), QPointF(70, 20));
    QVERIFY(viewport.reveal({0, 20, 30, 10}, room));
    QCOMPARE(viewport.toView(ScenePoint{0, 20}), QPointF(0, 20));
}

void TestViewport::reveal_ofWhatIsSeenMovesNothing()
{
    Viewport viewport;
    const Viewport before = viewport;
    QVERIFY(!viewport.reveal({10, 10, 50, 50}, QRectF(0, 0, 100, 100)));
    QCOMPARE(viewport, before);
}

QTEST_APPLESS_MAIN(TestViewport)
#include "tst_viewport.moc"
