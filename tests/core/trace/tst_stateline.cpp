#include "timelinetext.h"

#include "trace/stateline.h"

#include <QRegularExpression>
#include <QTest>

using namespace tetherscope;

namespace {

/// A line of JSON with each top-level field on a line of its own: easier to read.
QString unfolded(const std::string &line)
{
    QString text;
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char character = line[i];
        quoted ^= character == '"' && line[i - 1] != '\\';
        if (!quoted)
            depth += (character == '{' || character == '[') - (character == '}' || character == ']');
        text += QLatin1Char(character);
        if (!quoted && depth == 1 && character == ',') {
            text += u'\n';
            ++i; // the space
        }
    }
    return u'\n' + text + u'\n';
}

QString stateAt(const Timeline &timeline, Position position, const StateLineExtras &extras = {})
{
    Cursor cursor(timeline);
    cursor.seek(position);
    return unfolded(stateLine(timeline, cursor, extras));
}

QString stateAfter(std::string_view text, const StateLineExtras &extras = {})
{
    const Timeline timeline = timelineFromText(text);
    return stateAt(timeline, timeline.last(), extras);
}

/// One top-level field of the state line.
QString fieldAfter(std::string_view text, const QString &field)
{
    for (const QString &line : stateAfter(text).split(u'\n'))
        if (line.startsWith(u'"' + field + u'"'))
            return line;
    return {};
}

} // namespace

class TestStateLine : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void stepZero_hasEveryField();
    void namedDate_isThereInFull();
    void stepOfAFrame_namesItsScope();
    void lastStep_hasNoLine();
    void unaccountedUnits_areSaid();
    void finalizedAndUnreachable_areSaid();
    void deadReference_pointsNowhere();
    void weakEdge_isMarked();
    void cacheRow_isNoEdge();
    void cache_isThereFromItsClassOn();
    void rowOfADeadObject_isExpired();
    void output_isSplitAtLineEnds();
    void valueAndRaised_areThereWhereTheyApply();
    void middleOfAStep_hasTheEventsSoFar();
    void layout_isWrittenRounded();
};

