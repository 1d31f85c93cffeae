#pragma once

#include <random>
#include <string>

namespace tetherscope {

/// What decides; the same seed gives the same texts on every machine.
using Chance = std::minstd_rand;

/// A number from 0 to `end` - 1. Requires: end > 0.
std::size_t below(std::size_t end, Chance &chance);

/// A statement of the scenario language, with its block if it has one, indented from column 0 and without the
/// last \n. Nearly always within the language; names come from a small pool, so that statements meet.
std::string randomStatement(Chance &chance);

/// An expression, on one line.
std::string randomExpression(Chance &chance);

} // namespace tetherscope
