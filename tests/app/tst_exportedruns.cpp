#include "files.h"
#include "randomrun.h"

#include "export/exporter.h"
#include "layout/planner.h"
#include "session/batch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <map>

using namespace tetherscope;

// What `export --format json` writes: of every preset to the letter, and of presets and made-up runs what
// must hold at each of their moments. After a change of the goldens that is meant: UPDATE_GOLDENS=1 ctest
// --preset release -R exportedruns, and read the difference.

namespace {

constexpr std::uint32_t madeUpRuns[] = {301, 302, 303};
constexpr std::size_t eventsOfAMadeUpRun = 600;

Document madeUpDocument(std::uint32_t seed)
{
    Document document;
    const auto timeline = std::make_shared<Timeline>(randomRun(seed, eventsOfAMadeUpRun));
    document.plan = planPicture(*timeline, FontMeasure());
    document.timeline = timeline;
    return document;
}

/// A preset by its name, a made-up run by its seed; each is run once.
const Document &documentOf(const QString &name)
{
    static std::map<QString, Document> known;
    const auto found = known.find(name);
    if (found != known.end())
        return found->second;
    const std::optional<Source> preset = sourceNamed(name);
    Document made = preset ? runBatch(*preset, BatchPlan::With).document : madeUpDocument(name.toUInt());
    return known.emplace(name, std::move(made)).first->second;
}

void addPresets()
{
    for (const Preset &preset : presets())
        QTest::newRow(qPrintable(preset.name)) << preset.name;
}

void addAllRuns()
{
    QTest::addColumn<QString>("run");
    addPresets();
    for (const std::uint32_t seed : madeUpRuns)
        QTest::addRow("made up %u", seed) << QString::number(seed);
}

ExportOptions json(bool layout)
{
    ExportOptions options;
    options.layout = layout;
    return options;
}

QByteArray allSteps(const Document &document, bool layout)
{
    Exporter exporter(document, json(layout));
    QByteArray lines;
    for (std::size_t step = 0; step < document.timeline->stepCount(); ++step)
        lines += exporter.at(document.timeline->end(step));
    return lines;
}

QJsonObject parsed(const QByteArray &line)
{
    return QJsonDocument::fromJson(line).object();
}

/// The solid heads that touch each object, by its id.
std::map<QString, int> headsIn(const QJsonObject &line)
{
    std::map<QString, int> heads;
    for (const QJsonValue name : line[u"names"_qs].toArray())
        ++heads[name[u"object"_qs].toString()];
    for (const QJsonValue edge : line[u"edges"_qs].toArray()) {
        if (edge[u"kind"_qs] == u"strong"_qs)
            ++heads[edge[u"to"_qs].toString()];
    }
    return heads;
}

/// The first object whose heads and stubs are not its count; empty: there is none.
QString miscounted(const QJsonObject &line)
{
    std::map<QString, int> heads = headsIn(line);
    for (const QJsonValue object : line[u"objects"_qs].toArray()) {
        const QString id = object[u"id"_qs].toString();
        if (heads[id] + object[u"unaccounted"_qs].toInt() != object[u"strong"_qs].toInt())
            return id;
    }
    return {};
}

using Rects = std::map<QString, QRectF>;

Rects rectsIn(const QJsonObject &line)
{
    Rects rects;
    const QJsonObject nodes = line[u"layout"_qs][u"nodes"_qs].toObject();
    for (auto node = nodes.begin(); node != nodes.end(); ++node) {
        const QJsonArray rect = node->toArray();
        rects[node.key()] =
            QRectF(rect[0].toDouble(), rect[1].toDouble(), rect[2].toDouble(), rect[3].toDouble());
    }
    return rects;
}

/// Two nodes that cover each other by more than rounding; empty: there are none.
QString overlapIn(const Rects &rects)
{
    constexpr double rounding = 0.02;
    for (auto one = rects.begin(); one != rects.end(); ++one) {
        for (auto other = std::next(one); other != rects.end(); ++other) {
            const QRectF common = one->second & other->second;
            if (common.width() > rounding && common.height() > rounding)
                return one->first + u" and "_qs + other->first;
        }
    }
    return {};
}

/// A node that is in both and not in the same place; empty: there is none.
QString movedBetween(const Rects &before, const Rects &after)
{
    for (const auto &[id, rect] : after) {
        const auto was = before.find(id);
        if (was != before.end() && was->second != rect)
            return id;
    }
    return {};
}

} // namespace

class ExportedRunsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void presets_areTheGoldenOnes_data()
    {
        QTest::addColumn<QString>("preset");
        addPresets();
    }
    void presets_areTheGoldenOnes()
    {
        QFETCH(QString, preset);
        for (const bool layout : {false, true}) {
            const QString golden = QStringLiteral(TETHERSCOPE_SOURCE_DIR "/tests/goldens/json/") + preset +
                                   (layout ? u".layout.jsonl"_qs : u".jsonl"_qs);
            const QByteArray lines = allSteps(documentOf(preset), layout);
            if (qEnvironmentVariableIsSet("UPDATE_GOLDENS"))
                QVERIFY(writeFile(golden, lines));
            QCOMPARE(lines.split('\n'), contentOf(golden).split('\n'));
        }
    }

    void headsAndStubs_equalTheCount_data() { addAllRuns(); }
    void headsAndStubs_equalTheCount()
    {
        QFETCH(QString, run);
        const Document &document = documentOf(run);
        Exporter exporter(document, json(false));
        for (std::uint64_t done = 0; done <= document.timeline->eventCount(); ++done) {
            const QJsonObject line = parsed(exporter.at(document.timeline->positionOfEvent(done)));
            QVERIFY2(miscounted(line).isEmpty(),
                     qPrintable(u"%1 after event %2"_qs.arg(miscounted(line)).arg(done)));
        }
    }

    void wayBack_givesTheSameBytes_data() { addAllRuns(); }
    void wayBack_givesTheSameBytes()
    {
        QFETCH(QString, run);
        const Document &document = documentOf(run);
        Exporter exporter(document, json(true));
        std::vector<QByteArray> lines;
        for (std::size_t step = 0; step < document.timeline->stepCount(); ++step)
            lines.push_back(exporter.at(document.timeline->end(step)));
        for (std::size_t step = document.timeline->stepCount(); step-- > 0;)
            QCOMPARE(exporter.at(document.timeline->end(step)), lines[step]);
    }

    void rects_stayAndNeverOverlap_data() { addAllRuns(); }
    void rects_stayAndNeverOverlap()
    {
        QFETCH(QString, run);
        const Document &document = documentOf(run);
        Exporter exporter(document, json(true));
        Rects before;
        std::size_t placed = 0;
        for (std::size_t step = 0; step < document.timeline->stepCount(); ++step) {
            const Rects rects = rectsIn(parsed(exporter.at(document.timeline->end(step))));
            const QString bad = overlapIn(rects) + movedBetween(before, rects);
            QVERIFY2(bad.isEmpty(), qPrintable(u"%1 in step %2"_qs.arg(bad).arg(step)));
            before = rects;
            placed += rects.size();
        }
        QVERIFY(placed > 0);
    }
};

QTEST_MAIN(ExportedRunsTest)
#include "tst_exportedruns.moc"
