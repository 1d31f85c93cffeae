// What a plan is worth, over whole runs: whether anything moves or overlaps, how many edges cross beside what
// `dot` would draw of the same moment, and what planning costs beside one run of `dot`. Prints one JSON
// object to the standard output, and what it is made of to the standard error.
//
// Usage: picture_layout SCENARIO.py… (presets and random programs; layout.py makes the latter)
#include "layoutjudges.h"

#include <QThread>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

using namespace tetherscope::bench;

namespace {

constexpr uint planStackBytes = 64U << 20; ///< what planPicture() asks for

void measure(const std::vector<std::string> &paths)
{
    const std::vector<Subject> runs = scenarios(paths);
    Verdicts verdicts;
    judgeStillness(runs, verdicts);
    judgeCrossings(runs, verdicts);
    judgeCost(runs, verdicts);
    std::puts(verdicts.json().c_str());
}

} // namespace

int main(int count, char **arguments)
{
    const std::vector<std::string> paths(arguments + 1, arguments + count);
    const std::unique_ptr<QThread> thread(QThread::create([&] { measure(paths); }));
    thread->setStackSize(planStackBytes);
    thread->start();
    thread->wait();
    return 0;
}
