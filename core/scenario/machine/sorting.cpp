#include "scenario/machine/sorting.h"

#include "scenario/machine/operations.h"

#include <algorithm>
#include <numeric>

namespace tetherscope::vm {

namespace {

/// A sort that can stop in the middle: a comparison may raise. (std::stable_sort may not be left that way,
/// and a comparison that contradicts itself would break it.)
///
/// Up to 63 items it compares what CPython compares, in that order, which shows if something cannot be
/// compared: the first run, then each item put into its place by bisection. Beyond, it merges.
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
        if (m_reverse) // turned round before and after, so that equal items keep their order
            std::reverse(m_order.begin(), m_order.end());
    }
    bool sort()
    {
        constexpr std::size_t smallest = 64; // that CPython merges
        const bool sorted = m_order.size() < smallest ? sortFew() : sort(0, m_order.size());
        if (m_reverse)
            std::reverse(m_order.begin(), m_order.end());
        return sorted;
    }
    const std::vector<std::size_t> &order() const { return m_order; }

private:
    using Place = std::vector<std::size_t>::iterator;

    bool sortFew()
    {
        if (m_order.size() < 2)
            return true;
        const std::optional<std::size_t> run = firstRun();
        for (std::size_t at = run.value_or(0); run && at < m_order.size(); ++at) {
            if (!insert(at))
                return false;
        }
        return run.has_value();
    }
    /// The length of the run that the items begin with; one that falls is turned round.
    std::optional<std::size_t> firstRun()
    {
        const Truth falls = before(m_order[1], m_order[0]);
        std::size_t length = 2;
        Truth next = falls;
        for (; next != Truth::Error && length < m_order.size(); ++length) {
            next = before(m_order[length], m_order[length - 1]);
            if (next != falls)
                break;
        }
        if (next == Truth::Error)
            return std::nullopt;
        if (falls == Truth::Yes)
            std::reverse(m_order.begin(), m_order.begin() + static_cast<std::ptrdiff_t>(length));
        return length;
    }
    bool insert(std::size_t at)
    {
        std::size_t low = 0;
        std::size_t high = at;
        while (low < high) {
            const std::size_t middle = low + (high - low) / 2;
            const Truth left = before(m_order[at], m_order[middle]);
            if (left == Truth::Error)
                return false;
            (left == Truth::Yes ? high : low) = left == Truth::Yes ? middle : middle + 1;
        }
        const Place from = m_order.begin() + static_cast<std::ptrdiff_t>(at);
        std::rotate(m_order.begin() + static_cast<std::ptrdiff_t>(low), from, from + 1);
        return true;
    }
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
                rightFirst = before(m_order[right], m_order[left]);
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
        return m_vm.tick() ? less(m_vm, m_keys[first], m_keys[second]) : Truth::Error;
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
