#include "astdump.h"

#include "syntax/ast.h"
#include "syntax/highlight.h"
#include "syntax/scenario.h"

#include <QRegularExpression>
#include <QTest>

#include <array>
#include <random>

using namespace tetherscope;

namespace {

constexpr std::string_view nested = "This is nested more than 200 levels deep.";
constexpr std::string_view chained = "This expression chains more than 1000 operations.";
constexpr int many = 100'000;
constexpr int parts = 30'000;

std::string repeated(std::string_view part, int times)
{
    std::string text;
    for (int i = 0; i < times; ++i) {
        text += part;
    }
    return text;
}

/// "ok", or the first fault's message.
QString outcome(const std::string &text)
{
    const ParseResult result = parseScenario(text);
    return result.scenario ? QStringLiteral("ok")
                           : QString::fromStdString(result.diagnostics.front().message);
}

std::string nestedBlocks(std::string_view header, int levels)
{
    std::string text;
    for (int level = 0; level < levels; ++level) {
        text += std::string(static_cast<std::size_t>(level), ' ') + std::string(header) + '\n';
    }
    return text + std::string(static_cast<std::size_t>(levels), ' ') + "pass\n";
}

constexpr std::string_view sample = R"("""Title

Summary"""
import sys, weakref as w
from tetherscope import weak_cached

@weak_cached
class Date(object):
    year: int
    month: int = 1
    def __repr__(self): return f"{self.year:>4}-{self.month!r}{'x' if self else {1: 2}[1]}"

# narration
def f(a, b=[1, 2.5e3, 0xff], c=lambda x: x ** -1):
    global g
    x = y, (z, self.q[a:b, ]) = a < b <= c is not None, [i for i in b if i not in {1, 2}]
    def inner():
        nonlocal x
        return x if a and not b or c else any(k for k in {1: 'a', **{}} )
    try:
        while True:
            x += 1; break
        else: pass
    except (KeyError, ValueError) as error:
        raise RuntimeError("é" 'b' r"\c") from error
    finally:
        del x, a.b, c[0], [1][::2]
        return
    assert a == -9223372036854775808, """t
    u"""
)";

constexpr std::array<std::string_view, 40> scraps{
    "(",    ")",       "[",      "]",     "{",       "}",        ":",         ",",       ".",     "=",
    "==",   "\n",      "\n    ", "\n  ",  "\t",      "'",        "\"",        "'''",     "f'",    "{",
    "def ", "class A", "if ",    "else:", "lambda ", "not ",     "for x in ", "return ", "\\",    "\\\n",
    "#",    "1e",      "0x",     "__a",   "\xC3",    "\xC3\xA9", "@",         "**",      "yield", "except "};

std::string mutated(std::string text, std::mt19937 &random)
{
    const auto below = [&random](std::size_t limit) { return limit == 0 ? 0 : random() % limit; };
    for (std::size_t times = 1 + below(6); times > 0; --times) {
        const std::size_t at = below(text.size());
        switch (below(4)) {
        case 0:
            text.erase(at, 1 + below(20));
            break;
        case 1:
            text.insert(at, scraps.at(below(scraps.size())));
            break;
        case 2:
            text.insert(at, text.substr(below(text.size()), below(60)));
            break;
        default:
            text[at] = static_cast<char>(below(256));
        }
    }
    return text;
}

/// Whatever the text, there is a scenario or a fault whose place lies in the text.
void checkAnswer(const std::string &text)
{
    const ParseResult result = parseScenario(text);
    QCOMPARE(result.scenario == nullptr, !result.diagnostics.empty());
    const auto lines = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n') +
                                                  std::count(text.begin(), text.end(), '\r') + 1);
    for (const Diagnostic &diagnostic : result.diagnostics) {
        QVERIFY(!diagnostic.message.empty());
        QVERIFY2(diagnostic.place.line <= lines, text.c_str());
        QVERIFY(diagnostic.place.column <= diagnostic.place.endColumn);
    }
    if (result.scenario) {
        QVERIFY(dump(result.scenario->module()).size() < 1000 * (text.size() + 1));
    }
    for (const HighlightSpan &span : highlight(text)) {
        QVERIFY(span.place.line <= lines && span.place.column < span.place.endColumn);
    }
}

} // namespace

class TestParserRobustness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void sample_isAccepted();
    void depthWithinTheLimit_isAccepted_data();
    void depthWithinTheLimit_isAccepted();
    void depthWithoutEnd_isRefused_data();
    void depthWithoutEnd_isRefused();
    void lengthWithoutEnd_isAccepted_data();
    void lengthWithoutEnd_isAccepted();
    void mutatedTexts_areAnswered();
    void randomBytes_areAnswered();
    void everyBeginningOfAText_isAnswered();
};

void TestParserRobustness::sample_isAccepted()
{
    std::string text(sample);
    text.replace(text.find(", **{}"), 6, "");
    text.replace(text.find("[a:b, ]"), 7, "[a:b]");
    text.replace(text.find(", [1][::2]"), 10, ", d[::2]");
    QCOMPARE(outcome(text), QStringLiteral("ok"));
}

void TestParserRobustness::depthWithinTheLimit_isAccepted_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const std::string &text) {
        QTest::newRow(name) << QByteArray::fromStdString(text);
    };
    row("brackets", repeated("(", 200) + "a" + repeated(")", 200));
    row("signs", repeated("-", 200) + "a");
    row("blocks", nestedBlocks("if a:", 200));
    row("sum", "a" + repeated("+1", 999));
    row("attributes", "a" + repeated(".b", 999));
}

void TestParserRobustness::depthWithinTheLimit_isAccepted()
{
    QFETCH(QByteArray, text);
    QCOMPARE(outcome(text.toStdString()), QStringLiteral("ok"));
}

void TestParserRobustness::depthWithoutEnd_isRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const std::string &text, std::string_view expected) {
        QTest::newRow(name) << QByteArray::fromStdString(text)
                            << QString::fromUtf8(expected.data(), static_cast<qsizetype>(expected.size()));
    };
    row("one bracket too many", repeated("(", 201) + "a" + repeated(")", 201), nested);
    row("one block too many", nestedBlocks("if a:", 201), nested);
    row("brackets", repeated("(", many) + repeated(")", many), nested);
    row("lists", repeated("[", many) + repeated("]", many), nested);
    row("dicts", repeated("{1:", many) + '1' + repeated("}", many), nested);
    row("calls", repeated("f(", many) + repeated(")", many), nested);
    row("subscripts", repeated("a[", many) + '1' + repeated("]", many), nested);
    row("brackets never closed", repeated("(", many), nested);
    row("signs", repeated("-", many) + "a", nested);
    row("negations", repeated("not ", many) + "a", nested);
    row("powers", "a" + repeated("**a", many), nested);
    row("lambdas", repeated("lambda:", many) + "a", nested);
    row("conditionals", "a" + repeated(" if b else a", many), nested);
    row("blocks", nestedBlocks("while a:", 1000), nested);
    row("functions", nestedBlocks("def f():", 1000), nested);
    row("sum", "a" + repeated("+1", many), chained);
    row("attributes", "a" + repeated(".b", many), chained);
    row("calls of calls", "a" + repeated("()", many), chained);
    row("sums in brackets", repeated("(", 190) + "a" + repeated(repeated("+1", 100) + ')', 190), chained);
}

void TestParserRobustness::depthWithoutEnd_isRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(outcome(text.toStdString()), expected);
}

void TestParserRobustness::lengthWithoutEnd_isAccepted_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const std::string &text) {
        QTest::newRow(name) << QByteArray::fromStdString(text);
    };
    row("conjunction", "a" + repeated(" and a", parts));
    row("comparison", "a" + repeated("<a", parts));
    row("list", "[" + repeated("a,", parts) + ']');
    row("targets", repeated("a=", parts) + "1");
    row("strings", repeated("'a' ", parts));
    row("fields", "f'" + repeated("{a}", parts) + '\'');
    row("statements in a line", repeated("a;", parts));
    row("statements", repeated("a = 1\n", parts));
    row("branches", "if a: pass\n" + repeated("elif a: pass\n", parts));
    row("comments", repeated("# a\n", parts) + "a");
    row("functions", repeated("def f(): return a\n", parts / 10));
    row("locals", [] {
        std::string text = "def f():\n";
        for (int i = 0; i < parts; ++i) {
            text += " a" + std::to_string(i) + "=1\n";
        }
        return text + " return lambda: a1\n";
    }());
}

void TestParserRobustness::lengthWithoutEnd_isAccepted()
{
    QFETCH(QByteArray, text);
    QCOMPARE(outcome(text.toStdString()), QStringLiteral("ok"));
}

void TestParserRobustness::mutatedTexts_areAnswered()
{
    std::mt19937 random(20221203);
    for (int i = 0; i < 3000; ++i) {
        checkAnswer(mutated(std::string(sample), random));
    }
}

void TestParserRobustness::randomBytes_areAnswered()
{
    std::mt19937 random(4711);
    for (int i = 0; i < 1000; ++i) {
        std::string bytes;
        std::string words;
        for (std::size_t length = random() % 200; length > 0; --length) {
            bytes += static_cast<char>(random() % 128);
            words += scraps.at(random() % scraps.size());
        }
        checkAnswer(bytes);
        checkAnswer(words);
    }
}

void TestParserRobustness::everyBeginningOfAText_isAnswered()
{
    for (std::size_t length = 0; length <= sample.size(); ++length) {
        checkAnswer(std::string(sample.substr(0, length)));
    }
}

QTEST_APPLESS_MAIN(TestParserRobustness)
#include "tst_parserrobustness.moc"
