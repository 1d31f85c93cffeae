#include "canvas/opacities.h"

#include "canvas/find.h"

#include <algorithm>

namespace tetherscope {

namespace {

constexpr double dimmed = 0.25;

/// The hovered thing, and what its edges lead to and come from.
class Lit
{
public:
    Lit(const Picture &picture, Target hovered)
        : m_hovered(hovered)
    {
        m_targets.push_back(hovered);
        for (const EdgeItem &edge : picture.edges) {
            if (!lights(edge))
                continue;
            m_targets.push_back(startOf(edge));
            m_targets.push_back(Target::of(edge.to));
        }
        std::sort(m_targets.begin(), m_targets.end());
    }

    bool lights(const EdgeItem &edge) const
    {
        return startOf(edge) == m_hovered || Target::of(edge.to) == m_hovered;
    }
    bool has(Target target) const { return std::binary_search(m_targets.begin(), m_targets.end(), target); }

private:
    Target m_hovered;
    std::vector<Target> m_targets;
};

template<typename Item, typename Test>
void dimUnless(std::vector<double> &opacities, const std::vector<Item> &items, Test lit)
{
    for (std::size_t i = 0; i < items.size(); ++i)
        if (!lit(items[i]))
            opacities[i] *= dimmed;
}

template<typename Test>
void fade(std::vector<double> &opacities, double opacity, Test appears)
{
    for (std::size_t i = 0; i < opacities.size(); ++i)
        if (appears(i))
            opacities[i] *= opacity;
}

} // namespace

Opacities::Opacities(const Picture &picture, const PaintOptions &options)
    : Opacities(picture, options, Transition())
{
}

Opacities::Opacities(const Picture &picture, const PaintOptions &options, const Transition &transition)
{
    if (!options.hovered && options.found.empty() && !transition.running())
        return;
    m_pills.assign(picture.pills.size(), 1);
    m_cards.assign(picture.cards.size(), 1);
    m_rings.assign(picture.rings.size(), 1);
    m_edges.assign(picture.edges.size(), 1);
    m_stubs.assign(picture.stubs.size(), 1);
    if (!options.found.empty())
        dimAllBut(picture, options.found);
    else if (options.hovered)
        dim(picture, options.hovered);
    if (options.hovered && !options.found.empty()) {
        PaintOptions hovering;
        hovering.hovered = options.hovered;
        brighten(Opacities(picture, hovering));
    }
    if (transition.running())
        fadeIn(transition);
}

void Opacities::dim(const Picture &picture, Target hovered)
{
    const Lit lit(picture, hovered);
    dimUnless(m_pills, picture.pills,
              [&lit](const PillItem &pill) { return lit.has(Target::of(pill.name)); });
    dimUnless(m_cards, picture.cards, [&lit](const CardItem &card) { return lit.has(card.target()); });
    dimUnless(m_edges, picture.edges, [&lit](const EdgeItem &edge) { return lit.lights(edge); });
    dimUnless(m_stubs, picture.stubs, [&lit](const StubItem &stub) { return lit.has(Target::of(stub.to)); });
    dimUnless(m_rings, picture.rings, [&](const RingItem &ring) {
        return ring.reference ? lit.has(Target::of(ring.reference))
                              : ring.owner == hovered || (ring.to && Target::of(ring.to) == hovered);
    });
}

/// Lines lead to what is sought or from it.
void Opacities::dimAllBut(const Picture &picture, std::vector<Target> found)
{
    std::sort(found.begin(), found.end());
    const auto has = [&found](Target target) {
        return std::binary_search(found.begin(), found.end(), target);
    };
    dimUnless(m_pills, picture.pills, [&](const PillItem &pill) { return has(Target::of(pill.name)); });
    dimUnless(m_cards, picture.cards, [&](const CardItem &card) { return has(card.target()); });
    dimUnless(m_edges, picture.edges,
              [&](const EdgeItem &edge) { return has(startOf(edge)) || has(Target::of(edge.to)); });
    dimUnless(m_stubs, picture.stubs, [&](const StubItem &stub) { return has(Target::of(stub.to)); });
    dimUnless(m_rings, picture.rings,
              [&](const RingItem &ring) { return has(Target::of(ring.reference)) || has(ring.owner); });
}

/// To the other's, where that is more.
void Opacities::brighten(const Opacities &other)
{
    const auto most = [](std::vector<double> &own, const std::vector<double> &others) {
        std::transform(own.begin(), own.end(), others.begin(), own.begin(),
                       [](double left, double right) { return std::max(left, right); });
    };
    most(m_pills, other.m_pills);
    most(m_cards, other.m_cards);
    most(m_rings, other.m_rings);
    most(m_edges, other.m_edges);
    most(m_stubs, other.m_stubs);
}

void Opacities::fadeIn(const Transition &transition)
{
    const double opacity = transition.appearingOpacity();
    fade(m_pills, opacity, [&](std::size_t i) { return transition.pillAppears(i); });
    fade(m_cards, opacity, [&](std::size_t i) { return transition.cardAppears(i); });
    fade(m_rings, opacity, [&](std::size_t i) { return transition.ringAppears(i); });
    fade(m_edges, opacity, [&](std::size_t i) { return transition.edgeAppears(i); });
    fade(m_stubs, opacity, [&](std::size_t i) { return transition.stubAppears(i); });
}

} // namespace tetherscope
