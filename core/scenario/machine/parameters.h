#pragma once

#include "scenario/machine/interpreter.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Calls of built-in functions whose arguments may come by name, and the words of CPython for those that do
/// not fit.
namespace tetherscope::vm {

constexpr std::size_t mostParameters = 4;

/// The parameters of a built-in function, in order. A nameless one comes by its place only.
struct Signature
{
    constexpr Signature(std::string_view functionName, std::initializer_list<std::string_view> parameters,
                        std::size_t howManyRequired = 0, std::size_t howManyByPosition = mostParameters)
        : function(functionName)
        , count(parameters.size())
        , required(howManyRequired)
        , byPosition(std::min(howManyByPosition, parameters.size()))
    {
        std::copy(parameters.begin(), parameters.end(), all.begin());
    }
    constexpr std::span<const std::string_view> names() const { return std::span(all).first(count); }

    std::string_view function;
    std::array<std::string_view, mostParameters> all{};
    std::size_t count;
    std::size_t required;
    std::size_t byPosition; ///< how many may come by their place
};

/// What a call gives for each parameter; null: nothing. Points into the call's arguments.
using Given = std::array<const Value *, mostParameters>;

/// For a function that CPython has in C: what Argument Clinic checks, in its order. Nothing: a TypeError is
/// pending.
std::optional<Given> givenTo(Interpreter &vm, const Signature &signature, const Arguments &arguments);

/// For a function that CPython's library has in Python. With `rest` further arguments are taken by their
/// place.
enum class Rest : std::uint8_t { Refused, Taken };
std::optional<Given> givenToLibrary(Interpreter &vm, const Signature &signature, const Arguments &arguments,
                                    Rest rest = Rest::Refused);

// ---- words for functions of the scenario and of the library
/// "f() missing 2 required positional arguments: 'a' and 'b'"
std::string missingArgumentsText(std::string_view function, const std::vector<std::string> &names);
/// "f() takes from 1 to 2 positional arguments but 3 were given"
std::string tooManyArgumentsText(std::string_view function, std::size_t least, std::size_t most,
                                 std::size_t given);

} // namespace tetherscope::vm
