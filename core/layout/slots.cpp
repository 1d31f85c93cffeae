// Interval slots. A union of all moments laid out at once becomes deep, not just large, and takes minutes;
// laying out each moment anew moves nearly everything at every step. So one moment is laid out well (the
// seed), and what comes and goes around it gets the nearest place that is free for its whole life. A sweep
// over time with the free stretches of each column: n log n.
//
// The union is Diehl, Görg and Kerren's "Preserving the Mental Map using Foresighted Layout" (VisSym 2001);
// packing lives into slots is their graph animation partitioning, here done after the drawing instead of
// before.

#include "layout/slots.h"

#include "layout/freegaps.h"
#include "layout/look.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <queue>
#include <tuple>
#include <unordered_map>

namespace tetherscope {
namespace {

constexpr std::uint32_t coolDown = 20;      // steps before a place is given to another
constexpr std::uint32_t placesForAll = 40;  // so few objects never share places
constexpr std::size_t placesOfKeyKept = 32; // a loop over one key must not fill the column for ever
constexpr std::uint32_t fewestObjectColumns = 1;
constexpr std::uint32_t columnsForAll = 8; // and more, if the seed has more

class SlotArranger
{
public:
    SlotArranger(const Parts &parts, const Cast &cast, const Seed &seed, const SeedPlacement &placement)
        : m_parts(parts)
        , m_cast(cast)
    {
        m_result.column.assign(parts.count(), NameColumn::none);
        m_result.top.assign(parts.count(), 0);
        takeSeed(seed, placement);
    }

    SlotArranger(const Parts &parts, const Cast &cast, const KeptPlaces &kept)
        : m_parts(parts)
        , m_cast(cast)
        , m_result(kept.places)
        , m_firstStep(kept.firstStep)
        , m_keeps(true)
    {
        takeKept();
    }

    std::optional<Arrangement> run(const std::stop_token &stop);

private:
    struct Place
    {
        std::uint32_t column;
        double top;
    };

    void takeSeed(const Seed &seed, const SeedPlacement &placement);
    void setApart(const Seed &seed);
    void takeKept();
    void chooseColumns();
    void chooseColumn(std::uint32_t part);
    void alignWatchers();
    std::uint32_t mostHeld(std::uint32_t part) const;
    bool holdsLong(const Tie &tie, std::uint32_t part, std::uint32_t most) const;
    std::uint32_t afterHolders(std::uint32_t part) const;
    void occupyFixed();
    bool gone(std::uint32_t part) const;
    void settleItems();
    std::vector<std::uint32_t> newcomers() const;
    void releaseUntil(std::uint32_t step);
    void occupy(std::uint32_t part);
    void settle(std::uint32_t part);
    double wishOf(std::uint32_t part) const;
    double nearestFree(std::uint32_t part, double wish);
    /// A cache, once its class is there, stays.
    Life life(std::uint32_t part) const
    {
        return m_parts.isObject(part) ? m_parts.stays[m_parts.object(part).index()]
                                      : Life{m_firstStep, Life::endless};
    }
    double extent(std::uint32_t part) const { return m_parts.height(part) + m_parts.gap(part); }

