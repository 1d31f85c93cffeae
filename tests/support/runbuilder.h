#pragma once

#include "graph/lexiconbuilder.h"
#include "timeline/timeline.h"

#include <string_view>

namespace tetherscope {

/// Builds a timeline event by event and knows the state after the last one, so that counts and what was held
/// before need not be said. Every method records events in the order in which the interpreter records them.
class RunBuilder
{
public:
    RunBuilder();

    LexiconBuilder &words() { return m_words; }
    ScopeId module() const { return m_module; }
    const ObjectGraph &graph() const { return m_graph; }
    const Lexicon &lexicon();
    std::uint64_t eventCount() const { return m_events; }

    void record(const Event &event);
    void acquire(ObjectId object, HolderRef holder, EntryId hit = {});
    void release(ObjectId object, HolderRef holder);
    void bind(NameId name, ObjectId object) { record(events::bind(name, object)); }
    void unbind(NameId name);
    void unlink(SlotId slot);
    void setValue(SlotId slot, TextId value);

    /// Acquire (but a newborn that is only in flight is taken over as it is), unbind or unlink the old, bind
    /// or link the new, release the old.
    void set(NameId name, ObjectId object);
    void set(SlotId slot, ObjectId object);
    /// Unbind or unlink, then release.
    void remove(NameId name);
    void remove(SlotId slot);
    /// The death of an object: what watches it is cleared, its rows are evicted, what it holds is let go, and
    /// its memory goes back. Requires: its count is 0.
    void kill(ObjectId object);

    /// Ends a step: it gets what was recorded since the one before.
    void endStep(Step step);
    Timeline take();

private:
    void acquireUnlessNewborn(ObjectId object, HolderRef holder);
    void flushWords();

    LexiconBuilder m_words;
    Lexicon m_lexicon;
    ObjectGraph m_graph;
    TimelineChunk m_chunk;
    Timeline m_timeline;
    std::uint64_t m_events = 0;
    std::uint64_t m_stepStart = 0;
    ScopeId m_module;
};

} // namespace tetherscope
