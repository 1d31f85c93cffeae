#include "analysis/chips.h"

#include "analysis/facts.h"
#include "analysis/nouns.h"

#include <algorithm>

// The stages of a death, whatever the way; what does not apply stays in the strip, pale, with the word
// "none", because its absence is the lesson.
//
//   by its count   last holder a › count 0 › __del__ › weak refs cleared: none left › callbacks: none ›
//   memory back weak cache     last holder a › count 0 › row evicted › destructor › memory back collector
//   unreachable › weak refs cleared › callbacks › __del__ › links cut › memory back
//
// A death may spread over several steps, since __del__ is code: the strip is the same in all of them.

namespace tetherscope {

namespace {

/// One dying object and the events that tell its stages.
struct Dying
{
    const Death &death;
    const Moment &moment;
    std::uint32_t end = 0; ///< one past the last event that belongs to the death, as far as it is known

    const Timeline &timeline() const { return moment.timeline(); }
    const Lexicon &lexicon() const { return moment.lexicon(); }
    const Event &event(std::uint32_t number) const { return timeline().allEvents()[number]; }
    bool complete() const { return death.free || death.resurrect; }
};

/// The numbers of the object's events of one kind from its last release on.
std::vector<std::uint32_t> ownEvents(EventKind kind, const Dying &dying)
{
    std::vector<std::uint32_t> numbers;
    for (const std::uint32_t number : dying.moment.history().eventsOf(dying.death.object))
        if (number >= dying.death.lastRelease && number < dying.end && dying.event(number).kind == kind &&
            dying.event(number).object == dying.death.object)
            numbers.push_back(number);
    return numbers;
}

/// Callbacks of the references that pointed at the object.
std::size_t callbackCount(const Dying &dying, std::uint32_t &last)
{
    std::size_t count = 0;
    for (std::uint32_t number = dying.death.lastRelease; number < dying.end; ++number) {
        const Event &event = dying.event(number);
        if (event.kind != EventKind::Callback ||
            dying.moment.history().referentOf(event.object) != dying.death.object)
            continue;
        last = number;
        ++count;
    }
    return count;
}

/// How many weak slots and cache rows led to the object after the event.
int watchersAfter(std::uint32_t event, const Dying &dying)
{
    int watchers = 0;
    for (const std::uint32_t number : dying.moment.history().eventsOf(dying.death.object)) {
        if (number > event)
            break;
        const Event &past = dying.event(number);
        if (past.object != dying.death.object)
            continue;
        const bool slot = past.kind == EventKind::Unlink || past.kind == EventKind::Clear;
        const bool weakSlot = slot && dying.lexicon().slot(past.slot()).strength == SlotStrength::Weak;
        if (past.kind == EventKind::Weaken || (past.kind == EventKind::Create && past.entry()))
            ++watchers;
        else if (weakSlot || past.kind == EventKind::Evict)
            --watchers;
    }
    return watchers;
}

Position after(std::uint32_t event, const Dying &dying)
{
    return dying.timeline().positionOfEvent(event + 1);
}

Chip stage(Spans spans, std::optional<std::uint32_t> event, const Dying &dying)
{
    Chip chip;
    chip.spans = std::move(spans);
    // What the run has not come to yet lies beyond its end, and so is still to come.
    chip.position = event ? after(*event, dying) : Position{dying.timeline().last().step + 1, 0};
    return chip;
}

/// A stage that did not take place; while the death is not over it may still come.
Chip missingStage(Spans spans, const std::vector<Chip> &earlier, const Dying &dying)
{
    Chip chip = stage(std::move(spans), {}, dying);
    if (!dying.complete())
        return chip;
    chip.state = Chip::State::Absent;
    chip.position = earlier.empty() ? after(dying.death.lastRelease, dying) : earlier.back().position;
    return chip;
}

Spans plainWords(std::string_view text)
{
    return {{std::string(text), Span::Kind::Plain}};
}

/// Where the last holder let go: its unbind or unlink, which comes right before the release.
std::uint32_t lettingGo(const Dying &dying)
{
    const std::uint32_t release = dying.death.lastRelease;
    if (release == 0)
        return release;
    const Event &before = dying.event(release - 1);
    const bool leaves = before.kind == EventKind::Unbind || before.kind == EventKind::Unlink;
    return leaves && before.object == dying.death.object ? release - 1 : release;
}

void addCountStages(std::vector<Chip> &chips, const Dying &dying)
{
    Spans holder = plainWords("last holder ");
    append(holder, holderPhrase(dying.death.lastHolder, dying.lexicon()).spans);
    chips.push_back(stage(std::move(holder), lettingGo(dying), dying));
    chips.push_back(stage(plainWords("count 0"), dying.death.lastRelease, dying));
    chips.back().tone = Trend::Loss;
    chips.back().stillFound = watchersAfter(dying.death.lastRelease, dying) > 0;
}

void addFinalizer(std::vector<Chip> &chips, std::string_view name, const Dying &dying)
{
    if (!dying.death.finalize) {
        chips.push_back(missingStage(plainWords(std::string(name) + ": none"), chips, dying));
        return;
    }
    chips.push_back(stage({{std::string(name), Span::Kind::Code}}, dying.death.finalize, dying));
    chips.back().stillFound = watchersAfter(*dying.death.finalize, dying) > 0;
}

void addCleared(std::vector<Chip> &chips, const Dying &dying)
{
    const std::vector<std::uint32_t> cleared = ownEvents(EventKind::Clear, dying);
    if (!cleared.empty()) {
        const std::string count = cleared.size() == 1 ? "" : ": " + decimal(cleared.size());
        chips.push_back(stage(plainWords("weak refs cleared" + count), cleared.back(), dying));
        return;
    }
    const std::span<const std::uint32_t> past = dying.moment.history().eventsOf(dying.death.object);
    const bool watched = std::any_of(past.begin(), past.end(), [&dying](std::uint32_t number) {
        return dying.event(number).kind == EventKind::Weaken &&
               dying.event(number).object == dying.death.object;
    });
    chips.push_back(missingStage(
        plainWords(watched ? "weak refs cleared: none left" : "weak refs cleared: none"), chips, dying));
    chips.back().hint = plainText(fill(Template::EventNothingToClear, {}));
}

void addCallbacks(std::vector<Chip> &chips, const Dying &dying)
{
    std::uint32_t last = 0;
    const std::size_t count = callbackCount(dying, last);
    if (count == 0)
        chips.push_back(missingStage(plainWords("callbacks: none"), chips, dying));
    else
        chips.push_back(stage(plainWords("callbacks: " + decimal(count)), last, dying));
}

void addEviction(std::vector<Chip> &chips, const Dying &dying)
{
    const std::vector<std::uint32_t> evictions = ownEvents(EventKind::Evict, dying);
    if (evictions.empty())
        chips.push_back(missingStage(plainWords("row evicted: none"), chips, dying));
    else
        chips.push_back(stage(plainWords("row evicted"), evictions.back(), dying));
}

void addMemoryBack(std::vector<Chip> &chips, const Dying &dying)
{
    if (dying.death.resurrect)
        chips.push_back(missingStage(plainWords("memory back"), chips, dying));
    else
        chips.push_back(stage(plainWords("memory back"), dying.death.free, dying));
}

void addKept(std::vector<Chip> &chips, const Dying &dying)
{
    if (!dying.death.resurrect)
        return;
    const ObjectGraph then = dying.timeline().graphAt(after(*dying.death.resurrect, dying));
    const std::vector<HolderUnit> holders = holdersOf(dying.death.object, then, dying.lexicon());
    Spans spans = plainWords(holders.empty() ? "kept again" : "kept again by ");
    if (!holders.empty())
        append(spans, holderPhrase(holders[0].holder, dying.lexicon()).spans);
    chips.push_back(stage(std::move(spans), dying.death.resurrect, dying));
    chips.back().tone = Trend::Gain;
}

/// The slots of the object that were emptied before its memory went back.
void addLinksCut(std::vector<Chip> &chips, const Dying &dying)
{
    std::optional<std::uint32_t> cut;
    for (const std::uint32_t number : dying.moment.history().eventsOf(dying.death.object)) {
        const Event &event = dying.event(number);
        if (number >= dying.death.lastRelease && number < dying.end && event.kind == EventKind::Unlink &&
            dying.lexicon().slot(event.slot()).owner == dying.death.object)
            cut = number;
    }
    chips.push_back(cut ? stage(plainWords("links cut"), cut, dying)
                        : missingStage(plainWords("links cut: none"), chips, dying));
}

/// The last run of the collector before the death, within the same statement of the module.
std::optional<std::uint32_t> lastCollect(const Dying &dying)
{
    const Timeline &timeline = dying.timeline();
    const std::uint32_t lastStep = timeline.positionOfEvent(dying.death.lastRelease + 1).step;
    for (std::uint32_t step = lastStep; step > 0; --step) {
        const Step &info = timeline.step(step);
        if (step < lastStep && info.depth == 0)
            return {};
        const std::uint64_t end = std::min<std::uint64_t>(info.endEvent, dying.death.lastRelease);
        for (std::uint64_t number = end; number > info.firstEvent; --number)
            if (dying.event(static_cast<std::uint32_t>(number - 1)).kind == EventKind::Collect)
                return static_cast<std::uint32_t>(number - 1);
    }
    return {};
}

/// The collector's event that began this death: the object was garbage then. Empty for a death by the count.
std::optional<std::uint32_t> collection(const Dying &dying)
{
    if (dying.death.lastHolder.kind == Holder::Name)
        return {};
    const std::optional<std::uint32_t> collect = lastCollect(dying);
    if (!collect)
        return {};
    const ObjectGraph then = dying.timeline().graphAt(dying.timeline().positionOfEvent(*collect));
    const std::vector<bool> garbage = unreachable(then, dying.lexicon());
    const std::size_t index = dying.death.object.index();
    return index < garbage.size() && garbage[index] ? collect : std::nullopt;
}

std::uint32_t endOf(const Death &death, const Moment &moment)
{
    if (death.free || death.resurrect)
        return death.free.value_or(death.resurrect.value_or(0)) + 1;
    return static_cast<std::uint32_t>(moment.timeline().eventCount());
}

std::vector<Chip> collectedChips(std::uint32_t collect, const Dying &dying)
{
    std::vector<Chip> chips{stage(plainWords("unreachable"), collect, dying)};
    addCleared(chips, dying);
    addCallbacks(chips, dying);
    addFinalizer(chips, "__del__", dying);
    addKept(chips, dying);
    addLinksCut(chips, dying);
    addMemoryBack(chips, dying);
    return chips;
}

bool isMadeByCache(const Dying &dying)
{
    const std::span<const std::uint32_t> past = dying.moment.history().eventsOf(dying.death.object);
    return !past.empty() && dying.event(past.front()).entry();
}

std::vector<Chip> countedChips(const Dying &dying)
{
    std::vector<Chip> chips;
    addCountStages(chips, dying);
    if (isMadeByCache(dying)) {
        addEviction(chips, dying);
        addFinalizer(chips, "destructor", dying);
        addKept(chips, dying);
    } else {
        addFinalizer(chips, "__del__", dying);
        addKept(chips, dying);
        addCleared(chips, dying);
        addCallbacks(chips, dying);
    }
    addMemoryBack(chips, dying);
    return chips;
}

/// A death is part of the step if it happens there, or is under way while the step's code runs.
bool isPartOf(const Moment &moment, const Death &death)
{
    const std::uint64_t first = moment.firstEvent();
    const std::uint64_t end = first + moment.stepEvents().size();
    return death.lastRelease < end && (!death.free || *death.free >= first) &&
           (!death.resurrect || *death.resurrect >= first);
}

bool isWorthAStrip(ObjectId object, const Moment &moment)
{
    const ObjectKind kind = moment.lexicon().object(object).kind;
    if (kind == ObjectKind::Instance)
        return true;
    const bool container = kind == ObjectKind::List || kind == ObjectKind::Dict || kind == ObjectKind::Set;
    return container && moment.before().alive(object);
}

} // namespace

std::vector<Chip> deathChips(const Death &death, const Moment &moment)
{
    const Dying dying{death, moment, endOf(death, moment)};
    const std::optional<std::uint32_t> collect = collection(dying);
    if (!collect)
        return countedChips(dying);
    Death collected = death;
    collected.lastRelease = *collect; // everything since the collector began belongs to it
    return collectedChips(*collect, {collected, moment, dying.end});
}

std::optional<Death> deathInStep(const Moment &moment)
{
    std::vector<ObjectId> candidates{dyingSelf(moment.before(), moment.lexicon())};
    for (const Event &event : moment.stepEvents())
        if (event.kind == EventKind::Release || event.kind == EventKind::Finalize ||
            event.kind == EventKind::Free || event.kind == EventKind::Resurrect)
            candidates.push_back(event.object);
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    std::optional<Death> first;
    const std::uint64_t end = moment.firstEvent() + moment.stepEvents().size();
    for (const ObjectId object : candidates) {
        if (!object || !isWorthAStrip(object, moment))
            continue;
        const std::optional<Death> death = deathOf(object, end, moment.timeline(), moment.history());
        if (death && isPartOf(moment, *death) && (!first || death->lastRelease < first->lastRelease))
            first = death;
    }
    return first;
}

} // namespace tetherscope
