#pragma once

#include "canvas/picture.h"

class QKeyEvent;

namespace tetherscope {

/// What a key means while a thing of the picture carries the keyboard's ring.
enum class RingKey { None, Left, Right, Up, Down, Holds, HeldBy, Activate, Leave };

RingKey ringKeyOf(const QKeyEvent &event);

/// Where the ring goes; nothing: it stays.
Target ringTarget(const Picture &picture, Target from, RingKey key);

/// The next or previous in reading order; without a ring the first or the last; nothing beyond the ends.
Target neighbourInReadingOrder(const Picture &picture, Target from, int step);

} // namespace tetherscope
