#pragma once

#include <cstdio>
#include <cstdlib>

/// Ends a test program with one line if something that must hold does not; also where assert() is off.
inline void check(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::exit(1);
}
