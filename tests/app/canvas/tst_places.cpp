#include "runs.h"
#include "shownrun.h"

#include "canvas/find.h"
#include "canvas/geometry.h"
#include "canvas/places.h"

#include <QRegularExpression>
#include <QTest>

using namespace tetherscope;

namespace {

const Target firstDate = Target::of(ObjectId{1});
const Target cacheCard = Target::of(CacheId{1});

/// The weak cache's hit: a and b hold the first Date, the cache watches it.
Picture hit()
{
    ShownRun run{std::string(runs::weakCache)};
    return run.at(5);
}

const EdgeItem &edgeFrom(const Picture &picture, Target start, Target end)
{
    for (const EdgeItem &edge : picture.edges)
        if (startOf(edge) == start && Target::of(edge.to) == end)
            return edge;
    qFatal("no such edge");
}

/// Everything's place but the lines': "name 1: 20 40".
QStringList cornersOf(const Picture &picture, Target except)
{
    QStringList corners;
    for (const Target target : readingOrder(picture))
        if (target != except)
            corners << QStringLiteral("%1 %2: %3 %4")
                           .arg(int(target.kind))
                           .arg(target.id)
                           .arg(rectOf(picture, target)->x)
                           .arg(rectOf(picture, target)->y);
    return corners;
}

Places movedBy(const Picture &picture, Target target, double x, double y)
{
    Places places;
    const SceneRect rect = *rectOf(picture, target);
    places.put(target, {rect.x + x, rect.y + y});
    return places;
}

} // namespace

class TestPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void noPlaces_changeNothing()
    {
        const Picture planned = hit();
        const Picture shown = movedTo(Places(), planned);
        QCOMPARE(cornersOf(shown, {}), cornersOf(planned, {}));
        for (std::size_t i = 0; i < planned.edges.size(); ++i)
            QVERIFY(shown.edges[i].points == planned.edges[i].points);
    }

    void card_goesWithItsRowsAndAlone()
    {
        const Picture planned = hit();
        const Picture shown = movedTo(movedBy(planned, cacheCard, 30, 200), planned);
        QCOMPARE(cornersOf(shown, cacheCard), cornersOf(planned, cacheCard));
        QCOMPARE(rectOf(shown, cacheCard)->y, rectOf(planned, cacheCard)->y + 200);
        for (const CardItem &card : shown.cards)
            for (std::uint32_t row = 0; row < card.rowCount; ++row)
                QVERIFY(contains(grown(card.rect, 0.5), {shown.rows[card.firstRow + row].rect.centreX(),
                                                         shown.rows[card.firstRow + row].rect.centreY()}));
    }

    void ports_goWithTheirCard()
    {
        const Picture planned = hit();
        const Picture shown = movedTo(movedBy(planned, cacheCard, 30, 200), planned);
        for (std::size_t i = 0; i < planned.rings.size(); ++i) {
            const double moved = planned.rings[i].owner == cacheCard ? 200 : 0;
            QCOMPARE(shown.rings[i].rect.y, planned.rings[i].rect.y + moved);
        }
    }

    void lines_stillEndAtTheirCards()
    {
        const Picture planned = hit();
        for (const ScenePoint by : {ScenePoint{40, 300}, ScenePoint{-600, -100}, ScenePoint{900, 0}}) {
            const Picture shown = movedTo(movedBy(planned, firstDate, by.x, by.y), planned);
            for (std::size_t i = 0; i < planned.edges.size(); ++i) {
                const EdgeItem &was = planned.edges[i];
                const EdgeItem &is = shown.edges[i];
                const bool leads = Target::of(was.to) == firstDate;
                QVERIFY(is.points.front() == was.points.front());
                QCOMPARE(is.points.back().x, was.points.back().x + (leads ? by.x : 0));
                QCOMPARE(is.points.back().y, was.points.back().y + (leads ? by.y : 0));
                QCOMPARE(is.points.size() % 3, std::size_t(1));
            }
        }
    }

    void lines_arriveFromTheSideTheyDid()
    {
        const Picture planned = hit();
        const Picture shown = movedTo(movedBy(planned, firstDate, -900, 150), planned);
        const std::vector<ScenePoint> &strong =
            edgeFrom(shown, Target::of(shown.pills[0].name), firstDate).points;
        QVERIFY(strong[strong.size() - 2].x < strong.back().x); // from the left: who holds
        const std::vector<ScenePoint> &weak = edgeFrom(shown, cacheCard, firstDate).points;
        QVERIFY(weak[weak.size() - 2].x > weak.back().x); // from the right: who only watches
    }

    void badge_stillCountsItsHeads()
    {
        const Picture planned = hit();
        const Picture shown = movedTo(movedBy(planned, firstDate, 5, 5), planned);
        QCOMPARE(headsOn(shown, ObjectId{1}), headsOn(planned, ObjectId{1}));
    }

    void extent_reachesToWhatWasPutOutside()
    {
        const Picture planned = hit();
        const Picture shown = movedTo(movedBy(planned, firstDate, 5000, 0), planned);
        QCOMPARE(shown.bounds, planned.bounds); // the view is fitted to these, and stays
        QCOMPARE(extentOf(planned), planned.bounds);
        QCOMPARE(extentOf(shown).right(), rectOf(shown, firstDate)->right());
    }
};

QTEST_MAIN(TestPlaces)
#include "tst_places.moc"
