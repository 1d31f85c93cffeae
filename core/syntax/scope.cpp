#include "syntax/scope.h"

#include <algorithm>

namespace tetherscope {

namespace {

bool holdsCell(const ScopeSlot &slot)
{
    return slot.storage != Storage::Local;
}

/// What stands before a scope's own name in its qualified name.
std::string qualifiedPrefix(const Scope &outer)
{
    switch (outer.kind) {
    case Scope::Kind::Module:
        return {};
    case Scope::Kind::Class:
    case Scope::Kind::Comprehension:
        return outer.qualifiedName() + '.';
    case Scope::Kind::Function:
    case Scope::Kind::Lambda:
        return outer.qualifiedName() + ".<locals>.";
    }
    return {};
}

bool isDeclaredGlobal(const Scope &outer, const std::string &name)
{
    const auto found = outer.variables.find(name);
    return outer.kind != Scope::Kind::Module && found != outer.variables.end() &&
           found->second.storage == Storage::Global;
}

} // namespace

std::string Scope::qualifiedName() const
{
    if (!outer || isDeclaredGlobal(*outer, name)) {
        return name;
    }
    return qualifiedPrefix(*outer) + name;
}

Variable Scope::variable(const std::string &mentioned) const
{
    const auto found = variables.find(mentioned);
    return found == variables.end() ? Variable{} : found->second;
}

std::optional<std::uint32_t> Scope::cellSlot(const std::string &captured) const
{
    const auto found = std::find_if(slots.begin(), slots.end(), [&](const ScopeSlot &slot) {
        return holdsCell(slot) && slot.name == captured;
    });
    return found == slots.end() ? std::nullopt
                                : std::optional(static_cast<std::uint32_t>(found - slots.begin()));
}

std::vector<std::string> Scope::freeNames() const
{
    std::vector<std::string> names;
    for (const ScopeSlot &slot : slots) {
        if (slot.storage == Storage::Free) {
            names.push_back(slot.name);
        }
    }
    return names;
}

std::string mangled(std::string_view className, std::string_view identifier)
{
    const bool isPrivate = identifier.starts_with("__") && !identifier.ends_with("__");
    const std::size_t firstLetter = className.find_first_not_of('_');
    if (!isPrivate || firstLetter == std::string_view::npos) {
        return std::string(identifier);
    }
    return '_' + std::string(className.substr(firstLetter)) + std::string(identifier);
}

} // namespace tetherscope
