#pragma once

#include "cli/arguments.h"

namespace tetherscope::cli {

/// Opens the window and runs until it is closed. Where there is no display and no platform was asked for,
/// writes a picture of what would be shown and prints its path instead. Returns the exit code.
int runWindow(const Arguments &arguments, int argc, char **argv);

} // namespace tetherscope::cli
