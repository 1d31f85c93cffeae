#pragma once

#include "scenario/run.h"
#include "timeline/timeline.h"

#include <string>
#include <string_view>

namespace tetherscope {

/// What became of a scenario that a test has run.
struct Ran
{
    Timeline timeline;
    RunOutcome outcome;

    /// What it printed, as a terminal would have it.
    std::string output() const;
    /// "FILE:LINE:COLUMN: error: …" as for a file called FILE; empty: no fault.
    std::string fault() const;
    /// The index of the last step whose source begins so; 0: there is none.
    std::size_t stepOf(std::string_view source) const;
    /// The names, objects and edges after that step, as graphText() has them.
    std::string graphAfter(std::string_view source) const;
    /// The events of that step, a line each: "release Date#1 2 -> 1 name:<module>.b".
    std::string eventsOf(std::string_view source) const;
};

/// Parses and runs a text on a thread with the stack that runs ask for; every count is compared with its
/// handle. A text that does not parse has its diagnostic as fault.
Ran runText(std::string_view text, RunLimits limits = {});
Ran runFile(const std::string &path, RunLimits limits = {});

/// What must hold at every event of every run: what names and slots hold is never more than the count, a
/// count rises from 0 only by a birth or a finalizer's loan, and the way back is the way forward. Empty: it
/// does; else what does not, and where.
std::string brokenRule(const Timeline &timeline);

} // namespace tetherscope
