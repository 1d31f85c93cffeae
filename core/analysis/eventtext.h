#pragma once

#include "timeline/timeline.h"

#include <string>

namespace tetherscope {

/// The four things that can happen to a count or a row, told apart by shape; and everything else.
enum class EventShape { Create, Acquire, Release, Evict, Other };

/// One row of a list of events.
struct EventText
{
    EventShape shape = EventShape::Other;
    std::string verb;    ///< "acquire"
    std::string subject; ///< "Date#1", "b", "(2022, 12, 3)"
    std::string detail;  ///< "hit, 1 → 2"; may be empty
    ObjectId object;     ///< what to select when the row is clicked; may be empty
    NameId name;
    friend bool operator==(const EventText &, const EventText &) = default;
};

/// Whether the event gets a row: plain values, look-ups and the acquire that is a birth get none.
bool isWorthARow(const Event &event);

/// Requires: the event is one of the timeline's, by its number from the start of the run.
EventText eventTextOf(const Timeline &timeline, std::uint64_t event);

} // namespace tetherscope
