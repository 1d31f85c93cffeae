#include "scenario/machine/sorting.h"

#include "scenario/machine/operations.h"

#include <algorithm>
#include <numeric>

namespace tetherscope::vm {

namespace {

/// A merge sort that can stop in the middle: a comparison may raise. (std::stable_sort may not be left that
/// way, and a comparison that contradicts itself would break it.)
class Sorter
{
public:
    Sorter(Interpreter &vm, const std::vector<Value> &keys, bool reverse)
        : m_vm(vm)
        , m_keys(keys)
        , m_reverse(reverse)
        , m_order(keys.size())
        , m_spare(keys.size())
    {
        std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    }
    bool sort() { return sort(0, m_order.size()); }
    const std::vector<std::size_t> &order() const { return m_order; }

private:
    bool sort(std::size_t begin, std::size_t end)
    {
        if (end - begin < 2)
            return true;
        const std::size_t middle = begin + (end - begin) / 2;
        return sort(begin, middle) && sort(middle, end) && merge(begin, middle, end);
    }
    bool merge(std::size_t begin, std::size_t middle, std::size_t end)
    {
        std::size_t left = begin;
        std::size_t right = middle;
        for (std::size_t to = begin; to < end; ++to) {
            Truth rightFirst = truth(left == middle);
            if (left < middle && right < end)
                rightFirst = m_vm.tick() ? before(m_order[right], m_order[left]) : Truth::Error;
            if (rightFirst == Truth::Error)
                return false;
            m_spare[to] = m_order[rightFirst == Truth::Yes ? right++ : left++];
        }
        std::copy(m_spare.begin() + static_cast<std::ptrdiff_t>(begin),
                  m_spare.begin() + static_cast<std::ptrdiff_t>(end),
                  m_order.begin() + static_cast<std::ptrdiff_t>(begin));
        return true;
    }
    Truth before(std::size_t first, std::size_t second)
    {
        return m_reverse ? less(m_vm, m_keys[second], m_keys[first])
                         : less(m_vm, m_keys[first], m_keys[second]);
    }

    Interpreter &m_vm;
    const std::vector<Value> &m_keys;
    const bool m_reverse;
    std::vector<std::size_t> m_order;
    std::vector<std::size_t> m_spare;
};

} // namespace

std::optional<std::vector<Value>> sortedItems(Interpreter &vm, const std::vector<Value> &items,
                                              const Arguments &arguments)
{
    const Value *key = arguments.keyword(sym::key);
    const Value *reverse = arguments.keyword(sym::reverse);
    const Truth backwards = reverse == nullptr ? Truth::No : isTrue(vm, *reverse);
    if (backwards == Truth::Error)
        return std::nullopt;
    // NOLINTNEXTLINE(performance-unnecessary-copy-initialization): a key function may change the list
    const std::vector<Value> kept = items;
    std::vector<Value> keys = kept;
    for (std::size_t index = 0; key != nullptr && !key->isNone() && index < kept.size(); ++index) {
        keys[index] = vm.call(*key, {kept[index]});
        if (keys[index].empty())
            return std::nullopt;
    }
    Sorter sorter(vm, keys, backwards == Truth::Yes);
    if (!sorter.sort())
        return std::nullopt;
    std::vector<Value> sorted;
    for (const std::size_t index : sorter.order())
        sorted.push_back(kept[index]);
    return sorted;
}

} // namespace tetherscope::vm
