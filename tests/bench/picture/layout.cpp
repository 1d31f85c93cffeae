// What a plan is worth, over whole runs: whether anything moves or overlaps, how many edges cross beside what
// `dot` would draw of the same moment, and what planning costs beside one run of `dot`. Prints one JSON
// object to the standard output, and what it is made of to the standard error.
//
// Usage: picture_layout [still|crossings|cost]… SCENARIO.py… (presets and random programs; layout.py makes
// the latter). Without one of the words everything is measured.
#include "layoutjudges.h"

#include <QThread>

#include <algorithm>
#include <array>
#include <cstdio>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

using namespace tetherscope::bench;

namespace {

constexpr uint planStackBytes = 64U << 20; ///< what planPicture() asks for

using Judge = void (*)(const std::vector<Subject> &, Verdicts &);

struct Court
{
    std::string_view name;
    Judge judge;
};

constexpr std::array courts{Court{"still", judgeStillness}, Court{"crossings", judgeCrossings},
                            Court{"cost", judgeCost}};

/// Takes the leading words of the arguments that name courts; all of them if there is none.
std::vector<Judge> wantedJudges(std::vector<std::string> &arguments)
{
    std::vector<Judge> wanted;
    while (!arguments.empty()) {
        const auto court = std::find_if(courts.begin(), courts.end(),
                                        [&](const Court &known) { return known.name == arguments.front(); });
        if (court == courts.end())
            break;
        wanted.push_back(court->judge);
        arguments.erase(arguments.begin());
    }
    if (wanted.empty())
        std::transform(courts.begin(), courts.end(), std::back_inserter(wanted),
                       [](const Court &court) { return court.judge; });
    return wanted;
}

void measure(std::vector<std::string> arguments)
{
    const std::vector<Judge> judges = wantedJudges(arguments);
    const std::vector<Subject> runs = scenarios(arguments);
    Verdicts verdicts;
    for (const Judge judge : judges)
        judge(runs, verdicts);
    std::puts(verdicts.json().c_str());
}

} // namespace

int main(int count, char **arguments)
{
    const std::vector<std::string> words(arguments + 1, arguments + count);
    const std::unique_ptr<QThread> thread(QThread::create([&] { measure(words); }));
    thread->setStackSize(planStackBytes);
    thread->start();
    thread->wait();
    return 0;
}
