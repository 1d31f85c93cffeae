#pragma once

#include "syntax/astexpression.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The syntax tree of a scenario: what parseModule() makes and the compiler walks.
///
/// Walk it by `switch (node.kind)` and `as<Name>(node)`. Identifiers are stored as Python stores them:
/// private names of a class body are already mangled. No child is null unless its comment says so. The tree
/// is never deeper than ast::maxHeight, whatever the text, so it may be walked, and is destroyed,
/// recursively.
namespace tetherscope::ast {

enum class StmtKind : std::uint8_t {
    Expression,
    Assign,
    AnnotatedAssign,
    AugmentedAssign,
    Delete,
    Pass,
    Break,
    Continue,
    Return,
    Raise,
    Assert,
    Import,
    ImportFrom,
    Global,
    Nonlocal,
    If,
    While,
    For,
    Try,
    Function,
    Class,
};

/// The place is that of the statement's first line (of `def` and `class`: not of a decorator above).
struct Stmt
{
    const StmtKind kind;
    Place place;
    /// The statement's text as written, from its first decorator or word to its last character, body
    /// included; lines joined by \n. A view into Module::text.
    std::string_view source;
    /// The author's comment lines directly above, without "# ", joined by spaces; may be empty.
    std::string narration;

    virtual ~Stmt() = default;

protected:
    explicit Stmt(StmtKind stmtKind)
        : kind(stmtKind)
    {
    }
    Stmt(const Stmt &) = delete;
    Stmt &operator=(const Stmt &) = delete;
};

using StmtPtr = std::unique_ptr<Stmt>;
using Block = std::vector<StmtPtr>;

template<StmtKind Kind>
struct StmtOf : Stmt
{
    static constexpr StmtKind nodeKind = Kind;
    StmtOf()
        : Stmt(Kind)
    {
    }
};

struct ExpressionStatement : StmtOf<StmtKind::Expression>
{
    ExprPtr value;
};

/// A target is a Name, Attribute, Subscript, or a Tuple or List of targets, here and wherever the word
/// stands.
struct Assign : StmtOf<StmtKind::Assign>
{
    std::vector<ExprPtr> targets; ///< `a = b = v`: left to right; one or more
    ExprPtr value;
};

/// `target: annotation = value`; the target is a Name, Attribute or Subscript.
struct AnnotatedAssign : StmtOf<StmtKind::AnnotatedAssign>
{
    ExprPtr target;
    ExprPtr annotation;
    ExprPtr value; ///< may be null
};

/// The target is a Name, Attribute or Subscript.
struct AugmentedAssign : StmtOf<StmtKind::AugmentedAssign>
{
    ExprPtr target;
    BinaryOperator op = BinaryOperator::Add;
    ExprPtr value;
};

struct Delete : StmtOf<StmtKind::Delete>
{
    std::vector<ExprPtr> targets;
};

struct Pass : StmtOf<StmtKind::Pass>
{
};

struct Break : StmtOf<StmtKind::Break>
{
};

struct Continue : StmtOf<StmtKind::Continue>
{
};

struct Return : StmtOf<StmtKind::Return>
{
    ExprPtr value; ///< may be null
};

struct Raise : StmtOf<StmtKind::Raise>
{
    ExprPtr exception; ///< may be null: raise again
    ExprPtr cause;     ///< may be null
};

struct Assert : StmtOf<StmtKind::Assert>
{
    ExprPtr test;
    ExprPtr message; ///< may be null
};

struct ImportedName
{
    std::string name;  ///< a module, or a name in one; known to exist
    std::string bound; ///< the name it gets here
    Place place;
};

/// `import sys, gc as g`
struct Import : StmtOf<StmtKind::Import>
{
    std::vector<ImportedName> modules;
};

/// `from weakref import ref, proxy as p`
struct ImportFrom : StmtOf<StmtKind::ImportFrom>
{
    std::string module;
    std::vector<ImportedName> names;
};

struct Global : StmtOf<StmtKind::Global>
{
    std::vector<std::string> names;
};

struct Nonlocal : StmtOf<StmtKind::Nonlocal>
{
    std::vector<std::string> names;
};

struct Branch
{
    Place place; ///< of `if` or `elif`
    ExprPtr test;
    Block body;
};

/// `if` and its `elif`s, flat.
struct If : StmtOf<StmtKind::If>
{
    std::vector<Branch> branches; ///< one or more
    Block orElse;                 ///< may be empty
};

struct While : StmtOf<StmtKind::While>
{
    ExprPtr test;
    Block body;
    Block orElse; ///< may be empty
};

struct For : StmtOf<StmtKind::For>
{
    ExprPtr target;
    ExprPtr iterable;
    Block body;
    Block orElse; ///< may be empty
};

struct Handler
{
    Place place;
    ExprPtr type;     ///< may be null: catches all, and is the last
    std::string name; ///< `as name`; may be empty
    Block body;
};

/// Has at least one handler or a `finally`.
struct Try : StmtOf<StmtKind::Try>
{
    Block body;
    std::vector<Handler> handlers;
    Block orElse;
    Block finally;
};

/// Docstrings stand in fields of their own, not in bodies: they are no steps.
struct Function : StmtOf<StmtKind::Function>
{
    std::vector<ExprPtr> decorators; ///< top to bottom
    std::string name;                ///< under which it is stored; Python's __name__ is scope.name
    Place namePlace;
    std::vector<Parameter> parameters;
    ExprPtr returns; ///< the annotation behind `->`; may be null
    std::optional<std::string> docstring;
    Block body; ///< empty if there was only a docstring
    Scope scope;
};

struct Class : StmtOf<StmtKind::Class>
{
    std::vector<ExprPtr> decorators; ///< top to bottom
    std::string name;                ///< under which it is stored; Python's __name__ is scope.name
    Place namePlace;
    std::vector<ExprPtr> bases; ///< none or one
    std::optional<std::string> docstring;
    Block body; ///< empty if there was only a docstring
    Scope scope;
};

/// A whole scenario.
struct Module
{
    std::string text; ///< the file's, without byte order mark, lines ending in \n
    std::optional<std::string> docstring;
    Block body;
    Scope scope;
};

} // namespace tetherscope::ast
