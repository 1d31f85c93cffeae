#include "canvas/canvasview.h"

#include "canvas/accessiblecanvas.h"
#include "canvas/describe.h"
#include "canvas/find.h"
#include "canvas/legend.h"
#include "canvas/overview.h"
#include "canvas/ringkeys.h"
#include "canvas/zoomchip.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QStyleHints>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace tetherscope {

namespace {

constexpr double zoomStep = 1.25;
constexpr double wheelZoomBase = 1.0015; ///< to the power of eighths of a degree: one notch is 1.2
constexpr double wheelNotchPx = 60;
constexpr double leastPlanScale = 0.6; ///< a plan that would be smaller is not fitted whole
constexpr double hitTolerancePx = 4;
constexpr int sharpeningDelayMs = 90;     ///< after the last turn of the wheel
constexpr double leastStretched = 10'000; ///< µs; a frame that takes less is drawn at each turn

/// What the wheel wants to move, in pixels.
QPointF wheelDistance(const QWheelEvent &event)
{
    QPointF distance = event.pixelDelta();
    if (distance.isNull())
        distance = QPointF(event.angleDelta()) / 120 * wheelNotchPx;
    return event.modifiers().testFlag(Qt::ShiftModifier) && distance.x() == 0 ? distance.transposed()
                                                                              : distance;
}

} // namespace

CanvasView::CanvasView(QWidget *parent)
    : QWidget(parent)
    , m_theme(lightTheme())
    , m_legend(new Legend(this))
    , m_zoomChip(new ZoomChip(this))
    , m_overview(new Overview(m_stage.picture(), this))
{
    AccessibleCanvas::install();
    setAccessibleName(tr("Picture"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_sharpening.setSingleShot(true);
    m_sharpening.setInterval(sharpeningDelayMs);
    connect(&m_sharpening, &QTimer::timeout, this, qOverload<>(&CanvasView::update));
    connect(&m_stage, &Stage::repaintNeeded, this, &CanvasView::repaintAll);
    connect(&m_stage, &Stage::areasChanged, this, &CanvasView::repaintAreas);
    connect(m_zoomChip, &ZoomChip::zoomInRequested, this, &CanvasView::zoomIn);
    connect(m_zoomChip, &ZoomChip::zoomOutRequested, this, &CanvasView::zoomOut);
    connect(m_overview, &Overview::placeChosen, this, &CanvasView::centreOn);
}

CanvasView::~CanvasView() = default;

void CanvasView::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_legend->setTheme(theme);
    m_zoomChip->setTheme(theme);
    m_overview->setTheme(theme);
    repaintAll();
}

void CanvasView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    update();
}

QSize CanvasView::sizeHint() const
{
    return {904, 651};
}

QSize CanvasView::minimumSizeHint() const
{
    return {320, 150};
}

// The picture.

void CanvasView::setPicture(Picture picture, Change change)
{
    const bool samePlan =
        picture.bounds == this->picture().bounds && picture.seedBounds == this->picture().seedBounds;
    // Around the same seed: the run has gone on, and nothing has moved.
    const bool hasGrown = !picture.seedBounds.empty() && picture.seedBounds == this->picture().seedBounds &&
                          united(picture.bounds, this->picture().bounds) == picture.bounds;
    if (std::exchange(m_options.hovered, {}))
        repaintAll();
    ++m_pictureNumber;
    m_stage.show(std::move(picture), samePlan && isVisible() ? change : Change::Instant);
    if (m_options.ring && !rectOf(this->picture(), m_options.ring))
        setRing({});
    if (!samePlan && !hasGrown) {
        const SceneRect seed = this->picture().seedBounds;
        const SceneRect changed = this->picture().changed;
        m_firstSeen = seed.empty() || changed.empty() ? seed : united(seed, changed);
        fitToPlan();
    } else if (m_fitted) {
        showChange();
    }
    m_legend->setVisible(!this->picture().empty());
    m_overview->pictureChanged();
    if (m_overview->isVisible())
        placeOverview();
    updateOverview();
    notifyAccessible(*this, QAccessible::ObjectReorder);
}

// The view.

QRectF CanvasView::room() const
{
    return QRectF(rect()).adjusted(28, 20, -28, -52);
}

void CanvasView::fitToPlan()
{
    m_fitted = true;
    const bool wholePlan = Viewport::fittingScale(picture().bounds, room().size()) >= leastPlanScale;
    m_viewport.fit(wholePlan || m_firstSeen.empty() ? picture().bounds : m_firstSeen, room());
    viewMoved();
}

