#include "timelinetext.h"

#include "layout/dotexport.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

#include <string>

using namespace tetherscope;

namespace {

std::string dotOf(std::string_view text)
{
    const Timeline timeline = timelineFromText(text);
    return dotText(timeline.graphAt(timeline.last()), timeline.lexicon());
}

constexpr std::string_view everything = R"(
cache Date
create Date#1 in Date[(2022, "12")]
bind a Date#1
create ref#1
weaken ref#1.* Date#1
set r ref#1
new list#1 f@1.items
set list#1.[0] Date#1
bind n = 'quoted "text" <b>&amp; \n back\slash ü 日本'
step x
)";

} // namespace

class TestDotExport : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void state_isNodesAndEdges();
    void sameState_sameText();
    void emptyState_isAGraph();
    void strangeTexts_areReadByDot();
};

void TestDotExport::state_isNodesAndEdges()
{
    const std::string text =
        dotOf("new Node#1 a\nset Node#1.next Node#1\ncreate ref#1\nweaken ref#1.* Node#1\nset r ref#1\n"
              "bind n = 3\nstep x");
    QVERIFY2(text.starts_with("digraph tetherscope {"), text.c_str());
    QVERIFY2(text.find("label=\"Node#1 (2)\"") != std::string::npos, text.c_str());
    QVERIFY2(text.find("\"name:a\" -> \"Node#1\";") != std::string::npos, text.c_str());
    QVERIFY2(text.find("\"Node#1\" -> \"Node#1\"") != std::string::npos, text.c_str());
    QVERIFY2(text.find("label=next") != std::string::npos, text.c_str());
    QVERIFY2(text.find("style=dashed") != std::string::npos, text.c_str());
    QVERIFY2(text.find("label=\"n = 3\"") != std::string::npos, text.c_str());
    QVERIFY(text.ends_with("}\n"));
}

void TestDotExport::sameState_sameText()
{
    QCOMPARE(QString::fromStdString(dotOf(everything)), QString::fromStdString(dotOf(everything)));
}

void TestDotExport::emptyState_isAGraph()
{
    const std::string text = dotOf("step pass");
    QVERIFY2(text.starts_with("digraph tetherscope {") && text.ends_with("}\n"), text.c_str());
}

void TestDotExport::strangeTexts_areReadByDot()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("dot"));
    if (program.isEmpty())
        QSKIP("no dot is installed");
    QProcess dot;
    dot.start(program, {QStringLiteral("-Tplain")});
    dot.write(QByteArray::fromStdString(dotOf(everything)));
    dot.closeWriteChannel();
    QVERIFY(dot.waitForFinished());
    QCOMPARE(QString::fromUtf8(dot.readAllStandardError()), QString());
    QCOMPARE(dot.exitCode(), 0);
    QVERIFY(dot.readAllStandardOutput().contains("Date#1 (2)"));
}

QTEST_GUILESS_MAIN(TestDotExport)
#include "tst_dotexport.moc"
