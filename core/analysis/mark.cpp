#include "analysis/mark.h"

#include <algorithm>

namespace tetherscope {

namespace {

template<typename T>
void sortUnique(std::vector<T> &ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

/// What the events of the step are about; whether it is different in the end is for the graphs to say.
struct Mentioned
{
    std::vector<NameId> names;
    std::vector<SlotId> slots;
    std::vector<EntryId> entries;
    std::vector<ObjectId> objects;
};

void mention(const Event &event, Mentioned &all)
{
    switch (event.kind) {
    case EventKind::Create:
    case EventKind::Acquire:
    case EventKind::Release:
    case EventKind::Finalize:
    case EventKind::Resurrect:
    case EventKind::Free:
        return all.objects.push_back(event.object);
    case EventKind::Bind:
    case EventKind::Unbind:
        return all.names.push_back(event.name());
    case EventKind::Link:
    case EventKind::Unlink:
    case EventKind::Weaken:
    case EventKind::Clear:
    case EventKind::Item:
        return all.slots.push_back(event.slot());
    default:
        return;
    }
}

Mentioned mentioned(std::span<const Event> events)
{
    Mentioned all;
    for (const Event &event : events) {
        mention(event, all);
        const bool hasEntry = event.kind == EventKind::Create || event.kind == EventKind::Acquire ||
                              event.kind == EventKind::Evict;
        if (hasEntry && event.entry())
            all.entries.push_back(event.entry());
    }
    sortUnique(all.names);
    sortUnique(all.slots);
    sortUnique(all.entries);
    sortUnique(all.objects);
    return all;
}

void markNames(const std::vector<NameId> &names, const Moment &moment, StepMarks &marks)
{
    for (const NameId name : names) {
        const Binding was = moment.before().binding(name);
        const Binding is = moment.now().binding(name);
        if (was == is)
            continue;
        if (is.bound())
            marks.newNames.push_back(name);
        if (was.object || !is.bound())
            marks.goingNames.push_back({name, was.object});
    }
}

GoingSlot goingSlot(SlotId slot, const SlotState &was, const SlotState &is, const Moment &moment)
{
    GoingSlot going{slot, was.object, {}, {}, is.dead};
    const ObjectId referent = moment.history().referentOf(was.object);
    const bool weak = moment.lexicon().slot(slot).strength == SlotStrength::Weak;
    going.row = referent ? referent : (weak ? was.object : ObjectId{});
    if (going.row && !going.cleared)
        going.removedBy = dyingSelf(moment.now(), moment.lexicon());
    return going;
}

void markSlots(const std::vector<SlotId> &slots, const Moment &moment, StepMarks &marks)
{
    for (const SlotId slot : slots) {
        const SlotState was = moment.before().slot(slot);
        const SlotState is = moment.now().slot(slot);
        if (was == is)
            continue;
        if (is.object)
            marks.newSlots.push_back(slot);
        else if (is.value)
            marks.changedValues.push_back(slot);
        if (was.object || was.dead)
            marks.goingSlots.push_back(goingSlot(slot, was, is, moment));
    }
}

void markEntries(const std::vector<EntryId> &entries, const Moment &moment, StepMarks &marks)
{
    for (const EntryId entry : entries) {
        const CacheEntryState was = moment.before().entry(entry);
        const CacheEntryState is = moment.now().entry(entry);
        if (was == is)
            continue;
        if (is.state == EntryState::Live)
            marks.newEntries.push_back(entry);
        if (was.state != EntryState::Absent && is.object != was.object)
            marks.goingEntries.push_back({entry, was.object});
    }
}

void markObjects(const std::vector<ObjectId> &objects, const Moment &moment, StepMarks &marks)
{
    for (const ObjectId object : objects) {
        const ObjectState was = moment.before().object(object);
        const ObjectState is = moment.now().object(object);
        if (!was.alive && is.alive)
            marks.newObjects.push_back(object);
        if (was.alive && !is.alive)
            marks.ghosts.push_back(object);
        if (was.alive && was.strong != is.strong)
            marks.counts.push_back({object, was.strong, is.strong});
    }
}

void markTouched(const Moment &moment, StepMarks &marks)
{
    const Lexicon &lexicon = moment.lexicon();
    for (const Event &event : moment.events()) {
        if (event.kind == EventKind::Acquire && event.entry())
            marks.hitEntries.push_back(event.entry());
        if (event.kind == EventKind::Lookup && event.otherObject())
            marks.hitSlots.push_back(rowOf(event.object, lexicon.text(event.text), lexicon));
        else if (event.kind == EventKind::Lookup || event.kind == EventKind::Dereference ||
                 event.kind == EventKind::LookedAt)
            marks.touchedObjects.push_back(event.object);
        if (event.kind == EventKind::Identity)
            for (const NameId name :
                 namesIn(moment.step(), {event.object, event.otherObject()}, moment.now(), lexicon))
                marks.comparedNames.push_back(name);
    }
    sortUnique(marks.hitEntries);
    sortUnique(marks.hitSlots);
    std::erase(marks.hitSlots, SlotId{});
    sortUnique(marks.touchedObjects);
    sortUnique(marks.comparedNames);
}

/// The last unit that was taken in this step and is still in flight gives the stub its name.
Holder stubKind(ObjectId object, std::span<const Event> events)
{
    std::uint32_t gone[3] = {};
    for (std::size_t i = events.size(); i-- > 0;) {
        const Event &event = events[i];
        if (event.object != object || event.holderKind > Holder::ReturnValue)
            continue;
        std::uint32_t &givenBack = gone[static_cast<std::size_t>(event.holderKind)];
        if (event.kind == EventKind::Release)
            ++givenBack;
        else if (event.kind == EventKind::Acquire && givenBack-- == 0)
            return event.holderKind;
    }
    return Holder::InFlight;
}

void markLiving(const Moment &moment, StepMarks &marks)
{
    for (const ObjectId object : moment.now().living()) {
        for (const Stub &stub : stubsOf(object, moment))
            marks.stubs.push_back(stub);
        if (moment.unreachableNow(object))
            marks.unreachable.push_back(object);
    }
}

} // namespace

StepMarks marksAt(const Moment &moment)
{
    StepMarks marks;
    const Mentioned all = mentioned(moment.events());
    markNames(all.names, moment, marks);
    markSlots(all.slots, moment, marks);
    markEntries(all.entries, moment, marks);
    markObjects(all.objects, moment, marks);
    markTouched(moment, marks);
    markLiving(moment, marks);
    marks.sameKeys = sameKeysAt(moment);
    return marks;
}

std::vector<Stub> stubsOf(ObjectId object, const Moment &moment)
{
    const std::uint32_t units = moment.now().object(object).unaccounted();
    if (units == 0)
        return {};
    return {{object, stubKind(object, moment.events()), units}};
}

std::string_view stubLabel(Holder kind)
{
    switch (kind) {
    case Holder::InFlight:
        return "in flight";
    case Holder::Argument:
        return "argument";
    case Holder::ReturnValue:
        return "return value";
    case Holder::Name:
    case Holder::Slot:
        break;
    }
    return {};
}

} // namespace tetherscope
