#include "scenario/machine/sorting.h"

#include "scenario/machine/operations.h"
#include "scenario/machine/parameters.h"

#include <algorithm>
#include <numeric>

namespace tetherscope::vm {

// A comparison may run the scenario's own code, so which items are compared, and in which order, can be seen.
// This sort therefore compares what CPython 3.11 compares: natural runs, short ones filled up by bisection,
// and merged in the order of their powers, galloping where one run keeps winning (CPython:
// Objects/listsort.txt; powers: Munro and Wild, "Nearly-Optimal Mergesorts", 2018).
//
// A comparison may also raise. From then on before() answers "no" and compares nothing more, every loop here
// ends by itself, and the items stay in the order that was reached, as CPython leaves them.

namespace {

using Index = std::size_t; ///< of an item, in the order before the sort
using Place = Index *;

class Comparing
{
public:
    Comparing(Interpreter &vm, const std::vector<Value> &keys)
        : m_vm(vm)
        , m_keys(keys)
    {
    }
    bool before(Index first, Index second)
    {
        if (m_failed)
            return false;
        const Truth answer = m_vm.tick() ? less(m_vm, m_keys[first], m_keys[second]) : Truth::Error;
        m_failed = answer == Truth::Error;
        return answer == Truth::Yes;
    }
    bool failed() const { return m_failed; }

private:
    Interpreter &m_vm;
    const std::vector<Value> &m_keys;
    bool m_failed = false;
};

/// Items that stand side by side.
struct Slice
{
    Place first;
    std::size_t count;
    Index operator[](std::size_t at) const { return first[at]; }
    Index last() const { return first[count - 1]; }
};

/// How many items of a sorted slice belong before a key: looked for from `hint` on, in steps that double,
/// then by bisection.
template<typename Belongs>
std::size_t gallop(const Slice &slice, std::size_t hint, Belongs &&belongs)
{
    std::size_t low = 0;  // all before it belong
    std::size_t high = 0; // neither it nor what is behind it does
    std::size_t passed = 0;
    std::size_t step = 1;
    if (belongs(slice[hint])) {
        const std::size_t most = slice.count - hint;
        for (; step < most && belongs(slice[hint + step]); step = step * 2 + 1)
            passed = step;
        low = hint + passed + 1;
        high = hint + std::min(step, most);
    } else {
        const std::size_t most = hint + 1;
        for (; step < most && !belongs(slice[hint - step]); step = step * 2 + 1)
            passed = step;
        low = hint + 1 - std::min(step, most);
        high = hint - passed;
    }
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (belongs(slice[middle]))
            low = middle + 1;
        else
            high = middle;
    }
    return high;
}

/// The number of items of the slice that are less than the key.
std::size_t lessThan(Comparing &comparing, Index key, const Slice &slice, std::size_t hint)
{
    return gallop(slice, hint, [&](Index item) { return comparing.before(item, key); });
}

/// The number of items of the slice that are not greater than the key.
std::size_t notGreater(Comparing &comparing, Index key, const Slice &slice, std::size_t hint)
{
    return gallop(slice, hint, [&](Index item) { return !comparing.before(key, item); });
}

/// Merges two runs that stand side by side, the shorter one from a copy: upwards if that is the left one,
/// else downwards.
///
/// Requires: the first item of the right run belongs before all of the left one, and the last item of the
/// left run behind all of the right one.
class Merge
{
public:
    Merge(Comparing &comparing, Slice left, Slice right, std::size_t &patience)
        : m_comparing(comparing)
        , m_upwards(left.count <= right.count)
        , m_copy(m_upwards ? left.first : right.first, m_upwards ? right.first : right.first + right.count)
        , m_left(left)
        , m_right(right)
        , m_to(m_upwards ? left.first : right.first + right.count)
        , m_patience(patience)
    {
        copied().first = m_copy.data();
    }
    void run()
    {
        take(m_upwards ? m_right : m_left, 1);
        while (!done() && takeOneByOne()) {
            ++m_patience;
            while (takeManyAtOnce()) {
            }
            if (!done())
                ++m_patience; // leaving this way of merging has a price
        }
        finish();
    }

private:
    static constexpr std::size_t enough = 7; ///< wins in a row that make galloping worth while

