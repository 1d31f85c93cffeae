#include "layout/cast.h"

#include <algorithm>
#include <tuple>

namespace tetherscope {
namespace {

/// What a name, slot or cache's row holds at the moment, and since when.
struct Hold
{
    ObjectId to;
    std::uint32_t since = 0;
    std::uint64_t event = 0;
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
    void called(ScopeId scope);
    void returned(ScopeId scope);
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
    std::vector<ScopeId> m_stack;
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
        return close(EdgeKind::Name, m_names[event.name().index()], event.subject, step);
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
    if (event.object)
        open(EdgeKind::Name, m_names[name], event.subject, event.object);
    else
        keepLonger(m_cast.nameValue[name], event.text);
}

void CastScan::called(ScopeId scope)
{
    if (m_lexicon.scope(scope).kind != ScopeKind::Frame)
        return;
    const TextId function = m_lexicon.scope(scope).function;
    CastFrame &frame = m_cast.frames[scope.index()];
    frame.level =
        static_cast<std::uint32_t>(std::count_if(m_stack.begin(), m_stack.end(), [&](ScopeId other) {
            return m_lexicon.scope(other).function == function;
        }));
    m_stack.push_back(scope);
    frame.depth = static_cast<std::uint32_t>(m_stack.size());
    frame.life = {m_step, Life::endless};
}

void CastScan::returned(ScopeId scope)
{
    const auto found = std::find(m_stack.rbegin(), m_stack.rend(), scope);
    if (found == m_stack.rend())
        return;
    m_stack.erase(std::next(found).base());
    m_cast.frames[scope.index()].life.last = m_step + 1;
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
