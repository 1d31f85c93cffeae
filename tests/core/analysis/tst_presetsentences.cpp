#include "files.h"

#include "analysis/sentence.h"
#include "scenario/run.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>
#include <QThread>

#include <memory>
#include <string>

using namespace tetherscope;

namespace {

constexpr uint runStackBytes = 64U << 20; ///< what runScenario() asks for

Timeline timelineOf(const QString &path)
{
    Timeline timeline;
    const ParseResult read = readScenario(path.toStdString());
    if (!read.scenario)
        return timeline;
    const std::unique_ptr<QThread> thread(QThread::create([&] { runScenario(*read.scenario, timeline); }));
    thread->setStackSize(runStackBytes);
    thread->start();
    thread->wait();
    return timeline;
}

/// Two lines a step: number, place and code; then what is said.
QByteArray sentencesOf(const Timeline &timeline)
{
    std::string text;
    Moment moment(timeline);
    for (std::uint32_t step = 0; step < timeline.stepCount(); ++step) {
        moment.seek(timeline.end(step));
        const std::string_view source = timeline.lexicon().text(moment.step().source);
        text += std::to_string(step) + " @" + std::to_string(moment.step().line) + ' ' +
                std::string(source.substr(0, source.find('\n'))) + '\n';
        text += "    " + sentenceAt(moment).text() + '\n';
    }
    return QByteArray::fromStdString(text);
}

QString pathOf(const char *folder, const QString &file)
{
    return QStringLiteral(TETHERSCOPE_SOURCE_DIR "/%1/%2").arg(QLatin1String(folder), file);
}

} // namespace

/// The sentences of every preset, as they were found good. After a change that is meant:
/// UPDATE_GOLDENS=1 ctest -R presetsentences, and read the difference.
class TestPresetSentences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void sentences_areTheGoldenOnes_data();
    void sentences_areTheGoldenOnes();
};

void TestPresetSentences::sentences_areTheGoldenOnes_data()
{
    QTest::addColumn<QString>("preset");
    const QDir presets(pathOf("resources", QStringLiteral("scenarios")));
    for (const QString &file : presets.entryList({QStringLiteral("*.py")}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(file)) << file.chopped(3);
}

void TestPresetSentences::sentences_areTheGoldenOnes()
{
    QFETCH(QString, preset);
    const QString golden = pathOf("tests/goldens/sentences", preset + QStringLiteral(".txt"));
    const QByteArray sentences =
        sentencesOf(timelineOf(pathOf("resources/scenarios", preset + QStringLiteral(".py"))));
    if (qEnvironmentVariableIsSet("UPDATE_GOLDENS"))
        QVERIFY(writeFile(golden, sentences));
    QCOMPARE(sentences.split('\n'), contentOf(golden).split('\n'));
}

QTEST_GUILESS_MAIN(TestPresetSentences)
#include "tst_presetsentences.moc"
