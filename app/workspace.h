#pragma once

#include <QWidget>

class QSplitter;
class QVBoxLayout;

namespace tetherscope {

class Actions;
class Appearance;
class CodePane;
class ConsolePane;
class EventsPane;
class InspectorPane;
class OutputPane;
class PicturePane;
class Session;
class SideTabs;
class TimeBar;
struct Settings;
enum class ActionId;

/// Everything around an open scenario: code and output at the left, the picture in the middle, inspector and
/// events at the right, time below. Panels never open or close by themselves but where the window is too
/// narrow for them.
///
/// Lifetime  All that it is given must outlive it.
class Workspace : public QWidget
{
    Q_OBJECT

public:
    Workspace(Session &session, const Actions &actions, const Appearance &appearance,
              QWidget *parent = nullptr);

    PicturePane &picture() const { return *m_picture; }

    void restore(const Settings &settings);
    void remember(Settings &settings) const;

    /// The keyboard is in the code.
    bool isWriting() const;
    /// Puts the keyboard into the pane that the action names.
    void goTo(ActionId pane);

Q_SIGNALS:
    /// Space was let go in a pane that has no use for it.
    void spaceTapped();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *createLeft();
    QWidget *createCentre(const Actions &actions);
    QWidget *createRight();
    void shareWidth();
    void placeCode(bool asStrip);
    void goToNextPane();

    Session &m_session;
    const Appearance &m_appearance;
    QSplitter *m_main;
    QSplitter *m_left = nullptr;
    QVBoxLayout *m_centre = nullptr;
    SideTabs *m_right = nullptr;
    CodePane *m_code = nullptr;
    OutputPane *m_output = nullptr;
    ConsolePane *m_console = nullptr;
    SideTabs *m_below = nullptr; ///< of the code: output and console
    PicturePane *m_picture = nullptr;
    InspectorPane *m_inspector = nullptr;
    EventsPane *m_events = nullptr;
    TimeBar *m_time;
    bool m_widthsChosen = false; ///< by the person: then they are kept
};

} // namespace tetherscope
