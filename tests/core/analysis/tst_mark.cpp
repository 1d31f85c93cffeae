#include "runs.h"
#include "timelinetext.h"

#include "analysis/mark.h"
#include "analysis/nouns.h"

#include <QRegularExpression>
#include <QTest>

#include <initializer_list>
#include <string>

using namespace tetherscope;

namespace {

Timeline runOf(std::initializer_list<std::string_view> pieces)
{
    std::string run;
    for (const std::string_view piece : pieces)
        run += piece;
    return timelineFromText(run);
}

/// Marks as text, a line each: what is empty is left out.
class Writer
{
public:
    explicit Writer(const Moment &moment)
        : m_lexicon(moment.lexicon())
    {
        writeNames(marksAt(moment));
        writeSlots(marksAt(moment));
        writeObjects(marksAt(moment));
        writeEntries(marksAt(moment));
    }

    QString text() const { return QString::fromStdString(m_out); }

private:
    void line(std::string_view what, const std::string &which)
    {
        m_out += std::string(what) + ' ' + which + '\n';
    }
    std::string of(ObjectId object) const { return m_lexicon.label(object); }

    void writeNames(const StepMarks &marks)
    {
        for (const NameId name : marks.newNames)
            line("new", nameLabel(name, m_lexicon));
        for (const GoingName &going : marks.goingNames)
            line("going", nameLabel(going.name, m_lexicon) + " from " + of(going.target));
        for (const NameId name : marks.comparedNames)
            line("compared", nameLabel(name, m_lexicon));
    }
    void writeSlots(const StepMarks &marks)
    {
        for (const SlotId slot : marks.newSlots)
            line("new", slotLabel(slot, m_lexicon));
        for (const SlotId slot : marks.changedValues)
            line("set", slotLabel(slot, m_lexicon));
        for (const GoingSlot &going : marks.goingSlots)
            line(going.cleared ? "cleared" : "going",
                 slotLabel(going.slot, m_lexicon) + " from " + of(going.target) +
                     (going.removedBy ? ", removed by " + of(going.removedBy) : "") +
                     (going.wrong() ? ", was " + of(going.row) + "'s" : ""));
        for (const SlotId slot : marks.hitSlots)
            line("hit", slotLabel(slot, m_lexicon));
    }
    void writeObjects(const StepMarks &marks)
    {
        for (const ObjectId object : marks.newObjects)
            line("born", of(object));
        for (const ObjectId object : marks.ghosts)
            line("ghost", of(object));
        for (const CountMark &count : marks.counts)
            line("count", of(count.object) + ' ' + decimal(count.before) + " → " + decimal(count.after));
        for (const ObjectId object : marks.touchedObjects)
            line("touched", of(object));
        for (const Stub &stub : marks.stubs)
            line("stub",
                 of(stub.object) + ' ' + decimal(stub.units) + ' ' + std::string(stubLabel(stub.kind)));
        for (const ObjectId object : marks.unreachable)
            line("unreachable", of(object));
        for (const SameKey &same : marks.sameKeys)
            line("same key", std::string(keyText(same.place, m_lexicon)) + ' ' + of(same.objects.front()) +
                                 ' ' + of(same.objects.back()));
    }
    void writeEntries(const StepMarks &marks)
    {
        const auto key = [this](EntryId entry) {
            return std::string(m_lexicon.text(m_lexicon.entry(entry).key));
        };
        for (const EntryId entry : marks.newEntries)
            line("new row", key(entry));
        for (const EntryId entry : marks.hitEntries)
            line("hit row", key(entry));
        for (const GoingEntry &going : marks.goingEntries)
            line("evicted row", key(going.entry) + " of " + of(going.target));
    }

    const Lexicon &m_lexicon;
    std::string m_out;
};

QString marksOf(const Timeline &timeline, Position position)
{
    return Writer(Moment(timeline, position)).text();
}

QString lastMarks(std::string_view run)
{
    const Timeline timeline = timelineFromText(run);
    return marksOf(timeline, timeline.last());
}

} // namespace

class TestMark : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void hit_marksRowCountAndName();
    void eviction_marksRowAndGhost();
    void rebinding_isOneLossAndOneGain();
    void storing_marksRowRingAndNoCount();
    void subPosition_isRelativeToTheStepsStart();
    void returnValue_isAStub();
    void comparison_marksTheNamesWritten();
    void wrongRow_namesWhoTookWhose();
    void clearedReference_isGoingButStays();
    void twins_shareTheirKey();
    void nameBoundAndUnboundAgain_isInNoList();
};

