#pragma once

#include "canvas/picture.h"

#include <QString>

namespace tetherscope {

/// The picture in words, a line for each thing in the order in which it is drawn; places are left out.
///
///     heading Date.__new__, line 15, running: year 2022
///     pill a [new +] holds
///     card Date#1 (1 → 2 new) year 2022 · month 12
///       row (2022, 12, 3), hit [touched]
///     ring ref#1 -> Date#1
///     edge a -> Date#1 [new]
///     weak ref#1.* -> Date#1
///     stub Date#1: in flight
QString pictureText(const Picture &picture);

} // namespace tetherscope
