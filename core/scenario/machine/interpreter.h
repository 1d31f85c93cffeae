#pragma once

#include "scenario/machine/types.h"
#include "scenario/objects/classobject.h"
#include "scenario/objects/exceptionobject.h"
#include "scenario/objects/frame.h"
#include "scenario/objects/functionobject.h"
#include "scenario/objects/heap.h"
#include "scenario/objects/recorder.h"
#include "scenario/run.h"

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tetherscope::vm {

/// What a native function is called with: positional values, then those of the keywords, in order.
class Arguments
{
public:
    Arguments(std::span<Value> all, std::span<const Symbol> keywordNames = {})
        : m_values(all)
        , m_keywords(keywordNames)
    {
    }
    std::size_t size() const { return m_values.size() - m_keywords.size(); } ///< positional ones
    Value &operator[](std::size_t index) const { return m_values[index]; }
    std::span<Value> positional() const { return m_values.first(size()); }
    std::span<Value> all() const { return m_values; }
    std::span<const Symbol> keywords() const { return m_keywords; }
    /// Null if the call does not name it.
    Value *keyword(Symbol name) const;
    /// The same call without its first argument.
    Arguments rest() const { return {m_values.subspan(1), m_keywords}; }

private:
    std::span<Value> m_values;
    std::span<const Symbol> m_keywords;
};

enum class Truth : std::uint8_t { No, Yes, Error };
constexpr Truth truth(bool value)
{
    return value ? Truth::Yes : Truth::No;
}

/// Runs one scenario: the frames, the calls between them, exceptions, and what the run may use.
///
/// Errors  A function that returns a Value returns an empty one, and one that returns a Truth an Error, if an
///         exception is pending; whoever gets that returns the same at once.
/// Threads  One; deep recursion of the scenario through native code needs 64 MB of stack.
class Interpreter final : private LastRites, private Describer
{
public:
    Interpreter(TimelineSink &sink, const RunLimits &runLimits, std::stop_token stopToken);
    ~Interpreter() override;

    /// Compiles and runs; once.
    RunOutcome run(const Scenario &scenario);

    Heap &heap() { return m_heap; }
    Recorder &recorder() { return m_recorder; }
    SymbolTable &symbols() { return m_symbols; }
    const RunLimits &limits() const { return m_limits; }

    // ---- classes
    ClassObject &type(Type type) const { return m_types[static_cast<std::size_t>(type)].as<ClassObject>(); }
    const Value &typeValue(Type type) const { return m_types[static_cast<std::size_t>(type)]; }
    ClassObject &classOf(const Value &value) const;
    ClassObject &classOf(const HeapObject &object) const;
    /// What messages call the value's class.
    std::string className(const Value &value) const;
    const std::string &symbolText(Symbol symbol) const { return m_symbols.text(symbol); }
    NamespaceMap &builtins() { return m_builtins; }

    // ---- making values
    Value string(std::string text);
    Value list(std::vector<Value> items);
    /// A tuple is drawn if it holds something that is.
    Value tuple(std::vector<Value> items);
    Value native(std::string name, NativeCall nativeCall);

    // ---- calls
    Value callObject(const Value &callee, Arguments arguments);
    Value call(const Value &callee, std::vector<Value> arguments, std::span<const Symbol> keywords = {});
    static std::vector<Value> prepended(Value first, Arguments arguments);
    /// Calls the method `name` of the value's class on it; empty and nothing pending: it has none.
    std::optional<Value> callSpecial(const Value &self, Symbol name, std::vector<Value> others = {});
    /// The function that the class has under this name; null: none (what `object` has does not count).
    const Value *special(const Value &self, Symbol name) const;

    // ---- exceptions
    Value raise(Type type, std::string message);
    Value raiseException(Value exception);
    bool pending() const { return !m_pending.empty() || m_halted; }
    bool pendingIs(Type type) const;
    Value takePending() { return std::move(m_pending); }
    /// The pending exception passes a function that CPython's library has in Python, called with these.
    void passLibrary(std::span<const Value> arguments);
    /// Restores an exception that was set aside.
    void setPending(Value exception) { m_pending = std::move(exception); }
    /// Stops the run for good; no handler sees it.
    Value halt(std::string message, std::string hint = {});
    bool halted() const override { return m_halted; }

    // ---- limits
    /// Counts work that no statement counts; false: the run is stopped.
    bool tick(std::size_t work = 1);
    bool tickItems(std::size_t moved);
    bool tickText(std::size_t bytes);
    /// The work on the first string among these, which may look for the others in it.
    bool tickTexts(std::span<const Value> values);
    bool chargeElements(HeapObject &container, std::size_t elements);
    bool fitsString(std::size_t bytes);
    /// Native recursion: texts of nested lists, comparisons. False: RecursionError is pending.
    bool enterNative(const char *where);
    void leaveNative() { --m_nativeDepth; }
    /// The containers whose repr() is being written, also where a __repr__ between asks for another: in each,
    /// it stands for itself as "[...]".
    std::vector<const HeapObject *> &openTexts() { return m_openTexts; }

    /// After the lines that are begun.
    bool write(std::string_view text);
    bool writeBegunLines();
    /// What is still being put together: it comes before whatever else is written, as if it had been at once.
    std::vector<std::string *> &begunLines() { return m_begunLines; }
    FrameObject &frame() { return *m_frames.back(); }
    std::size_t frameCount() const { return m_frames.size(); }
    std::uint32_t currentLine() const;
    Value generatorNext(FrameObject &generator);

    /// Names of a class are shown while they hold an object.
    void showClassAttribute(ClassObject &cls, Symbol name, const Value &value);
    HolderRef classAttributeHolder(ClassObject &cls, Symbol name);

private:
    friend struct Instructions;
    enum class Flow : std::uint8_t {
        Next,     ///< on to the next instruction
        Jumped,   ///< the frame's place is set
        Raised,   ///< an exception is pending
        Reraised, ///< the same, raised once more: the frame gets no other entry in its traceback
        Switched, ///< another frame is on top
        Left,     ///< the frame that the loop was entered for is done; its value is in m_result
    };

    // LastRites
    bool hasFinalizer(const HeapObject &object) const override;
    void callFinalizer(HeapObject &object) override;
    void evict(HeapObject &object) override;
    void callCallback(Value reference, Value callback) override;
    template<typename Run>
    void runAside(Run &&run);
    void callAside(const Value &callee, std::vector<Value> arguments);
    // Describer
    std::string describe(const Value &value) const override;
    std::string describeHeld(const Value &value) const override;
    std::string typeName(const HeapObject &object) const override;

    RunOutcome outcome() const;
    void runModule(const Code &code);
    void endRun();

    // the loop and the frames
    bool loop();
    bool poll();
    Flow execute(FrameObject &frame, Instruction instruction);
    Flow callFromStack(FrameObject &frame, std::uint32_t arguments, std::span<const Symbol> keywords);
    Value callIndirectly(const Value &callee, Arguments arguments);
    Value callFunction(const Value &function, Arguments arguments);
    Value callClass(ClassObject &cls, Arguments arguments);
    Value callPart(const Value &part, std::vector<Value> arguments, std::span<const Symbol> keywords);
    Value callInstance(const Value &callee, Arguments arguments);
    Value dereference(WeakReferenceObject &reference);
    Ref<FrameObject, SingleThread> newFrame(const Value &function, Arguments arguments);
    bool bindArguments(FrameObject &frame, const FunctionObject &function, Arguments arguments);
    bool bindKeywords(FrameObject &frame, const FunctionObject &function, Arguments arguments);
    bool bindDefaults(FrameObject &frame, const FunctionObject &function);
    Value tooManyArguments(const FunctionObject &function, std::size_t given);
    bool pushFrame(Ref<FrameObject, SingleThread> frame);
    void enterFrame(Ref<FrameObject, SingleThread> frame);
    void nameParameters(FrameObject &frame);
    Value makeGenerator(Ref<FrameObject, SingleThread> frame);
    Flow leaveFrame(Value result);
    void clearSlot(FrameObject &frame, std::size_t slot, bool keep);
    void endFrame();
    Value runNested(Ref<FrameObject, SingleThread> frame);
    Flow enterClassBody(FrameObject &frame, const Code &body);
    bool acceptableBase(const Value &base);
    Value finishClass(FrameObject &body);
    NameId slotName(FrameObject &frame, std::size_t slot);
    ScopeId classScope(ClassObject &cls);

    void suspendFrame();
    bool hiddenGlobal(Symbol name) const;
    Value module(Symbol name);

    // exceptions
    Value exceptionFrom(Value what, bool orNone);
    Truth matches(const Value &exception, const Value &type);
    bool handleException(Flow how);
    void cutStack(FrameObject &frame, std::size_t depth);
    static const Guard *guardOf(const FrameObject &frame);
    void noteRaise();
    void chainContext(ExceptionObject &exception);
    void faultFrom(const Value &exception);
    std::string exceptionText(const Value &exception) const;

    bool writeNow(std::string_view text);

    // steps
    void endStep(FrameObject &frame, std::uint32_t statement, TextId raised = {});

    SymbolTable m_symbols;
    RunLimits m_limits;
    std::stop_token m_stop;
    Recorder m_recorder;
    Heap m_heap;
    std::array<Value, typeCount> m_types;
    NamespaceMap m_builtins;
    NamespaceMap m_globals;
    NamespaceMap m_modules; ///< those imported so far
    std::unique_ptr<Code> m_code;
    std::vector<Ref<FrameObject, SingleThread>> m_frames;
    Value m_pending; ///< the exception on its way
    Value m_handled; ///< the exception whose handler runs
    Value m_result;
    bool m_raiseNoted = true; ///< the event of the pending exception is recorded
    Place m_raisePlace;       ///< of the latest exception
    bool m_halted = false;
    std::optional<Diagnostic> m_fault;
    bool m_cancelled = false;
    ScopeId m_moduleScope;
    std::size_t m_calls = 0; ///< over the whole run: frames are numbered by it
    std::size_t m_depth = 0; ///< of function frames
    std::size_t m_nativeDepth = 0;
    std::vector<const HeapObject *> m_openTexts;
    std::size_t m_work = 0; ///< operations so far
    std::size_t m_nextPoll = 0;
    std::size_t m_outputBytes = 0;
    std::vector<std::string *> m_begunLines;
    TextId m_shownValue;
};

/// Counts one level of native recursion while it lives; `allowed()` is false at the limit.
class NativeLevel
{
public:
    NativeLevel(Interpreter &vm, const char *where)
        : m_vm(vm)
        , m_allowed(vm.enterNative(where))
    {
    }
    ~NativeLevel()
    {
        if (m_allowed)
            m_vm.leaveNative();
    }
    NativeLevel(const NativeLevel &) = delete;
    NativeLevel &operator=(const NativeLevel &) = delete;
    bool allowed() const { return m_allowed; }

private:
    Interpreter &m_vm;
    bool m_allowed;
};

} // namespace tetherscope::vm
