#include "layout/dotlayout.h"
#include "layout/layered.h"
#include "layout/proportions.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <clocale>
#include <functional>
#include <random>
#include <string_view>

using namespace tetherscope;

namespace {

SeedGraph randomSeed(std::uint32_t seed, std::uint32_t names, std::uint32_t objects, std::uint32_t watchers)
{
    std::mt19937 random(seed);
    SeedGraph graph;
    graph.nameCount = names;
    const auto add = [&](std::uint32_t count, SeedRank rank, double extent) {
        for (std::uint32_t index = 0; index < count; ++index)
            graph.nodes.push_back({extent + static_cast<double>(random() % 60), rank});
    };
    add(names, SeedRank::Names, 46);
    add(objects, SeedRank::Objects, 88);
    add(watchers, SeedRank::Watchers, 120);
    const auto object = [&] { return names + static_cast<std::uint32_t>(random() % objects); };
    for (std::uint32_t name = 0; name < names; ++name)
        graph.edges.push_back({name, object(), 1, 20, 20});
    for (std::uint32_t edge = 0; edge < objects; ++edge)
        graph.edges.push_back({object(), object(), 1 + static_cast<std::uint32_t>(random() % 9), 30, 20});
    for (std::uint32_t watcher = 0; watcher < watchers; ++watcher)
        graph.edges.push_back({object(), names + objects + watcher, 2, 30, 60});
    return graph;
}

/// What any drawing of a seed has to keep; says what is wrong, or nothing.
QByteArray faultOf(const SeedGraph &graph, const SeedPlacement &placement)
{
    std::uint32_t last = 0;
    for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
        if ((graph.nodes[node].rank == SeedRank::Names) != (placement.column[node] == 0))
            return "names and nothing else stand in the first column";
        if (graph.nodes[node].rank == SeedRank::Objects)
            last = std::max(last, placement.column[node]);
    }
    for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
        if (graph.nodes[node].rank == SeedRank::Watchers && placement.column[node] <= last)
            return "watchers stand right of all objects";
        for (std::size_t other = node + 1; other < graph.nodes.size(); ++other) {
            const double first = placement.top[node];
            const double second = placement.top[other];
            if (placement.column[node] == placement.column[other] &&
                first < second + graph.nodes[other].extent - 1 &&
                second < first + graph.nodes[node].extent - 1)
                return "boxes overlap";
        }
    }
    for (std::uint32_t name = 1; name < graph.nameCount; ++name) {
        if (placement.top[name] <= placement.top[name - 1])
            return "names are out of order";
    }
    return {};
}

std::size_t edgesToTheLeft(const SeedGraph &graph, const SeedPlacement &placement)
{
    return static_cast<std::size_t>(
        std::count_if(graph.edges.begin(), graph.edges.end(), [&](const SeedEdge &edge) {
            return placement.column[edge.to] <= placement.column[edge.from];
        }));
}

/// While it lives, the process writes numbers as German does, with a decimal comma. No system need have that
/// locale: it is made from its source.
class CommaLocale
{
public:
    CommaLocale()
    {
        const QString name = QStringLiteral("de_DE.UTF-8");
        QProcess::execute(QStringLiteral("localedef"),
                          {QStringLiteral("-i"), QStringLiteral("de_DE"), QStringLiteral("-f"),
                           QStringLiteral("UTF-8"), m_folder.filePath(name)});
        qputenv("LOCPATH", m_folder.path().toLocal8Bit());
        std::setlocale(LC_NUMERIC, qPrintable(name));
    }
    ~CommaLocale()
    {
        std::setlocale(LC_NUMERIC, "C");
        qunsetenv("LOCPATH");
    }
    CommaLocale(const CommaLocale &) = delete;
    CommaLocale &operator=(const CommaLocale &) = delete;

    bool isSet() const { return std::localeconv()->decimal_point == std::string_view(","); }

private:
    QTemporaryDir m_folder;
};

} // namespace

