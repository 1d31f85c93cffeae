#include "scenario/compile/bodycompiler.h"

// Loops, handlers, and the ways out of them. Each block knows what it has on the stack; break, continue and
// return undo the blocks around them from the inside out, and the code that does so is guarded only by the
// blocks that are still open: a guarded range is closed before it and opened again behind it.

namespace tetherscope::vm {

void BodyCompiler::enterGuarded(Block::Kind kind, Label target)
{
    Block block{kind, {}, {}, target, m_builder.here(), true, nullptr, nullptr};
    m_blocks.push_back(block);
}

std::uint32_t BodyCompiler::depth() const
{
    std::uint32_t values = 0;
    for (const Block &block : m_blocks) {
        if (block.kind == Block::Kind::For || block.kind == Block::Kind::Handler ||
            block.kind == Block::Kind::KeptValue)
            values += 1;
        else if (block.kind == Block::Kind::FinallyEnd)
            values += 2;
    }
    return values;
}

/// The innermost block is guarded and ends here.
void BodyCompiler::leaveGuarded()
{
    const Block block = m_blocks.back();
    const auto nesting = static_cast<std::uint32_t>(m_blocks.size());
    // what cleans up behind a handler or a `finally` finds the exception handled before, and nothing above it
    const std::uint32_t extra = block.kind == Block::Kind::FinallyEnd ? 1 : 0;
    m_builder.guard(block.begin, block.target, depth() - extra, nesting);
    m_blocks.pop_back();
}

// ---------------------------------------------------------------- ways out

/// Emits what leaving the innermost block takes; it is off m_blocks already.
void BodyCompiler::unwind(const Block &block, Keep keep)
{
    const bool kept = keep == Keep::TopValue;
    const auto popBelow = [&] {
        if (kept)
            m_builder.emit(Op::Swap, 2);
        m_builder.emit(Op::Pop);
    };
    switch (block.kind) {
    case Block::Kind::For:
    case Block::Kind::KeptValue:
        popBelow();
        break;
    case Block::Kind::FinallyTry:
        if (kept)
            enter({Block::Kind::KeptValue, {}, {}, {}, 0, false, nullptr, nullptr});
        body(block.statement->finally);
        if (kept)
            m_blocks.pop_back();
        break;
    case Block::Kind::FinallyEnd:
        popBelow();
        [[fallthrough]];
    case Block::Kind::Handler:
        if (kept)
            m_builder.emit(Op::Swap, 2);
        m_builder.emit(Op::EndCatch);
        if (block.handler != nullptr)
            forgetName(*block.handler);
        break;
    case Block::Kind::While:
    case Block::Kind::Try:
        break;
    }
}

/// Returns the blocks that were left, for reopen().
std::vector<BodyCompiler::Block> BodyCompiler::unwindTo(std::size_t remaining, Keep keep)
{
    std::vector<Block> left(m_blocks.begin() + static_cast<std::ptrdiff_t>(remaining), m_blocks.end());
    const std::uint32_t statementHere = m_builder.statement;
    const Place placeHere = m_builder.place;
    while (m_blocks.size() > remaining) {
        const Block block = m_blocks.back();
        if (block.guarded)
            leaveGuarded();
        else
            m_blocks.pop_back();
        unwind(block, keep);
        m_builder.statement = statementHere;
        m_builder.place = placeHere;
    }
    return left;
}

/// After the jump away: the blocks that were left go on for the code that follows.
void BodyCompiler::reopen(const std::vector<Block> &left)
{
    for (Block block : left) {
        block.begin = m_builder.here();
        m_blocks.push_back(block);
    }
}

void BodyCompiler::leaveLoop(bool byBreak)
{
    std::size_t loop = m_blocks.size();
    while (m_blocks[loop - 1].kind != Block::Kind::For && m_blocks[loop - 1].kind != Block::Kind::While)
        --loop;
    const Block target = m_blocks[loop - 1];
    const std::vector<Block> left = unwindTo(byBreak ? loop - 1 : loop, Keep::Nothing);
    endStep();
    m_builder.jump(Op::Jump, byBreak ? target.end : target.again);
    reopen(left);
}

void BodyCompiler::returnStatement(const ast::Return &node)
{
    const Value constant = node.value ? constantOf(*node.value) : Value::none();
    const bool kept = constant.empty();
    if (kept) {
        expression(*node.value);
        m_builder.emit(Op::HoldReturn);
    }
    endStep();
    const std::vector<Block> left = unwindTo(0, kept ? Keep::TopValue : Keep::Nothing);
    if (!kept)
        loadConstant(constant);
    m_builder.emit(Op::Return);
    reopen(left);
}

// ---------------------------------------------------------------- if, while, for

void BodyCompiler::ifStatement(const ast::If &node)
{
    const Label end = m_builder.newLabel();
    for (const ast::Branch &branch : node.branches) {
        const Label next = m_builder.newLabel();
        beginHeader(node, branch.place);
        jumpIf(*branch.test, next, When::False);
        body(branch.body);
        m_builder.jump(Op::Jump, end);
        m_builder.mark(next);
    }
    body(node.orElse);
    m_builder.mark(end);
}

BodyCompiler::Loop BodyCompiler::newLoop()
{
    return {m_builder.newLabel(), m_builder.newLabel(), m_builder.newLabel()};
}

/// Marks where the loop begins anew, and enters its block.
void BodyCompiler::beginLoop(const Loop &loop, Block::Kind kind)
{
    m_builder.mark(loop.again);
    enter({kind, loop.again, loop.end, {}, 0, false, nullptr, nullptr});
}

/// The loop's statements, behind what decides whether they run once more.
void BodyCompiler::endLoop(const Loop &loop, const ast::Block &statements, const ast::Block &orElse)
{
    body(statements);
    m_builder.jump(Op::Jump, loop.again);
    m_blocks.pop_back();
    m_builder.mark(loop.otherwise);
    body(orElse);
    m_builder.mark(loop.end);
}

void BodyCompiler::whileStatement(const ast::While &node)
{
    const Loop loop = newLoop();
    beginLoop(loop, Block::Kind::While);
    beginHeader(node, node.place);
    jumpIf(*node.test, loop.otherwise, When::False);
    endLoop(loop, node.body, node.orElse);
}

void BodyCompiler::forStatement(const ast::For &node)
{
    const Loop loop = newLoop();
    beginHeader(node, node.place);
    iterable(*node.iterable);
    m_builder.emit(Op::GetIterator);
    beginLoop(loop, Block::Kind::For);
    m_builder.jump(Op::ForIterate, loop.otherwise);
    store(*node.target);
    endLoop(loop, node.body, node.orElse);
}

// ---------------------------------------------------------------- try

void BodyCompiler::tryStatement(const ast::Try &node)
{
    if (node.finally.empty())
        tryExcept(node);
    else
        tryFinally(node);
}

/// Stack: the exception before, this one. Restores the first, goes on with the second.
void BodyCompiler::endCatchAndReraise()
{
    m_builder.statement = noStatement;
    m_builder.emit(Op::Swap, 2);
    m_builder.emit(Op::EndCatch);
    m_builder.emit(Op::Reraise);
}

void BodyCompiler::tryFinally(const ast::Try &node)
{
    const Label caught = m_builder.newLabel();
    const Label cleanup = m_builder.newLabel();
    const Label end = m_builder.newLabel();
    enterGuarded(Block::Kind::FinallyTry, caught);
    m_blocks.back().statement = &node;
    if (node.handlers.empty())
        body(node.body);
    else
        tryExcept(node);
    leaveGuarded();
    body(node.finally);
    m_builder.jump(Op::Jump, end);

    m_builder.mark(caught);
    m_builder.statement = noStatement;
    m_builder.emit(Op::BeginCatch);
    enterGuarded(Block::Kind::FinallyEnd, cleanup);
    body(node.finally);
    m_builder.statement = noStatement;
    m_builder.emit(Op::Reraise);
    leaveGuarded();
    m_builder.mark(cleanup);
    endCatchAndReraise();
    m_builder.mark(end);
}

void BodyCompiler::tryExcept(const ast::Try &node)
{
    const Label caught = m_builder.newLabel();
    const Label cleanup = m_builder.newLabel();
    const Label end = m_builder.newLabel();
    enterGuarded(Block::Kind::Try, caught);
    body(node.body);
    leaveGuarded();
    body(node.orElse);
    m_builder.jump(Op::Jump, end);

    m_builder.mark(caught);
    m_builder.statement = noStatement;
    m_builder.emit(Op::BeginCatch);
    // The exception before is on the stack; whatever is raised from here on finds it there.
    enterGuarded(Block::Kind::Handler, cleanup);
    for (const ast::Handler &handler : node.handlers) {
        const Label next = m_builder.newLabel();
        if (handler.type) {
            beginHeader(node, handler.place);
            expression(*handler.type);
            m_builder.emit(Op::MatchException);
            m_builder.jump(Op::PopJumpIfFalse, next);
        }
        handlerBody(handler, end);
        m_builder.mark(next);
    }
    m_builder.statement = noStatement;
    m_builder.emit(Op::Reraise);
    leaveGuarded();
    m_builder.mark(cleanup);
    endCatchAndReraise();
    m_builder.mark(end);
}

/// `e = None; del e`: CPython's way to unbind a name that the handler may have unbound itself.
void BodyCompiler::forgetName(const ast::Handler &handler)
{
    if (handler.name.empty())
        return;
    loadConstant(Value::none());
    storeName(handler.name);
    deleteName(handler.name);
}

void BodyCompiler::handlerBody(const ast::Handler &handler, Label done)
{
    m_builder.place = handler.place;
    m_builder.statement = noStatement;
    if (handler.name.empty())
        m_builder.emit(Op::Pop);
    else
        storeName(handler.name);

    const Label raised = m_builder.newLabel();
    m_blocks.back().handler = handler.name.empty() ? nullptr : &handler;
    if (!handler.name.empty())
        enterGuarded(Block::Kind::Try, raised);
    body(handler.body);
    if (!handler.name.empty())
        leaveGuarded();
    m_blocks.back().handler = nullptr;
    m_builder.statement = noStatement;
    m_builder.emit(Op::EndCatch);
    forgetName(handler);
    m_builder.jump(Op::Jump, done);
    if (!handler.name.empty()) {
        m_builder.mark(raised);
        forgetName(handler);
        m_builder.emit(Op::Reraise);
    }
}

} // namespace tetherscope::vm
