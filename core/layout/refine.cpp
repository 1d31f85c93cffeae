// A drawing of one moment, with slots around it, is only as good as its moments are alike. So the parts are
// visited in turn, and each goes where the whole run is the better for it: to the free places nearest to its
// neighbours in its own column and those beside it, or into the place of another, which takes its own. What a
// visit costs is looking at the edges that live while the part does, once for each of its own edges and each
// place: they are gathered first, as flat arrays that the compiler's vector code walks.
//
// It is local search as in Matuszewski, Schönfeld and Molitor's sifting ("Using Sifting for k-Layer
// Straightline Crossing Minimization", 1999), but over time: a crossing counts for the steps in which both
// its edges are there.

#include "layout/refine.h"

#include "layout/look.h"
#include "layout/timedlines.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace tetherscope {
namespace {

constexpr int mostRounds = 8;
constexpr std::size_t placesTried = 4; // of a column
constexpr std::size_t mostSwaps = 3;

class Refiner
{
public:
    Refiner(const Parts &parts, const Cast &cast, Arrangement &arrangement, std::uint64_t effort)
        : m_parts(parts)
        , m_cast(cast)
        , m_arrangement(arrangement)
        , m_effort(effort)
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

    bool visitAll(const std::stop_token &stop);
    void closeUp();
    bool visit(std::uint32_t part);
    void gather(std::uint32_t part);
    double wish(std::uint32_t part) const;
    void addPlaces(std::uint32_t part, std::uint32_t column, double desired);
    bool trySwaps(std::uint32_t part, double desired);
    bool trySwap(std::uint32_t part, std::uint32_t other);
    float costAt(std::uint32_t part, Place place);
    bool meets(std::uint32_t left, std::uint32_t right) const;
    bool free(std::uint32_t part, Place place, std::uint32_t without) const;
    bool onItsSide(std::uint32_t part, Place place) const;
    void move(std::uint32_t part, Place place);
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
    std::vector<std::vector<std::uint32_t>> m_columns; ///< who stands there at any time
    std::uint32_t m_lastColumn = 0;                    ///< of objects
    bool m_shareSlots = false;
    std::uint32_t m_freeNames = 0;
    TimedLines m_others;                         ///< than its own edges, of the part at hand
    std::uint32_t m_gathered = NameColumn::none; ///< whose others they are
    std::vector<Place> m_places;                 ///< for the part at hand
};

void Refiner::gather(std::uint32_t part)
{
    if (m_gathered == part)
        return;
    m_gathered = part;
    const Life lived = life(part);
    m_others.clear();
    for (const Tie &tie : m_parts.ties) {
        if (!tie.life.meets(lived) || tie.from == part || tie.to == part)
            continue;
        m_others.add(lineOf(tie, m_arrangement));
    }
    m_effort -= std::min<std::uint64_t>(m_effort, m_parts.ties.size());
}

float Refiner::costAt(std::uint32_t part, Place place)
{
    const Place before = placeOf(part);
    m_arrangement.column[part] = place.column;
    m_arrangement.top[part] = place.top;
    float cost = 0;
    for (const std::uint32_t index : m_parts.tiesAt(part)) {
        const Tie &tie = m_parts.ties[index];
        const TimedLine line = lineOf(tie, m_arrangement);
        cost += static_cast<float>(tie.pull) * line.way() +
                crossingWay * static_cast<float>(m_others.crossedSteps(line));
    }
    m_arrangement.column[part] = before.column;
    m_arrangement.top[part] = before.top;
    m_effort -= std::min<std::uint64_t>(m_effort, m_parts.tiesAt(part).size() * (m_others.size() + 8));
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
    m_gathered = m_gathered == part ? part : NameColumn::none; // a part's own edges are not among its others
    if (const std::uint32_t column = m_arrangement.column[part]; column != place.column) {
        std::erase(m_columns[column], part);
        m_columns[place.column].push_back(part);
        m_arrangement.column[part] = place.column;
    }
    m_arrangement.top[part] = place.top;
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
    for (std::size_t index = 0; index < std::min(tops.size(), placesTried); ++index)
        m_places.push_back({column, tops[index]});
}

bool Refiner::visit(std::uint32_t part)
{
    gather(part);
    const double desired = wish(part);
    const std::uint32_t column = m_arrangement.column[part];
    m_places.clear();
    addPlaces(part, column, desired);
    if (m_parts.isItem(part) && m_freeNames < m_parts.firstObject()) {
        double lowest = m_arrangement.top[m_freeNames];
        std::erase_if(m_places, [&](const Place &place) {
            return place.top + look::pillHeight + look::blockGap > lowest;
        });
    }
    if (m_parts.isObject(part) && !m_parts.watcher(part)) {
        if (column > 1)
            addPlaces(part, column - 1, desired);
        if (column < m_lastColumn)
            addPlaces(part, column + 1, desired);
    }
    std::erase_if(m_places, [&](const Place &place) { return !onItsSide(part, place); });
    float best = costAt(part, placeOf(part));
    std::optional<Place> better;
    for (const Place place : m_places) {
        if (const float cost = costAt(part, place); cost < best - 0.5F) {
            best = cost;
            better = place;
        }
    }
    if (better)
        move(part, *better);
    return better.has_value() || trySwaps(part, desired);
}

/// With those of its height that stand nearest to the wish in its column.
bool Refiner::trySwaps(std::uint32_t part, double desired)
{
    std::vector<std::uint32_t> others;
    for (const std::uint32_t other : m_columns[m_arrangement.column[part]]) {
        const bool fixed = m_parts.isItem(other) && other >= m_freeNames;
        const bool alike = std::abs(m_parts.height(other) - m_parts.height(part)) < 0.5;
        if (other != part && !fixed && alike && !m_parts.tiesAt(other).empty())
            others.push_back(other);
    }
    const auto nearer = [&](std::uint32_t left, std::uint32_t right) {
        return std::abs(m_arrangement.top[left] - desired) < std::abs(m_arrangement.top[right] - desired);
    };
    const std::size_t count = std::min(others.size(), mostSwaps);
    std::partial_sort(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(count), others.end(),
                      nearer);
    return std::any_of(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(count),
                       [&](std::uint32_t other) { return trySwap(part, other); });
}

bool Refiner::trySwap(std::uint32_t part, std::uint32_t other)
{
    const Place own = placeOf(part);
    const Place its = placeOf(other);
    if (!free(part, its, other) || !free(other, own, part))
        return false;
    if (!onItsSide(part, its) || !onItsSide(other, own))
        return false;
    gather(part);
    const float before = costAt(part, own);
    move(part, its);
    const float gained = before - costAt(part, its);
    gather(other);
    const float lost = costAt(other, own) - costAt(other, its);
    if (gained > lost + 0.5F) {
        move(other, own);
        return true;
    }
    move(part, own);
    return false;
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

bool Refiner::visitAll(const std::stop_token &stop)
{
    bool moved = false;
    for (std::uint32_t part = 0; part < m_parts.count(); ++part) {
        if (m_parts.isItem(part) && part >= m_freeNames)
            continue;
        if (m_effort == 0 || stop.stop_requested())
            return false;
        if (m_parts.placed(part) && !m_parts.tiesAt(part).empty())
            moved = visit(part) || moved;
    }
    return moved;
}

void Refiner::run(const std::stop_token &stop)
{
    int round = 0;
    while (round < mostRounds && visitAll(stop))
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
