#include "sampling.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <malloc.h>
#include <numeric>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace bench {
namespace {

using Clock = std::chrono::steady_clock;

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

double nanosecondsBetween(Clock::time_point begin, Clock::time_point end)
{
    return std::chrono::duration<double, std::nano>(end - begin).count();
}

/// The second thread, which lives as long as the comparison and starts each sample with the first.
class Partner
{
public:
    using Task = std::function<void()>;

    Partner()
        : m_thread([this] { serve(); })
    {
    }
    Partner(const Partner &) = delete;
    Partner &operator=(const Partner &) = delete;
    ~Partner()
    {
        m_task = nullptr;
        m_turn.fetch_add(1);
        m_turn.notify_one();
        m_thread.join();
    }

    /// Both start at the same time; nanoseconds from there to the later end.
    double runBoth(const Task &mine, const Task &theirs)
    {
        m_ready = false;
        m_done = false;
        m_task = &theirs;
        m_turn.fetch_add(1);
        m_turn.notify_one();
        while (!m_ready) {
        }
        const Clock::time_point begin = Clock::now();
        m_go.fetch_add(1);
        mine();
        while (!m_done) {
        }
        return nanosecondsBetween(begin, Clock::now());
    }

    /// Nanoseconds that a cache line takes from one processor to the other: the least of a few tries, because
    /// either thread may be interrupted.
    double distance()
    {
        constexpr int trips = 300;
        double least = 1e9;
        for (int attempt = 0; attempt < 5; ++attempt) {
            std::atomic<int> ball = 0;
            const auto pass = [&ball](int from) {
                for (int trip = 0; trip < trips; ++trip) {
                    while (ball != 2 * trip + from) {
                    }
                    ++ball;
                }
            };
            least = std::min(least, runBoth([&] { pass(0); }, [&] { pass(1); }) / (2 * trips));
        }
        return least;
    }

private:
    void serve()
    {
        for (int seen = 0;;) {
            m_turn.wait(seen);
            ++seen;
            if (m_task == nullptr)
                return;
            const int before = m_go;
            m_ready = true;
            while (m_go == before) {
            }
            (*m_task)();
            m_done = true;
        }
    }

    const Task *m_task = nullptr;
    std::atomic<int> m_turn = 0;
    std::atomic<int> m_go = 0;
    std::atomic<bool> m_ready = false;
    std::atomic<bool> m_done = false;
    std::thread m_thread;
};

double sample(const Contender &contender, Partner *partner, const Keys &first, const Keys &second)
{
    if (partner != nullptr)
        return partner->runBoth([&] { contender.run(first); }, [&] { contender.run(second); }) /
               static_cast<double>(first.size() + second.size());
    const Clock::time_point begin = Clock::now();
    contender.run(first);
    return nanosecondsBetween(begin, Clock::now()) / static_cast<double>(first.size());
}

/// One round: each contender's time, in an order of its own.
std::vector<double> round(const std::vector<Contender> &contenders, Partner *partner, const Keys &first,
                          const Keys &second, std::mt19937 &random)
{
    std::vector<std::size_t> order(contenders.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::shuffle(order.begin(), order.end(), random);
    std::vector<double> times(contenders.size());
    for (const std::size_t index : order) {
        sample(contenders[index], partner, first, second); // its data into the processor's caches
        times[index] = sample(contenders[index], partner, first, second);
    }
    return times;
}

void keep(Comparison &comparison, const std::vector<double> &times)
{
    for (std::size_t index = 0; index < times.size(); ++index)
        comparison.nanoseconds[index].push_back(times[index]);
}

Comparison emptyOf(const std::vector<Contender> &contenders)
{
    Comparison comparison;
    for (const Contender &contender : contenders)
        comparison.names.push_back(contender.name);
    comparison.nanoseconds.resize(contenders.size());
    return comparison;
}

/// Memory of this process that is in the system's pages and not in the heap: address space alone costs
/// nothing, and aligned arrays need twice theirs of that.
double mappedBytes()
{
    std::ifstream maps("/proc/self/smaps");
    double kilobytes = 0;
    bool isHeap = false;
    for (std::string line; std::getline(maps, line);) {
        if (line.find('-') < line.find(':')) // the first line of a mapping: its addresses
            isHeap = line.ends_with("[heap]");
        else if (line.starts_with("Anonymous:") && !isHeap)
            kilobytes += std::stod(line.substr(line.find(':') + 1));
    }
    return kilobytes * 1024;
}

double takenBytes()
{
    return static_cast<double>(mallinfo2().uordblks) + mappedBytes();
}

} // namespace

double Comparison::median(std::size_t contender) const
{
    return medianOf(nanoseconds[contender]);
}

double Comparison::ratio(std::size_t slower, std::size_t faster) const
{
    std::vector<double> ratios;
    std::transform(nanoseconds[slower].begin(), nanoseconds[slower].end(), nanoseconds[faster].begin(),
                   std::back_inserter(ratios), std::divides<>());
    return medianOf(std::move(ratios));
}

Comparison compare(const std::vector<Contender> &contenders, Threads threads, const Keys &first,
                   const Keys &second, int rounds)
{
    setpriority(PRIO_PROCESS, 0, -20); // where that is allowed, other programs disturb less
    Partner started; // its existence switches the standard library's single-thread shortcuts off
    Partner *const partner = threads == Threads::Two ? &started : nullptr;
    constexpr double farAway = 80;
    Comparison all = emptyOf(contenders);
    Comparison nearby = all;
    int nearRounds = 0;
    std::mt19937 random(1);
    for (int done = 0; done < rounds || (partner != nullptr && nearRounds < rounds / 2 && done < 8 * rounds);
         ++done) {
        const double before = partner != nullptr ? partner->distance() : 0;
        const std::vector<double> times = round(contenders, partner, first, second, random);
        keep(all, times);
        if (partner == nullptr || std::max(before, partner->distance()) > farAway)
            continue;
        keep(nearby, times);
        ++nearRounds;
    }
    all.farApart = partner != nullptr;
    return nearRounds >= rounds / 4 ? nearby : all;
}

double bytesTaken(const std::function<void()> &prepare, const std::function<void()> &fill)
{
    int ends[2];
    if (pipe(ends) != 0)
        std::abort();
    if (const pid_t child = fork(); child == 0) {
        prepare();
        const double before = takenBytes();
        fill();
        const double bytes = takenBytes() - before;
        _exit(write(ends[1], &bytes, sizeof bytes) == sizeof bytes ? 0 : 1);
    } else {
        waitpid(child, nullptr, 0);
    }
    double bytes = 0;
    if (read(ends[0], &bytes, sizeof bytes) != sizeof bytes)
        std::abort();
    close(ends[0]);
    close(ends[1]);
    return bytes;
}

} // namespace bench
