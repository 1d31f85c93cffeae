#include "astdump.h"

#include "syntax/parser.h"

#include <QRegularExpression>
#include <QTest>

using namespace tetherscope;

namespace {

/// The tree of a text, or its first fault.
QString tree(const std::string &text)
{
    const ParsedModule parsed = parseModule(text);
    if (!parsed.module) {
        return QString::fromStdString(format("text", parsed.diagnostics.front()));
    }
    return QString::fromStdString(dump(*parsed.module)).trimmed();
}

/// Kind by kind what a statement carries: "LINE:COLUMN-END [source] narration".
QString described(const ast::Stmt &statement)
{
    return QStringLiteral("%1:%2-%3 [%4] %5")
        .arg(statement.place.line)
        .arg(statement.place.column)
        .arg(statement.place.endColumn)
        .arg(QString::fromUtf8(statement.source.data(), static_cast<qsizetype>(statement.source.size())),
             QString::fromStdString(statement.narration))
        .trimmed();
}

QStringList describedBlock(const ast::Block &block)
{
    QStringList lines;
    for (const ast::StmtPtr &statement : block) {
        lines << described(*statement);
    }
    return lines;
}

QString placeText(const Place &place)
{
    return QStringLiteral("%1:%2-%3").arg(place.line).arg(place.column).arg(place.endColumn);
}

const ast::Expr &onlyValue(const ParsedModule &parsed)
{
    return *ast::as<ast::ExpressionStatement>(*parsed.module->body.front()).value;
}

} // namespace

class TestParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void expression_becomesTree_data();
    void expression_becomesTree();
    void statement_becomesTree_data();
    void statement_becomesTree();
    void notebookClass_becomesTree();
    void privateNames_areMangled();
    void statements_carryPlaceSourceAndNarration();
    void compoundStatement_carriesAllItsText();
    void expressions_carryTheirPlace();
    void fieldOfFString_hasItsPlaceInTheText();
};

void TestParser::expression_becomesTree_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QByteArray(text) << QStringLiteral("expr ") + QString::fromUtf8(expected);
    };
    row("1 + 2 * 3 - 4", "((1 + (2 * 3)) - 4)");
    row("-2 ** -3 ** 2", "(-(2 ** (-(3 ** 2))))");
    row("a | b ^ c & d << 1", "(a | (b ^ (c & (d << 1))))");
    row("not a == b and c or d", "(or (and (not (a == b)) c) d)");
    row("a < b <= c is not d not in e", "(a < b <= c is not d not in e)");
    row("a if b else c if d else e", "(a if b else (c if d else e))");
    row("lambda a, b=1: a + b", "(lambda a b=1: (a + b))");
    row("()", "(tuple)");
    row("(a)", "a");
    row("a,", "(tuple a)");
    row("(a, b), c", "(tuple (tuple a b) c)");
    row("[a, b,]", "[list a b]");
    row("{}", "{dict}");
    row("{a: b, c: d,}", "{dict a:b c:d}");
    row("{a, b}", "{set a b}");
    row("[a for b, c in d if e if f for g in h]", "(listcomp a for (tuple b c) in d if e if f for g in h)");
    row("{a: b for c in d}", "(dictcomp a:b for c in d)");
    row("{a for a in b}", "(setcomp a for a in b)");
    row("any(a for a in b)", "(call any (generator a for a in b))");
    row("any((a for a in b))", "(call any (generator a for a in b))");
    row("f(a, b, c=d)(e).g[h]", "(call (call f a b c=d) e).g[h]");
    row("a[b, c]", "a[(tuple b c)]");
    row("a[1:], a[:1], a[::2], a[:]", "(tuple a[1::] a[:1:] a[::2] a[::])");
    row("None, True, False", "(tuple None True False)");
    row("0xff, 0o17, 0b11, 1_000", "(tuple 255 15 3 1000)");
    row("9223372036854775807, -9223372036854775808", "(tuple 9223372036854775807 -9223372036854775808)");
    row("1.5, .5, 1e3, 1_0.5", "(tuple 1.5f 0.5f 1000f 10.5f)");
    row("1e400, 1e-400", "(tuple inff 0f)");
    row(R"(('a\n\'\x41\u00e9\101' "b" r'\n', ))", R"((tuple 'a\n\'AéAb\\n'))");
    row("f'a{b}c{d!r:>{e}}'", "(f 'a' {b} 'c' {d!r:(f '>' {e})})");
    row("f'{{{a}}}'", "(f '{' {a} '}')");
    row("f'{a=} {b = !s}'", "(f 'a=' {a!r} ' b = ' {b!s})");
    row("'x' f'{a}' 'y'", "(f 'x' {a} 'y')");
    row("f'{a[\"k\"]}{b != c}{ {1: 2}[1] }{d, e}'", "(f {a['k']} {(b != c)} {{dict 1:2}[1]} {(tuple d e)})");
    row("rf'\\n{a}'", "(f '\\\\n' {a})");
}

void TestParser::expression_becomesTree()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(tree(text.toStdString()), expected);
}