void CanvasView::showChange()
{
    constexpr double rounding = 1;
    const QRectF whole = room().adjusted(-rounding, -rounding, rounding, rounding);
    if (picture().changed.empty() || whole.contains(m_viewport.toView(picture().bounds)))
        return;
    if (m_viewport.reveal(picture().changed, room()))
        viewMoved();
}

void CanvasView::viewMoved()
{
    m_zoomChip->setZoom(m_viewport.scale());
    updateOverview();
    update();
    Q_EMIT zoomChanged(m_viewport.scale());
}

SceneRect CanvasView::shownPart() const
{
    const ScenePoint corner = m_viewport.toScene({});
    return {corner.x, corner.y, width() / zoom(), height() / zoom()};
}

void CanvasView::zoomAround(QPointF viewPoint, double factor)
{
    const double whole = Viewport::fittingScale(picture().bounds, room().size());
    m_viewport.zoomAround(viewPoint, factor, std::min(Viewport::smallestScale, whole));
    m_fitted = false;
    if (m_stage.effort(shownPart(), zoom()) > leastStretched)
        m_sharpening.start();
    viewMoved();
}

void CanvasView::zoomIn()
{
    zoomAround(room().center(), zoomStep);
}

void CanvasView::zoomOut()
{
    zoomAround(room().center(), 1 / zoomStep);
}

void CanvasView::zoomToActualSize()
{
    zoomAround(room().center(), 1 / m_viewport.scale());
}

void CanvasView::fit()
{
    m_viewport.fitAtMost(extentOf(picture()), room(), Viewport::largestFit);
    m_fitted = true;
    viewMoved();
}

void CanvasView::fitSelection()
{
    const std::optional<SceneRect> selected = rectOf(picture(), m_options.selected);
    if (!selected)
        return;
    m_viewport.fit(grown(*selected, 60), room());
    m_fitted = false;
    viewMoved();
}

void CanvasView::centreOn(ScenePoint place)
{
    m_viewport.pan(room().center() - m_viewport.toView(place));
    m_fitted = false;
    viewMoved();
}

void CanvasView::reveal(Target target)
{
    const std::optional<SceneRect> rect = rectOf(picture(), target);
    if (rect && m_viewport.reveal(*rect, room()))
        viewMoved();
}

void CanvasView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeOverlays();
    if (m_fitted)
        fitToPlan();
}

// Pointing and selecting.

Target CanvasView::targetUnder(QPointF viewPoint) const
{
    return targetAt(picture(), m_viewport.toScene(viewPoint), hitTolerancePx / m_viewport.scale());
}

void CanvasView::setSelection(Target target)
{
    repaintTarget(std::exchange(m_options.selected, target));
    repaintTarget(target);
    notifyAccessible(*this, QAccessible::Selection);
}

void CanvasView::setFound(const std::vector<Target> &found)
{
    if (found == m_options.found)
        return;
    m_options.found = found;
    repaintAll();
}

void CanvasView::select(Target target)
{
    if (target == m_options.selected)
        return;
    setSelection(target);
    Q_EMIT selectionChanged(target);
}

void CanvasView::activate(Target target)
{
    select(target);
    Q_EMIT activated(target);
}

void CanvasView::hover(Target target)
{
    if (target == m_options.hovered)
        return;
    m_options.hovered = target;
    updateCursor();
    repaintAll();
}

void CanvasView::updateCursor()
{
    if (m_hand.moving() || m_hand.spaceHeld())
        setCursor(m_hand.moving() ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
    else
        setCursor(m_options.hovered ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void CanvasView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return event->ignore();
    setRing({}); // a click never gives the ring
    m_hand.press(event->position(), event->button() == Qt::MiddleButton);
    if (const Target card = cardAt(picture(), m_viewport.toScene(event->position()))) {
        const SceneRect rect = *rectOf(picture(), card);
        m_hand.grip(card, {rect.x, rect.y});
    }
    hover({});
    updateCursor();
}

void CanvasView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_hand.pressed())
        return hover(targetUnder(event->position()));
    const QPointF distance = m_hand.move(event->position(), QApplication::startDragDistance());
    if (distance.isNull())
        return;
    moveByHand(distance);
    updateCursor();
}

void CanvasView::moveByHand(QPointF distance)
{
    if (m_hand.card()) {
        m_hand.carry(distance / zoom());
        Q_EMIT cardCarried(m_hand.card(), m_hand.corner());
        return;
    }
    m_viewport.pan(distance);
    m_fitted = false;
    viewMoved();
}

