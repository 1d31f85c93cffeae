#pragma once

#include "graph/lexicon.h"
#include "graph/objectgraph.h"
#include "timeline/step.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tetherscope {

/// A piece of a run, as the recorder hands it over: steps, their events, and the words they use.
/// A plain value that may cross threads. Event numbers in `steps` count from the start of the run.
struct TimelineChunk
{
    LexiconGrowth growth = {};
    std::vector<Event> events = {};
    std::vector<Step> steps = {};
};

/// Who takes the pieces of a run, in order, on the thread that runs it.
class TimelineSink
{
public:
    virtual ~TimelineSink() = default;
    virtual void append(TimelineChunk &&chunk) = 0;
};

/// All that happened in a run, in order, and the state at any moment of it.
///
/// Append-only. Step 0 is there from the first append on: the moment before the first statement.
/// Key frames (whole graphs) are kept at distances that grow with the graph's size, so that they never take
/// more memory than the events between them, and any moment is reached by one copy and a walk that costs no
/// more than that copy or a thousand events.
///
/// Threads  None of its own; a window's timeline lives on the window's thread and is fed by chunks.
class Timeline final : public TimelineSink
{
public:
    void append(TimelineChunk &&chunk) override;

    const Lexicon &lexicon() const { return m_lexicon; }
    std::size_t stepCount() const { return m_steps.size(); } ///< step 0 included
    std::size_t eventCount() const { return m_events.size(); }
    const Step &step(std::size_t index) const { return m_steps[index]; }
    std::span<const Event> events(std::size_t step) const;
    std::span<const Event> allEvents() const { return m_events; }

    /// The end of the step: all its events done.
    Position end(std::size_t step) const;
    /// The end of the last step; the start, as long as nothing was appended.
    Position last() const { return m_steps.empty() ? Position{} : end(m_steps.size() - 1); }
    /// The number of events since the start of the run at this moment.
    std::uint64_t eventsAt(Position position) const;
    /// The moment after so many events; between two steps it belongs to the one that has ended.
    Position positionOfEvent(std::uint64_t eventsDone) const;

    ObjectGraph graphAt(Position position) const;
    ObjectGraph graphAt(std::size_t step) const { return graphAt(end(step)); }

    std::size_t keyFrameCount() const { return m_keyFrames.size(); }
    /// What the key frames take, the state after the last event not counted. At most what the events take.
    std::size_t keyFrameBytes() const { return m_keyFrameBytes; }

private:
    friend class Cursor;
    struct KeyFrame
    {
        std::uint64_t eventsDone = 0;
        ObjectGraph graph;
    };
    /// A whole graph that is kept, and after how many events.
    struct Anchor
    {
        std::uint64_t eventsDone = 0;
        const ObjectGraph *graph = nullptr;
    };
    /// The kept graph (the empty one before the first event and the one after the last among them) from which
    /// the moment is the fewest events away.
    Anchor nearestAnchor(std::uint64_t eventsDone) const;
    void walk(ObjectGraph &graph, std::uint64_t from, std::uint64_t to) const;
    void keepKeyFrame();

    Lexicon m_lexicon;
    std::vector<Event> m_events;
    std::vector<Step> m_steps;
    std::vector<KeyFrame> m_keyFrames;
    std::size_t m_keyFrameBytes = 0;
    std::size_t m_bytesSinceKeyFrame = 0;
    ObjectGraph m_start; ///< nothing
    ObjectGraph m_head;  ///< the state after the last event
};

/// A place in a timeline that moves: each move costs what changed between, or one key frame if that is
/// nearer. Requires: the timeline outlives it.
class Cursor
{
public:
    explicit Cursor(const Timeline &timeline);

    void seek(Position position);
    Position position() const { return m_position; }
    const ObjectGraph &graph() const { return m_graph; }

private:
    const Timeline *m_timeline;
    Position m_position;
    std::uint64_t m_eventsDone = 0;
    ObjectGraph m_graph;
};

} // namespace tetherscope
