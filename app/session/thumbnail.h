#pragma once

#include "look/theme.h"
#include "session/document.h"

#include <QImage>

namespace tetherscope {

/// A document's picture at its telling step, as a start page's card shows it: so many logical pixels.
constexpr QSize thumbnailSize{270, 104};

/// May be called from any thread. Requires: the document has a plan.
QImage thumbnailOf(const Document &document, const Theme &theme, const TextMeasure &measure,
                   double devicePixelRatio);

} // namespace tetherscope
