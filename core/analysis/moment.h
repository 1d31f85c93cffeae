#pragma once

#include "analysis/history.h"
#include "timeline/timeline.h"

#include <optional>
#include <span>
#include <vector>

namespace tetherscope {

/// One moment of a run as the words and the marks see it: the step, those of its events that are done, the
/// graph at the step's start and the graph now.
///
/// Kept and moved along with the play head: a move costs what changed between (see Cursor). What needs a walk
/// over the whole graph or the whole past is worked out when first asked for.
///
/// Lifetime  The timeline must outlive it; it may grow meanwhile.
/// Threads   One: const methods fill caches.
class Moment
{
public:
    /// At step 0.
    /// Requires: the timeline has step 0.
    explicit Moment(const Timeline &timeline);
    Moment(const Timeline &timeline, Position position);

    void seek(Position position);

    const Timeline &timeline() const { return *m_timeline; }
    const Lexicon &lexicon() const { return m_timeline->lexicon(); }
    Position position() const { return m_now.position(); }
    const Step &step() const { return m_timeline->step(position().step); }
    /// All events of the step are done.
    bool whole() const { return position().events == stepEvents().size(); }

    /// The events of the step, all of them, and those that are done at this moment. Valid until the timeline
    /// grows.
    std::span<const Event> stepEvents() const { return m_timeline->events(position().step); }
    std::span<const Event> events() const { return stepEvents().first(position().events); }
    /// The number of the step's first event, counted from the start of the run.
    std::uint64_t firstEvent() const { return step().firstEvent; }

    const ObjectGraph &before() const { return m_before.graph(); }
    const ObjectGraph &now() const { return m_now.graph(); }

    /// By object index: see tetherscope::unreachable().
    bool unreachableNow(ObjectId object) const;
    bool unreachableBefore(ObjectId object) const;

    /// The past of every object and name, as far as the timeline goes.
    const History &history() const;

private:
    using Flags = std::optional<std::vector<bool>>;

    const Timeline *m_timeline;
    Cursor m_before;
    Cursor m_now;
    mutable Flags m_unreachableBefore;
    mutable Flags m_unreachableNow;
    mutable History m_history;
};

} // namespace tetherscope
