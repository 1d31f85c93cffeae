#pragma once

#include "graph/objectgraph.h"

#include <vector>

namespace tetherscope {

/// One unit of an object's strong count, by who adds it.
struct HolderUnit
{
    HolderRef holder = {}; ///< a name or a slot
    ObjectId owner = {};   ///< the object whose slot it is; empty for a name
    friend bool operator==(const HolderUnit &, const HolderUnit &) = default;
};

/// Every name and strong slot that holds the object, names first, in order of first appearance.
/// As many as ObjectState::held; what is missing to the count is in flight.
std::vector<HolderUnit> holdersOf(ObjectId object, const ObjectGraph &graph, const Lexicon &lexicon);

/// Live weak slots that point at the object, in order of first appearance.
std::vector<SlotId> watchersOf(ObjectId object, const ObjectGraph &graph, const Lexicon &lexicon);
/// Live cache rows that point at the object.
std::vector<EntryId> rowsOf(ObjectId object, const ObjectGraph &graph, const Lexicon &lexicon);

/// For each object id (by index): alive, and nothing leads to it from a name or from a unit of a count that
/// no name and no slot accounts for (a frame's stack, the interpreter's hand, a callback in waiting). Garbage
/// that only a collector can free; what is being made, finalized or freed at this moment is none.
std::vector<bool> unreachable(const ObjectGraph &graph, const Lexicon &lexicon);

/// For each object id (by index): alive, reached from the object by strong slots, and from no name and no
/// unaccounted unit but through it. It is what would go with the object, which is not counted itself.
/// Source: the retained set of Eclipse Memory Analyzer ("Shallow vs. Retained Heap").
std::vector<bool> retainedBy(ObjectId object, const ObjectGraph &graph, const Lexicon &lexicon);

} // namespace tetherscope
