#include "scenario/objects/symbol.h"

#include <cassert>

namespace tetherscope::vm {

namespace {

constexpr std::string_view knownSymbols[] = {
    "",
    "__new__",
    "__init__",
    "__del__",
    "__repr__",
    "__str__",
    "__eq__",
    "__hash__",
    "__len__",
    "__getitem__",
    "__setitem__",
    "__delitem__",
    "__contains__",
    "__call__",
    "__iter__",
    "__next__",
    "__bool__",
    "__class__",
    "__name__",
    "__qualname__",
    "__doc__",
    "__module__",
    "__self__",
    "__func__",
    "__ne__",
    "__lt__",
    "__le__",
    "__gt__",
    "__ge__",
    "args",
    "__context__",
    "__cause__",
    "__bases__",
    "__mro__",
    "__annotations__",
    "sep",
    "end",
    "key",
    "reverse",
    "default",
    "start",
    "__add__",
    "__sub__",
    "__mul__",
    "__truediv__",
    "__floordiv__",
    "__mod__",
    "__pow__",
    "__lshift__",
    "__rshift__",
    "__and__",
    "__or__",
    "__xor__",
    "__neg__",
    "__pos__",
    "__invert__",
    "value",
    "__callback__",
    "obj",
    "file",
    "flush",
    "iterable",
    "__missing__",
    "__suppress_context__",
    "__traceback__",
};

} // namespace

SymbolTable::SymbolTable()
{
    for (const std::string_view text : knownSymbols)
        intern(text);
    assert(text(sym::missing) == "__missing__" && text(sym::invert) == "__invert__");
}

Symbol SymbolTable::intern(std::string_view text)
{
    if (const auto known = m_symbols.find(text); known != m_symbols.end())
        return known->second;
    const Symbol symbol{static_cast<std::uint32_t>(m_texts.size())};
    m_symbols.emplace(m_texts.emplace_back(text), symbol);
    return symbol;
}

} // namespace tetherscope::vm
