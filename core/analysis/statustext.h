#pragma once

#include "analysis/moment.h"

#include <string>
#include <vector>

namespace tetherscope {

/// Something to look at, said calmly.
struct Alarm
{
    std::string text; ///< "1 key with two live objects"
    std::vector<ObjectId> objects;
    friend bool operator==(const Alarm &, const Alarm &) = default;
};

/// The moment in figures: "2 objects", "3 strong", "2 weak", "nothing unreachable". A weak reference is no
/// object here but an edge, as in the picture; who holds it is no strong edge.
struct StatusText
{
    std::vector<std::string> figures;
    std::vector<Alarm> alarms;
    friend bool operator==(const StatusText &, const StatusText &) = default;
};

StatusText statusAt(const Moment &moment);

} // namespace tetherscope
