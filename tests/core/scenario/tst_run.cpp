#include "ran.h"

#include <QRegularExpression>
#include <QTest>

using namespace tetherscope;

namespace {

QString outputOf(const char *text)
{
    const Ran ran = runText(text);
    return QString::fromStdString(ran.fault() + ran.output());
}

QString eventsOf(const char *text, const char *source)
{
    return QString::fromStdString(runText(text).eventsOf(source));
}

/// Line, depth and kind of each step behind step 0, and what it raised.
QString stepsOf(const Ran &ran)
{
    QString text;
    for (std::size_t index = 1; index < ran.timeline.stepCount(); ++index) {
        const Step &step = ran.timeline.step(index);
        text += QStringLiteral("%1 %2 ").arg(step.line).arg(step.depth);
        const auto say = [&](TextId id) {
            return QString::fromStdString(std::string(ran.timeline.lexicon().text(id)));
        };
        text += say(step.source).section(QLatin1Char('\n'), 0, 0);
        if (step.raised)
            text += QStringLiteral(" !! ") + say(step.raised);
        if (step.value)
            text += QStringLiteral(" => ") + say(step.value);
        text += QLatin1Char('\n');
    }
    return text;
}

} // namespace

class TestRun : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    // ---- steps

    void statements_areStepsAndHeadersAreNone()
    {
        const Ran ran = runText("import sys\n"
                                "def f(x):\n"
                                "    if x:\n"
                                "        return x\n"
                                "    pass\n"
                                "for i in (1, 0):\n"
                                "    f(i)\n"
                                "class A:\n"
                                "    y = f(2)\n");
        QCOMPARE(stepsOf(ran), QStringLiteral("1 0 import sys\n"
                                              "2 0 def f(x):\n"
                                              "4 1 return x\n"
                                              "7 0 f(i) => 1\n"
                                              "5 1 pass\n"
                                              "7 0 f(i)\n"
                                              "4 1 return x\n"
                                              "8 0 class A:\n"));
    }

    void statementThatRaises_isAStep()
    {
        const Ran ran = runText("def f():\n"
                                "    raise KeyError((2022, 12, 3))\n"
                                "try:\n"
                                "    f()\n"
                                "except KeyError:\n"
                                "    print('caught')\n");
        QCOMPARE(stepsOf(ran), QStringLiteral("2 1 raise KeyError((2022, 12, 3)) !! KeyError: (2022, 12, 3)\n"
                                              "4 0 f() !! KeyError: (2022, 12, 3)\n"
                                              "6 0 print('caught')\n")
                                   .prepend(QStringLiteral("1 0 def f():\n")));
    }

    void loopAtTheEnd_makesALastStepWithoutALine()
    {
        const Ran ran = runText("class P: pass\nfor x in [P()]: pass\n");
        QCOMPARE(stepsOf(ran), QStringLiteral("1 0 class P: pass\n2 0 pass\n0 0 \n"));
        QCOMPARE(QString::fromStdString(ran.graphAfter("")), QStringLiteral("<module>.x -> P#1\n"
                                                                            "P#1 strong 1 held 1\n"));
    }

    void narration_isTheCommentAbove()
    {
        const Ran ran = runText("# One name.\n# One reference.\na = []\n");
        QCOMPARE(
            QString::fromStdString(std::string(ran.timeline.lexicon().text(ran.timeline.step(1).narration))),
            QStringLiteral("One name. One reference."));
    }

    void shownValue_isAbsentWhereItWouldRunCode()
    {
        QCOMPARE(stepsOf(runText("class A:\n    def __repr__(self): return 'mine'\n[A()]\n[1]\nNone\n")),
                 QStringLiteral("1 0 class A:\n3 0 [A()]\n4 0 [1] => [1]\n5 0 None\n"));
    }

    // ---- faults

    void fault_namesTheRaisingPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, const char *text, const char *fault) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(fault);
        };
        row("key error", "d = {}\nx = d[(2022, 12, 3)]\n", "FILE:2:5: error: KeyError: (2022, 12, 3)");
        row("in a function", "def f():\n    return 1 / 0\nf()\n",
            "FILE:2:12: error: ZeroDivisionError: division by zero");
        row("assert", "assert 1 > 2, 'not so'\n", "FILE:1:1: error: AssertionError: not so");
        row("own class", "class E(Exception): pass\nraise E('a', 1)\n", "FILE:2:1: error: E: ('a', 1)");
        row("name", "print(nope)\n", "FILE:1:7: error: NameError: name 'nope' is not defined");
        row("builtin outside", "x = 1\ny = map(str, [x])\n",
            "FILE:2:5: error: `map()` is outside the scenario language.\n    hint: Write a comprehension.");
        row("an attribute that CPython has", "try:\n    'a'.encode()\nexcept AttributeError:\n    pass\n",
            "FILE:2:5: error: `str.encode` is outside the scenario language.\n"
            "    hint: Keep the text as a str.");
        row("an attribute that an instance has in CPython", "class C: pass\nhasattr(C(), '__dict__')\n",
            "FILE:2:1: error: `__dict__` is outside the scenario language.\n"
            "    hint: Name the attribute: instance.attribute.");
        row("an exception that CPython takes apart", "OSError(2, 'gone')\n",
            "FILE:1:1: error: An OSError with more than one argument is outside the scenario language.\n"
            "    hint: Put all of it into one text.");
        row("a class that CPython has", "ExceptionGroup('several', [])\n",
            "FILE:1:1: error: `ExceptionGroup` is outside the scenario language.\n"
            "    hint: Raise one exception.");
        row("an attribute that CPython lets be set", "class C: pass\nC().__class__ = C\n",
            "FILE:2:1: error: Setting `__class__` is outside the scenario language.\n"
            "    hint: Make an instance of the class that is meant.");
        row("an argument that CPython takes", "print(1, file=None)\n",
            "FILE:1:1: error: `print` with `file` is outside the scenario language.\n"
            "    hint: Leave `file` out: there is one output.");
        row("base class", "class A(list): pass\n",
            "FILE:1:1: error: A class derived from list is outside the scenario language.\n"
            "    hint: Derive from object, from a class of your own, or from an exception.");
    }
    void fault_namesTheRaisingPlace()
    {
        QFETCH(QString, text);
        QFETCH(QString, fault);
        QCOMPARE(QString::fromStdString(runText(text.toStdString()).fault()), fault);
    }

    void faultBeforeTheRun_recordsNothing()
    {
        QCOMPARE(runText("print(1)\nopen('x')\n").timeline.stepCount(), std::size_t{0});
    }

    void exceptionInDel_isUnraisableAndTheRunGoesOn()
    {
        const Ran ran = runText("class Z:\n"
                                "    def __del__(self): raise ValueError('lost')\n"
                                "z = Z()\n"
                                "z = 1\n"
                                "print('on')\n");
        QCOMPARE(QString::fromStdString(ran.fault() + ran.output()), QStringLiteral("on\n"));
        QVERIFY(ran.eventsOf("z = 1").find("unraisable ValueError lost\n") != std::string::npos);
    }

    void exceptionWhoseDelCannotBeCalled_diesUnseen()
    {
        const Ran ran = runText("class E(Exception):\n"
                                "    def __del__(): pass\n"
                                "try: raise E\n"
                                "except E: pass\n"
                                "print('on')\n");
        QCOMPARE(QString::fromStdString(ran.fault() + ran.output()), QStringLiteral("on\n"));
        QCOMPARE(QString::fromStdString(brokenRule(ran.timeline)), QString());
    }

    // ---- events

    void newborn_isHeldInFlight()
    {
        QCOMPARE(eventsOf("class P: pass\nP()\n", "P()"), QStringLiteral("create P#1\n"
                                                                         "looked at P#1\n"
                                                                         "release P#1 1 -> 0 in flight\n"
                                                                         "free P#1\n"));
    }

    void newborn_isTakenOverByItsFirstHolder()
    {
        const char *const made = "class P: pass\ndef f(): return P()\n";
        const auto after = [made](const char *text, const char *source) {
            return QString::fromStdString(runText(std::string(made) + text).eventsOf(source));
        };
        QCOMPARE(after("a = P()\n", "a ="), QStringLiteral("create P#1\n"
                                                           "bind <module>.a P#1\n"));
        QCOMPARE(after("L = [P()]\n", "L ="), QStringLiteral("create P#1\n"
                                                             "create list#1\n"
                                                             "link list#1.[0] P#1\n"
                                                             "bind <module>.L list#1\n"));
        QCOMPARE(after("L = []\nL.append(P())\n", "L.app"), QStringLiteral("create P#1\n"
                                                                           "link list#1.[0] P#1\n"));
        QCOMPARE(after("d = {}\nd['k'] = P()\n", "d['k']"), QStringLiteral("create P#1\n"
                                                                           "link dict#1.['k'] P#1\n"));
        QVERIFY(after("a = f()\n", "a =").endsWith(QStringLiteral("bind <module>.a P#1\n")));
        QVERIFY(!after("a = f()\n", "a =").contains(QStringLiteral("acquire")));
    }

    void holderOfALentObjectGoes_theStackHoldsIt()
    {
        QCOMPARE(eventsOf("class P:\n    def __len__(self):\n        box.clear()\n        return 0\n"
                          "box = [P()]\nlen(box[0])\n",
                          "box.clear()"),
                 QStringLiteral("call P.__len__@1\n"
                                "acquire P#1 1 -> 2 in flight\n"
                                "acquire P#1 2 -> 3 P.__len__@1.self\n"
                                "bind P.__len__@1.self P#1\n"
                                "unlink list#1.[0] P#1\n"
                                "release P#1 3 -> 2 list#1.[0]\n"));
        QCOMPARE(eventsOf("class P: pass\nL = [P()]\nL.remove(L[0])\n", "L.rem"),
                 QStringLiteral("unlink list#1.[0] P#1\n"
                                "release P#1 1 -> 0 in flight\n"
                                "free P#1\n"));
    }

    void rebinding_bindsBeforeItReleases()
    {
        QCOMPARE(eventsOf("class P: pass\na = P()\na = P()\n", "a ="),
                 QStringLiteral("create P#2\n"
                                "unbind <module>.a P#1\n"
                                "bind <module>.a P#2\n"
                                "release P#1 1 -> 0 <module>.a\n"
                                "free P#1\n"));
    }

    void attributeOfAnObject_isASlot()
    {
        QCOMPARE(eventsOf("class N: pass\na = N()\na.me = a\n", "a.me"),
                 QStringLiteral("acquire N#1 1 -> 2 N#1.me\n"
                                "link N#1.me N#1\n"));
        QCOMPARE(eventsOf("class N: pass\na = N()\na.n = 1\na.n = 2\n", "a.n = 2"),
                 QStringLiteral("item N#1.n 2\n"));
        QCOMPARE(eventsOf("class N: pass\na = N()\na.b = N()\na.b = 2\n", "a.b = 2"),
                 QStringLiteral("unlink N#1.b N#2\n"
                                "item N#1.b 2\n"
                                "release N#2 1 -> 0 N#1.b\n"
                                "free N#2\n"));
    }

    void listInsert_movesTheOthers()
    {
        QCOMPARE(QString::fromStdString(
                     runText("class P: pass\na = P(); b = P()\nL = [a, 5]\nL.insert(0, b)\ndel L[1]\n")
                         .graphAfter("del")),
                 QStringLiteral("<module>.a -> P#1\n"
                                "<module>.b -> P#2\n"
                                "<module>.L -> list#1\n"
                                "P#1 strong 1 held 1\n"
                                "P#2 strong 2 held 2\n"
                                "list#1 strong 1 held 1\n"
                                "  [0] -> P#2\n"
                                "  [1] = 5\n"));
    }

    void dictWithObjectKey_holdsItOnce()
    {
        QCOMPARE(
            QString::fromStdString(runText("class K: pass\nk = K()\nd = {k: 1, 'x': k}\n").graphAfter("d =")),
            QStringLiteral("<module>.k -> K#1\n"
                           "<module>.d -> dict#1\n"
                           "K#1 strong 3 held 3\n"
                           "dict#1 strong 1 held 1\n"
                           "  key -> K#1\n"
                           "  [K#1] = 1\n"
                           "  ['x'] -> K#1\n"));
    }

    void setOfObjects_hasASlotForEachMember()
    {
        QCOMPARE(
            QString::fromStdString(
                runText("class K: pass\na = K(); b = K()\ns = {a, b, 3}\ns.remove(a)\n").graphAfter("s.rem")),
            QStringLiteral("<module>.a -> K#1\n"
                           "<module>.b -> K#2\n"
                           "<module>.s -> set#1\n"
                           "K#1 strong 1 held 1\n"
                           "K#2 strong 2 held 2\n"
                           "set#1 strong 1 held 1\n"
                           "  {} -> K#2\n"
                           "  {} = 3\n"));
    }

    void tupleThatHoldsObjects_isAnObject()
    {
        QCOMPARE(QString::fromStdString(
                     runText("class P: pass\np = P()\nt = (p, 1)\nu = (1, 2)\n").graphAfter("u =")),
                 QStringLiteral("<module>.p -> P#1\n"
                                "<module>.t -> tuple#1\n"
                                "<module>.u = (1, 2)\n"
                                "P#1 strong 2 held 2\n"
                                "tuple#1 strong 1 held 1\n"
                                "  [0] -> P#1\n"
                                "  [1] = 1\n"));
    }

    void closureAndDefault_areSlotsOfTheFunction()
    {
        QCOMPARE(QString::fromStdString(runText("class P: pass\n"
                                                "def make():\n"
                                                "    x = P()\n"
                                                "    def f(d=P()): return x\n"
                                                "    return f\n"
                                                "f = make()\n")
                                            .graphAfter("f = make")),
                 QStringLiteral("<module>.f -> function#1\n"
                                "P#1 strong 1 held 1\n"
                                "P#2 strong 1 held 1\n"
                                "function#1 strong 1 held 1\n"
                                "  default d -> P#2\n"
                                "  closure x -> P#1\n"));
    }

    void whatHasNoCard_isHeldByItsName()
    {
        QCOMPARE(QString::fromStdString(
                     runText("def add(): pass\nclass C: pass\nc = C()\nc.on = add\nL = [add, len, C]\n")
                         .graphAfter("L =")),
                 QStringLiteral("<module>.c -> C#1\n<module>.L -> list#1\nC#1 strong 1 held 1\n  on = add\n"
                                "list#1 strong 1 held 1\n  [0] = add\n  [1] = len\n  [2] = C\n"));
    }
    void boundMethodAndIterator_holdTheirObject()
    {
        QCOMPARE(QString::fromStdString(
                     runText("class K:\n    def m(self): pass\nk = K()\nm = k.m\nL = []\ni = iter(L)\n")
                         .graphAfter("i =")),
                 QStringLiteral("<module>.k -> K#1\n"
                                "<module>.m -> method#1\n"
                                "<module>.L -> list#1\n"
                                "<module>.i -> list_iterator#1\n"
                                "K#1 strong 2 held 2\n"
                                "method#1 strong 1 held 1\n"
                                "  __self__ -> K#1\n"
                                "  __func__ = K.m\n"
                                "list#1 strong 2 held 2\n"
                                "list_iterator#1 strong 1 held 1\n"
                                "  over -> list#1\n"));
    }

    void exceptionThatIsKept_isAnObject()
    {
        QCOMPARE(QString::fromStdString(
                     runText("k = None\ntry: raise KeyError('a')\nexcept KeyError as e: k = e\ndone = 1\n")
                         .graphAfter("done")),
                 QStringLiteral("<module>.k -> KeyError#1\n"
                                "<module>.done = 1\n"
                                "KeyError#1 strong 1 held 1\n"
                                "  args[0] = 'a'\n"));
    }

    void longChain_diesHeadFirstWithoutRecursion()
    {
        QCOMPARE(outputOf("class N: pass\n"
                          "import weakref\n"
                          "h = None\n"
                          "for i in range(20000):\n"
                          "    n = N(); n.next = h; h = n\n"
                          "r = weakref.ref(h)\n"
                          "n = None\n"
                          "h = None\n"
                          "print(r())\n"),
                 QStringLiteral("None\n"));
    }

    void sameText_givesTheSameRun()
    {
        const char *const text = "class P: pass\ns = {P(), P(), 'a', 'b'}\nprint(s, id(P()), hash('a'))\n";
        QCOMPARE(outputOf(text), outputOf(text));
    }

    void language_keepsTheRules_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("containers") << QStringLiteral(
            "class P: pass\n"
            "L = [P() for n in range(5)]\n"
            "L.reverse(); L.sort(key=id); L[1:3] = [P()]; L += L; L.pop(0); del L[::2]\n"
            "d = {p: [p] for p in L}\n"
            "d.pop(L[0]); d[L[0]] = d; d.clear()\n"
            "s = set(L); s.add(P()); s |= {1, 2}; s.pop(); s.clear()\n"
            "t = (L, (s, d)); t = t + (1,); t = None\n"
            "for i, p in enumerate(L): q = (i, p)\n"
            "for pair in zip(L, L): keep = pair\n");
        QTest::newRow("closures") << QStringLiteral("class P: pass\n"
                                                    "def f(x):\n"
                                                    "    def g():\n"
                                                    "        nonlocal x\n"
                                                    "        x = P()\n"
                                                    "        return h\n"
                                                    "    def h(y=x): return x, y\n"
                                                    "    x = [x]\n"
                                                    "    return g, h\n"
                                                    "g, h = f(P())\n"
                                                    "k = g()\n"
                                                    "del g\n"
                                                    "h()\n"
                                                    "del h, k\n");
        QTest::newRow("exceptions") << QStringLiteral("class P: pass\n"
                                                      "def f(p):\n"
                                                      "    q = P()\n"
                                                      "    try: raise ValueError(q)\n"
                                                      "    except ValueError as e:\n"
                                                      "        keep.append(e)\n"
                                                      "        raise KeyError(p) from e\n"
                                                      "keep = []\n"
                                                      "for n in range(2):\n"
                                                      "    try: f(P())\n"
                                                      "    except KeyError as e: keep.append((e, e.args))\n"
                                                      "keep.clear()\n");
        QTest::newRow("weak references")
            << QStringLiteral("import weakref\n"
                              "class P: pass\n"
                              "p = P(); q = P()\n"
                              "def gone(r): seen.append(r)\n"
                              "seen = []\n"
                              "r = weakref.ref(p, gone); s = weakref.ref(p); t = weakref.ref(p)\n"
                              "d = {weakref.ref(q): q}\n"
                              "p = None\n"
                              "x = r() is None\n"
                              "d.clear(); del q\n");
    }
    void language_keepsTheRules()
    {
        QFETCH(QString, text);
        const Ran ran = runText(text.toStdString());
        QCOMPARE(QString::fromStdString(ran.fault()), QString());
        QCOMPARE(QString::fromStdString(brokenRule(ran.timeline)), QString());
    }
};

QTEST_GUILESS_MAIN(TestRun)
#include "tst_run.moc"
