#include "timelinetext.h"

#include "trace/eventfields.h"
#include "trace/jsonwriter.h"

#include <QRegularExpression>
#include <QTest>

using namespace tetherscope;

namespace {

/// The exported events of the run, a line each.
QString eventsOf(std::string_view text)
{
    const Timeline timeline = timelineFromText(text);
    std::string lines = "\n";
    for (const Event &event : timeline.allEvents()) {
        if (!isExported(event.kind))
            continue;
        JsonWriter json;
        writeEvent(json, event, timeline.lexicon());
        lines += json.text() + '\n';
    }
    return QString::fromStdString(lines);
}

} // namespace

class TestEventFields : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void countsAndHolders();
    void cacheRows();
    void namesAndValues();
    void slotsAndReferences();
    void finalizersAndCollector();
    void callsAndFaults();
    void innerKinds_areNotExported();
};

void TestEventFields::countsAndHolders()
{
    QCOMPARE(eventsOf(R"(
        create list#1
        acquire list#1 by argument
        acquire list#1 by return value
        acquire list#1 by a
        acquire list#1 by Date.__new__@2.self
        acquire list#1 by list#1.['k']
        acquire list#1
        release list#1 by <module>.a
        step pass)"),
             QStringLiteral(R"(
{"kind": "create", "object": "list#1", "strong": 1}
{"kind": "acquire", "object": "list#1", "holder": "argument", "strong": 2}
{"kind": "acquire", "object": "list#1", "holder": "return value", "strong": 3}
{"kind": "acquire", "object": "list#1", "holder": "name:<module>.a", "strong": 4}
{"kind": "acquire", "object": "list#1", "holder": "name:Date.__new__@2.self", "strong": 5}
{"kind": "acquire", "object": "list#1", "holder": "list#1.['k']", "strong": 6}
{"kind": "acquire", "object": "list#1", "holder": "in flight", "strong": 7}
{"kind": "release", "object": "list#1", "holder": "name:<module>.a", "strong": 6}
)"));
}

void TestEventFields::cacheRows()
{
    QCOMPARE(eventsOf(R"(
        cache Date
        create Date#1 in Date[('a', 3)]
        evict Date[('a', 3)]
        free Date#1
        step pass)"),
             QStringLiteral(R"~(
{"kind": "create", "object": "Date#1", "strong": 1, "cache": "Date", "key": "('a', 3)"}
{"kind": "evict", "cache": "Date", "key": "('a', 3)", "object": "Date#1"}
{"kind": "free", "object": "Date#1"}
)~"));
}

void TestEventFields::namesAndValues()
{
    QCOMPARE(eventsOf(R"(
        create Node#1
        bind f@1.x Node#1
        unbind f@1.x
        bind n = 'é'
        unbind n
        step pass)"),
             QStringLiteral(R"(
{"kind": "create", "object": "Node#1", "strong": 1}
{"kind": "bind", "scope": "f@1", "name": "x", "object": "Node#1"}
{"kind": "unbind", "scope": "f@1", "name": "x", "object": "Node#1"}
{"kind": "bind", "scope": "<module>", "name": "n", "value": "'é'"}
{"kind": "unbind", "scope": "<module>", "name": "n", "value": "'é'"}
)"));
}

void TestEventFields::slotsAndReferences()
{
    QCOMPARE(eventsOf(R"(
        create Node#1
        create ref#1
        link Node#1.closure x ref#1
        unlink Node#1.closure x
        weaken ref#1.* Node#1
        clear ref#1.*
        callback ref#1
        unlink ref#1.*
        step pass)"),
             QStringLiteral(R"(
{"kind": "create", "object": "Node#1", "strong": 1}
{"kind": "create", "object": "ref#1", "strong": 1}
{"kind": "link", "from": "Node#1", "slot": "closure x", "to": "ref#1"}
{"kind": "unlink", "from": "Node#1", "slot": "closure x", "to": "ref#1"}
{"kind": "weaken", "ref": "ref#1", "object": "Node#1"}
{"kind": "clear", "ref": "ref#1"}
{"kind": "callback", "ref": "ref#1"}
{"kind": "unlink", "from": "ref#1", "slot": "*", "to": null}
)"));
}

void TestEventFields::finalizersAndCollector()
{
    QCOMPARE(eventsOf(R"(
        create Node#1
        finalize Node#1
        resurrect Node#1
        collect 2
        step pass)"),
             QStringLiteral(R"(
{"kind": "create", "object": "Node#1", "strong": 1}
{"kind": "finalize", "object": "Node#1"}
{"kind": "resurrect", "object": "Node#1"}
{"kind": "collect", "count": 2}
)"));
}

void TestEventFields::callsAndFaults()
{
    QCOMPARE(eventsOf(R"(
        call Date.__new__@2 from 7
        print "x"
        raise KeyError: (2022, 12, 3)
        return
        unraisable ValueError: text
        step pass)"),
             QStringLiteral(R"~(
{"kind": "call", "scope": "Date.__new__@2"}
{"kind": "print"}
{"kind": "raise", "type": "KeyError", "text": "(2022, 12, 3)"}
{"kind": "return", "scope": "Date.__new__@2"}
{"kind": "unraisable", "type": "ValueError", "text": "text"}
)~"));
}

void TestEventFields::innerKinds_areNotExported()
{
    QCOMPARE(eventsOf(R"(
        cache Date
        create dict#1
        item dict#1.['k'] = 1
        lookup dict#1 'k' None
        dereference dict#1 None
        counted dict#1 1
        identity dict#1 dict#1
        lookedat dict#1
        step pass)"),
             QStringLiteral("\n{\"kind\": \"create\", \"object\": \"dict#1\", \"strong\": 1}\n"));
}

QTEST_APPLESS_MAIN(TestEventFields)
#include "tst_eventfields.moc"
