// A drawing of one moment, with slots around it, is only as good as its moments are alike. So the parts are
// visited in turn, and each goes where the whole run is the better for it: to the free places nearest to its
// neighbours in its own column and those beside it, or into the place of another, which takes its own. What a
// visit costs is looking at the edges that one of its own may cross, for each of the places: they are found
// by an index and gathered first, as flat arrays that the compiler's vector code walks.
//
// It is local search as in Matuszewski, Schönfeld and Molitor's sifting ("Using Sifting for k-Layer
// Straightline Crossing Minimization", 1999), but over time: a crossing counts for the steps in which both
// its edges are there.

#include "layout/refine.h"

#include "layout/lineindex.h"
#include "layout/look.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace tetherscope {
namespace {

constexpr int mostRounds = 8;
constexpr std::size_t fewParts = 120; // which are looked at more closely than those of many
constexpr std::size_t fewEdges = 2;   // for which the index is asked one by one

// What things cost, in the unit of effort, which is about a nanosecond.
constexpr std::size_t visitEffort = 400;
constexpr std::size_t edgeEffort = 16;  // to find out where an edge of the part would be
constexpr std::size_t nearEffort = 4;   // to see whether a line comes near
constexpr std::size_t columnEffort = 3; // to look at a part of a column

std::vector<TimedLine> linesOf(const Parts &parts, const Arrangement &arrangement)
{
    std::vector<TimedLine> lines;
    lines.reserve(parts.ties.size());
    for (const Tie &tie : parts.ties)
        lines.push_back(lineOf(tie, arrangement));
    return lines;
}

class Refiner
{
public:
    Refiner(const Parts &parts, const Cast &cast, Arrangement &arrangement, std::uint64_t effort)
        : m_parts(parts)
        , m_cast(cast)
        , m_arrangement(arrangement)
        , m_effort(effort)
        , m_lines(linesOf(parts, arrangement))
        , m_stirred(parts.count(), true)
        , m_columns(arrangement.columnCount)
    {
        m_shareSlots = sharesSlots(parts);
        for (std::uint32_t part = 0; part < parts.count(); ++part) {
            if (parts.placed(part) && arrangement.column[part] < arrangement.columnCount)
                m_columns[arrangement.column[part]].push_back(part);
        }
        m_freeNames = parts.freeNames();
        m_lastColumn = arrangement.columnCount - (arrangement.watchers ? 2 : 1);
    }

    void run(const std::stop_token &stop);

private:
    struct Place
    {
        std::uint32_t column = 0;
        double top = 0;
    };

    /// What each of a part's edges may cross.
    using NearLines = std::vector<TimedLines>;

    bool visitAll(std::span<const std::uint32_t> order, const std::stop_token &stop);
    void closeUp();
    bool visit(std::uint32_t part);
    void addPlacesFor(std::uint32_t part, double desired);
    bool moveOrSwap(std::uint32_t part);
    void gather(std::uint32_t part, std::span<const Place> places, NearLines &near);
    void askForEach(NearLines &near);
    void askOnce(const LineArea &whole, NearLines &near);
    void putBack(std::uint32_t part);
    TimedLine lineAt(std::uint32_t tie, std::uint32_t part, Place place) const;
    void spend(std::size_t effort) { m_effort -= std::min<std::uint64_t>(m_effort, effort); }
    double wish(std::uint32_t part) const;
    void addPlaces(std::uint32_t part, std::uint32_t column, double desired);
    void findPartners(std::uint32_t part, double desired);
    bool trySwap(std::uint32_t part, std::uint32_t other, float cost);
    float costAt(std::uint32_t part, Place place, const NearLines &near);
    bool meets(std::uint32_t left, std::uint32_t right) const;
    bool free(std::uint32_t part, Place place, std::uint32_t without) const;
    bool onItsSide(std::uint32_t part, Place place) const;
    void move(std::uint32_t part, Place place);
    bool mayMove(std::uint32_t part) const;
    std::size_t placesTried() const { return m_parts.count() <= fewParts ? 4 : 2; } ///< of a column
    std::size_t mostSwaps() const { return m_parts.count() <= fewParts ? 3 : 1; }
    void stir(std::uint32_t part);
    std::vector<std::uint32_t> visitOrder() const;
    Place placeOf(std::uint32_t part) const { return {m_arrangement.column[part], m_arrangement.top[part]}; }
    Life life(std::uint32_t part) const
    {
        return m_parts.isObject(part) ? m_parts.stays[m_parts.object(part).index()] : Life{0, Life::endless};
    }
    EntryId key(std::uint32_t part) const
    {
        return m_parts.isObject(part) ? m_cast.objects[m_parts.object(part).index()].entry : EntryId{};
    }

