#include "evenmeasure.h"

#include "layout/metrics.h"
#include "layout/planner.h"
#include "scenario/run.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <map>

using namespace tetherscope;

namespace {

/// A preset that has run, with its plan.
struct Lesson
{
    Timeline timeline;
    std::shared_ptr<const Plan> plan;

    explicit Lesson(const QString &name)
    {
        const QString path = QStringLiteral(TETHERSCOPE_SOURCE_DIR "/resources/scenarios/") + name;
        const ParseResult parsed = readScenario(path.toStdString());
        if (!parsed.scenario)
            qFatal("%s cannot be read", qPrintable(path));
        runScenario(*parsed.scenario, timeline);
        plan = planPicture(timeline, EvenMeasure());
    }
    const Lexicon &lexicon() const { return timeline.lexicon(); }
};

ScenePoint onCubic(const std::vector<ScenePoint> &points, std::size_t piece, double t)
{
    const double s = 1 - t;
    const double weights[] = {s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t};
    ScenePoint point;
    for (std::size_t index = 0; index < 4; ++index) {
        point.x += weights[index] * points[3 * piece + index].x;
        point.y += weights[index] * points[3 * piece + index].y;
    }
    return point;
}

bool passesThrough(const EdgePath &edge, const SceneRect &rect)
{
    for (std::size_t piece = 0; 3 * piece + 3 < edge.points.size(); ++piece) {
        for (int sample = 0; sample <= 40; ++sample) {
            const ScenePoint point = onCubic(edge.points, piece, sample / 40.0);
            if (point.x > rect.x + 1 && point.x < rect.right() - 1 && point.y > rect.y + 1 &&
                point.y < rect.bottom() - 1)
                return true;
        }
    }
    return false;
}

} // namespace

class TestScenarios : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void pictures_neverOverlap_data() { addPresets(); }
    void pictures_neverOverlap();
    void headsAndStubs_equalTheCount_data() { addPresets(); }
    void headsAndStubs_equalTheCount();
    void columns_areNamesObjectsWatchers_data() { addPresets(); }
    void columns_areNamesObjectsWatchers();
    void edges_passThroughNoCard_data() { addPresets(); }
    void edges_passThroughNoCard();
    void presets_areReadInASmallWindow_data() { addPresets(); }
    void presets_areReadInASmallWindow();

private:
    static void addPresets();
};

void TestScenarios::addPresets()
{
    QTest::addColumn<QString>("preset");
    const QDir folder(QStringLiteral(TETHERSCOPE_SOURCE_DIR "/resources/scenarios"));
    for (const QString &name : folder.entryList({QStringLiteral("*.py")}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(name)) << name;
}

void TestScenarios::pictures_neverOverlap()
{
    QFETCH(QString, preset);
    const Lesson lesson(preset);
    Cursor cursor(lesson.timeline);
    for (std::uint32_t step = 0; step < lesson.timeline.stepCount(); ++step) {
        cursor.seek(lesson.timeline.end(step));
        QCOMPARE(measurePicture(*lesson.plan, cursor.graph(), lesson.lexicon()).overlaps, 0U);
    }
}

void TestScenarios::headsAndStubs_equalTheCount()
{
    QFETCH(QString, preset);
    const Lesson lesson(preset);
    Cursor cursor(lesson.timeline);
    for (std::uint64_t event = 0; event <= lesson.timeline.eventCount(); ++event) {
        cursor.seek(lesson.timeline.positionOfEvent(event));
        std::map<ObjectId, std::uint32_t> heads;
        for (const EdgePath &edge : edgesAt(*lesson.plan, cursor.graph(), lesson.lexicon()))
            heads[edge.to] += edge.weak ? 0 : 1;
        for (const ObjectId object : cursor.graph().living()) {
            const ObjectState state = cursor.graph().object(object);
            if (lesson.plan->shapeOf(object))
                QCOMPARE(heads[object] + state.unaccounted(), state.strong);
        }
    }
}

void TestScenarios::columns_areNamesObjectsWatchers()
{
    QFETCH(QString, preset);
    const Lesson lesson(preset);
    const Plan &plan = *lesson.plan;
    for (std::uint32_t id = 1; id <= lesson.lexicon().nameCount(); ++id) {
        if (const std::optional<SceneRect> pill = plan.rectOf(NameId{id}))
            QVERIFY(pill->right() < plan.objectsX());
    }
    for (std::uint32_t id = 1; id <= lesson.lexicon().objectCount(); ++id) {
        if (plan.shapeOf(ObjectId{id}))
            QVERIFY(plan.rectOf(ObjectId{id})->x >= plan.objectsX());
    }
    for (std::uint32_t id = 1; id <= lesson.lexicon().cacheCount(); ++id)
        QCOMPARE(plan.rectOf(CacheId{id})->x, *plan.watchersX());
}

void TestScenarios::edges_passThroughNoCard()
{
    QFETCH(QString, preset);
    const Lesson lesson(preset);
    for (std::uint32_t step = 0; step < lesson.timeline.stepCount(); ++step) {
        const ObjectGraph graph = lesson.timeline.graphAt(step);
        const std::vector<SceneBox> boxes = boxesAt(*lesson.plan, graph, lesson.lexicon());
        for (const EdgePath &edge : edgesAt(*lesson.plan, graph, lesson.lexicon())) {
            for (const SceneBox &box : boxes) {
                const bool card = box.cache || lesson.plan->shapeOf(box.object);
                QVERIFY2(!card || !passesThrough(edge, box.rect),
                         qPrintable(QStringLiteral("step %1").arg(step)));
            }
        }
    }
}

/// Of a window 1280 wide, the picture gets 620 by 570: there letters of 13 pixels stay of six.
void TestScenarios::presets_areReadInASmallWindow()
{
    QFETCH(QString, preset);
    const SceneRect bounds = Lesson(preset).plan->seedBounds();
    const double scale = std::min(620 / bounds.width, 570 / bounds.height);
    QVERIFY2(scale >= 0.45, qPrintable(QString::number(scale)));
}

QTEST_GUILESS_MAIN(TestScenarios)
#include "tst_scenarios.moc"
