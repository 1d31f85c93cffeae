#include "ran.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <thread>

using namespace tetherscope;

namespace {

void addColumns()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("fault");
}

void row(const char *name, const char *text, const char *fault)
{
    QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(fault);
}

/// Runs the row's text with limits that are soon reached.
void compareRow()
{
    QFETCH(QString, text);
    QFETCH(QString, fault);
    RunLimits limits;
    limits.steps = 1'000;
    limits.liveObjects = 5'000;
    limits.elements = 20'000;
    limits.stringBytes = 10'000;
    limits.outputBytes = 1'000;
    limits.operations = 200'000;
    limits.events = 300'000;
    limits.textBytes = 500'000;
    limits.callDepth = 100; // reached before the steps are
    const Ran ran = runText(text.toStdString(), limits);
    QCOMPARE(QString::fromStdString(ran.fault()), fault);
    QCOMPARE(ran.outcome.status, RunStatus::Faulted);
}

} // namespace

class TestLimits : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void workWithoutEnd_stopsWithItsOwnMessage_data()
    {
        addColumns();
        row("endless loop", "while True: pass\n",
            "FILE:1:13: error: The scenario takes more than 1 000 steps: an endless loop?");
        row("deaths of the locals of a call that returns",
            "class C:\n    def __del__(self):\n        f()\ndef f():\n    for c in [C(), C()]:\n        "
            "return 5\nf()\n",
            "FILE:3:9: error: The scenario takes more than 1 000 steps: an endless loop?");
        row("endless loop without a step", "sum(n for n in range(10 ** 12))\n",
            "FILE:1:1: error: The scenario works too long: the limit is 200 000 operations.");
        row("nested generators", "sum(1 for a in range(10 ** 9) for b in range(10 ** 9))\n",
            "FILE:1:5: error: The scenario works too long: the limit is 200 000 operations.");
        row("collected on and on",
            "import gc\nL = [[n] for n in range(4000)]\nany(gc.collect() for n in range(10 ** 9))\n",
            "FILE:3:5: error: The scenario works too long: the limit is 200 000 operations.");
        row("all of a huge range", "all(range(1, 10 ** 15))\n",
            "FILE:1:1: error: The scenario works too long: the limit is 200 000 operations.");
        row("least of a huge range", "min(range(10 ** 15))\n",
            "FILE:1:1: error: The scenario works too long: the limit is 200 000 operations.");
        row("no number in a huge range", "'a' in range(10 ** 15)\n",
            "FILE:1:1: error: The scenario works too long: the limit is 200 000 operations.");
        row("hash that takes ages", "t = (1,)\nfor n in range(60): t = (t, t)\nhash(t)\n",
            "FILE:3:1: error: The scenario works too long: the limit is 200 000 operations.");
        row("equality that takes ages",
            "a = b = [1]\nb = [1]\nfor n in range(60):\n    a = [a, a]; b = [b, b]\na == b\n",
            "FILE:5:1: error: The scenario works too long: the limit is 200 000 operations.");
        row("list that is shown for ages", "a = [1]\nfor n in range(45): a = [a, a]\na\n",
            "FILE:3:1: error: The scenario works too long: the limit is 200 000 operations.");
        row("list that moves on and on",
            "a = [0] * 9000\nany(a.insert(0, a.pop(0)) for n in range(10 ** 9))\n",
            "FILE:2:5: error: The scenario works too long: the limit is 200 000 operations.");
        row("lists copied on and on", "a = [0] * 9000\nall(a[:] for n in range(10 ** 9))\n",
            "FILE:2:5: error: The scenario works too long: the limit is 200 000 operations.");
        row("text searched on and on", "s = 'a' * 9000\nall(s.find('b') for n in range(10 ** 9))\n",
            "FILE:2:5: error: The scenario works too long: the limit is 200 000 operations.");
        row("text compared on and on",
            "s = 'a' * 9000; t = s[:-1] + 'b'\nany(s == t for n in range(10 ** 9))\n",
            "FILE:2:5: error: The scenario works too long: the limit is 200 000 operations.");
        row("removed entries passed on and on",
            "d = {n: n for n in range(9000)}\nany(d.pop(next(iter(d))) < 0 for n in range(8999))\n",
            "FILE:2:11: error: The scenario works too long: the limit is 200 000 operations.");
    }
    void workWithoutEnd_stopsWithItsOwnMessage() { compareRow(); }

    void tooMuchMemory_stopsWithItsOwnMessage_data()
    {
        addColumns();
        row("dict that grows", "d = {n: n for n in range(10 ** 9)}\n",
            "FILE:1:5: error: Too many elements in containers: the limit is 20 000 in all together.");
        row("range as a list", "L = list(range(10 ** 12))\n",
            "FILE:1:5: error: Too many elements in containers: the limit is 20 000 in all together.");
        row("range sorted", "L = sorted(range(10 ** 12))\n",
            "FILE:1:5: error: Too many elements in containers: the limit is 20 000 in all together.");
        row("many strings", "L = ['a' * 9000 + str(n) for n in range(1000)]\n",
            "FILE:1:6: error: Strings take too much memory: the limit is 500 000 bytes in all together.");
        row("many objects", "class A: pass\nL = [A() for n in range(10 ** 6)]\n",
            "FILE:2:6: error: Too many objects are alive: the limit is 5 000.");
        row("long list", "L = [0] * 10 ** 9\n",
            "FILE:1:5: error: Too many elements in containers: the limit is 20 000 in all together.");
        row("growing list", "L = [n for n in range(10 ** 9)]\n",
            "FILE:1:5: error: Too many elements in containers: the limit is 20 000 in all together.");
        row("many lists", "L = [list(range(1000)) for n in range(100)]\n",
            "FILE:1:6: error: Too many elements in containers: the limit is 20 000 in all together.");
        row("long string", "s = 'ab' * 10 ** 9\n",
            "FILE:1:5: error: A string would be too long: the limit is 10 000 bytes.");
        row("joined string", "s = ''.join(['x' * 1000] * 11)\n",
            "FILE:1:5: error: A string would be too long: the limit is 10 000 bytes.");
        row("replaced string", "s = 'a' * 200\nt = s.replace('a', s)\n",
            "FILE:2:5: error: A string would be too long: the limit is 10 000 bytes.");
        row("padded string", "s = f'{1:999999}'\n",
            "FILE:1:5: error: A string would be too long: the limit is 10 000 bytes.");
        row("string padded beyond all memory", "s = f'{1:9000000000000000000}'\n",
            "FILE:1:5: error: A string would be too long: the limit is 10 000 bytes.");
        row("more digits than a number has", "s = f'{1.5:.1000000000f}'\n",
            "FILE:1:5: error: A string would be too long: the limit is 10 000 bytes.");
        row("long text of a list", "s = repr(['x' * 100] * 1000)\n",
            "FILE:1:5: error: A string would be too long: the limit is 10 000 bytes.");
        row("much output", "while True: print('x' * 100)\n",
            "FILE:1:13: error: The scenario prints too much: the limit is 1 000 bytes.");
        row("large integer", "n = 10 ** 100000\n",
            "FILE:1:5: error: An integer grows beyond 64 bits: larger ones are outside the scenario "
            "language.\n"
            "    hint: Keep integers between -2**63 and 2**63 - 1, or use a float.");
    }
    void tooMuchMemory_stopsWithItsOwnMessage() { compareRow(); }

    void endlessRecursion_stopsWithItsOwnMessage_data()
    {
        addColumns();
        row("endless recursion", "def f(): f()\nf()\n",
            "FILE:1:10: error: RecursionError: maximum recursion depth exceeded");
        row("endless __eq__", "class A:\n    def __eq__(self, o): return o == self\nA() == A()\n",
            "FILE:2:33: error: RecursionError: maximum recursion depth exceeded");
        row("endless __hash__", "class A:\n    def __hash__(self): return hash(self)\nd = {A(): 1}\n",
            "FILE:2:32: error: RecursionError: maximum recursion depth exceeded");
        row("calls passed on and on",
            "x = print\nfor n in range(150):\n    class A: __call__ = x\n    x = A()\nx()\n",
            "FILE:5:1: error: RecursionError: maximum recursion depth exceeded");
        row("classes called on and on",
            "x = int\nfor n in range(150):\n    class A: __new__ = x\n    x = A\nx()\n",
            "FILE:5:1: error: RecursionError: maximum recursion depth exceeded");
        row("iterators over each other", "x = [1]\nfor n in range(150): x = enumerate(x)\nnext(x)\n",
            "FILE:3:1: error: RecursionError: maximum recursion depth exceeded");
        row("tuples of classes", "x = int\nfor n in range(150): x = (x,)\nisinstance('', x)\n",
            "FILE:3:1: error: RecursionError: maximum recursion depth exceeded in __instancecheck__");
        row("classes in a chain", "class A: pass\nfor n in range(150):\n    class A(A): pass\n",
            "FILE:3:5: error: Classes derive from each other on too many levels: the limit is 100.");
        row("exceptions in a chain",
            "def f(n):\n    try: raise ValueError(n)\n    except ValueError: f(n + 1)\nf(0)\n",
            "FILE:3:24: error: RecursionError: maximum recursion depth exceeded");
        row("endless __repr__", "class A:\n    def __repr__(self): return repr(self)\nrepr(A())\n",
            "FILE:2:32: error: RecursionError: maximum recursion depth exceeded");
    }
    void endlessRecursion_stopsWithItsOwnMessage() { compareRow(); }

    void tooManyEvents_endTheRecordInOrder_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("in a loop") << QStringLiteral(
            "class A: pass\nL = []\nall(L.append(A()) is None for n in range(10 ** 9))\n");
        QTest::newRow("at once") << QStringLiteral("a = []\nL = [a] * 9000\n");
    }
    void tooManyEvents_endTheRecordInOrder()
    {
        QFETCH(QString, text);
        RunLimits limits;
        limits.events = 1'000;
        const Ran ran = runText(text.toStdString(), limits);
        QVERIFY2(QString::fromStdString(ran.fault())
                     .endsWith(QStringLiteral("error: Too much happens: the limit is 1 000 events.")),
                 ran.fault().c_str());
        QCOMPARE(ran.timeline.eventCount(), std::size_t{1'000});
        QCOMPARE(QString::fromStdString(brokenRule(ran.timeline)), QString());
    }

    void limitInsideAFinalizer_savesNobody_data()
    {
        QTest::addColumn<QString>("death");
        QTest::newRow("count") << QStringLiteral("del a\n");
        QTest::newRow("collector") << QStringLiteral("a.me = a\ndel a\ngc.collect()\n");
    }
    void limitInsideAFinalizer_savesNobody()
    {
        QFETCH(QString, death);
        RunLimits limits;
        limits.operations = 10'000;
        const Ran ran = runText("import gc\n"
                                "class A:\n"
                                "    def __del__(self): all(range(1, 10 ** 15))\n"
                                "a = A()\n" +
                                    death.toStdString(),
                                limits);
        QCOMPARE(
            QString::fromStdString(ran.fault()),
            QStringLiteral("FILE:3:24: error: The scenario works too long: the limit is 10 000 operations."));
        const std::span<const Event> events = ran.timeline.allEvents();
        const auto count = [&](EventKind kind) {
            return std::count_if(events.begin(), events.end(),
                                 [&](const Event &event) { return event.kind == kind; });
        };
        QCOMPARE(count(EventKind::Finalize), 1);
        QCOMPARE(count(EventKind::Resurrect), 0);
        QCOMPARE(QString::fromStdString(brokenRule(ran.timeline)), QString());
    }

    void limitIsReached_stepsSoFarAreThere()
    {
        RunLimits limits;
        limits.outputBytes = 10;
        const Ran ran = runText("a = []\nprint('12345678901')\nb = a\n", limits);
        QCOMPARE(ran.timeline.stepCount(), std::size_t{2});
        QCOMPARE(QString::fromStdString(ran.graphAfter("a =")), QStringLiteral("<module>.a -> list#1\n"
                                                                               "list#1 strong 1 held 1\n"));
    }

    void recursionLimit_canBeCaught()
    {
        const Ran ran = runText("def f(n): return f(n + 1)\n"
                                "try: f(0)\n"
                                "except RecursionError as e: print(e)\n"
                                "L = []\n"
                                "for n in range(3000): L = [L]\n"
                                "try: repr(L)\n"
                                "except RecursionError as e: print(e)\n"
                                "try: L == [L]\n"
                                "except RecursionError as e: print(e)\n");
        QCOMPARE(QString::fromStdString(ran.fault()), QString());
        QCOMPARE(QString::fromStdString(ran.output()),
                 QStringLiteral("maximum recursion depth exceeded\n"
                                "maximum recursion depth exceeded while getting the repr of an object\n"
                                "maximum recursion depth exceeded in comparison\n"));
    }

    void deathsThatCauseDeaths_endAtTheRecursionLimit_data()
    {
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *text) {
            QTest::newRow(name) << QString::fromUtf8(text);
        };
        row("a local in __del__", "class A:\n    def __del__(self): a = A()\nA()\n");
        row("finalizers", "import weakref\nclass A: pass\ndef again():\n    a = A()\n"
                          "    weakref.finalize(a, again)\nagain()\n");
        row("native finalizers",
            "import weakref\nclass A: pass\na = None\nfor n in range(20000):\n    b = A()\n"
            "    weakref.finalize(b, [a].clear)\n    a = b\na = b = None\n");
        row("callbacks", "import weakref\nclass A: pass\ndef again(r):\n    a = A()\n"
                         "    refs.append(weakref.ref(a, again))\nrefs = []\nagain(None)\n");
    }
    /// Nobody is told, as in CPython: an exception in a finalizer or a callback goes nowhere.
    void deathsThatCauseDeaths_endAtTheRecursionLimit()
    {
        QFETCH(QString, text);
        const Ran ran = runText(text.toStdString());
        QCOMPARE(QString::fromStdString(ran.fault()), QString());
        QCOMPARE(ran.outcome.status, RunStatus::Finished);
    }

    void contextsInAChain_areWorkToo()
    {
        const Ran ran = runText("def f():\n    try: f()\n    except RecursionError: f()\nf()\n");
        QVERIFY(ran.fault().find("The scenario works too long: the limit is 10 000 000 operations.") !=
                std::string::npos);
    }

    void contextsInARing_areWalkedOnce()
    {
        const Ran ran =
            runText("a, b, c = KeyError(), KeyError(), KeyError()\n"
                    "a.__context__ = b\nb.__context__ = c\nc.__context__ = b\n"
                    "try:\n    try:\n        raise a\n    except KeyError:\n        raise ValueError\n"
                    "except ValueError as e:\n    print(e.__context__ is a)\n");
        QCOMPARE(ran.outcome.status, RunStatus::Finished);
    }
    void functionsOfFunctions_areAskedOnFewLevels()
    {
        const Ran ran = runText("f = None\nfor n in range(30000): f = lambda g=f: g\n");
        QCOMPARE(QString::fromStdString(ran.fault()), QString());
    }

    void finalizersInAChain_runOneAfterAnother()
    {
        const Ran ran = runText("class N:\n"
                                "    def __init__(self, next): self.next = next\n"
                                "    def __del__(self): pass\n"
                                "head = None\n"
                                "for n in range(10000): head = N(head)\n"
                                "head = None\n");
        QCOMPARE(QString::fromStdString(ran.fault()), QString());
        QCOMPARE(QString::fromStdString(ran.graphAfter("head =")), QStringLiteral("<module>.head = None\n"
                                                                                  "<module>.n = 9999\n"));
    }

    void manyPlainItems_areCutInThePicture()
    {
        const Ran ran = runText("L = list(range(10000))\n");
        const std::string graph = ran.graphAfter("L =");
        QVERIFY(graph.find("  [255] = 255\n") != std::string::npos);
        QVERIFY(graph.find("  [256] = ") == std::string::npos);
        QVERIFY(graph.find("  … = 9744 more\n") != std::string::npos);
    }

    void stopIsAsked_runEndsCancelled()
    {
        std::stop_source stop;
        stop.request_stop();
        const ParseResult parsed = parseScenario("a = 1\nwhile True: a = a\n");
        Timeline timeline;
        const RunOutcome outcome = runScenario(*parsed.scenario, timeline, {}, stop.get_token());
        QCOMPARE(outcome.status, RunStatus::Cancelled);
        QVERIFY(!outcome.fault);
        QVERIFY(timeline.stepCount() >= 1);
    }

    void longStatement_doesNotKeepBackTheStepsBeforeIt()
    {
        struct UntilSecondStep final : TimelineSink
        {
            Timeline timeline;
            std::stop_source stop;
            void append(TimelineChunk &&chunk) override
            {
                timeline.append(std::move(chunk));
                if (timeline.stepCount() > 2)
                    stop.request_stop();
            }
        } sink;
        const ParseResult parsed = parseScenario("a = [1]\nb = a\nx = any(n < 0 for n in range(10 ** 15))\n");
        // Only from the first two steps can it know when to stop.
        const RunOutcome outcome = runScenario(*parsed.scenario, sink, {}, sink.stop.get_token());
        QCOMPARE(outcome.status, RunStatus::Cancelled);
        QCOMPARE(sink.timeline.stepCount(), std::size_t(3));
        QCOMPARE(sink.timeline.eventCount(), std::size_t(sink.timeline.eventsAt(sink.timeline.last())));
    }
};

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
