#include "runs.h"
#include "timelinetext.h"

#include "analysis/eventtext.h"
#include "analysis/source.h"
#include "analysis/templates.h"

#include <QRegularExpression>
#include <QTest>

#include <string>

using namespace tetherscope;

namespace {

std::string joined(const std::vector<std::string_view> &words)
{
    std::string all;
    for (const std::string_view word : words)
        all += (all.empty() ? "" : " ") + std::string(word);
    return all;
}

QString eventList(std::string_view run)
{
    const Timeline timeline = timelineFromText(run);
    std::string text;
    for (std::uint64_t number = 0; number < timeline.eventCount(); ++number) {
        if (!isWorthARow(timeline.allEvents()[number]))
            continue;
        const EventText row = eventTextOf(timeline, number);
        text += std::string(1, "+><x."[static_cast<int>(row.shape)]) + ' ' + row.verb + ' ' + row.subject;
        text += (row.detail.empty() ? "" : " | " + row.detail) + '\n';
    }
    return QString::fromStdString(text);
}

} // namespace

class TestTemplates : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyTemplate_fitsWhateverItIsFilledWith();
    void everyTemplate_avoidsForbiddenWords();
    void strongWord_isASpanOfItsOwn();
    void middle_isElidedByCodePoints();
    void addresses_areLeftOut();
    void targets_areThePlainNamesOnTheLeft_data();
    void targets_areThePlainNamesOnTheLeft();
    void eventRows_readAsInTheWindow();
};

void TestTemplates::everyTemplate_fitsWhateverItIsFilledWith()
{
    const Phrase monster = code(std::string(300, 'x'));
    const Phrase key = excerpt("(" + std::string(300, '1') + ")");
    for (std::size_t i = 0; i < static_cast<std::size_t>(Template::CountOfTemplates); ++i) {
        const Spans spans = fill(static_cast<Template>(i), {monster, key, monster, monster, monster});
        QVERIFY2(textLength(plainText(spans)) <= maxSentenceLength, plainText(spans).c_str());
    }
}

void TestTemplates::everyTemplate_avoidsForbiddenWords()
{
    for (std::size_t i = 0; i < static_cast<std::size_t>(Template::CountOfTemplates); ++i) {
        const std::string text(templateText(static_cast<Template>(i)));
        for (const char *word : {"decrement", "increment", "garbage", "null", "the object ", "The object "})
            QVERIFY2(text.find(word) == std::string::npos, text.c_str());
    }
}

void TestTemplates::strongWord_isASpanOfItsOwn()
{
    const Spans spans = fill(Template::HitOneHolder, {code("Date#1"), code("a")});
    QCOMPARE(spans.size(), 7U);
    QVERIFY(spans[1] == (Span{"hit", Span::Kind::Strong}));
    QVERIFY(spans[3] == (Span{"Date#1", Span::Kind::Code}));
    QVERIFY(spans[6] == (Span{" holds it.", Span::Kind::Plain}));
}

void TestTemplates::middle_isElidedByCodePoints()
{
    QCOMPARE(elideMiddle("abcdefgh", 5), std::string("ab…gh"));
    QCOMPARE(elideMiddle("äöüäöüäöü", 4), std::string("äö…ü"));
    QCOMPARE(elideMiddle("abc", 3), std::string("abc"));
    QCOMPARE(elideMiddle("abc", 1), std::string("…"));
}

void TestTemplates::addresses_areLeftOut()
{
    QCOMPARE(withoutAddresses("<A object at 0x7f00AB> 0x"), std::string("<A object at 0x…> 0x"));
}

void TestTemplates::targets_areThePlainNamesOnTheLeft_data()
{
    QTest::addColumn<QByteArray>("statement");
    QTest::addColumn<QByteArray>("names");
    QTest::newRow("plain") << QByteArray("a = b") << QByteArray("a");
    QTest::newRow("chained") << QByteArray("a = b = c") << QByteArray("a b");
    QTest::newRow("tuple") << QByteArray("a, (b, c) = x") << QByteArray("a b c");
    QTest::newRow("list") << QByteArray("[a, b] = x") << QByteArray("a b");
    QTest::newRow("attribute and subscript") << QByteArray("a.x, b[i], c = y") << QByteArray("c");
    QTest::newRow("comparison") << QByteArray("a == b") << QByteArray("");
    QTest::newRow("keyword argument") << QByteArray("f(a=1)") << QByteArray("");
    QTest::newRow("annotated") << QByteArray("a: int = 3") << QByteArray("a");
    QTest::newRow("augmented") << QByteArray("a += 1") << QByteArray("a");
    QTest::newRow("text with a sign") << QByteArray("print('a = b')") << QByteArray("");
    QTest::newRow("deleted") << QByteArray("del a, b[0], c.d") << QByteArray("a");
}

void TestTemplates::targets_areThePlainNamesOnTheLeft()
{
    QFETCH(QByteArray, statement);
    QFETCH(QByteArray, names);
    QCOMPARE(joined(targetNames(statement.toStdString())), names.toStdString());
}

void TestTemplates::eventRows_readAsInTheWindow()
{
    QCOMPARE(eventList(runs::weakCache), QStringLiteral(R"(+ create Date#1 | miss
. bind a | Date#1
+ create Date#2 | miss
. bind other | Date#2
> acquire Date#1 | hit, 1 → 2
. bind b | Date#1
. print True
. unbind a | Date#1
< release Date#1 | 2 → 1
. unbind b | Date#1
< release Date#1 | 1 → 0
x evict (2022, 12, 3) | Date#1
. free Date#1
+ create Date#3 | miss
. bind c | Date#3
)"));
}

QTEST_GUILESS_MAIN(TestTemplates)
#include "tst_templates.moc"
