#include "scenario/machine/interpreter.h"

#include "scenario/machine/cachedcalls.h"
#include "scenario/machine/text.h"
#include "scenario/objects/weakreference.h"

namespace tetherscope::vm {

namespace {

bool isCustom(const HeapObject &object)
{
    return object.kind() == HeapKind::Instance || object.kind() == HeapKind::Exception;
}

} // namespace

/// Runs the scenario's code in the middle of something else: what was under way stays as it was.
template<typename Run>
void Interpreter::runAside(Run &&run)
{
    if (m_halted)
        return;
    Value pendingBefore = std::move(m_pending);
    Value resultBefore = std::move(m_result);
    const TextId shownBefore = std::exchange(m_shownValue, {});
    const bool notedBefore = std::exchange(m_raiseNoted, true);
    const Place placeBefore = m_raisePlace;
    run();
    if (!m_pending.empty()) {
        const Value failure = std::move(m_pending);
        const auto &exception = failure.as<ExceptionObject>();
        m_recorder.note(events::unraisable(m_recorder.text(exception.cls().qualifiedName),
                                           m_recorder.text(plainMessage(*this, exception))));
    }
    m_pending = std::move(pendingBefore);
    m_result = std::move(resultBefore);
    m_shownValue = shownBefore;
    m_raiseNoted = notedBefore;
    m_raisePlace = placeBefore;
}

/// A death may call what ends in the next death, and so on: native code counts as one level of that.
void Interpreter::callAside(const Value &callee, std::vector<Value> arguments)
{
    if (callee.is(HeapKind::Function)) {
        call(callee, std::move(arguments));
        return;
    }
    const NativeLevel level(*this, "");
    if (level.allowed())
        call(callee, std::move(arguments));
}

bool Interpreter::hasFinalizer(const HeapObject &object) const
{
    return !m_halted && isCustom(object) &&
           static_cast<const InstanceObject &>(object).cls().lookUp(sym::del) != nullptr;
}

void Interpreter::callFinalizer(HeapObject &object)
{
    runAside([&] {
        const Value finalizer = *static_cast<InstanceObject &>(object).cls().lookUp(sym::del);
        std::vector<Value> arguments;
        if (!finalizer.is(HeapKind::StaticMethod))
            arguments.push_back(Value::share(object));
        callAside(finalizer, std::move(arguments));
    });
}

void Interpreter::callCallback(Value reference, Value callback)
{
    runAside([&] {
        if (reference.object()->id())
            m_recorder.note(events::callback(reference.object()->id()));
        std::vector<Value> arguments;
        arguments.push_back(std::move(reference));
        callAside(callback, std::move(arguments));
    });
}

void Interpreter::evict(HeapObject &object)
{
    if (object.kind() != HeapKind::Instance)
        return;
    auto &instance = static_cast<InstanceObject &>(object);
    if (instance.cls().cached)
        evictFromCache(*this, instance);
}

} // namespace tetherscope::vm
