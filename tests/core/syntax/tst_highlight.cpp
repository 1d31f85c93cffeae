#include "syntax/highlight.h"

#include <QRegularExpression>
#include <QTest>

#include <array>

using namespace tetherscope;

namespace {

/// A letter for each coloured character, a dot for the others; lines as in the text.
std::string painted(std::string_view text)
{
    constexpr std::array letters{'k', 'c', 'b', 'd', '@', 'n', 's', '#'};
    std::vector<std::string> lines(1);
    for (const char byte : text) {
        if (byte == '\n') {
            lines.emplace_back();
        } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {
            lines.back() += '.';
        }
    }
    for (const HighlightSpan &span : highlight(text)) {
        std::string &line = lines.at(span.place.line - 1);
        for (std::uint32_t column = span.place.column; column < span.place.endColumn; ++column) {
            line.at(column - 1) = letters.at(static_cast<std::size_t>(span.kind));
        }
    }
    std::string result;
    for (const std::string &line : lines) {
        result += line + '\n';
    }
    return result;
}

} // namespace

class TestHighlight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void text_isPainted_data();
    void text_isPainted();
};

void TestHighlight::text_isPainted_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("nothing", "", "\n");
    row("statement", "if len(a) is None: return 12  # é!\n", "kk.bbb....kk.cccc..kkkkkk.nn..####\n\n");
    row("definitions", "class A(B):\n    def print(self):\n", "kkkkk.d....\n....kkk.ddddd.......\n\n");
    row("decorator", "@weak.cached(1) \n@ b\na @ b", "@@@@@@@@@@@@.n..\n@.@\n.....\n");
    row("attribute and keyword are no builtins", "a.id = f(key, len=id)\n", "..................bb.\n\n");
    row("string over lines", "a = '''é\n  b\n''' + f'{c}'", "....ssss\nsss\nsss...ssssss\n");
    row("unclosed string", "a = 'b c\nd = \"\"\"e\nf", "....ssss\n....ssss\ns\n");
    row("broken text", "def (]:\n\t$ 'a' # b\n  else", "kkk....\n...sss.###\n..kkkk\n");
}

void TestHighlight::text_isPainted()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(QString::fromStdString(painted(text.toStdString())), QString::fromUtf8(expected));
}

QTEST_APPLESS_MAIN(TestHighlight)
#include "tst_highlight.moc"
