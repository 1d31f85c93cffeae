#include "scenario/compile/bodycompiler.h"

#include <algorithm>

namespace tetherscope::vm {

namespace {

StatementKind kindOf(ast::StmtKind kind)
{
    switch (kind) {
    case ast::StmtKind::Expression:
        return StatementKind::Expression;
    case ast::StmtKind::Assign:
    case ast::StmtKind::AnnotatedAssign:
        return StatementKind::Assign;
    case ast::StmtKind::AugmentedAssign:
        return StatementKind::AugmentedAssign;
    case ast::StmtKind::Delete:
        return StatementKind::Delete;
    case ast::StmtKind::Pass:
        return StatementKind::Pass;
    case ast::StmtKind::Break:
        return StatementKind::Break;
    case ast::StmtKind::Continue:
        return StatementKind::Continue;
    case ast::StmtKind::Return:
        return StatementKind::Return;
    case ast::StmtKind::Raise:
        return StatementKind::Raise;
    case ast::StmtKind::Assert:
        return StatementKind::Assert;
    case ast::StmtKind::Import:
    case ast::StmtKind::ImportFrom:
        return StatementKind::Import;
    case ast::StmtKind::Global:
    case ast::StmtKind::Nonlocal:
        return StatementKind::Global;
    case ast::StmtKind::Function:
        return StatementKind::Define;
    case ast::StmtKind::Class:
        return StatementKind::Class;
    default:
        return StatementKind::None;
    }
}

std::string firstLine(std::string_view source)
{
    return std::string(source.substr(0, source.find('\n')));
}

} // namespace

void BodyCompiler::body(const ast::Block &statements)
{
    for (const ast::StmtPtr &part : statements)
        statement(*part);
}

void BodyCompiler::statement(const ast::Stmt &node)
{
    const std::uint32_t outer = m_builder.statement;
    switch (node.kind) {
    case ast::StmtKind::If:
        ifStatement(ast::as<ast::If>(node));
        break;
    case ast::StmtKind::While:
        whileStatement(ast::as<ast::While>(node));
        break;
    case ast::StmtKind::For:
        forStatement(ast::as<ast::For>(node));
        break;
    case ast::StmtKind::Try:
        tryStatement(ast::as<ast::Try>(node));
        break;
    default:
        begin(node, kindOf(node.kind));
        simpleStatement(node);
        break;
    }
    m_builder.statement = outer;
}

/// The body of a class is one step with its class: its statements are none.
void BodyCompiler::begin(const ast::Stmt &node, StatementKind kind)
{
    m_builder.place = node.place;
    if (m_code->kind == CodeKind::Class)
        return;
    m_builder.statement =
        m_builder.addStatement({node.place.line, kind, symbol(node.source), symbol(node.narration)});
}

/// The header of a compound statement is no step, unless it raises.
void BodyCompiler::beginHeader(const ast::Stmt &node, Place place)
{
    m_builder.place = place;
    if (m_code->kind == CodeKind::Class)
        return;
    m_builder.statement = m_builder.addStatement(
        {place.line, StatementKind::None, symbol(firstLine(node.source)), symbol(node.narration)});
}

void BodyCompiler::endStep()
{
    if (m_builder.statement != noStatement)
        m_builder.emit(Op::EndStep, m_builder.statement);
}

void BodyCompiler::simpleStatement(const ast::Stmt &node)
{
    switch (node.kind) {
    case ast::StmtKind::Expression:
        expressionStatement(ast::as<ast::ExpressionStatement>(node));
        break;
    case ast::StmtKind::Assign:
        assign(ast::as<ast::Assign>(node));
        break;
    case ast::StmtKind::AnnotatedAssign:
        annotatedAssign(ast::as<ast::AnnotatedAssign>(node));
        break;
    case ast::StmtKind::AugmentedAssign:
        augmentedAssign(ast::as<ast::AugmentedAssign>(node));
        break;
    case ast::StmtKind::Delete:
        for (const ast::ExprPtr &target : ast::as<ast::Delete>(node).targets)
            deleteTarget(*target);
        break;
    case ast::StmtKind::Break:
        leaveLoop(true);
        return;
    case ast::StmtKind::Continue:
        leaveLoop(false);
        return;
    case ast::StmtKind::Return:
        returnStatement(ast::as<ast::Return>(node));
        return;
    case ast::StmtKind::Raise:
        raiseStatement(ast::as<ast::Raise>(node));
        return;
    case ast::StmtKind::Assert:
        assertStatement(ast::as<ast::Assert>(node));
        break;
    case ast::StmtKind::Import:
        importStatement(ast::as<ast::Import>(node));
        break;
    case ast::StmtKind::ImportFrom:
        importFrom(ast::as<ast::ImportFrom>(node));
        break;
    case ast::StmtKind::Function:
        functionStatement(ast::as<ast::Function>(node));
        break;
    case ast::StmtKind::Class:
        classStatement(ast::as<ast::Class>(node));
        break;
    default: // pass, global, nonlocal: nothing to do, but a step
        break;
    }
    endStep();
}

void BodyCompiler::expressionStatement(const ast::ExpressionStatement &node)
{
    expression(*node.value);
    if (m_builder.statement != noStatement)
        m_builder.emit(Op::ShowValue);
    m_builder.emit(Op::Pop);
}

// ---------------------------------------------------------------- assignment

void BodyCompiler::assign(const ast::Assign &node)
{
    if (assignDisplay(node))
        return;
    expression(*node.value);
    for (std::size_t target = 0; target < node.targets.size(); ++target) {
        if (target + 1 < node.targets.size())
            m_builder.emit(Op::Copy, 1);
        store(*node.targets[target]);
    }
}

/// `a, b = b, a` makes no tuple: the values wait on the stack and are exchanged there. Between two or three
/// plain locals CPython 3.11 exchanges the stores instead, which then run from right to left.
bool BodyCompiler::assignDisplay(const ast::Assign &node)
{
    if (node.targets.size() != 1 || node.value->kind != ast::ExprKind::Tuple)
        return false;
    const ast::Expr &target = *node.targets.front();
    if (target.kind != ast::ExprKind::Tuple && target.kind != ast::ExprKind::List)
        return false;
    const std::vector<ast::ExprPtr> &values = ast::as<ast::Tuple>(*node.value).elements;
    const std::vector<ast::ExprPtr> &targets = target.kind == ast::ExprKind::Tuple
                                                   ? ast::as<ast::Tuple>(target).elements
                                                   : ast::as<ast::List>(target).elements;
    const auto count = static_cast<std::uint32_t>(values.size());
    if (count == 0 || count > 3 || targets.size() != count || !constantOf(*node.value).empty())
        return false;
    expressions(values);
    if (count > 1 && storesRightToLeft(targets)) {
        std::for_each(targets.rbegin(), targets.rend(), [&](const ast::ExprPtr &part) { store(*part); });
        return true;
    }
    if (count > 1)
        m_builder.emit(Op::Swap, count);
    for (const ast::ExprPtr &part : targets)
        store(*part);
    return true;
}

bool BodyCompiler::storesRightToLeft(const std::vector<ast::ExprPtr> &targets) const
{
    std::vector<std::uint32_t> slots;
    for (const ast::ExprPtr &target : targets) {
        if (target->kind != ast::ExprKind::Name || target->place.line != targets.front()->place.line)
            return false;
        const Variable variable = m_scope.variable(ast::as<ast::Name>(*target).name);
        const bool again = std::find(slots.begin(), slots.end(), variable.slot) != slots.end();
        if (variable.storage != Storage::Local || again)
            return false;
        slots.push_back(variable.slot);
    }
    return true;
}

void BodyCompiler::annotatedAssign(const ast::AnnotatedAssign &node)
{
    if (node.value) {
        expression(*node.value);
        store(*node.target);
    }
    const bool evaluated = m_code->kind == CodeKind::Class || m_code->kind == CodeKind::Module;
    if (evaluated) {
        expression(*node.annotation);
        m_builder.emit(Op::Pop);
    }
}

void BodyCompiler::augmentedAssign(const ast::AugmentedAssign &node)
{
    const auto operation = static_cast<std::uint32_t>(node.op) | inPlace;
    if (node.target->kind == ast::ExprKind::Attribute) {
        const auto &target = ast::as<ast::Attribute>(*node.target);
        expression(*target.object);
        m_builder.emit(Op::Copy, 1);
        m_builder.emit(Op::LoadAttribute, symbol(target.name).index);
        expression(*node.value);
        m_builder.emit(Op::BinaryOperation, operation);
        m_builder.emit(Op::Swap, 2);
        m_builder.emit(Op::StoreAttribute, symbol(target.name).index);
    } else if (node.target->kind == ast::ExprKind::Subscript) {
        const auto &target = ast::as<ast::Subscript>(*node.target);
        expression(*target.object);
        index(*target.index);
        m_builder.emit(Op::Copy, 2);
        m_builder.emit(Op::Copy, 2);
        m_builder.emit(Op::LoadItem);
        expression(*node.value);
        m_builder.emit(Op::BinaryOperation, operation);
        m_builder.emit(Op::Swap, 3);
        m_builder.emit(Op::Swap, 2);
        m_builder.emit(Op::StoreItem);
    } else {
        expression(*node.target);
        expression(*node.value);
        m_builder.emit(Op::BinaryOperation, operation);
        store(*node.target);
    }
}

void BodyCompiler::unpackTargets(const std::vector<ast::ExprPtr> &targets)
{
    m_builder.emit(Op::Unpack, static_cast<std::uint32_t>(targets.size()));
    for (const ast::ExprPtr &target : targets)
        store(*target);
}

void BodyCompiler::store(const ast::Expr &target)
{
    switch (target.kind) {
    case ast::ExprKind::Name:
        storeName(ast::as<ast::Name>(target).name);
        break;
    case ast::ExprKind::Attribute:
        expression(*ast::as<ast::Attribute>(target).object);
        m_builder.emit(Op::StoreAttribute, symbol(ast::as<ast::Attribute>(target).name).index);
        break;
    case ast::ExprKind::Subscript:
        expression(*ast::as<ast::Subscript>(target).object);
        index(*ast::as<ast::Subscript>(target).index);
        m_builder.emit(Op::StoreItem);
        break;
    case ast::ExprKind::Tuple:
        unpackTargets(ast::as<ast::Tuple>(target).elements);
        break;
    default:
        unpackTargets(ast::as<ast::List>(target).elements);
        break;
    }
}

void BodyCompiler::deleteTarget(const ast::Expr &target)
{
    switch (target.kind) {
    case ast::ExprKind::Name:
        deleteName(ast::as<ast::Name>(target).name);
        break;
    case ast::ExprKind::Attribute:
        expression(*ast::as<ast::Attribute>(target).object);
        m_builder.emit(Op::DeleteAttribute, symbol(ast::as<ast::Attribute>(target).name).index);
        break;
    case ast::ExprKind::Subscript:
        expression(*ast::as<ast::Subscript>(target).object);
        index(*ast::as<ast::Subscript>(target).index);
        m_builder.emit(Op::DeleteItem);
        break;
    case ast::ExprKind::Tuple:
        for (const ast::ExprPtr &part : ast::as<ast::Tuple>(target).elements)
            deleteTarget(*part);
        break;
    default:
        for (const ast::ExprPtr &part : ast::as<ast::List>(target).elements)
            deleteTarget(*part);
        break;
    }
}

// ---------------------------------------------------------------- definitions, imports

void BodyCompiler::beginDecorators(const std::vector<ast::ExprPtr> &decorators)
{
    for (const ast::ExprPtr &decorator : decorators) {
        m_builder.emit(Op::PushNull);
        expression(*decorator);
    }
}

void BodyCompiler::decorate(const std::vector<ast::ExprPtr> &decorators)
{
    for (std::size_t left = decorators.size(); left > 0; --left)
        m_builder.emit(Op::Call, 1);
}

void BodyCompiler::functionStatement(const ast::Function &node)
{
    beginDecorators(node.decorators);
    makeFunction(BodyCompiler(m_compilation, node.scope, CodeKind::Function).function(node), node.parameters);
    decorate(node.decorators);
    storeName(node.name);
}

void BodyCompiler::classStatement(const ast::Class &node)
{
    beginDecorators(node.decorators);
    for (const ast::ExprPtr &base : node.bases)
        expression(*base);
    const std::uint32_t number =
        addCode(BodyCompiler(m_compilation, node.scope, CodeKind::Class).classBody(node));
    pushCells(node.scope);
    m_builder.emit(Op::MakeClass, number);
    decorate(node.decorators);
    storeName(node.name);
}

void BodyCompiler::importStatement(const ast::Import &node)
{
    for (const ast::ImportedName &imported : node.modules) {
        m_compilation.names.imported(imported.bound, imported.name);
        m_builder.emit(Op::ImportModule, symbol(imported.name).index);
        storeName(imported.bound);
    }
}

void BodyCompiler::importFrom(const ast::ImportFrom &node)
{
    m_builder.emit(Op::ImportModule, symbol(node.module).index);
    for (const ast::ImportedName &imported : node.names) {
        m_compilation.names.importedFrom(node.module, imported.name, imported.place);
        m_builder.emit(Op::ImportFrom, symbol(imported.name).index);
        storeName(imported.bound);
    }
    m_builder.emit(Op::Pop);
}

// ---------------------------------------------------------------- assert, raise

void BodyCompiler::assertStatement(const ast::Assert &node)
{
    const Label holds = m_builder.newLabel();
    jumpIf(*node.test, holds, When::True);
    if (node.message)
        expression(*node.message);
    m_builder.emit(Op::FailAssertion, node.message ? 1 : 0);
    m_builder.mark(holds);
}

void BodyCompiler::raiseStatement(const ast::Raise &node)
{
    std::uint32_t values = 0;
    for (const ast::ExprPtr *part : {&node.exception, &node.cause}) {
        if (*part) {
            expression(**part);
            ++values;
        }
    }
    m_builder.emit(Op::Raise, values);
}

} // namespace tetherscope::vm
