#include "session/thumbnail.h"

#include "analysis/mark.h"
#include "canvas/compose.h"
#include "canvas/render.h"

namespace tetherscope {

QImage thumbnailOf(const Document &document, const Theme &theme, const TextMeasure &measure,
                   double devicePixelRatio)
{
    const Timeline &timeline = *document.timeline;
    const Moment moment(timeline, timeline.end(tellingStep(timeline)));
    const Picture picture = composePicture(moment, marksAt(moment), *document.plan, measure);
    return renderThumbnail(picture, theme, thumbnailSize, devicePixelRatio);
}

} // namespace tetherscope
