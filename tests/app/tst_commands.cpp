#include "files.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace tetherscope;

namespace {

struct Answer
{
    int code = -1;
    QByteArray out;
    QString error;
};

/// Runs the program as it was built, with no display to fall back on.
Answer answerTo(const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1StringView(name));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(TETHERSCOPE_PROGRAM), arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, {}, process.errorString()};
    return {process.exitCode(), process.readAllStandardOutput(),
            QString::fromUtf8(process.readAllStandardError())};
}

QList<QJsonObject> jsonLines(const QByteArray &text)
{
    QList<QJsonObject> lines;
    for (const QByteArray &line : text.split('\n')) {
        if (!line.isEmpty())
            lines.append(QJsonDocument::fromJson(line).object());
    }
    return lines;
}

} // namespace

class CommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void helpAndVersion_goToStandardOutput()
    {
        for (const QStringList &line : {QStringList{u"--help"_qs},
                                        {u"list"_qs, u"--help"_qs},
                                        {u"export"_qs, u"-h"_qs},
                                        {u"check"_qs, u"--help"_qs},
                                        {u"--version"_qs}}) {
            const Answer answer = answerTo(line);
            QCOMPARE(answer.code, 0);
            QVERIFY(answer.out.contains("etherscope"));
            QCOMPARE(answer.error, QString());
        }
    }

    void usage_isAnsweredWithTwo_data()
    {
        QTest::addColumn<QStringList>("line");
        QTest::newRow("unknown preset") << QStringList{u"nonsense"_qs};
        QTest::newRow("a verb to come") << QStringList{u"why"_qs, u"a.py"_qs};
        QTest::newRow("unknown option") << QStringList{u"--nonsense"_qs};
        QTest::newRow("unknown preset to check") << QStringList{u"check"_qs, u"nonsense"_qs};
        QTest::newRow("unknown preset to export")
            << QStringList{u"export"_qs, u"nonsense"_qs, u"--format"_qs, u"json"_qs};
        QTest::newRow("no format") << QStringList{u"export"_qs, u"refcounts"_qs};
        QTest::newRow("step out of range") << QStringList{u"export"_qs, u"refcounts"_qs, u"--format"_qs,
                                                          u"json"_qs,   u"--step"_qs,    u"9999"_qs};
        QTest::newRow("step of a picture out of range") << QStringList{
            u"export"_qs, u"refcounts"_qs, u"--format"_qs, u"svg"_qs, u"--step"_qs, u"9999"_qs};
    }

    void usage_isAnsweredWithTwo()
    {
        QFETCH(QStringList, line);
        const Answer answer = answerTo(line);
        QCOMPARE(answer.code, 2);
        QCOMPARE(answer.out, QByteArray());
        QVERIFY2(answer.error.startsWith(u"tetherscope: error: "), qPrintable(answer.error));
    }

    void list_namesThePresetsAndTheirSteps()
    {
        const Answer table = answerTo({u"list"_qs});
        QCOMPARE(table.code, 0);
        const QList<QJsonObject> presets = jsonLines(answerTo({u"list"_qs, u"--json"_qs}).out);
        QVERIFY(presets.size() >= 3);
        for (const QJsonObject &preset : presets) {
            const QString name = preset[u"name"_qs].toString();
            QVERIFY(table.out.contains(name.toUtf8()));
            QVERIFY(!preset[u"title"_qs].toString().isEmpty());
            // The number of steps is the greatest that --step takes.
            const int steps = preset[u"steps"_qs].toInt();
            const QStringList line{u"export"_qs, name, u"--format"_qs, u"json"_qs, u"--step"_qs};
            QCOMPARE(answerTo(line + QStringList{QString::number(steps)}).code, 0);
            QCOMPARE(answerTo(line + QStringList{QString::number(steps + 1)}).code, 2);
        }
    }

    void check_saysNothingOfWhatIsWell()
    {
        for (const QString &name : {u"refcounts"_qs, u"date-cache"_qs, u"weak-cache"_qs}) {
            const Answer answer = answerTo({u"check"_qs, name});
            QCOMPARE(answer.error, QString());
            QCOMPARE(answer.code, 0);
            QCOMPARE(answer.out, QByteArray());
        }
    }

    void badInput_isAnsweredWithOneAndItsPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place"); ///< after the file's name
        QTest::newRow("syntax") << QByteArray("a = 1\nb = = 2\n") << ":2:";
        QTest::newRow("outside the subset")
            << QByteArray("a = 1\n\nasync def f():\n    pass\n") << ":3:1: error: ";
        QTest::newRow("failed assert") << QByteArray("a = 1\nassert a == 2\n") << ":2:";
        QTest::newRow("uncaught exception") << QByteArray("{}['k']\n") << ":1:";
        QTest::newRow("endless recursion") << QByteArray("def f():\n    f()\nf()\n") << ":2:";
        QTest::newRow("endless loop") << QByteArray("while True:\n    pass\n") << ":2:";
        QTest::newRow("not UTF-8") << QByteArray("a = '\xff\xfe'\n") << ": error: ";
        QTest::newRow("too large") << QByteArray(50'000'000, '\n') << ": error: ";
    }

    void badInput_isAnsweredWithOneAndItsPlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"lesson.py"_qs);
        QVERIFY(writeFile(path, text));
        const Answer answer = answerTo({u"check"_qs, path});
        QCOMPARE(answer.code, 1);
        QVERIFY2(answer.error.startsWith(path + place), qPrintable(answer.error.left(300)));
        QVERIFY(answer.error.contains(u": error: "));
        QCOMPARE(answer.out, QByteArray());
    }

    void missingFile_isAnsweredWithOne()
    {
        const Answer answer = answerTo({u"check"_qs, u"/nowhere/lesson.py"_qs});
        QCOMPARE(answer.code, 1);
        QVERIFY2(answer.error.startsWith(u"/nowhere/lesson.py: error: "), qPrintable(answer.error));
    }

    void json_isOneLineAStep()
    {
        const Answer answer =
            answerTo({u"export"_qs, u"refcounts"_qs, u"--format"_qs, u"json"_qs, u"--step"_qs, u"all"_qs});
        QCOMPARE(answer.code, 0);
        const QList<QJsonObject> lines = jsonLines(answer.out);
        QVERIFY(lines.size() > 5);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            QCOMPARE(lines[i][u"version"_qs].toInt(), 1);
            QCOMPARE(lines[i][u"step"_qs].toInt(), int(i));
            QVERIFY(!lines[i].contains(u"layout"_qs));
            QVERIFY(!lines[i][u"sentence"_qs].toString().isEmpty());
        }
        const Answer last = answerTo({u"export"_qs, u"refcounts"_qs, u"--format"_qs, u"json"_qs});
        QVERIFY(answer.out.endsWith(last.out));
    }

    void layout_placesEveryNameAndObject()
    {
        const Answer answer = answerTo({u"export"_qs, u"weak-cache"_qs, u"--format"_qs, u"json"_qs,
                                        u"--step"_qs, u"all"_qs, u"--layout"_qs});
        QCOMPARE(answer.error, QString());
        QCOMPARE(answer.code, 0);
        for (const QJsonObject &line : jsonLines(answer.out)) {
            const QJsonObject nodes = line[u"layout"_qs].toObject()[u"nodes"_qs].toObject();
            for (const QJsonValue &object : line[u"objects"_qs].toArray())
                QVERIFY(nodes.contains(object.toObject()[u"id"_qs].toString()));
            for (const QJsonValue &name : line[u"names"_qs].toArray()) {
                const QJsonObject fields = name.toObject();
                const QString id =
                    u"name:"_qs + fields[u"scope"_qs].toString() + u'.' + fields[u"name"_qs].toString();
                QVERIFY2(nodes.contains(id) || fields.contains(u"value"_qs), qPrintable(id));
            }
        }
    }

    void pictures_areWritten()
    {
        QTemporaryDir folder;
        const QString png = folder.filePath(u"a.png"_qs);
        const Answer answer =
            answerTo({u"export"_qs, u"weak-cache"_qs, u"--format"_qs, u"png"_qs, u"--size"_qs, u"320x200"_qs,
                      u"--theme"_qs, u"dark"_qs, u"-o"_qs, png});
        QCOMPARE(answer.error, QString());
        QCOMPARE(answer.code, 0);
        const QByteArray bytes = contentOf(png);
        QVERIFY(bytes.startsWith("\x89PNG"));
        QCOMPARE(bytes.mid(16, 8), QByteArray("\0\0\1\100\0\0\0\310", 8)); // 320 x 200, as the header has it
        QVERIFY(answerTo({u"export"_qs, u"weak-cache"_qs, u"--format"_qs, u"svg"_qs}).out.contains("<svg"));
        QVERIFY(
            answerTo({u"export"_qs, u"weak-cache"_qs, u"--format"_qs, u"dot"_qs}).out.contains("digraph"));
    }

    void pagesAndAnimations_areOneFile()
    {
        QTemporaryDir folder;
        const auto write = [&](const QString &format, const QString &name, const QStringList &more) {
            const QString path = folder.filePath(name);
            const Answer answer = answerTo(QStringList{u"export"_qs, u"weak-cache"_qs, u"--format"_qs, format,
                                                       u"--size"_qs, u"320x200"_qs, u"-o"_qs, path} +
                                           more);
            return answer.code == 0 && answer.error.isEmpty() ? contentOf(path) : answer.error.toUtf8();
        };
        const QByteArray pdf = write(u"pdf"_qs, u"a.pdf"_qs, {u"--step"_qs, u"2-5"_qs});
        QVERIFY2(pdf.startsWith("%PDF"), pdf.left(200));
        QCOMPARE(pdf.count("/Type /Page\n"), 4);
        const QByteArray svg = write(u"svg"_qs, u"a.svg"_qs, {u"--step"_qs, u"2-5"_qs, u"--animate"_qs});
        QVERIFY2(svg.contains("@keyframes"), svg.left(200));
        const QByteArray png = write(u"png"_qs, u"a.png"_qs, {u"--step"_qs, u"2-5"_qs, u"--animate"_qs});
        QVERIFY2(png.contains("acTL"), png.left(200));
        QVERIFY2(write(u"svg"_qs, u"b.svg"_qs, {u"--step"_qs, u"2-999"_qs, u"--animate"_qs})
                     .contains("step 999 is out of range"),
                 "the last of a span is in range, too");
    }

    void someSteps_areLinesOrNumberedFiles()
    {
        const QList<QJsonObject> lines = jsonLines(
            answerTo({u"export"_qs, u"refcounts"_qs, u"--format"_qs, u"json"_qs, u"--step"_qs, u"2-4"_qs})
                .out);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.first()[u"step"_qs].toInt(), 2);
        QTemporaryDir folder;
        const QString out = folder.filePath(u"dots"_qs);
        QCOMPARE(answerTo({u"export"_qs, u"refcounts"_qs, u"--format"_qs, u"dot"_qs, u"--step"_qs, u"2-4"_qs,
                           u"-o"_qs, out})
                     .code,
                 0);
        QCOMPARE(QDir(out).entryList(QDir::Files, QDir::Name).size(), 3);
    }

    void allPictures_areNumberedFiles()
    {
        QTemporaryDir folder;
        const QString out = folder.filePath(u"a/b"_qs);
        const Answer answer = answerTo({u"export"_qs, u"weak-cache"_qs, u"--format"_qs, u"svg"_qs,
                                        u"--step"_qs, u"all"_qs, u"-o"_qs, out});
        QCOMPARE(answer.error, QString());
        QCOMPARE(answer.code, 0);
        const QStringList files = QDir(out).entryList(QDir::Files, QDir::Name);
        const QList<QJsonObject> presets = jsonLines(answerTo({u"list"_qs, u"--json"_qs}).out);
        const auto preset = std::find_if(presets.begin(), presets.end(), [](const QJsonObject &listed) {
            return listed[u"name"_qs] == u"weak-cache"_qs;
        });
        QVERIFY(preset != presets.end());
        QCOMPARE(files.size(), (*preset)[u"steps"_qs].toInt() + 1);
        QVERIFY2(files.first().endsWith(u"0.svg") && files.first().startsWith(u"step-"),
                 qPrintable(files.first()));
    }

    void fault_whileRunning_writesTheStepsUpToIt()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"lesson.py"_qs);
        QVERIFY(writeFile(path, "a = [1]\nb = a\nassert a is not b\nc = 3\n"));
        const QString out = folder.filePath(u"out.jsonl"_qs);
        const Answer answer = answerTo(
            {u"export"_qs, path, u"--format"_qs, u"json"_qs, u"--step"_qs, u"all"_qs, u"-o"_qs, out});
        QCOMPARE(answer.code, 1);
        QVERIFY2(answer.error.startsWith(path + QStringLiteral(":3:")), qPrintable(answer.error));
        const QList<QJsonObject> lines = jsonLines(contentOf(out));
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines.last().contains(u"raised"_qs));
    }

    void fault_beforeRunning_writesNothing()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"lesson.py"_qs);
        QVERIFY(writeFile(path, "a = = 1\n"));
        const QString out = folder.filePath(u"out.json"_qs);
        QCOMPARE(answerTo({u"export"_qs, path, u"--format"_qs, u"json"_qs, u"-o"_qs, out}).code, 1);
        QVERIFY(!QFile::exists(out));
    }

    void unwritableOutput_isAnsweredWithOne_data()
    {
        QTest::addColumn<QString>("out");
        QTest::newRow("no such folder") << "/nowhere/at/all.json";
        QTest::newRow("a folder") << "/tmp";
        QTest::newRow("a full device") << "/dev/full";
    }

    void unwritableOutput_isAnsweredWithOne()
    {
        QFETCH(QString, out);
        const Answer answer = answerTo({u"export"_qs, u"refcounts"_qs, u"--format"_qs, u"json"_qs,
                                        u"--step"_qs, u"all"_qs, u"-o"_qs, out});
        QCOMPARE(answer.code, 1);
        QVERIFY2(answer.error.startsWith(out + QStringLiteral(": error: ")), qPrintable(answer.error));
        QVERIFY(QFileInfo(u"/dev/full"_qs).exists() && !QFileInfo(u"/dev/full"_qs).isFile());
    }

    void oldFile_survivesAFailedExport()
    {
        QTemporaryDir folder;
        const QString out = folder.filePath(u"old.json"_qs);
        QVERIFY(writeFile(out, "old"));
        QCOMPARE(answerTo({u"export"_qs, u"refcounts"_qs, u"--format"_qs, u"json"_qs, u"--step"_qs, u"999"_qs,
                           u"-o"_qs, out})
                     .code,
                 2);
        QCOMPARE(contentOf(out), QByteArray("old"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void withoutDisplay_thePictureIsWrittenAndNamed()
    {
        const Answer answer = answerTo({u"weak-cache"_qs, u"--step"_qs, u"5"_qs});
        QCOMPARE(answer.code, 0);
        const QString path = QString::fromUtf8(answer.out).trimmed().section(u' ', -1);
        QVERIFY2(contentOf(path).startsWith("\x89PNG"), qPrintable(path));
    }
};

QTEST_GUILESS_MAIN(CommandsTest)
#include "tst_commands.moc"
