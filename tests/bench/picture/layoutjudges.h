#pragma once

#include "layoutsubjects.h"
#include "layoutverdict.h"

namespace tetherscope::bench {

/// Whether anything moves or overlaps: at every step of every run, forward and back, and when a run goes on.
void judgeStillness(const std::vector<Subject> &scenarios, Verdicts &verdicts);

/// How many edges cross, beside a fresh drawing by `dot` of the same moment: sums over moments of runs of one
/// kind, and of the kinds the worst.
void judgeCrossings(const std::vector<Subject> &scenarios, Verdicts &verdicts);

/// What planning a run takes, beside one run of `dot` on the state that the plan was seeded with, and how it
/// grows.
void judgeCost(const std::vector<Subject> &scenarios, Verdicts &verdicts);

} // namespace tetherscope::bench
