#include "layout/freegaps.h"

#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace tetherscope;

class TestFreeGaps : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void wishInTheOpen_isGranted();
    void wishOnTaken_goesToTheNearerSide();
    void nothingFitsAbove_goesBelow();
    void gapThatIsTooShort_isPassedOver();
    void gapGivenBack_joinsItsNeighbours();
    void takenTwice_staysTaken();
    void randomUse_neverGivesWhatIsTaken();
};

void TestFreeGaps::wishInTheOpen_isGranted()
{
    const FreeGaps gaps(0);
    QCOMPARE(gaps.nearest(123.5, 40), 123.5);
}

void TestFreeGaps::wishOnTaken_goesToTheNearerSide()
{
    FreeGaps gaps(0);
    gaps.take(100, 200);
    QCOMPARE(gaps.nearest(90, 40), 60.0);
    QCOMPARE(gaps.nearest(170, 40), 200.0);
}

void TestFreeGaps::nothingFitsAbove_goesBelow()
{
    FreeGaps gaps(32);
    gaps.take(60, 100);
    QCOMPARE(gaps.nearest(40, 40), 100.0);
    QCOMPARE(FreeGaps(32).nearest(0, 40), 32.0);
}

void TestFreeGaps::gapThatIsTooShort_isPassedOver()
{
    FreeGaps gaps(0);
    gaps.take(0, 100);
    gaps.take(139, 200);
    QCOMPARE(gaps.nearest(100, 40), 200.0);
    QCOMPARE(gaps.nearest(100, 39), 100.0);
}

void TestFreeGaps::gapGivenBack_joinsItsNeighbours()
{
    FreeGaps gaps(0);
    gaps.take(0, 300);
    gaps.give(0, 100);
    gaps.give(200, 300);
    gaps.give(100, 200);
    QCOMPARE(gaps.nearest(50, 250), 50.0);
}

void TestFreeGaps::takenTwice_staysTaken()
{
    FreeGaps gaps(0);
    gaps.take(0, 60);
    gaps.take(40, 100);
    QCOMPARE(gaps.nearest(0, 10), 100.0);
}

void TestFreeGaps::randomUse_neverGivesWhatIsTaken()
{
    std::mt19937 random(7);
    FreeGaps gaps(0);
    std::vector<std::pair<double, double>> taken;
    for (int turn = 0; turn < 2000; ++turn) {
        if (!taken.empty() && random() % 3 == 0) {
            const std::size_t which = random() % taken.size();
            gaps.give(taken[which].first, taken[which].second);
            taken.erase(taken.begin() + static_cast<std::ptrdiff_t>(which));
            continue;
        }
        const double length = 20 + static_cast<double>(random() % 100);
        const double at = gaps.nearest(static_cast<double>(random() % 3000), length);
        for (const auto &[from, to] : taken)
            QVERIFY2(at >= to || at + length <= from, "a place was given twice");
        gaps.take(at, at + length);
        taken.emplace_back(at, at + length);
    }
}

QTEST_GUILESS_MAIN(TestFreeGaps)
#include "tst_freegaps.moc"
