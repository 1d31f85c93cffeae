#pragma once

#include "layout/cast.h"
#include "layout/namecolumn.h"
#include "layout/plantables.h"
#include "layout/textwidths.h"

#include <vector>

namespace tetherscope {

/// The column of names of a run that has gone on, around what a plan of its beginning has placed.
struct KeptNames
{
    NameColumn column;
    std::vector<bool> kept; ///< by item: it has its place already
    /// By item: where it is; of a new one the wish, or no number: beside what it holds.
    std::vector<double> top;
};

/// New names of the module get a pill each, calls of known functions the places of the calls before, if their
/// pills suffice; other calls and classes new blocks below everything.
KeptNames keptNames(const PlanTables &former, const Cast &cast, const Lexicon &lexicon, TextWidths &widths);

/// The card as it was planned; rows that have come since share its last line.
CardShape keptShape(CardShape shape, ObjectId object, const Cast &cast, const Lexicon &lexicon);
CardShape keptShape(CardShape shape, CacheId cache, const Lexicon &lexicon);

/// Gives edges that were planned before their heads, and the new ones heads away from those.
/// Requires: heads are spread.
void keepHeads(PlanTables &tables, const PlanTables &former, const Cast &cast);
/// Likewise their detours. Requires: detours are planned.
void keepDetours(PlanTables &tables, const PlanTables &former);

} // namespace tetherscope
