#include "analysis/report.h"

#include "analysis/death.h"
#include "analysis/facts.h"
#include "analysis/lifewords.h"
#include "analysis/mark.h"
#include "analysis/nouns.h"

#include <algorithm>

namespace tetherscope {

namespace {

/// "module", "class Date", or the function's name for a local of a call.
std::string placeOf(NameId name, const Lexicon &lexicon)
{
    const ScopeInfo &scope = lexicon.scope(lexicon.name(name).scope);
    switch (scope.kind) {
    case ScopeKind::Module:
        return "module";
    case ScopeKind::Class:
        return "class " + std::string(lexicon.text(scope.name));
    case ScopeKind::Frame:
        break;
    }
    return std::string(lexicon.text(scope.function));
}

/// "new" if it came in the moment's step, else "since step 3"; and where that was.
void addSince(ReportRow &row, std::optional<std::uint32_t> event, const Moment &moment)
{
    if (!event)
        return;
    const Position when = moment.timeline().positionOfEvent(*event + 1);
    row.moment = when;
    if (when.step == moment.position().step) {
        row.note = "new";
        row.tone = Trend::Gain;
    } else {
        row.note = "since step " + decimal(when.step);
    }
}

ReportRow holderRow(const HolderUnit &unit, ObjectId object, const Moment &moment)
{
    ReportRow row;
    row.mark = ReportRow::Mark::Strong;
    row.text = holderLabel(unit.holder, moment.lexicon());
    if (unit.owner) {
        row.detail = unit.owner == object ? "itself" : std::string();
        row.thing.object = unit.owner;
    } else {
        row.detail = placeOf({unit.holder.id}, moment.lexicon());
        row.thing.name = {unit.holder.id};
    }
    addSince(row, heldSince(moment, object, unit.holder), moment);
    return row;
}

/// Units that no name and no slot holds, in the words of the picture's stubs.
ReportRow stubRow(const Stub &stub)
{
    ReportRow row;
    row.mark = ReportRow::Mark::Strong;
    row.text = stubLabel(stub.kind);
    row.code = false;
    if (stub.units > 1)
        row.detail = "×" + decimal(stub.units);
    return row;
}

ReportSection heldBy(const Moment &moment, ObjectId object)
{
    const ObjectState state = moment.now().object(object);
    ReportSection section{"Held by", {}, {}};
    for (const HolderUnit &unit : holdersOf(object, moment.now(), moment.lexicon()))
        section.rows.push_back(holderRow(unit, object, moment));
    for (const Stub &stub : stubsOf(object, moment))
        section.rows.push_back(stubRow(stub));
    section.note = decimal(state.held) + " of " + decimal(state.strong) + " accounted for";
    return section;
}

ReportRow cacheRow(EntryId entry, const Moment &moment)
{
    const Lexicon &lexicon = moment.lexicon();
    ReportRow row;
    row.mark = ReportRow::Mark::Weak;
    row.text = lexicon.text(lexicon.entry(entry).key);
    row.detail = std::string(lexicon.text(lexicon.cache(lexicon.entry(entry).cache).name)) + " cache";
    row.thing.cache = lexicon.entry(entry).cache;
    return row;
}

/// A weak reference, by the row of the dict that holds it or by its label; or a weak container's row.
ReportRow watcherRow(SlotId slot, const Moment &moment)
{
    const Lexicon &lexicon = moment.lexicon();
    const ObjectId owner = lexicon.slot(slot).owner;
    ReportRow row;
    row.mark = ReportRow::Mark::Weak;
    row.thing.object = owner;
    if (lexicon.object(owner).kind != ObjectKind::WeakReference) {
        row.text = keyText(lexicon.slotText(slot));
        row.detail = lexicon.label(owner);
        return row;
    }
    row.text = lexicon.label(owner);
    const std::vector<HolderUnit> holders = holdersOf(owner, moment.now(), lexicon);
    if (!holders.empty())
        row.detail = "held by " + holderLabel(holders[0].holder, lexicon);
    return row;
}

void addSinceWatched(ReportRow &row, ObjectId object, SlotId slot, const Moment &moment)
{
    addSince(row, heldSince(moment, object, HolderRef::slot(slot)), moment);
}

ReportSection watchedBy(const Moment &moment, ObjectId object)
{
    ReportSection section{"Watched by", "adds nothing to the count", {}};
    for (const EntryId entry : rowsOf(object, moment.now(), moment.lexicon())) {
        section.rows.push_back(cacheRow(entry, moment));
        addSince(section.rows.back(), moment.history().eventsOf(object).front(), moment);
    }
    for (const SlotId slot : watchersOf(object, moment.now(), moment.lexicon())) {
        section.rows.push_back(watcherRow(slot, moment));
        addSinceWatched(section.rows.back(), object, slot, moment);
    }
    return section;
}

ReportRow heldRow(SlotId slot, const Moment &moment)
{
    const SlotState state = moment.now().slot(slot);
    const bool weak = moment.lexicon().slot(slot).strength == SlotStrength::Weak;
    ReportRow row;
    row.text = moment.lexicon().slotText(slot);
    if (row.text == "*") {
        row.text = "its referent";
        row.code = false;
    }
    row.thing.object = state.object;
    if (state.object) {
        row.mark = weak ? ReportRow::Mark::Weak : ReportRow::Mark::Strong;
        row.detail = moment.lexicon().label(state.object);
        addSince(row, heldSince(moment, state.object, HolderRef::slot(slot)), moment);
    } else {
        row.detail = state.dead ? std::string("dead") : std::string(moment.lexicon().text(state.value));
    }
    return row;
}

ReportSection holds(const Moment &moment, ObjectId object)
{
    ReportSection section{"Holds", {}, {}};
    for (const SlotId slot : moment.now().filledSlots(object))
        section.rows.push_back(heldRow(slot, moment));
    return section;
}

ReportRow whenRow(std::string text, std::uint32_t event, const Moment &moment)
{
    ReportRow row;
    row.text = std::move(text);
    row.moment = moment.timeline().positionOfEvent(event + 1);
    row.note = "step " + decimal(row.moment->step);
    return row;
}

ReportSection killedBy(const Death &death, const Moment &moment)
{
    ReportSection section{"What killed it", {}, {}};
    const bool named = death.lastHolder.kind == Holder::Name || death.lastHolder.kind == Holder::Slot;
    section.rows.push_back(
        whenRow(holderLabel(death.lastHolder, moment.lexicon()), death.lastRelease, moment));
    ReportRow &row = section.rows.back();
    row.code = named;
    row.detail = "the last holder";
    if (death.lastHolder.kind == Holder::Name)
        row.thing.name = {death.lastHolder.id};
    if (death.lastHolder.kind == Holder::Slot)
        row.thing.object = moment.lexicon().slot({death.lastHolder.id}).owner;
    return section;
}

/// What only the dead one held, or what that held alone, and so on: their counts went to 0 through its slots.
ReportSection tookAlong(const Death &death, const Moment &moment)
{
    ReportSection section{"What it took along", {}, {}};
    std::vector<ObjectId> gone{death.object};
    const std::uint64_t end = moment.timeline().step(stepOfEvent(*death.free, moment.timeline())).endEvent;
    for (std::uint32_t number = death.lastRelease; number < end; ++number) {
        const Event &event = moment.timeline().allEvents()[number];
        if (event.kind != EventKind::Release || event.strong != 0 || event.holderKind != Holder::Slot)
            continue;
        const ObjectId owner = moment.lexicon().slot({event.subject}).owner;
        if (std::find(gone.begin(), gone.end(), owner) == gone.end() || moment.now().alive(event.object))
            continue;
        gone.push_back(event.object);
        section.rows.push_back(whenRow(moment.lexicon().label(event.object), number, moment));
        section.rows.back().thing.object = event.object;
    }
    return section;
}

void addIfFilled(std::vector<ReportSection> &sections, ReportSection section)
{
    if (!section.rows.empty())
        sections.push_back(std::move(section));
}

void addDeath(Report &report, ObjectId object, const Moment &moment)
{
    const std::uint64_t done = moment.firstEvent() + moment.position().events;
    const std::optional<Death> death = deathOf(object, done, moment.timeline(), moment.history());
    if (!death || !death->free)
        return;
    report.sections.push_back(killedBy(*death, moment));
    addIfFilled(report.sections, tookAlong(*death, moment));
}

std::string figuresOf(CacheId cache, const Moment &moment)
{
    const CacheState state = moment.now().cache(cache);
    return decimal(state.hits) + (state.hits == 1 ? " hit · " : " hits · ") + decimal(state.misses) +
           (state.misses == 1 ? " miss · " : " misses · ") + decimal(state.evicted) + " evicted";
}

} // namespace

Report objectReport(const Moment &moment, ObjectId object)
{
    const LifeState life = lifeOf(moment, object);
    Report report{
        moment.lexicon().label(object), life, std::string(lifeWord(life)), biographyOf(moment, object), {}};
    if (life == LifeState::Dead)
        addDeath(report, object, moment);
    if (!moment.now().alive(object))
        return report;
    report.sections.push_back(heldBy(moment, object));
    addIfFilled(report.sections, watchedBy(moment, object));
    addIfFilled(report.sections, holds(moment, object));
    return report;
}

Report nameReport(const Moment &moment, NameId name)
{
    const Binding binding = moment.now().binding(name);
    Report report{nameLabel(name, moment.lexicon()), LifeState::None, {}, {}, {}};
    report.biography = "A name in " + placeOf(name, moment.lexicon()) + '.';
    ReportRow row;
    if (binding.object) {
        row.mark = ReportRow::Mark::Strong;
        row.text = moment.lexicon().label(binding.object);
        row.thing.object = binding.object;
        addSince(row, heldSince(moment, binding.object, HolderRef::name(name)), moment);
    } else if (binding.value) {
        row.text = moment.lexicon().text(binding.value);
    } else {
        row.text = "nothing";
        row.code = false;
    }
    report.sections.push_back({"Holds", {}, {row}});
    return report;
}

Report cacheReport(const Moment &moment, CacheId cache)
{
    Report report{
        std::string(moment.lexicon().text(moment.lexicon().cache(cache).name)), LifeState::None, {}, {}, {}};
    report.biography = "A weak cache: it finds objects by key and keeps none of them alive.";
    ReportSection rows{"Rows", figuresOf(cache, moment), {}};
    for (const EntryId entry : moment.now().presentEntries(cache)) {
        const ObjectId object = moment.now().entry(entry).object;
        ReportRow row;
        row.mark = ReportRow::Mark::Weak;
        row.text = moment.lexicon().text(moment.lexicon().entry(entry).key);
        row.detail = moment.lexicon().label(object);
        row.thing.object = object;
        addSince(row, moment.history().eventsOf(object).front(), moment);
        rows.rows.push_back(std::move(row));
    }
    report.sections.push_back(std::move(rows));
    return report;
}

} // namespace tetherscope
