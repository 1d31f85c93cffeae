#include "base/actions.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QWidget>

#include <algorithm>
#include <array>

namespace tetherscope {

namespace {

using Group = ActionGroup;

#define TEXT(text) QT_TRANSLATE_NOOP("Actions", text)

/// In the order of ActionId. The key of PlayPause acts when it is let go (it also pans), so it is no shortcut
/// of Qt's.
constexpr std::array specs{
    ActionSpec{ActionId::NewScenario, Group::File, "new-scenario", TEXT("&New scenario"), "Ctrl+N",
               TEXT("Begins a scenario of your own with a few lines to change.")},
    ActionSpec{ActionId::OpenFile, Group::File, "open-file", TEXT("&Open a file…"), "Ctrl+O",
               TEXT("Opens a scenario: a Python file within the language of scenarios.")},
    ActionSpec{ActionId::Save, Group::File, "save", TEXT("&Save"), "Ctrl+S",
               TEXT("Writes the code to its file; a built-in or new scenario gets one.")},
    ActionSpec{ActionId::SaveAs, Group::File, "save-as", TEXT("Save &as…"), "Ctrl+Shift+S",
               TEXT("Writes the code to another file.")},
    ActionSpec{ActionId::RunAgain, Group::File, "run-again", TEXT("&Run again"), "F5",
               TEXT("Runs the scenario from the start: as it has been typed, or as its file is now.")},
    ActionSpec{
        ActionId::ExportPicture, Group::File, "export", TEXT("&Export…"), "Ctrl+E",
        TEXT("Writes this moment to a file: a picture (PNG, SVG, PDF), a graph (DOT) or data (JSON); or "
             "several steps as an animation.")},
    ActionSpec{ActionId::CopyPicture, Group::File, "copy-picture", TEXT("&Copy the picture"), "Ctrl+Shift+C",
               TEXT("Puts what the canvas shows on the clipboard, as an image and as SVG.")},
    ActionSpec{ActionId::PrintPicture, Group::File, "print", TEXT("&Print…"), "Ctrl+P",
               TEXT("Prints this moment's picture with its sentence, on one page.")},
    ActionSpec{ActionId::StartPage, Group::File, "start-page", TEXT("&Start page"), "Alt+Home",
               TEXT("Shows the built-in scenarios. The present run is kept.")},
    ActionSpec{ActionId::Quit, Group::File, "quit", TEXT("&Quit"), "Ctrl+Q", TEXT("Closes the window.")},

    ActionSpec{ActionId::FitAll, Group::View, "fit", TEXT("&Fit"), "F",
               TEXT("Brings the whole run's picture into view.")},
    ActionSpec{ActionId::FitSelection, Group::View, "fit-selection", TEXT("Fit &selection"), "Shift+F",
               TEXT("Brings the selected object into view.")},
    ActionSpec{ActionId::ZoomIn, Group::View, "zoom-in", TEXT("Zoom &in"),
               "Ctrl++ Ctrl+=", TEXT("Makes the picture larger.")},
    ActionSpec{ActionId::ZoomOut, Group::View, "zoom-out", TEXT("Zoom &out"), "Ctrl+-",
               TEXT("Makes the picture smaller.")},
    ActionSpec{ActionId::ActualSize, Group::View, "actual-size", TEXT("&Actual size"), "Ctrl+0",
               TEXT("Shows the picture at 100 %.")},
    ActionSpec{ActionId::Tidy, Group::View, "tidy", TEXT("&Tidy"), "",
               TEXT("Lays the picture out anew, with what exists at this step in the best places.")},
    ActionSpec{ActionId::ThemeSystem, Group::View, "theme-system", TEXT("&As the system"), "",
               TEXT("Light or dark, as the desktop is.")},
    ActionSpec{ActionId::ThemeLight, Group::View, "theme-light", TEXT("&Light"), "",
               TEXT("Dark ink on light paper.")},
    ActionSpec{ActionId::ThemeDark, Group::View, "theme-dark", TEXT("&Dark"), "",
               TEXT("Light ink on dark paper.")},
    ActionSpec{ActionId::HighContrast, Group::View, "high-contrast", TEXT("&High contrast"), "",
               TEXT("Black on white or white on black, with stronger marks.")},
    ActionSpec{ActionId::LessMotion, Group::View, "less-motion", TEXT("Less &motion"), "",
               TEXT("Shows each change at once, without fading.")},
    ActionSpec{ActionId::Scale80, Group::View, "scale-80", TEXT("&80 %"), "",
               TEXT("Everything a little smaller, from the next start on.")},
    ActionSpec{ActionId::Scale100, Group::View, "scale-100", TEXT("&100 %"), "",
               TEXT("The usual size, from the next start on.")},
    ActionSpec{ActionId::Scale125, Group::View, "scale-125", TEXT("12&5 %"), "",
               TEXT("Everything a little larger, from the next start on.")},
    ActionSpec{ActionId::Scale150, Group::View, "scale-150", TEXT("15&0 %"), "",
               TEXT("Everything half as large again, from the next start on.")},
    ActionSpec{ActionId::Scale200, Group::View, "scale-200", TEXT("&200 %"), "",
               TEXT("Everything twice as large, from the next start on.")},

    ActionSpec{ActionId::StepForward, Group::Time, "step-forward", TEXT("&Next step"), "Right PgDown",
               TEXT("One statement on.")},
    ActionSpec{ActionId::StepBack, Group::Time, "step-back", TEXT("&Previous step"), "Left PgUp",
               TEXT("One statement back.")},
    ActionSpec{ActionId::EventForward, Group::Time, "event-forward", TEXT("Next &event"), "Shift+Right",
               TEXT("One event on: what happens inside a statement, in order.")},
    ActionSpec{ActionId::EventBack, Group::Time, "event-back", TEXT("Previous e&vent"), "Shift+Left",
               TEXT("One event back.")},
    ActionSpec{ActionId::OverForward, Group::Time, "over-forward", TEXT("&Over a call"), "Ctrl+Right F10",
               TEXT("On to the next statement of this call or of one around it.")},
    ActionSpec{ActionId::OverBack, Group::Time, "over-back", TEXT("&Back over a call"), "Ctrl+Left",
               TEXT("Back to the statement before, of this call or of one around it.")},
    ActionSpec{ActionId::Out, Group::Time, "out", TEXT("O&ut of this call"), "Shift+F11",
               TEXT("On to the first statement after this call.")},
    ActionSpec{ActionId::First, Group::Time, "first", TEXT("&First"), "Home",
               TEXT("The moment before the first statement.")},
    ActionSpec{ActionId::Last, Group::Time, "last", TEXT("&Last"), "End", TEXT("The end of the run.")},
    ActionSpec{ActionId::PlayPause, Group::Time, "play", TEXT("Pla&y"), "Space",
               TEXT("Plays step by step, or pauses. The key acts when it is let go.")},

    ActionSpec{ActionId::SelectionBack, Group::Selection, "selection-back", TEXT("Selected &before"),
               "Alt+Left", TEXT("Back to the object that was selected before.")},
    ActionSpec{ActionId::SelectionForward, Group::Selection, "selection-forward", TEXT("Selected &after"),
               "Alt+Right", TEXT("On again to the object that was selected after this one.")},
    ActionSpec{ActionId::FindThing, Group::Selection, "find", TEXT("&Find…"), "Ctrl+F",
               TEXT("Finds names, objects, types and values, also among the dead.")},
    ActionSpec{ActionId::FindNext, Group::Selection, "find-next", TEXT("Find &next"), "F3",
               TEXT("On to the next that was found.")},
    ActionSpec{ActionId::FindPrevious, Group::Selection, "find-previous", TEXT("Find &previous"), "Shift+F3",
               TEXT("Back to the one that was found before.")},
    ActionSpec{ActionId::UndoMove, Group::Selection, "undo-move", TEXT("&Undo the move"), "Ctrl+Z",
               TEXT("Puts the card that was dragged last back where it was.")},
    ActionSpec{ActionId::RedoMove, Group::Selection, "redo-move", TEXT("&Redo the move"),
               "Ctrl+Shift+Z Ctrl+Y", TEXT("Puts it again where it had been dragged to.")},
    ActionSpec{ActionId::FoldObject, Group::Selection, "fold-object", TEXT("&Collapse or expand"), "C",
               TEXT("Folds what only the selected object keeps alive into its card, or takes it out again.")},
    ActionSpec{ActionId::FoldType, Group::Selection, "fold-type", TEXT("Collapse its &type"), "Shift+C",
               TEXT("Lets one object stand for all of the selected one's type, or shows them again.")},
    ActionSpec{ActionId::Neighbourhood, Group::Selection, "neighbourhood", TEXT("Only its &neighbourhood"),
               "N", TEXT("Shows the selected object and what is one edge away; again: one edge more.")},
    ActionSpec{ActionId::NarrowNeighbourhood, Group::Selection, "narrow-neighbourhood",
               TEXT("Na&rrower neighbourhood"), "Shift+N",
               TEXT("One edge less; with none left, everything is shown.")},
    ActionSpec{ActionId::FoldPlainNames, Group::Selection, "fold-plain-names", TEXT("&Hide plain names"), "",
               TEXT("Puts away the names that hold no object, such as numbers and texts.")},
    ActionSpec{ActionId::UnfoldAll, Group::Selection, "unfold-all", TEXT("Show &everything"), "A",
               TEXT("Takes out again whatever is folded away.")},

    ActionSpec{ActionId::GoToCanvas, Group::Panes, "go-canvas", TEXT("&Picture"), "Ctrl+1",
               TEXT("Puts the keyboard there.")},
    ActionSpec{ActionId::GoToCode, Group::Panes, "go-code", TEXT("&Code"), "Ctrl+2",
               TEXT("Puts the keyboard there.")},
    ActionSpec{ActionId::GoToEvents, Group::Panes, "go-events", TEXT("&Events"), "Ctrl+3",
               TEXT("Puts the keyboard there.")},
    ActionSpec{ActionId::GoToInspector, Group::Panes, "go-inspector", TEXT("&Inspector"), "Ctrl+4",
               TEXT("Puts the keyboard there.")},
    ActionSpec{ActionId::GoToConsole, Group::Panes, "go-console", TEXT("C&onsole"), "Ctrl+6",
               TEXT("Puts the keyboard there: a statement typed there runs at the end of the run.")},
    ActionSpec{ActionId::NextPane, Group::Panes, "next-pane", TEXT("&Next pane"), "F6",
               TEXT("Puts the keyboard into the next pane.")},

    ActionSpec{ActionId::KeySheet, Group::Help, "key-sheet", TEXT("All &keys"), "F1",
               TEXT("Lists every key there is.")},
    ActionSpec{ActionId::WhatsThis, Group::Help, "whats-this", TEXT("&What is this?"), "Shift+F1",
               TEXT("Then click on anything to have it explained.")},
    ActionSpec{ActionId::About, Group::Help, "about", TEXT("&About Tetherscope"), "",
               TEXT("Which version this is.")},
};

#undef TEXT

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < specs.size(); ++i) {
        if (specs[i].id != static_cast<ActionId>(i))
            return false;
    }
    return true;
}
static_assert(inOrder());