void CanvasView::mouseReleaseEvent(QMouseEvent *event)
{
    const Target carried = m_hand.moving() ? m_hand.card() : Target::nothing();
    if (m_hand.release())
        select(targetUnder(event->position()));
    if (carried)
        Q_EMIT cardPutDown(carried, m_hand.corner());
    hover(targetUnder(event->position()));
    updateCursor();
}

void CanvasView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const Target target = targetUnder(event->position()); target && event->button() == Qt::LeftButton)
        Q_EMIT activated(target);
}

void CanvasView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        const double turned =
            event->angleDelta().y() != 0 ? event->angleDelta().y() : event->pixelDelta().y();
        zoomAround(event->position(), std::pow(wheelZoomBase, turned));
    } else {
        m_viewport.pan(wheelDistance(*event));
        m_fitted = false;
        viewMoved();
    }
    event->accept();
}

void CanvasView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    hover({});
}

void CanvasView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const Target target =
        byKey ? (m_options.ring ? m_options.ring : m_options.selected) : targetUnder(event->pos());
    if (!target)
        return event->ignore();
    QPoint place = event->globalPos();
    if (const std::optional<SceneRect> rect = rectOf(picture(), target); byKey && rect)
        place = mapToGlobal(m_viewport.toView(*rect).center().toPoint());
    Q_EMIT contextMenuRequested(target, place);
}

void CanvasView::showTip(const QHelpEvent &event)
{
    const Target target = targetUnder(event.pos());
    if (!target)
        return QToolTip::hideText();
    const SceneRect rect = *rectOf(picture(), target);
    QToolTip::showText(event.globalPos(), tipOf(picture(), target, m_viewport.toScene(event.pos())), this,
                       m_viewport.toView(rect).toAlignedRect());
}

// Keys.

void CanvasView::setRing(Target target)
{
    if (target == m_options.ring)
        return;
    repaintTarget(std::exchange(m_options.ring, target));
    repaintTarget(target);
    if (target)
        reveal(target);
    notifyAccessible(*this, QAccessible::Focus);
}

bool CanvasView::handleRingKey(const QKeyEvent &event)
{
    const RingKey key = ringKeyOf(event);
    switch (key) {
    case RingKey::None:
        return false;
    case RingKey::Activate:
        activate(m_options.ring);
        return true;
    case RingKey::Leave:
        setRing({});
        return true;
    default:
        if (const Target next = ringTarget(picture(), m_options.ring, key))
            setRing(next);
        return true;
    }
}

bool CanvasView::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride: {
        // Where a key means something here it must not be a shortcut of the window.
        const QKeyEvent &key = static_cast<QKeyEvent &>(*event);
        if (key.key() == Qt::Key_Space || (m_options.ring && ringKeyOf(key) != RingKey::None))
            event->accept();
        break;
    }
    case QEvent::ToolTip:
        showTip(static_cast<QHelpEvent &>(*event));
        return true;
    case QEvent::NativeGesture: {
        const QNativeGestureEvent &gesture = static_cast<QNativeGestureEvent &>(*event);
        if (gesture.gestureType() != Qt::ZoomNativeGesture)
            break;
        zoomAround(gesture.position(), 1 + gesture.value());
        return true;
    }
    default:
        break;
    }
    return QWidget::event(event);
}

void CanvasView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        m_hand.holdSpace();
        return updateCursor();
    }
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier)
        return askForMenu(*event);
    if (!m_options.ring || !handleRingKey(*event))
        event->ignore(); // arrows are time then
}

/// As the menu key does, which not every keyboard has.
void CanvasView::askForMenu(QKeyEvent &event)
{
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, rect().center(), mapToGlobal(rect().center()));
    contextMenuEvent(&asked);
    event.setAccepted(asked.isAccepted());
}

void CanvasView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space)
        return event->ignore();
    if (event->isAutoRepeat() || !m_hand.spaceHeld())
        return;
    const bool tapped = m_hand.releaseSpace();
    updateCursor();
    if (tapped)
        Q_EMIT spaceTapped();
}

void CanvasView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason)
        setRing(neighbourInReadingOrder(picture(), {}, 1));
    else if (event->reason() == Qt::BacktabFocusReason)
        setRing(neighbourInReadingOrder(picture(), {}, -1));
}

void CanvasView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_hand.forgetSpace();
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        setRing({});
    updateCursor();
}

bool CanvasView::focusNextPrevChild(bool next)
{
    const Target target = neighbourInReadingOrder(picture(), m_options.ring, next ? 1 : -1);
    if (!target) {
        setRing({});
        return QWidget::focusNextPrevChild(next);
    }
    setRing(target);
    return true;
}

} // namespace tetherscope
