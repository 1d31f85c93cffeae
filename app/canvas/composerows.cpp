#include "canvas/composecard.h"
#include "layout/look.h"

#include <span>
#include <vector>

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
    row.label = row.value.isEmpty() ? row.text : row.text + u' ' + row.value;
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
std::vector<SlotId> slotsBeside(std::span<const SlotId> rows, const CardItem &card, const Composition &all)
{
    std::vector<SlotId> beside;
    for (const SlotId slot : all.now().filledSlots(card.object))
        if (all.now().slot(slot).object && std::find(rows.begin(), rows.end(), slot) == rows.end())
            beside.push_back(slot);
    return beside;
}

/// The rows that are shown, each on its line. Where hidden ones share the line of the last, it shows the only
/// one that is there, or, if there are several, none.
template<typename Id, typename Beside>
std::vector<Id> shownRows(const std::vector<Id> &planned, const CardShape &shape, const Beside &beside)
{
    std::vector<Id> rows(planned);
    if (!shape.crowded || rows.empty())
        return rows;
    const std::vector<Id> sharing = beside(std::span<const Id>(planned).first(planned.size() - 1));
    if (sharing.size() == 1)
        rows.back() = sharing.front();
    else if (sharing.size() > 1)
        rows.pop_back();
    return rows;
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

std::vector<EntryId> entriesBeside(std::span<const EntryId> rows, CacheId cache, const Composition &all)
{
    std::vector<EntryId> beside;
    for (const EntryId entry : all.now().presentEntries(cache))
        if (std::find(rows.begin(), rows.end(), entry) == rows.end())
            beside.push_back(entry);
    return beside;
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
    const std::vector<SlotId> rows = shownRows(shape.rows, shape, beside);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        RowItem row;
        row.slot = rows[i];
        row.rect = rowRect(card, shape, i);
        fillRow(row, card, all);
        addRow(card, std::move(row), all);
    }
    addRestRow(card, shape, shape.hiddenRows > 0 ? beside(rows).size() : 0, all);
}

void addEntryRows(CardItem &card, const CardShape &shape, const Composition &all)
{
    card.firstRow = static_cast<std::uint32_t>(all.picture.rows.size());
    const auto beside = [&](std::span<const EntryId> rows) { return entriesBeside(rows, card.cache, all); };
    const std::vector<EntryId> rows = shownRows(shape.entries, shape, beside);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        RowItem row;
        row.entry = rows[i];
        row.rect = rowRect(card, shape, i);
        fillEntryRow(row, all);
        addRow(card, std::move(row), all);
    }
    addRestRow(card, shape, beside(rows).size(), all);
}

bool nothingIn(const CardItem &card, const Picture &picture)
{
    return std::all_of(picture.rows.begin() + card.firstRow, picture.rows.end(),
                       [](const RowItem &row) { return row.blank; });
}

} // namespace tetherscope