/// The look of the window, scenario or not; they stand side by side.
bool isLook(ActionId id)
{
    return id >= ActionId::ThemeSystem && id <= ActionId::Scale200;
}

bool isOfScenarioFile(ActionId id)
{
    constexpr std::array ids{ActionId::RunAgain,     ActionId::ExportPicture, ActionId::CopyPicture,
                             ActionId::PrintPicture, ActionId::Save,          ActionId::SaveAs};
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool needsScenario(const ActionSpec &spec)
{
    return (spec.group == Group::View && !isLook(spec.id)) || spec.group == Group::Time ||
           spec.group == Group::Selection || spec.group == Group::Panes || isOfScenarioFile(spec.id);
}

QString translated(const char *text)
{
    return QCoreApplication::translate("Actions", text);
}

QAction *makeAction(const ActionSpec &spec, QWidget *window)
{
    QAction *const action = new QAction(translated(spec.text), window);
    action->setObjectName(QLatin1StringView(spec.name));
    action->setIconText(action->text().remove(u'&').remove(u'…')); // on buttons
    action->setWhatsThis(translated(spec.whatsThis));
    if (spec.id != ActionId::PlayPause)
        action->setShortcuts(shortcutsOf(spec));
    window->addAction(action);
    return action;
}

} // namespace

