#include "canvas/composecard.h"
#include "layout/look.h"

namespace tetherscope {

namespace {

const CountMark *countMark(ObjectId object, const StepMarks &marks)
{
    const auto found = std::lower_bound(marks.counts.begin(), marks.counts.end(), object,
                                        [](const CountMark &mark, ObjectId id) { return mark.object < id; });
    return found != marks.counts.end() && found->object == object ? &*found : nullptr;
}

void fillBadge(CardItem &card, const Composition &all)
{
    const CountMark *mark = countMark(card.object, all.marks);
    card.badge = QString::number(all.now().object(card.object).strong);
    if (!mark || card.ghost)
        return;
    card.badge = QStringLiteral("%1 → %2").arg(mark->before).arg(mark->after);
    card.badgeTone = mark->rises() ? Tone::New : Tone::Going;
}

Tone toneOf(const CardItem &card, const Composition &all)
{
    const bool born = has(all.marks.newObjects, card.object);
    const bool letGo = all.now().object(card.object).strong == 0 && !born;
    if (card.ghost || card.dying || letGo)
        return Tone::Going;
    if (has(all.marks.unreachable, card.object))
        return Tone::Leaked;
    if (born)
        return Tone::New;
    return has(all.marks.touchedObjects, card.object) ? Tone::Touched : Tone::Rest;
}

CornerMark markOf(Tone tone)
{
    switch (tone) {
    case Tone::New:
        return CornerMark::Plus;
    case Tone::Going:
        return CornerMark::Minus;
    case Tone::Leaked:
        return CornerMark::Alert;
    case Tone::Rest:
    case Tone::Touched:
        break;
    }
    return CornerMark::None;
}

/// What is wrong with the object, in words; it takes the place of the plain values, or stands beside the
/// badge where the card has no line for them.
void fillState(CardItem &card, const Composition &all)
{
    if (card.dying)
        card.state = QStringLiteral("dying");
    const QString instead = card.ghost                  ? QStringLiteral("died in this step")
                            : card.tone == Tone::Leaked ? QStringLiteral("unreachable")
                                                        : QString();
    if (!card.ghost)
        card.values = plainValues(card.object, all.now(), all.lexicon());
    if (card.subtitleHeight > 0)
        card.subtitle = instead.isEmpty() ? card.values : instead;
    else if (!instead.isEmpty())
        card.state = card.ghost ? QStringLiteral("died") : instead;
}

void fillChip(CardItem &card, const Composition &all)
{
    for (const SameKey &same : all.marks.sameKeys)
        if (has(same.objects, card.object))
            card.chip = QStringLiteral("same key");
    for (const SlotId slot : all.lexicon().slotsOf(card.object)) {
        const GoingSlot *going = goingSlot(slot, all.marks);
        if (going && going->wrong())
            card.chip = QStringLiteral("row removed by %1, was %2’s")
                            .arg(all.label(going->removedBy), all.label(going->row));
    }
}

/// A table that holds nothing says so: on its line of values, or on its first row.
void fillEmpty(CardItem &card, const Composition &all)
{
    if (card.table && !card.ghost && card.subtitle.isEmpty() && nothingIn(card, all.picture))
        card.empty = QStringLiteral("empty");
}

/// A card that never says more than its id: the id stands in its middle.
bool onlyTitle(const CardItem &card, const CardShape &shape, const Composition &all)
{
    return !shape.table && shape.rowCount() == 0 && all.lexicon().slotsOf(card.object).empty();
}

void fillHeights(CardItem &card, const CardShape &shape, const Composition &all)
{
    const bool titleAlone = onlyTitle(card, shape, all);
    card.headerHeight = titleAlone ? card.rect.height : shape.headerHeight;
    card.subtitleHeight = titleAlone ? 0 : shape.plainLineHeight;
}

void addObject(ObjectId object, bool ghost, const Composition &all)
{
    const std::optional<SceneRect> rect = all.plan.rectOf(object);
    const CardShape *shape = all.plan.shapeOf(object);
    if (!rect || !shape)
        return;
    CardItem card;
    card.object = object;
    card.rect = *rect;
    fillHeights(card, *shape, all);
    card.label = all.label(object);
    card.table = shape->table;
    card.ghost = ghost;
    card.dying = !ghost && all.now().object(object).finalizing;
    card.tone = toneOf(card, all);
    card.mark = markOf(card.tone);
    fillBadge(card, all);
    fillState(card, all);
    fillChip(card, all);
    addSlotRows(card, *shape, all);
    fillEmpty(card, all);
    elideHeader(card, all.measure);
    hangChip(card, all.measure);
    if (card.mark != CornerMark::None || card.badgeTone != Tone::Rest)
        all.changed(card.rect);
    all.picture.cards.push_back(std::move(card));
}

} // namespace

void hangChip(CardItem &card, const TextMeasure &measure)
{
    const double width = widthOf(card.chip, FontRole::Small, measure) + 18;
    if (!card.chip.isEmpty())
        card.chipRect = {card.rect.x + 8, card.rect.bottom() + 4, width, 18};
}

void elideHeader(CardItem &card, const TextMeasure &measure)
{
    constexpr double diamondRoom = 22;
    const double inner = card.rect.width - 2 * look::cardPadding - (card.cache ? diamondRoom : 0);
    const double badge =
        card.badge.isEmpty() ? 0 : widthOf(card.badge, FontRole::Badge, measure) + 2 * look::badgePadding;
    double room = inner - badge;
    if (!card.state.isEmpty()) {
        const double state = widthOf(card.state, FontRole::Heading, measure) + look::badgePadding;
        if (widthOf(card.label, FontRole::Title, measure) + state <= room)
            room -= state;
        else
            card.chip = std::exchange(card.state, {});
    }
    card.title = elided(card.label, room, FontRole::Title, measure);
    card.subtitle = elided(card.subtitle, card.rect.width - 2 * look::cardPadding, FontRole::Small, measure);
}

void composeObjects(const Composition &all)
{
    std::vector<ObjectId> shown;
    for (const ObjectId object : all.now().living())
        shown.push_back(object);
    shown.insert(shown.end(), all.marks.ghosts.begin(), all.marks.ghosts.end());
    std::sort(shown.begin(), shown.end());
    for (const ObjectId object : shown)
        addObject(object, !all.now().alive(object), all);
}

} // namespace tetherscope
