#include "layout/callplaces.h"

#include <algorithm>
#include <numeric>

namespace tetherscope {
namespace {

constexpr std::size_t fewBlocks = 6;

struct Place
{
    std::uint32_t depth = 0;
    std::vector<Life> lives; ///< apart from each other, in order of time
};

bool before(const Life &left, const Life &right)
{
    return left.first < right.first;
}

bool meets(const std::vector<Life> &lives, const Life &life)
{
    const auto after = std::upper_bound(lives.begin(), lives.end(), life, before);
    return (after != lives.end() && after->meets(life)) ||
           (after != lives.begin() && std::prev(after)->meets(life));
}

bool fits(const Place &place, const CallBlock &block)
{
    return place.depth == block.depth &&
           std::none_of(block.lives.begin(), block.lives.end(),
                        [&](const Life &life) { return meets(place.lives, life); });
}

void add(Place &place, const CallBlock &block)
{
    const auto middle = static_cast<std::ptrdiff_t>(place.lives.size());
    place.lives.insert(place.lives.end(), block.lives.begin(), block.lives.end());
    std::inplace_merge(place.lives.begin(), place.lives.begin() + middle, place.lives.end(), before);
}

} // namespace

std::vector<std::uint32_t> placesOfCalls(const std::vector<CallBlock> &blocks)
{
    std::vector<std::size_t> order(blocks.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        return blocks[left].depth < blocks[right].depth;
    });
    std::vector<Place> places;
    std::vector<std::uint32_t> placeOf(blocks.size());
    for (const std::size_t block : order) {
        auto place = places.end();
        if (blocks.size() > fewBlocks)
            place = std::find_if(places.begin(), places.end(),
                                 [&](const Place &other) { return fits(other, blocks[block]); });
        if (place == places.end())
            place = places.insert(places.end(), Place{blocks[block].depth, {}});
        add(*place, blocks[block]);
        placeOf[block] = static_cast<std::uint32_t>(place - places.begin());
    }
    return placeOf;
}

} // namespace tetherscope
