#pragma once

#include <map>
#include <set>
#include <vector>

namespace tetherscope {

/// The free stretches of one column, from `top` down without end.
///
/// Takes a stretch and gives it back in logarithmic time, however many there are: gaps are kept by the power
/// of two of their length, so that the nearest that is long enough is found without walking over those that
/// are too short.
class FreeGaps
{
public:
    explicit FreeGaps(double top);

    /// The free place of that length nearest to `wish`, which is a top; not taken yet.
    double nearest(double wish, double length) const;
    void take(double from, double to);
    /// Requires: taken before, piece by piece or as part of something longer.
    void give(double from, double to);

private:
    static constexpr double end = 1e12;
    using Gaps = std::map<double, double>; ///< end by start

    void insert(double from, double to);
    void erase(Gaps::iterator gap);
    static std::size_t sizeClass(double length);

    Gaps m_gaps;
    std::vector<std::set<double>> m_classes; ///< starts of gaps of lengths 2^i to 2^(i+1)
};

} // namespace tetherscope
