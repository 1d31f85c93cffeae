#include "syntax/vocabulary.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace tetherscope {

namespace {

/// What stands behind the dot of a module, or of a type's objects.
struct ModuleNames
{
    std::string_view module;
    std::span<const std::string_view> names;
};

constexpr std::array<std::string_view, 4> moduleList{"gc", "sys", "tetherscope", "weakref"};
constexpr std::array<std::string_view, 4> gcNames{"collect", "disable", "enable", "isenabled"};
constexpr std::array<std::string_view, 1> sysNames{"getrefcount"};
constexpr std::array<std::string_view, 1> tetherscopeNames{"weak_cached"};
constexpr std::array<std::string_view, 9> weakrefNames{"WeakKeyDictionary",   "WeakMethod", "WeakSet",
                                                       "WeakValueDictionary", "finalize",   "getweakrefcount",
                                                       "getweakrefs",         "proxy",      "ref"};

constexpr std::array modules{
    ModuleNames{"gc", gcNames},
    ModuleNames{"sys", sysNames},
    ModuleNames{"tetherscope", tetherscopeNames},
    ModuleNames{"weakref", weakrefNames},
};

constexpr std::array<std::string_view, 11> specialMethodList{
    "__call__", "__contains__", "__del__", "__eq__",   "__getitem__", "__hash__",
    "__init__", "__len__",      "__new__", "__repr__", "__str__"};

constexpr std::array<std::string_view, 96> builtinNames{"ArithmeticError",
                                                        "AssertionError",
                                                        "AttributeError",
                                                        "BaseException",
                                                        "BlockingIOError",
                                                        "BrokenPipeError",
                                                        "BufferError",
                                                        "ChildProcessError",
                                                        "ConnectionAbortedError",
                                                        "ConnectionError",
                                                        "ConnectionRefusedError",
                                                        "ConnectionResetError",
                                                        "DeprecationWarning",
                                                        "EOFError",
                                                        "EnvironmentError",
                                                        "Exception",
                                                        "FileExistsError",
                                                        "FileNotFoundError",
                                                        "FloatingPointError",
                                                        "FutureWarning",
                                                        "GeneratorExit",
                                                        "IOError",
                                                        "ImportError",
                                                        "IndentationError",
                                                        "IndexError",
                                                        "InterruptedError",
                                                        "IsADirectoryError",
                                                        "KeyError",
                                                        "KeyboardInterrupt",
                                                        "LookupError",
                                                        "MemoryError",
                                                        "ModuleNotFoundError",
                                                        "NameError",
                                                        "NotADirectoryError",
                                                        "NotImplementedError",
                                                        "OSError",
                                                        "OverflowError",
                                                        "PermissionError",
                                                        "ProcessLookupError",
                                                        "RecursionError",
                                                        "ReferenceError",
                                                        "ResourceWarning",
                                                        "RuntimeError",
                                                        "RuntimeWarning",
                                                        "StopAsyncIteration",
                                                        "StopIteration",
                                                        "SyntaxError",
                                                        "SystemError",
                                                        "SystemExit",
                                                        "TimeoutError",
                                                        "TypeError",
                                                        "UnboundLocalError",
                                                        "UnicodeError",
                                                        "UserWarning",
                                                        "ValueError",
                                                        "Warning",
                                                        "ZeroDivisionError",
                                                        "abs",
                                                        "all",
                                                        "any",
                                                        "bool",
                                                        "callable",
                                                        "classmethod",
                                                        "delattr",
                                                        "dict",
                                                        "enumerate",
                                                        "float",
                                                        "getattr",
                                                        "hasattr",
                                                        "hash",
                                                        "id",
                                                        "int",
                                                        "isinstance",
                                                        "issubclass",
                                                        "iter",
                                                        "len",
                                                        "list",
                                                        "max",
                                                        "min",
                                                        "next",
                                                        "object",
                                                        "print",
                                                        "range",
                                                        "repr",
                                                        "reversed",
                                                        "round",
                                                        "set",
                                                        "setattr",
                                                        "sorted",
                                                        "staticmethod",
                                                        "str",
                                                        "sum",
                                                        "super",
                                                        "tuple",
                                                        "type",
                                                        "zip"};
static_assert(std::is_sorted(builtinNames.begin(), builtinNames.end()));

constexpr std::array<std::string_view, 11> dictMethods{
    "clear", "copy", "fromkeys", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values"};
constexpr std::array<std::string_view, 11> listMethods{
    "append", "clear", "copy", "count", "extend", "index", "insert", "pop", "remove", "reverse", "sort"};
constexpr std::array<std::string_view, 17> setMethods{"add",
                                                      "clear",
                                                      "copy",
                                                      "difference",
                                                      "difference_update",
                                                      "discard",
                                                      "intersection",
                                                      "intersection_update",
                                                      "isdisjoint",
                                                      "issubset",
                                                      "issuperset",
                                                      "pop",
                                                      "remove",
                                                      "symmetric_difference",
                                                      "symmetric_difference_update",
                                                      "union",
                                                      "update"};
constexpr std::array<std::string_view, 41> strMethods{
    "capitalize", "casefold",    "center",     "count",        "endswith",     "find",         "index",
    "isalnum",    "isalpha",     "isascii",    "isdecimal",    "isdigit",      "isidentifier", "islower",
    "isnumeric",  "isprintable", "isspace",    "istitle",      "isupper",      "join",         "ljust",
    "lower",      "lstrip",      "partition",  "removeprefix", "removesuffix", "replace",      "rfind",
    "rindex",     "rjust",       "rpartition", "rsplit",       "rstrip",       "split",        "splitlines",
    "startswith", "strip",       "swapcase",   "title",        "upper",        "zfill"};
constexpr std::array<std::string_view, 2> tupleMethods{"count", "index"};
constexpr std::array<std::string_view, 10> weakDictMethods{
    "clear", "copy", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values"};
constexpr std::array<std::string_view, 7> weakSetMethods{"add", "clear",  "copy",  "discard",
                                                         "pop", "remove", "update"};

constexpr std::array methodLists{
    ModuleNames{"WeakKeyDictionary", weakDictMethods},
    ModuleNames{"WeakSet", weakSetMethods},
    ModuleNames{"WeakValueDictionary", weakDictMethods},
    ModuleNames{"dict", dictMethods},
    ModuleNames{"list", listMethods},
    ModuleNames{"set", setMethods},
    ModuleNames{"str", strMethods},
    ModuleNames{"tuple", tupleMethods},
};

/// Letters to change, insert, delete or swap with their neighbour to make one word of the other.
std::size_t distance(std::string_view from, std::string_view to)
{
    std::vector<std::vector<std::size_t>> cost(from.size() + 1, std::vector<std::size_t>(to.size() + 1));
    for (std::size_t i = 0; i <= from.size(); ++i) {
        for (std::size_t j = 0; j <= to.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = i + j;
                continue;
            }
            const std::size_t change = from[i - 1] == to[j - 1] ? 0 : 1;
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
    }
    return cost[from.size()][to.size()];
}

} // namespace

std::span<const std::string_view> importableModules()
{
    return moduleList;
}

std::span<const std::string_view> importableNames(std::string_view module)
{
    const auto found = std::find_if(modules.begin(), modules.end(),
                                    [module](const ModuleNames &known) { return known.module == module; });
    return found == modules.end() ? std::span<const std::string_view>{} : found->names;
}

std::span<const std::string_view> methodsOfType(std::string_view type)
{
    const auto found = std::find_if(methodLists.begin(), methodLists.end(),
                                    [type](const ModuleNames &known) { return known.module == type; });
    return found == methodLists.end() ? std::span<const std::string_view>{} : found->names;
}

std::span<const std::string_view> containerMethods()
{
    static const std::vector<std::string_view> all = [] {
        std::set<std::string_view> found;
        for (const ModuleNames &type : methodLists)
            found.insert(type.names.begin(), type.names.end());
        return std::vector<std::string_view>(found.begin(), found.end());
    }();
    return all;
}

std::span<const std::string_view> specialMethods()
{
    return specialMethodList;
}

std::span<const std::string_view> builtins()
{
    return builtinNames;
}

bool isBuiltinName(std::string_view name)
{
    return std::binary_search(builtinNames.begin(), builtinNames.end(), name);
}

std::string_view nearestWord(std::string_view word, std::span<const std::string_view> words)
{
    constexpr std::size_t longest = 40;
    if (word.size() < 2 || word.size() > longest) {
        return {};
    }
    std::string_view nearest;
    std::size_t least = word.size() > 7 ? 3 : 2;
    for (const std::string_view candidate : words) {
        const std::size_t apart = distance(word, candidate);
        if (apart < least) {
            nearest = candidate;
            least = apart;
        }
    }
    return nearest;
}

} // namespace tetherscope
