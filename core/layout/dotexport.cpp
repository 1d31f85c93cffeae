#include "layout/dotexport.h"

#include "layout/dotgraph.h"

#include <unordered_map>

namespace tetherscope {
namespace {

/// In labels a backslash begins an escape ("\l", "\N"), whatever surrounds it.
std::string plainLabel(std::string_view text)
{
    std::string label;
    for (const char character : text) {
        if (character == '\n')
            label += "\\n";
        else if (character == '\\')
            label += "\\\\";
        else
            label += character;
    }
    return label;
}

std::string htmlText(std::string_view text)
{
    std::string html;
    for (const char character : text) {
        switch (character) {
        case '&':
            html += "&amp;";
            break;
        case '<':
            html += "&lt;";
            break;
        case '>':
            html += "&gt;";
            break;
        case '"':
            html += "&quot;";
            break;
        case '\n':
            html += "<BR/>";
            break;
        default:
            html += character;
        }
    }
    return html;
}

class DotExport
{
public:
    DotExport(const ObjectGraph &graph, const Lexicon &lexicon)
        : m_graph(graph)
        , m_lexicon(lexicon)
    {
    }

    std::string run();

private:
    void setUp();
    void addNames();
    void addObjects();
    void addCaches();
    void addCache(CacheId cache);
    void addEdges();
    void addSlots(ObjectId owner);
    std::string nameKey(NameId name) const;

    const ObjectGraph &m_graph;
    const Lexicon &m_lexicon;
    DotGraph m_dot{"tetherscope"};
    std::unordered_map<NameId, DotGraph::Node> m_names;
    std::unordered_map<ObjectId, DotGraph::Node> m_objects;
    std::unordered_map<CacheId, DotGraph::Node> m_caches;
};

void DotExport::setUp()
{
    m_dot.set("rankdir", "LR");
    m_dot.setForNodes("shape", "box");
    m_dot.setForNodes("fontname", "monospace");
    m_dot.setForEdges("fontname", "monospace");
    m_dot.setForEdges("fontsize", "10");
}

/// "a" for the module's names, "Date._cache" and "f@1.x" for the others.
std::string DotExport::nameKey(NameId name) const
{
    const ScopeId scope = m_lexicon.name(name).scope;
    const std::string text(m_lexicon.nameText(name));
    return m_lexicon.scope(scope).kind == ScopeKind::Module
               ? text
               : std::string(m_lexicon.scopeName(scope)) + "." + text;
}

void DotExport::addNames()
{
    const DotGraph::Group names = m_dot.addGroup("source");
    for (const NameId name : m_graph.boundNames()) {
        const std::string key = nameKey(name);
        const TextId value = m_graph.binding(name).value;
        const std::string label = value ? key + " = " + std::string(m_lexicon.text(value)) : key;
        m_names[name] = m_dot.addNode("name:" + key, {{"label", plainLabel(label)}, {"style", "rounded"}});
        m_dot.addToGroup(names, m_names[name]);
    }
}

void DotExport::addObjects()
{
    for (const ObjectId object : m_graph.living()) {
        const std::string key = m_lexicon.label(object);
        const std::string label = key + " (" + std::to_string(m_graph.object(object).strong) + ")";
        const bool ring = m_lexicon.object(object).kind == ObjectKind::WeakReference;
        m_objects[object] =
            m_dot.addNode(key, {{"label", plainLabel(label)}, {"shape", ring ? "ellipse" : "box"}});
    }
}

void DotExport::addCache(CacheId cache)
{
    const std::string name(m_lexicon.text(m_lexicon.cache(cache).name));
    std::string table =
        R"(<TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0"><TR><TD>)" + htmlText(name) + "</TD></TR>";
    for (const EntryId entry : m_lexicon.entriesOf(cache)) {
        if (m_graph.entry(entry).state != EntryState::Absent) {
            table += "<TR><TD PORT=\"" + std::to_string(entry.value) + "\">" +
                     htmlText(m_lexicon.text(m_lexicon.entry(entry).key)) + "</TD></TR>";
        }
    }
    m_caches[cache] =
        m_dot.addNode("cache:" + name, {{"label", table + "</TABLE>", true}, {"shape", "plaintext"}});
}

/// Where a weak edge has no say in the ranks, caches would land among the names.
void DotExport::addCaches()
{
    const DotGraph::Group caches = m_dot.addGroup("sink");
    for (std::uint32_t id = 1; id <= m_lexicon.cacheCount(); ++id) {
        addCache({id});
        m_dot.addToGroup(caches, m_caches[{id}]);
    }
}

void DotExport::addSlots(ObjectId owner)
{
    for (const SlotId slot : m_lexicon.slotsOf(owner)) {
        const ObjectId to = m_graph.slot(slot).object;
        if (!to)
            continue;
        std::vector<DotGraph::Attribute> attributes{{"label", plainLabel(m_lexicon.slotText(slot))}};
        if (m_lexicon.slot(slot).strength == SlotStrength::Weak)
            attributes = {{"style", "dashed"}, {"constraint", "false"}};
        m_dot.addEdge(m_objects.at(owner), m_objects.at(to), attributes);
    }
}

void DotExport::addEdges()
{
    for (const NameId name : m_graph.boundNames()) {
        if (const ObjectId to = m_graph.binding(name).object)
            m_dot.addEdge(m_names.at(name), m_objects.at(to));
    }
    for (const ObjectId owner : m_graph.living())
        addSlots(owner);
    for (std::uint32_t id = 1; id <= m_lexicon.entryCount(); ++id) {
        const ObjectId to = m_graph.entry({id}).object;
        if (to && m_graph.alive(to)) {
            m_dot.addEdge(m_caches.at(m_lexicon.entry({id}).cache), m_objects.at(to),
                          {{"tailport", std::to_string(id)}, {"style", "dashed"}, {"constraint", "false"}});
        }
    }
}

std::string DotExport::run()
{
    setUp();
    addNames();
    addObjects();
    addCaches();
    addEdges();
    return m_dot.text();
}

} // namespace

std::string dotText(const ObjectGraph &graph, const Lexicon &lexicon)
{
    return DotExport(graph, lexicon).run();
}

} // namespace tetherscope
