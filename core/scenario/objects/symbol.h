#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace tetherscope::vm {

/// An identifier of the scenario (variable, attribute, method, keyword) or another text of its source, as a
/// number that compares fast.
struct Symbol
{
    std::uint32_t index = 0;
    friend constexpr bool operator==(Symbol, Symbol) = default;
};

struct SymbolHash
{
    std::size_t operator()(Symbol symbol) const noexcept { return symbol.index; }
};

/// The identifiers that the interpreter itself asks for, in the order in which a SymbolTable begins.
namespace sym {
constexpr Symbol empty{0}, new_{1}, init{2}, del{3}, repr{4}, str{5}, eq{6}, hash{7}, len{8}, getitem{9},
    setitem{10}, delitem{11}, contains{12}, call{13}, iter{14}, next{15}, bool_{16}, class_{17}, name{18},
    qualname{19}, doc{20}, module{21}, self{22}, func{23}, ne{24}, lt{25}, le{26}, gt{27}, ge{28}, args{29},
    context{30}, cause{31}, bases{32}, mro{33}, annotations{34}, sep{35}, end{36}, key{37}, reverse{38},
    default_{39}, start{40}, add{41}, sub{42}, mul{43}, truediv{44}, floordiv{45}, mod{46}, pow{47},
    lshift{48}, rshift{49}, and_{50}, or_{51}, xor_{52}, neg{53}, pos{54}, invert{55}, value{56},
    callback{57}, obj{58}, file{59}, flush{60}, iterable{61}, missing{62}, suppressContext{63}, traceback{64};
} // namespace sym

/// Numbers identifiers; the same table serves the compiler and the run. Texts live as long as the table.
class SymbolTable
{
public:
    SymbolTable();
    Symbol intern(std::string_view text);
    const std::string &text(Symbol symbol) const { return m_texts[symbol.index]; }

private:
    std::deque<std::string> m_texts;
    std::unordered_map<std::string_view, Symbol> m_symbols;
};

} // namespace tetherscope::vm