    const Parts &m_parts;
    const Cast &m_cast;
    std::vector<std::uint32_t> m_fixed; ///< parts that had their place before the others
    Arrangement m_result;
    std::vector<bool> m_placed;                              ///< has its height
    std::vector<FreeGaps> m_free;                            ///< by column
    using Release = std::pair<std::uint32_t, std::uint32_t>; ///< step, part
    std::priority_queue<Release, std::vector<Release>, std::greater<>> m_releases;
    std::unordered_map<EntryId, std::vector<std::uint32_t>> m_ofKey; ///< parts, the latest last
    std::uint32_t m_firstStep = 0;
    bool m_keeps = false;
    bool m_shareSlots = false;
    std::uint32_t m_lastColumn = columnsForAll; ///< of objects
};

/// The drawing's top edge becomes the line under the headings.
void SlotArranger::takeSeed(const Seed &seed, const SeedPlacement &placement)
{
    m_fixed = seed.parts;
    m_placed.assign(m_parts.count(), false);
    double top = placement.top.empty() ? 0 : std::numeric_limits<double>::max();
    for (std::size_t node = 0; node < m_fixed.size(); ++node)
        top = std::min(top, placement.top[node] + m_parts.gap(m_fixed[node]));
    const double shift = look::headingHeight + look::headingGap - top;
    for (std::size_t node = 0; node < m_fixed.size(); ++node) {
        const std::uint32_t part = m_fixed[node];
        m_result.column[part] = placement.column[node];
        m_result.top[part] = placement.top[node] + m_parts.gap(part) + shift;
        m_placed[part] = true;
        if (m_parts.isObject(part) && !m_parts.watcher(part))
            m_lastColumn = std::max(m_lastColumn, placement.column[node]);
    }
    setApart(seed);
}

/// What is set apart moves down as a whole, below all that stands in its columns.
void SlotArranger::setApart(const Seed &seed)
{
    if (seed.apart.empty())
        return;
    m_result.apart = seed.apart;
    double above = look::headingHeight;
    double top = std::numeric_limits<double>::max();
    double bottom = std::numeric_limits<double>::lowest();
    for (const std::uint32_t part : m_fixed) {
        const double end = m_result.top[part] + m_parts.height(part);
        if (seed.apart[part]) {
            top = std::min(top, m_result.top[part] - m_parts.gap(part));
            bottom = std::max(bottom, end);
        } else if (!m_parts.isItem(part)) {
            above = std::max(above, end);
        }
    }
    const double first = above + look::blockGap + look::headingHeight; // and a card's own gap
    for (const std::uint32_t part : m_fixed)
        m_result.top[part] += seed.apart[part] ? first - top : 0;
    m_result.region = Region{above + look::blockGap, bottom + first - top};
}

/// Columns at the right of the watchers' would be beyond what watches them.
void SlotArranger::takeKept()
{
    m_placed.assign(m_parts.count(), false);
    for (std::uint32_t part = 0; part < m_parts.count(); ++part) {
        m_placed[part] = m_result.column[part] != NameColumn::none;
        if (m_placed[part])
            m_fixed.push_back(part);
        else if (m_parts.isItem(part))
            m_result.column[part] = 0;
    }
    if (m_result.watchers)
        m_lastColumn = m_result.columnCount - 2;
    else
        m_lastColumn = std::max(m_lastColumn, m_result.columnCount - 1);
}

std::uint32_t SlotArranger::mostHeld(std::uint32_t part) const
{
    std::uint32_t most = 0;
    for (const std::uint32_t tie : m_parts.tiesAt(part)) {
        if (m_parts.ties[tie].to == part)
            most = std::max(most, m_parts.ties[tie].heldSteps);
    }
    return most;
}

/// Who held it only in passing (a return value, a loop's name) does not push it to the right.
bool SlotArranger::holdsLong(const Tie &tie, std::uint32_t part, std::uint32_t most) const
{
    return tie.to == part && tie.heldSteps >= (most + 3) / 4;
}

std::uint32_t SlotArranger::afterHolders(std::uint32_t part) const
{
    std::uint32_t column = fewestObjectColumns;
    const std::uint32_t most = mostHeld(part);
    for (const std::uint32_t index : m_parts.tiesAt(part)) {
        const Tie &tie = m_parts.ties[index];
        if (holdsLong(tie, part, most) && m_result.column[tie.from] != NameColumn::none)
            column = std::max(column, m_result.column[tie.from] + 1);
    }
    return column <= m_lastColumn ? column : fewestObjectColumns; // as a line of text begins anew
}

/// Holders first, however late they are born. Holders that hold each other: whoever is met first goes left.
void SlotArranger::chooseColumn(std::uint32_t start)
{
    struct Stop
    {
        std::uint32_t part;
        std::uint32_t most;
        std::size_t next = 0;
    };
    std::vector<Stop> path{{start, mostHeld(start)}};
    m_result.column[start] = fewestObjectColumns; // on the path
    while (!path.empty()) {
        Stop &stop = path.back();
        const std::span<const std::uint32_t> ties = m_parts.tiesAt(stop.part);
        if (stop.next == ties.size()) {
            m_result.column[stop.part] = afterHolders(stop.part);
            path.pop_back();
            continue;
        }
        const Tie &tie = m_parts.ties[ties[stop.next++]];
        if (holdsLong(tie, stop.part, stop.most) && m_result.column[tie.from] == NameColumn::none) {
            m_result.column[tie.from] = fewestObjectColumns;
            path.push_back({tie.from, mostHeld(tie.from)});
        }
    }
}

void SlotArranger::chooseColumns()
{
    for (std::uint32_t part = m_parts.firstObject(); part < m_parts.firstCache(); ++part) {
        if (m_parts.placed(part) && m_result.column[part] == NameColumn::none && !m_parts.watcher(part))
            chooseColumn(part);
    }
    alignWatchers();
}

void SlotArranger::alignWatchers()
{
    const auto aligned = [this](std::uint32_t part) {
        return m_parts.watcher(part) && !(m_keeps && m_placed[part]);
    };
    std::uint32_t last = m_keeps && m_result.watchers ? m_result.columnCount - 2 : fewestObjectColumns;
    for (std::uint32_t part = 0; part < m_parts.count() && !(m_keeps && m_result.watchers); ++part) {
        if (m_parts.placed(part) && !aligned(part) && m_result.column[part] != NameColumn::none)
            last = std::max(last, m_result.column[part]);
    }
    for (std::uint32_t part = m_parts.firstObject(); part < m_parts.count(); ++part) {
        if (!m_parts.placed(part) || !aligned(part))
            continue;
        m_result.column[part] = last + 1;
        m_result.watchers = true;
    }
    m_result.columnCount = last + (m_result.watchers ? 2 : 1);
}

void SlotArranger::occupy(std::uint32_t part)
{
    m_free[m_result.column[part]].take(m_result.top[part] - m_parts.gap(part),
                                       m_result.top[part] + m_parts.height(part));
    m_placed[part] = true;
    if (m_parts.isObject(part) && m_shareSlots && life(part).last != Life::endless)
        m_releases.emplace(life(part).last + 1 + coolDown, part);
}

/// Its place was free to others before anything new came.
bool SlotArranger::gone(std::uint32_t part) const
{
    return m_keeps && m_shareSlots && m_parts.isObject(part) && life(part).last != Life::endless &&
           life(part).last + 1 + coolDown <= m_firstStep;
}

void SlotArranger::occupyFixed()
{
    const double top = look::headingHeight + look::headingGap;
    m_free.assign(m_result.columnCount, FreeGaps(top - m_parts.cardGap));
    m_free.front() = FreeGaps(top - look::pillGap);
    for (std::size_t column = 1; m_result.region && column < m_free.size(); ++column)
        m_free[column].take(m_result.region->top, m_result.region->bottom);
    for (const std::uint32_t part : m_fixed) {
        if (m_result.inRegion(part))
            m_placed[part] = true;
        else if (!gone(part))
            occupy(part);
    }
}

/// Of the names, only a run that goes on has new ones.
void SlotArranger::settleItems()
{
    for (std::uint32_t part = 0; part < m_parts.firstObject(); ++part) {
        if (!m_placed[part])
            settle(part);
    }
}

std::vector<std::uint32_t> SlotArranger::newcomers() const
{
    std::vector<std::uint32_t> parts;
    for (std::uint32_t part = m_parts.firstObject(); part < m_parts.count(); ++part) {
        if (m_parts.placed(part) && !m_placed[part])
            parts.push_back(part);
    }
    std::stable_sort(parts.begin(), parts.end(), [this](std::uint32_t left, std::uint32_t right) {
        return life(left).first < life(right).first;
    });
    return parts;
}

void SlotArranger::releaseUntil(std::uint32_t step)
{
    while (!m_releases.empty() && m_releases.top().first <= step) {
        const std::uint32_t part = m_releases.top().second;
        m_releases.pop();
        m_free[m_result.column[part]].give(m_result.top[part] - m_parts.gap(part),
                                           m_result.top[part] + m_parts.height(part));
    }
}

/// Beside what it is tied to, the longer the more; a new item may have another wish.
double SlotArranger::wishOf(std::uint32_t part) const
{
    if (m_parts.isItem(part) && !std::isnan(m_result.top[part]))
        return m_result.top[part];
    double sum = 0;
    double weight = 0;
    for (const std::uint32_t index : m_parts.tiesAt(part)) {
        const Tie &tie = m_parts.ties[index];
        const bool holds = tie.from == part;
        const std::uint32_t other = holds ? tie.to : tie.from;
        if (!m_placed[other])
            continue;
        const double ownPort = holds ? tie.fromPort : tie.toPort;
        const double otherPort = holds ? tie.toPort : tie.fromPort;
        sum += tie.pull * (m_result.top[other] + otherPort - ownPort);
        weight += tie.pull;
    }
    return weight > 0 ? sum / weight : look::headingHeight + look::headingGap;
}

double SlotArranger::nearestFree(std::uint32_t part, double wish)
{
    FreeGaps &free = m_free[m_result.column[part]];
    const double gap = m_parts.gap(part);
    const EntryId key =
        m_parts.isObject(part) ? m_cast.objects[m_parts.object(part).index()].entry : EntryId{};
    if (!key)
        return free.nearest(wish - gap, extent(part)) + gap;
    std::vector<std::uint32_t> &others = m_ofKey[key];
    std::vector<double> refused;
    double top = 0;
    for (;;) {
        top = free.nearest(wish - gap, extent(part));
        const bool clash = std::any_of(others.begin(), others.end(), [&](std::uint32_t other) {
            return m_result.column[other] == m_result.column[part] &&
                   m_result.top[other] < top + extent(part) &&
                   top < m_result.top[other] + m_parts.height(other);
        });
        if (!clash)
            break;
        free.take(top, top + extent(part));
        refused.push_back(top);
    }
    for (const double place : refused)
        free.give(place, place + extent(part));
    others.push_back(part);
    if (others.size() > placesOfKeyKept)
        others.erase(others.begin());
    return top + gap;
}

void SlotArranger::settle(std::uint32_t part)
{
    m_result.top[part] = nearestFree(part, wishOf(part));
    occupy(part);
}

std::optional<Arrangement> SlotArranger::run(const std::stop_token &stop)
{
    chooseColumns();
    const std::vector<std::uint32_t> parts = newcomers();
    m_shareSlots = sharesSlots(m_parts);
    occupyFixed();
    settleItems();
    for (std::size_t index = 0; index < parts.size(); ++index) {
        if (index % 1024 == 0 && stop.stop_requested())
            return std::nullopt;
        releaseUntil(life(parts[index]).first);
        settle(parts[index]);
    }
    return std::move(m_result);
}

} // namespace

bool sharesSlots(const Parts &parts)
{
    return parts.objectCount > placesForAll;
}

bool placeIsFreeAfter(const Life &life, std::uint32_t step)
{
    return life.last != Life::endless && life.last + 1 + coolDown <= step;
}

std::optional<Arrangement> arrange(const Parts &parts, const Cast &cast, const Seed &seed,
                                   const SeedPlacement &placement, const std::stop_token &stop)
{
    return SlotArranger(parts, cast, seed, placement).run(stop);
}

std::optional<Arrangement> arrangeAround(const Parts &parts, const Cast &cast, const KeptPlaces &kept,
                                         const std::stop_token &stop)
{
    return SlotArranger(parts, cast, kept).run(stop);
}

} // namespace tetherscope
