#pragma once

#include "layout/cast.h"
#include "layout/textwidths.h"

#include <limits>
#include <vector>

namespace tetherscope {

/// The column of names before it has places: pills in blocks, from the top the module's names, running calls,
/// classes. It is cut into items, each a rigid piece; the items keep their order and may move apart.
///
/// Every pill of the module's names is an item, so that it can stand beside what it holds; names that hold
/// the same object most of the time stand together, otherwise they are in order of first binding. The calls
/// of one function at one level of recursion share a block, and blocks that never run at the same time may
/// share an item.
struct NameColumn
{
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    struct Pill
    {
        std::uint32_t item = 0;
        double top = 0; ///< within the item
        double width = 0;
    };
    struct Block
    {
        ScopeKind kind = ScopeKind::Module;
        TextId function;
        std::uint32_t item = none; ///< of the heading; none for the module, whose heading is above everything
        double headingWidth = 0;
        bool localsLine = false;
        double height = 0; ///< with the heading, within the item
    };
    struct Item
    {
        double height = 0;
        double gap = 0; ///< to the item before
    };

    std::vector<Pill> pills;
    std::vector<Block> blocks; ///< the module's is the first
    std::vector<Item> items;
    std::vector<std::uint32_t> pillOf;  ///< by name; none if it has no pill
    std::vector<std::uint32_t> blockOf; ///< by scope; none if it is folded away
    double width = 0;
};

NameColumn nameColumn(const Cast &cast, const Lexicon &lexicon, TextWidths &widths);

} // namespace tetherscope
