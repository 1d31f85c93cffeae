#pragma once

#include "canvas/picture.h"

#include <QString>

namespace tetherscope {

/// The target in one line, as the screen reader says it: "Date#1, held by a and b, strong count 2". Empty if
/// the picture does not show it.
QString describe(const Picture &picture, Target target);

/// Likewise with a line of its own for each fact.
QString tipOf(const Picture &picture, Target target);

} // namespace tetherscope
