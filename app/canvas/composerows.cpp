#include "canvas/composecard.h"
#include "layout/look.h"

#include <span>

namespace tetherscope {

namespace {

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

/// The last line of a card with more rows than it has room for. Where that is the line of its values, it says
/// so behind them.
void addRestRow(CardItem &card, const CardShape &shape, std::size_t hidden, const Composition &all)
{
    if (shape.hiddenRows == 0 || (shape.crowded && hidden == 0))
        return;
    RowItem row;
    row.rect = rowRect(card, shape, shape.sharedRow());
    row.blank = hidden == 0;
    row.holds = !row.blank && card.object;
    const QString text = row.blank ? QString() : QStringLiteral("… %1 more").arg(hidden);
    if (shape.rowCount() > 0)
        row.text = text;
    else
        card.subtitle += (card.subtitle.isEmpty() ? QString() : QStringLiteral(" · ")) + text;
    addRow(card, std::move(row), all);
}

/// Slots that lead somewhere now and are none of these rows.
std::size_t slotsBeside(std::span<const SlotId> rows, const CardItem &card, const Composition &all)
{
    std::size_t count = 0;
    for (const SlotId slot : all.now().filledSlots(card.object))
        if (all.now().slot(slot).object && std::find(rows.begin(), rows.end(), slot) == rows.end())
            ++count;
    return count;
}

/// The rows that show one thing each: not the last, while hidden ones have to share its line.
template<typename Id, typename CountBeside>
std::span<const Id> ownRows(const std::vector<Id> &rows, const CardShape &shape, CountBeside countBeside)
{
    const std::span<const Id> all(rows);
    const bool shared = shape.crowded && !all.empty() && countBeside(all) > 0;
    return shared ? all.first(all.size() - 1) : all;
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

std::size_t entriesBeside(std::span<const EntryId> rows, CacheId cache, const Composition &all)
{
    std::size_t count = 0;
    for (const EntryId entry : all.now().presentEntries(cache))
        count += std::find(rows.begin(), rows.end(), entry) == rows.end() ? 1 : 0;
    return count;
}

} // namespace

const GoingSlot *goingSlot(SlotId slot, const StepMarks &marks)
{
    const auto found = std::lower_bound(marks.goingSlots.begin(), marks.goingSlots.end(), slot,
                                        [](const GoingSlot &going, SlotId id) { return going.slot < id; });
    return found != marks.goingSlots.end() && found->slot == slot ? &*found : nullptr;
}

void addSlotRows(CardItem &card, const CardShape &shape, const Composition &all)
{
    card.firstRow = static_cast<std::uint32_t>(all.picture.rows.size());
    const auto beside = [&](std::span<const SlotId> rows) { return slotsBeside(rows, card, all); };
    const std::span<const SlotId> rows = ownRows(shape.rows, shape, beside);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        RowItem row;
        row.slot = rows[i];
        row.rect = rowRect(card, shape, i);
        fillRow(row, card, all);
        addRow(card, std::move(row), all);
    }
    addRestRow(card, shape, shape.hiddenRows > 0 ? beside(rows) : 0, all);
}

void addEntryRows(CardItem &card, const CardShape &shape, const Composition &all)
{
    card.firstRow = static_cast<std::uint32_t>(all.picture.rows.size());
    const auto beside = [&](std::span<const EntryId> rows) { return entriesBeside(rows, card.cache, all); };
    const std::span<const EntryId> rows = ownRows(shape.entries, shape, beside);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        RowItem row;
        row.entry = rows[i];
        row.rect = rowRect(card, shape, i);
        fillEntryRow(row, all);
        addRow(card, std::move(row), all);
    }
    addRestRow(card, shape, beside(rows), all);
}

bool nothingIn(const CardItem &card, const Picture &picture)
{
    return std::all_of(picture.rows.begin() + card.firstRow, picture.rows.end(),
                       [](const RowItem &row) { return row.blank; });
}

} // namespace tetherscope
