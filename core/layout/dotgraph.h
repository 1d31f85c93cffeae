#pragma once

#include "layout/geometry.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tetherscope {

/// A directed graph in Graphviz's hands: to be laid out by `dot`, or written as text in the DOT language.
///
/// Nodes and groups are numbers, in order of adding. Sizes and distances are in points.
/// Threads  Graphviz is not thread-safe, not even for two graphs that share nothing: a DotGraph keeps all
/// others
///          from being made as long as it lives, so make it, use it and drop it.
class DotGraph
{
public:
    using Node = std::uint32_t;
    using Group = std::uint32_t;

    explicit DotGraph(const std::string &name);
    ~DotGraph();
    DotGraph(const DotGraph &) = delete;
    DotGraph &operator=(const DotGraph &) = delete;

    void set(const std::string &attribute, const std::string &value);
    /// Of all nodes or edges that do not say otherwise.
    void setForNodes(const std::string &attribute, const std::string &value);
    void setForEdges(const std::string &attribute, const std::string &value);

    struct Attribute
    {
        const char *name;
        std::string value;
        bool html = false; ///< the value is an HTML-like label
    };
    Node addNode(const std::string &name, const std::vector<Attribute> &attributes = {});
    void addEdge(Node from, Node to, const std::vector<Attribute> &attributes = {});
    /// Nodes that share a rank: "source", "sink" or "same".
    Group addGroup(const std::string &rank);
    void addToGroup(Group group, Node node);

    /// The centre of each node, y up, as `dot` draws it; nothing if it fails. Requires: not called before.
    std::optional<std::vector<ScenePoint>> centres();
    std::string text() const;

private:
    void keepPassesInStep();

    struct Handles;
    std::unique_ptr<Handles> m_handles;
};

/// A number as Graphviz reads it in any locale.
std::string dotNumber(double value);

} // namespace tetherscope
