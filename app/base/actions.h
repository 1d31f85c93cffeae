#pragma once

#include <QAction>
#include <QObject>

#include <span>
#include <vector>

namespace tetherscope {

enum class ActionId {
    NewScenario,
    OpenFile,
    Save,
    SaveAs,
    RunAgain,
    ExportPicture,
    CopyPicture,
    PrintPicture,
    StartPage,
    Quit,
    FitAll,
    FitSelection,
    ZoomIn,
    ZoomOut,
    ActualSize,
    Tidy,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    HighContrast,
    LessMotion,
    Scale80,
    Scale100,
    Scale125,
    Scale150,
    Scale200,
    StepForward,
    StepBack,
    EventForward,
    EventBack,
    OverForward,
    OverBack,
    Out,
    First,
    Last,
    PlayPause,
    SelectionBack,
    SelectionForward,
    FindThing,
    FindNext,
    FindPrevious,
    UndoMove,
    RedoMove,
    FoldObject,
    FoldType,
    Neighbourhood,
    NarrowNeighbourhood,
    FoldPlainNames,
    UnfoldAll,
    GoToCanvas,
    GoToCode,
    GoToEvents,
    GoToInspector,
    GoToConsole,
    NextPane,
    KeySheet,
    WhatsThis,
    About,
};

/// The menu an action stands in, and the section of the key sheet.
enum class ActionGroup { File, View, Time, Selection, Panes, Help };

/// One command as people know it. Texts are untranslated; keys are in portable form, parted by spaces.
struct ActionSpec
{
    ActionId id;
    ActionGroup group;
    const char *name; ///< its objectName
    const char *text; ///< with its mnemonic
    const char *keys; ///< "" for none
    const char *whatsThis;
};

/// Every command there is; menus, toolbar, buttons, key sheet and tests read this one table.
std::span<const ActionSpec> actionSpecs();

/// "Ctrl+Right F10" as shortcuts.
QList<QKeySequence> shortcutsOf(const ActionSpec &spec);
QString groupTitle(ActionGroup group);

/// How large everything is to be, for the commands that say so.
struct ScaleCommand
{
    ActionId id;
    int percent;
};
std::span<const ScaleCommand> scaleCommands();

/// The commands of one window, as QActions of it. What they do is connected by who owns the registry.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QWidget *window);

    QAction *operator[](ActionId id) const { return m_actions[static_cast<std::size_t>(id)]; }
    /// Commands of time, selection and view work only while a scenario is shown.
    void setScenarioShown(bool shown);

private:
    void makeChoice(std::initializer_list<ActionId> ids);

    std::vector<QAction *> m_actions;
};

} // namespace tetherscope
