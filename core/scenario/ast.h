#pragma once

#include "scenario/diagnostic.h"
#include "scenario/scope.h"

#include <cassert>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The syntax tree of a scenario: what parseModule() makes and the compiler walks.
///
/// Walk it by `switch (node.kind)` and `as<Name>(node)`. Identifiers are stored as Python stores them:
/// private names of a class body are already mangled. No child is null unless its comment says so. The tree
/// is never deeper than ast::maxHeight, whatever the text, so it may be walked, and is destroyed,
/// recursively.
namespace tetherscope::ast {

/// Levels of statements and expressions below one another that the parser lets through.
constexpr std::uint32_t maxHeight = 1'000;

// ---------------------------------------------------------------- expressions

enum class ExprKind : std::uint8_t {
    Constant,
    FString,
    FormattedValue,
    Name,
    Attribute,
    Subscript,
    Slice,
    Call,
    Lambda,
    Unary,
    Binary,
    Boolean,
    Compare,
    Conditional,
    Tuple,
    List,
    Set,
    Dict,
    Comprehension,
};

/// The place covers the expression, or, where it spans lines, has no end (`endColumn == column`).
struct Expr
{
    const ExprKind kind;
    Place place;
    std::uint32_t height = 1; ///< levels of expressions, this one included

    virtual ~Expr() = default;

protected:
    explicit Expr(ExprKind exprKind)
        : kind(exprKind)
    {
    }
    Expr(const Expr &) = delete;
    Expr &operator=(const Expr &) = delete;
};

using ExprPtr = std::unique_ptr<Expr>;

template<ExprKind Kind>
struct ExprOf : Expr
{
    static constexpr ExprKind nodeKind = Kind;
    ExprOf()
        : Expr(Kind)
    {
    }
};

struct None
{
    friend bool operator==(None, None) = default;
};

/// Strings are UTF-8 with escapes resolved.
using ConstantValue = std::variant<None, bool, std::int64_t, double, std::string>;

struct Constant : ExprOf<ExprKind::Constant>
{
    ConstantValue value;
};

/// An f-string (together with the literals it is written next to): its parts are string Constants and
/// FormattedValues, joined.
struct FString : ExprOf<ExprKind::FString>
{
    std::vector<ExprPtr> parts;
};

/// `{value!r:spec}`. Only as a part of an FString.
struct FormattedValue : ExprOf<ExprKind::FormattedValue>
{
    ExprPtr value;
    char conversion = 0; ///< 's', 'r', 'a', or 0 for none
    ExprPtr spec;        ///< an FString, or null: no format specification
};

struct Name : ExprOf<ExprKind::Name>
{
    std::string name;
};

struct Attribute : ExprOf<ExprKind::Attribute>
{
    ExprPtr object;
    std::string name;
    Place namePlace;
};

/// `x[a, b]` has a Tuple as its index.
struct Subscript : ExprOf<ExprKind::Subscript>
{
    ExprPtr object;
    ExprPtr index; ///< any expression, or a Slice
};

/// Only as the whole index of a Subscript; each part may be null.
struct Slice : ExprOf<ExprKind::Slice>
{
    ExprPtr lower;
    ExprPtr upper;
    ExprPtr step;
};

struct Keyword
{
    std::string name;
    Place place; ///< of the name
    ExprPtr value;
};

struct Call : ExprOf<ExprKind::Call>
{
    ExprPtr callee;
    std::vector<ExprPtr> arguments; ///< all positional ones stand before the keywords
    std::vector<Keyword> keywords;  ///< no name twice
};

struct Parameter
{
    std::string name;
    Place place;
    ExprPtr annotation;   ///< may be null
    ExprPtr defaultValue; ///< may be null; none after one that has a default is null
};

struct Lambda : ExprOf<ExprKind::Lambda>
{
    std::vector<Parameter> parameters;
    ExprPtr body;
    Scope scope;
};

enum class UnaryOperator : std::uint8_t { Plus, Minus, Invert, Not };

struct Unary : ExprOf<ExprKind::Unary>
{
    UnaryOperator op = UnaryOperator::Plus;
    ExprPtr operand;
};

enum class BinaryOperator : std::uint8_t {
    Add,
    Subtract,
    Multiply,
    Divide,
    FloorDivide,
    Modulo,
    Power,
    ShiftLeft,
    ShiftRight,
    BitAnd,
    BitOr,
    BitXor,
};

struct Binary : ExprOf<ExprKind::Binary>
{
    BinaryOperator op = BinaryOperator::Add;
    ExprPtr left;
    ExprPtr right;
    Place operatorPlace;
};

enum class BooleanOperator : std::uint8_t { And, Or };

/// `a and b and c` is one node with three operands.
struct Boolean : ExprOf<ExprKind::Boolean>
{
    BooleanOperator op = BooleanOperator::And;
    std::vector<ExprPtr> operands; ///< two or more
};

enum class CompareOperator : std::uint8_t {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Is,
    IsNot,
    In,
    NotIn,
};

/// `first ops[0] rest[0] ops[1] rest[1] …`, chained as Python chains it.
struct Compare : ExprOf<ExprKind::Compare>
{
    ExprPtr first;
    std::vector<CompareOperator> ops; ///< one or more
    std::vector<ExprPtr> rest;        ///< as many as ops
};

/// `body if test else orElse`
struct Conditional : ExprOf<ExprKind::Conditional>
{
    ExprPtr test;
    ExprPtr body;
    ExprPtr orElse;
};

struct Tuple : ExprOf<ExprKind::Tuple>
{
    std::vector<ExprPtr> elements;
};

struct List : ExprOf<ExprKind::List>
{
    std::vector<ExprPtr> elements;
};

struct Set : ExprOf<ExprKind::Set>
{
    std::vector<ExprPtr> elements; ///< one or more
};

struct DictItem
{
    ExprPtr key;
    ExprPtr value;
};

struct Dict : ExprOf<ExprKind::Dict>
{
    std::vector<DictItem> items;
};

enum class ComprehensionKind : std::uint8_t { List, Set, Dict, Generator };

/// `for target in iterable if condition if condition`
struct ComprehensionClause
{
    ExprPtr target;
    ExprPtr iterable;
    std::vector<ExprPtr> conditions;
};

/// A Generator stands only as a call's only argument.
struct Comprehension : ExprOf<ExprKind::Comprehension>
{
    ComprehensionKind comprehensionKind = ComprehensionKind::List;
    ExprPtr element; ///< a dict's key
    ExprPtr value;   ///< a dict's value; null for the others
    std::vector<ComprehensionClause>
        clauses; ///< one or more; the first iterable belongs to the scope outside
    Scope scope;
};

// ---------------------------------------------------------------- statements

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
    std::string name;
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
    std::string name;
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

/// The node as what its kind says it is. Requires: the kind is Node's.
template<typename Node, typename Base>
const Node &as(const Base &node)
{
    assert(node.kind == Node::nodeKind);
    return static_cast<const Node &>(node);
}

template<typename Node, typename Base>
Node &as(Base &node)
{
    assert(node.kind == Node::nodeKind);
    return static_cast<Node &>(node);
}

} // namespace tetherscope::ast
