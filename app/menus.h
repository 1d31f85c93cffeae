#pragma once

class QMenu;
class QMenuBar;

namespace tetherscope {

class Actions;

/// The menus whose entries are not commands; their owner fills them.
struct FileMenus
{
    QMenu *templates;
    QMenu *recent;
};

/// Fills the menu bar from the registry.
FileMenus fillMenuBar(QMenuBar &bar, const Actions &actions);

} // namespace tetherscope
