#include "files.h"

#include "syntax/scenario.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace tetherscope;

namespace {

/// The only fault, as the program prints it; empty for a scenario.
QString fault(const ParseResult &result)
{
    return result.scenario ? QString() : QString::fromStdString(format("FILE", result.diagnostics.front()));
}

QString faultOfText(const std::string &text)
{
    return fault(parseScenario(text));
}

/// A file with that content in the folder; its path.
std::string written(const QTemporaryDir &folder, const QByteArray &content)
{
    const QString path = folder.filePath(QStringLiteral("a.py"));
    return writeFile(path, content) ? path.toStdString() : std::string();
}

} // namespace

class TestScenario : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void docstring_becomesTitleAndSummary_data();
    void docstring_becomesTitleAndSummary();
    void lineEndsAndByteOrderMark_areTakenAway();
    void bytesThatAreNoText_areRefused();
    void textBeyondTheLimit_isRefused();
    void file_isRead();
    void pathWithoutAFile_isRefused();
    void hugeFile_isRefused();
};

void TestScenario::docstring_becomesTitleAndSummary_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("summary");
    QTest::newRow("none") << QByteArray("a = 1") << QString() << QString();
    QTest::newRow("one line") << QByteArray("'One'\na = 1") << QStringLiteral("One") << QString();
    QTest::newRow("lines and paragraphs") << QByteArray("'''\n  One \n\n  two\n  three\n\n\n  four\n'''")
                                          << QStringLiteral("One") << QStringLiteral("two three\nfour");
    QTest::newRow("a comment before it")
        << QByteArray("# c\n\n\"One\"") << QStringLiteral("One") << QString();
    QTest::newRow("not first") << QByteArray("a = 1\n'One'") << QString() << QString();
    QTest::newRow("an f-string") << QByteArray("f'One'") << QString() << QString();
}

void TestScenario::docstring_becomesTitleAndSummary()
{
    QFETCH(QByteArray, text);
    const ParseResult result = parseScenario(text.toStdString());
    QTEST(QString::fromStdString(result.scenario->title()), "title");
    QTEST(QString::fromStdString(result.scenario->summary()), "summary");
}

void TestScenario::lineEndsAndByteOrderMark_areTakenAway()
{
    const ParseResult result = parseScenario("\xEF\xBB\xBF'''a\r\nb'''\rc\n");
    QCOMPARE(result.scenario->text(), std::string("'''a\nb'''\nc\n"));
    QCOMPARE(result.scenario->summary(), std::string("b"));
}

void TestScenario::bytesThatAreNoText_areRefused()
{
    QCOMPARE(faultOfText("a = 1\nb = '\xE4'\n"),
             QStringLiteral(
                 "FILE: error: The file is not UTF-8 text: line 2 has a byte that does not belong there.\n"
                 "    hint: Save it as UTF-8 text."));
    QCOMPARE(faultOfText(std::string("\x7F"
                                     "ELF\0\1\2",
                                     7)),
             QStringLiteral("FILE: error: The file is binary, or text that is not UTF-8.\n"
                            "    hint: Save it as UTF-8 text."));
}

void TestScenario::textBeyondTheLimit_isRefused()
{
    const std::string largest(4'000'000, '\n');
    QCOMPARE(faultOfText(largest), QString());
    QCOMPARE(faultOfText(largest + '\n'),
             QStringLiteral("FILE: error: The file is larger than 4 MB, the most that a scenario may be."));
}

void TestScenario::file_isRead()
{
    const QTemporaryDir folder;
    const ParseResult result = readScenario(written(folder, "'Title'\na = 1\n"));
    QCOMPARE(result.scenario->title(), std::string("Title"));
    QCOMPARE(fault(readScenario(written(folder, "a = \n"))),
             QStringLiteral("FILE:1:4: error: An expression is missing here."));
}

void TestScenario::pathWithoutAFile_isRefused()
{
    const QTemporaryDir folder;
    QCOMPARE(fault(readScenario(folder.filePath(QStringLiteral("none.py")).toStdString())),
             QStringLiteral("FILE: error: There is no such file."));
    QCOMPARE(fault(readScenario(folder.path().toStdString())),
             QStringLiteral("FILE: error: This is a folder, not a file."));
    QCOMPARE(fault(readScenario("/dev/zero")), QStringLiteral("FILE: error: The file cannot be read."));
}

void TestScenario::hugeFile_isRefused()
{
    const QTemporaryDir folder;
    const std::string path = written(folder, "a = 1\n");
    QVERIFY(QFile::resize(QString::fromStdString(path), 50'000'000));
    QCOMPARE(fault(readScenario(path)),
             QStringLiteral("FILE: error: The file is larger than 4 MB, the most that a scenario may be."));
}

QTEST_APPLESS_MAIN(TestScenario)
#include "tst_scenario.moc"
