#include "scenario/machine/exceptionattributes.h"

#include "scenario/machine/operations.h"
#include "scenario/objects/containers.h"

namespace tetherscope::vm {

namespace {

Value orNone(const Value &value)
{
    return value.empty() ? Value::none() : value;
}

Change failed(Interpreter &vm, std::string message)
{
    vm.raise(Type::TypeError, std::move(message));
    return Change::Failed;
}

Change setArguments(Interpreter &vm, ExceptionObject &exception, const Value &value)
{
    Value tuple = value;
    if (!value.is(HeapKind::Tuple)) {
        std::optional<std::vector<Value>> items = collect(vm, value);
        if (!items)
            return Change::Failed;
        tuple = vm.tuple(std::move(*items));
    }
    exception.shareArguments(std::move(tuple));
    return Change::Done;
}

bool isExceptionOrNone(Interpreter &vm, const Value &value)
{
    return value.isNone() || vm.classOf(value).isSubclassOf(vm.type(Type::BaseException));
}

Change setCause(Interpreter &vm, ExceptionObject &exception, const Value &value)
{
    if (!isExceptionOrNone(vm, value))
        return failed(vm, "exception cause must be None or derive from BaseException");
    exception.setCause(value.isNone() ? Value() : value);
    return Change::Done;
}

Change setContext(Interpreter &vm, ExceptionObject &exception, const Value &value)
{
    if (!isExceptionOrNone(vm, value))
        return failed(vm, "exception context must be None or derive from BaseException");
    exception.setContext(value.isNone() ? Value() : value);
    return Change::Done;
}

Change setSuppressContext(Interpreter &vm, ExceptionObject &exception, const Value &value)
{
    if (!value.isBool())
        return failed(vm, "attribute value type must be bool");
    exception.suppressContext = value.asBool();
    return Change::Done;
}

Change setTraceback(Interpreter &vm, ExceptionObject &exception, const Value &value)
{
    if (!value.isNone())
        return failed(vm, "__traceback__ must be a traceback or None");
    exception.forgetTraceback();
    return Change::Done;
}

struct Settable
{
    Symbol name;
    Change (*set)(Interpreter &vm, ExceptionObject &exception, const Value &value);
};

constexpr Settable settable[] = {
    {sym::args, setArguments},      {sym::cause, setCause},
    {sym::context, setContext},     {sym::suppressContext, setSuppressContext},
    {sym::traceback, setTraceback},
};

const Settable *settableOf(Symbol name)
{
    for (const Settable &known : settable) {
        if (known.name == name)
            return &known;
    }
    return nullptr;
}

} // namespace

Value exceptionAttribute(Interpreter &vm, ExceptionObject &exception, Symbol name)
{
    if (name == sym::args) {
        Value tuple = exception.argumentTuple();
        return tuple.empty() ? vm.tuple({}) : tuple;
    }
    if (name == sym::context)
        return orNone(exception.context());
    if (name == sym::cause)
        return orNone(exception.cause());
    if (name == sym::suppressContext)
        return Value::boolean(exception.suppressContext);
    if (name == sym::obj && !exception.about.empty())
        return exception.about;
    if (name == sym::value && exception.cls().isSubclassOf(vm.type(Type::StopIteration)))
        return exception.arguments().empty() ? Value::none() : exception.arguments().front();
    return {};
}

Change setExceptionAttribute(Interpreter &vm, ExceptionObject &exception, Symbol name, const Value &value)
{
    const Settable *known = settableOf(name);
    return known == nullptr ? Change::NotOne : known->set(vm, exception, value);
}

Change deleteExceptionAttribute(Interpreter &vm, Symbol name)
{
    if (settableOf(name) == nullptr)
        return Change::NotOne;
    if (name == sym::suppressContext)
        return failed(vm, "can't delete numeric/char attribute");
    return failed(vm, vm.symbolText(name) + " may not be deleted");
}

} // namespace tetherscope::vm
