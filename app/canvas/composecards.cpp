#include "canvas/composition.h"
#include "layout/look.h"

namespace tetherscope {

namespace {

const CountMark *countMark(ObjectId object, const StepMarks &marks)
{
    const auto found = std::lower_bound(marks.counts.begin(), marks.counts.end(), object,
                                        [](const CountMark &mark, ObjectId id) { return mark.object < id; });
    return found != marks.counts.end() && found->object == object ? &*found : nullptr;
}

const GoingSlot *goingSlot(SlotId slot, const StepMarks &marks)
{
    const auto found = std::lower_bound(marks.goingSlots.begin(), marks.goingSlots.end(), slot,
                                        [](const GoingSlot &going, SlotId id) { return going.slot < id; });
    return found != marks.goingSlots.end() && found->slot == slot ? &*found : nullptr;
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
    const ObjectState state = all.now().object(card.object);
    if (card.ghost || card.dying || state.strong == 0)
        return Tone::Going;
    if (has(all.marks.unreachable, card.object))
        return Tone::Leaked;
    if (has(all.marks.newObjects, card.object))
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
    if (card.subtitleHeight > 0)
        card.subtitle = instead.isEmpty() ? plainValues(card.object, all.now(), all.lexicon()) : instead;
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

/// "live" or "expired", of a row that holds a weak reference or is one.
QString watchState(SlotId slot, const SlotState &state, const Composition &all)
{
    if (all.lexicon().slot(slot).strength == SlotStrength::Weak)
        return state.dead ? QStringLiteral("expired") : QStringLiteral("live");
    if (!state.object || !all.isRing(state.object))
        return {};
    const SlotId target = targetSlotOf(state.object, all.lexicon());
    return all.now().slot(target).object ? QStringLiteral("live") : QStringLiteral("expired");
}

void fillLiveRow(RowItem &row, const SlotState &state, const Composition &all)
{
    row.text = rowText(row.slot, state.object, all.lexicon());
    row.value = all.text(state.value);
    row.state = watchState(row.slot, state, all);
    row.tone = has(all.marks.newSlots, row.slot) ? Tone::New : Tone::Rest;
    const bool strong = all.lexicon().slot(row.slot).strength == SlotStrength::Strong;
    row.holds = strong && state.object && !all.docked(state.object, HolderRef::slot(row.slot));
    if (has(all.marks.hitSlots, row.slot)) {
        row.tone = Tone::Touched;
        row.state = QStringLiteral("hit");
    }
}

void fillRow(RowItem &row, const CardItem &card, const Composition &all)
{
    const SlotState state = all.now().slot(row.slot);
    const GoingSlot *going = goingSlot(row.slot, all.marks);
    if (state.filled()) {
        fillLiveRow(row, state, all);
    } else if (going) {
        row.text = rowText(row.slot, going->target, all.lexicon());
        row.tone = Tone::Going;
        row.struck = card.table && !card.ghost;
        row.state = row.struck ? QStringLiteral("removed") : QString();
    } else {
        row.blank = true;
    }
    if (row.tone != Tone::Rest)
        all.changed(row.rect);
}

void elideRow(RowItem &row, const TextMeasure &measure)
{
    const double room = row.rect.width - 2 * look::cardPadding;
    const double stateWidth =
        row.state.isEmpty() ? 0 : widthOf(row.state, FontRole::Small, measure) + 3 * look::badgePadding;
    row.text = elided(row.text, room - stateWidth, FontRole::Name, measure);
    const double left = room - stateWidth - widthOf(row.text, FontRole::Name, measure) - look::pillValueGap;
    row.value = left > 0 ? elided(row.value, left, FontRole::Name, measure) : QString();
}

SceneRect rowRect(const CardItem &card, const CardShape &shape, std::size_t index)
{
    return {card.rect.x, card.rect.y + shape.rowTop(index), card.rect.width, shape.rowHeight};
}

void addRow(CardItem &card, RowItem row, const Composition &all)
{
    elideRow(row, all.measure);
    all.picture.rows.push_back(std::move(row));
    ++card.rowCount;
}

/// The last line of a card with more rows than it has room for.
void addRestRow(CardItem &card, const CardShape &shape, std::size_t hidden, const Composition &all)
{
    if (shape.hiddenRows == 0)
        return;
    RowItem row;
    row.rect = rowRect(card, shape, shape.rowCount() - 1);
    row.blank = hidden == 0;
    row.holds = !row.blank && card.object;
    if (!row.blank)
        row.text = QStringLiteral("… %1 more").arg(hidden);
    addRow(card, std::move(row), all);
}

/// Slots that lead somewhere now and have no row of their own.
std::size_t hiddenSlots(const CardItem &card, const CardShape &shape, const Composition &all)
{
    const std::span<const SlotId> ofObject = all.lexicon().slotsOf(card.object);
    return static_cast<std::size_t>(std::count_if(ofObject.begin(), ofObject.end(), [&](SlotId slot) {
        return all.now().slot(slot).object &&
               std::find(shape.rows.begin(), shape.rows.end(), slot) == shape.rows.end();
    }));
}

void addRows(CardItem &card, const CardShape &shape, const Composition &all)
{
    card.firstRow = static_cast<std::uint32_t>(all.picture.rows.size());
    for (std::size_t i = 0; i < shape.rows.size(); ++i) {
        RowItem row;
        row.slot = shape.rows[i];
        row.rect = rowRect(card, shape, i);
        fillRow(row, card, all);
        addRow(card, std::move(row), all);
    }
    const std::size_t hidden = shape.hiddenRows > 0 ? hiddenSlots(card, shape, all) : 0;
    addRestRow(card, shape, hidden, all);
}

bool nothingIn(const CardItem &card, const Picture &picture)
{
    return std::all_of(picture.rows.begin() + card.firstRow, picture.rows.end(),
                       [](const RowItem &row) { return row.blank; });
}

/// A table that holds nothing says so: on its line of values, or on its first row.
void fillEmpty(CardItem &card, const Composition &all)
{
    if (card.table && !card.ghost && card.subtitle.isEmpty() && nothingIn(card, all.picture))
        card.empty = QStringLiteral("empty");
}

void elideHeader(CardItem &card, const TextMeasure &measure)
{
    const double inner = card.rect.width - 2 * look::cardPadding;
    double right =
        card.badge.isEmpty() ? 0 : widthOf(card.badge, FontRole::Badge, measure) + 2 * look::badgePadding;
    if (!card.state.isEmpty())
        right += widthOf(card.state, FontRole::Small, measure) + look::badgePadding;
    card.title = elided(card.label, inner - right - (card.cache ? 22 : 0), FontRole::Title, measure);
    card.subtitle = elided(card.subtitle, inner, FontRole::Small, measure);
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
    card.headerHeight = shape->headerHeight;
    card.subtitleHeight = shape->plainLineHeight;
    card.label = all.label(object);
    card.table = shape->table;
    card.ghost = ghost;
    card.dying = !ghost && all.now().object(object).finalizing;
    card.tone = toneOf(card, all);
    card.mark = markOf(card.tone);
    fillBadge(card, all);
    fillState(card, all);
    fillChip(card, all);
    addRows(card, *shape, all);
    fillEmpty(card, all);
    elideHeader(card, all.measure);
    if (card.mark != CornerMark::None || card.badgeTone != Tone::Rest)
        all.changed(card.rect);
    all.picture.cards.push_back(std::move(card));
}

/// "1 hit · 2 misses · 0 evicted"
QString cacheFooter(const CacheState &state)
{
    const QString hits =
        state.hits == 1 ? QStringLiteral("1 hit") : QStringLiteral("%1 hits").arg(state.hits);
    const QString misses =
        state.misses == 1 ? QStringLiteral("1 miss") : QStringLiteral("%1 misses").arg(state.misses);
    return QStringLiteral("%1 · %2 · %3 evicted").arg(hits, misses).arg(state.evicted);
}

QString entryWord(EntryState state)
{
    switch (state) {
    case EntryState::Live:
        return QStringLiteral("live");
    case EntryState::Expired:
        return QStringLiteral("expired");
    case EntryState::Replaced:
        return QStringLiteral("replaced");
    case EntryState::Absent:
        break;
    }
    return {};
}

bool evicted(EntryId entry, const StepMarks &marks)
{
    return std::any_of(marks.goingEntries.begin(), marks.goingEntries.end(),
                       [entry](const GoingEntry &going) { return going.entry == entry; });
}

void fillEntryRow(RowItem &row, const Composition &all)
{
    const EntryState state = all.now().entry(row.entry).state;
    row.text = all.text(all.lexicon().entry(row.entry).key);
    row.state = entryWord(state);
    if (has(all.marks.hitEntries, row.entry)) {
        row.tone = Tone::Touched;
        row.state = QStringLiteral("hit");
    } else if (has(all.marks.newEntries, row.entry)) {
        row.tone = Tone::New;
    } else if (state == EntryState::Absent && evicted(row.entry, all.marks)) {
        row.tone = Tone::Going;
        row.struck = true;
        row.state = QStringLiteral("evicted");
    } else if (state == EntryState::Absent) {
        row.blank = true;
        row.text.clear();
    }
    if (row.tone != Tone::Rest)
        all.changed(row.rect);
}

std::size_t hiddenEntries(CacheId cache, const CardShape &shape, const Composition &all)
{
    const std::span<const EntryId> entries = all.lexicon().entriesOf(cache);
    return static_cast<std::size_t>(
        std::count_if(entries.begin() + static_cast<std::ptrdiff_t>(shape.entries.size()), entries.end(),
                      [&all](EntryId entry) { return all.now().entry(entry).state != EntryState::Absent; }));
}

void addCache(CacheId cache, const Composition &all)
{
    const std::optional<SceneRect> rect = all.plan.rectOf(cache);
    const CardShape *shape = all.plan.shapeOf(cache);
    if (!rect || !shape)
        return;
    CardItem card;
    card.cache = cache;
    card.rect = *rect;
    card.headerHeight = shape->headerHeight;
    card.subtitleHeight = shape->plainLineHeight;
    card.footerHeight = shape->footerHeight;
    card.label = all.text(all.lexicon().cache(cache).name);
    card.subtitle = QStringLiteral("weak cache: holds nothing");
    card.footer = cacheFooter(all.now().cache(cache));
    card.table = true;
    card.firstRow = static_cast<std::uint32_t>(all.picture.rows.size());
    for (std::size_t i = 0; i < shape->entries.size(); ++i) {
        RowItem row;
        row.entry = shape->entries[i];
        row.rect = rowRect(card, *shape, i);
        fillEntryRow(row, all);
        addRow(card, std::move(row), all);
    }
    addRestRow(card, *shape, hiddenEntries(cache, *shape, all), all);
    if (nothingIn(card, all.picture))
        card.empty = QStringLiteral("empty");
    elideHeader(card, all.measure);
    all.picture.cards.push_back(std::move(card));
}

/// A cache stands from the first time it is used.
bool used(CacheId cache, const Composition &all)
{
    const CacheState state = all.now().cache(cache);
    return state.hits + state.misses > 0;
}

} // namespace

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

void composeCaches(const Composition &all)
{
    for (std::size_t i = 0; i < all.lexicon().cacheCount(); ++i) {
        const CacheId cache{static_cast<std::uint32_t>(i + 1)};
        if (used(cache, all))
            addCache(cache, all);
    }
}

} // namespace tetherscope
