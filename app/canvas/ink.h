#pragma once

#include "canvas/picture.h"

#include <vector>

namespace tetherscope {

/// Where a thing of a picture puts its ink: its outline, marks, chips and captions, with what antialiasing
/// adds at a scale of 1. What is selected or has the keyboard's ring is larger by `haloReach` on each side.
SceneRect inkOf(const HeadingItem &heading);
SceneRect inkOf(const PillItem &pill);
SceneRect inkOf(const CardItem &card);
SceneRect inkOf(const RingItem &ring);
SceneRect inkOf(const EdgeItem &edge);
SceneRect inkOf(const StubItem &stub);

/// The same of an edge in several rectangles that keep close to it.
std::vector<SceneRect> inkAlong(const EdgeItem &edge);

/// Whether the edge itself, not only the box around it, comes near the area.
bool hasInkIn(const EdgeItem &edge, const SceneRect &area);
/// Likewise its head or its tail.
bool hasEndIn(const EdgeItem &edge, const SceneRect &area);

constexpr double haloReach = 10;

} // namespace tetherscope
