#include "runs.h"
#include "timelinetext.h"

#include "analysis/sentence.h"

#include <QRegularExpression>
#include <QTest>

#include <initializer_list>
#include <string>

using namespace tetherscope;

namespace {

QString toldBy(const Timeline &timeline, std::uint32_t firstStep = 1)
{
    std::string told;
    for (std::uint32_t step = firstStep; step < timeline.stepCount(); ++step)
        told += sentenceAt(timeline, timeline.end(step)).text() + '\n';
    return QString::fromStdString(told);
}

/// The sentence of every step, a line each.
QString told(std::initializer_list<std::string_view> pieces)
{
    std::string run;
    for (const std::string_view piece : pieces)
        run += piece;
    return toldBy(timelineFromText(run));
}

/// The sentence of the last step.
QString lastTold(std::initializer_list<std::string_view> pieces)
{
    return told(pieces).trimmed().section(QLatin1Char('\n'), -1);
}

void addColumns()
{
    QTest::addColumn<QString>("run");
    QTest::addColumn<QString>("sentence");
}

void row(const char *name, const char *run, const char *sentence)
{
    QTest::newRow(name) << QString::fromUtf8(run) << QString::fromUtf8(sentence);
}

void compareRow()
{
    QFETCH(QString, run);
    QFETCH(QString, sentence);
    QCOMPARE(lastTold({run.toStdString()}), sentence);
}

} // namespace

class TestSentence : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void beforeTheFirstStep_nothingExists();
    void refcounts_readsAsTheNotebookTeaches();
    void dateCache_readsAsTheNotebookTeaches();
    void weakCache_readsMissHitAndEviction();
    void staleEviction_tellsTheWrongRowAndTheTwins();
    void lastDel_readsEventByEvent();
    void stepThatChangesHolders_saysSo_data();
    void stepThatChangesHolders_saysSo() { compareRow(); }
    void stepWithADeath_saysWhoDied_data();
    void stepWithADeath_saysWhoDied() { compareRow(); }
    void stepWithACall_saysWhatItDid_data();
    void stepWithACall_saysWhatItDid() { compareRow(); }
    void longText_losesItsMiddle();
};

void TestSentence::beforeTheFirstStep_nothingExists()
{
    QCOMPARE(QString::fromStdString(sentenceAt(timelineFromText("step pass"), {}).text()),
             QStringLiteral("Nothing exists yet."));
}

