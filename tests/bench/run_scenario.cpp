// Milliseconds that one scenario takes from its text to the end of its record, without the start of the
// process: the median of some runs behind one that warms up. Usage: run_scenario FILE
#include "scenario/run.h"
#include "syntax/scenario.h"

#include <QThread>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

using namespace tetherscope;

namespace {

constexpr uint runStackBytes = 64U << 20; ///< what runScenario() asks for
constexpr std::size_t runs = 3;

/// Reads the text, runs it and puts the record together, as the window does it. Negative: it did not finish.
double milliseconds(const std::string &text)
{
    const auto began = std::chrono::steady_clock::now();
    const ParseResult parsed = parseScenario(text);
    Timeline timeline;
    if (!parsed.scenario || runScenario(*parsed.scenario, timeline).status != RunStatus::Finished)
        return -1;
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
}

int measure(const char *path)
{
    std::ifstream file(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    if (milliseconds(text) < 0)
        return std::fprintf(stderr, "%s does not run to its end\n", path), 1;
    std::array<double, runs> times{};
    std::generate(times.begin(), times.end(), [&] { return milliseconds(text); });
    std::sort(times.begin(), times.end());
    std::printf("%.3f\n", times[runs / 2]);
    return 0;
}

} // namespace

int main(int count, char **arguments)
{
    if (count != 2)
        return 2;
    int result = 1;
    const std::unique_ptr<QThread> thread(QThread::create([&] { result = measure(arguments[1]); }));
    thread->setStackSize(runStackBytes);
    thread->start();
    thread->wait();
    return result;
}
