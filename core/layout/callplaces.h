#pragma once

#include "layout/cast.h"

#include <vector>

namespace tetherscope {

/// One block of the names' column that is there only while its calls run.
struct CallBlock
{
    std::uint32_t depth = 0; ///< of the call stack
    std::vector<Life> lives; ///< of its calls, in order of time
};

/// For each block the number of its place in the column, counted from the top: callers above callees. A few
/// blocks have a place each; of many, those of one depth that never run at the same time share one.
std::vector<std::uint32_t> placesOfCalls(const std::vector<CallBlock> &blocks);

} // namespace tetherscope
