#include "scenario/compile/bodycompiler.h"

#include "scenario/objects/containers.h"
#include "scenario/objects/heap.h"

namespace tetherscope::vm {

void BodyCompiler::expressions(const std::vector<ast::ExprPtr> &all)
{
    for (const ast::ExprPtr &part : all)
        expression(*part);
}

void BodyCompiler::expression(const ast::Expr &node)
{
    const Place outer = m_builder.place;
    m_builder.place = node.place;
    if (Value constant = constantOf(node); !constant.empty())
        loadConstant(std::move(constant));
    else
        computed(node);
    m_builder.place = outer;
}

/// An expression that is no constant.
void BodyCompiler::computed(const ast::Expr &node)
{
    switch (node.kind) {
    case ast::ExprKind::FString:
        fString(ast::as<ast::FString>(node));
        break;
    case ast::ExprKind::FormattedValue:
        formattedValue(ast::as<ast::FormattedValue>(node));
        break;
    case ast::ExprKind::Name:
        loadName(ast::as<ast::Name>(node).name);
        break;
    case ast::ExprKind::Attribute:
        attributeOwner(ast::as<ast::Attribute>(node));
        m_builder.emit(Op::LoadAttribute, symbol(ast::as<ast::Attribute>(node).name).index);
        break;
    case ast::ExprKind::Subscript:
        expression(*ast::as<ast::Subscript>(node).object);
        index(*ast::as<ast::Subscript>(node).index);
        m_builder.emit(Op::LoadItem);
        break;
    case ast::ExprKind::Slice:
        index(node);
        break;
    case ast::ExprKind::Call:
        call(ast::as<ast::Call>(node));
        break;
    case ast::ExprKind::Lambda:
        makeFunction(BodyCompiler(m_compilation, ast::as<ast::Lambda>(node).scope, CodeKind::Function)
                         .lambda(ast::as<ast::Lambda>(node)),
                     ast::as<ast::Lambda>(node).parameters);
        break;
    case ast::ExprKind::Comprehension:
        comprehensionExpression(ast::as<ast::Comprehension>(node));
        break;
    default:
        operation(node);
        break;
    }
}

void BodyCompiler::operation(const ast::Expr &node)
{
    switch (node.kind) {
    case ast::ExprKind::Unary:
        expression(*ast::as<ast::Unary>(node).operand);
        m_builder.emit(Op::UnaryOperation, static_cast<std::uint32_t>(ast::as<ast::Unary>(node).op));
        break;
    case ast::ExprKind::Binary:
        expression(*ast::as<ast::Binary>(node).left);
        expression(*ast::as<ast::Binary>(node).right);
        m_builder.emit(Op::BinaryOperation, static_cast<std::uint32_t>(ast::as<ast::Binary>(node).op));
        break;
    case ast::ExprKind::Boolean:
        boolean(ast::as<ast::Boolean>(node));
        break;
    case ast::ExprKind::Compare:
        compare(ast::as<ast::Compare>(node));
        break;
    case ast::ExprKind::Conditional:
        conditional(ast::as<ast::Conditional>(node));
        break;
    default:
        display(node);
        break;
    }
}

// ---------------------------------------------------------------- displays and constants

void BodyCompiler::display(const ast::Expr &node)
{
    const auto count = [](const auto &parts) { return static_cast<std::uint32_t>(parts.size()); };
    switch (node.kind) {
    case ast::ExprKind::Tuple:
        expressions(ast::as<ast::Tuple>(node).elements);
        m_builder.emit(Op::BuildTuple, count(ast::as<ast::Tuple>(node).elements));
        break;
    case ast::ExprKind::List:
        expressions(ast::as<ast::List>(node).elements);
        m_builder.emit(Op::BuildList, count(ast::as<ast::List>(node).elements));
        break;
    case ast::ExprKind::Set:
        setDisplay(ast::as<ast::Set>(node));
        break;
    case ast::ExprKind::Dict:
        for (const ast::DictItem &item : ast::as<ast::Dict>(node).items) {
            expression(*item.key);
            expression(*item.value);
        }
        m_builder.emit(Op::BuildDict, count(ast::as<ast::Dict>(node).items));
        break;
    default: // a constant is no display
        break;
    }
}

/// Three constants or more become a constant set first: the order of the new set follows from that one's.
void BodyCompiler::setDisplay(const ast::Set &node)
{
    const Value constant = node.elements.size() >= 3 ? constantTuple(node.elements) : Value();
    if (constant.empty()) {
        expressions(node.elements);
        m_builder.emit(Op::BuildSet, static_cast<std::uint32_t>(node.elements.size()));
        return;
    }
    m_builder.emit(Op::BuildSet, 0);
    loadConstant(constant);
    m_builder.emit(Op::MergeFrozenSet);
}

/// A list of constants that is only walked, or only searched, is a constant tuple.
void BodyCompiler::iterable(const ast::Expr &node)
{
    const bool list = node.kind == ast::ExprKind::List;
    Value constant = list ? constantTuple(ast::as<ast::List>(node).elements) : Value();
    if (constant.empty())
        expression(node);
    else
        loadConstant(std::move(constant));
}

void BodyCompiler::fString(const ast::FString &node)
{
    expressions(node.parts);
    const bool plain = node.parts.size() == 1 && node.parts.front()->kind == ast::ExprKind::FormattedValue;
    if (!plain)
        m_builder.emit(Op::BuildString, static_cast<std::uint32_t>(node.parts.size()));
}

void BodyCompiler::formattedValue(const ast::FormattedValue &node)
{
    expression(*node.value);
    std::uint32_t how = static_cast<unsigned char>(node.conversion);
    if (node.spec) {
        expression(*node.spec);
        how |= withSpec;
    }
    m_builder.emit(Op::FormatValue, how);
}

void BodyCompiler::index(const ast::Expr &node)
{
    if (node.kind != ast::ExprKind::Slice) {
        expression(node);
        return;
    }
    const auto &slice = ast::as<ast::Slice>(node);
    for (const ast::ExprPtr *part : {&slice.lower, &slice.upper, &slice.step}) {
        if (*part)
            expression(**part);
        else
            loadConstant(Value::none());
    }
    m_builder.emit(Op::BuildSlice);
}

// ---------------------------------------------------------------- calls

void BodyCompiler::attributeOwner(const ast::Attribute &node)
{
    if (node.object->kind == ast::ExprKind::Name)
        m_compilation.names.attributeOf(ast::as<ast::Name>(*node.object).name, node.name, node.namePlace);
    expression(*node.object);
    m_builder.place = node.place;
}

void BodyCompiler::call(const ast::Call &node)
{
    if (node.callee->kind == ast::ExprKind::Attribute) {
        const auto &method = ast::as<ast::Attribute>(*node.callee);
        attributeOwner(method);
        m_builder.emit(Op::LoadMethod, symbol(method.name).index);
    } else {
        m_builder.emit(Op::PushNull);
        expression(*node.callee);
    }
    expressions(node.arguments);
    KeywordCall shape{static_cast<std::uint32_t>(node.arguments.size() + node.keywords.size()), {}};
    for (const ast::Keyword &keyword : node.keywords) {
        expression(*keyword.value);
        shape.names.push_back(symbol(keyword.name));
    }
    m_builder.place = node.place;
    if (node.keywords.empty()) {
        m_builder.emit(Op::Call, shape.arguments);
        return;
    }
    m_code->keywordCalls.push_back(std::move(shape));
    m_builder.emit(Op::CallKeyword, static_cast<std::uint32_t>(m_code->keywordCalls.size() - 1));
}

// ---------------------------------------------------------------- conditions

void BodyCompiler::boolean(const ast::Boolean &node)
{
    const Label end = m_builder.newLabel();
    const Op jump = node.op == ast::BooleanOperator::And ? Op::JumpIfFalseOrPop : Op::JumpIfTrueOrPop;
    for (std::size_t operand = 0; operand < node.operands.size(); ++operand) {
        expression(*node.operands[operand]);
        if (operand + 1 < node.operands.size())
            m_builder.jump(jump, end);
    }
    m_builder.mark(end);
}

void BodyCompiler::comparison(ast::CompareOperator op)
{
    switch (op) {
    case ast::CompareOperator::Is:
    case ast::CompareOperator::IsNot:
        m_builder.emit(Op::IsOperation, op == ast::CompareOperator::IsNot);
        break;
    case ast::CompareOperator::In:
    case ast::CompareOperator::NotIn:
        m_builder.emit(Op::ContainsOperation, op == ast::CompareOperator::NotIn);
        break;
    default:
        m_builder.emit(Op::CompareOperation, static_cast<std::uint32_t>(op));
        break;
    }
}

void BodyCompiler::comparedOperand(const ast::Compare &node, std::size_t operand)
{
    const ast::CompareOperator op = node.ops[operand];
    const bool searched = op == ast::CompareOperator::In || op == ast::CompareOperator::NotIn;
    searched ? iterable(*node.rest[operand]) : expression(*node.rest[operand]);
}

/// Compares each operand with the next. Where one but the last comparison is false, jumps to `cleanup` with
/// the operand that would have been compared next still on the stack.
void BodyCompiler::comparisonChain(const ast::Compare &node, Op jumpIfFalse, Label cleanup)
{
    expression(*node.first);
    const std::size_t last = node.ops.size() - 1;
    for (std::size_t operand = 0; operand < last; ++operand) {
        comparedOperand(node, operand);
        m_builder.emit(Op::Swap, 2);
        m_builder.emit(Op::Copy, 2);
        comparison(node.ops[operand]);
        m_builder.jump(jumpIfFalse, cleanup);
    }
    comparedOperand(node, last);
    comparison(node.ops[last]);
}

void BodyCompiler::compare(const ast::Compare &node)
{
    const Label cleanup = m_builder.newLabel();
    const Label end = m_builder.newLabel();
    comparisonChain(node, Op::JumpIfFalseOrPop, cleanup);
    if (node.ops.size() == 1)
        return;
    m_builder.jump(Op::Jump, end);
    m_builder.mark(cleanup);
    m_builder.emit(Op::Swap, 2);
    m_builder.emit(Op::Pop);
    m_builder.mark(end);
}

void BodyCompiler::conditional(const ast::Conditional &node)
{
    const Label otherwise = m_builder.newLabel();
    const Label end = m_builder.newLabel();
    jumpIf(*node.test, otherwise, When::False);
    expression(*node.body);
    m_builder.jump(Op::Jump, end);
    m_builder.mark(otherwise);
    expression(*node.orElse);
    m_builder.mark(end);
}

/// Evaluates a condition for its truth alone: each part is asked once, and dies before the next is evaluated.
void BodyCompiler::jumpIf(const ast::Expr &test, Label target, When when)
{
    if (test.kind == ast::ExprKind::Unary && ast::as<ast::Unary>(test).op == ast::UnaryOperator::Not) {
        jumpIf(*ast::as<ast::Unary>(test).operand, target, when == When::True ? When::False : When::True);
        return;
    }
    if (test.kind == ast::ExprKind::Boolean) {
        jumpIfBoolean(ast::as<ast::Boolean>(test), target, when);
        return;
    }
    if (test.kind == ast::ExprKind::Compare && ast::as<ast::Compare>(test).ops.size() > 1) {
        jumpIfCompare(ast::as<ast::Compare>(test), target, when);
        return;
    }
    expression(test);
    m_builder.jump(when == When::True ? Op::PopJumpIfTrue : Op::PopJumpIfFalse, target);
}

void BodyCompiler::jumpIfBoolean(const ast::Boolean &test, Label target, When when)
{
    const When decides = test.op == ast::BooleanOperator::Or ? When::True : When::False;
    const Label next = decides == when ? target : m_builder.newLabel();
    for (std::size_t operand = 0; operand + 1 < test.operands.size(); ++operand)
        jumpIf(*test.operands[operand], next, decides);
    jumpIf(*test.operands.back(), target, when);
    if (decides != when)
        m_builder.mark(next);
}

void BodyCompiler::jumpIfCompare(const ast::Compare &test, Label target, When when)
{
    const Label cleanup = m_builder.newLabel();
    const Label end = m_builder.newLabel();
    comparisonChain(test, Op::PopJumpIfFalse, cleanup);
    m_builder.jump(when == When::True ? Op::PopJumpIfTrue : Op::PopJumpIfFalse, target);
    m_builder.jump(Op::Jump, end);
    m_builder.mark(cleanup);
    m_builder.emit(Op::Pop);
    if (when == When::False)
        m_builder.jump(Op::Jump, target);
    m_builder.mark(end);
}

// ---------------------------------------------------------------- comprehensions

void BodyCompiler::comprehensionExpression(const ast::Comprehension &node)
{
    const CodeKind kind = node.comprehensionKind == ast::ComprehensionKind::Generator
                              ? CodeKind::Generator
                              : CodeKind::Comprehension;
    m_builder.emit(Op::PushNull);
    makeFunction(BodyCompiler(m_compilation, node.scope, kind).comprehension(node), {});
    iterable(*node.clauses.front().iterable);
    m_builder.emit(Op::GetIterator);
    m_builder.emit(Op::Call, 1);
}

std::unique_ptr<Code> BodyCompiler::comprehension(const ast::Comprehension &node)
{
    m_code->parameterNames.push_back(m_code->slots.front().name);
    m_builder.place = node.place;
    switch (node.comprehensionKind) {
    case ast::ComprehensionKind::List:
        m_builder.emit(Op::BuildList, 0);
        break;
    case ast::ComprehensionKind::Set:
        m_builder.emit(Op::BuildSet, 0);
        break;
    case ast::ComprehensionKind::Dict:
        m_builder.emit(Op::BuildDict, 0);
        break;
    case ast::ComprehensionKind::Generator:
        break;
    }
    comprehensionClause(node, 0);
    if (node.comprehensionKind != ast::ComprehensionKind::Generator)
        m_builder.emit(Op::Return);
    return finish();
}

void BodyCompiler::comprehensionClause(const ast::Comprehension &node, std::size_t number)
{
    if (number == node.clauses.size()) {
        comprehensionElement(node);
        return;
    }
    const ast::ComprehensionClause &clause = node.clauses[number];
    const Label again = m_builder.newLabel();
    const Label end = m_builder.newLabel();
    if (number == 0) {
        m_builder.emit(Op::LoadLocal, 0);
    } else {
        iterable(*clause.iterable);
        m_builder.emit(Op::GetIterator);
    }
    m_builder.mark(again);
    m_builder.jump(Op::ForIterate, end);
    store(*clause.target);
    for (const ast::ExprPtr &condition : clause.conditions)
        jumpIf(*condition, again, When::False);
    comprehensionClause(node, number + 1);
    m_builder.jump(Op::Jump, again);
    m_builder.mark(end);
}

void BodyCompiler::comprehensionElement(const ast::Comprehension &node)
{
    expression(*node.element);
    const auto iterators = static_cast<std::uint32_t>(node.clauses.size());
    switch (node.comprehensionKind) {
    case ast::ComprehensionKind::List:
        m_builder.emit(Op::ListAppend, iterators + 1);
        break;
    case ast::ComprehensionKind::Set:
        m_builder.emit(Op::SetAdd, iterators + 1);
        break;
    case ast::ComprehensionKind::Dict:
        expression(*node.value);
        m_builder.emit(Op::DictAdd, iterators + 1);
        break;
    case ast::ComprehensionKind::Generator:
        m_builder.emit(Op::Yield);
        break;
    }
}

} // namespace tetherscope::vm
