#pragma once

#include "syntax/astexpression.h"

namespace tetherscope::ast {

namespace children {

template<typename Visit>
void visitIfAny(const ExprPtr &child, Visit &visit)
{
    if (child) {
        visit(*child);
    }
}

template<typename Visit>
void visitAll(const std::vector<ExprPtr> &all, Visit &visit)
{
    for (const ExprPtr &child : all) {
        visit(*child);
    }
}

template<typename Visit>
void of(const Constant &, Visit &)
{
}

template<typename Visit>
void of(const Name &, Visit &)
{
}

template<typename Visit>
void of(const FString &node, Visit &visit)
{
    visitAll(node.parts, visit);
}

template<typename Visit>
void of(const FormattedValue &node, Visit &visit)
{
    visit(*node.value);
    visitIfAny(node.spec, visit);
}

template<typename Visit>
void of(const Attribute &node, Visit &visit)
{
    visit(*node.object);
}

template<typename Visit>
void of(const Subscript &node, Visit &visit)
{
    visit(*node.object);
    visit(*node.index);
}

template<typename Visit>
void of(const Slice &node, Visit &visit)
{
    visitIfAny(node.lower, visit);
    visitIfAny(node.upper, visit);
    visitIfAny(node.step, visit);
}

template<typename Visit>
void of(const Call &node, Visit &visit)
{
    visit(*node.callee);
    visitAll(node.arguments, visit);
    for (const Keyword &keyword : node.keywords) {
        visit(*keyword.value);
    }
}

template<typename Visit>
void of(const Lambda &node, Visit &visit)
{
    for (const Parameter &parameter : node.parameters) {
        visitIfAny(parameter.defaultValue, visit);
    }
    visit(*node.body);
}

template<typename Visit>
void of(const Unary &node, Visit &visit)
{
    visit(*node.operand);
}

template<typename Visit>
void of(const Binary &node, Visit &visit)
{
    visit(*node.left);
    visit(*node.right);
}

template<typename Visit>
void of(const Boolean &node, Visit &visit)
{
    visitAll(node.operands, visit);
}

template<typename Visit>
void of(const Compare &node, Visit &visit)
{
    visit(*node.first);
    visitAll(node.rest, visit);
}

template<typename Visit>
void of(const Conditional &node, Visit &visit)
{
    visit(*node.test);
    visit(*node.body);
    visit(*node.orElse);
}

template<typename Visit>
void of(const Tuple &node, Visit &visit)
{
    visitAll(node.elements, visit);
}

template<typename Visit>
void of(const List &node, Visit &visit)
{
    visitAll(node.elements, visit);
}

template<typename Visit>
void of(const Set &node, Visit &visit)
{
    visitAll(node.elements, visit);
}

template<typename Visit>
void of(const Dict &node, Visit &visit)
{
    for (const DictItem &item : node.items) {
        visit(*item.key);
        visit(*item.value);
    }
}

template<typename Visit>
void of(const Comprehension &node, Visit &visit)
{
    for (const ComprehensionClause &clause : node.clauses) {
        visit(*clause.target);
        visit(*clause.iterable);
        visitAll(clause.conditions, visit);
    }
    visit(*node.element);
    visitIfAny(node.value, visit);
}

} // namespace children

/// Calls `visit` for each expression directly below, in the order in which Python evaluates them. Those of a
/// Lambda and a Comprehension belong in part to the scope outside.
template<typename Node, typename Visit>
void forEachChild(const Node &node, Visit visit)
{
    children::of(node, visit);
}

} // namespace tetherscope::ast
