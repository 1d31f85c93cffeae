#pragma once

#include "analysis/moment.h"
#include "canvas/target.h"

#include <QString>

#include <vector>

namespace tetherscope {

/// What a search has found.
struct Finding
{
    Target target;
    std::uint32_t diedIn = 0; ///< the step of its death; of the dead only
};

struct Findings
{
    std::vector<Finding> here; ///< at this moment: names, objects, caches
    std::vector<Finding> dead; ///< objects that died before, the latest first
};

/// Everything whose name, type, id or plain value has the text in it, whatever its case. Nothing for an empty
/// text.
Findings findingsFor(const QString &text, const Moment &moment);

} // namespace tetherscope
