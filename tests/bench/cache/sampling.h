#pragma once

#include "workload.h"

#include <functional>
#include <string>
#include <vector>

namespace bench {

/// One who takes part in a comparison. `run` does all of a sequence; it is called by one thread, or by two at
/// the same time.
struct Contender
{
    std::string name;
    std::function<void(const Keys &)> run;
};

struct Comparison
{
    std::vector<std::string> names;
    std::vector<std::vector<double>> nanoseconds; ///< of one operation, for each contender in each round

    double median(std::size_t contender) const;
    /// The median over the rounds of how many times longer `slower` took than `faster` in the same round.
    double ratio(std::size_t slower, std::size_t faster) const;

    /// Two threads, and there were not enough rounds in which the processors were near each other: all are
    /// in.
    bool farApart = false;
};

enum class Threads { One, Two };

/// Lets all contenders run turn by turn, in another order each round, each on short samples: what disturbs
/// the machine disturbs all of them alike. The time of two threads is per operation of either: half of
/// perfect scaling's single thread.
Comparison compare(const std::vector<Contender> &contenders, Threads threads, const Keys &first,
                   const Keys &second, int rounds);

/// Bytes that the process has more after `fill`, in a process of its own: of the heap what is in use, of
/// other memory what has been touched.
double bytesTaken(const std::function<void()> &prepare, const std::function<void()> &fill);

} // namespace bench
