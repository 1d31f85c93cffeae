#pragma once

#include "canvas/picture.h"

#include <QString>

namespace tetherscope {

/// What the target is called, never elided: "Date#1", "Date.__new__: self".
QString labelOf(const Picture &picture, Target target);

/// The target in one line, as the screen reader says it: "Date#1, held by a and b, strong count 2". Empty if
/// the picture does not show it.
QString describe(const Picture &picture, Target target);

/// The same with a line of its own for each fact, for who points there: what was cut to its place is whole in
/// it, also of the row that is there.
QString tipOf(const Picture &picture, Target target, ScenePoint point);

/// What describe() says after the label: "held by a and b, strong count 2".
QString factsAbout(const Picture &picture, Target target);

/// One row of a card: "(2022, 12, 3), live".
QString describe(const RowItem &row);
/// One line: "a holds Date#1", "ref#1 is a weak reference to Date#1".
QString describe(const Picture &picture, const EdgeItem &edge);

} // namespace tetherscope
