#include "workspace.h"

#include "base/actions.h"
#include "base/appearance.h"
#include "base/settings.h"
#include "canvas/canvasview.h"
#include "code/codepane.h"
#include "code/codeview.h"
#include "console/consolepane.h"
#include "inspector/inspectorpane.h"
#include "panes/eventspane.h"
#include "panes/hairsplitter.h"
#include "panes/outputpane.h"
#include "panes/picturepane.h"
#include "panes/quietlist.h"
#include "panes/sidetabs.h"
#include "timeline/ruler.h"
#include "timeline/timebar.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace tetherscope {

namespace {

/// The narrowest windows that have room for the side at the right, and for the code beside the picture.
constexpr int narrowestWithSide = 1280;
constexpr int narrowestWithCode = 900;
constexpr int narrowestStacked = 1600;
constexpr int narrowestCanvas = 560;

/// How wide a panel is in windows of 1280, 1600 and 1920 pixels; in between in proportion.
struct PanelWidths
{
    int at1280;
    int at1600;
    int at1920;

    int in(int window) const
    {
        if (window <= 1600)
            return at1280 + (at1600 - at1280) * std::clamp(window - 1280, 0, 320) / 320;
        return at1600 + (at1920 - at1600) * std::min(window - 1600, 320) / 320;
    }
};
constexpr PanelWidths leftWidths{328, 392, 448};
constexpr PanelWidths rightWidths{272, 304, 344};

} // namespace

Workspace::Workspace(Session &session, const Actions &actions, const Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_appearance(appearance)
    , m_main(new HairSplitter(Qt::Horizontal, appearance, this))
    , m_time(new TimeBar(session, actions, appearance, this))
{
    m_main->addWidget(createLeft());
    m_main->addWidget(createCentre(actions));
    m_main->addWidget(createRight());
    m_main->setStretchFactor(0, 0);
    m_main->setStretchFactor(1, 1);
    m_main->setStretchFactor(2, 0);
    connect(m_main, &QSplitter::splitterMoved, this, [this] { m_widthsChosen = true; });
    QVBoxLayout *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_main, 1);
    column->addWidget(m_time);
    for (QWidget *const pane : {m_events->focusProxy(), m_inspector->focusProxy(),
                                static_cast<QWidget *>(&m_time->ruler()), m_output->focusProxy()})
        pane->installEventFilter(this);
    connect(&m_picture->canvas(), &CanvasView::activated, this, [this] { goTo(ActionId::GoToInspector); });
}

QWidget *Workspace::createLeft()
{
    m_left = new HairSplitter(Qt::Vertical, m_appearance, m_main);
    m_code = new CodePane(m_session, m_appearance, m_left);
    m_output = new OutputPane(m_session, m_appearance, m_left);
    m_console = new ConsolePane(m_session, m_appearance, m_left);
    m_below = new SideTabs({tr("Output"), m_output}, {tr("Console"), m_console}, m_appearance, m_left);
    m_below->setMode(SideTabs::Mode::Tabs);
    m_below->raisePane(m_output);
    m_left->addWidget(m_code);
    m_left->addWidget(m_below);
    m_left->setStretchFactor(0, 1);
    m_left->setStretchFactor(1, 0);
    return m_left;
}

QWidget *Workspace::createCentre(const Actions &actions)
{
    QWidget *const centre = new QWidget(m_main);
    centre->setMinimumWidth(narrowestCanvas);
    m_picture = new PicturePane(m_session, actions, m_appearance, centre);
    m_centre = new QVBoxLayout(centre);
    m_centre->setContentsMargins(0, 0, 0, 0);
    m_centre->setSpacing(0);
    m_centre->addWidget(m_picture, 1);
    return centre;
}

QWidget *Workspace::createRight()
{
    m_inspector = new InspectorPane(m_session, m_appearance, m_main);
    m_events = new EventsPane(m_session, m_appearance, m_main);
    m_right = new SideTabs({tr("Inspector"), m_inspector}, {tr("Events"), m_events}, m_appearance, m_main);
    return m_right;
}

