#include "scenario/machine/cachedcalls.h"

#include "scenario/machine/builtins.h"
#include "scenario/machine/collections.h"
#include "scenario/machine/operations.h"
#include "scenario/machine/text.h"

namespace tetherscope::vm {

namespace {

/// The value of one field: its argument, its keyword, or the default that the class body gave it.
Value fieldValue(Interpreter &vm, const ClassObject &cls, std::size_t index, const Arguments &arguments)
{
    const Symbol field = cls.fields[index];
    const Value *keyword = arguments.keyword(field);
    const std::string &name = vm.symbolText(field);
    if (index < arguments.size()) {
        if (keyword != nullptr)
            return vm.raise(Type::TypeError,
                            vm.symbolText(cls.name) + "() got multiple values for argument '" + name + "'");
        return arguments[index];
    }
    if (keyword != nullptr)
        return *keyword;
    if (const Value *usual = cls.lookUp(field))
        return *usual;
    return vm.raise(Type::TypeError,
                    vm.symbolText(cls.name) + "() missing required argument: '" + name + "'");
}

std::optional<std::vector<Value>> fieldValues(Interpreter &vm, const ClassObject &cls,
                                              const Arguments &arguments)
{
    const std::string &name = vm.symbolText(cls.name);
    if (arguments.size() > cls.fields.size()) {
        vm.raise(Type::TypeError, name + "() takes " + std::to_string(cls.fields.size()) + " arguments but " +
                                      std::to_string(arguments.size()) + " were given");
        return std::nullopt;
    }
    for (const Symbol keyword : arguments.keywords()) {
        if (std::find(cls.fields.begin(), cls.fields.end(), keyword) == cls.fields.end()) {
            vm.raise(Type::TypeError,
                     name + "() got an unexpected keyword argument '" + vm.symbolText(keyword) + "'");
            return std::nullopt;
        }
    }
    std::vector<Value> values;
    for (std::size_t index = 0; index < cls.fields.size(); ++index) {
        values.push_back(fieldValue(vm, cls, index, arguments));
        if (values.back().empty())
            return std::nullopt;
    }
    return values;
}

/// The row's name in the picture; unlike keys may have the same text.
EntryId entryFor(Interpreter &vm, const CachedClass &cached, const Value &key)
{
    std::string text = plainText(vm, key, longestPlainText);
    if (text.empty())
        text = shownText(vm, key, longestPlainText);
    const auto taken = [&](EntryId entry) {
        return std::any_of(cached.rows.begin(), cached.rows.end(),
                           [&](const auto &row) { return row.second.entry == entry; });
    };
    EntryId entry = vm.recorder().entry(cached.id, text);
    for (int number = 2; taken(entry); ++number)
        entry = vm.recorder().entry(cached.id, text + " (" + std::to_string(number) + ')');
    return entry;
}

/// A miss: the core's cache makes the instance, and its fields are set.
Value makeCached(Interpreter &vm, ClassObject &cls, const Value &key, const std::vector<Value> &values)
{
    CachedClass &cached = *cls.cached;
    const std::uint64_t number = ++cached.lastNumber;
    const EntryId entry = entryFor(vm, cached, key);
    if (!dictSet(vm, cached.numbers, key, Value::integer(static_cast<std::int64_t>(number))))
        return {};
    cached.rows.emplace(number, CachedClass::Row{key, entry});
    const Ref<InstanceObject, SingleThread> made = cached.cache.get(number, vm.heap(), Value::share(cls));
    vm.recorder().born(*made, ObjectKind::Instance, entry);
    for (std::size_t index = 0; index < values.size(); ++index) {
        made->setAttribute(cls.fields[index], values[index]);
        vm.recorder().put(vm.recorder().attributeSlot(made->id(), cls.fields[index]), values[index]);
    }
    return Value(Handle(made));
}

Value decorationError(Interpreter &vm, const std::string &problem)
{
    return vm.raise(Type::TypeError, "weak_cached: " + problem);
}

} // namespace

Value weakCached(Interpreter &vm, Arguments &arguments)
{
    if (!checkArguments(vm, "weak_cached", arguments, 1, 1))
        return {};
    auto *cls = arguments[0].to<ClassObject>();
    if (cls == nullptr || cls->builtin || cls->cached)
        return decorationError(vm, "a class of the scenario's own is needed");
    if (cls->fields.empty())
        return decorationError(vm, "the class needs annotated fields, such as  year: int");
    for (const Symbol name : {sym::new_, sym::init}) {
        if (!cls->lookUp(name)->is(HeapKind::Native))
            return decorationError(vm, "the class has fields, and no " + vm.symbolText(name) + " of its own");
    }
    cls->cached = std::make_unique<CachedClass>();
    cls->cached->id = vm.recorder().addCache(vm.symbolText(cls->name));
    cls->cached->numbers = Value(vm.heap().make<DictObject>());
    vm.recorder().note(events::cacheMade(cls->cached->id));
    return arguments[0];
}

Value callCachedClass(Interpreter &vm, ClassObject &cls, Arguments arguments)
{
    const std::optional<std::vector<Value>> values = fieldValues(vm, cls, arguments);
    if (!values)
        return {};
    CachedClass &cached = *cls.cached;
    const Value key = vm.tuple(*values);
    const Value known = key.empty() ? Value() : dictGet(vm, cached.numbers, key);
    if (vm.pending())
        return {};
    if (known.empty())
        return makeCached(vm, cls, key, *values);
    const auto number = static_cast<std::uint64_t>(known.asInt());
    vm.recorder().prepare();
    Ref<InstanceObject, SingleThread> found = cached.cache.find(number);
    vm.recorder().acquired(*found, HolderRef::inFlight(), cached.rows.at(number).entry);
    return Value(Handle(std::move(found)));
}

void evictFromCache(Interpreter &vm, InstanceObject &instance)
{
    CachedClass &cached = *instance.cls().cached;
    const std::uint64_t number = *CachedClass::Cache::keyOf(instance);
    const auto row = cached.rows.find(number);
    if (row == cached.rows.end() || !cached.cache.withdraw(instance))
        return; // it was saved from an earlier death, which took the row
    vm.recorder().note(events::evict(row->second.entry, instance.id()));
    const Value key = std::move(row->second.key);
    cached.rows.erase(row);
    dictDelete(vm, cached.numbers, key);
}

} // namespace tetherscope::vm