    Slice &copied() { return m_upwards ? m_left : m_right; }
    Slice &moved() { return m_upwards ? m_right : m_left; }
    bool done() { return m_comparing.failed() || moved().count == 0 || copied().count <= 1; }
    Index next(const Slice &slice) const { return m_upwards ? slice[0] : slice.last(); }
    std::size_t hint(const Slice &slice) const { return m_upwards ? 0 : slice.count - 1; }
    std::size_t ownEnd(const Slice &slice, std::size_t found) const
    {
        return m_upwards ? found : slice.count - found;
    }
    void take(Slice &slice, std::size_t count)
    {
        slice.count -= count;
        if (m_upwards) {
            m_to = std::copy(slice.first, slice.first + count, m_to);
            slice.first += count;
        } else {
            const Place end = slice.first + slice.count;
            m_to = std::copy_backward(end, end + count, m_to);
        }
    }
    /// True: one of the runs has won so often that galloping may pay. False: there is nothing more to merge.
    bool takeOneByOne()
    {
        std::size_t wins[2] = {0, 0}; // of the left run, of the right run
        while (!done()) {
            const bool rightIsLess = m_comparing.before(next(m_right), next(m_left));
            if (m_comparing.failed())
                return false;
            const bool fromRight = rightIsLess == m_upwards;
            take(fromRight ? m_right : m_left, 1);
            wins[fromRight ? 0 : 1] = 0;
            if (++wins[fromRight ? 1 : 0] >= m_patience)
                return !done();
        }
        return false;
    }
    /// True: one of the runs still wins often. Requires: not done().
    bool takeManyAtOnce()
    {
        m_patience -= m_patience > 1 ? 1 : 0;
        const std::size_t found = notGreater(m_comparing, next(m_right), m_left, hint(m_left));
        const std::size_t ofLeft = ownEnd(m_left, found);
        if (!takeFound(m_left, ofLeft) || !takeFound(m_right, 1))
            return false;
        const std::size_t ofRight =
            ownEnd(m_right, lessThan(m_comparing, next(m_left), m_right, hint(m_right)));
        if (!takeFound(m_right, ofRight) || !takeFound(m_left, 1))
            return false;
        return ofLeft >= enough || ofRight >= enough;
    }
    /// False: there is nothing more to merge.
    bool takeFound(Slice &slice, std::size_t count)
    {
        if (!m_comparing.failed())
            take(slice, count);
        return !done();
    }
    /// What is left of the copy goes into the gap; the last of it lies beyond all of the other run.
    void finish()
    {
        if (!m_comparing.failed() && copied().count == 1)
            take(moved(), moved().count);
        take(copied(), copied().count);
    }

    Comparing &m_comparing;
    const bool m_upwards;
    std::vector<Index> m_copy;
    Slice m_left;
    Slice m_right;
    Place m_to; ///< upwards: the begin of the gap; downwards: its end
    std::size_t &m_patience;
};

class Sorter
{
public:
    Sorter(Interpreter &vm, const std::vector<Value> &keys)
        : m_comparing(vm, keys)
        , m_order(keys.size())
    {
        std::iota(m_order.begin(), m_order.end(), Index{0});
    }
    /// Falling order is the rising order of the items turned round, so that equal ones keep their order.
    bool sort(bool falling)
    {
        if (falling)
            std::reverse(m_order.begin(), m_order.end());
        sortUp();
        if (falling)
            std::reverse(m_order.begin(), m_order.end());
        return !m_comparing.failed();
    }
    const std::vector<Index> &order() const { return m_order; }

private:
    struct Run
    {
        std::size_t begin;
        std::size_t count;
        int power; ///< of the boundary to the next run
    };

