#pragma once

namespace tetherscope::cli {

/// The whole program: reads the command line, then opens the window or does what a verb says. Returns the
/// exit code.
int runProgram(int argc, char **argv);

} // namespace tetherscope::cli
