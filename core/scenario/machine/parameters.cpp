#include "scenario/machine/parameters.h"

#include <algorithm>

namespace tetherscope::vm {

namespace {

/// The place of the parameter with this name; as many as there are: none has it.
std::size_t parameterNamed(const Signature &signature, std::string_view name)
{
    const std::span<const std::string_view> names = signature.names();
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

std::string counted(std::size_t count, std::string_view noun)
{
    return std::to_string(count) + ' ' + std::string(noun) + (count == 1 ? "" : "s");
}

std::optional<Given> refuse(Interpreter &vm, const Signature &signature, std::string_view because)
{
    vm.raise(Type::TypeError, std::string(signature.function) + "() " + std::string(because));
    return std::nullopt;
}

/// Parameters that come by their place only and must be there.
std::size_t leastByPosition(const Signature &signature)
{
    std::size_t nameless = 0;
    while (nameless < signature.required && signature.all[nameless].empty())
        ++nameless;
    return nameless;
}

/// Whether there are too many arguments, or too few by their place; what CPython says then.
std::string countFault(const Signature &signature, const Arguments &arguments)
{
    const std::size_t most = signature.byPosition;
    const std::size_t least = leastByPosition(signature);
    const std::size_t all = arguments.all().size();
    const std::size_t given = arguments.size();
    const std::string was = " (" + std::to_string(given) + " given)";
    if (all > signature.count)
        return "takes at most " + counted(signature.count, given == 0 ? "keyword argument" : "argument") +
               " (" + std::to_string(all) + " given)";
    if (given > most)
        return most == 0 ? "takes no positional arguments"
                         : "takes at most " + counted(most, "positional argument") + was;
    if (given < least)
        return std::string("takes ") + (least < most ? "at least " : "exactly ") +
               counted(least, "positional argument") + was;
    return {};
}

/// A keyword that names what came by its place already, or nothing; empty: each has its parameter.
std::string keywordFault(Interpreter &vm, const Signature &signature, const Arguments &arguments)
{
    const std::string function = std::string(signature.function) + "()";
    for (const Symbol keyword : arguments.keywords()) {
        const std::string &name = vm.symbolText(keyword);
        const std::size_t place = parameterNamed(signature, name);
        if (place == signature.count)
            return std::string("'").append(name).append("' is an invalid keyword argument for ") + function;
        if (place < arguments.size())
            return std::string("argument for ")
                .append(function)
                .append(" given by name ('")
                .append(name)
                .append("') and position (")
                .append(std::to_string(place + 1))
                .append(")");
    }
    return {};
}

Given placed(const Interpreter &vm, const Signature &signature, const Arguments &arguments)
{
    Given given{};
    for (std::size_t index = 0; index < std::min(arguments.size(), signature.count); ++index)
        given[index] = &arguments[index];
    for (std::size_t index = 0; index < arguments.keywords().size(); ++index) {
        const std::size_t place = parameterNamed(signature, vm.symbolText(arguments.keywords()[index]));
        if (place >= arguments.size() && place < signature.count)
            given[place] = &arguments[arguments.size() + index];
    }
    return given;
}

} // namespace

std::optional<Given> givenTo(Interpreter &vm, const Signature &signature, const Arguments &arguments)
{
    if (const std::string fault = countFault(signature, arguments); !fault.empty())
        return refuse(vm, signature, fault);
    const Given given = placed(vm, signature, arguments);
    for (std::size_t place = 0; place < signature.required; ++place) {
        if (given[place] == nullptr)
            return refuse(vm, signature,
                          "missing required argument '" + std::string(signature.all[place]) + "' (pos " +
                              std::to_string(place + 1) + ")");
    }
    if (std::string fault = keywordFault(vm, signature, arguments); !fault.empty()) {
        vm.raise(Type::TypeError, std::move(fault));
        return std::nullopt;
    }
    return given;
}

std::optional<Given> givenToLibrary(Interpreter &vm, const Signature &signature, const Arguments &arguments,
                                    Rest rest)
{
    const std::size_t most = signature.count;
    for (const Symbol keyword : arguments.keywords()) {
        const std::size_t place = parameterNamed(signature, vm.symbolText(keyword));
        const std::string name = "'" + vm.symbolText(keyword) + "'";
        if (place == most)
            return refuse(vm, signature, "got an unexpected keyword argument " + name);
        if (place < arguments.size())
            return refuse(vm, signature, "got multiple values for argument " + name);
    }
    if (arguments.size() > most && rest == Rest::Refused) {
        vm.raise(Type::TypeError,
                 tooManyArgumentsText(signature.function, signature.required, most, arguments.size()));
        return std::nullopt;
    }
    const Given given = placed(vm, signature, arguments);
    std::vector<std::string> missing;
    for (std::size_t place = 0; place < signature.required; ++place) {
        if (given[place] == nullptr)
            missing.push_back("'" + std::string(signature.all[place]) + "'");
    }
    if (missing.empty())
        return given;
    vm.raise(Type::TypeError, missingArgumentsText(signature.function, missing));
    return std::nullopt;
}

std::string missingArgumentsText(std::string_view function, const std::vector<std::string> &names)
{
    std::string list = names.front();
    for (std::size_t index = 1; index < names.size(); ++index) {
        const bool last = index + 1 == names.size();
        list += (last ? (names.size() > 2 ? ", and " : " and ") : ", ") + names[index];
    }
    return std::string(function) + "() missing " + counted(names.size(), "required positional argument") +
           ": " + list;
}

std::string tooManyArgumentsText(std::string_view function, std::size_t least, std::size_t most,
                                 std::size_t given)
{
    const std::string takes = least == most ? std::to_string(most)
                                            : "from " + std::to_string(least) + " to " + std::to_string(most);
    return std::string(function) + "() takes " + takes + " positional argument" +
           (least == most && most == 1 ? "" : "s") + " but " + std::to_string(given) +
           (given == 1 ? " was" : " were") + " given";
}

} // namespace tetherscope::vm