void TestParser::statement_becomesTree_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QByteArray(text) << QString::fromUtf8(expected);
    };
    row("a = b = c, d", "assign a = b = (tuple c d)");
    row("a, (b.c, d[e]) = f", "assign (tuple a (tuple b.c d[e])) = f");
    row("[a, b] = c", "assign [list a b] = c");
    row("a += 1; b.c **= 2; d[0] |= e", "augment a += 1\naugment b.c **= 2\naugment d[0] |= e");
    row("a: int; b.c: str = d", "annotate a: int\nannotate b.c: str = d");
    row("del a, b.c, d[e], (f, g)", "del a b.c d[e] (tuple f g)");
    row("assert a, 'b'", "assert a, 'b'");
    row("raise A(b) from c", "raise (call A b) from c");
    row("import sys, gc as g", "import sys gc as g");
    row("from weakref import (ref, proxy as p,)", "from weakref import ref proxy as p");
    row("if a: b\nelif c: d\nelse: e", "if a\n  expr b\nelif c\n  expr d\nelse\n  expr e");
    row("while a:\n  break\nelse:\n  b", "while a\n  break\nelse\n  expr b");
    row("for a, b in c, d: continue", "for (tuple a b) in (tuple c d)\n  continue");
    row("try: a\nexcept B as c: d\nexcept (E, F): g\nexcept: h\nelse: i\nfinally: j",
        "try\n  expr a\nexcept B as c\n  expr d\nexcept (tuple E F)\n  expr g\nexcept\n  expr h\nelse\n  "
        "expr i\n"
        "finally\n  expr j");
    row("def f(a, b: int = 1) -> c:\n  'doc'\n  global d\n  return a",
        "def f a b:int=1 -> c\n  doc 'doc'\n  global d\n  return a");
    row("@a.b(c)\n@d\nclass E(F):\n  g: int = 1", "@(call a.b c)\n@d\nclass E F\n  annotate g: int = 1");
    row("def f():\n  'only this'", "def f\n  doc 'only this'");
    row("match = 1; match.case(match)", "assign match = 1\nexpr (call match.case match)");
}

void TestParser::statement_becomesTree()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(tree(text.toStdString()), expected);
}

void TestParser::notebookClass_becomesTree()
{
    QCOMPARE(tree(R"(class Date:
    _cache = { }
    
    @staticmethod
    def __new__(cls, year, month, day):
        
        selfref = Date._cache.get((year,month,day))
        if not selfref:
            self = super().__new__(cls)
            Date._cache[year,month,day] = weakref.ref(self) # return a hard ref to the object
        else:
            self = selfref() # return a hard ref to the object
            
        return self
)"),
             QStringLiteral(R"(class Date
  assign _cache = {dict}
  @staticmethod
  def __new__ cls year month day
    assign selfref = (call Date._cache.get (tuple year month day))
    if (not selfref)
      assign self = (call (call super).__new__ cls)
      assign Date._cache[(tuple year month day)] = (call weakref.ref self)
    else
      assign self = (call selfref)
    return self)"));
}

void TestParser::privateNames_areMangled()
{
    QCOMPARE(
        tree("class _K:\n def __m(s, __a):\n  s.__p = __a.__q__ = f(__k=1)"),
        QStringLiteral("class _K\n  def _K__m s _K__a\n    assign s._K__p = _K__a.__q__ = (call f __k=1)"));
    QCOMPARE(tree("class ___:\n def f(s): s.__p\ns.__p"),
             QStringLiteral("class ___\n  def f s\n    expr s.__p\nexpr s.__p"));
}

void TestParser::statements_carryPlaceSourceAndNarration()
{
    const ParsedModule parsed = parseModule("# not this one\n"
                                            "\n"
                                            "#  first line\n"
                                            "# second\n"
                                            "a = f(1,  # inside\n"
                                            "  2)\n"
                                            "b = 'é'; c = 3  # behind\n"
                                            "d = 4\n"
                                            "   # deeper\n"
                                            "e\n");
    QCOMPARE(describedBlock(parsed.module->body),
             (QStringList{QStringLiteral("5:1-1 [a = f(1,  # inside\n  2)] first line second"),
                          QStringLiteral("7:1-8 [b = 'é']"), QStringLiteral("7:10-15 [c = 3]"),
                          QStringLiteral("8:1-6 [d = 4]"), QStringLiteral("10:1-2 [e] deeper")}));
}

void TestParser::compoundStatement_carriesAllItsText()
{
    const ParsedModule parsed = parseModule("# told\n@d\nclass A:\n    # inner\n    b = 1\n\n# behind\nc\n");
    const QStringList outer = describedBlock(parsed.module->body);
    QCOMPARE(outer, (QStringList{QStringLiteral("3:1-8 [@d\nclass A:\n    # inner\n    b = 1] told"),
                                 QStringLiteral("8:1-2 [c] behind")}));
    const auto &inner = ast::as<ast::Class>(*parsed.module->body.front()).body;
    QCOMPARE(describedBlock(inner), QStringList{QStringLiteral("5:5-10 [b = 1] inner")});
}

void TestParser::expressions_carryTheirPlace()
{
    const ParsedModule parsed = parseModule("f(a, b.cd) + [1,\n2]");
    const auto &sum = ast::as<ast::Binary>(onlyValue(parsed));
    const auto &call = ast::as<ast::Call>(*sum.left);
    QCOMPARE(placeText(sum.place), QStringLiteral("1:1-1"));
    QCOMPARE(placeText(sum.operatorPlace), QStringLiteral("1:12-13"));
    QCOMPARE(placeText(call.place), QStringLiteral("1:1-11"));
    QCOMPARE(placeText(call.arguments[1]->place), QStringLiteral("1:6-10"));
    QCOMPARE(placeText(ast::as<ast::Attribute>(*call.arguments[1]).namePlace), QStringLiteral("1:8-10"));
}

void TestParser::fieldOfFString_hasItsPlaceInTheText()
{
    const ParsedModule parsed = parseModule("f'é {a} { bc }'");
    const auto &parts = ast::as<ast::FString>(onlyValue(parsed)).parts;
    QCOMPARE(placeText(ast::as<ast::FormattedValue>(*parts[1]).value->place), QStringLiteral("1:6-7"));
    QCOMPARE(placeText(ast::as<ast::FormattedValue>(*parts[3]).value->place), QStringLiteral("1:11-13"));
}

QTEST_APPLESS_MAIN(TestParser)
#include "tst_parser.moc"
