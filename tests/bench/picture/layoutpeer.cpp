#include "layoutpeer.h"

#include "layout/dotgraph.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>

namespace tetherscope::bench {
namespace {

constexpr double pointsPerInch = 72;

class PlainGraphMaker
{
public:
    PlainGraphMaker(const Plan &plan, const Lexicon &lexicon)
        : m_plan(plan)
        , m_lexicon(lexicon)
    {
    }

    void add(const ObjectGraph &graph)
    {
        for (const SceneBox &box : boxesAt(m_plan, graph, m_lexicon))
            addBox(box);
        for (const EdgePath &edge : edgesAt(m_plan, graph, m_lexicon))
            addEdge(edge);
    }
    PlainGraph take() { return std::move(m_result); }

private:
    void addBox(const SceneBox &box)
    {
        if (box.object && !m_plan.shapeOf(box.object))
            return; // a ring
        const auto number = static_cast<std::uint32_t>(m_result.nodes());
        const bool fresh = box.name     ? m_names.try_emplace(box.name.value, number).second
                           : box.object ? m_objects.try_emplace(box.object.value, number).second
                                        : m_caches.try_emplace(box.cache.value, number).second;
        if (!fresh)
            return;
        m_result.boxes.push_back(box.rect);
        m_result.names.push_back(static_cast<bool>(box.name));
    }

    /// The box at which the edge begins: rings belong to what they are docked at.
    std::optional<std::uint32_t> holder(const EdgePath &edge) const
    {
        if (edge.entry)
            return found(m_caches, m_lexicon.entry(edge.entry).cache.value);
        HolderRef from = edge.from;
        while (from.kind == Holder::Slot) {
            const ObjectId owner = m_lexicon.slot({from.id}).owner;
            if (m_plan.shapeOf(owner))
                return found(m_objects, owner.value);
            from = m_plan.dockOf(owner);
        }
        return from.kind == Holder::Name ? found(m_names, from.id) : std::nullopt;
    }

    void addEdge(const EdgePath &edge)
    {
        const std::optional<std::uint32_t> from = holder(edge);
        const std::optional<std::uint32_t> to = found(m_objects, edge.to.value);
        if (!from || !to)
            return;
        const ScenePoint start = edge.points.front();
        const double fromPort = start.y - m_result.boxes[*from].y;
        const double toPort = edge.points.back().y - m_result.boxes[*to].y;
        const bool turned = edge.points[1].x < start.x;
        if (!m_edges.emplace(*from, *to, fromPort).second)
            return;
        m_result.edges.push_back(turned ? PlainGraph::Edge{*to, *from, toPort, fromPort, true}
                                        : PlainGraph::Edge{*from, *to, fromPort, toPort, false});
    }

    using Numbers = std::unordered_map<std::uint32_t, std::uint32_t>;
    static std::optional<std::uint32_t> found(const Numbers &numbers, std::uint32_t id)
    {
        const auto number = numbers.find(id);
        return number == numbers.end() ? std::nullopt : std::optional(number->second);
    }

    const Plan &m_plan;
    const Lexicon &m_lexicon;
    PlainGraph m_result;
    Numbers m_names;
    Numbers m_objects;
    Numbers m_caches;
    std::set<std::tuple<std::uint32_t, std::uint32_t, double>> m_edges; ///< from, to, port
};

struct Line
{
    ScenePoint from;
    ScenePoint to;
};

double turn(const Line &line, ScenePoint point)
{
    return (line.to.x - line.from.x) * (point.y - line.from.y) -
           (line.to.y - line.from.y) * (point.x - line.from.x);
}

bool crossing(const Line &left, const Line &right)
{
    return turn(left, right.from) * turn(left, right.to) < 0 &&
           turn(right, left.from) * turn(right, left.to) < 0;
}

/// The heights at which the box's edges leave it, as cells of a table that is as large as the box.
std::string tableOf(const SceneRect &box, const std::set<double> &ports)
{
    const std::string width = std::to_string(static_cast<int>(box.width));
    std::string rows;
    double top = 0;
    for (auto port = ports.begin(); port != ports.end(); ++port) {
        const auto next = std::next(port);
        const double bottom = next == ports.end() ? box.height : (*port + *next) / 2;
        rows += "<TR><TD FIXEDSIZE=\"TRUE\" WIDTH=\"" + width + "\" HEIGHT=\"" +
                std::to_string(static_cast<int>(std::max(1.0, bottom - top))) + "\" PORT=\"p" +
                std::to_string(std::distance(ports.begin(), port)) + "\"></TD></TR>";
        top = bottom;
    }
    return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\">" + rows + "</TABLE>";
}

class DotPeer
{
public:
    explicit DotPeer(const PlainGraph &graph)
        : m_graph(graph)
        , m_ports(graph.nodes())
        , m_dot("moment")
    {
        for (const PlainGraph::Edge &edge : graph.edges)
            m_ports[edge.weak ? edge.to : edge.from].insert(edge.weak ? edge.toPort : edge.fromPort);
    }

