#pragma once

#include "canvas/target.h"

class QMenu;

namespace tetherscope {

class CanvasView;
class Session;

/// What can be done with one thing of the picture. Session and canvas must outlive the menu.
void fillPictureMenu(QMenu &menu, Target target, Session &session, CanvasView &canvas);

} // namespace tetherscope