void TestStateLine::stepZero_hasEveryField()
{
    const Timeline timeline = timelineFromText("new Node#1 a\nstep a = Node()");
    QCOMPARE(stateAt(timeline, {0, 0}), QStringLiteral(R"(
{"version": 1,
"step": 0,
"line": null,
"scope": "<module>",
"source": "",
"narration": "",
"sentence": "",
"names": [],
"objects": [],
"edges": [],
"caches": [],
"events": [],
"output": []}
)"));
}

void TestStateLine::namedDate_isThereInFull()
{
    QCOMPARE(stateAfter(R"(
        new Date#1 a
        set b Date#1
        new ref#1 r
        weaken ref#1.* Date#1
        item Date#1.year = 2022
        item Date#1.month = 12
        bind n = 3
        step @12 b = a
        narration The second name goes.
        del b
        print bye
        step @14 del b)",
                        {.sentence = "b lets go of Date#1."}),
             QStringLiteral(R"(
{"version": 1,
"step": 2,
"line": 14,
"scope": "<module>",
"source": "del b",
"narration": "The second name goes.",
"sentence": "b lets go of Date#1.",
"names": [{"scope": "<module>", "name": "a", "object": "Date#1"}, {"scope": "<module>", "name": "r", "object": "ref#1"}, {"scope": "<module>", "name": "n", "value": "3"}],
"objects": [{"id": "Date#1", "type": "Date", "strong": 1, "unaccounted": 0, "weak": 1, "state": "alive", "items": [{"slot": "year", "value": "2022"}, {"slot": "month", "value": "12"}]}, {"id": "ref#1", "type": "ref", "strong": 1, "unaccounted": 0, "weak": 0, "state": "alive", "items": []}],
"edges": [{"from": "ref#1", "slot": "*", "to": "Date#1", "kind": "weak"}],
"caches": [],
"events": [{"kind": "unbind", "scope": "<module>", "name": "b", "object": "Date#1"}, {"kind": "release", "object": "Date#1", "holder": "name:<module>.b", "strong": 1}, {"kind": "print"}],
"output": ["bye"]}
)"));
}

void TestStateLine::stepOfAFrame_namesItsScope()
{
    QCOMPARE(fieldAfter("call Date.__new__@2 from 7\nstep self = 3", QStringLiteral("scope")),
             QStringLiteral(R"("scope": "Date.__new__@2",)"));
}

void TestStateLine::lastStep_hasNoLine()
{
    QCOMPARE(fieldAfter("step pass\nend", QStringLiteral("line")), QStringLiteral(R"("line": null,)"));
}

void TestStateLine::unaccountedUnits_areSaid()
{
    const QString objects = fieldAfter("new Node#1 a\nacquire Node#1 by argument\nacquire Node#1\nstep pass",
                                       QStringLiteral("objects"));
    QVERIFY2(objects.contains(QStringLiteral(R"("strong": 3, "unaccounted": 2)")), qPrintable(objects));
}

void TestStateLine::finalizedAndUnreachable_areSaid()
{
    const QString objects = fieldAfter(R"(
        new Node#1 a
        set Node#1.self Node#1
        del a
        new Node#2 b
        del b
        finalize Node#2
        new Node#3 c
        step pass)",
                                       QStringLiteral("objects"));
    QCOMPARE(
        objects,
        QStringLiteral(
            R"("objects": [{"id": "Node#1", "type": "Node", "strong": 1, "unaccounted": 0, "weak": 0, "state": "unreachable", "items": []}, )"
            R"({"id": "Node#2", "type": "Node", "strong": 1, "unaccounted": 1, "weak": 0, "state": "finalizing", "items": []}, )"
            R"({"id": "Node#3", "type": "Node", "strong": 1, "unaccounted": 0, "weak": 0, "state": "alive", "items": []}],)"));
}

void TestStateLine::deadReference_pointsNowhere()
{
    QCOMPARE(fieldAfter("new Node#1 a\nnew ref#1 r\nweaken ref#1.* Node#1\ndel a\nkill Node#1\nstep del a",
                        QStringLiteral("edges")),
             QStringLiteral(R"("edges": [{"from": "ref#1", "slot": "*", "to": null, "kind": "weak"}],)"));
}

void TestStateLine::weakEdge_isMarked()
{
    QCOMPARE(
        fieldAfter(
            "new Node#1 a\nnew dict#1 d\nset dict#1.['k'] Node#1\nweaken dict#1.['w'] Node#1\nstep pass",
            QStringLiteral("edges")),
        QStringLiteral(R"("edges": [{"from": "dict#1", "slot": "['k']", "to": "Node#1", "kind": "strong"}, )"
                       R"({"from": "dict#1", "slot": "['w']", "to": "Node#1", "kind": "weak"}],)"));
}

void TestStateLine::cacheRow_isNoEdge()
{
    const char *text = R"(
        create Date#1 in Date[(2022, 12)]
        set a Date#1
        acquire Date#1 hit Date[(2022, 12)]
        step a = Date(2022, 12))";
    QCOMPARE(fieldAfter(text, QStringLiteral("edges")), QStringLiteral(R"("edges": [],)"));
    QCOMPARE(fieldAfter(text, QStringLiteral("caches")),
             QStringLiteral(R"("caches": [{"name": "Date", "hits": 1, "misses": 1, "entries": )"
                            R"~([{"key": "(2022, 12)", "object": "Date#1", "state": "live"}]}],)~"));
}

void TestStateLine::cache_isThereFromItsClassOn()
{
    const Timeline timeline = timelineFromText(
        "step import weakref\ncache Date\nstep class Date:\ncreate Date#1 in Date[1]\nstep pass");
    QVERIFY(stateAt(timeline, timeline.end(1)).contains(QStringLiteral(R"("caches": [],)")));
    QVERIFY(stateAt(timeline, timeline.end(2))
                .contains(QStringLiteral(
                    R"("caches": [{"name": "Date", "hits": 0, "misses": 0, "entries": []}],)")));
}

void TestStateLine::rowOfADeadObject_isExpired()
{
    QCOMPARE(fieldAfter("create Date#1 in Date[1]\nfree Date#1\nstep pass", QStringLiteral("caches")),
             QStringLiteral(R"("caches": [{"name": "Date", "hits": 0, "misses": 1, "entries": )"
                            R"([{"key": "1", "object": "Date#1", "state": "expired"}]}],)"));
}

void TestStateLine::output_isSplitAtLineEnds()
{
    QCOMPARE(fieldAfter("write a \nwrite b\nprint c\nprint \nwrite d\nstep pass", QStringLiteral("output")),
             QStringLiteral(R"("output": ["a bc", "", "d"]})"));
}

void TestStateLine::valueAndRaised_areThereWhereTheyApply()
{
    const QString state = stateAfter("value {}\nraised KeyError: 3\nstep d");
    QVERIFY2(
        state.endsWith(QStringLiteral("\"output\": [],\n\"value\": \"{}\",\n\"raised\": \"KeyError: 3\"}\n")),
        qPrintable(state));
}

void TestStateLine::middleOfAStep_hasTheEventsSoFar()
{
    const Timeline timeline = timelineFromText("new Node#1 a\nprint x\nstep a = Node()");
    const QString state = stateAt(timeline, {1, 1});
    QVERIFY(state.contains(QStringLiteral(R"("names": [],)")));
    QVERIFY(state.contains(
        QStringLiteral(R"("events": [{"kind": "create", "object": "Node#1", "strong": 1}],)")));
    QVERIFY(state.contains(QStringLiteral(R"("output": [])")));
}

void TestStateLine::layout_isWrittenRounded()
{
    const TraceLayout layout{
        .nodes = {{"Node#1", 10.005, -0.001, 120, 40.5}, {"name:<module>.a", 0, 0, 1, 1}},
        .edges = {{"name:<module>.a", "", "Node#1", {{0, 0}, {1.0 / 3, 2}, {2, 2}, {3, 4}}}},
    };
    const QString state = stateAfter("new Node#1 a\nstep a = Node()", {.layout = &layout});
    const QString expected = QStringLiteral(
        R"("layout": {"nodes": {"Node#1": [10.01, 0, 120, 40.5], "name:<module>.a": [0, 0, 1, 1]}, )"
        R"("edges": [{"from": "name:<module>.a", "slot": "", "to": "Node#1", )"
        R"("points": [[0, 0], [0.33, 2], [2, 2], [3, 4]]}]}})");
    QCOMPARE(state.split(u'\n').at(14), expected);
}

QTEST_APPLESS_MAIN(TestStateLine)
#include "tst_stateline.moc"
