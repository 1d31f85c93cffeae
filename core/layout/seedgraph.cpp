#include "layout/seedgraph.h"

#include <algorithm>
#include <numeric>

namespace tetherscope {

std::vector<std::uint32_t> namesInOrder(const SeedGraph &graph, const std::vector<double> &heights)
{
    std::vector<std::uint32_t> names(graph.nameCount);
    std::iota(names.begin(), names.end(), 0U);
    std::stable_sort(names.begin(), names.begin() + graph.freeNames,
                     [&](std::uint32_t left, std::uint32_t right) { return heights[left] < heights[right]; });
    return names;
}

} // namespace tetherscope
