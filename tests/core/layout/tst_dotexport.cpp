#include "timelinetext.h"

#include "layout/dotexport.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <memory>
#include <string>

#include <graphviz/cgraph.h>

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

struct GraphCloser
{
    void operator()(Agraph_t *graph) const { agclose(graph); }
};

/// The graph that Graphviz's own parser reads in the text; null if it cannot.
using ReadGraph = std::unique_ptr<Agraph_t, GraphCloser>;

ReadGraph readGraph(const std::string &text)
{
    return ReadGraph(agmemread(text.c_str()));
}

/// The text of a node's attribute as the parser understood it; empty if there is no such node.
QString attributeOf(const ReadGraph &graph, std::string node, std::string attribute)
{
    Agnode_t *const found = agnode(graph.get(), node.data(), 0);
    return found ? QString::fromUtf8(agget(found, attribute.data())) : QString();
}

/// What stands in the cells of a table, one line each; or what is wrong with its markup.
QString cellsOf(const QString &table)
{
    QXmlStreamReader reader(table);
    QStringList cells;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters)
            cells.append(reader.text().toString());
    }
    return reader.hasError() ? reader.errorString() : cells.join(u'\n');
}

} // namespace

class TestDotExport : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void state_isNodesAndEdges();
    void sameState_sameText();
    void emptyState_isAGraph();
    void strangeTexts_areReadByGraphviz();
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

void TestDotExport::strangeTexts_areReadByGraphviz()
{
    const ReadGraph graph = readGraph(dotOf(everything));
    QVERIFY(graph);
    QCOMPARE(agnnodes(graph.get()), 8);
    QCOMPARE(attributeOf(graph, "Date#1", "label"), u"Date#1 (2)"_qs);
    QCOMPARE(attributeOf(graph, "name:a", "label"), u"a"_qs);
    // In a label a doubled backslash stands for one.
    QCOMPARE(attributeOf(graph, "name:n", "label"),
             uR"(n = 'quoted "text" <b>&amp; \\n back\\slash ü 日本')"_qs);
    QCOMPARE(cellsOf(attributeOf(graph, "cache:Date", "label")), u"Date\n(2022, \"12\")"_qs);
}

QTEST_GUILESS_MAIN(TestDotExport)
#include "tst_dotexport.moc"
