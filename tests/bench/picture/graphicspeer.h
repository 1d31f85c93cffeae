#pragma once

#include "canvas/picture.h"

#include <QGraphicsView>

#include <memory>

namespace tetherscope {

/// What one would build of a picture with Qt's own means, and well: a QGraphicsView with one item for each
/// thing, which draws itself in the same three levels of detail, over a scene with a BSP tree. Lines are
/// cosmetic and one pixel wide; items keep no pixmaps, since their memory grows with every zoom and frames at
/// rest do not become faster; the view saves no painter states and adjusts no rectangles.
///
/// Items own what they draw, as the canvas owns its picture.
std::unique_ptr<QGraphicsView> makeGraphicsPeer(Picture picture);

} // namespace tetherscope