    const Parts &m_parts;
    const Cast &m_cast;
    Arrangement &m_arrangement;
    std::uint64_t m_effort;
    LineIndex m_lines;                                 ///< by number of their ties
    std::vector<bool> m_stirred;                       ///< by part: to be visited again
    std::vector<std::vector<std::uint32_t>> m_columns; ///< who stands there at any time
    std::uint32_t m_lastColumn = 0;                    ///< of objects
    bool m_shareSlots = false;
    std::uint32_t m_freeNames = 0;
    std::vector<Place> m_places;           ///< for the part at hand; its own is the first
    std::vector<std::uint32_t> m_partners; ///< that it could swap places with
    NearLines m_near;
    NearLines m_nearOther;         ///< of a partner
    std::vector<LineArea> m_areas; ///< while they are gathered, by edge
    TimedLines m_candidates;
};

TimedLine Refiner::lineAt(std::uint32_t tie, std::uint32_t part, Place place) const
{
    const Tie &edge = m_parts.ties[tie];
    const Place from = edge.from == part ? place : placeOf(edge.from);
    const Place to = edge.to == part ? place : placeOf(edge.to);
    return lineOf(edge, from.column, from.top, to.column, to.top);
}

/// What the part's edges may cross while it stands at any of these places. Its own edges, which do not count
/// as crossing each other, are out of the index from now on.
void Refiner::gather(std::uint32_t part, std::span<const Place> places, NearLines &near)
{
    const std::span<const std::uint32_t> ties = m_parts.tiesAt(part);
    m_areas.assign(ties.size(), {});
    LineArea whole;
    for (std::size_t own = 0; own < ties.size(); ++own) {
        m_lines.takeOut(ties[own]);
        for (const Place place : places)
            m_areas[own].include(lineAt(ties[own], part, place));
        whole.include(m_areas[own]);
    }
    if (near.size() < ties.size())
        near.resize(ties.size());
    spend(ties.size() * places.size() * edgeEffort);
    ties.size() <= fewEdges ? askForEach(near) : askOnce(whole, near);
}

void Refiner::askForEach(NearLines &near)
{
    for (std::size_t own = 0; own < m_areas.size(); ++own) {
        near[own].clear();
        spend(m_lines.gather(m_areas[own], near[own]) * nearEffort);
    }
}

/// What is near one edge of a part is mostly near the others too.
void Refiner::askOnce(const LineArea &whole, NearLines &near)
{
    m_candidates.clear();
    spend(m_lines.gather(whole, m_candidates) * nearEffort +
          m_areas.size() * m_candidates.size() * nearEffort);
    for (std::size_t own = 0; own < m_areas.size(); ++own)
        near[own].takeFrom(m_candidates, m_areas[own]);
}

void Refiner::putBack(std::uint32_t part)
{
    for (const std::uint32_t tie : m_parts.tiesAt(part))
        m_lines.set(tie, lineOf(m_parts.ties[tie], m_arrangement));
}

float Refiner::costAt(std::uint32_t part, Place place, const NearLines &near)
{
    const std::span<const std::uint32_t> ties = m_parts.tiesAt(part);
    float cost = 0;
    for (std::size_t own = 0; own < ties.size(); ++own) {
        const TimedLine line = lineAt(ties[own], part, place);
        cost += static_cast<float>(m_parts.ties[ties[own]].pull) * line.way() +
                crossingWay * static_cast<float>(near[own].crossedSteps(line));
        spend(2 * near[own].size() + edgeEffort);
    }
    return cost;
}

/// Both may stand in one place only if there is a pause between them.
bool Refiner::meets(std::uint32_t left, std::uint32_t right) const
{
    if (!m_shareSlots || (key(left) && key(left) == key(right)))
        return true;
    const Life one = life(left);
    const Life other = life(right);
    return !placeIsFreeAfter(one, other.first) && !placeIsFreeAfter(other, one.first);
}

/// Of the region of those set apart.
bool Refiner::onItsSide(std::uint32_t part, Place place) const
{
    if (!m_arrangement.region || place.column == 0)
        return true;
    const double top = place.top - m_parts.gap(part);
    const double bottom = place.top + m_parts.height(part);
    return m_arrangement.inRegion(part) ? m_arrangement.region->holds(top, bottom)
                                        : m_arrangement.region->avoids(top, bottom);
}

bool Refiner::free(std::uint32_t part, Place place, std::uint32_t without) const
{
    const double gap = m_parts.gap(part);
    return std::none_of(
        m_columns[place.column].begin(), m_columns[place.column].end(), [&](std::uint32_t other) {
            return other != part && other != without &&
                   m_arrangement.top[other] - m_parts.gap(other) < place.top + m_parts.height(part) &&
                   place.top - gap < m_arrangement.top[other] + m_parts.height(other) && meets(part, other);
        });
}

void Refiner::move(std::uint32_t part, Place place)
{
    if (const std::uint32_t column = m_arrangement.column[part]; column != place.column) {
        std::erase(m_columns[column], part);
        m_columns[place.column].push_back(part);
        m_arrangement.column[part] = place.column;
    }
    m_arrangement.top[part] = place.top;
}

bool Refiner::mayMove(std::uint32_t part) const
{
    const bool fixed = m_parts.isItem(part) && part >= m_freeNames;
    return !fixed && m_parts.placed(part) && !m_parts.tiesAt(part).empty();
}

/// Half of the pull is above it, half below.
double Refiner::wish(std::uint32_t part) const
{
    std::vector<std::pair<double, double>> wishes;
    double sum = 0;
    for (const std::uint32_t index : m_parts.tiesAt(part)) {
        const Tie &tie = m_parts.ties[index];
        const bool holds = tie.from == part;
        const double port = holds ? tie.toPort - tie.fromPort : tie.fromPort - tie.toPort;
        wishes.emplace_back(m_arrangement.top[holds ? tie.to : tie.from] + port, tie.pull);
        sum += tie.pull;
    }
    std::sort(wishes.begin(), wishes.end());
    double passed = 0;
    for (const auto &[top, pull] : wishes) {
        passed += pull;
        if (2 * passed >= sum)
            return top;
    }
    return m_arrangement.top[part];
}

/// The nearest that are free above and below the wish.
void Refiner::addPlaces(std::uint32_t part, std::uint32_t column, double desired)
{
    struct Block
    {
        double top;
        double bottom;
    };
    const double gap = m_parts.gap(part);
    const double height = m_parts.height(part);
    const double ceiling = look::headingHeight + look::headingGap;
    spend(m_columns[column].size() * columnEffort);
    std::vector<Block> blocks{{std::numeric_limits<double>::lowest(), ceiling - gap}};
    for (const std::uint32_t other : m_columns[column]) {
        if (other != part && meets(part, other))
            blocks.push_back({m_arrangement.top[other] - m_parts.gap(other),
                              m_arrangement.top[other] + m_parts.height(other)});
    }
    std::sort(blocks.begin(), blocks.end(),
              [](const Block &left, const Block &right) { return left.top < right.top; });
    std::vector<double> tops;
    double bottom = blocks.front().bottom;
    for (std::size_t index = 0; index < blocks.size(); ++index) {
        bottom = std::max(bottom, blocks[index].bottom);
        const double next =
            index + 1 < blocks.size() ? blocks[index + 1].top : std::numeric_limits<double>::max();
        if (next - bottom >= height + gap)
            tops.push_back(std::clamp(desired, bottom + gap, next - height));
    }
    std::sort(tops.begin(), tops.end(), [desired](double left, double right) {
        return std::abs(left - desired) < std::abs(right - desired);
    });
    for (std::size_t index = 0; index < std::min(tops.size(), placesTried()); ++index)
        m_places.push_back({column, tops[index]});
}

void Refiner::addPlacesFor(std::uint32_t part, double desired)
{
    const std::uint32_t column = m_arrangement.column[part];
    m_places.assign(1, placeOf(part));
    addPlaces(part, column, desired);
    if (m_parts.isItem(part) && m_freeNames < m_parts.firstObject()) {
        const double lowest = m_arrangement.top[m_freeNames];
        const auto tooLow = [&](const Place &place) {
            return place.top + look::pillHeight + look::blockGap > lowest;
        };
        m_places.erase(std::remove_if(m_places.begin() + 1, m_places.end(), tooLow), m_places.end());
    }
    if (m_parts.isObject(part) && !m_parts.watcher(part)) {
        if (column > 1)
            addPlaces(part, column - 1, desired);
        if (column < m_lastColumn)
            addPlaces(part, column + 1, desired);
    }
    const auto elsewhere = [&](const Place &place) { return !onItsSide(part, place); };
    m_places.erase(std::remove_if(m_places.begin() + 1, m_places.end(), elsewhere), m_places.end());
}

/// Those of its height that stand nearest to the wish in its column.
void Refiner::findPartners(std::uint32_t part, double desired)
{
    m_partners.clear();
    spend(m_columns[m_arrangement.column[part]].size() * columnEffort);
    for (const std::uint32_t other : m_columns[m_arrangement.column[part]]) {
        const bool alike = std::abs(m_parts.height(other) - m_parts.height(part)) < 0.5;
        if (other != part && alike && mayMove(other))
            m_partners.push_back(other);
    }
    const auto nearer = [&](std::uint32_t left, std::uint32_t right) {
        return std::abs(m_arrangement.top[left] - desired) < std::abs(m_arrangement.top[right] - desired);
    };
    const std::size_t count = std::min(m_partners.size(), mostSwaps());
    std::partial_sort(m_partners.begin(), m_partners.begin() + static_cast<std::ptrdiff_t>(count),
                      m_partners.end(), nearer);
    m_partners.resize(count);
}

bool Refiner::visit(std::uint32_t part)
{
    const double desired = wish(part);
    spend(visitEffort);
    addPlacesFor(part, desired);
    findPartners(part, desired);
    const std::size_t free = m_places.size();
    for (const std::uint32_t partner : m_partners)
        m_places.push_back(placeOf(partner));
    gather(part, m_places, m_near);
    m_places.resize(free);
    const bool moved = moveOrSwap(part);
    putBack(part);
    return moved;
}

/// Requires: what is near is gathered.
bool Refiner::moveOrSwap(std::uint32_t part)
{
    const float cost = costAt(part, m_places.front(), m_near);
    float best = cost;
    std::optional<Place> better;
    for (const Place place : std::span(m_places).subspan(1)) {
        if (const float there = costAt(part, place, m_near); there < best - 0.5F) {
            best = there;
            better = place;
        }
    }
    if (better) {
        move(part, *better);
        stir(part);
    }
    return better.has_value() ||
           std::any_of(m_partners.begin(), m_partners.end(),
                       [&](std::uint32_t partner) { return trySwap(part, partner, cost); });
}

/// The other way round, where only the partner gains, it is tried when the partner is visited.
bool Refiner::trySwap(std::uint32_t part, std::uint32_t other, float cost)
{
    const Place places[] = {placeOf(part), placeOf(other)};
    spend(2 * m_columns[m_arrangement.column[part]].size() * columnEffort);
    const auto [own, its] = places;
    if (!free(part, its, other) || !free(other, own, part))
        return false;
    if (!onItsSide(part, its) || !onItsSide(other, own))
        return false;
    const float gained = cost - costAt(part, its, m_near);
    if (gained < 0.5F)
        return false;
    move(part, its);
    putBack(part);
    gather(other, places, m_nearOther);
    const float lost = costAt(other, own, m_nearOther) - costAt(other, its, m_nearOther);
    const bool worth = gained > lost + 0.5F;
    worth ? move(other, own) : move(part, own);
    putBack(other);
    if (worth) {
        stir(part);
        stir(other);
    }
    return worth;
}

/// Columns that all have left.
void Refiner::closeUp()
{
    std::uint32_t next = 1; // the names' stays
    for (std::uint32_t column = 1; column < m_columns.size(); ++column) {
        if (m_columns[column].empty())
            continue;
        for (const std::uint32_t part : m_columns[column])
            m_arrangement.column[part] = next;
        ++next;
    }
    m_arrangement.columnCount = next;
}

/// Whoever is tied to what has moved may want to follow it.
void Refiner::stir(std::uint32_t part)
{
    m_stirred[part] = true;
    for (const std::uint32_t tie : m_parts.tiesAt(part)) {
        m_stirred[m_parts.ties[tie].from] = true;
        m_stirred[m_parts.ties[tie].to] = true;
    }
}

/// What holds and is held the longest first: it is seen the most.
std::vector<std::uint32_t> Refiner::visitOrder() const
{
    std::vector<std::pair<std::uint64_t, std::uint32_t>> parts; // by how much time they are not seen
    for (std::uint32_t part = 0; part < m_parts.count(); ++part) {
        std::uint64_t seen = 0;
        for (const std::uint32_t tie : m_parts.tiesAt(part))
            seen += m_parts.ties[tie].heldSteps;
        if (mayMove(part))
            parts.emplace_back(~seen, part);
    }
    std::sort(parts.begin(), parts.end());
    std::vector<std::uint32_t> order(parts.size());
    std::transform(parts.begin(), parts.end(), order.begin(), [](const auto &part) { return part.second; });
    return order;
}

/// After the first round only those that have moved, or what they are tied to.
bool Refiner::visitAll(std::span<const std::uint32_t> order, const std::stop_token &stop)
{
    bool moved = false;
    for (const std::uint32_t part : order) {
        if (!m_stirred[part])
            continue;
        if (m_effort == 0 || stop.stop_requested())
            return false;
        m_stirred[part] = false;
        moved = visit(part) || moved;
    }
    return moved;
}

void Refiner::run(const std::stop_token &stop)
{
    const std::vector<std::uint32_t> order = visitOrder();
    int round = 0;
    while (round < mostRounds && visitAll(order, stop))
        ++round;
    closeUp();
}

} // namespace

void refine(const Parts &parts, const Cast &cast, Arrangement &arrangement, std::uint64_t effort,
            const std::stop_token &stop)
{
    Refiner(parts, cast, arrangement, effort).run(stop);
}

} // namespace tetherscope
