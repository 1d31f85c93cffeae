#include "scenario/machine/interpreter.h"

#include "scenario/machine/cachedcalls.h"
#include "scenario/machine/iterators.h"
#include "scenario/machine/parameters.h"
#include "scenario/machine/text.h"
#include "scenario/objects/containers.h"

namespace tetherscope::vm {

namespace {

/// Names that are no variables of the scenario's author: "__class__", ".0".
bool hiddenName(const std::string &name)
{
    return name.starts_with('.') || (name.starts_with("__") && name.ends_with("__"));
}

} // namespace

// ---------------------------------------------------------------- arguments

Ref<FrameObject, SingleThread> Interpreter::newFrame(const Value &function, Arguments arguments)
{
    const auto &called = function.as<FunctionObject>();
    Ref<FrameObject, SingleThread> frame = m_heap.make<FrameObject>(called.code);
    frame->function = function;
    return bindArguments(*frame, called, arguments) ? frame : nullptr;
}

bool Interpreter::bindArguments(FrameObject &frame, const FunctionObject &function, Arguments arguments)
{
    const std::size_t parameters = function.code.parameterNames.size();
    for (std::size_t index = 0; index < arguments.size(); ++index) {
        Value argument = std::move(arguments[index]); // dies here if there is no place for it
        if (index < parameters)
            frame.slots[index] = std::move(argument);
    }
    if (!bindKeywords(frame, function, arguments))
        return false;
    if (arguments.size() > parameters) {
        tooManyArguments(function, arguments.size());
        return false;
    }
    if (!bindDefaults(frame, function))
        return false;
    const std::size_t firstFree = frame.slots.size() - function.code.freeCount;
    for (std::size_t slot = 0; slot < frame.slots.size(); ++slot) {
        if (slot >= firstFree) {
            frame.slots[slot] = function.closure()[slot - firstFree];
        } else if (function.code.slots[slot].kind == CodeSlot::Kind::Cell) {
            Ref<CellObject, SingleThread> cell = m_heap.make<CellObject>(function.code.slots[slot].name);
            cell->content = std::move(frame.slots[slot]);
            frame.slots[slot] = Value(std::move(cell));
        }
    }
    return true;
}

bool Interpreter::bindKeywords(FrameObject &frame, const FunctionObject &function, Arguments arguments)
{
    const std::vector<Symbol> &names = function.code.parameterNames;
    for (std::size_t index = 0; index < arguments.keywords().size(); ++index) {
        const Symbol keyword = arguments.keywords()[index];
        std::size_t parameter = 0;
        while (parameter < names.size() && names[parameter] != keyword)
            ++parameter;
        const std::string where = function.code.qualifiedName + "() got ";
        if (parameter == names.size()) {
            raise(Type::TypeError, where + "an unexpected keyword argument '" + symbolText(keyword) + "'");
            return false;
        }
        if (!frame.slots[parameter].empty()) {
            raise(Type::TypeError, where + "multiple values for argument '" + symbolText(keyword) + "'");
            return false;
        }
        frame.slots[parameter] = std::move(arguments[arguments.size() + index]);
    }
    return true;
}

bool Interpreter::bindDefaults(FrameObject &frame, const FunctionObject &function)
{
    const std::vector<Symbol> &names = function.code.parameterNames;
    const std::size_t required = names.size() - function.defaults().size();
    std::vector<std::string> missing;
    for (std::size_t parameter = 0; parameter < names.size(); ++parameter) {
        if (!frame.slots[parameter].empty())
            continue;
        if (parameter < required)
            missing.push_back("'" + symbolText(names[parameter]) + "'");
        else
            frame.slots[parameter] = function.defaults()[parameter - required];
    }
    if (missing.empty())
        return true;
    raise(Type::TypeError, missingArgumentsText(function.code.qualifiedName, missing));
    return false;
}

Value Interpreter::tooManyArguments(const FunctionObject &function, std::size_t given)
{
    const std::size_t most = function.code.parameterNames.size();
    const std::size_t least = most - function.defaults().size();
    return raise(Type::TypeError, tooManyArgumentsText(function.code.qualifiedName, least, most, given));
}

// ---------------------------------------------------------------- entering and leaving

bool Interpreter::pushFrame(Ref<FrameObject, SingleThread> frame)
{
    if (m_depth + m_nativeDepth >= m_limits.callDepth) {
        raise(Type::RecursionError, "maximum recursion depth exceeded");
        return false;
    }
    const std::string &function = frame->code.qualifiedName;
    frame->scope =
        m_recorder.openScope(function + '@' + std::to_string(++m_calls), function, ScopeKind::Frame);
    enterFrame(std::move(frame));
    return true;
}

void Interpreter::enterFrame(Ref<FrameObject, SingleThread> frame)
{
    frame->callerLine = currentLine();
    ++m_depth;
    m_recorder.endLoans();
    m_recorder.note(events::call(frame->scope, frame->callerLine));
    m_frames.push_back(std::move(frame));
    nameParameters(*m_frames.back());
}

void Interpreter::nameParameters(FrameObject &frame)
{
    for (std::size_t slot = 0; slot < frame.code.parameterNames.size(); ++slot) {
        const NameId name = slotName(frame, slot);
        if (!name)
            continue;
        if (auto *cell = frame.slots[slot].to<CellObject>()) {
            cell->nameShown = name;
            m_recorder.put(name, cell->content);
        } else if (!frame.slots[slot].empty()) {
            m_recorder.put(name, frame.slots[slot]);
        }
    }
}

NameId Interpreter::slotName(FrameObject &frame, std::size_t slot)
{
    if (frame.nameIds.empty())
        frame.nameIds.resize(frame.slots.size());
    NameId &name = frame.nameIds[slot];
    if (!name && !hiddenName(symbolText(frame.code.slots[slot].name)))
        name = m_recorder.name(frame.scope, frame.code.slots[slot].name);
    return name;
}

/// The frame on top is done, with a result or because of an exception. Its variables die in the order of
/// their slots, unless a traceback keeps the frame: then they live on with it, and so does the frame that
/// called it.
void Interpreter::endFrame()
{
    const Ref<FrameObject, SingleThread> frame = m_frames.back();
    const bool called = frame->code.kind != CodeKind::Class;
    if (called)
        m_recorder.note(events::returned(frame->scope, frame->callerLine));
    m_frames.pop_back();
    const std::uint32_t ours = frame->code.kind == CodeKind::Generator ? 2 : 1; // a generator object has one
    const bool kept = frame.useCount() > ours;
    for (std::size_t slot = 0; slot < frame->slots.size(); ++slot)
        clearSlot(*frame, slot, kept);
    frame->ended = true;
    m_depth -= called ? 1 : 0; // what runs when its variables die runs one level below its caller
    if (!kept)
        return;
    if (!m_frames.empty())
        frame->caller = Value(Handle(m_frames.back()));
    m_heap.track(*frame);
}

void Interpreter::clearSlot(FrameObject &frame, std::size_t slot, bool keep)
{
    const NameId name = slot < frame.nameIds.size() ? frame.nameIds[slot] : NameId{};
    m_recorder.forgetVariable(frame, slot);
    if (!keep)
        m_heap.drop(std::move(frame.slots[slot]), name ? HolderRef::name(name) : HolderRef::inFlight());
}

Interpreter::Flow Interpreter::leaveFrame(Value result)
{
    FrameObject &done = frame();
    const bool wasEntry = done.entry;
    if (done.code.kind == CodeKind::Class)
        result = finishClass(done);
    if (m_frames.size() == 1) {
        m_frames.pop_back();
        return Flow::Left;
    }
    const bool exhausted = done.code.kind == CodeKind::Generator;
    endFrame();
    if (m_halted) // while its variables died: the frame on top is not the caller's
        return Flow::Raised;
    if (exhausted) {
        m_result = Value();
        return Flow::Left;
    }
    if (wasEntry) {
        m_result = std::move(result);
        return Flow::Left;
    }
    frame().push(std::move(result));
    ++frame().at;
    return Flow::Switched;
}

Value Interpreter::runNested(Ref<FrameObject, SingleThread> frame)
{
    frame->entry = true;
    if (!pushFrame(std::move(frame)) || !loop())
        return {};
    return std::move(m_result);
}

// ---------------------------------------------------------------- generators

Value Interpreter::makeGenerator(Ref<FrameObject, SingleThread> frame)
{
    const std::string &function = frame->code.qualifiedName;
    frame->scope =
        m_recorder.openScope(function + '@' + std::to_string(++m_calls), function, ScopeKind::Frame);
    frame->entry = true;
    return Value(m_heap.make<GeneratorObject>(Value(std::move(frame))));
}

/// Runs a generator expression to its next value; empty and nothing pending: it is exhausted.
Value Interpreter::generatorNext(FrameObject &generator)
{
    if (m_depth + m_nativeDepth >= m_limits.callDepth)
        return raise(Type::RecursionError, "maximum recursion depth exceeded");
    enterFrame(Ref<FrameObject, SingleThread>::share(generator));
    if (!loop())
        return {};
    return std::move(m_result);
}

/// The generator on top has given a value: its frame waits until it is asked for the next.
void Interpreter::suspendFrame()
{
    m_recorder.note(events::returned(frame().scope, frame().callerLine));
    --m_depth;
    m_frames.pop_back();
}

// ---------------------------------------------------------------- classes

Interpreter::Flow Interpreter::enterClassBody(FrameObject &outer, const Code &body)
{
    Ref<FrameObject, SingleThread> frame = m_heap.make<FrameObject>(body);
    for (std::size_t free = body.freeCount; free > 0; --free)
        frame->slots[frame->slots.size() - body.freeCount + free - 1] = outer.pop();
    if (body.hasBase)
        frame->base = outer.pop();
    if (!acceptableBase(frame->base))
        return Flow::Raised;
    if (body.needsClassCell)
        frame->classCell = Value(m_heap.make<CellObject>(sym::class_));
    Ref<ClassObject, SingleThread> made = m_heap.make<ClassObject>(
        body.name, body.qualifiedName, frame->base.empty() ? typeValue(Type::Object) : frame->base);
    frame->names = &made->attributes;
    frame->function = Value(std::move(made));
    m_frames.push_back(std::move(frame));
    return Flow::Switched;
}

bool Interpreter::acceptableBase(const Value &base)
{
    if (base.empty())
        return true;
    const auto *cls = base.to<ClassObject>();
    if (cls == nullptr) {
        raise(Type::TypeError, "a base of a class must be a class, not '" + className(base) + "'");
        return false;
    }
    const bool plain =
        !cls->builtin || cls == &type(Type::Object) || cls->isSubclassOf(type(Type::BaseException));
    if (cls->depth() >= m_limits.classDepth) {
        halt("Classes derive from each other on too many levels: the limit is " +
             grouped(m_limits.classDepth) + ".");
        return false;
    }
    if (plain && !cls->cached)
        return true;
    halt("A class derived from " + symbolText(cls->name) + " is outside the scenario language.",
         "Derive from object, from a class of your own, or from an exception.");
    return false;
}

/// The body of a class has run: its names are the class's attributes now.
Value Interpreter::finishClass(FrameObject &body)
{
    Value made = std::move(body.function);
    auto &cls = made.as<ClassObject>();
    cls.self = made;
    if (!body.code.docstring.empty())
        cls.attributes.set(sym::doc, body.code.docstring);
    if (cls.attributes.find(sym::eq) != nullptr && cls.attributes.find(sym::hash) == nullptr)
        cls.attributes.set(sym::hash, Value::none()); // equal objects need equal hashes: unhashable
    for (const Symbol special : {sym::new_}) {        // __new__ is a static method without being told
        const Value *function = cls.attributes.find(special);
        if (function != nullptr && function->is(HeapKind::Function))
            cls.attributes.set(special, Value(m_heap.make<StaticMethodObject>(*function)));
    }
    cls.fields = body.code.fields;
    if (!body.classCell.empty())
        body.classCell.as<CellObject>().content = made;
    return made;
}

ScopeId Interpreter::classScope(ClassObject &cls)
{
    if (!cls.scope)
        cls.scope = m_recorder.openScope(cls.qualifiedName, cls.qualifiedName, ScopeKind::Class);
    return cls.scope;
}

HolderRef Interpreter::classAttributeHolder(ClassObject &cls, Symbol name)
{
    if (cls.builtin || !cls.scope || hiddenName(symbolText(name)))
        return HolderRef::inFlight();
    return HolderRef::name(m_recorder.name(cls.scope, name));
}

bool Interpreter::hiddenGlobal(Symbol name) const
{
    return hiddenName(symbolText(name));
}

void Interpreter::showClassAttribute(ClassObject &cls, Symbol name, const Value &value)
{
    if (cls.builtin || hiddenName(symbolText(name)))
        return;
    const bool drawn = value.isObject() && (value.object()->id() || value.object()->wantsCard());
    if (drawn)
        m_recorder.put(m_recorder.name(classScope(cls), name), value);
    else if (cls.scope)
        m_recorder.take(m_recorder.name(cls.scope, name));
}

} // namespace tetherscope::vm