std::span<const ScaleCommand> scaleCommands()
{
    static constexpr std::array commands{
        ScaleCommand{ActionId::Scale80, 80}, ScaleCommand{ActionId::Scale100, 100},
        ScaleCommand{ActionId::Scale125, 125}, ScaleCommand{ActionId::Scale150, 150},
        ScaleCommand{ActionId::Scale200, 200}};
    return commands;
}

std::span<const ActionSpec> actionSpecs()
{
    return specs;
}

QList<QKeySequence> shortcutsOf(const ActionSpec &spec)
{
    QList<QKeySequence> keys;
    for (const QString &word : QString::fromUtf8(spec.keys).split(u' ', Qt::SkipEmptyParts))
        keys.append(QKeySequence(word, QKeySequence::PortableText));
    return keys;
}

QString groupTitle(ActionGroup group)
{
    switch (group) {
    case Group::File:
        return QCoreApplication::translate("Actions", "File");
    case Group::View:
        return QCoreApplication::translate("Actions", "View");
    case Group::Time:
        return QCoreApplication::translate("Actions", "Time");
    case Group::Selection:
        return QCoreApplication::translate("Actions", "Objects");
    case Group::Panes:
        return QCoreApplication::translate("Actions", "Panes");
    case Group::Help:
        return QCoreApplication::translate("Actions", "Help");
    }
    return {};
}

Actions::Actions(QWidget *window)
    : QObject(window)
{
    m_actions.reserve(specs.size());
    for (const ActionSpec &spec : specs)
        m_actions.push_back(makeAction(spec, window));
    makeChoice({ActionId::ThemeSystem, ActionId::ThemeLight, ActionId::ThemeDark});
    makeChoice(
        {ActionId::Scale80, ActionId::Scale100, ActionId::Scale125, ActionId::Scale150, ActionId::Scale200});
    (*this)[ActionId::FoldPlainNames]->setCheckable(true);
    (*this)[ActionId::HighContrast]->setCheckable(true);
    (*this)[ActionId::LessMotion]->setCheckable(true);
}

/// One of them is checked.
void Actions::makeChoice(std::initializer_list<ActionId> ids)
{
    QActionGroup *const group = new QActionGroup(this);
    for (const ActionId id : ids) {
        (*this)[id]->setCheckable(true);
        group->addAction((*this)[id]);
    }
}

void Actions::setScenarioShown(bool shown)
{
    for (const ActionSpec &spec : specs) {
        if (needsScenario(spec))
            (*this)[spec.id]->setEnabled(shown);
    }
}

} // namespace tetherscope
