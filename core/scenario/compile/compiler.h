#pragma once

#include "scenario/objects/code.h"
#include "syntax/ast.h"

#include <memory>
#include <vector>

namespace tetherscope::vm {

class Heap;

/// What the compiler made of a module, or why it could not.
struct CompileResult
{
    std::unique_ptr<Code> code;
    std::vector<Diagnostic> diagnostics; ///< empty: the code is complete
};

/// Translates a module into code. The constants are made on the heap, the identifiers numbered by the table;
/// the code must not outlive either.
CompileResult compile(const ast::Module &module, Heap &heap, SymbolTable &symbols);

} // namespace tetherscope::vm
