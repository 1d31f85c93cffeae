#include "scenario/objects/traceback.h"

#include "scenario/objects/frame.h"
#include "scenario/objects/heap.h"
#include "scenario/objects/recorder.h"

namespace tetherscope::vm {

bool TracebackObject::letGo(Departure &departure)
{
    departure = {std::move(inner), {}};
    if (!departure.value.empty())
        return true;
    departure = {std::move(frame), {}};
    if (departure.value.empty())
        return false;
    auto *shown = departure.value.to<FrameObject>();
    if (shown != nullptr && !heap().abandoned() && departure.value.useCount() > 1)
        heap().recorder().forgetFrame(shownIn, *shown);
    return true;
}

} // namespace tetherscope::vm
