#pragma once

#include "grammar.h"

#include <string>

namespace tetherscope {

/// The scenario with one part changed as its grammar would have it: a statement more, others fewer or moved,
/// another expression in the place of a word. What parsed before mostly parses afterwards.
std::string changedScenario(const std::string &text, Chance &chance);

/// The first scenario with a block of the second among its statements.
std::string crossedScenarios(const std::string &first, const std::string &second, Chance &chance);

} // namespace tetherscope
