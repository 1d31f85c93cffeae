#include "layout/columncrossings.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

using namespace tetherscope;

namespace {

/// Pair by pair, as crossings are defined.
std::uint64_t countedByHand(const std::vector<SeedEdge> &edges, const std::vector<std::uint32_t> &places)
{
    const auto start = [&](const SeedEdge &edge) { return std::pair(places[edge.from], edge.fromPort); };
    const auto end = [&](const SeedEdge &edge) { return std::pair(places[edge.to], edge.toPort); };
    std::uint64_t crossings = 0;
    for (const SeedEdge &one : edges) {
        for (const SeedEdge &other : edges)
            crossings += start(one) < start(other) && end(other) < end(one) ? 1 : 0;
    }
    return crossings;
}

/// By node: where it stands in its column.
std::vector<std::uint32_t> placesIn(const std::vector<std::uint32_t> &left,
                                    const std::vector<std::uint32_t> &right)
{
    std::vector<std::uint32_t> places(left.size() + right.size());
    for (std::uint32_t place = 0; place < left.size(); ++place)
        places[left[place]] = place;
    for (std::uint32_t place = 0; place < right.size(); ++place)
        places[right[place]] = place;
    return places;
}

} // namespace

class TestColumnCrossings : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void swappedTargets_crossOnce();
    void edgesOfOnePort_neverCross();
    void portsOfOneNode_crossWhenTheyAreSwapped();
    void anyOrder_isCountedAsByHand();
};

void TestColumnCrossings::swappedTargets_crossOnce()
{
    const std::vector<SeedEdge> edges{{0, 2, 1, 8, 8}, {1, 3, 1, 8, 8}};
    ColumnCrossings count(4, edges);
    QCOMPARE(count.between(std::vector<std::uint32_t>{0, 1}, std::vector<std::uint32_t>{2, 3}), 0U);
    QCOMPARE(count.between(std::vector<std::uint32_t>{0, 1}, std::vector<std::uint32_t>{3, 2}), 1U);
    QCOMPARE(count.between(std::vector<std::uint32_t>{1, 0}, std::vector<std::uint32_t>{3, 2}), 0U);
}

void TestColumnCrossings::edgesOfOnePort_neverCross()
{
    const std::vector<SeedEdge> fan{{0, 1, 1, 8, 8}, {0, 2, 1, 8, 8}, {0, 3, 1, 8, 8}};
    ColumnCrossings count(4, fan);
    QCOMPARE(count.between(std::vector<std::uint32_t>{0}, std::vector<std::uint32_t>{3, 1, 2}), 0U);
}

void TestColumnCrossings::portsOfOneNode_crossWhenTheyAreSwapped()
{
    const std::vector<SeedEdge> edges{{0, 1, 1, 8, 8}, {0, 2, 1, 16, 8}};
    ColumnCrossings count(3, edges);
    QCOMPARE(count.between(std::vector<std::uint32_t>{0}, std::vector<std::uint32_t>{1, 2}), 0U);
    QCOMPARE(count.between(std::vector<std::uint32_t>{0}, std::vector<std::uint32_t>{2, 1}), 1U);
}

void TestColumnCrossings::anyOrder_isCountedAsByHand()
{
    std::mt19937 random(7);
    const auto below = [&](std::uint32_t end) { return static_cast<std::uint32_t>(random() % end); };
    for (int round = 0; round < 200; ++round) {
        std::vector<std::uint32_t> left(1 + below(9));
        std::vector<std::uint32_t> right(1 + below(9));
        std::iota(left.begin(), left.end(), 0U);
        std::iota(right.begin(), right.end(), static_cast<std::uint32_t>(left.size()));
        std::vector<SeedEdge> edges(below(40));
        for (SeedEdge &edge : edges)
            edge = {left[below(std::uint32_t(left.size()))], right[below(std::uint32_t(right.size()))], 1,
                    8.0 * below(4), 8.0 * below(4)};
        ColumnCrossings count(left.size() + right.size(), edges);
        for (int order = 0; order < 3; ++order) {
            std::shuffle(left.begin(), left.end(), random);
            std::shuffle(right.begin(), right.end(), random);
            QCOMPARE(count.between(left, right), countedByHand(edges, placesIn(left, right)));
        }
    }
}

QTEST_GUILESS_MAIN(TestColumnCrossings)
#include "tst_columncrossings.moc"
