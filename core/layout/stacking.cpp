// With each box's place in one pile taken off, "no overlap" becomes "never descending", and that is isotonic
// regression: pools of neighbours that would violate the order stand at their weighted mean. One pass, exact.
// Source: Barlow, Bartholomew, Bremner and Brunk, "Statistical Inference under Order Restrictions" (1972):
// pooling adjacent violators.

#include "layout/stacking.h"

#include <cstddef>

namespace tetherscope {
namespace {

struct Pool
{
    double sum;
    double weight;
    std::size_t end; ///< one past its last box

    double at() const { return sum / weight; }
};

} // namespace

std::vector<double> stacked(std::span<const StackWish> wishes)
{
    std::vector<Pool> pools;
    std::vector<double> tops; // at first those of one pile
    double pile = 0;
    for (const StackWish &wish : wishes) {
        tops.push_back(pile);
        pools.push_back({wish.weight * (wish.top - pile), wish.weight, tops.size()});
        pile += wish.extent;
        while (pools.size() > 1 && pools[pools.size() - 2].at() >= pools.back().at()) {
            const Pool last = pools.back();
            pools.pop_back();
            pools.back().sum += last.sum;
            pools.back().weight += last.weight;
            pools.back().end = last.end;
        }
    }
    std::size_t box = 0;
    for (const Pool &pool : pools) {
        for (; box < pool.end; ++box)
            tops[box] += pool.at();
    }
    return tops;
}

} // namespace tetherscope
