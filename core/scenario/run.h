#pragma once

#include "syntax/diagnostic.h"
#include "syntax/scenario.h"
#include "timeline/timeline.h"

#include <cstddef>
#include <optional>
#include <stop_token>

namespace tetherscope {

/// What a run may use; beyond any of these it stops with a fault that names the limit.
struct RunLimits
{
    std::size_t steps = 100'000;
    std::size_t liveObjects = 1'000'000;
    std::size_t elements = 10'000'000;    ///< in all containers together
    std::size_t callDepth = 1'000;        ///< beyond: RecursionError, which a scenario may catch
    std::size_t classDepth = 100;         ///< classes that derive from each other
    std::size_t stringBytes = 10'000'000; ///< of one string
    std::size_t textBytes = 500'000'000;  ///< of all strings alive
    std::size_t events = 5'000'000;       ///< recorded; they take up to 28 bytes each
    std::size_t operations = 10'000'000;  ///< instructions, and what else takes as long as one
    std::size_t outputBytes = 1'000'000;
    bool checkCounts = false; ///< for tests: a recorded count that is not its handle's is a fault
};

enum class RunStatus { Finished, Faulted, Cancelled };

struct RunOutcome
{
    RunStatus status = RunStatus::Finished;
    std::optional<Diagnostic> fault; ///< where and why, if Faulted
};

/// Runs the scenario from its first statement and records every step into the sink, which gets its first
/// chunk (step 0) at once and all that was recorded before this function returns, also when the run faults.
///
/// Threads  Runs on the calling thread, which needs 64 MB of stack; the sink is called on that thread.
///          Cancelled between two instructions when the token asks for it.
/// Deterministic: the same text gives the same chunks joined, whatever the machine or the locale.
RunOutcome runScenario(const Scenario &scenario, TimelineSink &sink, const RunLimits &limits = {},
                       std::stop_token stop = {});

} // namespace tetherscope