void Workspace::restore(const Settings &settings)
{
    m_widthsChosen = !settings.mainSplit.isEmpty() && m_main->restoreState(settings.mainSplit);
    m_left->restoreState(settings.leftSplit);
    m_right->splitter().restoreState(settings.rightSplit);
}

void Workspace::remember(Settings &settings) const
{
    if (!m_widthsChosen)
        return;
    settings.mainSplit = m_main->saveState();
    settings.leftSplit = m_left->saveState();
    settings.rightSplit = m_right->splitter().saveState();
}

void Workspace::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    shareWidth();
}

void Workspace::shareWidth()
{
    m_right->setVisible(width() >= narrowestWithSide);
    m_right->setMode(width() >= narrowestStacked ? SideTabs::Mode::Stacked : SideTabs::Mode::Tabs);
    placeCode(width() < narrowestWithCode);
    if (m_widthsChosen)
        return;
    const int left = leftWidths.in(width());
    const int right = rightWidths.in(width());
    m_main->setSizes({left, width() - left - right - 2, right});
    const int output = width() >= 1920 ? 144 : 104;
    m_left->setSizes({m_left->height() - output - 1, output});
}

void Workspace::placeCode(bool asStrip)
{
    const bool isStrip = m_code->parentWidget() != m_left;
    m_left->setVisible(!asStrip);
    if (asStrip == isStrip)
        return;
    m_code->setForm(asStrip ? CodePane::Form::Strip : CodePane::Form::Full);
    if (asStrip)
        m_centre->insertWidget(0, m_code);
    else
        m_left->insertWidget(0, m_code);
    m_code->show();
}

bool Workspace::isWriting() const
{
    return m_code->view().hasFocus() || m_console->focusProxy()->hasFocus();
}

void Workspace::goTo(ActionId pane)
{
    switch (pane) {
    case ActionId::GoToCode:
        return m_code->setFocus(Qt::ShortcutFocusReason);
    case ActionId::GoToEvents:
        m_right->raisePane(m_events);
        return m_events->setFocus(Qt::ShortcutFocusReason);
    case ActionId::GoToInspector:
        m_right->raisePane(m_inspector);
        return m_inspector->setFocus(Qt::ShortcutFocusReason);
    case ActionId::GoToConsole:
        m_below->raisePane(m_console);
        return m_console->setFocus(Qt::ShortcutFocusReason);
    case ActionId::NextPane:
        return goToNextPane();
    default:
        return m_picture->setFocus(Qt::ShortcutFocusReason);
    }
}

void Workspace::goToNextPane()
{
    using enum ActionId;
    const std::array<std::pair<QWidget *, ActionId>, 5> panes{{{m_picture, GoToCanvas},
                                                               {m_code, GoToCode},
                                                               {m_events, GoToEvents},
                                                               {m_inspector, GoToInspector},
                                                               {m_console, GoToConsole}}};
    const QWidget *const focus = focusWidget();
    const auto here = std::find_if(panes.begin(), panes.end(), [focus](const auto &pane) {
        return focus && (pane.first == focus || pane.first->isAncestorOf(focus));
    });
    const std::size_t next = here == panes.end() ? 0 : static_cast<std::size_t>(here - panes.begin() + 1);
    goTo(panes[next % panes.size()].second);
}

void Workspace::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        goTo(ActionId::GoToCanvas);
    else
        QWidget::keyPressEvent(event);
}

bool Workspace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease) {
        const QKeyEvent &key = static_cast<const QKeyEvent &>(*event);
        if (key.key() == Qt::Key_Space && key.modifiers() == Qt::NoModifier) {
            if (event->type() == QEvent::KeyRelease && !key.isAutoRepeat())
                Q_EMIT spaceTapped();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tetherscope
