#include "trace/jsonwriter.h"

#include <QRegularExpression>
#include <QTest>

using namespace tetherscope;

namespace {

template<typename Value>
std::string written(Value value)
{
    JsonWriter json;
    json.value(value);
    return json.text();
}

} // namespace

class TestJsonWriter : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void nesting_placesCommas();
    void text_isEscaped_data();
    void text_isEscaped();
    void number_hasTwoDecimalsAtMost_data();
    void number_hasTwoDecimalsAtMost();
    void largeInteger_isWhole();
};

void TestJsonWriter::nesting_placesCommas()
{
    JsonWriter json;
    json.beginObject();
    json.field("a", 1U);
    json.key("b");
    json.beginArray();
    json.beginArray();
    json.endArray();
    json.null();
    json.beginObject();
    json.endObject();
    json.value(2.5);
    json.endArray();
    json.field("c", "d");
    json.endObject();
    QCOMPARE(json.text(), std::string(R"({"a": 1, "b": [[], null, {}, 2.5], "c": "d"})"));
}

void TestJsonWriter::text_isEscaped_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("empty") << QByteArray("") << QByteArray(R"("")");
    QTest::newRow("quote and backslash") << QByteArray(R"(a"b\c)") << QByteArray(R"("a\"b\\c")");
    QTest::newRow("line ends") << QByteArray("a\nb\rc\td\be\ff") << QByteArray(R"("a\nb\rc\td\be\ff")");
    QTest::newRow("control characters") << QByteArray("\x01\x1f\x7f") << QByteArray("\"\\u0001\\u001f\x7f\"");
    QTest::newRow("zero") << QByteArray("a\0b", 3) << QByteArray(R"("a\u0000b")");
    QTest::newRow("UTF-8") << QByteArray("naïve → 木") << QByteArray("\"naïve → 木\"");
}

void TestJsonWriter::text_isEscaped()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(
                 written(std::string_view(text.constData(), static_cast<std::size_t>(text.size())))),
             expected);
}

void TestJsonWriter::number_hasTwoDecimalsAtMost_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("zero") << 0.0 << QByteArray("0");
    QTest::newRow("minus nothing") << -0.001 << QByteArray("0");
    QTest::newRow("whole") << 120.0 << QByteArray("120");
    QTest::newRow("a hundred thousand") << 100000.0 << QByteArray("100000");
    QTest::newRow("one decimal") << -0.5 << QByteArray("-0.5");
    QTest::newRow("third of one") << 1.0 / 3 << QByteArray("0.33");
    QTest::newRow("rounded up") << 2.999 << QByteArray("3");
    QTest::newRow("sum of tenths") << 0.1 + 0.2 << QByteArray("0.3");
}

void TestJsonWriter::number_hasTwoDecimalsAtMost()
{
    QFETCH(double, number);
    QFETCH(QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(written(number)), expected);
}

void TestJsonWriter::largeInteger_isWhole()
{
    QCOMPARE(written(std::uint64_t{18446744073709551615U}), std::string("18446744073709551615"));
}

QTEST_APPLESS_MAIN(TestJsonWriter)
#include "tst_jsonwriter.moc"
