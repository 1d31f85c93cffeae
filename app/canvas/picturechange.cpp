#include "canvas/picturechange.h"

#include "canvas/identity.h"
#include "canvas/ink.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <tuple>

namespace tetherscope {

namespace {

/// All of a card but its rows and where they are kept.
auto looks(const CardItem &card)
{
    return std::tie(card.rect, card.headerHeight, card.subtitleHeight, card.footerHeight, card.title,
                    card.subtitle, card.state, card.badge, card.empty, card.footer, card.chip, card.chipRect,
                    card.tone, card.badgeTone, card.mark, card.ghost, card.dying, card.table);
}

std::span<const RowItem> rowsOf(const Picture &picture, const CardItem &card)
{
    return std::span(picture.rows).subspan(card.firstRow, card.rowCount);
}

/// Compares the things of two pictures, kind by kind.
class Comparison
{
public:
    Comparison(const Picture &before, const Picture &after)
        : m_before(before)
        , m_after(after)
    {
    }

    /// Both ends of the arrays are alike as a rule, so that only what is between them is to be sorted.
    template<typename Item>
    void compare(const std::vector<Item> &before, const std::vector<Item> &after)
    {
        const auto same = [this](const Item &left, const Item &right) { return alike(left, right); };
        const auto [from, to] = std::mismatch(before.begin(), before.end(), after.begin(), after.end(), same);
        const auto [fromEnd, toEnd] = std::mismatch(before.rbegin(), std::make_reverse_iterator(from),
                                                    after.rbegin(), std::make_reverse_iterator(to), same);
        compareSorted(sorted(std::span(from, fromEnd.base())), sorted(std::span(to, toEnd.base())));
    }

    std::vector<SceneRect> take() { return std::move(m_areas); }

private:
    template<typename Item>
    static std::vector<const Item *> sorted(std::span<const Item> items)
    {
        std::vector<const Item *> order(items.size());
        std::transform(items.begin(), items.end(), order.begin(), [](const Item &item) { return &item; });
        std::stable_sort(order.begin(), order.end(), [](const Item *left, const Item *right) {
            return identityOf(*left) < identityOf(*right);
        });
        return order;
    }

    template<typename Item>
    void compareSorted(const std::vector<const Item *> &before, const std::vector<const Item *> &after)
    {
        auto old = before.begin();
        for (const Item *item : after) {
            for (; old != before.end() && identityOf(**old) < identityOf(*item); ++old)
                add(**old);
            const bool paired = old != before.end() && identityOf(**old) == identityOf(*item);
            if (paired && alike(**old, *item)) {
                ++old;
                continue;
            }
            if (paired)
                add(**old++);
            add(*item);
        }
        std::for_each(old, before.end(), [this](const Item *gone) { add(*gone); });
    }

    template<typename Item>
    void add(const Item &item)
    {
        m_areas.push_back(inkOf(item));
    }

    void add(const EdgeItem &edge)
    {
        const std::vector<SceneRect> inks = inkAlong(edge);
        m_areas.insert(m_areas.end(), inks.begin(), inks.end());
    }

    template<typename Item>
    bool alike(const Item &before, const Item &after) const
    {
        return before == after;
    }
    bool alike(const CardItem &before, const CardItem &after) const
    {
        const std::span<const RowItem> rows = rowsOf(m_before, before);
        const std::span<const RowItem> others = rowsOf(m_after, after);
        return looks(before) == looks(after) &&
               std::equal(rows.begin(), rows.end(), others.begin(), others.end());
    }

    const Picture &m_before;
    const Picture &m_after;
    std::vector<SceneRect> m_areas;
};

} // namespace

std::vector<SceneRect> changedAreas(const Picture &before, const Picture &after)
{
    Comparison comparison(before, after);
    comparison.compare(before.headings, after.headings);
    comparison.compare(before.pills, after.pills);
    comparison.compare(before.cards, after.cards);
    comparison.compare(before.rings, after.rings);
    comparison.compare(before.edges, after.edges);
    comparison.compare(before.stubs, after.stubs);
    return comparison.take();
}

} // namespace tetherscope
