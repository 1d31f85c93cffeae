#include "syntax/scopecollector.h"

#include "syntax/astchildren.h"

#include <unordered_set>
#include <utility>

// The order in which names are met decides the order in which a dying frame lets go of its locals, so this
// walk follows CPython 3.11's compiler statement by statement: a value before its target, the first iterable
// of a comprehension outside of it, and the body of a `finally` at the first `return`, `break` or `continue`
// that leaves its `try` (the compiler copies it there), not where it is written:
//
//     try:
//         if done: return      # mentions `log` here, before `step`
//         step = 1
//     finally:
//         log = 2
namespace tetherscope::scoping {

namespace {

enum class Use { Load, Store };
enum class Order { Compiled, NotCompiled };

/// What a `return` or `break` has to leave: a loop, or a `try` whose `finally` it carries out.
struct Enclosing
{
    const ast::Block *finally = nullptr; ///< null: a loop
};

class Collector
{
public:
    explicit Collector(std::vector<Diagnostic> &diagnostics)
        : m_diagnostics(diagnostics)
    {
    }

    std::vector<std::unique_ptr<Draft>> collect(ast::Module &module);

private:
    void visit(const ast::Block &block);
    void visit(ast::Stmt &statement);
    void visitAssignment(ast::Stmt &statement);
    void visitAnnotated(const ast::AnnotatedAssign &node);
    void visitSimple(ast::Stmt &statement);
    void visitNames(const std::vector<ast::ImportedName> &names);
    void visitLoop(const ast::While &node);
    void visitLoop(const ast::For &node);
    void visitBody(const ast::Block &body);
    void visitIf(const ast::If &node);
    void visitTry(const ast::Try &node);
    void visitHandled(const ast::Try &node);
    void visitFinally(const ast::Block &finally);
    enum class Leave { Loop, Function };
    void leave(Leave what);
    void visitFunction(ast::Function &node);
    void visitClass(ast::Class &node);
    template<typename Node>
    void declare(const Node &node, Declaration declaration);

    void visit(ast::Expr &expr, Use use = Use::Load);
    void visitIfAny(const ast::ExprPtr &expr);
    void visitDefaults(const std::vector<ast::Parameter> &parameters);
    void visitLambda(ast::Lambda &node);
    void visitComprehension(ast::Comprehension &node);
    void visitClause(const ast::ComprehensionClause &clause);
    template<typename Node>
    void visitChildren(const Node &node, Use use);
    void visitName(const ast::Name &node, Use use);

    void mention(const std::string &name, Place place, Use use);
    void bindParameters(const std::vector<ast::Parameter> &parameters);
    template<typename Inside>
    void inScope(Scope &scope, Scope::Kind kind, std::string name, Inside inside);

