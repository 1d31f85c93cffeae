#include "scenario/machine/operations.h"

#include "scenario/machine/exceptionattributes.h"
#include "scenario/machine/finalizer.h"
#include "scenario/machine/outsideattributes.h"
#include "scenario/objects/containers.h"
#include "scenario/objects/weakreference.h"

#include <algorithm>

namespace tetherscope::vm {

namespace {

InstanceObject *instanceOf(const Value &value)
{
    if (!value.is(HeapKind::Instance) && !value.is(HeapKind::Exception))
        return nullptr;
    return static_cast<InstanceObject *>(value.object());
}

/// A field of a class under @weak_cached: the key of its row, and therefore constant.
bool isSetOnce(const InstanceObject &instance, Symbol name)
{
    const std::vector<Symbol> &fields = instance.cls().fields;
    return instance.cls().cached && instance.attribute(name) != nullptr &&
           std::find(fields.begin(), fields.end(), name) != fields.end();
}

Value shared(const Value *found)
{
    return found == nullptr ? Value() : *found;
}

/// `__module__` and `__doc__` of what the scenario defines; what CPython's own objects have there is empty
/// here.
Value homeOrDocument(Interpreter &vm, const Value &object, Symbol name)
{
    const ClassObject &cls = object.is(HeapKind::Class) ? object.as<ClassObject>() : vm.classOf(object);
    const auto *function = object.to<FunctionObject>();
    if (cls.builtin && function == nullptr)
        return {};
    if (name == sym::module)
        return vm.string("__main__");
    return function == nullptr || function->doc.empty() ? Value::none() : function->doc;
}

/// The attributes that every object of a built-in kind has beside those of its class.
Value ownAttribute(Interpreter &vm, const Value &object, Symbol name)
{
    if (name == sym::class_)
        return Value::share(vm.classOf(object));
    if ((name == sym::module || name == sym::doc) && !object.is(HeapKind::Method))
        return homeOrDocument(vm, object, name);
    if (auto *cls = object.to<ClassObject>()) {
        if (name == sym::name)
            return vm.string(vm.symbolText(cls->name));
        if (name == sym::qualname)
            return vm.string(cls->qualifiedName);
    }
    if (auto *function = object.to<FunctionObject>()) {
        if (name == sym::name)
            return vm.string(vm.symbolText(function->code.name));
        if (name == sym::qualname)
            return vm.string(function->code.qualifiedName);
    }
    if (auto *native = object.to<NativeObject>(); native != nullptr && name == sym::name)
        return vm.string(native->name);
    if (auto *method = object.to<MethodObject>()) {
        if (name == sym::self)
            return method->self;
        if (name == sym::func)
            return method->function;
        return findAttribute(vm, method->function, name);
    }
    if (const auto *finalizer = object.to<FinalizerObject>()) {
        if (vm.symbolText(name) == "alive")
            return Value::boolean(finalizer->alive());
        if (vm.symbolText(name) == "atexit")
            return finalizer->alive() ? Value::boolean(finalizer->atExit) : Value::none();
    }
    if (auto *reference = object.to<WeakReferenceObject>(); reference != nullptr && name == sym::callback)
        return reference->callback.empty() ? Value::none() : reference->callback;
    return {};
}

Value classAttribute(Interpreter &vm, const Value &object, Symbol name)
{
    auto &cls = object.as<ClassObject>();
    if (const Value *found = cls.lookUp(name)) {
        if (found->is(HeapKind::StaticMethod))
            return found->as<StaticMethodObject>().function;
        if (found->is(HeapKind::ClassMethod))
            return Value(vm.heap().make<MethodObject>(found->as<ClassMethodObject>().function, object));
        return *found;
    }
    Value own = ownAttribute(vm, object, name);
    if (own.empty() && haltAtOutsideAttribute(vm, object, name))
        return {};
    return own;
}

Value superAttribute(Interpreter &vm, const SuperObject &super, Symbol name)
{
    const bool onClass = super.self.is(HeapKind::Class);
    ClassObject &cls = onClass ? super.self.as<ClassObject>() : vm.classOf(super.self);
    const Value *found = cls.lookUpAfter(super.after.as<ClassObject>(), name);
    if (found == nullptr)
        return {};
    if (onClass && found->is(HeapKind::ClassMethod))
        return Value(vm.heap().make<MethodObject>(found->as<ClassMethodObject>().function, super.self));
    if (onClass && found->is(HeapKind::Function))
        return *found;
    return bound(vm, *found, super.self, cls);
}

} // namespace

Value bound(Interpreter &vm, const Value &found, const Value &self, const ClassObject &cls)
{
    switch (found.isObject() ? found.object()->kind() : HeapKind::Slice) {
    case HeapKind::Function:
        return Value(vm.heap().make<MethodObject>(found, self));
    case HeapKind::Native:
        return found.as<NativeObject>().method ? Value(vm.heap().make<MethodObject>(found, self)) : found;
    case HeapKind::StaticMethod:
        return found.as<StaticMethodObject>().function;
    case HeapKind::ClassMethod:
        return Value(vm.heap().make<MethodObject>(found.as<ClassMethodObject>().function,
                                                  Value::share(const_cast<ClassObject &>(cls))));
    default:
        return found;
    }
}

Value findAttribute(Interpreter &vm, const Value &object, Symbol name)
{
    if (object.is(HeapKind::Proxy)) {
        const Value meant = actual(vm, object);
        return meant.empty() ? Value() : findAttribute(vm, meant, name);
    }
    if (object.is(HeapKind::Class))
        return classAttribute(vm, object, name);
    if (object.is(HeapKind::Super))
        return superAttribute(vm, object.as<SuperObject>(), name);
    if (const auto *module = object.to<ModuleObject>())
        return shared(module->attributes.find(name));
    if (const InstanceObject *instance = instanceOf(object)) {
        if (!vm.tickItems(instance->attributes().size()))
            return {};
        if (const Value *own = instance->attribute(name))
            return *own;
        if (auto *exception = object.to<ExceptionObject>()) {
            if (Value own = exceptionAttribute(vm, *exception, name); !own.empty())
                return own;
        }
    }
    if (const auto *function = object.to<FunctionObject>()) {
        if (const Value *own = function->attribute(name))
            return *own;
    }
    ClassObject &cls = vm.classOf(object);
    if (const Value *found = cls.lookUp(name))
        return bound(vm, Value(*found), object, cls);
    Value own = ownAttribute(vm, object, name);
    if (own.empty() && haltAtOutsideAttribute(vm, object, name))
        return {};
    return own;
}

namespace {

std::string missingText(Interpreter &vm, const Value &object, Symbol name)
{
    const std::string text = " has no attribute '" + vm.symbolText(name) + "'";
    if (const auto *cls = object.to<ClassObject>())
        return "type object '" + vm.symbolText(cls->name) + "'" + text;
    if (const auto *module = object.to<ModuleObject>())
        return "module '" + vm.symbolText(module->name) + "'" + text;
    return "'" + vm.className(object) + "' object" + text;
}

/// An attribute that cannot be set or deleted; only an error of reading one holds the object.
bool cannotChange(Interpreter &vm, const Value &object, Symbol name)
{
    vm.raise(Type::AttributeError, missingText(vm, object, name));
    return false;
}

} // namespace

Value attributeMissing(Interpreter &vm, const Value &object, Symbol name)
{
    std::vector<Value> arguments{Value(vm.heap().make<StringObject>(missingText(vm, object, name)))};
    Ref<ExceptionObject, SingleThread> error =
        vm.heap().make<ExceptionObject>(vm.typeValue(Type::AttributeError), std::move(arguments));
    error->about = object;
    return vm.raiseException(Value(std::move(error)));
}

Value getAttribute(Interpreter &vm, const Value &object, Symbol name)
{
    Value found = findAttribute(vm, object, name);
    if (!found.empty() || vm.pending())
        return found;
    const Value asked = object.is(HeapKind::Proxy) ? actual(vm, object) : object;
    if (asked.empty())
        return {};
    const auto *method = asked.to<MethodObject>(); // it passes on what it is asked
    const bool ofFunction = method != nullptr && method->function.is(HeapKind::Function);
    return attributeMissing(vm, ofFunction ? method->function : asked, name);
}

namespace {

bool setOf(Interpreter &vm, InstanceObject &instance, Symbol name, Value value)
{
    if (isSetOnce(instance, name)) {
        vm.raise(Type::AttributeError, "field '" + vm.symbolText(name) + "' is set once, at creation");
        return false;
    }
    if (!vm.tickItems(instance.attributes().size()))
        return false;
    Value old = instance.setAttribute(name, std::move(value));
    if (!instance.id())
        return true;
    const SlotId slot = vm.recorder().attributeSlot(instance.id(), name);
    vm.recorder().put(slot, *instance.attribute(name));
    vm.heap().dropReplaced(std::move(old), HolderRef::slot(slot), *instance.attribute(name));
    return true;
}

bool setOf(Interpreter &vm, FunctionObject &function, Symbol name, Value value)
{
    Value old = function.setAttribute(name, std::move(value));
    if (!function.id()) {
        vm.recorder().revealChanged(function);
        return true;
    }
    const SlotId slot = vm.recorder().attributeSlot(function.id(), name);
    vm.recorder().put(slot, *function.attribute(name));
    vm.heap().dropReplaced(std::move(old), HolderRef::slot(slot), *function.attribute(name));
    return true;
}

bool setOf(Interpreter &vm, ClassObject &cls, Symbol name, Value value)
{
    if (cls.builtin) {
        vm.raise(Type::TypeError, "cannot set '" + vm.symbolText(name) + "' attribute of immutable type '" +
                                      vm.symbolText(cls.name) + "'");
        return false;
    }
    Value old = cls.attributes.set(name, std::move(value));
    vm.showClassAttribute(cls, name, *cls.attributes.find(name));
    vm.heap().dropReplaced(std::move(old), vm.classAttributeHolder(cls, name), *cls.attributes.find(name));
    return true;
}

/// What stood in a slot that is shown, if the owner is; empty: there was none.
bool removedFrom(Interpreter &vm, const HeapObject &owner, Symbol name, Value old)
{
    if (old.empty())
        return cannotChange(vm, Value::share(const_cast<HeapObject &>(owner)), name);
    if (!owner.id())
        return true;
    const SlotId slot = vm.recorder().attributeSlot(owner.id(), name);
    vm.recorder().take(slot);
    vm.heap().drop(std::move(old), HolderRef::slot(slot));
    return true;
}

} // namespace

bool setAttribute(Interpreter &vm, const Value &object, Symbol name, Value value)
{
    if (object.is(HeapKind::Proxy)) {
        const Value meant = actual(vm, object);
        return !meant.empty() && setAttribute(vm, meant, name, std::move(value));
    }
    if (auto *exception = object.to<ExceptionObject>()) {
        const Change change = setExceptionAttribute(vm, *exception, name, value);
        if (change != Change::NotOne)
            return change == Change::Done;
    }
    if (haltAtOutsideSetting(vm, object, name))
        return false;
    if (InstanceObject *instance = instanceOf(object))
        return setOf(vm, *instance, name, std::move(value));
    if (auto *function = object.to<FunctionObject>())
        return setOf(vm, *function, name, std::move(value));
    if (auto *cls = object.to<ClassObject>())
        return setOf(vm, *cls, name, std::move(value));
    if (auto *finalizer = object.to<FinalizerObject>();
        finalizer != nullptr && vm.symbolText(name) == "atexit") {
        const Truth answer = isTrue(vm, value);
        finalizer->atExit = answer == Truth::Yes;
        return answer != Truth::Error;
    }
    return cannotChange(vm, object, name);
}

bool deleteAttribute(Interpreter &vm, const Value &object, Symbol name)
{
    if (object.is(HeapKind::Proxy)) {
        const Value meant = actual(vm, object);
        return !meant.empty() && deleteAttribute(vm, meant, name);
    }
    if (object.is(HeapKind::Exception) && deleteExceptionAttribute(vm, name) == Change::Failed)
        return false;
    if (InstanceObject *instance = instanceOf(object))
        return removedFrom(vm, *instance, name, instance->removeAttribute(name));
    if (auto *function = object.to<FunctionObject>())
        return removedFrom(vm, *function, name, function->removeAttribute(name));
    auto *cls = object.to<ClassObject>();
    Value old = cls == nullptr || cls->builtin ? Value() : cls->attributes.remove(name);
    if (old.empty())
        return cannotChange(vm, object, name);
    vm.showClassAttribute(*cls, name, Value());
    vm.heap().drop(std::move(old), vm.classAttributeHolder(*cls, name));
    return true;
}

} // namespace tetherscope::vm
