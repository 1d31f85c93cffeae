#include "scenario/compile/bodycompiler.h"

#include "scenario/objects/containers.h"
#include "scenario/objects/heap.h"

namespace tetherscope::vm {

CompileResult compile(const ast::Module &module, Heap &heap, SymbolTable &symbols)
{
    Compilation compilation{heap, symbols, {}};
    CompileResult result;
    result.code = BodyCompiler(compilation, module.scope, CodeKind::Module).module(module);
    result.diagnostics = compilation.names.diagnostics();
    return result;
}

BodyCompiler::BodyCompiler(Compilation &compilation, const Scope &scope, CodeKind kind)
    : m_compilation(compilation)
    , m_scope(scope)
    , m_code(std::make_unique<Code>())
    , m_builder(*m_code)
{
    m_code->kind = kind;
    m_code->name = symbol(scope.name);
    m_code->qualifiedName = scope.qualifiedName();
    declareSlots();
}

void BodyCompiler::declareSlots()
{
    for (const ScopeSlot &slot : m_scope.slots) {
        using Kind = CodeSlot::Kind;
        const Kind kind = slot.storage == Storage::Cell   ? Kind::Cell
                          : slot.storage == Storage::Free ? Kind::Free
                                                          : Kind::Local;
        m_code->slots.push_back({symbol(slot.name), kind});
        if (kind == Kind::Free)
            ++m_code->freeCount;
    }
}

void BodyCompiler::declareParameters(const std::vector<ast::Parameter> &parameters)
{
    for (const ast::Parameter &parameter : parameters) {
        m_code->parameterNames.push_back(symbol(parameter.name));
        if (parameter.defaultValue)
            ++m_code->defaultCount;
    }
}

std::unique_ptr<Code> BodyCompiler::finish()
{
    m_builder.statement = noStatement;
    loadConstant(Value::none());
    m_builder.emit(Op::Return);
    m_builder.finish();
    return std::move(m_code);
}

std::unique_ptr<Code> BodyCompiler::module(const ast::Module &module)
{
    if (module.docstring)
        m_code->docstring = string(*module.docstring);
    body(module.body);
    return finish();
}

std::unique_ptr<Code> BodyCompiler::function(const ast::Function &function)
{
    declareParameters(function.parameters);
    if (function.docstring)
        m_code->docstring = string(*function.docstring);
    body(function.body);
    return finish();
}

std::unique_ptr<Code> BodyCompiler::lambda(const ast::Lambda &lambda)
{
    declareParameters(lambda.parameters);
    m_builder.place = lambda.body->place;
    expression(*lambda.body);
    m_builder.emit(Op::Return);
    return finish();
}

std::unique_ptr<Code> BodyCompiler::classBody(const ast::Class &node)
{
    m_code->hasBase = !node.bases.empty();
    m_code->needsClassCell = m_scope.needsClassCell;
    if (node.docstring)
        m_code->docstring = string(*node.docstring);
    for (const ast::StmtPtr &part : node.body) {
        if (part->kind != ast::StmtKind::AnnotatedAssign)
            continue;
        const ast::Expr &target = *ast::as<ast::AnnotatedAssign>(*part).target;
        if (target.kind == ast::ExprKind::Name)
            m_code->fields.push_back(symbol(ast::as<ast::Name>(target).name));
    }
    body(node.body);
    return finish();
}

// ---------------------------------------------------------------- names

void BodyCompiler::loadName(const std::string &name)
{
    const Variable variable = m_scope.variable(name);
    if (variable.storage == Storage::Name || variable.storage == Storage::Global)
        m_compilation.names.loaded(name, m_builder.place);
    switch (variable.storage) {
    case Storage::Name:
        m_builder.emit(m_scope.kind == Scope::Kind::Module ? Op::LoadGlobal : Op::LoadName,
                       symbol(name).index);
        break;
    case Storage::Global:
        m_builder.emit(Op::LoadGlobal, symbol(name).index);
        break;
    case Storage::Local:
        m_builder.emit(Op::LoadLocal, variable.slot);
        break;
    case Storage::Cell:
        m_builder.emit(Op::LoadCell, variable.slot);
        break;
    case Storage::Free:
        m_builder.emit(m_scope.kind == Scope::Kind::Class ? Op::LoadClassCell : Op::LoadCell, variable.slot);
        break;
    }
}

void BodyCompiler::storeName(const std::string &name)
{
    const Variable variable = m_scope.variable(name);
    if (variable.storage == Storage::Name || variable.storage == Storage::Global)
        m_compilation.names.stored(name);
    switch (variable.storage) {
    case Storage::Name:
        m_builder.emit(m_scope.kind == Scope::Kind::Module ? Op::StoreGlobal : Op::StoreName,
                       symbol(name).index);
        break;
    case Storage::Global:
        m_builder.emit(Op::StoreGlobal, symbol(name).index);
        break;
    case Storage::Local:
        m_builder.emit(Op::StoreLocal, variable.slot);
        break;
    case Storage::Cell:
    case Storage::Free:
        m_builder.emit(Op::StoreCell, variable.slot);
        break;
    }
}

void BodyCompiler::deleteName(const std::string &name)
{
    const Variable variable = m_scope.variable(name);
    switch (variable.storage) {
    case Storage::Name:
        m_builder.emit(m_scope.kind == Scope::Kind::Module ? Op::DeleteGlobal : Op::DeleteName,
                       symbol(name).index);
        break;
    case Storage::Global:
        m_builder.emit(Op::DeleteGlobal, symbol(name).index);
        break;
    case Storage::Local:
        m_builder.emit(Op::DeleteLocal, variable.slot);
        break;
    case Storage::Cell:
    case Storage::Free:
        m_builder.emit(Op::DeleteCell, variable.slot);
        break;
    }
}

// ---------------------------------------------------------------- inner bodies

std::uint32_t BodyCompiler::addCode(std::unique_ptr<Code> code)
{
    m_code->codes.push_back(std::move(code));
    return static_cast<std::uint32_t>(m_code->codes.size() - 1);
}

void BodyCompiler::pushCells(const Scope &inner)
{
    for (const std::string &name : inner.freeNames()) {
        if (const auto slot = m_scope.cellSlot(name))
            m_builder.emit(Op::PushCell, *slot);
        else
            m_builder.emit(Op::PushClassCell);
    }
}

void BodyCompiler::makeFunction(std::unique_ptr<Code> code, const std::vector<ast::Parameter> &parameters)
{
    for (const ast::Parameter &parameter : parameters) {
        if (parameter.defaultValue)
            expression(*parameter.defaultValue);
    }
    // the cells come last: their order is that of the code's free slots
    const std::uint32_t number = addCode(std::move(code));
    for (const CodeSlot &slot : m_code->codes[number]->slots) {
        if (slot.kind != CodeSlot::Kind::Free)
            continue;
        if (const auto outer = m_scope.cellSlot(m_compilation.symbols.text(slot.name)))
            m_builder.emit(Op::PushCell, *outer);
        else
            m_builder.emit(Op::PushClassCell);
    }
    m_builder.emit(Op::MakeFunction, number);
}

// ---------------------------------------------------------------- constants

Value BodyCompiler::string(const std::string &text) const
{
    return Value(m_compilation.heap.make<StringObject>(text));
}

Value BodyCompiler::constantTuple(const std::vector<ast::ExprPtr> &elements) const
{
    std::vector<Value> items;
    for (const ast::ExprPtr &element : elements) {
        items.push_back(constantOf(*element));
        if (items.back().empty())
            return {};
    }
    if (items.empty())
        return m_compilation.heap.emptyTuple();
    return Value(m_compilation.heap.make<TupleObject>(std::move(items), Tracking::Later));
}

namespace {

/// `-1` is a constant, too: CPython folds it before it looks at displays.
Value negated(const Value &number)
{
    if (number.isFloat())
        return Value::real(-number.asFloat());
    if (number.isInt() && number.asInt() != INT64_MIN)
        return Value::integer(-number.asInt());
    return {};
}

} // namespace

Value BodyCompiler::constantOf(const ast::Expr &expression) const
{
    if (expression.kind == ast::ExprKind::Tuple)
        return constantTuple(ast::as<ast::Tuple>(expression).elements);
    if (expression.kind == ast::ExprKind::Unary) {
        const auto &unary = ast::as<ast::Unary>(expression);
        return unary.op == ast::UnaryOperator::Minus ? negated(constantOf(*unary.operand)) : Value();
    }
    if (expression.kind != ast::ExprKind::Constant)
        return {};
    const ast::ConstantValue &value = ast::as<ast::Constant>(expression).value;
    if (const auto *truth = std::get_if<bool>(&value))
        return Value::boolean(*truth);
    if (const auto *integer = std::get_if<std::int64_t>(&value))
        return Value::integer(*integer);
    if (const auto *real = std::get_if<double>(&value))
        return Value::real(*real);
    if (const auto *text = std::get_if<std::string>(&value))
        return string(*text);
    return Value::none();
}

} // namespace tetherscope::vm
