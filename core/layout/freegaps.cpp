#include "layout/freegaps.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace tetherscope {

namespace {

constexpr std::size_t sizeClasses = 42; // 2^41 > end
constexpr int tries = 16;               // in the one class where a gap may turn out too short

} // namespace

FreeGaps::FreeGaps(double top)
    : m_classes(sizeClasses)
{
    insert(top, end);
}

std::size_t FreeGaps::sizeClass(double length)
{
    if (length < 1)
        return 0;
    return std::min(static_cast<std::size_t>(std::ilogb(length)), sizeClasses - 1);
}

void FreeGaps::insert(double from, double to)
{
    m_gaps.emplace(from, to);
    m_classes[sizeClass(to - from)].insert(from);
}

void FreeGaps::erase(Gaps::iterator gap)
{
    m_classes[sizeClass(gap->second - gap->first)].erase(gap->first);
    m_gaps.erase(gap);
}

double FreeGaps::nearest(double wish, double length) const
{
    double best = std::numeric_limits<double>::quiet_NaN();
    double distance = std::numeric_limits<double>::infinity();
    const auto consider = [&](double start) {
        const double stop = m_gaps.find(start)->second;
        if (stop - start < length)
            return false;
        const double at = std::clamp(wish, start, stop - length);
        if (std::abs(at - wish) < distance) {
            distance = std::abs(at - wish);
            best = at;
        }
        return true;
    };
    for (std::size_t index = sizeClass(length); index < sizeClasses; ++index) {
        const std::set<double> &starts = m_classes[index];
        const auto after = starts.upper_bound(wish);
        int left = tries;
        for (auto gap = after; gap != starts.end() && left > 0 && !consider(*gap); ++gap)
            --left;
        left = tries;
        for (auto gap = after; gap != starts.begin() && left > 0 && !consider(*std::prev(gap)); --gap)
            --left;
    }
    return best;
}

void FreeGaps::take(double from, double to)
{
    // What is taken may lie across several gaps: a seed's place is taken whatever is there.
    auto gap = m_gaps.upper_bound(from);
    if (gap != m_gaps.begin())
        --gap;
    while (gap != m_gaps.end() && gap->first < to) {
        const auto next = std::next(gap);
        const double start = gap->first;
        const double stop = gap->second;
        if (stop > from) {
            erase(gap);
            if (start < from)
                insert(start, from);
            if (to < stop)
                insert(to, stop);
        }
        gap = next;
    }
}

void FreeGaps::give(double from, double to)
{
    auto after = m_gaps.lower_bound(from);
    if (after != m_gaps.begin() && std::prev(after)->second >= from) {
        from = std::prev(after)->first;
        erase(std::prev(after));
    }
    after = m_gaps.lower_bound(from);
    if (after != m_gaps.end() && after->first <= to) {
        to = std::max(to, after->second);
        erase(after);
    }
    insert(from, to);
}

} // namespace tetherscope
