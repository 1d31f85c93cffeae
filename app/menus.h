#pragma once

class QMenu;
class QMenuBar;

namespace tetherscope {

class Actions;

/// Fills the menu bar from the registry. Returns the menu of recent files, which its owner fills.
QMenu *fillMenuBar(QMenuBar &bar, const Actions &actions);

} // namespace tetherscope