void TestMark::hit_marksRowCountAndName()
{
    const Timeline timeline = runOf({runs::weakCache});
    QCOMPARE(marksOf(timeline, timeline.end(5)),
             QStringLiteral("new b\ncount Date#1 1 → 2\nhit row (2022, 12, 3)\n"));
}

void TestMark::eviction_marksRowAndGhost()
{
    const Timeline timeline = runOf({runs::weakCache});
    QCOMPARE(
        marksOf(timeline, timeline.end(8)),
        QStringLiteral(
            "going b from Date#1\nghost Date#1\ncount Date#1 1 → 0\nevicted row (2022, 12, 3) of Date#1\n"));
}

void TestMark::rebinding_isOneLossAndOneGain()
{
    QCOMPARE(lastMarks("new A#1 a\nnew A#2 b\nset c A#1\nstep a, b = A(), A()\nset a A#2\nstep a = b"),
             QStringLiteral("new a\ngoing a from A#1\ncount A#1 2 → 1\ncount A#2 1 → 2\n"));
}

void TestMark::storing_marksRowRingAndNoCount()
{
    const Timeline timeline = runOf({runs::dateClass, runs::dateMade});
    QCOMPARE(marksOf(timeline, timeline.end(8)),
             QStringLiteral("new ref#1\nnew dict#1[(2022, 12, 3)]\nborn ref#1\n"));
}

void TestMark::subPosition_isRelativeToTheStepsStart()
{
    const Timeline timeline = runOf({runs::refcounts});
    QCOMPARE(marksOf(timeline, {5, 1}),
             QStringLiteral("count MyObject#1 1 → 2\nstub MyObject#1 1 argument\n"));
    QCOMPARE(marksOf(timeline, {5, 0}), QString());
    QCOMPARE(marksOf(timeline, timeline.end(5)), QString());
}

void TestMark::returnValue_isAStub()
{
    const Timeline timeline = runOf({runs::dateClass, runs::dateMade});
    QCOMPARE(marksOf(timeline, timeline.end(9)),
             QStringLiteral("count Date#1 1 → 2\nstub Date#1 1 return value\n"));
    QVERIFY(marksOf(timeline, timeline.end(10)).contains(QStringLiteral("stub Date#1 1 in flight\n")));
}

void TestMark::comparison_marksTheNamesWritten()
{
    QCOMPARE(
        lastMarks("new A#1 a\nset b A#1\nset c A#1\nstep a = b = c = A()\nidentity A#1 A#1\nstep a is b"),
        QStringLiteral("compared a\ncompared b\n"));
}

void TestMark::wrongRow_namesWhoTookWhose()
{
    const Timeline timeline = runOf({runs::dateClass, runs::staleEviction});
    std::uint32_t step = 0;
    while (timeline.lexicon().text(timeline.step(step).source) !=
           "del Date._cache[self.year,self.month,self.day]")
        ++step;
    QVERIFY(marksOf(timeline, timeline.end(step))
                .contains(QStringLiteral(
                    "going dict#1[(2022, 12, 3)] from ref#2, removed by Date#1, was Date#2's\n")));
}

void TestMark::clearedReference_isGoingButStays()
{
    QCOMPARE(lastMarks("new A#1 a\ncreate ref#1\nweaken ref#1.* A#1\nset r ref#1\nstep r = ref(a)\n"
                       "unbind a\nrelease A#1 by a\nclear ref#1.*\nfree A#1\nstep del a"),
             QStringLiteral("going a from A#1\ncleared ref#1 from A#1\nghost A#1\ncount A#1 1 → 0\n"));
}

void TestMark::twins_shareTheirKey()
{
    const Timeline timeline = runOf({runs::dateClass, runs::staleEviction});
    QCOMPARE(marksOf(timeline, timeline.last()),
             QStringLiteral("compared new\ncompared twin\nsame key (2022, 12, 3) Date#2 Date#3\n"));
}

void TestMark::nameBoundAndUnboundAgain_isInNoList()
{
    QCOMPARE(lastMarks("new A#1 a\nstep a = A()\nset b A#1\ndel b\nstep f(a)"), QString());
}

QTEST_GUILESS_MAIN(TestMark)
#include "tst_mark.moc"