void TestSentence::refcounts_readsAsTheNotebookTeaches()
{
    QCOMPARE(told({runs::refcounts}), QStringLiteral(R"(No reference changes.
No reference changes.
No reference changes.
o holds MyObject#1. Count 1: it has one holder.
Prints 1. getrefcount counted 2: o, and its own argument.
o_bis holds MyObject#1 too. Count 1 → 2.
Prints 2. getrefcount counted 3: o, o_bis, and its own argument.
o_ref is a weak reference to MyObject#1. The count stays 2.
o_ref is a live weak reference to MyObject#1.
Calling o_ref gives MyObject#1, and o_ter holds it. Count 2 → 3.
Prints 3. getrefcount counted 4: o, o_bis, 1 more, and its own argument.
)"));
}

void TestSentence::dateCache_readsAsTheNotebookTeaches()
{
    QCOMPARE(told({runs::dateClass, runs::dateMade, runs::dateCounted, runs::dateShared, runs::dateCounted,
                   runs::dateDies}),
             QStringLiteral(R"(No reference changes.
The class Date keeps a dict in Date._cache. It is empty.
Look-up of (2022, 12, 3): a miss. selfref is None.
Date#1 is born. self holds it.
Date#1.year is 2022.
Date#1.month is 12.
Date#1.day is 3.
A weak reference to Date#1 is stored under (2022, 12, 3). The count stays 1.
__new__ returns Date#1. For a moment only the call holds it.
__init__ borrows Date#1 as self and does nothing.
a holds Date#1. Count 1: the dict's weak reference adds nothing.
Prints 1. getrefcount counted 2: a, and its own argument.
b holds Date#1 too. Count 1 → 2. No look-up took place.
The dict has one row: (2022, 12, 3), a live weak reference to Date#1.
True: a and b are the same object, Date#1.
b lets go of Date#1. Count 2 → 1: a still holds it.
Prints 1. getrefcount counted 2: a, and its own argument.
Date#1 is dying: __del__ runs. Its weak reference still answers.
The row (2022, 12, 3) goes, and ref#1 with it: nothing else held it.
a was the last holder: Date#1 is dead. Its __del__ had removed the row.
The dict is empty. Nothing is left of Date#1.
)"));
}

void TestSentence::weakCache_readsMissHitAndEviction()
{
    QCOMPARE(told({runs::weakCache}), QStringLiteral(R"(No reference changes.
The class Date keeps a weak cache. It is empty.
A miss: Date#1 is made.
A miss: Date#2 is made.
A hit: the cache hands out Date#1 again. Now a and b hold it.
Prints True: a and b are the same object, Date#1.
a lets go of Date#1. Count 2 → 1: b still holds it.
b was the last holder: Date#1 is dead and its row evicted.
A miss: Date#3 is made. Same key as Date#1, which died in step 8.
)"));
}

void TestSentence::staleEviction_tellsTheWrongRowAndTheTwins()
{
    QCOMPARE(told({runs::dateClass, runs::staleEviction}).section(QLatin1Char('\n'), 3),
             QStringLiteral(R"(Date#1 now holds itself, through me. Count 1 → 2.
The dict is emptied. Date#1 lives on: old and itself hold it.
old lets go. Date#1 is unreachable, held only by itself. Count 2 → 1.
Date#2 is born. self holds it.
A weak reference to Date#2 is stored under (2022, 12, 3). The count stays 1.
A miss: Date#2 is made. Two live Dates share the key (2022, 12, 3).
Date#1 is dying: __del__ runs.
Wrong row: Date#1's __del__ removes (2022, 12, 3), which belongs to Date#2.
The collector freed Date#1. Date#2 lives, with no row.
Date#3 is born. self holds it.
A weak reference to Date#3 is stored under (2022, 12, 3). The count stays 1.
A miss, though Date#2 is alive: Date#3 is made. Two live objects, one key.
It holds: new is Date#2, twin is Date#3.
)"));
}

void TestSentence::lastDel_readsEventByEvent()
{
    const Timeline timeline = timelineFromText(std::string(runs::dateClass) + std::string(runs::dateMade) +
                                               std::string(runs::dateDies));
    std::string told;
    Moment moment(timeline);
    for (std::uint64_t done = timeline.step(12).firstEvent + 1; done <= timeline.step(14).endEvent; ++done) {
        moment.seek(timeline.positionOfEvent(done));
        told += eventSentenceAt(moment).text() + '\n';
    }
    QCOMPARE(QString::fromStdString(told), QStringLiteral(R"(The name a is gone.
Nobody holds Date#1 any more. Count 1 → 0.
Before it goes, Date#1 is lent to its own __del__.
__del__ is called.
self takes hold of Date#1. Count 1 → 2.
self holds Date#1.
Prints "<__main__.Date object at 0x…> delete".
The row is removed by key; its weak reference dies with it.
Nobody holds ref#1 any more. Count 1 → 0.
ref#1 lets go of Date#1.
ref#1 is gone.
__del__ is done. Nobody took Date#1, so it stays dead.
The name self is gone.
self lets go of Date#1. Count 2 → 1.
Nobody holds Date#1 any more. Count 1 → 0.
Date#1 is gone.
)"));
}

void TestSentence::stepThatChangesHolders_saysSo_data()
{
    addColumns();
    row("cycle stranded",
        "new Node#1 x\ncreate Node#2\nset Node#1.next Node#2\nset Node#2.next Node#1\nstep x = make()\ndel "
        "x\nstep del x",
        "x lets go. Node#1 is unreachable, held only by a cycle of 2.");
    row("rebinding", "new A#1 a\nnew A#2 b\nset c A#1\nstep a, b = A(), A()\nset a A#2\nstep a = b",
        "a lets go of A#1 and holds A#2.");
    row("three holders left",
        "new A#1 a\nset b A#1\nset c A#1\nset d A#1\nstep a = b = c = d = A()\ndel d\nstep del d",
        "d lets go of A#1. Count 4 → 3: a, b and 1 more still hold it.");
    row("holders that are spelled alike",
        "new A#1 bus\nset b A#1\nstep bus = b = A()\ncall on@1 from 1\nset on@1.bus A#1\nstep bus.on()\ndel "
        "b\nstep del b",
        "b lets go of A#1. Count 3 → 2: bus and bus of on still hold it.");
    row("attribute as holder",
        "new A#1 a\nnew B#1 b\nstep a, b = A(), B()\nset A#1.child B#1\nstep a.child = b",
        "A#1.child holds B#1 too. Count 1 → 2.");
    row("weak reference in an attribute",
        "new A#1 a\nnew B#1 b\nstep a, b = A(), B()\ncreate ref#1\nweaken ref#1.* A#1\nset B#1.parent "
        "ref#1\nstep b.parent = ref(a)",
        "B#1.parent is a weak reference to A#1. The count stays 1.");
    row("reference to a function, which nothing had drawn before",
        "step def g(): pass\ncreate ref#1\ncreate function#1\nset g function#1\nweaken ref#1.* "
        "function#1\nset h ref#1\nstep h = ref(g)",
        "h is a weak reference to function#1. The count stays 1.");
    row("reference to a method, which dies at once",
        "new A#1 a\nstep a = A()\ncreate ref#1\ncreate method#1\nset method#1.__self__ A#1\nweaken ref#1.* "
        "method#1\nkill method#1\nset r ref#1\nstep r = ref(a.go)",
        "r looks at method#1, which nobody holds: it is dead at once.");
    row("plain value", "bind n = 3\nstep n = 3", "n is 3.");
}

void TestSentence::stepWithADeath_saysWhoDied_data()
{
    addColumns();
    row("last holder of a referenced object",
        "new Date#1 a\nstep a = Date()\ncreate ref#1\nweaken ref#1.* Date#1\nset r ref#1\nstep r = ref(a)\n"
        "del a\nkill Date#1\nstep del a",
        "a was the last holder: Date#1 is dead. r now gives None.");
    row("last holder of a watched function",
        "create function#1\nset g function#1\ncreate ref#1\nweaken ref#1.* function#1\nset r ref#1\nstep r = "
        "ref(g)\ndel g\nkill function#1\nstep del g",
        "g was the last holder: function#1 is dead. r now gives None.");
    row("chain dies head first",
        "new Node#1 head\ncreate Node#2\nset Node#1.next Node#2\ncreate Node#3\nset Node#2.next Node#3\nstep "
        "head = make()\n"
        "unbind head\nrelease Node#1 by head\ndel Node#1.next\nfree Node#1\ndel Node#2.next\nfree "
        "Node#2\nfree Node#3\nstep del head",
        "head was the last holder: Node#1 is dead. 2 more die with it.");
    row("resurrection",
        "new Phoenix#1 p\nstep p = Phoenix()\nunbind p\nrelease Phoenix#1 by p\nfinalize Phoenix#1\n"
        "call Phoenix.__del__@1 from 3\nset Phoenix.__del__@1.self Phoenix#1\nset saved Phoenix#1\nstep "
        "saved = self\n"
        "return\ndel Phoenix.__del__@1.self\nrelease Phoenix#1\nresurrect Phoenix#1\nstep del p",
        "__del__ stored Phoenix#1 in saved: it lives again, and __del__ will not run twice.");
    row("two weak references at death",
        "new A#1 a\nstep a = A()\ncreate ref#1\nweaken ref#1.* A#1\nset r ref#1\ncreate ref#2\nweaken "
        "ref#2.* A#1\nset s ref#2\n"
        "step r, s = ref(a), ref(a, f)\nunbind a\nrelease A#1 by a\nfinalize A#1\ncall A.__del__@1 from 3\n"
        "set A.__del__@1.self A#1\nstep pass",
        "A#1 is dying: __del__ runs. Its weak references still answer.");
    row("death after a callback",
        "new A#1 z\ncreate ref#1\nweaken ref#1.* A#1\nset rz ref#1\nstep rz = ref(z, cb)\n"
        "unbind z\nrelease A#1 by z\nclear ref#1.*\ncallback ref#1\ncall cb@1 from 3\nset cb@1.ref ref#1\n"
        "print gone\nstep print('gone')\nreturn\ndel cb@1.ref\nfree A#1\nstep del z",
        "z was the last holder: A#1 is dead. rz now gives None.");
    row("reference let go",
        "new A#1 a\nstep a = A()\ncreate ref#1\nweaken ref#1.* A#1\nset r ref#1\nstep r = ref(a)\n"
        "unbind r\nrelease ref#1 by r\nunlink ref#1.*\nfree ref#1\nstep del r",
        "r was the last holder: ref#1 is dead. The count of A#1 stays 1.");
    row("nobody takes the newborn", "create A#1\nrelease A#1\nfree A#1\nstep A()",
        "A#1 is born and dies at once: nobody took it.");
}

void TestSentence::stepWithACall_saysWhatItDid_data()
{
    addColumns();
    row("dead reference called",
        "new Date#1 a\nstep a = Date()\ncreate ref#1\nweaken ref#1.* Date#1\nset r ref#1\nstep r = ref(a)\n"
        "del a\nkill Date#1\nstep del a\ndereference ref#1 None\nbind x = None\nstep x = r()",
        "Calling r gives None: Date#1 is dead.");
    row("call with an object",
        "new A#1 a\nstep a = A()\ncall f@1 from 2\nset f@1.x A#1\nbind f@1.n = 1\nprint hello\nstep "
        "print('hello')",
        "f is called with A#1 as x.");
    row("exception", "raise KeyError: (2022, 12, 3)\nraised KeyError: (2022, 12, 3)\nstep d[2022, 12, 3]",
        "Raises KeyError: (2022, 12, 3).");
    row("exception without a message", "raised ValueError\nstep raise ValueError", "Raises ValueError.");
    row("limit", "raised The scenario takes more than 100 000 steps: an endless loop?\nstep pass",
        "Stopped: The scenario takes more than 100 000 steps: an endless loop?");
    row("limit that is a statement",
        "raised Too many objects are alive: the limit is 1 000 000.\nstep a = A()",
        "Stopped: Too many objects are alive: the limit is 1 000 000.");
    row("collector in a function that was called",
        "call f@1 from 2\ncollect 0\nstep gc.collect()\nreturn\nstep f()", "No reference changes.");
    row("collector without work", "collect 0\nstep gc.collect()", "The collector found nothing to free.");
    row("callback runs",
        "new A#1 z\ncreate ref#1\nweaken ref#1.* A#1\nset rz ref#1\nstep rz = ref(z, cb)\n"
        "unbind z\nrelease A#1 by z\nclear ref#1.*\ncallback ref#1\ncall cb@1 from 3\nset cb@1.ref ref#1\n"
        "print gone\nstep print('gone')",
        "rz's callback runs. A#1 can no longer be reached through it.");
}

void TestSentence::longText_losesItsMiddle()
{
    const std::string digits = "1234567890";
    const std::string printed = digits + digits + digits + digits + digits + digits + digits + digits;
    const QString sentence = lastTold({"print ", printed, " ", printed, "\nstep print(x)"});
    QCOMPARE(sentence.size(), 110);
    QVERIFY(sentence.startsWith(QStringLiteral("Prints \"1234567890")));
    QVERIFY(sentence.endsWith(QStringLiteral("1234567890\".")));
    QCOMPARE(sentence.count(QStringLiteral("…")), 1);
}

QTEST_GUILESS_MAIN(TestSentence)
#include "tst_sentence.moc"
