#pragma once

#include "syntax/diagnostic.h"
#include "syntax/scope.h"

#include <cassert>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

/// Expressions of the syntax tree; see ast.h.
namespace tetherscope::ast {

/// Levels of statements and expressions below one another that the parser lets through.
constexpr std::uint32_t maxHeight = 1'000;

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
