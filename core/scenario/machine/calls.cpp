#include "scenario/machine/interpreter.h"

#include "scenario/machine/builtins.h"
#include "scenario/machine/cachedcalls.h"
#include "scenario/machine/finalizer.h"
#include "scenario/machine/operations.h"
#include "scenario/objects/containers.h"
#include "scenario/objects/weakreference.h"

#include <algorithm>

namespace tetherscope::vm {

/// Stack: function, self, arguments; or an empty place, the callee, arguments. A function of the scenario
/// takes the arguments over; for all others they stay until the call has ended, and die before its result is
/// used.
Interpreter::Flow Interpreter::callFromStack(FrameObject &frame, std::uint32_t count,
                                             std::span<const Symbol> keywords)
{
    const std::size_t calleeAt = frame.stack.size() - count - 1;
    if (frame.stack[calleeAt - 1].empty() && frame.stack[calleeAt].is(HeapKind::Method)) {
        const Value method = std::move(frame.stack[calleeAt]);
        frame.stack[calleeAt - 1] = method.as<MethodObject>().function;
        frame.stack[calleeAt] = method.as<MethodObject>().self;
    }
    const bool withSelf = !frame.stack[calleeAt - 1].empty();
    const std::size_t functionAt = withSelf ? calleeAt - 1 : calleeAt;
    const Value callee = frame.stack[functionAt];
    const Arguments arguments(std::span(frame.stack).subspan(functionAt + 1), keywords);
    if (callee.is(HeapKind::Function)) {
        Ref<FrameObject, SingleThread> called = newFrame(callee, arguments);
        if (!called)
            return Flow::Raised;
        frame.stack.resize(calleeAt - 1);
        if (called->code.kind == CodeKind::Generator) {
            frame.push(makeGenerator(std::move(called)));
            return Flow::Next;
        }
        return pushFrame(std::move(called)) ? Flow::Switched : Flow::Raised;
    }
    m_recorder.lend(arguments.all());
    Value result = callObject(callee, arguments);
    m_recorder.endLoans();
    if (result.empty())
        return Flow::Raised;
    for (std::size_t place = functionAt; place < frame.stack.size(); ++place)
        Value dying = std::move(frame.stack[place]);
    frame.stack.resize(calleeAt - 1);
    frame.push(std::move(result));
    return Flow::Next;
}

/// A call from native code that hands its arguments over.
Value Interpreter::call(const Value &callee, std::vector<Value> arguments, std::span<const Symbol> keywords)
{
    const Arguments given(arguments, keywords);
    return callee.is(HeapKind::Function) ? callFunction(callee, given) : callObject(callee, given);
}

/// Takes the arguments over.
Value Interpreter::callFunction(const Value &function, Arguments arguments)
{
    Ref<FrameObject, SingleThread> frame = newFrame(function, arguments);
    if (!frame)
        return {};
    const bool generator = frame->code.kind == CodeKind::Generator;
    return generator ? makeGenerator(std::move(frame)) : runNested(std::move(frame));
}

/// `first`, and then the arguments, for a call that takes them over; the caller keeps its own.
std::vector<Value> Interpreter::prepended(Value first, Arguments arguments)
{
    std::vector<Value> all;
    all.reserve(arguments.all().size() + 1);
    all.push_back(std::move(first));
    all.insert(all.end(), arguments.all().begin(), arguments.all().end());
    return all;
}

/// A call whose arguments stay with the caller.
Value Interpreter::callObject(const Value &callee, Arguments arguments)
{
    if (callee.is(HeapKind::Function)) {
        std::vector<Value> given(arguments.all().begin(), arguments.all().end());
        return callFunction(callee, Arguments(given, arguments.keywords()));
    }
    if (callee.is(HeapKind::Native)) {
        const auto &native = callee.as<NativeObject>();
        if (native.receiver != nullptr && !checkReceiver(*this, native, arguments))
            return {};
        return tickTexts(arguments.all()) ? native.call(*this, arguments) : Value();
    }
    if (callee.is(HeapKind::Class))
        return callClass(callee.as<ClassObject>(), arguments);
    const NativeLevel level(*this, "");
    return level.allowed() ? callIndirectly(callee, arguments) : Value();
}

/// What passes the call on, or finds what to call: there may be many, one behind the other.
Value Interpreter::callIndirectly(const Value &callee, Arguments arguments)
{
    switch (callee.isObject() ? callee.object()->kind() : HeapKind::Slice) {
    case HeapKind::Method: {
        const auto &method = callee.as<MethodObject>();
        return call(method.function, prepended(method.self, arguments), arguments.keywords());
    }
    case HeapKind::StaticMethod:
        return callObject(callee.as<StaticMethodObject>().function, arguments);
    case HeapKind::WeakReference: {
        const bool ofMethod = !callee.as<WeakReferenceObject>().function.empty();
        return checkArguments(*this, ofMethod ? "WeakMethod.__call__" : "weakref", arguments, 0, 0)
                   ? dereference(callee.as<WeakReferenceObject>())
                   : Value();
    }
    case HeapKind::Finalizer:
        return callee.as<FinalizerObject>().call(*this);
    case HeapKind::Proxy: {
        if (!callee.as<ProxyObject>().callable)
            return raise(Type::TypeError, "'" + className(callee) + "' object is not callable");
        const Value called = actual(*this, callee);
        return called.empty() ? Value() : callObject(called, arguments);
    }
    case HeapKind::Instance:
    case HeapKind::Exception:
        return callInstance(callee, arguments);
    default:
        return raise(Type::TypeError, "'" + className(callee) + "' object is not callable");
    }
}

Value Interpreter::callInstance(const Value &callee, Arguments arguments)
{
    const Value *function = special(callee, sym::call);
    if (function == nullptr)
        return raise(Type::TypeError, "'" + className(callee) + "' object is not callable");
    const Value called = *function;
    return call(called, prepended(callee, arguments), arguments.keywords());
}

Value Interpreter::dereference(WeakReferenceObject &reference)
{
    Value found = reference.target();
    const ObjectId foundId = found.isObject() ? found.object()->id() : ObjectId{};
    if (!reference.function.empty() && !found.empty()) {
        const Value function = reference.function.as<WeakReferenceObject>().target();
        found = function.empty() ? Value() : Value(m_heap.make<MethodObject>(function, found));
    }
    if (reference.targetSlot) // else the picture knows nothing of what it refers to
        m_recorder.note(events::dereference(reference.id(), found.empty() ? ObjectId{} : foundId));
    return found.empty() ? Value::none() : found;
}

// ---------------------------------------------------------------- classes

namespace {

/// What a class call hands to the __new__ and __init__ of an exception's class. CPython makes one tuple of
/// the arguments, before anything else, and BaseException.__init__ stores it; called by itself it gets a
/// tuple of its own.
class ExceptionCall
{
public:
    ExceptionCall(Interpreter &vm, const ClassObject &cls, const Value &maker, Arguments arguments)
        : m_vm(vm)
        , m_maker(maker)
    {
        if (!arguments.keywords().empty() || !cls.isSubclassOf(vm.type(Type::BaseException)) ||
            !isOfBase(*cls.lookUp(sym::init), sym::init))
            return;
        m_storing = true;
        const std::span<Value> given = arguments.positional();
        if (!makesWhatIsStored() && !given.empty())
            m_tuple = Value(vm.heap().make<TupleObject>(std::vector<Value>(given.begin(), given.end())));
    }
    /// In place of BaseException.__init__; false: that is not what the object would be initialized by.
    bool initialize(const Value &made, const Value &initializer)
    {
        auto *exception = made.to<ExceptionObject>();
        if (!m_storing || exception == nullptr || !isOfBase(initializer, sym::init))
            return false;
        if (!makesWhatIsStored())
            exception->setArguments(std::move(m_tuple));
        return true;
    }

private:
    bool isOfBase(const Value &function, Symbol name) const
    {
        return function.identical(*m_vm.type(Type::BaseException).lookUp(name));
    }
    /// BaseException.__new__ stores the same tuple already.
    bool makesWhatIsStored() const { return isOfBase(m_maker, sym::new_); }

