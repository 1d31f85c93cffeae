#include "panes/picturepane.h"

#include "analysis/mark.h"
#include "base/actions.h"
#include "base/appearance.h"
#include "canvas/canvasview.h"
#include "canvas/compose.h"
#include "panes/findbar.h"
#include "panes/picturemenu.h"
#include "panes/sentenceblock.h"
#include "session/seenmoment.h"
#include "session/session.h"

#include <QMenu>
#include <QVBoxLayout>

#include <utility>

namespace tetherscope {

namespace {

/// Faster than this a change is shown at once: its animation would not be over before the next.
constexpr double fastestAnimatedPlay = 2;

} // namespace

PicturePane::PicturePane(Session &session, const Actions &actions, const Appearance &appearance,
                         QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_actions(actions)
    , m_appearance(appearance)
    , m_sentence(new SentenceBlock(session, appearance, this))
    , m_canvas(new CanvasView(this))
    , m_findBar(new FindBar(session, appearance, m_canvas))
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
    connect(&appearance, &Appearance::motionChanged, this, &PicturePane::applyMotion);
    connectView(actions);
    connectHands();
    connectFolds(actions);
    applyMotion();
    applyTheme();
}

void PicturePane::connectView(const Actions &actions)
{
    connect(actions[ActionId::FitAll], &QAction::triggered, m_canvas, &CanvasView::fit);
    connect(actions[ActionId::FitSelection], &QAction::triggered, m_canvas, &CanvasView::fitSelection);
    connect(actions[ActionId::ZoomIn], &QAction::triggered, m_canvas, &CanvasView::zoomIn);
    connect(actions[ActionId::ZoomOut], &QAction::triggered, m_canvas, &CanvasView::zoomOut);
    connect(actions[ActionId::ActualSize], &QAction::triggered, m_canvas, &CanvasView::zoomToActualSize);
    connect(actions[ActionId::FindThing], &QAction::triggered, m_findBar, &FindBar::open);
    connect(actions[ActionId::FindNext], &QAction::triggered, m_findBar, &FindBar::next);
    connect(actions[ActionId::FindPrevious], &QAction::triggered, m_findBar, &FindBar::previous);
    connect(actions[ActionId::UndoMove], &QAction::triggered, &m_session.placing(), &Placing::undo);
    connect(actions[ActionId::RedoMove], &QAction::triggered, &m_session.placing(), &Placing::redo);
    connect(m_canvas, &CanvasView::spaceTapped, actions[ActionId::PlayPause], &QAction::trigger);
    connect(m_canvas, &CanvasView::selectionChanged, &m_session.selection(), &Selection::select);
    connect(&m_session.selection(), &Selection::changed, m_canvas, &CanvasView::setSelection);
}

void PicturePane::connectHands()
{
    Placing &placing = m_session.placing();
    connect(m_canvas, &CanvasView::cardCarried, this, [this](Target card, ScenePoint corner) {
        Places places = m_session.placing().places();
        places.put(card, corner);
        showPlaced(places);
    });
    connect(m_canvas, &CanvasView::cardPutDown, &placing, &Placing::move);
    connect(&placing, &Placing::changed, this, [this] { showPlaced(m_session.placing().places()); });
    connect(m_canvas, &CanvasView::contextMenuRequested, this, &PicturePane::showMenu);
    connect(m_findBar, &FindBar::foundChanged, m_canvas, &CanvasView::setFound);
    connect(m_findBar, &FindBar::chosen, m_canvas, &CanvasView::reveal);
    connect(m_findBar, &FindBar::closed, m_canvas, qOverload<>(&QWidget::setFocus));
}

/// Itself, or what the selected name holds.
ObjectId PicturePane::selectedObject() const
{
    const Target target = m_session.selection().target();
    return target.name() ? m_session.moment().now().binding(target.name()).object : target.object();
}

void PicturePane::connectFolds(const Actions &actions)
{
    Folds &folds = m_session.folds();
    const auto onObject = [this, &actions](ActionId id, auto call) {
        connect(actions[id], &QAction::triggered, this, [this, call] {
            if (const ObjectId object = selectedObject())
                call(object);
        });
    };
    onObject(ActionId::FoldObject, [&folds](ObjectId object) { folds.toggle(object); });
    onObject(ActionId::FoldType, [this, &folds](ObjectId object) {
        folds.toggle(m_session.timeline().lexicon().object(object).type);
    });
    onObject(ActionId::Neighbourhood, [&folds](ObjectId object) { folds.focusOn(object); });
    connect(actions[ActionId::NarrowNeighbourhood], &QAction::triggered, &folds, &Folds::narrow);
    connect(actions[ActionId::UnfoldAll], &QAction::triggered, &folds, &Folds::unfoldAll);
    QAction *const plainNames = actions[ActionId::FoldPlainNames];
    connect(plainNames, &QAction::toggled, &folds, &Folds::setPlainNamesFolded);
    const auto show = [&folds, plainNames] { plainNames->setChecked(folds.folding().plainNames); };
    connect(&folds, &Folds::changed, plainNames, show);
    connect(&m_session, &Session::documentChanged, plainNames, show);
    connect(&folds, &Folds::changed, this, &PicturePane::showMoment);
}

void PicturePane::showPlaced(const Places &places)
{
    m_canvas->setPicture(movedTo(places, m_planned), CanvasView::Change::Instant);
}

void PicturePane::showMenu(Target target, const QPoint &globalPosition)
{
    m_session.selection().select(target);
    QMenu *const menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("picture-menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillPictureMenu(*menu, target, m_session, *m_canvas);
    if (selectedObject()) {
        menu->addSeparator();
        menu->addActions({m_actions[ActionId::FoldObject], m_actions[ActionId::FoldType],
                          m_actions[ActionId::Neighbourhood]});
    }
    menu->addSeparator();
    QAction *const follow = menu->addAction(tr("Follo&w"));
    follow->setObjectName(QStringLiteral("follow"));
    follow->setCheckable(true);
    follow->setChecked(m_followed == target);
    connect(follow, &QAction::toggled, this,
            [this, target](bool on) { m_followed = on ? target : Target::nothing(); });
    menu->popup(globalPosition);
}

SeenMoment PicturePane::seen() const
{
    PaintOptions marks;
    marks.selected = m_canvas->selection();
    return {m_session.document(),
            m_session.player().position(),
            m_appearance.theme().dark,
            m_canvas->size(),
            m_canvas->shownPart(),
            marks,
            m_session.folds().folding(),
            [places = m_session.placing().places()](Picture picture) {
                return movedTo(places, std::move(picture));
            }};
}

void PicturePane::applyMotion()
{
    m_canvas->setAnimationDuration(m_appearance.lessMotion() ? 0 : Transition::usualMs);
}

void PicturePane::applyTheme()
{
    m_canvas->setTheme(m_appearance.theme());
}

void PicturePane::showDocument()
{
    m_shownStep = UINT32_MAX - 1;
    m_followed = {};
}

void PicturePane::showMoment()
{
    const Moment &moment = m_session.moment();
    const std::uint32_t step = moment.position().step;
    const bool neighbour = step + 1 >= m_shownStep && step <= m_shownStep + 1;
    const bool slow =
        !m_session.player().isPlaying() || m_session.player().stepsPerSecond() <= fastestAnimatedPlay;
    m_shownStep = step;
    m_planned = composePicture(moment, marksAt(moment), *m_session.document().plan, m_measure,
                               m_session.folds().folding());
    m_canvas->setPicture(movedTo(m_session.placing().places(), m_planned),
                         neighbour && slow ? CanvasView::Change::Animated : CanvasView::Change::Instant);
    if (m_followed)
        m_canvas->reveal(m_followed);
}

} // namespace tetherscope
