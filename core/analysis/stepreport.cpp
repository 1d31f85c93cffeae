#include "analysis/report.h"

#include "analysis/mark.h"
#include "analysis/nouns.h"

#include <algorithm>

namespace tetherscope {

namespace {

ReportRow changeRow(std::string text, std::string note, Trend tone, ThingRef thing)
{
    ReportRow row;
    row.text = std::move(text);
    row.note = std::move(note);
    row.tone = tone;
    row.thing = thing;
    return row;
}

std::string labelOf(ObjectId object, TextId value, const Lexicon &lexicon)
{
    return object ? lexicon.label(object) : elideMiddle(onOneLine(withoutAddresses(lexicon.text(value))), 32);
}

void addObjects(const StepMarks &marks, const Lexicon &lexicon, std::vector<ReportRow> &rows)
{
    for (const ObjectId object : marks.newObjects)
        rows.push_back(changeRow(lexicon.label(object), "new", Trend::Gain, {object, {}, {}}));
    for (const CountMark &count : marks.counts)
        if (std::find(marks.ghosts.begin(), marks.ghosts.end(), count.object) == marks.ghosts.end())
            rows.push_back(changeRow(lexicon.label(count.object),
                                     decimal(count.before) + " → " + decimal(count.after),
                                     count.rises() ? Trend::Gain : Trend::Loss, {count.object, {}, {}}));
    for (const ObjectId object : marks.ghosts)
        rows.push_back(changeRow(lexicon.label(object), "died", Trend::Loss, {object, {}, {}}));
}

void addNames(const StepMarks &marks, const Moment &moment, std::vector<ReportRow> &rows)
{
    const Lexicon &lexicon = moment.lexicon();
    for (const GoingName &going : marks.goingNames) {
        rows.push_back(changeRow(nameLabel(going.name, lexicon), "gone", Trend::Loss, {{}, going.name, {}}));
        rows.back().detail = labelOf(going.target, {}, lexicon);
    }
    for (const NameId name : marks.newNames) {
        const Binding binding = moment.now().binding(name);
        rows.push_back(changeRow(nameLabel(name, lexicon), "new", Trend::Gain, {{}, name, {}}));
        rows.back().detail = labelOf(binding.object, binding.value, lexicon);
    }
}

void addSlots(const StepMarks &marks, const Moment &moment, std::vector<ReportRow> &rows)
{
    const Lexicon &lexicon = moment.lexicon();
    const auto add = [&](SlotId slot, ObjectId object, TextId value, std::string_view note, Trend tone) {
        const ObjectId owner = lexicon.slot(slot).owner;
        rows.push_back(changeRow(slotLabel(slot, lexicon), std::string(note), tone, {owner, {}, {}}));
        rows.back().detail = labelOf(object, value, lexicon);
        const bool weak = lexicon.slot(slot).strength == SlotStrength::Weak;
        rows.back().mark =
            object ? (weak ? ReportRow::Mark::Weak : ReportRow::Mark::Strong) : ReportRow::Mark::None;
    };
    for (const GoingSlot &going : marks.goingSlots)
        add(going.slot, going.target, {}, going.cleared ? "cleared" : "gone", Trend::Loss);
    for (const SlotId slot : marks.newSlots)
        add(slot, moment.now().slot(slot).object, {}, "new", Trend::Gain);
    for (const SlotId slot : marks.changedValues)
        add(slot, {}, moment.now().slot(slot).value, "set", Trend::Neutral);
}

void addRows(const StepMarks &marks, const Lexicon &lexicon, std::vector<ReportRow> &rows)
{
    const auto add = [&](EntryId entry, std::string_view note, Trend tone) {
        const EntryInfo &info = lexicon.entry(entry);
        rows.push_back(
            changeRow(std::string(lexicon.text(info.key)), std::string(note), tone, {{}, {}, info.cache}));
        rows.back().detail = std::string(lexicon.text(lexicon.cache(info.cache).name)) + " cache";
        rows.back().mark = ReportRow::Mark::Weak;
    };
    for (const EntryId entry : marks.newEntries)
        add(entry, "new", Trend::Gain);
    for (const EntryId entry : marks.hitEntries)
        add(entry, "hit", Trend::Neutral);
    for (const GoingEntry &going : marks.goingEntries)
        add(going.entry, "evicted", Trend::Loss);
}

} // namespace

Report stepReport(const Moment &moment)
{
    const StepMarks marks = marksAt(moment);
    Report report{"Step " + decimal(moment.position().step), LifeState::None, {}, {}, {}};
    ReportSection section{"What this step changed", {}, {}};
    addObjects(marks, moment.lexicon(), section.rows);
    addNames(marks, moment, section.rows);
    addSlots(marks, moment, section.rows);
    addRows(marks, moment.lexicon(), section.rows);
    if (section.rows.empty())
        section.note = "nothing";
    report.sections.push_back(std::move(section));
    return report;
}

} // namespace tetherscope