class TestSeed : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void randomSeeds_areDrawnSoundly_data();
    void randomSeeds_areDrawnSoundly();
    void emptySeed_isDrawn();
    void tree_hasNoEdgeToTheLeftAndNoCrossing();
    void cycle_isCutOnce();
    void longChain_isRankedWithoutRecursion();
    void longChain_isReadInBands();
    void highColumn_isSplitInOrder();
    void smallDrawing_keepsItsProportions();
    void decimalComma_changesNothing();
    void sameSeed_sameDrawing();
    void hundredsOfDrawings_areDrawnAlike();
};

void TestSeed::randomSeeds_areDrawnSoundly_data()
{
    QTest::addColumn<std::uint32_t>("seed");
    QTest::addColumn<std::uint32_t>("objects");
    for (std::uint32_t seed = 1; seed <= 30; ++seed)
        QTest::addRow("seed %u", seed) << seed << 1 + seed * seed % 50;
}

void TestSeed::randomSeeds_areDrawnSoundly()
{
    QFETCH(std::uint32_t, seed);
    QFETCH(std::uint32_t, objects);
    const SeedGraph graph = randomSeed(seed, seed % 9, objects, seed % 4);
    const std::optional<SeedPlacement> own = layeredPlacement(graph, layer(graph));
    QVERIFY(own);
    QCOMPARE(faultOf(graph, *own), QByteArray());
    const std::optional<SeedPlacement> dot = dotPlacement(graph);
    QVERIFY(dot);
    QCOMPARE(faultOf(graph, *dot), QByteArray());
}

void TestSeed::emptySeed_isDrawn()
{
    QVERIFY(layeredPlacement({}, layer({})));
    QVERIFY(dotPlacement({}));
}

void TestSeed::tree_hasNoEdgeToTheLeftAndNoCrossing()
{
    SeedGraph graph;
    graph.nameCount = 1;
    graph.nodes.assign(8, {80, SeedRank::Objects});
    graph.nodes[0].rank = SeedRank::Names;
    for (std::uint32_t node = 1; node < 8; ++node)
        graph.edges.push_back({node / 2, node, 1, 40, 40});
    const SeedPlacement placement = *layeredPlacement(graph, layer(graph));
    QCOMPARE(edgesToTheLeft(graph, placement), 0U);
    const bool upright = placement.top[2] < placement.top[3];
    QCOMPARE(placement.top[4] < placement.top[6], upright); // the leaves in the order of their parents
    QCOMPARE(placement.top[5] < placement.top[7], upright);
    QCOMPARE(placement.top[4] < placement.top[7], upright);
    QCOMPARE(placement.top[5] < placement.top[6], upright);
}

void TestSeed::cycle_isCutOnce()
{
    SeedGraph graph;
    graph.nameCount = 1;
    graph.nodes.assign(5, {80, SeedRank::Objects});
    graph.nodes[0].rank = SeedRank::Names;
    graph.edges = {{0, 1, 1, 0, 0}, {1, 2, 1, 0, 0}, {2, 3, 1, 0, 0},
                   {3, 4, 1, 0, 0}, {4, 1, 1, 0, 0}, {2, 2, 1, 0, 0}};
    const Layering layering = layer(graph);
    QCOMPARE(layering.rank, (std::vector<std::uint32_t>{0, 1, 2, 3, 4}));
    QCOMPARE(layering.edges.size(), 5U); // the loop is no concern of ranks
    QCOMPARE(layering.expandedNodes, 7U);
}

void TestSeed::longChain_isRankedWithoutRecursion()
{
    constexpr std::uint32_t length = 100'000;
    SeedGraph graph;
    graph.nodes.assign(length, {80, SeedRank::Objects});
    for (std::uint32_t node = 1; node < length; ++node)
        graph.edges.push_back({node - 1, node, 1, 40, 40});
    const Layering layering = layer(graph);
    QCOMPARE(layering.rank.back(), length);
    QVERIFY(layeredPlacement(graph, layering));
}

