#include "analysis/lifewords.h"

#include "analysis/death.h"
#include "analysis/nouns.h"

#include <ranges>

namespace tetherscope {

namespace {

std::uint64_t eventsDone(const Moment &moment)
{
    return moment.firstEvent() + moment.position().events;
}

bool takes(const Event &event, HolderRef holder)
{
    switch (event.kind) {
    case EventKind::Bind:
        return holder.kind == Holder::Name && event.subject == holder.id;
    case EventKind::Link:
    case EventKind::Weaken:
        return holder.kind == Holder::Slot && event.subject == holder.id;
    default:
        return false;
    }
}

/// "by the cache, on a miss", "by Date.__new__", or nothing for the module's own code.
std::string makerOf(const Event &create, std::uint32_t step, const Moment &moment)
{
    if (create.entry())
        return " by the cache, on a miss";
    const ScopeInfo &scope = moment.lexicon().scope(moment.timeline().step(step).scope);
    if (scope.kind != ScopeKind::Frame)
        return {};
    return " by " + std::string(moment.lexicon().text(scope.function));
}

std::optional<std::uint32_t> stepOfDeath(ObjectId object, const Moment &moment)
{
    const std::optional<Death> death =
        deathOf(object, eventsDone(moment), moment.timeline(), moment.history());
    if (!death || !death->free || *death->free >= eventsDone(moment))
        return {};
    return stepOfEvent(*death->free, moment.timeline());
}

/// What a weak reference points to, or pointed to; nothing for any other object.
std::string aimOf(ObjectId reference, const Moment &moment)
{
    const ObjectId referent = moment.history().referentOf(reference);
    if (!referent)
        return {};
    const std::string label = moment.lexicon().label(referent);
    const std::optional<std::uint32_t> died = stepOfDeath(referent, moment);
    if (died)
        return " Pointed to " + label + ", which died in step " + decimal(*died) + '.';
    return (moment.now().alive(reference) ? " Points to " : " Pointed to ") + label + '.';
}

} // namespace

LifeState lifeOf(const Moment &moment, ObjectId object)
{
    const ObjectState state = moment.now().object(object);
    if (state.alive && state.finalizing)
        return LifeState::Dying;
    if (state.alive && moment.unreachableNow(object))
        return LifeState::Unreachable;
    if (state.alive)
        return LifeState::Alive;
    const std::span<const std::uint32_t> past = moment.history().eventsOf(object);
    return !past.empty() && past.front() < eventsDone(moment) ? LifeState::Dead : LifeState::NotYet;
}

std::string_view lifeWord(LifeState life)
{
    switch (life) {
    case LifeState::None:
        break;
    case LifeState::Alive:
        return "alive";
    case LifeState::Dying:
        return "dying";
    case LifeState::Unreachable:
        return "unreachable";
    case LifeState::Dead:
        return "dead";
    case LifeState::NotYet:
        return "not made yet";
    }
    return {};
}

std::string biographyOf(const Moment &moment, ObjectId object)
{
    const LifeState life = lifeOf(moment, object);
    if (life == LifeState::NotYet)
        return "Not made yet.";
    const std::uint32_t made = moment.history().eventsOf(object).front();
    const std::uint32_t step = stepOfEvent(made, moment.timeline());
    std::string text =
        "Made in step " + decimal(step) + makerOf(moment.timeline().allEvents()[made], step, moment) + '.';
    text += aimOf(object, moment);
    if (const std::optional<std::uint32_t> died = stepOfDeath(object, moment))
        text += " Died in step " + decimal(*died) + '.';
    return text;
}

std::uint32_t stepOfEvent(std::uint32_t event, const Timeline &timeline)
{
    return timeline.positionOfEvent(event + 1).step;
}

std::optional<std::uint32_t> heldSince(const Moment &moment, ObjectId object, HolderRef holder)
{
    const std::span<const std::uint32_t> past = moment.history().eventsOf(object);
    for (const std::uint32_t number : std::views::reverse(past)) {
        const Event &event = moment.timeline().allEvents()[number];
        if (number < eventsDone(moment) && event.object == object && takes(event, holder))
            return number;
    }
    return {};
}

} // namespace tetherscope
