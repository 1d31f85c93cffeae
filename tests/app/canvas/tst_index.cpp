#include "runs.h"
#include "shownrun.h"

#include "canvas/geometry.h"
#include "canvas/ink.h"
#include "canvas/pictureindex.h"

#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace tetherscope;

namespace {

/// Whole numbers, which single floats know exactly; corners that meet count as touching.
bool touch(const SceneRect &left, const SceneRect &right)
{
    return left.x <= right.right() && right.x <= left.right() && left.y <= right.bottom() &&
           right.y <= left.bottom();
}

std::vector<std::uint32_t> bruteForce(const std::vector<SceneRect> &rects, const SceneRect &area)
{
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < rects.size(); ++i)
        if (touch(rects[i], area))
            found.push_back(i);
    return found;
}

class Dice
{
public:
    double below(int end) { return static_cast<double>(m_random() % static_cast<unsigned>(end)); }
    /// Most are small, some are long, a few go nearly through the whole.
    SceneRect rect(int extent)
    {
        const int kind = static_cast<int>(below(10));
        const int size = kind < 7 ? 300 : kind < 9 ? 6000 : extent;
        return {below(extent) - extent / 2.0, below(extent), below(size), below(size)};
    }

private:
    std::mt19937 m_random{7};
};

template<typename Item>
std::vector<std::uint32_t> inked(const std::vector<Item> &items, const SceneRect &area)
{
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < items.size(); ++i)
        if (inkOf(items[i]).overlaps(area))
            found.push_back(i);
    return found;
}

bool includes(const std::vector<std::uint32_t> &all, const std::vector<std::uint32_t> &some)
{
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

} // namespace

class TestIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void touching_findsWhatBruteForceFinds_data();
    void touching_findsWhatBruteForceFinds();
    void touching_findsThingsWithoutExtent();
    void nothing_isFoundInNothing();
    void picture_givesAllThatHasInkThere();
};

void TestIndex::touching_findsWhatBruteForceFinds_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("extent");
    QTest::newRow("one") << 1 << 1000;
    QTest::newRow("few, far apart") << 20 << 1'000'000;
    QTest::newRow("crowded") << 3000 << 2000;
    QTest::newRow("large") << 3000 << 200'000;
}

void TestIndex::touching_findsWhatBruteForceFinds()
{
    QFETCH(int, count);
    QFETCH(int, extent);
    Dice dice;
    std::vector<SceneRect> rects;
    for (int i = 0; i < count; ++i)
        rects.push_back(dice.rect(extent));
    const SpatialIndex index(rects);
    QCOMPARE(index.size(), rects.size());
    for (int i = 0; i < 300; ++i) {
        const SceneRect area = dice.rect(extent);
        QCOMPARE(index.touching(area), bruteForce(rects, area));
    }
    QCOMPARE(index.touching({-2e6, -2e6, 4e6, 4e6}).size(), rects.size());
}

void TestIndex::touching_findsThingsWithoutExtent()
{
    const SpatialIndex index(std::vector<SceneRect>{{10, 10, 500, 0}, {10, 10, 0, 0}});
    QCOMPARE(index.touching({0, 5, 20, 10}), (std::vector<std::uint32_t>{0, 1}));
    QCOMPARE(index.touching({300, 5, 20, 10}), std::vector<std::uint32_t>{0});
}

void TestIndex::nothing_isFoundInNothing()
{
    QVERIFY(SpatialIndex().touching({0, 0, 100, 100}).empty());
    const SpatialIndex index(std::vector<SceneRect>{{0, 0, 10, 10}});
    QVERIFY(index.touching({200, 200, 10, 10}).empty());
}

void TestIndex::picture_givesAllThatHasInkThere()
{
    ShownRun run(dateCacheRun());
    Dice dice;
    for (std::size_t step = 0; step < run.timeline().stepCount(); ++step) {
        const Picture picture = run.at(step);
        const PictureIndex index(picture);
        for (int i = 0; i < 40; ++i) {
            const SceneRect area{dice.below(900), dice.below(600), dice.below(300), dice.below(300)};
            const VisibleItems visible = index.within(area);
            QVERIFY(includes(visible.pills, inked(picture.pills, area)));
            QVERIFY(includes(visible.cards, inked(picture.cards, area)));
            QVERIFY(includes(visible.rings, inked(picture.rings, area)));
            QVERIFY(includes(visible.edges, inked(picture.edges, area)));
            QVERIFY(includes(visible.stubs, inked(picture.stubs, area)));
        }
    }
}

QTEST_MAIN(TestIndex)
#include "tst_index.moc"
