#include "menus.h"

#include "base/actions.h"

#include <QCoreApplication>
#include <QMenuBar>

namespace tetherscope {

namespace {

QString menuText(const char *text)
{
    return QCoreApplication::translate("Menus", text);
}

void addActions(QMenu &menu, const Actions &actions, std::initializer_list<ActionId> ids)
{
    for (const ActionId id : ids)
        menu.addAction(actions[id]);
    menu.addSeparator();
}

} // namespace

FileMenus fillMenuBar(QMenuBar &bar, const Actions &actions)
{
    using enum ActionId;
    QMenu *const file = bar.addMenu(menuText("&File"));
    addActions(*file, actions, {StartPage, NewScenario, OpenFile});
    QMenu *const templates = new QMenu(menuText("New from &template"), file);
    QMenu *const recent = new QMenu(menuText("Open &recent"), file);
    file->insertMenu(actions[OpenFile], templates);
    file->insertMenu(file->actions().constLast(), recent);
    addActions(*file, actions, {Save, SaveAs});
    addActions(*file, actions, {RunAgain, ExportPicture, CopyPicture, PrintPicture});
    addActions(*file, actions, {Quit});

    QMenu *const view = bar.addMenu(menuText("&View"));
    addActions(*view, actions, {FitAll, FitSelection, ZoomIn, ZoomOut, ActualSize});
    addActions(*view, actions, {ActionId::Tidy});
    addActions(*view->addMenu(menuText("T&heme")), actions,
               {ThemeSystem, ThemeLight, ThemeDark, ActionId::HighContrast});
    addActions(*view->addMenu(menuText("S&cale")), actions,
               {Scale80, Scale100, Scale125, Scale150, Scale200});
    addActions(*view, actions, {ActionId::LessMotion});
    addActions(*view->addMenu(menuText("&Go to")), actions,
               {GoToCanvas, GoToCode, GoToEvents, GoToInspector, GoToConsole, NextPane});

    QMenu *const time = bar.addMenu(menuText("&Time"));
    addActions(*time, actions, {StepForward, StepBack, First, Last});
    addActions(*time, actions, {EventForward, EventBack});
    addActions(*time, actions, {OverForward, OverBack, Out});
    addActions(*time, actions, {PlayPause});

    QMenu *const objects = bar.addMenu(menuText("&Objects"));
    addActions(*objects, actions, {FindThing, FindNext, FindPrevious});
    addActions(*objects, actions, {SelectionBack, SelectionForward});
    addActions(*objects, actions, {UndoMove, RedoMove});
    addActions(*objects, actions,
               {FoldObject, FoldType, Neighbourhood, NarrowNeighbourhood, FoldPlainNames, UnfoldAll});
    addActions(*bar.addMenu(menuText("&Help")), actions, {ActionId::KeySheet, WhatsThis, About});
    return {templates, recent};
}

} // namespace tetherscope
