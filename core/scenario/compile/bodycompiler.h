#pragma once

#include "scenario/compile/codebuilder.h"
#include "scenario/compile/compiler.h"
#include "syntax/ast.h"
#include "syntax/outsidenames.h"

#include <memory>
#include <string>
#include <vector>

namespace tetherscope::vm {

/// What all bodies of one module share while they are compiled.
struct Compilation
{
    Heap &heap;
    SymbolTable &symbols;
    OutsideNames names;
};

/// Compiles one body: the module's, a class's, a function's, a comprehension's. Inner bodies get compilers of
/// their own. The order of instructions, and with it of evaluation and of every release, is CPython 3.11's.
class BodyCompiler
{
public:
    BodyCompiler(Compilation &compilation, const Scope &scope, CodeKind kind);

    std::unique_ptr<Code> module(const ast::Module &module);
    std::unique_ptr<Code> function(const ast::Function &function);
    std::unique_ptr<Code> lambda(const ast::Lambda &lambda);
    std::unique_ptr<Code> classBody(const ast::Class &node);
    std::unique_ptr<Code> comprehension(const ast::Comprehension &node);

private:
    /// A block that break, continue and return have to leave in order.
    struct Block
    {
        enum class Kind {
            While,
            For,        ///< the iterator is on the stack
            Try,        ///< a guarded body
            FinallyTry, ///< the same, with a `finally` that every way out runs
            Handler,    ///< the exception handled before is on the stack
            FinallyEnd, ///< the `finally` of an exception: that before and this one are on the stack
            KeptValue,  ///< a return value waits on the stack
        } kind;
        Label again;             ///< of a loop: where continue goes
        Label end;               ///< of a loop: where break goes
        Label target;            ///< of a guarded block: its handler
        std::uint32_t begin = 0; ///< where the guarded range, as far as it is not written yet, begins
        bool guarded = false;
        const ast::Try *statement = nullptr; ///< of FinallyTry
        const ast::Handler *handler = nullptr;
    };

    std::unique_ptr<Code> finish();
    void declareSlots();
    void declareParameters(const std::vector<ast::Parameter> &parameters);

    // statements
    void body(const ast::Block &statements);
    void statement(const ast::Stmt &statement);
    void simpleStatement(const ast::Stmt &statement);
    void begin(const ast::Stmt &statement, StatementKind kind);
    void beginHeader(const ast::Stmt &statement, Place place);
    void endStep();
    void expressionStatement(const ast::ExpressionStatement &node);
    void assign(const ast::Assign &node);
    bool assignDisplay(const ast::Assign &node);
    bool storesRightToLeft(const std::vector<ast::ExprPtr> &targets) const;
    void annotatedAssign(const ast::AnnotatedAssign &node);
    void augmentedAssign(const ast::AugmentedAssign &node);
    void returnStatement(const ast::Return &node);
    void raiseStatement(const ast::Raise &node);
    void assertStatement(const ast::Assert &node);
    void importStatement(const ast::Import &node);
    void importFrom(const ast::ImportFrom &node);
    void ifStatement(const ast::If &node);
    struct Loop
    {
        Label again;
        Label otherwise; ///< where it goes when it ends by itself
        Label end;
    };
    Loop newLoop();
    void beginLoop(const Loop &loop, Block::Kind kind);
    void endLoop(const Loop &loop, const ast::Block &statements, const ast::Block &orElse);
    void whileStatement(const ast::While &node);
    void forStatement(const ast::For &node);
    void tryStatement(const ast::Try &node);
    void tryFinally(const ast::Try &node);
    void tryExcept(const ast::Try &node);
    void handlerBody(const ast::Handler &handler, Label done);
    void forgetName(const ast::Handler &handler);
    void endCatchAndReraise();
    void functionStatement(const ast::Function &node);
    void classStatement(const ast::Class &node);
    void decorate(const std::vector<ast::ExprPtr> &decorators);
    void beginDecorators(const std::vector<ast::ExprPtr> &decorators);

    // blocks
    void enter(Block block) { m_blocks.push_back(block); }
    void enterGuarded(Block::Kind kind, Label target);
    void leaveGuarded();
    std::uint32_t depth() const;
    void leaveLoop(bool byBreak);
    enum class Keep { Nothing, TopValue };
    std::vector<Block> unwindTo(std::size_t remaining, Keep keep);
    void unwind(const Block &block, Keep keep);
    void reopen(const std::vector<Block> &left);

    // targets
    void store(const ast::Expr &target);
    void storeName(const std::string &name);
    void deleteTarget(const ast::Expr &target);
    void deleteName(const std::string &name);
    void loadName(const std::string &name);
    void unpackTargets(const std::vector<ast::ExprPtr> &targets);

    // expressions
    void expression(const ast::Expr &expression);
    void computed(const ast::Expr &expression);
    void operation(const ast::Expr &expression);
    void display(const ast::Expr &expression);
    void expressions(const std::vector<ast::ExprPtr> &all);
    void iterable(const ast::Expr &expression);
    void fString(const ast::FString &node);
    void formattedValue(const ast::FormattedValue &node);
    void index(const ast::Expr &index);
    void attributeOwner(const ast::Attribute &node);
    void call(const ast::Call &node);
    void boolean(const ast::Boolean &node);
    void compare(const ast::Compare &node);
    void comparisonChain(const ast::Compare &node, Op jumpIfFalse, Label cleanup);
    void comparison(ast::CompareOperator op);
    void comparedOperand(const ast::Compare &node, std::size_t operand);
    void conditional(const ast::Conditional &node);
    void setDisplay(const ast::Set &node);
    void comprehensionExpression(const ast::Comprehension &node);
    void comprehensionClause(const ast::Comprehension &node, std::size_t clause);
    void comprehensionElement(const ast::Comprehension &node);
    enum class When { False, True };
    void jumpIf(const ast::Expr &test, Label target, When when);
    void jumpIfBoolean(const ast::Boolean &test, Label target, When when);
    void jumpIfCompare(const ast::Compare &test, Label target, When when);

    // inner bodies
    void makeFunction(std::unique_ptr<Code> code, const std::vector<ast::Parameter> &parameters);
    void pushCells(const Scope &inner);
    std::uint32_t addCode(std::unique_ptr<Code> code);

    // constants
    Value constantOf(const ast::Expr &expression) const; ///< empty: it is none
    Value constantTuple(const std::vector<ast::ExprPtr> &elements) const;
    void loadConstant(Value value) { m_builder.emit(Op::LoadConstant, m_builder.constant(std::move(value))); }
    Value string(const std::string &text) const;
    Symbol symbol(std::string_view name) const { return m_compilation.symbols.intern(name); }

    Compilation &m_compilation;
    const Scope &m_scope;
    std::unique_ptr<Code> m_code;
    CodeBuilder m_builder;
    std::vector<Block> m_blocks;
};

} // namespace tetherscope::vm
