#pragma once

#include <span>
#include <string_view>

namespace tetherscope {

/// The modules that a scenario may import, in alphabetical order.
std::span<const std::string_view> importableModules();

/// The names that `from module import …` may bring; empty for a module that cannot be imported.
std::span<const std::string_view> importableNames(std::string_view module);

/// The methods of a built-in type, or of one of weakref's containers, in alphabetical order; empty for
/// others.
std::span<const std::string_view> methodsOfType(std::string_view type);

/// Those of all these types together, in alphabetical order.
std::span<const std::string_view> containerMethods();

/// The special methods that the language calls, in alphabetical order.
std::span<const std::string_view> specialMethods();

/// The builtin functions, types and exceptions, in alphabetical order, for those who show code.
std::span<const std::string_view> builtins();
bool isBuiltinName(std::string_view name);

/// Of `words`, the one that `word` may be a misspelling of: one letter wrong, missing, too many or swapped
/// with its neighbour (two in long words). Empty if there is none. Requires: `word` is none of them.
std::string_view nearestWord(std::string_view word, std::span<const std::string_view> words);

} // namespace tetherscope
