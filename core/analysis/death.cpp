#include "analysis/death.h"

namespace tetherscope {

namespace {

bool endsLife(const Event &event, ObjectId object)
{
    return event.object == object && event.kind == EventKind::Release && event.strong == 0;
}

/// One event of the object's past, told to the death that is under way.
void tell(std::optional<Death> &death, const Event &event, std::uint32_t number, ObjectId object)
{
    const bool dying = death && !death->resurrect && !death->free;
    if (endsLife(event, object) && !dying) {
        death = Death{object, {event.holderKind, event.subject}, number, {}, {}, {}};
    } else if (event.kind == EventKind::Finalize && event.object == object) {
        if (!dying) // the collector's way: a finalizer runs while the count is not 0
            death = Death{object, {}, number, {}, {}, {}};
        death->finalize = number;
    } else if (dying && event.kind == EventKind::Resurrect && event.object == object) {
        death->resurrect = number;
    } else if (dying && event.kind == EventKind::Free && event.object == object) {
        death->free = number;
    }
}

} // namespace

std::optional<Death> deathOf(ObjectId object, std::uint64_t end, const Timeline &timeline,
                             const History &history)
{
    std::optional<Death> death;
    const std::span<const Event> all = timeline.allEvents();
    for (const std::uint32_t number : history.eventsOf(object)) {
        const bool begun = death && !death->resurrect && !death->free;
        if (number >= end && !begun)
            break;
        tell(death, all[number], number, object);
    }
    return death;
}

} // namespace tetherscope
