#pragma once

#include <string>
#include <vector>

namespace tetherscope::bench {

/// Figures beside what they should be at most, in the order in which they were found.
class Verdicts
{
public:
    void add(const char *key, double value, double most) { m_verdicts.push_back({key, value, most}); }
    /// One object: {"key": {"value": …, "target": …, "met": …}, …}
    std::string json() const;

private:
    struct Verdict
    {
        const char *key;
        double value;
        double most;
    };
    std::vector<Verdict> m_verdicts;
};

} // namespace tetherscope::bench
