#include "trace/stateline.h"

#include "graph/reachability.h"
#include "trace/eventfields.h"
#include "trace/jsonwriter.h"

#include <utility>

namespace tetherscope {

namespace {

constexpr std::uint64_t formatVersion = 1;

/// Writes the parts of one line. Requires: all that it is made from outlives it.
class StateWriter
{
public:
    StateWriter(const Timeline &timeline, const Cursor &cursor)
        : m_lexicon(timeline.lexicon())
        , m_graph(cursor.graph())
        , m_step(timeline.step(cursor.position().step))
        , m_index(cursor.position().step)
        , m_events(timeline.events(m_index).first(cursor.position().events))
    {
    }

    std::string line(const StateLineExtras &extras);

private:
    void writeStatement(std::string_view sentence);
    void writeNames();
    void writeObjects();
    void writeObject(ObjectId object, bool isGarbage);
    void writeItems(ObjectId object);
    void writeEdges();
    void writeEdge(ObjectId from, SlotId slot);
    void writeCaches();
    void writeEntry(EntryId entry);
    void writeEvents();
    void writeOutput();
    void writeOutcome();

    JsonWriter m_json;
    const Lexicon &m_lexicon;
    const ObjectGraph &m_graph;
    const Step &m_step;
    std::uint32_t m_index;
    std::span<const Event> m_events;
};

void writeBox(JsonWriter &json, const TraceNode &node)
{
    json.key(node.id);
    json.beginArray();
    for (const double number : {node.x, node.y, node.width, node.height})
        json.value(number);
    json.endArray();
}

void writeCurve(JsonWriter &json, const TraceCurve &curve)
{
    json.beginObject();
    json.field("from", curve.from);
    json.field("slot", curve.slot);
    json.field("to", curve.to);
    json.key("points");
    json.beginArray();
    for (const TracePoint &point : curve.points) {
        json.beginArray();
        json.value(point.x);
        json.value(point.y);
        json.endArray();
    }
    json.endArray();
    json.endObject();
}

void writeLayout(JsonWriter &json, const TraceLayout &layout)
{
    json.key("layout");
    json.beginObject();
    json.key("nodes");
    json.beginObject();
    for (const TraceNode &node : layout.nodes)
        writeBox(json, node);
    json.endObject();
    json.key("edges");
    json.beginArray();
    for (const TraceCurve &curve : layout.edges)
        writeCurve(json, curve);
    json.endArray();
    json.endObject();
}

std::string_view stateWord(const ObjectState &state, bool isGarbage)
{
    if (state.finalizing)
        return "finalizing";
    return isGarbage ? "unreachable" : "alive";
}

/// `present` and its object dead is what "expired" means: it needs no event of its own.
std::string_view stateWord(const CacheEntryState &entry, const ObjectGraph &graph)
{
    if (entry.state == EntryState::Replaced)
        return "replaced";
    return entry.state == EntryState::Live && graph.alive(entry.object) ? "live" : "expired";
}

std::string StateWriter::line(const StateLineExtras &extras)
{
    m_json.beginObject();
    writeStatement(extras.sentence);
    writeNames();
    writeObjects();
    writeEdges();
    writeCaches();
    writeEvents();
    writeOutput();
    writeOutcome();
    if (extras.layout)
        writeLayout(m_json, *extras.layout);
    m_json.endObject();
    return m_json.text();
}

void StateWriter::writeStatement(std::string_view sentence)
{
    m_json.field("version", formatVersion);
    m_json.field("step", m_index);
    m_json.key("line");
    if (m_step.line == 0)
        m_json.null();
    else
        m_json.value(std::uint64_t{m_step.line});
    m_json.field("scope", m_step.scope ? m_lexicon.scopeName(m_step.scope) : std::string_view());
    m_json.field("source", m_lexicon.text(m_step.source));
    m_json.field("narration", m_lexicon.text(m_step.narration));
    m_json.field("sentence", sentence);
}

void StateWriter::writeNames()
{
    m_json.key("names");
    m_json.beginArray();
    for (const NameId id : m_graph.boundNames()) {
        const Binding binding = m_graph.binding(id);
        m_json.beginObject();
        m_json.field("scope", m_lexicon.scopeName(m_lexicon.name(id).scope));
        m_json.field("name", m_lexicon.nameText(id));
        if (binding.object)
            m_json.field("object", m_lexicon.label(binding.object));
        else
            m_json.field("value", m_lexicon.text(binding.value));
        m_json.endObject();
    }
    m_json.endArray();
}

void StateWriter::writeObjects()
{
    const std::vector<bool> garbage = unreachable(m_graph, m_lexicon);
    m_json.key("objects");
    m_json.beginArray();
    for (const ObjectId id : m_graph.living())
        writeObject(id, garbage[id.index()]);
    m_json.endArray();
}

void StateWriter::writeObject(ObjectId object, bool isGarbage)
{
    const ObjectState state = m_graph.object(object);
    m_json.beginObject();
    m_json.field("id", m_lexicon.label(object));
    m_json.field("type", m_lexicon.typeName(object));
    m_json.field("strong", state.strong);
    m_json.field("unaccounted", state.unaccounted());
    m_json.field("weak", state.weak);
    m_json.field("state", stateWord(state, isGarbage));
    writeItems(object);
    m_json.endObject();
}

void StateWriter::writeItems(ObjectId object)
{
    m_json.key("items");
    m_json.beginArray();
    for (const SlotId slot : m_graph.filledSlots(object)) {
        const TextId value = m_graph.slot(slot).value;
        if (!value)
            continue;
        m_json.beginObject();
        m_json.field("slot", m_lexicon.slotText(slot));
        m_json.field("value", m_lexicon.text(value));
        m_json.endObject();
    }
    m_json.endArray();
}

void StateWriter::writeEdges()
{
    m_json.key("edges");
    m_json.beginArray();
    for (const ObjectId owner : m_graph.living())
        for (const SlotId slot : m_graph.filledSlots(owner))
            if (!m_graph.slot(slot).value)
                writeEdge(owner, slot);
    m_json.endArray();
}

void StateWriter::writeEdge(ObjectId from, SlotId slot)
{
    const SlotState state = m_graph.slot(slot);
    m_json.beginObject();
    m_json.field("from", m_lexicon.label(from));
    m_json.field("slot", m_lexicon.slotText(slot));
    m_json.key("to");
    if (state.dead)
        m_json.null();
    else
        m_json.value(m_lexicon.label(state.object));
    m_json.field("kind", m_lexicon.slot(slot).strength == SlotStrength::Strong ? "strong" : "weak");
    m_json.endObject();
}

void StateWriter::writeCaches()
{
    m_json.key("caches");
    m_json.beginArray();
    for (std::uint32_t i = 1; i <= m_lexicon.cacheCount(); ++i) {
        const CacheState state = m_graph.cache({i});
        if (!state.exists())
            continue;
        m_json.beginObject();
        m_json.field("name", m_lexicon.text(m_lexicon.cache({i}).name));
        m_json.field("hits", state.hits);
        m_json.field("misses", state.misses);
        m_json.key("entries");
        m_json.beginArray();
        for (const EntryId entry : m_graph.presentEntries({i}))
            writeEntry(entry);
        m_json.endArray();
        m_json.endObject();
    }
    m_json.endArray();
}

void StateWriter::writeEntry(EntryId entry)
{
    const CacheEntryState state = m_graph.entry(entry);
    m_json.beginObject();
    m_json.field("key", m_lexicon.text(m_lexicon.entry(entry).key));
    m_json.field("object", m_lexicon.label(state.object));
    m_json.field("state", stateWord(state, m_graph));
    m_json.endObject();
}

void StateWriter::writeEvents()
{
    m_json.key("events");
    m_json.beginArray();
    for (const Event &event : m_events)
        if (isExported(event.kind))
            writeEvent(m_json, event, m_lexicon);
    m_json.endArray();
}

/// A print ends its line or is a part that the next one goes on with.
void StateWriter::writeOutput()
{
    std::string line;
    bool isOpen = false;
    m_json.key("output");
    m_json.beginArray();
    for (const Event &event : m_events) {
        if (event.kind != EventKind::Print)
            continue;
        line += m_lexicon.text(event.text);
        isOpen = event.flag;
        if (!isOpen)
            m_json.value(std::exchange(line, {}));
    }
    if (isOpen)
        m_json.value(line);
    m_json.endArray();
}

void StateWriter::writeOutcome()
{
    if (m_step.value)
        m_json.field("value", m_lexicon.text(m_step.value));
    if (m_step.raised)
        m_json.field("raised", m_lexicon.text(m_step.raised));
}

} // namespace

std::string stateLine(const Timeline &timeline, const Cursor &cursor, const StateLineExtras &extras)
{
    return StateWriter(timeline, cursor).line(extras);
}

} // namespace tetherscope
