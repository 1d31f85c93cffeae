#pragma once

#include <span>
#include <vector>

namespace tetherscope {

/// One of a row of boxes that stand one below the other: where its top would like to be, and how much.
struct StackWish
{
    double top = 0;
    double weight = 1; ///< more than 0
    double extent = 0;
};

/// The tops of the boxes, in this order and without overlap, for which the weighted squares of the distances
/// to the wishes are least.
std::vector<double> stacked(std::span<const StackWish> wishes);

} // namespace tetherscope
