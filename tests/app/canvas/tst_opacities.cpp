#include "canvas/opacities.h"

#include <QTest>

using namespace tetherscope;

namespace {

/// The first holds the second, and nobody holds the third.
Picture threeCards()
{
    Picture picture;
    for (std::uint32_t id = 1; id <= 3; ++id) {
        CardItem card;
        card.object = ObjectId{id};
        picture.cards.push_back(card);
    }
    EdgeItem edge;
    edge.from = HolderRef::slot(SlotId{1});
    edge.owner = ObjectId{1};
    edge.to = ObjectId{2};
    picture.edges.push_back(edge);
    return picture;
}

/// Of the cards, in order: "full" or "dim".
QString cards(const PaintOptions &options)
{
    const Picture picture = threeCards();
    const Opacities opacities(picture, options);
    QStringList words;
    for (std::size_t i = 0; i < picture.cards.size(); ++i)
        words << (opacities.card(i) < 1 ? QStringLiteral("dim") : QStringLiteral("full"));
    return words.join(u' ');
}

Target object(std::uint32_t id)
{
    return Target::of(ObjectId{id});
}

} // namespace

class TestOpacities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void atRest_allIsFull() { QCOMPARE(cards({}), QStringLiteral("full full full")); }

    void hovered_keepsWhatItsEdgesLeadTo()
    {
        PaintOptions options;
        options.hovered = object(1);
        QCOMPARE(cards(options), QStringLiteral("full full dim"));
    }

    void sought_dimsTheRest()
    {
        PaintOptions options;
        options.found = {object(3)};
        QCOMPARE(cards(options), QStringLiteral("dim dim full"));
    }

    void soughtAndHovered_areBothFull()
    {
        PaintOptions options;
        options.found = {object(3)};
        options.hovered = object(2);
        QCOMPARE(cards(options), QStringLiteral("full full full"));
        options.found = {object(2)};
        options.hovered = object(3);
        QCOMPARE(cards(options), QStringLiteral("dim full full"));
    }
};

QTEST_GUILESS_MAIN(TestOpacities)
#include "tst_opacities.moc"
