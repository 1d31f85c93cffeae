#include "sampling.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <malloc.h>
#include <numeric>
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

    /// Both run their sequence at the same time; the time from the first start to the last end.
    double runBoth(const Contender &contender, const Keys &mine, const Keys &theirs)
    {
        m_ready = false;
        m_done = false;
        m_keys = &theirs;
        m_task = &contender;
        m_turn.fetch_add(1);
        m_turn.notify_one();
        while (!m_ready) {
        }
        const Clock::time_point begin = Clock::now();
        m_go.fetch_add(1);
        contender.run(mine);
        while (!m_done) {
        }
        return nanosecondsBetween(begin, Clock::now());
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
            m_task->run(*m_keys);
            m_done = true;
        }
    }

    const Contender *m_task = nullptr;
    const Keys *m_keys = nullptr;
    std::atomic<int> m_turn = 0;
    std::atomic<int> m_go = 0;
    std::atomic<bool> m_ready = false;
    std::atomic<bool> m_done = false;
    std::thread m_thread;
};

double sample(const Contender &contender, Partner *partner, const Keys &first, const Keys &second)
{
    if (partner != nullptr)
        return partner->runBoth(contender, first, second) / static_cast<double>(first.size() + second.size());
    const Clock::time_point begin = Clock::now();
    contender.run(first);
    return nanosecondsBetween(begin, Clock::now()) / static_cast<double>(first.size());
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
    Partner started; // its existence switches the standard library's single-thread shortcuts off
    Partner *const partner = threads == Threads::Two ? &started : nullptr;
    Comparison result;
    for (const Contender &contender : contenders)
        result.names.push_back(contender.name);
    result.nanoseconds.resize(contenders.size());
    std::vector<std::size_t> order(contenders.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::mt19937 random(1);
    for (int round = 0; round < rounds; ++round) {
        std::shuffle(order.begin(), order.end(), random);
        for (const std::size_t index : order) {
            sample(contenders[index], partner, first, second); // its data into the caches
            result.nanoseconds[index].push_back(sample(contenders[index], partner, first, second));
        }
    }
    return result;
}

double bytesTaken(const std::function<void()> &prepare, const std::function<void()> &fill)
{
    int ends[2];
    if (pipe(ends) != 0)
        std::abort();
    if (const pid_t child = fork(); child == 0) {
        const auto taken = [] {
            const struct mallinfo2 info = mallinfo2();
            return static_cast<double>(info.uordblks + info.hblkhd);
        };
        prepare();
        const double before = taken();
        fill();
        const double bytes = taken() - before;
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
