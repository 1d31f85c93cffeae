#pragma once

#include "layout/cast.h"
#include "layout/plan.h"
#include "layout/textwidths.h"

namespace tetherscope {

/// What holds rows under hairlines: a dict, list, set, tuple, or a weak container.
bool isTable(ObjectKind kind);

/// The object at its largest: widest texts, most rows, the badge that says "1 → 2". Texts beyond the widest
/// card are the painter's to elide.
CardShape cardShape(ObjectId object, const Cast &cast, const Lexicon &lexicon, TextWidths &widths);
CardShape cacheShape(CacheId cache, const Cast &cast, const Lexicon &lexicon, TextWidths &widths);

/// Of a name's pill; room for the plain value inside only where it ever has one.
double pillWidth(NameId name, const Cast &cast, const Lexicon &lexicon, TextWidths &widths);

} // namespace tetherscope
