#include "randomrun.h"

#include "trace/stateline.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <map>

using namespace tetherscope;

namespace {

QJsonObject parsed(const std::string &line)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(line), &error).object();
    return error.error == QJsonParseError::NoError ? object : QJsonObject();
}

/// What the names and strong edges of a line account for, by object.
std::map<QString, int> heldUnits(const QJsonObject &line)
{
    std::map<QString, int> held;
    for (const QJsonValueRef name : line[QStringLiteral("names")].toArray())
        ++held[name.toObject()[QStringLiteral("object")].toString()];
    for (const QJsonValueRef edge : line[QStringLiteral("edges")].toArray())
        if (edge.toObject()[QStringLiteral("kind")] == QStringLiteral("strong"))
            ++held[edge.toObject()[QStringLiteral("to")].toString()];
    return held;
}

} // namespace

class TestStateLinesOfMadeUpRuns : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void line_isTheSameBothWays_data();
    void line_isTheSameBothWays();
    void headsAndStubs_equalTheCount();
    void lineOfAPrefix_isTheLineOfTheWhole();
};

void TestStateLinesOfMadeUpRuns::line_isTheSameBothWays_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 101; seed <= 104; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestStateLinesOfMadeUpRuns::line_isTheSameBothWays()
{
    QFETCH(quint32, seed);
    const Timeline timeline = randomRun(seed, 1500);
    Cursor cursor(timeline);
    std::vector<std::string> lines;
    for (std::uint64_t done = 0; done <= timeline.eventCount(); ++done) {
        cursor.seek(timeline.positionOfEvent(done));
        lines.push_back(stateLine(timeline, cursor));
    }
    for (std::uint64_t done = timeline.eventCount() + 1; done-- > 0;) {
        cursor.seek(timeline.positionOfEvent(done));
        QCOMPARE(stateLine(timeline, cursor), lines[done]);
    }
}

void TestStateLinesOfMadeUpRuns::headsAndStubs_equalTheCount()
{
    const Timeline timeline = randomRun(105, 2000);
    Cursor cursor(timeline);
    int objects = 0;
    for (std::size_t step = 0; step < timeline.stepCount(); ++step) {
        cursor.seek(timeline.end(step));
        const QJsonObject line = parsed(stateLine(timeline, cursor));
        QCOMPARE(line[QStringLiteral("step")].toInt(-1), static_cast<int>(step));
        const std::map<QString, int> held = heldUnits(line);
        for (const QJsonValueRef value : line[QStringLiteral("objects")].toArray()) {
            const QJsonObject object = value.toObject();
            const auto units = held.find(object[QStringLiteral("id")].toString());
            QCOMPARE(object[QStringLiteral("strong")].toInt() - object[QStringLiteral("unaccounted")].toInt(),
                     units == held.end() ? 0 : units->second);
            ++objects;
        }
    }
    QVERIFY(objects > 1000);
}

/// A growing timeline shows the steps it has as it will show them when the run is over.
void TestStateLinesOfMadeUpRuns::lineOfAPrefix_isTheLineOfTheWhole()
{
    const Timeline part = randomRun(106, 500);
    const Timeline whole = randomRun(106, 2000);
    Cursor inPart(part);
    Cursor inWhole(whole);
    for (std::size_t step = 0; step < part.stepCount(); ++step) {
        inPart.seek(part.end(step));
        inWhole.seek(whole.end(step));
        QCOMPARE(stateLine(part, inPart), stateLine(whole, inWhole));
    }
}

QTEST_APPLESS_MAIN(TestStateLinesOfMadeUpRuns)
#include "tst_statelines_of_made_up_runs.moc"