    std::vector<Diagnostic> &m_diagnostics;
    std::vector<std::unique_ptr<Draft>> m_drafts;
    Draft *m_draft = nullptr;
    std::vector<Enclosing> m_enclosing;
    std::unordered_set<const ast::Block *> m_finallyVisited;
    Order m_order = Order::Compiled;
};

bool isEarlier(Place left, Place right)
{
    return left.line != right.line ? left.line < right.line : left.column < right.column;
}

std::vector<std::unique_ptr<Draft>> Collector::collect(ast::Module &module)
{
    inScope(module.scope, Scope::Kind::Module, "<module>", [&] { visit(module.body); });
    return std::move(m_drafts);
}

template<typename Inside>
void Collector::inScope(Scope &scope, Scope::Kind kind, std::string name, Inside inside)
{
    scope.kind = kind;
    scope.name = std::move(name);
    scope.outer = m_draft ? m_draft->scope : nullptr;
    m_drafts.push_back(std::make_unique<Draft>());
    Draft *const outer = std::exchange(m_draft, m_drafts.back().get());
    m_draft->scope = &scope;
    m_draft->outer = outer;
    std::vector<Enclosing> enclosing = std::exchange(m_enclosing, {});
    const Order order = std::exchange(m_order, Order::Compiled);
    inside();
    m_order = order;
    m_enclosing = std::move(enclosing);
    m_draft = outer;
}

void Collector::mention(const std::string &name, Place place, Use use)
{
    const auto [found, isNew] = m_draft->symbols.try_emplace(name);
    Symbol &symbol = found->second;
    symbol.bound = symbol.bound || use == Use::Store;
    if (symbol.firstMention.line == 0 || isEarlier(place, symbol.firstMention)) {
        symbol.firstMention = place;
    }
    if (m_order == Order::Compiled) {
        m_draft->mentioned.push_back(name);
    }
}

void Collector::visit(const ast::Block &block)
{
    for (const ast::StmtPtr &statement : block) {
        visit(*statement);
    }
}

void Collector::visit(ast::Stmt &statement)
{
    switch (statement.kind) {
    case ast::StmtKind::Assign:
    case ast::StmtKind::AnnotatedAssign:
    case ast::StmtKind::AugmentedAssign:
    case ast::StmtKind::Delete:
        return visitAssignment(statement);
    case ast::StmtKind::If:
        return visitIf(ast::as<ast::If>(statement));
    case ast::StmtKind::While:
        return visitLoop(ast::as<ast::While>(statement));
    case ast::StmtKind::For:
        return visitLoop(ast::as<ast::For>(statement));
    case ast::StmtKind::Try:
        return visitTry(ast::as<ast::Try>(statement));
    case ast::StmtKind::Function:
        return visitFunction(ast::as<ast::Function>(statement));
    case ast::StmtKind::Class:
        return visitClass(ast::as<ast::Class>(statement));
    default:
        return visitSimple(statement);
    }
}

void Collector::visitAssignment(ast::Stmt &statement)
{
    if (statement.kind == ast::StmtKind::Assign) {
        const auto &node = ast::as<ast::Assign>(statement);
        visit(*node.value);
        for (const ast::ExprPtr &target : node.targets) {
            visit(*target, Use::Store);
        }
    } else if (statement.kind == ast::StmtKind::AnnotatedAssign) {
        visitAnnotated(ast::as<ast::AnnotatedAssign>(statement));
    } else if (statement.kind == ast::StmtKind::AugmentedAssign) {
        const auto &node = ast::as<ast::AugmentedAssign>(statement);
        visit(*node.target, Use::Store);
        visit(*node.value);
    } else {
        for (const ast::ExprPtr &target : ast::as<ast::Delete>(statement).targets) {
            visit(*target, Use::Store);
        }
    }
}

/// Functions do not evaluate annotations of variables; a name without a value is local all the same.
void Collector::visitAnnotated(const ast::AnnotatedAssign &node)
{
    visitIfAny(node.value);
    const bool isPlainName = node.target->kind == ast::ExprKind::Name;
    const Order order = m_order;
    if (isPlainName && !node.value) {
        m_order = Order::NotCompiled;
    }
    visit(*node.target, Use::Store);
    m_order = m_draft->isFunction() ? Order::NotCompiled : order;
    visit(*node.annotation);
    m_order = order;
}

void Collector::visitSimple(ast::Stmt &statement)
{
    switch (statement.kind) {
    case ast::StmtKind::Expression:
        return visit(*ast::as<ast::ExpressionStatement>(statement).value);
    case ast::StmtKind::Return:
        visitIfAny(ast::as<ast::Return>(statement).value);
        return leave(Leave::Function);
    case ast::StmtKind::Break:
    case ast::StmtKind::Continue:
        return leave(Leave::Loop);
    case ast::StmtKind::Raise:
        visitIfAny(ast::as<ast::Raise>(statement).exception);
        return visitIfAny(ast::as<ast::Raise>(statement).cause);
    case ast::StmtKind::Assert:
        visit(*ast::as<ast::Assert>(statement).test);
        return visitIfAny(ast::as<ast::Assert>(statement).message);
    case ast::StmtKind::Import:
        return visitNames(ast::as<ast::Import>(statement).modules);
    case ast::StmtKind::ImportFrom:
        return visitNames(ast::as<ast::ImportFrom>(statement).names);
    case ast::StmtKind::Global:
        return declare(ast::as<ast::Global>(statement), Declaration::Global);
    case ast::StmtKind::Nonlocal:
        return declare(ast::as<ast::Nonlocal>(statement), Declaration::Nonlocal);
    default:
        return;
    }
}

void Collector::visitNames(const std::vector<ast::ImportedName> &names)
{
    for (const ast::ImportedName &name : names) {
        mention(name.bound, name.place, Use::Store);
    }
}

template<typename Node>
void Collector::declare(const Node &node, Declaration declaration)
{
    for (const std::string &name : node.names) {
        Symbol &symbol = m_draft->symbols[name];
        if (symbol.declaration != Declaration::None && symbol.declaration != declaration) {
            m_diagnostics.push_back(
                {node.place, '`' + name + "` is declared both `global` and `nonlocal`.", "Decide for one."});
        }
        if (symbol.declared.line == 0 || isEarlier(node.place, symbol.declared)) {
            symbol.declared = node.place;
        }
        symbol.declaration = declaration;
    }
}

void Collector::visitIf(const ast::If &node)
{
    for (const ast::Branch &branch : node.branches) {
        visit(*branch.test);
        visit(branch.body);
    }
    visit(node.orElse);
}

void Collector::visitBody(const ast::Block &body)
{
    m_enclosing.push_back({});
    visit(body);
    m_enclosing.pop_back();
}

void Collector::visitLoop(const ast::While &node)
{
    visit(*node.test);
    visitBody(node.body);
    visit(node.orElse);
}

void Collector::visitLoop(const ast::For &node)
{
    visit(*node.iterable);
    m_enclosing.push_back({});
    visit(*node.target, Use::Store);
    visit(node.body);
    m_enclosing.pop_back();
    visit(node.orElse);
}

void Collector::visitTry(const ast::Try &node)
{
    if (node.finally.empty()) {
        return visitHandled(node);
    }
    m_enclosing.push_back({&node.finally});
    visitHandled(node);
    m_enclosing.pop_back();
    visitFinally(node.finally);
}

void Collector::visitHandled(const ast::Try &node)
{
    visit(node.body);
    visit(node.orElse);
    for (const ast::Handler &handler : node.handlers) {
        visitIfAny(handler.type);
        if (!handler.name.empty()) {
            mention(handler.name, handler.place, Use::Store);
        }
        visit(handler.body);
    }
}

/// A second copy would mention nothing new.
void Collector::visitFinally(const ast::Block &finally)
{
    if (m_finallyVisited.insert(&finally).second) {
        visit(finally);
    }
}

void Collector::leave(Leave what)
{
    std::vector<Enclosing> left;
    while (!m_enclosing.empty() && (what != Leave::Loop || m_enclosing.back().finally)) {
        left.push_back(m_enclosing.back());
        m_enclosing.pop_back();
        if (left.back().finally) {
            visitFinally(*left.back().finally);
        }
    }
    m_enclosing.insert(m_enclosing.end(), left.rbegin(), left.rend());
}

void Collector::visitDefaults(const std::vector<ast::Parameter> &parameters)
{
    for (const ast::Parameter &parameter : parameters) {
        visitIfAny(parameter.defaultValue);
    }
}

void Collector::bindParameters(const std::vector<ast::Parameter> &parameters)
{
    for (const ast::Parameter &parameter : parameters) {
        mention(parameter.name, parameter.place, Use::Store);
        m_draft->symbols[parameter.name].parameter = true;
    }
    m_draft->scope->parameters = static_cast<std::uint32_t>(parameters.size());
}

void Collector::visitFunction(ast::Function &node)
{
    for (const ast::ExprPtr &decorator : node.decorators) {
        visit(*decorator);
    }
    visitDefaults(node.parameters);
    for (const ast::Parameter &parameter : node.parameters) {
        visitIfAny(parameter.annotation);
    }
    visitIfAny(node.returns);
    inScope(node.scope, Scope::Kind::Function, node.scope.name, [&] {
        bindParameters(node.parameters);
        visit(node.body);
    });
    mention(node.name, node.namePlace, Use::Store);
}

void Collector::visitClass(ast::Class &node)
{
    for (const ast::ExprPtr &decorator : node.decorators) {
        visit(*decorator);
    }
    inScope(node.scope, Scope::Kind::Class, node.scope.name, [&] { visit(node.body); });
    for (const ast::ExprPtr &base : node.bases) {
        visit(*base);
    }
    mention(node.name, node.namePlace, Use::Store);
}

void Collector::visitIfAny(const ast::ExprPtr &expr)
{
    if (expr) {
        visit(*expr);
    }
}

/// `use` is about the expression itself: of a tuple it is each element's, of an attribute its object is only
/// read.
template<typename Node>
void Collector::visitChildren(const Node &node, Use use)
{
    ast::forEachChild(node, [this, use](ast::Expr &child) { visit(child, use); });
}

void Collector::visit(ast::Expr &expr, Use use)
{
    switch (expr.kind) {
    case ast::ExprKind::Constant:
        return;
    case ast::ExprKind::Name:
        return visitName(ast::as<ast::Name>(expr), use);
    case ast::ExprKind::Lambda:
        return visitLambda(ast::as<ast::Lambda>(expr));
    case ast::ExprKind::Comprehension:
        return visitComprehension(ast::as<ast::Comprehension>(expr));
    case ast::ExprKind::Tuple:
        return visitChildren(ast::as<ast::Tuple>(expr), use);
    case ast::ExprKind::List:
        return visitChildren(ast::as<ast::List>(expr), use);
    case ast::ExprKind::FString:
        return visitChildren(ast::as<ast::FString>(expr), Use::Load);
    case ast::ExprKind::FormattedValue:
        return visitChildren(ast::as<ast::FormattedValue>(expr), Use::Load);
    case ast::ExprKind::Attribute:
        return visitChildren(ast::as<ast::Attribute>(expr), Use::Load);
    case ast::ExprKind::Subscript:
        return visitChildren(ast::as<ast::Subscript>(expr), Use::Load);
    case ast::ExprKind::Slice:
        return visitChildren(ast::as<ast::Slice>(expr), Use::Load);
    case ast::ExprKind::Call:
        return visitChildren(ast::as<ast::Call>(expr), Use::Load);
    case ast::ExprKind::Unary:
        return visitChildren(ast::as<ast::Unary>(expr), Use::Load);
    case ast::ExprKind::Binary:
        return visitChildren(ast::as<ast::Binary>(expr), Use::Load);
    case ast::ExprKind::Boolean:
        return visitChildren(ast::as<ast::Boolean>(expr), Use::Load);
    case ast::ExprKind::Compare:
        return visitChildren(ast::as<ast::Compare>(expr), Use::Load);
    case ast::ExprKind::Conditional:
        return visitChildren(ast::as<ast::Conditional>(expr), Use::Load);
    case ast::ExprKind::Set:
        return visitChildren(ast::as<ast::Set>(expr), Use::Load);
    case ast::ExprKind::Dict:
        return visitChildren(ast::as<ast::Dict>(expr), Use::Load);
    }
}

/// `super()` needs to know the class that it is written in.
void Collector::visitName(const ast::Name &node, Use use)
{
    mention(node.name, node.place, use);
    if (node.name == "super" && use == Use::Load && m_draft->isFunction()) {
        m_draft->symbols.try_emplace("__class__");
    }
}

void Collector::visitLambda(ast::Lambda &node)
{
    visitDefaults(node.parameters);
    inScope(node.scope, Scope::Kind::Lambda, "<lambda>", [&] {
        bindParameters(node.parameters);
        visit(*node.body);
    });
}

std::string comprehensionName(ast::ComprehensionKind kind)
{
    switch (kind) {
    case ast::ComprehensionKind::List:
        return "<listcomp>";
    case ast::ComprehensionKind::Set:
        return "<setcomp>";
    case ast::ComprehensionKind::Dict:
        return "<dictcomp>";
    case ast::ComprehensionKind::Generator:
        return "<genexpr>";
    }
    return {};
}

void Collector::visitClause(const ast::ComprehensionClause &clause)
{
    visit(*clause.target, Use::Store);
    for (const ast::ExprPtr &condition : clause.conditions) {
        visit(*condition);
    }
}

void Collector::visitComprehension(ast::Comprehension &node)
{
    const auto inside = [&] {
        mention(".0", node.place, Use::Store);
        m_draft->symbols[".0"].parameter = true;
        m_draft->scope->parameters = 1;
        for (const ast::ComprehensionClause &clause : node.clauses) {
            if (&clause != &node.clauses.front()) {
                visit(*clause.iterable);
            }
            visitClause(clause);
        }
        visit(*node.element);
        visitIfAny(node.value);
    };
    inScope(node.scope, Scope::Kind::Comprehension, comprehensionName(node.comprehensionKind), inside);
    visit(*node.clauses.front().iterable);
}

} // namespace

std::vector<std::unique_ptr<Draft>> collectScopes(ast::Module &module, std::vector<Diagnostic> &diagnostics)
{
    return Collector(diagnostics).collect(module);
}

} // namespace tetherscope::scoping