    std::optional<std::vector<SceneRect>> boxes()
    {
        m_dot.set("rankdir", "LR");
        m_dot.set("splines", "none");
        m_dot.set("nodesep", "0.38"); // as far as cards stand from each other
        m_dot.set("ranksep", "1.33");
        m_dot.setForNodes("shape", "box");
        m_dot.setForNodes("fixedsize", "true");
        m_dot.setForNodes("label", "");
        addNodes();
        addEdges();
        return placed(m_dot.centres());
    }

private:
    void addNodes()
    {
        const DotGraph::Group names = m_dot.addGroup("source");
        for (std::uint32_t node = 0; node < m_graph.nodes(); ++node) {
            const SceneRect &box = m_graph.boxes[node];
            std::vector<DotGraph::Attribute> attributes{{"width", dotNumber(box.width / pointsPerInch)},
                                                        {"height", dotNumber(box.height / pointsPerInch)}};
            if (m_ports[node].size() > 1) {
                attributes.push_back({"label", tableOf(box, m_ports[node]), true});
                attributes.push_back({"shape", "none"});
            }
            const DotGraph::Node added = m_dot.addNode(std::to_string(node), attributes);
            if (m_graph.names[node])
                m_dot.addToGroup(names, added);
        }
    }
    void addEdges()
    {
        for (const PlainGraph::Edge &edge : m_graph.edges) {
            const bool tail = !edge.weak;
            const std::uint32_t node = tail ? edge.from : edge.to;
            std::vector<DotGraph::Attribute> attributes;
            if (m_ports[node].size() > 1) {
                const auto port = m_ports[node].find(tail ? edge.fromPort : edge.toPort);
                attributes.push_back({tail ? "tailport" : "headport",
                                      "p" + std::to_string(std::distance(m_ports[node].begin(), port)) +
                                          (tail ? ":e" : ":w")});
            }
            m_dot.addEdge(edge.from, edge.to, attributes);
        }
    }
    std::optional<std::vector<SceneRect>> placed(const std::optional<std::vector<ScenePoint>> &centres) const
    {
        if (!centres)
            return std::nullopt;
        std::vector<SceneRect> boxes = m_graph.boxes;
        for (std::size_t node = 0; node < boxes.size(); ++node) {
            boxes[node].x = (*centres)[node].x - boxes[node].width / 2;
            boxes[node].y = -(*centres)[node].y - boxes[node].height / 2;
        }
        return boxes;
    }

    const PlainGraph &m_graph;
    std::vector<std::set<double>> m_ports; ///< by node: the heights of its rows
    DotGraph m_dot;
};

} // namespace

PlainGraph plainGraph(const Plan &plan, const ObjectGraph &graph, const Lexicon &lexicon)
{
    PlainGraphMaker maker(plan, lexicon);
    maker.add(graph);
    return maker.take();
}

PlainGraph plainUnion(const Plan &plan, const Timeline &timeline)
{
    PlainGraphMaker maker(plan, timeline.lexicon());
    Cursor cursor(timeline);
    for (std::size_t step = 0; step < timeline.stepCount(); ++step) {
        cursor.seek(timeline.end(step));
        maker.add(cursor.graph());
    }
    return maker.take();
}

std::size_t crossings(const PlainGraph &graph, const std::vector<SceneRect> &boxes)
{
    std::vector<Line> lines;
    for (const PlainGraph::Edge &edge : graph.edges) {
        // Where heads arrive, each drawing may choose: they do not cross each other.
        lines.push_back(
            {{boxes[edge.from].right(),
              boxes[edge.from].y + (edge.weak ? boxes[edge.from].height / 2 : edge.fromPort)},
             {boxes[edge.to].x, boxes[edge.to].y + (edge.weak ? edge.toPort : boxes[edge.to].height / 2)}});
    }
    std::size_t pairs = 0;
    for (std::size_t left = 0; left < lines.size(); ++left) {
        for (std::size_t right = left + 1; right < lines.size(); ++right)
            pairs += crossing(lines[left], lines[right]) ? 1 : 0;
    }
    return pairs;
}

std::optional<DotRun> runDot(const PlainGraph &graph)
{
    const auto began = std::chrono::steady_clock::now();
    std::optional<std::vector<SceneRect>> boxes = DotPeer(graph).boxes();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
    if (!boxes)
        return std::nullopt;
    return DotRun{std::move(*boxes), took.count()};
}

} // namespace tetherscope::bench
