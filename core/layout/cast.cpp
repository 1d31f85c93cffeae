#include "layout/cast.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace tetherscope {
namespace {

/// What a name, slot or cache's row holds at the moment, and since when.
struct Hold
{
    ObjectId to;
    std::uint32_t since = 0;
    std::uint64_t event = 0;
};

/// The first and the last event of a call's life: later than its return where something still holds its
/// names.
struct FrameEvents
{
    std::uint64_t first = 0;
    std::uint64_t last = 0;
};

std::size_t codePoints(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

class CastScan
{
public:
    explicit CastScan(const Lexicon &lexicon)
        : m_lexicon(lexicon)
        , m_names(lexicon.nameCount())
        , m_slots(lexicon.slotCount())
        , m_entries(lexicon.entryCount())
    {
        m_cast.objects.resize(lexicon.objectCount());
        m_cast.frames.resize(lexicon.scopeCount());
        m_cast.caches.resize(lexicon.cacheCount());
        m_frameEvents.resize(lexicon.scopeCount());
        m_bound.resize(lexicon.nameCount());
        m_cast.nameHolds.resize(lexicon.nameCount());
        m_cast.nameValue.resize(lexicon.nameCount());
        m_cast.slotHolds.resize(lexicon.slotCount());
        m_cast.slotValue.resize(lexicon.slotCount());
    }

    void take(const Event &event, std::uint32_t step);
    Cast finish(std::uint32_t stepCount);

private:
    void born(const Event &event);
    void died(const Event &event);
    void acquired(const Event &event);
    void evicted(const Event &event);
    CastCache &cacheOf(EntryId entry) { return m_cast.caches[m_lexicon.entry(entry).cache.index()]; }
    void bound(const Event &event);
    void unbound(const Event &event);
    void called(ScopeId scope);
    void returned(ScopeId scope);
    void beginClass(ScopeId scope);
    void keepFrame(ScopeId scope);
    void keepFramesOfBoundNames();
    void spreadLevels();
    void open(EdgeKind kind, Hold &hold, std::uint32_t holder, ObjectId to);
    void close(EdgeKind kind, Hold &hold, std::uint32_t holder, std::uint32_t step);
    void keepLonger(TextId &longest, TextId value) const;
    void closeAll();
    void mergeEdges();
    void indexEdges();

    const Lexicon &m_lexicon;
    Cast m_cast;
    std::vector<Hold> m_names;
    std::vector<Hold> m_slots;
    std::vector<Hold> m_entries;
    std::vector<bool> m_bound; ///< by name
    std::vector<ScopeId> m_stack;
    std::vector<FrameEvents> m_frameEvents; ///< by scope
    std::uint32_t m_step = 0;
    std::uint64_t m_event = 0;
};

void CastScan::take(const Event &event, std::uint32_t step)
{
    m_step = step;
    ++m_event;
    switch (event.kind) {
    case EventKind::Create:
        return born(event);
    case EventKind::Free:
        return died(event);
    case EventKind::Bind:
        return bound(event);
    case EventKind::Unbind:
        return unbound(event);
    case EventKind::Link:
        return open(EdgeKind::Slot, m_slots[event.slot().index()], event.subject, event.object);
    case EventKind::Weaken:
        return open(EdgeKind::WeakSlot, m_slots[event.slot().index()], event.subject, event.object);
    case EventKind::Clear:
    case EventKind::Unlink: {
        const bool weak = m_lexicon.slot(event.slot()).strength == SlotStrength::Weak;
        return close(weak ? EdgeKind::WeakSlot : EdgeKind::Slot, m_slots[event.slot().index()], event.subject,
                     step);
    }
    case EventKind::Evict:
        return evicted(event);
    case EventKind::Item:
        return keepLonger(m_cast.slotValue[event.slot().index()],
                          event.text ? event.text : event.otherText());
    case EventKind::Call:
        return called(event.scope());
    case EventKind::Return:
        return returned(event.scope());
    case EventKind::Finalize:
        m_cast.objects[event.object.index()].finalizes = true;
        return;
    case EventKind::Acquire:
        return acquired(event);
    default:
        return;
    }
}

void CastScan::born(const Event &event)
{
    CastObject &object = m_cast.objects[event.object.index()];
    object.life = {m_step, Life::endless};
    object.mostStrong = 1;
    if (const EntryId entry = event.entry()) {
        object.entry = entry;
        ++cacheOf(entry).misses;
        open(EdgeKind::Entry, m_entries[entry.index()], entry.value, event.object);
    }
}

void CastScan::died(const Event &event)
{
    CastObject &object = m_cast.objects[event.object.index()];
    object.life.last = m_step + 1;
    if (object.entry && m_entries[object.entry.index()].to == event.object)
        close(EdgeKind::Entry, m_entries[object.entry.index()], object.entry.value, m_step);
}

void CastScan::acquired(const Event &event)
{
    std::uint32_t &most = m_cast.objects[event.object.index()].mostStrong;
    most = std::max(most, event.strong);
    if (const EntryId entry = event.entry())
        ++cacheOf(entry).hits;
}

void CastScan::evicted(const Event &event)
{
    ++cacheOf(event.entry()).evicted;
    close(EdgeKind::Entry, m_entries[event.entry().index()], event.subject, m_step);
}

void CastScan::bound(const Event &event)
{
    const std::size_t name = event.name().index();
    m_bound[name] = true;
    beginClass(m_lexicon.name(event.name()).scope);
    if (event.object)
        open(EdgeKind::Name, m_names[name], event.subject, event.object);
    else
        keepLonger(m_cast.nameValue[name], event.text);
}

void CastScan::unbound(const Event &event)
{
    close(EdgeKind::Name, m_names[event.name().index()], event.subject, m_step);
    m_bound[event.name().index()] = false;
    keepFrame(m_lexicon.name(event.name()).scope);
}

/// With its first name; with its last it ends.
void CastScan::beginClass(ScopeId scope)
{
    Life &life = m_cast.frames[scope.index()].life;
    if (m_lexicon.scope(scope).kind != ScopeKind::Class || life.ever())
        return;
    life = {m_step, m_step + 1};
    m_frameEvents[scope.index()] = {m_event, m_event};
}

/// Names of a call that has returned may live on, held by a traceback.
void CastScan::keepFrame(ScopeId scope)
{
    Life &life = m_cast.frames[scope.index()].life;
    if (!life.ever() || life.last == Life::endless)
        return;
    life.last = std::max(life.last, m_step + 1);
    m_frameEvents[scope.index()].last = m_event;
}

void CastScan::keepFramesOfBoundNames()
{
    for (std::uint32_t id = 1; id <= m_bound.size(); ++id) {
        const ScopeId scope = m_lexicon.name({id}).scope;
        if (!m_bound[id - 1] || !m_cast.frames[scope.index()].life.ever())
            continue;
        m_cast.frames[scope.index()].life.last = Life::endless;
        m_frameEvents[scope.index()].last = std::numeric_limits<std::uint64_t>::max();
    }
}

/// A call gets the lowest level that no other call of its function has at the same time, and so does a class.
void CastScan::spreadLevels()
{
    std::unordered_map<TextId, std::vector<std::uint64_t>> busyUntil; // by function, then level
    for (std::uint32_t id = 1; id <= m_cast.frames.size(); ++id) {
        CastFrame &frame = m_cast.frames[id - 1];
        if (!frame.life.ever())
            continue;
        std::vector<std::uint64_t> &levels = busyUntil[m_lexicon.scope({id}).function];
        const FrameEvents &events = m_frameEvents[id - 1];
        const auto level = std::find_if(levels.begin(), levels.end(),
                                        [&](std::uint64_t until) { return until < events.first; });
        frame.level = static_cast<std::uint32_t>(level - levels.begin());
        if (level == levels.end())
            levels.push_back(events.last);
        else
            *level = events.last;
    }
}

void CastScan::called(ScopeId scope)
{
    if (m_lexicon.scope(scope).kind != ScopeKind::Frame)
        return;
    CastFrame &frame = m_cast.frames[scope.index()];
    m_stack.push_back(scope);
    frame.depth = static_cast<std::uint32_t>(m_stack.size());
    frame.life = {m_step, Life::endless};
    m_frameEvents[scope.index()] = {m_event, std::numeric_limits<std::uint64_t>::max()};
}

void CastScan::returned(ScopeId scope)
{
    const auto found = std::find(m_stack.rbegin(), m_stack.rend(), scope);
    if (found == m_stack.rend())
        return;
    m_stack.erase(std::next(found).base());
    m_cast.frames[scope.index()].life.last = m_step + 1;
    m_frameEvents[scope.index()].last = m_event;
}

void CastScan::open(EdgeKind kind, Hold &hold, std::uint32_t holder, ObjectId to)
{
    close(kind, hold, holder, m_step);
    hold = {to, m_step, m_event};
    if (kind == EdgeKind::Name)
        m_cast.nameHolds[NameId{holder}.index()] = true;
    else if (kind != EdgeKind::Entry)
        m_cast.slotHolds[SlotId{holder}.index()] = true;
}

void CastScan::close(EdgeKind kind, Hold &hold, std::uint32_t holder, std::uint32_t step)
{
    if (!hold.to)
        return;
    m_cast.edges.push_back({kind, holder, hold.to, {hold.since, step}, step - hold.since + 1, hold.event});
    hold = {};
}

void CastScan::keepLonger(TextId &longest, TextId value) const
{
    if (!longest || codePoints(m_lexicon.text(value)) > codePoints(m_lexicon.text(longest)))
        longest = value;
}

void CastScan::closeAll()
{
    const auto closeTable = [this](std::vector<Hold> &holds, auto kindOf) {
        for (std::uint32_t index = 0; index < holds.size(); ++index) {
            close(kindOf(index + 1), holds[index], index + 1, m_cast.stepCount);
        }
    };
    closeTable(m_names, [](std::uint32_t) { return EdgeKind::Name; });
    closeTable(m_entries, [](std::uint32_t) { return EdgeKind::Entry; });
    closeTable(m_slots, [this](std::uint32_t id) {
        return m_lexicon.slot({id}).strength == SlotStrength::Weak ? EdgeKind::WeakSlot : EdgeKind::Slot;
    });
}

void CastScan::mergeEdges()
{
    const auto key = [](const CastEdge &edge) { return std::tuple(edge.to, edge.kind, edge.holder); };
    std::vector<CastEdge> &edges = m_cast.edges;
    std::sort(edges.begin(), edges.end(), [&](const CastEdge &left, const CastEdge &right) {
        return std::tuple_cat(key(left), std::tuple(left.firstEvent)) <
               std::tuple_cat(key(right), std::tuple(right.firstEvent));
    });
    std::size_t kept = 0;
    for (const CastEdge &edge : edges) {
        if (kept > 0 && key(edges[kept - 1]) == key(edge)) {
            edges[kept - 1].life.include(edge.life);
            edges[kept - 1].heldSteps += edge.heldSteps;
        } else {
            edges[kept++] = edge;
        }
    }
    edges.resize(kept);
}

void CastScan::indexEdges()
{
    std::vector<std::uint32_t> &begin = m_cast.edgeBegin;
    begin.assign(m_cast.objects.size() + 1, 0);
    for (const CastEdge &edge : m_cast.edges)
        ++begin[edge.to.index() + 1];
    for (std::size_t index = 1; index < begin.size(); ++index)
        begin[index] += begin[index - 1];
}

Cast CastScan::finish(std::uint32_t stepCount)
{
    m_cast.stepCount = stepCount;
    closeAll();
    keepFramesOfBoundNames();
    spreadLevels();
    mergeEdges();
    indexEdges();
    return std::move(m_cast);
}

} // namespace

std::optional<Cast> castOf(const Timeline &timeline, const std::stop_token &stop)
{
    CastScan scan(timeline.lexicon());
    const auto stepCount = static_cast<std::uint32_t>(timeline.stepCount());
    for (std::uint32_t step = 0; step < stepCount; ++step) {
        if (stop.stop_requested())
            return std::nullopt;
        for (const Event &event : timeline.events(step))
            scan.take(event, step);
    }
    return scan.finish(stepCount);
}

} // namespace tetherscope