void TestSeed::longChain_isReadInBands()
{
    SeedGraph graph;
    graph.nameCount = 1;
    graph.nodes.assign(41, {90, SeedRank::Objects});
    graph.nodes[0].rank = SeedRank::Names;
    graph.nodes.push_back({120, SeedRank::Watchers});
    for (std::uint32_t node = 1; node < 41; ++node)
        graph.edges.push_back({node - 1, node, 1, 40, 40});
    graph.edges.push_back({40, 41, 1, 40, 40});
    const SeedPlacement placement = inProportion(graph, *layeredPlacement(graph, layer(graph)));
    QCOMPARE(faultOf(graph, placement), QByteArray());
    QVERIFY(placement.columnCount < 14);
    for (std::uint32_t node = 2; node < 41; ++node) {
        const bool sameLine = placement.column[node] == placement.column[node - 1] + 1;
        QVERIFY(sameLine || placement.column[node] == 1);
        QVERIFY(sameLine || placement.top[node] > placement.top[node - 1]);
    }
}

void TestSeed::highColumn_isSplitInOrder()
{
    SeedGraph graph;
    graph.nameCount = 1;
    graph.nodes.assign(402, {90, SeedRank::Objects});
    graph.nodes[0].rank = SeedRank::Names;
    graph.edges.push_back({0, 1, 1, 40, 40});
    for (std::uint32_t node = 2; node < 402; ++node)
        graph.edges.push_back({1, node, 1, 40 + node * 0.1, 40});
    const SeedPlacement before = *layeredPlacement(graph, layer(graph));
    const SeedPlacement after = inProportion(graph, before);
    QCOMPARE(faultOf(graph, after), QByteArray());
    QVERIFY(*std::max_element(after.top.begin(), after.top.end()) <
            *std::max_element(before.top.begin(), before.top.end()) / 2);
    for (std::uint32_t node = 3; node < 402; ++node)
        QVERIFY(after.column[node] != after.column[node - 1]); // neighbours stand side by side
}

void TestSeed::smallDrawing_keepsItsProportions()
{
    const SeedGraph graph = randomSeed(3, 3, 5, 1);
    const SeedPlacement before = *layeredPlacement(graph, layer(graph));
    const SeedPlacement after = inProportion(graph, before);
    QCOMPARE(after.top, before.top);
    QCOMPARE(after.column, before.column);
}

void TestSeed::decimalComma_changesNothing()
{
    const SeedGraph graph = randomSeed(5, 4, 12, 1);
    const SeedPlacement expected = *dotPlacement(graph);
    const CommaLocale locale;
    QVERIFY2(locale.isSet(), "Debian's package locales has what it is made of");
    const SeedPlacement placement = *dotPlacement(graph);
    QCOMPARE(placement.top, expected.top);
    QCOMPARE(placement.column, expected.column);
}

void TestSeed::sameSeed_sameDrawing()
{
    const SeedGraph graph = randomSeed(11, 6, 40, 2);
    QCOMPARE(dotPlacement(graph)->top, dotPlacement(graph)->top);
    QCOMPARE(layeredPlacement(graph, layer(graph))->top, layeredPlacement(graph, layer(graph))->top);
}

/// Once, `dot` lost its count of passes in one process: after about 85 drawings it crashed.
void TestSeed::hundredsOfDrawings_areDrawnAlike()
{
    SeedGraph lone;
    lone.nodes = {{88, SeedRank::Objects}, {88, SeedRank::Objects}};
    lone.edges = {{0, 1}};
    const SeedGraph graph = randomSeed(1, 4, 3, 1);
    const std::optional<SeedPlacement> first = dotPlacement(graph);
    QVERIFY(first);
    QVERIFY(dotPlacement(lone));
    for (int drawing = 0; drawing < 300; ++drawing) {
        const std::optional<SeedPlacement> again = dotPlacement(graph);
        QVERIFY(again);
        QCOMPARE(again->top, first->top);
        QCOMPARE(again->column, first->column);
    }
}

QTEST_GUILESS_MAIN(TestSeed)
#include "tst_seed.moc"
