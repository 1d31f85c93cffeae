#pragma once

#include "syntax/ast.h"
#include "syntax/diagnostic.h"

#include <memory>
#include <string>
#include <vector>

namespace tetherscope {

/// A module that is within the language, its scopes resolved, or what keeps it from being one.
struct ParsedModule
{
    std::unique_ptr<ast::Module> module; ///< null if there are diagnostics
    std::vector<Diagnostic> diagnostics; ///< in the order in which they stand, 20 at most
};

/// Requires: `text` is UTF-8 with lines ending in \n, and smaller than 4 GB.
ParsedModule parseModule(std::string text);

} // namespace tetherscope
