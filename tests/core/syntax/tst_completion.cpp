#include "syntax/completion.h"
#include "syntax/vocabulary.h"

#include <QtTest>

#include <algorithm>
#include <string>

using namespace tetherscope;

namespace {

/// The words for the place of the bar in the text, one blank between them.
QString wordsAt(const char *marked)
{
    std::string text = marked;
    const std::size_t bar = text.find('|');
    text.erase(bar, 1);
    QStringList words;
    for (const std::string_view word : completionsAt(text, bar).words)
        words.append(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())));
    return words.join(u' ');
}

} // namespace

class TestCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void word_goesOnAsNamesOfTheTextKeywordsAndBuiltinsDo_data()
    {
        QTest::addColumn<QString>("found");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *marked, const char *words) {
            QTest::newRow(marked) << wordsAt(marked) << QString::fromUtf8(words);
        };
        row("pri|", "print");
        row("primes = []\npri|", "primes print");
        row("primes = []\npri|mes", "primes print");
        row("wh|", "while");
        row("class Date:\n    pass\nd = Dat|", "Date");
        row("def f(argument):\n    return arg|", "argument");
        row("x = 1\nx|", "");
        row("n\xc3\xa4he = 1\nn\xc3\xa4|", "n\xc3\xa4he");
    }
    void word_goesOnAsNamesOfTheTextKeywordsAndBuiltinsDo()
    {
        QFETCH(QString, found);
        QTEST(found, "words");
    }

    void behindADot_areAttributesAndMethodsAlone_data()
    {
        QTest::addColumn<QString>("found");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *marked, const char *words) {
            QTest::newRow(marked) << wordsAt(marked) << QString::fromUtf8(words);
        };
        row("self.year = 1\nd.ye|", "year");
        row("year = 1\nd.ye|", "");
        row("a.appe|", "append");
        row("a.pri|", "");
    }
    void behindADot_areAttributesAndMethodsAlone()
    {
        QFETCH(QString, found);
        QTEST(found, "words");
    }

    void justBehindADot_areAllOfThem()
    {
        QVERIFY(wordsAt("self.year = 1\nd.|\n").split(u' ').contains(u"year"));
        QVERIFY(wordsAt("d.|").split(u' ').contains(u"setdefault"));
    }

    void importedNames_areThoseThatThereAre()
    {
        QCOMPARE(wordsAt("import we|"), QStringLiteral("weakref"));
        QCOMPARE(wordsAt("from weakref import Weak|"),
                 QStringLiteral("WeakKeyDictionary WeakMethod WeakSet WeakValueDictionary"));
        QCOMPARE(wordsAt("from weakref imp|"), QStringLiteral("import"));
    }

    void definedMethods_areTheSpecialOnes() { QCOMPARE(wordsAt("def __in|"), QStringLiteral("__init__")); }

    void inStringsCommentsAndNumbers_areNone_data()
    {
        QTest::addColumn<QString>("found");
        for (const char *marked : {"'pri|'", "# pri|", "0x|", "|", "'pri|", "print |"})
            QTest::newRow(marked) << wordsAt(marked);
    }
    void inStringsCommentsAndNumbers_areNone()
    {
        QFETCH(QString, found);
        QCOMPARE(found, QString());
    }

    void wordThatIsTyped_beginsWhereItDoes()
    {
        QCOMPARE(completionsAt("a = prin", 8).begin, std::size_t{4});
        QVERIFY(completionsAt("a.", 2).isAttribute);
    }

    void listsOfWords_areInOrder()
    {
        QVERIFY(std::is_sorted(builtins().begin(), builtins().end()));
        QVERIFY(std::is_sorted(containerMethods().begin(), containerMethods().end()));
    }
};

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
