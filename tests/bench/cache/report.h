#pragma once

#include "sampling.h"

#include <string>
#include <utility>
#include <vector>

namespace bench {

/// What is wanted: at most so many times the floor, at least so many times faster than the best peer; 0 says
/// nothing is.
struct Target
{
    double ofFloor;
    double ofPeer;
};

/// Prints a line for each metric as soon as it is known, with its verdict, and writes all of them as JSON.
class Report
{
public:
    Report();

    /// Of the comparison's contenders the first is ours, the second the floor, the others are peers.
    void add(const std::string &key, const std::string &title, const Comparison &comparison, Target target);
    /// Bytes for an entry: ours, and each peer's.
    void addBytes(double ours, const std::vector<std::pair<std::string, double>> &peers);

    /// False if the file cannot be written.
    bool write(const std::string &path) const;

private:
    std::vector<std::string> m_json;
};

} // namespace bench
