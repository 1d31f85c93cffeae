#include "ran.h"

#include <QDir>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QTest>

using namespace tetherscope;

// Python is the judge: each program of tests/oracle and each preset prints under CPython what it prints here.
// The judge switches its collector off, and stops after the last statement: nothing is torn down there
// either.

namespace {

const QString sourceFolder = QStringLiteral(TETHERSCOPE_SOURCE_DIR);

const char *const judge =
    "import gc, os, sys\n"
    "gc.collect(); gc.disable()\n"
    "path = sys.argv[1]\n"
    "exec(compile(open(path, encoding='utf-8').read(), path, 'exec'), {'__name__': '__main__'})\n"
    "sys.stdout.flush()\n"
    "os._exit(0)\n";

/// What CPython prints; its error if it fails.
QString judged(const QString &path)
{
    QProcess python;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PYTHONPATH"), sourceFolder + QStringLiteral("/resources/python"));
    environment.insert(QStringLiteral("PYTHONIOENCODING"), QStringLiteral("utf-8"));
    environment.insert(QStringLiteral("PYTHONDONTWRITEBYTECODE"), QStringLiteral("1"));
    python.setProcessEnvironment(environment);
    python.start(QStringLiteral("python3"), {QStringLiteral("-Sc"), QString::fromLatin1(judge), path});
    constexpr int patienceMs = 60'000;
    if (!python.waitForFinished(patienceMs) || python.exitCode() != 0)
        return python.errorString() + QString::fromUtf8(python.readAllStandardError());
    return QString::fromUtf8(python.readAllStandardOutput());
}

QString withoutAddresses(QString text)
{
    static const QRegularExpression address(QStringLiteral("0x[0-9a-f]{6,}"));
    return text.replace(address, QStringLiteral("0x"));
}

} // namespace

class TestCPython : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void program_printsWhatCPythonPrints_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString &folder :
             {QStringLiteral("/tests/oracle"), QStringLiteral("/resources/scenarios")}) {
            const QDir programs(sourceFolder + folder, QStringLiteral("*.py"), QDir::Name);
            for (const QFileInfo &program : programs.entryInfoList())
                QTest::newRow(qPrintable(program.completeBaseName())) << program.absoluteFilePath();
        }
    }
    void program_printsWhatCPythonPrints()
    {
        QFETCH(QString, path);
        const Ran ran = runFile(path.toStdString());
        QCOMPARE(QString::fromStdString(ran.fault()), QString());
        QCOMPARE(withoutAddresses(QString::fromStdString(ran.output())), withoutAddresses(judged(path)));
    }
};

QTEST_GUILESS_MAIN(TestCPython)
#include "tst_cpython.moc"
