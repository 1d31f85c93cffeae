#include "canvas/transition.h"

#include "canvas/identity.h"

#include <algorithm>

namespace tetherscope {

namespace {

template<typename Item>
auto sortedIdentities(const std::vector<Item> &items)
{
    std::vector<decltype(identityOf(items.front()))> all;
    all.reserve(items.size());
    for (const Item &item : items)
        all.push_back(identityOf(item));
    std::sort(all.begin(), all.end());
    return all;
}

/// Which of the items the others lack, by index.
template<typename Item>
std::vector<bool> missingIn(const std::vector<Item> &others, const std::vector<Item> &items)
{
    const auto known = sortedIdentities(others);
    std::vector<bool> missing;
    missing.reserve(items.size());
    for (const Item &item : items)
        missing.push_back(!std::binary_search(known.begin(), known.end(), identityOf(item)));
    return missing;
}

template<typename Item>
std::vector<Item> onlyIn(const std::vector<Item> &items, const std::vector<Item> &others)
{
    const std::vector<bool> missing = missingIn(others, items);
    std::vector<Item> only;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (missing[i])
            only.push_back(items[i]);
    return only;
}

std::size_t countOf(const std::vector<bool> &flags)
{
    return static_cast<std::size_t>(std::count(flags.begin(), flags.end(), true));
}

double ramp(double progress, double from, double to)
{
    return std::clamp((progress - from) / (to - from), 0.0, 1.0);
}

} // namespace

Transition::Transition(const Picture &from, const Picture &to)
    : m_pills(missingIn(from.pills, to.pills))
    , m_cards(missingIn(from.cards, to.cards))
    , m_rings(missingIn(from.rings, to.rings))
    , m_edges(missingIn(from.edges, to.edges))
    , m_stubs(missingIn(from.stubs, to.stubs))
    , m_progress(0)
{
    m_vanishing.pills = onlyIn(from.pills, to.pills);
    m_vanishing.cards = onlyIn(from.cards, to.cards);
    m_vanishing.rows = from.rows; // the cards point into them
    m_vanishing.rings = onlyIn(from.rings, to.rings);
    m_vanishing.edges = onlyIn(from.edges, to.edges);
    m_vanishing.stubs = onlyIn(from.stubs, to.stubs);
    m_changedCount = countOf(m_pills) + countOf(m_cards) + countOf(m_rings) + countOf(m_edges) +
                     countOf(m_stubs) + m_vanishing.pills.size() + m_vanishing.cards.size() +
                     m_vanishing.rings.size() + m_vanishing.edges.size() + m_vanishing.stubs.size();
}

double Transition::vanishingOpacity() const
{
    return running() ? 1 - ramp(m_progress, 0, vanishedAt) : 0;
}

double Transition::appearingOpacity() const
{
    return running() ? ramp(m_progress, appearsFrom, 1) : 1;
}

} // namespace tetherscope
