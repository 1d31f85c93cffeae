#pragma once

#include "syntax/ast.h"

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace tetherscope::scoping {

enum class Declaration : std::uint8_t { None, Global, Nonlocal };

/// What one scope's own code says about a name.
struct Symbol
{
    bool parameter = false;
    bool bound = false;    ///< assigned, deleted, imported, defined, …; parameters are
    bool captured = false; ///< an inner scope uses the variable that this scope binds
    Declaration declaration = Declaration::None;
    Place declared;     ///< of the `global` or `nonlocal`
    Place firstMention; ///< in the text; line 0: only declared
};

/// A scope while its names are being gathered.
struct Draft
{
    Scope *scope = nullptr;
    Draft *outer = nullptr;
    std::unordered_map<std::string, Symbol> symbols;
    /// All names that the compiled code mentions, in the order in which CPython's compiler meets them.
    std::vector<std::string> mentioned;
    /// Variables of outer scopes that this scope or one inside it uses.
    std::vector<std::string> free;

    bool isFunction() const
    {
        return scope->kind != Scope::Kind::Module && scope->kind != Scope::Kind::Class;
    }
};

/// All scopes of a module, outer ones before inner ones.
std::vector<std::unique_ptr<Draft>> collectScopes(ast::Module &module, std::vector<Diagnostic> &diagnostics);

} // namespace tetherscope::scoping
