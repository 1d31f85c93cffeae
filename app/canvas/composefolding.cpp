#include "canvas/composecard.h"

namespace tetherscope {

namespace {

bool holderIsHidden(const EdgeItem &edge, const Folded &folded)
{
    return folded.hides(edge.owner) || (edge.from.kind == Holder::Name && folded.hides(NameId{edge.from.id}));
}

/// Rows lie one card's after the other: those of hidden cards go with them.
void eraseCards(Picture &picture, const Folded &folded)
{
    std::vector<RowItem> rows;
    std::erase_if(picture.cards, [&folded](const CardItem &card) { return folded.hides(card.object); });
    for (CardItem &card : picture.cards) {
        const auto first = picture.rows.begin() + card.firstRow;
        card.firstRow = static_cast<std::uint32_t>(rows.size());
        rows.insert(rows.end(), first, first + card.rowCount);
    }
    picture.rows = std::move(rows);
}

FoldedUnits eraseEdges(Picture &picture, const Folded &folded)
{
    FoldedUnits units;
    std::erase_if(picture.edges, [&](const EdgeItem &edge) {
        if (folded.hides(edge.to))
            return true;
        if (!holderIsHidden(edge, folded))
            return false;
        if (edge.counts())
            ++units[edge.to];
        return true;
    });
    return units;
}

void sayHowMany(Picture &picture, const Folded &folded, const TextMeasure &measure)
{
    for (const Folded::Head &head : folded.heads) {
        const auto card = std::find_if(picture.cards.begin(), picture.cards.end(),
                                       [&head](const CardItem &item) { return item.object == head.object; });
        if (card == picture.cards.end())
            continue;
        const QString also = card->chip.isEmpty() ? QString() : QStringLiteral(" · ") + card->chip;
        card->chip = QStringLiteral("+ %1 folded").arg(head.hidden) + also;
        hangChip(*card, measure);
    }
}

} // namespace

FoldedUnits foldAway(const Composition &all)
{
    Picture &picture = all.picture;
    std::erase_if(picture.pills, [&all](const PillItem &pill) { return all.folded.hides(pill.name); });
    std::erase_if(picture.rings, [&all](const RingItem &ring) {
        return all.folded.hides(ring.reference) || all.folded.hides(ring.owner.object());
    });
    eraseCards(picture, all.folded);
    sayHowMany(picture, all.folded, all.measure);
    return eraseEdges(picture, all.folded);
}

} // namespace tetherscope
