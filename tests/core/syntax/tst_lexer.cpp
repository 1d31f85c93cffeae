#include "syntax/lexer.h"

#include <QRegularExpression>
#include <QTest>

using namespace tetherscope;

namespace {

std::string kindText(const Token &token, std::string_view text)
{
    switch (token.kind) {
    case TokenKind::End:
        return "END";
    case TokenKind::Newline:
        return "NEWLINE";
    case TokenKind::Indent:
        return "INDENT";
    case TokenKind::Dedent:
        return "DEDENT";
    case TokenKind::Fault:
        return "FAULT";
    default:
        return std::string(text.substr(token.begin, token.end - token.begin));
    }
}

/// The tokens, separated by blanks.
QString tokens(std::string_view text)
{
    QStringList words;
    for (const Token &token : lex(text).tokens) {
        words << QString::fromStdString(kindText(token, text));
    }
    return words.join(QLatin1Char(' '));
}

QString placeText(const Token &token)
{
    return QStringLiteral("%1:%2-%3:%4")
        .arg(token.line)
        .arg(token.column)
        .arg(token.endLine)
        .arg(token.endColumn);
}

QString places(std::string_view text)
{
    QStringList words;
    for (const Token &token : lex(text).tokens) {
        words << placeText(token);
    }
    return words.join(QLatin1Char(' '));
}

QString firstFault(std::string_view text)
{
    const LexedText lexed = lex(text);
    if (lexed.faults.empty()) {
        return {};
    }
    const Diagnostic &fault = lexed.faults.front();
    return QStringLiteral("%1:%2 %3")
        .arg(fault.place.line)
        .arg(fault.place.column)
        .arg(QString::fromStdString(fault.message));
}

} // namespace

class TestLexer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void text_becomesTokens_data();
    void text_becomesTokens();
    void columns_countCodePoints();
    void comments_areKeptWithTheirPlace();
    void fault_hasPlaceAndMessage_data();
    void fault_hasPlaceAndMessage();
    void field_joinsItsLines();
};

void TestLexer::text_becomesTokens_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(expected);
    };
    row("nothing", "", "END");
    row("blank lines and comments", "\n  \n# c\n", "END");
    row("no newline at the end", "a", "a NEWLINE END");
    row("block", "if a:\n  b\nc\n", "if a : NEWLINE INDENT b NEWLINE DEDENT c NEWLINE END");
    row("block that the end closes", "if a:\n  b", "if a : NEWLINE INDENT b NEWLINE DEDENT END");
    row("two blocks closed at once", "if a:\n if b:\n  c\nd",
        "if a : NEWLINE INDENT if b : NEWLINE INDENT c NEWLINE DEDENT DEDENT d NEWLINE END");
    row("comment deeper than its block", "if a:\n  b\n      # c\n  d\n",
        "if a : NEWLINE INDENT b NEWLINE d NEWLINE DEDENT END");
    row("tab is eight columns", "if a:\n\tb\n\tc\n", "if a : NEWLINE INDENT b NEWLINE c NEWLINE DEDENT END");
    row("form feed starts the line anew", "a\n \fb\n", "a NEWLINE b NEWLINE END");
    row("brackets join lines", "f(\n  a,\nb)\n", "f ( a , b ) NEWLINE END");
    row("backslash joins lines", "a = \\\n  b\n", "a = b NEWLINE END");
    row("carriage returns are blanks", "a\r\nb\r\n", "a NEWLINE b NEWLINE END");
    row("longest operator", "a**=b//c<<=d->e!=f...", "a **= b // c <<= d -> e != f ... NEWLINE END");
    row("numbers", "1 1_000 0xff 1.5 .5 5. 1e-3 1e5.real",
        "1 1_000 0xff 1.5 .5 5. 1e-3 1e5 . real NEWLINE END");
    row("prefixes", "r'a' f\"b\" Rb'c' u'd' x'e'", "r'a' f\"b\" Rb'c' u'd' x 'e' NEWLINE END");
    row("quotes in quotes", R"('it\'s' "'" '')", R"('it\'s' "'" '' NEWLINE END)");
    row("triple quotes", "'''a\n'b'\n''' c", "'''a\n'b'\n''' c NEWLINE END");
    row("letters of the world", "é = größe", "é = größe NEWLINE END");
    row("unknown character", "a $ b", "a FAULT b NEWLINE END");
    row("string without end", "a = 'b\nc", "a = FAULT NEWLINE c NEWLINE END");
    row("bracket that a statement ends", "f(a\ndef g(): b", "f ( a FAULT NEWLINE def g ( ) : b NEWLINE END");
    row("line between two levels", "if a:\n    b\n  c\n",
        "if a : NEWLINE INDENT b NEWLINE FAULT c NEWLINE DEDENT END");
}

void TestLexer::text_becomesTokens()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(tokens(text.toStdString()), expected);
}

void TestLexer::columns_countCodePoints()
{
    QCOMPARE(places("é = 'ü'\n"), QStringLiteral("1:1-1:2 1:3-1:4 1:5-1:8 1:8-1:8 2:1-2:1"));
    QCOMPARE(places("'''ü\nx''' y"), QStringLiteral("1:1-2:5 2:6-2:7 2:7-2:7 2:7-2:7"));
}

void TestLexer::comments_areKeptWithTheirPlace()
{
    const LexedText lexed = lex("# a\nb = 1  # c\n   # d\n");
    QCOMPARE(lexed.comments.size(), std::size_t{3});
    QVERIFY(lexed.comments[0].alone);
    QVERIFY(!lexed.comments[1].alone);
    QCOMPARE(lexed.comments[1].place, (Place{2, 8, 11}));
    QVERIFY(lexed.comments[2].alone);
}

void TestLexer::fault_hasPlaceAndMessage_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(expected);
    };
    row("closed by another", "x = [1,\n 2)", "2:3 `)` does not close `[` of line 1, column 5.");
    row("closes nothing", "x = 2]", "1:6 `]` closes nothing.");
    row("never closed", "x = {1", "1:5 `{` is never closed.");
    row("tabs and blanks", "if a:\n\tb\n        c",
        "3:9 Tabs and spaces are mixed in this line's indentation.");
    row("backslash inside a line", "a \\ b", "1:3 A backslash joins lines only at the very end of one.");
    row("no-break space", "a\u00A0= 1", "1:2 This blank is a no-break space.");
    row("picture", "a = \U0001F600", "1:5 `\U0001F600` (U+1F600) can stand only in strings and comments.");
    row("control character", "a\x01", "1:2 A control character (U+0001) stands here.");
    row("no UTF-8", "a = \xFF", "1:5 This byte is not UTF-8 text.");
    row("nothing wrong", "a = '\U0001F600'  # \u2192", "");
}

void TestLexer::fault_hasPlaceAndMessage()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(firstFault(text.toStdString()), expected);
}

void TestLexer::field_joinsItsLines()
{
    const std::string text = "f'''{a +\n  b}'''";
    const LexedText lexed = lexField(std::string_view(text).substr(0, 12), {5, 1, 6});
    QCOMPARE(lexed.tokens.size(), std::size_t{4});
    QCOMPARE(placeText(lexed.tokens[0]), QStringLiteral("1:6-1:7"));
    QCOMPARE(placeText(lexed.tokens[2]), QStringLiteral("2:3-2:4"));
    QCOMPARE(lexed.tokens[3].kind, TokenKind::End);
}

QTEST_APPLESS_MAIN(TestLexer)
#include "tst_lexer.moc"