    const Interpreter &m_vm;
    const Value m_maker;
    Value m_tuple;
    bool m_storing = false;
};

} // namespace

/// __new__ and __init__ are functions, as a rule; anything else may lead to the next class.
Value Interpreter::callPart(const Value &part, std::vector<Value> arguments, std::span<const Symbol> keywords)
{
    if (part.is(HeapKind::Function) || part.is(HeapKind::Native))
        return call(part, std::move(arguments), keywords);
    const NativeLevel level(*this, "");
    return level.allowed() ? call(part, std::move(arguments), keywords) : Value();
}

/// `type.__call__`: __new__, and __init__ on whatever that returned, if it is one of the class.
Value Interpreter::callClass(ClassObject &cls, Arguments arguments)
{
    if (cls.construct != nullptr)
        return cls.construct(*this, arguments);
    if (cls.cached)
        return callCachedClass(*this, cls, arguments);
    const Value maker = *cls.lookUp(sym::new_);
    ExceptionCall exceptionCall(*this, cls, maker, arguments);
    const Value &function =
        maker.is(HeapKind::StaticMethod) ? maker.as<StaticMethodObject>().function : maker;
    Value made = callPart(function, prepended(Value::share(cls), arguments), arguments.keywords());
    if (made.empty() || !classOf(made).isSubclassOf(cls))
        return made;
    const Value initializer = *classOf(made).lookUp(sym::init);
    if (exceptionCall.initialize(made, initializer))
        return made;
    const Value done = callPart(initializer, prepended(made, arguments), arguments.keywords());
    if (done.empty())
        return {};
    if (!done.isNone())
        return raise(Type::TypeError, "__init__() should return None, not '" + className(done) + "'");
    return made;
}

// ---------------------------------------------------------------- special methods

const Value *Interpreter::special(const Value &self, Symbol name) const
{
    if (!self.is(HeapKind::Instance) && !self.is(HeapKind::Exception))
        return nullptr;
    const Value *found = classOf(self).lookUp(name);
    const auto *native = found != nullptr ? found->to<NativeObject>() : nullptr;
    // What has it from elsewhere, as `__str__ = Exception.__repr__`, is special.
    return native != nullptr && native->name == symbolText(name) ? nullptr : found;
}

std::optional<Value> Interpreter::callSpecial(const Value &self, Symbol name, std::vector<Value> others)
{
    const Value *function = special(self, name);
    if (function == nullptr)
        return std::nullopt;
    std::vector<Value> arguments;
    if (!function->is(HeapKind::StaticMethod))
        arguments.push_back(self);
    for (Value &other : others)
        arguments.push_back(std::move(other));
    const Value called = *function;
    return call(called, std::move(arguments));
}

ClassObject &Interpreter::classOf(const Value &value) const
{
    switch (value.tag()) {
    case Value::Tag::Bool:
        return type(Type::Bool);
    case Value::Tag::Int:
        return type(Type::Int);
    case Value::Tag::Float:
        return type(Type::Float);
    case Value::Tag::NotImplemented:
        return type(Type::NotImplementedType);
    case Value::Tag::Object:
        return classOf(*value.object());
    default:
        return type(Type::NoneType);
    }
}

// ---------------------------------------------------------------- exceptions

/// What `raise X` and `from X` mean by X: an exception, or a class to make one of. `orNone`: None is right,
/// too.
Value Interpreter::exceptionFrom(Value what, bool orNone)
{
    if (orNone && what.isNone())
        return what;
    if (auto *cls = what.to<ClassObject>(); cls != nullptr && cls->isSubclassOf(type(Type::BaseException)))
        what = callClass(*cls, Arguments({}));
    if (what.empty() || what.is(HeapKind::Exception))
        return what;
    return raise(Type::TypeError, orNone ? "exception causes must derive from BaseException"
                                         : "exceptions must derive from BaseException");
}

Truth Interpreter::matches(const Value &exception, const Value &type)
{
    const auto *several = type.to<TupleObject>();
    const std::span<const Value> types = several == nullptr ? std::span(&type, 1) : std::span(several->items);
    const auto isException = [this](const Value &one) {
        const auto *cls = one.to<ClassObject>();
        return cls != nullptr && cls->isSubclassOf(this->type(Type::BaseException));
    };
    if (!std::all_of(types.begin(), types.end(), isException)) {
        raise(Type::TypeError, "catching classes that do not inherit from BaseException is not allowed");
        return Truth::Error;
    }
    return truth(std::any_of(types.begin(), types.end(), [&](const Value &one) {
        return exception.as<ExceptionObject>().cls().isSubclassOf(one.as<ClassObject>());
    }));
}

} // namespace tetherscope::vm
