#include "panes/picturepane.h"

#include "analysis/mark.h"
#include "base/actions.h"
#include "base/appearance.h"
#include "canvas/canvasview.h"
#include "canvas/compose.h"
#include "panes/sentenceblock.h"
#include "session/session.h"

#include <QVBoxLayout>

namespace tetherscope {

namespace {

/// Faster than this a change is shown at once: its animation would not be over before the next.
constexpr double fastestAnimatedPlay = 2;

} // namespace

PicturePane::PicturePane(Session &session, const Actions &actions, const Appearance &appearance,
                         QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_appearance(appearance)
    , m_sentence(new SentenceBlock(session, appearance, this))
    , m_canvas(new CanvasView(this))
{
    m_canvas->setObjectName(QStringLiteral("canvas"));
    m_canvas->setEmptyText(tr("Nothing exists yet. → takes the first step."));
    setFocusProxy(m_canvas);
    QVBoxLayout *const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_sentence);
    column->addWidget(m_canvas, 1);
    connect(&session, &Session::documentChanged, this, &PicturePane::showDocument);
    connect(&session, &Session::momentChanged, this, &PicturePane::showMoment);
    connect(&session, &Session::planChanged, this, &PicturePane::showMoment);
    connect(&appearance, &Appearance::changed, this, &PicturePane::applyTheme);
    connectView(actions);
    applyTheme();
}

void PicturePane::connectView(const Actions &actions)
{
    connect(actions[ActionId::FitAll], &QAction::triggered, m_canvas, &CanvasView::fit);
    connect(actions[ActionId::FitSelection], &QAction::triggered, m_canvas, &CanvasView::fitSelection);
    connect(actions[ActionId::ZoomIn], &QAction::triggered, m_canvas, &CanvasView::zoomIn);
    connect(actions[ActionId::ZoomOut], &QAction::triggered, m_canvas, &CanvasView::zoomOut);
    connect(actions[ActionId::ActualSize], &QAction::triggered, m_canvas, &CanvasView::zoomToActualSize);
    connect(m_canvas, &CanvasView::spaceTapped, actions[ActionId::PlayPause], &QAction::trigger);
    connect(m_canvas, &CanvasView::selectionChanged, &m_session.selection(), &Selection::select);
    connect(&m_session.selection(), &Selection::changed, m_canvas, &CanvasView::setSelection);
}

void PicturePane::applyTheme()
{
    m_canvas->setTheme(m_appearance.theme());
}

void PicturePane::showDocument()
{
    m_shownStep = UINT32_MAX - 1;
}

void PicturePane::showMoment()
{
    const Moment &moment = m_session.moment();
    const std::uint32_t step = moment.position().step;
    const bool neighbour = step + 1 >= m_shownStep && step <= m_shownStep + 1;
    const bool slow =
        !m_session.player().isPlaying() || m_session.player().stepsPerSecond() <= fastestAnimatedPlay;
    m_shownStep = step;
    m_canvas->setPicture(composePicture(moment, marksAt(moment), *m_session.document().plan, m_measure),
                         neighbour && slow ? CanvasView::Change::Animated : CanvasView::Change::Instant);
}

} // namespace tetherscope
