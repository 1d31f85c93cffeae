#pragma once

#include "syntax/ast.h"

#include <string>

/// The tree as text: a line a statement, indented by two blanks a level, expressions in full brackets.
std::string dump(const tetherscope::ast::Module &module);

/// Every scope below the module, outer ones first: "f: a b | c* | d^" lists plain slots, cells (*) and free
/// variables
/// (^) in order; a class ends in "+__class__" where its methods need the cell.
std::string dumpScopes(tetherscope::ast::Module &module);