    void sortUp()
    {
        const std::size_t least = leastRun(m_order.size());
        for (std::size_t begin = 0; begin < m_order.size() && !m_comparing.failed();) {
            const std::size_t count = nextRun(begin, least);
            if (!m_comparing.failed())
                push({begin, count, 0});
            begin += count;
        }
        while (m_runs.size() > 1 && !m_comparing.failed()) {
            const std::size_t last = m_runs.size() - 2;
            const bool earlier = last > 0 && m_runs[last - 1].count < m_runs[last + 1].count;
            mergeWithNext(earlier ? last - 1 : last);
        }
    }
    /// So that the number of runs is a power of two, or a little less.
    static std::size_t leastRun(std::size_t count)
    {
        std::size_t odd = 0;
        for (; count >= 64; count /= 2)
            odd |= count % 2;
        return count + odd;
    }
    /// The run that begins there, filled up to the least length; one that falls is turned round.
    std::size_t nextRun(std::size_t begin, std::size_t least)
    {
        const std::size_t left = m_order.size() - begin;
        std::size_t count = std::min<std::size_t>(left, 2);
        const bool falls = count == 2 && m_comparing.before(m_order[begin + 1], m_order[begin]);
        while (count < left && count > 1 &&
               m_comparing.before(m_order[begin + count], m_order[begin + count - 1]) == falls)
            ++count;
        if (m_comparing.failed())
            return left;
        const Place first = m_order.data() + begin;
        if (falls)
            std::reverse(first, first + count);
        const std::size_t filled = std::max(count, std::min(left, least));
        for (; count < filled && !m_comparing.failed(); ++count)
            insert({first, count});
        return filled;
    }
    /// The item behind the slice into its place in it.
    void insert(const Slice &slice)
    {
        const Place item = slice.first + slice.count;
        std::size_t low = 0;
        for (std::size_t high = slice.count; low < high;) {
            const std::size_t middle = low + (high - low) / 2;
            if (m_comparing.before(*item, slice[middle]))
                high = middle;
            else
                low = middle + 1;
        }
        if (!m_comparing.failed())
            std::rotate(slice.first + low, item, item + 1);
    }
    void push(Run run)
    {
        if (!m_runs.empty()) {
            const int power = powerBetween(m_runs.back(), run);
            while (m_runs.size() > 1 && m_runs[m_runs.size() - 2].power > power && !m_comparing.failed())
                mergeWithNext(m_runs.size() - 2);
            m_runs.back().power = power;
        }
        m_runs.push_back(run);
    }
    /// In how many halvings of the whole the middles of the two runs come apart.
    int powerBetween(const Run &left, const Run &right) const
    {
        const std::size_t whole = m_order.size();
        std::size_t first = 2 * left.begin + left.count; // twice the middles
        std::size_t second = first + left.count + right.count;
        for (int power = 1;; ++power) {
            if (first < whole && second >= whole)
                return power;
            const std::size_t half = first >= whole ? whole : 0;
            first = (first - half) * 2;
            second = (second - half) * 2;
        }
    }
    void mergeWithNext(std::size_t at)
    {
        Slice left{m_order.data() + m_runs[at].begin, m_runs[at].count};
        Slice right{m_order.data() + m_runs[at + 1].begin, m_runs[at + 1].count};
        m_runs[at].count += m_runs[at + 1].count;
        m_runs.erase(m_runs.begin() + static_cast<std::ptrdiff_t>(at) + 1);
        const std::size_t inPlace = notGreater(m_comparing, right[0], left, 0);
        left = {left.first + inPlace, left.count - inPlace};
        if (m_comparing.failed() || left.count == 0)
            return;
        right.count = lessThan(m_comparing, left.last(), right, right.count - 1);
        if (!m_comparing.failed() && right.count > 0)
            Merge(m_comparing, left, right, m_patience).run();
    }

    Comparing m_comparing;
    std::vector<Index> m_order;
    std::vector<Run> m_runs;
    std::size_t m_patience = 7; ///< wins in a row before a merge gallops; learned
};

/// The values to sort by; nothing: a key function has raised.
std::optional<std::vector<Value>> keysOf(Interpreter &vm, const std::vector<Value> &items,
                                         const Value *function)
{
    if (function == nullptr || function->isNone())
        return items;
    std::vector<Value> keys;
    keys.reserve(items.size());
    for (const Value &item : items) {
        keys.push_back(vm.call(*function, {item}));
        if (!keys.back().empty())
            continue;
        while (!keys.empty()) // those before it die last first
            keys.pop_back();
        return std::nullopt;
    }
    return keys;
}

} // namespace

bool sortItems(Interpreter &vm, std::vector<Value> &items, const Arguments &arguments)
{
    const std::optional<Given> given = givenTo(vm, {"sort", {"key", "reverse"}, 0, 0}, arguments);
    if (!given)
        return false;
    const auto &[key, reverse, unused, none] = *given;
    if (reverse != nullptr && !reverse->isIntegral()) {
        vm.raise(Type::TypeError,
                 "'" + vm.className(*reverse) + "' object cannot be interpreted as an integer");
        return false;
    }
    std::optional<std::vector<Value>> keys = keysOf(vm, items, key);
    if (!keys)
        return false;
    Sorter sorter(vm, *keys);
    const bool falling = reverse != nullptr && reverse->asInt() != 0;
    const bool done = sorter.sort(falling);
    for (std::size_t number = 0; number < items.size(); ++number) // keys die from the least on
        (*keys)[sorter.order()[falling ? items.size() - 1 - number : number]] = Value();
    std::vector<Value> sorted;
    sorted.reserve(items.size());
    for (const Index index : sorter.order())
        sorted.push_back(std::move(items[index]));
    items = std::move(sorted);
    return done;
}

} // namespace tetherscope::vm
