#include "layout/dotgraph.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <mutex>

#include <graphviz/gvc.h>
#include <graphviz/gvplugin.h>

extern "C" gvplugin_library_t gvplugin_dot_layout_LTX_library; // no header of Graphviz declares it

namespace tetherscope {
namespace {

std::mutex graphvizMutex;

struct ContextDeleter
{
    void operator()(GVC_t *context) const { gvFreeContext(context); }
};

/// The engine `dot` alone, linked in: finding plugins by Graphviz's list would load all of them, which takes
/// longer than to start the rest of the program.
lt_symlist_t *linkedPlugins()
{
    static std::string name = "gvplugin_dot_layout_LTX_library";
    static std::array<lt_symlist_t, 2> plugins{
        {{name.data(), &gvplugin_dot_layout_LTX_library}, {nullptr, nullptr}}};
    return plugins.data();
}

/// One for the whole process, since every context leaks a little. Requires: graphvizMutex is held.
GVC_t *sharedContext()
{
    static const std::unique_ptr<GVC_t, ContextDeleter> context(gvContextPlugins(linkedPlugins(), 0));
    return context.get();
}

/// Graphviz's functions take strings as not const, and do not change them.
char *mutableText(const std::string &text)
{
    return const_cast<char *>(text.c_str());
}

char *mutableText(const char *text)
{
    return const_cast<char *>(text);
}

} // namespace

struct GraphDeleter
{
    void operator()(Agraph_t *graph) const { agclose(graph); }
};

struct DotGraph::Handles
{
    std::unique_lock<std::mutex> lock{graphvizMutex};
    std::unique_ptr<Agraph_t, GraphDeleter> graph;
    std::vector<Agnode_t *> nodes;
    std::vector<Agraph_t *> groups;

    void set(void *element, const std::vector<Attribute> &attributes) const
    {
        for (const Attribute &attribute : attributes) {
            if (!attribute.html) {
                agsafeset(element, mutableText(attribute.name), mutableText(attribute.value),
                          mutableText(""));
                continue;
            }
            char *const html = agstrdup_html(graph.get(), mutableText(attribute.value));
            agsafeset(element, mutableText(attribute.name), html, mutableText(""));
            agstrfree(graph.get(), html);
        }
    }
};

DotGraph::DotGraph(const std::string &name)
    : m_handles(std::make_unique<Handles>())
{
    agseterr(AGMAX); // the core never prints; a failure is told by the result
    m_handles->graph.reset(agopen(mutableText(name), Agdirected, nullptr));
}

DotGraph::~DotGraph() = default;

void DotGraph::set(const std::string &attribute, const std::string &value)
{
    agattr(m_handles->graph.get(), AGRAPH, mutableText(attribute), mutableText(value));
}

void DotGraph::setForNodes(const std::string &attribute, const std::string &value)
{
    agattr(m_handles->graph.get(), AGNODE, mutableText(attribute), mutableText(value));
}

void DotGraph::setForEdges(const std::string &attribute, const std::string &value)
{
    agattr(m_handles->graph.get(), AGEDGE, mutableText(attribute), mutableText(value));
}

DotGraph::Node DotGraph::addNode(const std::string &name, const std::vector<Attribute> &attributes)
{
    m_handles->nodes.push_back(agnode(m_handles->graph.get(), mutableText(name), 1));
    m_handles->set(m_handles->nodes.back(), attributes);
    return static_cast<Node>(m_handles->nodes.size() - 1);
}

void DotGraph::addEdge(Node from, Node to, const std::vector<Attribute> &attributes)
{
    Agedge_t *const edge =
        agedge(m_handles->graph.get(), m_handles->nodes[from], m_handles->nodes[to], nullptr, 1);
    m_handles->set(edge, attributes);
}

DotGraph::Group DotGraph::addGroup(const std::string &rank)
{
    // Without a name: cgraph orders named subgraphs by the address of the name, which differs from run to
    // run.
    m_handles->groups.push_back(agsubg(m_handles->graph.get(), nullptr, 1));
    m_handles->set(m_handles->groups.back(), {{"rank", rank}});
    return static_cast<Group>(m_handles->groups.size() - 1);
}

void DotGraph::addToGroup(Group group, Node node)
{
    agsubnode(m_handles->groups[group], m_handles->nodes[node], 1);
}

/// Two small nodes of no consequence, one at the source and one that nothing leads to: with them each layout
/// takes `dot` (2.42) three passes.
///
/// It counts the passes of the whole process in one byte, and marks the nodes that a pass has seen with that
/// number. But other parts of it mark nodes with 1: where number 1 comes round again in a second or third
/// pass, nodes are left out and their freed edges are read. Three divides 255, so number 1 is always a first
/// pass, which finds no marks.
void DotGraph::keepPassesInStep()
{
    const Node source = addNode("pass keeper at the source", {{"width", "0.01"}, {"height", "0.01"}});
    addToGroup(addGroup("source"), source);
    addNode("pass keeper", {{"width", "0.01"}, {"height", "0.01"}});
    m_handles->nodes.resize(m_handles->nodes.size() - 2); // nobody asks where they are
}

std::optional<std::vector<ScenePoint>> DotGraph::centres()
{
    keepPassesInStep();
    GVC_t *const context = sharedContext();
    if (!context || gvLayout(context, m_handles->graph.get(), "dot") != 0)
        return std::nullopt;
    std::vector<ScenePoint> centres;
    for (Agnode_t *node : m_handles->nodes)
        centres.push_back({ND_coord(node).x, ND_coord(node).y});
    gvFreeLayout(context, m_handles->graph.get());
    return centres;
}

std::string DotGraph::text() const
{
    char *bytes = nullptr;
    std::size_t size = 0;
    std::FILE *const stream = open_memstream(&bytes, &size);
    if (!stream)
        return {};
    agwrite(m_handles->graph.get(), stream);
    std::fclose(stream);
    std::string result(bytes, size);
    std::free(bytes);
    return result;
}

std::string dotNumber(double value)
{
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, 4).ptr};
}

} // namespace tetherscope
