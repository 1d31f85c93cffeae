#include "qt/moves.h"

#include <algorithm>

namespace tetherscope::moves {

namespace {

std::uint32_t eventCount(const Timeline &timeline, std::uint32_t step)
{
    return static_cast<std::uint32_t>(timeline.step(step).eventCount());
}

/// A stop lies behind an exported event and whatever hidden ones follow it; the last is the step's end.
bool isStop(std::span<const Event> events, std::uint32_t done)
{
    if (done == events.size())
        return true;
    if (done == 0 || !isExported(events[done].kind))
        return false;
    const auto first = events.begin();
    return std::any_of(first, first + done, [](const Event &event) { return isExported(event.kind); });
}

bool isLast(const Timeline &timeline, std::uint32_t step)
{
    return step + 1 >= timeline.stepCount();
}

bool isSameOrOuterCall(const Step &candidate, const Step &from)
{
    return candidate.depth < from.depth || (candidate.depth == from.depth && candidate.scope == from.scope);
}

} // namespace

Position stopAt(const Timeline &timeline, Position position)
{
    const std::span<const Event> events = timeline.events(position.step);
    std::uint32_t done = std::min(position.events, static_cast<std::uint32_t>(events.size()));
    while (!isStop(events, done))
        ++done;
    return {position.step, done};
}

std::optional<Position> nextStep(const Timeline &timeline, Position from)
{
    if (from.events < eventCount(timeline, from.step))
        return timeline.end(from.step);
    if (isLast(timeline, from.step))
        return std::nullopt;
    return timeline.end(from.step + 1);
}

std::optional<Position> previousStep(const Timeline &timeline, Position from)
{
    if (from.step == 0)
        return std::nullopt;
    return timeline.end(from.step - 1);
}

std::optional<Position> nextEvent(const Timeline &timeline, Position from)
{
    if (from.events < eventCount(timeline, from.step))
        return stopAt(timeline, {from.step, from.events + 1});
    if (isLast(timeline, from.step))
        return std::nullopt;
    return stopAt(timeline, {from.step + 1, 1});
}

std::optional<Position> previousEvent(const Timeline &timeline, Position from)
{
    const std::span<const Event> events = timeline.events(from.step);
    for (std::uint32_t done = from.events; done > 1; --done) {
        if (isStop(events, done - 1))
            return Position{from.step, done - 1};
    }
    return previousStep(timeline, from);
}

std::optional<Position> nextOver(const Timeline &timeline, Position from)
{
    const Step &start = timeline.step(from.step);
    if (from.events < start.eventCount())
        return timeline.end(from.step);
    for (std::uint32_t step = from.step + 1; step < timeline.stepCount(); ++step) {
        if (isSameOrOuterCall(timeline.step(step), start))
            return timeline.end(step);
    }
    return isLast(timeline, from.step) ? std::nullopt : std::optional(timeline.last());
}

std::optional<Position> previousOver(const Timeline &timeline, Position from)
{
    const Step &start = timeline.step(from.step);
    for (std::uint32_t step = from.step; step-- > 0;) {
        if (isSameOrOuterCall(timeline.step(step), start))
            return timeline.end(step);
    }
    return std::nullopt;
}

std::optional<Position> out(const Timeline &timeline, Position from)
{
    const Step &start = timeline.step(from.step);
    if (start.depth == 0)
        return std::nullopt;
    for (std::uint32_t step = from.step + 1; step < timeline.stepCount(); ++step) {
        if (timeline.step(step).depth < start.depth)
            return timeline.end(step);
    }
    return isLast(timeline, from.step) ? std::nullopt : std::optional(timeline.last());
}

} // namespace tetherscope::moves
