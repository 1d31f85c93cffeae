#pragma once

#include "syntax/ast.h"

#include <vector>

namespace tetherscope {

/// Fills in the `scope` of the module and of all its classes, functions, lambdas and comprehensions, and
/// finds declarations that contradict one another. Names that nothing binds are no concern of it.
std::vector<Diagnostic> analyseScopes(ast::Module &module);

} // namespace tetherscope
