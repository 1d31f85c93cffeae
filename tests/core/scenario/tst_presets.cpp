#include "ran.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace tetherscope;

namespace {

const Ran &preset(const char *name)
{
    static std::map<std::string, Ran> known;
    const auto found = known.find(name);
    if (found != known.end())
        return found->second;
    return known
        .emplace(name, runFile(std::string(TETHERSCOPE_SOURCE_DIR "/resources/scenarios/") + name + ".py"))
        .first->second;
}

/// Made-up addresses are of no interest here.
QString withoutAddresses(const std::string &text)
{
    static const QRegularExpression address(QStringLiteral("0x[0-9a-f]+"));
    return QString::fromStdString(text).replace(address, QStringLiteral("0x"));
}

/// The strong count of the object after each step whose source begins so, in order.
QStringList countsAfter(const Ran &ran, ObjectId object, const char *source)
{
    QStringList counts;
    for (std::size_t step = 1; step < ran.timeline.stepCount(); ++step) {
        if (ran.timeline.lexicon().text(ran.timeline.step(step).source).starts_with(source))
            counts << QString::number(ran.timeline.graphAt(step).object(object).strong);
    }
    return counts;
}

} // namespace

class TestPresets : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void refcounts_printsTheNotebooksNumbers()
    {
        QCOMPARE(withoutAddresses(preset("refcounts").output()),
                 QStringLiteral("reference count <__main__.MyObject object at 0x> : 1\n"
                                "reference count <__main__.MyObject object at 0x> : 2\n"
                                "reference count <__main__.MyObject object at 0x> : 2\n"
                                "reference count <__main__.MyObject object at 0x> : 3\n"));
        QCOMPARE(countsAfter(preset("refcounts"), ObjectId{1}, "print").join(' '), QStringLiteral("1 2 2 3"));
    }

    void refcounts_weakReferenceAddsNothing()
    {
        QCOMPARE(QString::fromStdString(preset("refcounts").eventsOf("o_ref =")),
                 QStringLiteral("create ref#1\n"
                                "weaken ref#1.* MyObject#1\n"
                                "bind <module>.o_ref ref#1\n"));
        QCOMPARE(QString::fromStdString(preset("refcounts").eventsOf("o_ter =")),
                 QStringLiteral("dereference ref#1\n"
                                "acquire MyObject#1 2 -> 3 <module>.o_ter\n"
                                "bind <module>.o_ter MyObject#1\n"));
    }

    void refcounts_getrefcountBorrowsItsArgument()
    {
        QVERIFY(withoutAddresses(preset("refcounts").eventsOf("print"))
                    .startsWith(QStringLiteral("acquire MyObject#1 3 -> 4 argument\n"
                                               "counted MyObject#1\n"
                                               "release MyObject#1 4 -> 3 argument\n"
                                               "print reference count")));
    }

    void dateCache_printsTheNotebooksNumbers()
    {
        const Ran &ran = preset("date-cache");
        QCOMPARE(withoutAddresses(ran.output()),
                 QStringLiteral("reference count <__main__.Date object at 0x> : 1\n"
                                "reference count <__main__.Date object at 0x> : 2\n"
                                "reference count <__main__.Date object at 0x> : 1\n"
                                "<__main__.Date object at 0x> delete\n"));
        const auto shown = [&](std::size_t step) {
            return withoutAddresses(std::string(ran.timeline.lexicon().text(ran.timeline.step(step).value)));
        };
        QCOMPARE(shown(ran.stepOf("a is b")), QStringLiteral("True"));
        QCOMPARE(shown(ran.stepOf("a is b") - 1),
                 QStringLiteral("{(2022, 12, 3): <weakref at 0x; to 'Date' at 0x>}"));
        QCOMPARE(shown(ran.stepOf("Date._cache")), QStringLiteral("{}"));
    }

    void dateCache_hasTheRowWhileTheDateLives()
    {
        const Ran &ran = preset("date-cache");
        QCOMPARE(QString::fromStdString(ran.graphAfter("b = a")),
                 QStringLiteral("Date._cache -> dict#1\n"
                                "<module>.a -> Date#1\n"
                                "<module>.b -> Date#1\n"
                                "dict#1 strong 1 held 1\n"
                                "  [(2022, 12, 3)] -> ref#1\n"
                                "Date#1 strong 2 held 2 weak 1\n"
                                "  year = 2022\n"
                                "  month = 12\n"
                                "  day = 3\n"
                                "ref#1 strong 1 held 1\n"
                                "  * ~> Date#1\n"));
        QCOMPARE(QString::fromStdString(ran.graphAfter("del a")), QStringLiteral("Date._cache -> dict#1\n"
                                                                                 "dict#1 strong 1 held 1\n"));
    }

    void dateCache_diesInTheOrderOfTheLanguage()
    {
        const Ran &ran = preset("date-cache");
        QVERIFY(withoutAddresses(ran.eventsOf("print(f\"{self} delete\")"))
                    .startsWith(QStringLiteral("unbind <module>.a Date#1\n"
                                               "release Date#1 1 -> 0 <module>.a\n"
                                               "finalize Date#1\n"
                                               "call Date.__del__@3\n"
                                               "acquire Date#1 1 -> 2 Date.__del__@3.self\n"
                                               "bind Date.__del__@3.self Date#1\n"
                                               "print ")));
        QCOMPARE(QString::fromStdString(ran.eventsOf("del Date._cache[")),
                 QStringLiteral("unlink dict#1.[(2022, 12, 3)] ref#1\n"
                                "release ref#1 1 -> 0 dict#1.[(2022, 12, 3)]\n"
                                "unlink ref#1.* Date#1\n"
                                "free ref#1\n"));
        QCOMPARE(QString::fromStdString(ran.eventsOf("del a")),
                 QStringLiteral("return Date.__del__@3\n"
                                "unbind Date.__del__@3.self Date#1\n"
                                "release Date#1 2 -> 1 Date.__del__@3.self\n"
                                "release Date#1 1 -> 0 in flight\n"
                                "free Date#1\n"));
    }

    void dateCache_returnHoldsItsValue()
    {
        QCOMPARE(QString::fromStdString(preset("date-cache").eventsOf("return self")),
                 QStringLiteral("acquire Date#1 1 -> 2 return value\n"));
    }

    void weakCache_missHitEvictAndAnew()
    {
        const Ran &ran = preset("weak-cache");
        QCOMPARE(QString::fromStdString(ran.output()), QStringLiteral("True\n"));
        QCOMPARE(QString::fromStdString(ran.eventsOf("b =")),
                 QStringLiteral("acquire Date#1 1 -> 2 in flight hit\n"
                                "bind <module>.b Date#1\n"));
        QCOMPARE(QString::fromStdString(ran.eventsOf("del b")),
                 QStringLiteral("unbind <module>.b Date#1\n"
                                "release Date#1 1 -> 0 <module>.b\n"
                                "evict (2022, 12, 3) Date#1\n"
                                "free Date#1\n"));
        QCOMPARE(QString::fromStdString(ran.graphAfter("c =")),
                 QStringLiteral("<module>.other -> Date#2\n"
                                "<module>.c -> Date#3\n"
                                "Date#2 strong 1 held 1 weak 1\n"
                                "  year = 2024\n"
                                "  month = 2\n"
                                "  day = 29\n"
                                "Date#3 strong 1 held 1 weak 1\n"
                                "  year = 2022\n"
                                "  month = 12\n"
                                "  day = 3\n"
                                "cache Date: 1 hits, 3 misses, 1 evicted\n"
                                "  (2022, 12, 3) ~> Date#3\n"
                                "  (2024, 2, 29) ~> Date#2\n"));
    }

    void everyPreset_keepsTheRules_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"refcounts", "date-cache", "weak-cache"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void everyPreset_keepsTheRules()
    {
        QFETCH(QString, name);
        const Ran &ran = preset(name.toLatin1().constData());
        QCOMPARE(QString::fromStdString(ran.fault()), QString());
        QCOMPARE(QString::fromStdString(brokenRule(ran.timeline)), QString());
    }
};

QTEST_GUILESS_MAIN(TestPresets)
#include "tst_presets.moc"
