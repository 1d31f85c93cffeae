#include "picturetext.h"
#include "randomrun.h"
#include "shownrun.h"

#include <QRegularExpression>
#include <QTest>

using namespace tetherscope;

namespace {

/// A list of three nodes; the last one holds the Box that a name holds too.
const std::string chain = R"(
new Box#1 box
new Node#1 a
create Node#2
set Node#1.next Node#2
create Node#3
set Node#2.next Node#3
set Node#3.box Box#1
step pass
)";

} // namespace

class TestFolded : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void foldedObjects_areGoneWithTheirEdges()
    {
        ShownRun run(chain);
        run.fold({.heads = {run.object("Node#1")}});
        const Picture picture = run.last();
        const QString text = pictureText(picture);
        QVERIFY2(!text.contains(u"Node#2") && !text.contains(u"Node#3"), qPrintable(text));
        QVERIFY2(text.contains(u"edge a -> Node#1") && text.contains(u"edge box -> Box#1"), qPrintable(text));
        QCOMPARE(picture.cards.size(), std::size_t(2));
        QCOMPARE(picture.rows.size(), std::size_t(1));
    }

    void head_saysHowManyItStandsFor()
    {
        ShownRun run(chain);
        run.fold({.heads = {run.object("Node#1")}});
        const Picture picture = run.last();
        const auto head = std::find_if(picture.cards.begin(), picture.cards.end(),
                                       [](const CardItem &card) { return card.label == u"Node#1"; });
        QVERIFY(head != picture.cards.end());
        QCOMPARE(head->chip, u"+ 2 folded"_qs);
        QVERIFY(head->chipRect.y >= head->rect.bottom());
    }

    void whatFoldedOnesHold_isAStub()
    {
        ShownRun run(chain);
        run.fold({.heads = {run.object("Node#1")}});
        const QString text = pictureText(run.last());
        QVERIFY2(text.contains(u"stub Box#1: folded away"), qPrintable(text));
    }

    void nothingMoves()
    {
        ShownRun run(chain);
        const Picture whole = run.last();
        run.fold({.heads = {run.object("Node#1")}});
        const Picture picture = run.last();
        for (const CardItem &card : picture.cards) {
            const auto same =
                std::find_if(whole.cards.begin(), whole.cards.end(),
                             [&card](const CardItem &other) { return other.object == card.object; });
            QVERIFY(same != whole.cards.end() && same->rect == card.rect);
        }
        QCOMPARE(picture.bounds, whole.bounds);
    }

    void focus_leavesTheNeighboursAndTheirCounts()
    {
        ShownRun run(chain);
        run.fold({.focus = run.object("Node#2"), .reach = 1});
        const QString text = pictureText(run.last());
        QVERIFY2(!text.contains(u"pill") && !text.contains(u"card Box#1"), qPrintable(text));
        QVERIFY2(text.contains(u"stub Node#1: folded away"), qPrintable(text));
        QVERIFY2(text.contains(u"edge Node#1.next -> Node#2"), qPrintable(text));
    }

    void headsAndStubs_areTheBadge_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 20; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void headsAndStubs_areTheBadge()
    {
        QFETCH(quint32, seed);
        ShownRun run(randomRun(seed, 250));
        const auto last = static_cast<std::uint32_t>(run.timeline().stepCount() - 1);
        for (std::uint32_t step = 0; step <= last; ++step) {
            run.fold({});
            static_cast<void>(run.at(step));
            std::vector<ObjectId> living;
            for (const ObjectId object : run.graph().living())
                living.push_back(object);
            if (living.empty())
                continue;
            run.fold({.heads = {living.front(), living[living.size() / 2]}, .plainNames = true});
            const Picture picture = run.at(step);
            for (const CardItem &card : picture.cards) {
                if (card.object && !card.ghost)
                    QCOMPARE(headsOn(picture, card.object), run.graph().object(card.object).strong);
            }
        }
    }
};

QTEST_MAIN(TestFolded)
#include "tst_folded.moc"
