#include "layout/seed.h"

#include "graph/reachability.h"

#include <algorithm>

namespace tetherscope {
namespace {

constexpr double mostWeight = 16; // of the edge that holds an object the longest

class SeedMaker
{
public:
    SeedMaker(const Parts &parts, const Cast &cast, std::optional<std::uint32_t> step)
        : m_parts(parts)
        , m_cast(cast)
        , m_step(step)
        , m_nodeOf(parts.count(), NameColumn::none)
        , m_mostPull(parts.count(), 0)
    {
        for (const Tie &tie : parts.ties)
            m_mostPull[tie.to] = std::max(m_mostPull[tie.to], tie.pull);
    }

    Seed make();

private:
    bool there(std::uint32_t part) const;
    void addNode(std::uint32_t part);
    void addEdge(const Tie &tie);

    const Parts &m_parts;
    const Cast &m_cast;
    std::optional<std::uint32_t> m_step;
    std::vector<std::uint32_t> m_nodeOf; ///< by part
    std::vector<double> m_mostPull;      ///< by part: of the ties that lead to it
    Seed m_seed;
};

bool SeedMaker::there(std::uint32_t part) const
{
    if (!m_parts.placed(part))
        return false;
    return !m_step || !m_parts.isObject(part) ||
           m_cast.objects[m_parts.object(part).index()].life.during(*m_step);
}

void SeedMaker::addNode(std::uint32_t part)
{
    const SeedRank rank = m_parts.isItem(part)    ? SeedRank::Names
                          : m_parts.watcher(part) ? SeedRank::Watchers
                                                  : SeedRank::Objects;
    m_nodeOf[part] = static_cast<std::uint32_t>(m_seed.parts.size());
    m_seed.parts.push_back(part);
    m_seed.graph.nodes.push_back({m_parts.height(part) + m_parts.gap(part), rank});
}

/// Beside what is held now, who holds an object longer than anybody at another time has its say: it will be
/// right for longer.
void SeedMaker::addEdge(const Tie &tie)
{
    const std::uint32_t from = m_nodeOf[tie.from];
    const std::uint32_t to = m_nodeOf[tie.to];
    if (from == NameColumn::none || to == NameColumn::none)
        return;
    const double share = tie.pull / m_mostPull[tie.to];
    if (m_step && !tie.life.during(*m_step) && share < 0.5)
        return;
    // Squared: an object stands beside who holds it for long, not between them and all who borrow it.
    const auto weight = static_cast<std::uint32_t>(1 + share * share * (mostWeight - 1));
    m_seed.graph.edges.push_back(
        {from, to, weight, m_parts.gap(tie.from) + tie.fromPort, m_parts.gap(tie.to) + tie.toPort});
}

Seed SeedMaker::make()
{
    for (std::uint32_t part = 0; part < m_parts.count(); ++part) {
        if (there(part))
            addNode(part);
    }
    m_seed.graph.nameCount = m_parts.firstObject();
    m_seed.graph.freeNames = m_parts.freeNames();
    m_seed.step = m_step;
    for (const Tie &tie : m_parts.ties)
        addEdge(tie);
    return std::move(m_seed);
}

} // namespace

Seed seedAt(const Parts &parts, const Cast &cast, std::optional<std::uint32_t> step)
{
    return SeedMaker(parts, cast, step).make();
}

void setGarbageApart(Seed &seed, const Parts &parts, const Timeline &timeline)
{
    if (!seed.step)
        return;
    const std::vector<bool> lost = unreachable(timeline.graphAt(*seed.step), timeline.lexicon());
    std::vector<bool> apart(parts.count(), false);
    bool any = false;
    for (const std::uint32_t part : seed.parts) {
        if (!parts.isObject(part) || !lost.at(parts.object(part).index()))
            continue;
        apart[part] = true;
        any = true;
    }
    if (any)
        seed.apart = std::move(apart);
}

} // namespace tetherscope
