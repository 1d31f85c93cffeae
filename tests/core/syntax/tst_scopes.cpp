#include "astdump.h"

#include "syntax/parser.h"

#include <QRegularExpression>
#include <QTest>

using namespace tetherscope;

namespace {

/// The scopes of a text, or its first fault.
QString scopes(const std::string &text)
{
    const ParsedModule parsed = parseModule(text);
    if (!parsed.module) {
        return QString::fromStdString(format("text", parsed.diagnostics.front()));
    }
    return QString::fromStdString(dumpScopes(*parsed.module)).trimmed();
}

} // namespace

/// What is expected here is what CPython 3.11 says: co_varnames, co_cellvars and co_freevars of the same
/// text.
class TestScopes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void slotsOfScopes_standInCPythonsOrder_data();
    void slotsOfScopes_standInCPythonsOrder();
    void names_areReachedAsPythonReachesThem();
    void classBody_keepsItsNameBesideAFreeVariable();
};

void TestScopes::slotsOfScopes_standInCPythonsOrder_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(expected);
    };
    row("value before target", "def f(b, a):\n  x = y = z = 1\n  y2 = x2 = 1; del x2", "f: b a x y z y2 x2");
    row("dead code", "def f():\n  return\n  z = 1\n  a = 1", "f: z a");
    row("augmented", "def f():\n  a += b\n  b = 1", "f: a b");
    row("loop", "def f(c):\n  for a in b:\n    d = 1\n  b = e = 1", "f: c b a d e");
    row("captured local goes last, captured parameter stays",
        "def f(a, b):\n  c = l = 1\n  def g(): return c, a\n  del g", "f: a* b l g c*\nf.<locals>.g: a^ c^");
    row("cells by name", "def f():\n  z = a = 1\n  return lambda: (z, a)",
        "f: a* z*\nf.<locals>.<lambda>: a^ z^");
    row("through a function between", "def f():\n  x = 1\n  def g():\n    def h(): return x",
        "f: g x*\nf.<locals>.g: h x^\nf.<locals>.g.<locals>.h: x^");
    row("comprehension", "def f(n):\n  return [i + n for i in a for j in i]",
        "f: n*\nf.<locals>.<listcomp>: .0 i j n^");
    row("handler", "def f():\n  try: a = 1\n  except E as e: b = 1\n  else: c = 1\n  finally: d = 1",
        "f: a c e b d");
    row("finally at the first return",
        "def f(x):\n  try:\n    if x: return\n    a = 1\n  finally:\n    b = 1", "f: x b a");
    row("finally not at a break inside",
        "def f(x):\n  try:\n    for i in x: break\n    a = 1\n  finally:\n    b = 1", "f: x i a b");
    row("finally at a break out of its loop",
        "def f(x):\n  for i in x:\n    try:\n      break\n      a = 1\n    finally:\n      b = 1",
        "f: x i b a");
    row("super", "class A:\n  def f(s): super()\n  def g(s): pass",
        "A: +__class__\nA.f: s __class__^\nA.g: s");
    row("class in a function", "def f(a):\n  class B:\n    a = a\n    def g(s): return a",
        "f: a* B\nf.<locals>.B: a^\nf.<locals>.B.g: s a^");
    row("global", "def f():\n  global a\n  a = b = 1\n  def g(): return a", "f: b g\nf.<locals>.g:");
    row("nonlocal", "def f():\n  a = 1\n  def g():\n    nonlocal a\n    a = 2", "f: g a*\nf.<locals>.g: a^");
    row("annotation without a value", "def f():\n  a: int\n  b = 1", "f: b a");
    row("lambda default", "def f():\n  g = lambda a=b: a\n  b = 1", "f: b g\nf.<locals>.<lambda>: a");
    row("decorator, bases, name", "def f():\n  @d\n  class A(b): pass\n  d = b = 1",
        "f: d b A\nf.<locals>.A:");
}

void TestScopes::slotsOfScopes_standInCPythonsOrder()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(scopes(text.toStdString()), expected);
}

void TestScopes::names_areReachedAsPythonReachesThem()
{
    const ParsedModule parsed = parseModule("g = 1\ndef f(a, c):\n  b = a, g, len\n  return lambda: c\n");
    const Scope &module = parsed.module->scope;
    const Scope &function = ast::as<ast::Function>(*parsed.module->body[1]).scope;
    QCOMPARE(module.variable("g"), (Variable{Storage::Name, 0}));
    QCOMPARE(function.variable("a"), (Variable{Storage::Local, 0}));
    QCOMPARE(function.variable("c"), (Variable{Storage::Cell, 1}));
    QCOMPARE(function.variable("b"), (Variable{Storage::Local, 2}));
    QCOMPARE(function.variable("g"), (Variable{Storage::Global, 0}));
    QCOMPARE(function.variable("len"), (Variable{Storage::Global, 0}));
    QCOMPARE(function.cellSlot("c"), std::optional<std::uint32_t>(1));
    QCOMPARE(function.cellSlot("a"), std::optional<std::uint32_t>());
}

void TestScopes::classBody_keepsItsNameBesideAFreeVariable()
{
    const ParsedModule parsed = parseModule("def f(a, b):\n  class B:\n    a = b\n    def g(s): return a\n");
    const auto &function = ast::as<ast::Function>(*parsed.module->body[0]);
    const Scope &body = ast::as<ast::Class>(*function.body[0]).scope;
    QCOMPARE(body.variable("a").storage, Storage::Name);
    QCOMPARE(body.variable("b"), (Variable{Storage::Free, 1}));
    QCOMPARE(body.cellSlot("a"), std::optional<std::uint32_t>(0));
    QCOMPARE(body.freeNames(), (std::vector<std::string>{"a", "b"}));
}

QTEST_APPLESS_MAIN(TestScopes)
#include "tst_scopes.moc"
