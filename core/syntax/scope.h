#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tetherscope {

/// How a name is reached from the code of one scope.
enum class Storage : std::uint8_t {
    Name,   ///< module or class body: looked up in the scope's own names, then globals, then builtins
    Global, ///< globals, then builtins; stored into the globals
    Local,  ///< a slot of the frame
    Cell,   ///< a slot of the frame that holds a cell: an inner scope uses the variable too
    Free, ///< a slot that holds a cell which an outer scope made. In a class body it is read from the class's
          ///< own names first
};

struct Variable
{
    Storage storage = Storage::Global;
    std::uint32_t slot = 0; ///< index into Scope::slots for Local, Cell and Free; otherwise 0
    friend bool operator==(const Variable &, const Variable &) = default;
};

struct ScopeSlot
{
    std::string name;
    Storage storage = Storage::Local; ///< Local, Cell or Free
    friend bool operator==(const ScopeSlot &, const ScopeSlot &) = default;
};

/// The variables of one module, class body, function, lambda or comprehension.
///
/// Slots stand in the order in which CPython 3.11 lets a dying frame go of them: parameters (captured ones
/// stay in their place, as cells), plain locals by first mention in the compiled body (a value before its
/// target, dead code included), then cells by name, then free variables by name. A comprehension has one
/// parameter, ".0": the iterator of its first clause, which the scope outside evaluates.
struct Scope
{
    enum class Kind : std::uint8_t { Module, Class, Function, Lambda, Comprehension };

    Kind kind = Kind::Module;
    std::string name; ///< as written: "<module>", "Date", "__new__", "<lambda>", "<listcomp>", …
    const Scope *outer = nullptr; ///< the scope whose code makes this one; null for the module
    std::uint32_t parameters = 0;
    std::vector<ScopeSlot> slots;
    /// A class whose methods use super() or __class__: its body makes the cell "__class__", which is no slot
    /// of the class and is filled with the class when the class is made.
    bool needsClassCell = false;
    /// Every name that the scope's own code mentions, as it is stored.
    std::unordered_map<std::string, Variable> variables;

    /// As Python's __qualname__: "Date.__new__", "f.<locals>.g". Made anew at each call: names of deeply
    /// nested scopes are long.
    std::string qualifiedName() const;
    /// Names that the code does not mention are global.
    Variable variable(const std::string &mentioned) const;
    /// The slot of the cell or free variable `captured`, which a closure made here may bring along; in a
    /// class body it may stand beside a name of the class. Nothing for "__class__" of a class that needs its
    /// cell.
    std::optional<std::uint32_t> cellSlot(const std::string &captured) const;
    /// The slots that hold cells of outer scopes, in order: what a closure over this scope has to bring.
    std::vector<std::string> freeNames() const;
};

/// The name under which a class body stores `identifier`: `__p` in class `K` is `_K__p`, all others are
/// themselves. `className` empty: no class around.
std::string mangled(std::string_view className, std::string_view identifier);

} // namespace tetherscope
