#include "graph/lexiconbuilder.h"

#include <QRegularExpression>
#include <QTest>

using namespace tetherscope;

class TestLexicon : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void sameTextAndPair_haveTheSameId();
    void manyPairs_keepTheirIds();
    void emptyText_isTheEmptyId();
    void strongAndWeakSlotOfOneText_areTwo();
    void labels_countEachTypeByItself();
    void growth_continuesWhereTheLexiconEnds();
};

void TestLexicon::sameTextAndPair_haveTheSameId()
{
    LexiconBuilder words;
    const ScopeId module = words.addScope("<module>", "<module>", ScopeKind::Module);
    const ObjectId object = words.addObject("Node", ObjectKind::Instance);
    const CacheId cache = words.addCache("Date");
    QCOMPARE(words.text("<module>"), words.text("<module>"));
    QCOMPARE(words.name(module, "a"), words.name(module, "a"));
    QVERIFY(words.name(module, "a") != words.name(module, "b"));
    QCOMPARE(words.slot(object, "next"), words.slot(object, "next"));
    QCOMPARE(words.entry(cache, "3"), words.entry(cache, "3"));
}

void TestLexicon::manyPairs_keepTheirIds()
{
    LexiconBuilder words;
    const TextId next = words.text("next");
    for (std::uint32_t owner = 1; owner <= 5'000; ++owner) {
        words.addObject("Node", ObjectKind::Instance);
        QCOMPARE(words.slot(ObjectId{owner}, next), SlotId{owner});
    }
    for (std::uint32_t owner = 5'000; owner > 0; --owner)
        QCOMPARE(words.slot(ObjectId{owner}, "next"), SlotId{owner});
    QCOMPARE(words.slot(ObjectId{1}, "other"), SlotId{5'001});
}

void TestLexicon::emptyText_isTheEmptyId()
{
    LexiconBuilder words;
    QVERIFY(!words.text(""));
    QCOMPARE(Lexicon().text({}), std::string_view());
}

void TestLexicon::strongAndWeakSlotOfOneText_areTwo()
{
    LexiconBuilder words;
    const ObjectId object = words.addObject("dict", ObjectKind::Dict);
    QVERIFY(words.slot(object, "['k']", SlotStrength::Strong) !=
            words.slot(object, "['k']", SlotStrength::Weak));
}

void TestLexicon::labels_countEachTypeByItself()
{
    LexiconBuilder words;
    words.addObject("Node", ObjectKind::Instance);
    words.addObject("list", ObjectKind::List);
    words.addObject("Node", ObjectKind::Instance);
    Lexicon lexicon;
    lexicon.append(words.takeGrowth());
    QCOMPARE(lexicon.label({1}), std::string("Node#1"));
    QCOMPARE(lexicon.label({2}), std::string("list#1"));
    QCOMPARE(lexicon.label({3}), std::string("Node#2"));
    QCOMPARE(lexicon.label({}), std::string());
}

void TestLexicon::growth_continuesWhereTheLexiconEnds()
{
    LexiconBuilder words;
    Lexicon lexicon;
    const ObjectId first = words.addObject("Node", ObjectKind::Instance);
    const SlotId early = words.slot(first, "next");
    lexicon.append(words.takeGrowth());
    const ObjectId second = words.addObject("Node", ObjectKind::Instance);
    const SlotId foreign = words.slot(second, "next");
    const SlotId late = words.slot(first, "left");
    lexicon.append(words.takeGrowth());
    const std::span<const SlotId> slotsOfFirst = lexicon.slotsOf(first);
    QCOMPARE(std::vector(slotsOfFirst.begin(), slotsOfFirst.end()), (std::vector{early, late}));
    QCOMPARE(lexicon.slotsOf(second).front(), foreign);
    QCOMPARE(lexicon.slotText(late), std::string_view("left"));
    QVERIFY(words.takeGrowth().objects.empty());
}

QTEST_APPLESS_MAIN(TestLexicon)
#include "tst_lexicon.moc"
