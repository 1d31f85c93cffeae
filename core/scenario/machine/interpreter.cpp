#include "scenario/machine/interpreter.h"

#include "scenario/compile/compiler.h"
#include "scenario/machine/builtins.h"
#include "scenario/machine/cachedcalls.h"
#include "scenario/machine/text.h"
#include "scenario/objects/containers.h"
#include "scenario/objects/weakreference.h"

#include <algorithm>
#include <utility>

namespace tetherscope::vm {

namespace {

/// So much of it takes as long as an operation: moving items, passing over text, looking for one text in
/// another (pairs of their bytes).
constexpr std::size_t itemsAnOperation = 8;
constexpr std::size_t bytesAnOperation = 256;
constexpr std::size_t bytePairsAnOperation = 4'096;
/// Built-in classes and functions are alive as well, and nobody's fault.
constexpr std::size_t objectsOfTheInterpreter = 1'000;

} // namespace

Value *Arguments::keyword(Symbol name) const
{
    for (std::size_t index = 0; index < m_keywords.size(); ++index) {
        if (m_keywords[index] == name)
            return &m_values[size() + index];
    }
    return nullptr;
}

Interpreter::Interpreter(TimelineSink &sink, const RunLimits &runLimits, std::stop_token stopToken)
    : m_limits(runLimits)
    , m_stop(std::move(stopToken))
    , m_recorder(sink, m_symbols, *this)
    , m_heap(m_recorder, *this)
{
    m_recorder.limitEvents(m_limits.events);
    if (m_limits.checkCounts)
        m_recorder.check(m_heap);
    makeTypes(*this, m_types);
    makeBuiltins(*this);
}

Interpreter::~Interpreter()
{
    m_heap.abandon();
}

RunOutcome Interpreter::run(const Scenario &scenario)
{
    CompileResult compiled = compile(scenario.module(), m_heap, m_symbols);
    if (!compiled.diagnostics.empty())
        return {RunStatus::Faulted, compiled.diagnostics.front()};
    m_code = std::move(compiled.code);
    m_moduleScope = m_recorder.openScope("<module>", "<module>", ScopeKind::Module);
    Step start;
    start.scope = m_moduleScope;
    m_recorder.step(start);
    runModule(*m_code);
    m_recorder.flush();
    return outcome();
}

void Interpreter::runModule(const Code &code)
{
    Ref<FrameObject, SingleThread> frame = m_heap.make<FrameObject>(code);
    frame->names = &m_globals;
    frame->scope = m_moduleScope;
    frame->entry = true;
    m_builtins.set(sym::doc, code.docstring.empty() ? Value::none() : code.docstring);
    m_frames.push_back(std::move(frame));
    if (!loop() && !m_halted)
        faultFrom(m_pending);
    if (!m_cancelled && m_recorder.hasUnfinishedStep())
        endRun();
}

/// What happened behind the last step makes one more: of the statement that a limit has stopped, or of none.
void Interpreter::endRun()
{
    const FrameObject *last = m_frames.empty() ? nullptr : &frame();
    const std::uint32_t statement = m_halted && last ? last->code.statements[last->at] : noStatement;
    if (statement != noStatement) {
        endStep(frame(), statement, m_recorder.text(m_fault->message));
        return;
    }
    Step step;
    step.scope = m_moduleScope;
    m_recorder.step(step);
}

RunOutcome Interpreter::outcome() const
{
    if (m_cancelled)
        return {RunStatus::Cancelled, std::nullopt};
    if (!m_recorder.miscount().empty())
        return {RunStatus::Faulted, Diagnostic{{}, m_recorder.miscount(), {}}};
    if (m_fault)
        return {RunStatus::Faulted, m_fault};
    return {};
}

// ---------------------------------------------------------------- making values

Value Interpreter::string(std::string text)
{
    if (!fitsString(text.size()) || !tickText(text.size()))
        return {};
    return Value(m_heap.make<StringObject>(std::move(text)));
}

Value Interpreter::list(std::vector<Value> items)
{
    Ref<ListObject, SingleThread> made = m_heap.make<ListObject>();
    m_recorder.born(*made, ObjectKind::List);
    if (!chargeElements(*made, items.size()) || !tickItems(items.size()))
        return {};
    made->items = std::move(items);
    m_recorder.itemsChanged(*made, made->items, 0, 0);
    return Value(std::move(made));
}

Value Interpreter::tuple(std::vector<Value> items)
{
    if (items.empty())
        return m_heap.emptyTuple();
    Ref<TupleObject, SingleThread> made = m_heap.make<TupleObject>(std::move(items));
    if (!chargeElements(*made, made->items.size()) || !tickItems(made->items.size()))
        return {};
    return Value(std::move(made));
}

Value Interpreter::native(std::string name, NativeCall nativeCall)
{
    return Value(m_heap.make<NativeObject>(std::move(name), nativeCall));
}

// ---------------------------------------------------------------- limits

Value Interpreter::halt(std::string message, std::string hint)
{
    if (!m_halted) {
        m_halted = true;
        const Place place = m_frames.empty() ? Place{} : frame().place();
        m_fault = Diagnostic{place, std::move(message), std::move(hint)};
    }
    return {};
}

bool Interpreter::poll()
{
    if (m_halted)
        return false;
    m_nextPoll = m_work + 1'024;
    m_recorder.flushIfDue();
    if (m_stop.stop_requested()) {
        m_cancelled = true;
        m_halted = true;
        return false;
    }
    if (m_work > m_limits.operations) {
        halt("The scenario works too long: the limit is " + grouped(m_limits.operations) + " operations.");
        return false;
    }
    if (m_recorder.full()) {
        halt("Too much happens: the limit is " + grouped(m_limits.events) + " events.");
        return false;
    }
    if (m_heap.textBytes() > m_limits.textBytes) {
        halt("Strings take too much memory: the limit is " + grouped(m_limits.textBytes) +
             " bytes in all together.");
        return false;
    }
    if (m_heap.liveObjects() > m_limits.liveObjects + objectsOfTheInterpreter) {
        halt("Too many objects are alive: the limit is " + grouped(m_limits.liveObjects) + ".");
        return false;
    }
    return true;
}

bool Interpreter::tick(std::size_t work)
{
    m_work += work;
    return m_work < m_nextPoll || poll();
}

bool Interpreter::tickItems(std::size_t moved)
{
    return tick(moved / itemsAnOperation);
}

bool Interpreter::tickText(std::size_t bytes)
{
    return tick(bytes / bytesAnOperation);
}

bool Interpreter::tickTexts(std::span<const Value> values)
{
    std::size_t first = 0;
    std::size_t longest = 0; // of the others
    for (const Value &value : values) {
        const auto *string = value.to<StringObject>();
        if (string == nullptr)
            continue;
        if (first == 0)
            first = string->text().size();
        else
            longest = std::max(longest, string->text().size());
    }
    return tick(first / bytesAnOperation + first * longest / bytePairsAnOperation);
}

bool Interpreter::chargeElements(HeapObject &container, std::size_t elements)
{
    if (m_heap.charge(container, elements, m_limits.elements))
        return true;
    halt("Too many elements in containers: the limit is " + grouped(m_limits.elements) + " in all together.");
    return false;
}

bool Interpreter::fitsString(std::size_t bytes)
{
    if (bytes <= m_limits.stringBytes)
        return true;
    halt("A string would be too long: the limit is " + grouped(m_limits.stringBytes) + " bytes.");
    return false;
}

bool Interpreter::enterNative(const char *where)
{
    if (m_nativeDepth + m_depth >= m_limits.callDepth) {
        raise(Type::RecursionError, std::string("maximum recursion depth exceeded") + where);
        return false;
    }
    ++m_nativeDepth;
    return true;
}

bool Interpreter::write(std::string_view text)
{
    return writeBegunLines() && writeNow(text);
}

bool Interpreter::writeBegunLines()
{
    return std::all_of(m_begunLines.begin(), m_begunLines.end(), [this](std::string *line) {
        return line->empty() || writeNow(std::exchange(*line, {}));
    });
}

bool Interpreter::writeNow(std::string_view text)
{
    m_outputBytes += text.size();
    if (m_outputBytes > m_limits.outputBytes) {
        halt("The scenario prints too much: the limit is " + grouped(m_limits.outputBytes) + " bytes.");
        return false;
    }
    m_recorder.print(text);
    return true;
}

std::uint32_t Interpreter::currentLine() const
{
    return m_frames.empty() ? 0 : m_frames.back()->place().line;
}

// ---------------------------------------------------------------- steps

void Interpreter::endStep(FrameObject &frame, std::uint32_t statement, TextId raised)
{
    const StatementInfo &info = frame.code.statementInfos[statement];
    Step step;
    step.line = info.line;
    step.scope = frame.scope;
    step.depth = static_cast<std::uint32_t>(m_depth);
    step.kind = info.kind;
    step.source = m_recorder.text(info.source);
    step.narration = m_recorder.text(info.narration);
    step.value = std::exchange(m_shownValue, {});
    step.raised = raised;
    m_recorder.step(step);
    if (m_recorder.stepCount() > m_limits.steps && !m_halted)
        halt("The scenario takes more than " + grouped(m_limits.steps) + " steps: an endless loop?");
    else
        poll();
}

// ---------------------------------------------------------------- what the recorder asks

std::string Interpreter::describe(const Value &value) const
{
    return plainText(*this, value, longestPlainText);
}

std::string Interpreter::describeHeld(const Value &value) const
{
    return heldText(*this, value, longestPlainText);
}

std::string Interpreter::typeName(const HeapObject &object) const
{
    if (object.kind() == HeapKind::Proxy)
        return "proxy";
    if (object.kind() == HeapKind::Method) // built-in ones, too
        return "method";
    if (object.kind() == HeapKind::WeakReference &&
        static_cast<const WeakReferenceObject &>(object).function.empty())
        return "ref";
    return symbolText(classOf(object).name);
}

} // namespace tetherscope::vm
