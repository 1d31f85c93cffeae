#include "canvas/canvasview.h"

#include "canvas/accessiblecanvas.h"
#include "canvas/describe.h"
#include "canvas/find.h"
#include "canvas/legend.h"
#include "canvas/ringkeys.h"
#include "canvas/zoomchip.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QStyleHints>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>
#include <utility>

namespace tetherscope {

namespace {

constexpr double zoomStep = 1.25;
constexpr double wheelZoomBase = 1.0015; ///< to the power of eighths of a degree: one notch is 1.2
constexpr double wheelNotchPx = 60;
constexpr double leastPlanScale = 0.6; ///< a plan that would be smaller is not fitted whole
constexpr double hitTolerancePx = 4;

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
{
    AccessibleCanvas::install();
    setAccessibleName(tr("Picture"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&m_stage, &Stage::repaintNeeded, this, qOverload<>(&CanvasView::update));
    connect(m_zoomChip, &ZoomChip::zoomInRequested, this, &CanvasView::zoomIn);
    connect(m_zoomChip, &ZoomChip::zoomOutRequested, this, &CanvasView::zoomOut);
}

CanvasView::~CanvasView() = default;

void CanvasView::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_legend->setTheme(theme);
    m_zoomChip->setTheme(theme);
    update();
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
    return {320, 240};
}

// The picture.

void CanvasView::setPicture(Picture picture, Change change)
{
    const bool samePlan =
        picture.bounds == this->picture().bounds && picture.seedBounds == this->picture().seedBounds;
    // Around the same seed: the run has gone on, and nothing has moved.
    const bool hasGrown = !picture.seedBounds.empty() && picture.seedBounds == this->picture().seedBounds &&
                          united(picture.bounds, this->picture().bounds) == picture.bounds;
    m_options.hovered = {};
    m_stage.show(std::move(picture), samePlan && isVisible() ? change : Change::Instant);
    if (m_options.ring && !rectOf(this->picture(), m_options.ring))
        setRing({});
    if (!samePlan && !hasGrown)
        fitToPlan();
    else if (m_fitted)
        showChange();
    m_legend->setVisible(!this->picture().empty());
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
    m_viewport.fit(wholePlan || picture().seedBounds.empty() ? picture().bounds : picture().seedBounds,
                   room());
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
    update();
    Q_EMIT zoomChanged(m_viewport.scale());
}

void CanvasView::zoomAround(QPointF viewPoint, double factor)
{
    m_viewport.zoomAround(viewPoint, factor);
    m_fitted = false;
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
    m_viewport.fit(picture().bounds, room());
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

void CanvasView::reveal(Target target)
{
    const std::optional<SceneRect> rect = rectOf(picture(), target);
    if (rect && m_viewport.reveal(*rect, room()))
        viewMoved();
}

void CanvasView::placeOverlays()
{
    constexpr int margin = 16;
    const QSize chip = m_zoomChip->size();
    m_zoomChip->move(width() - chip.width() - margin, height() - chip.height() - margin);
    const int legendRoom = m_zoomChip->x() - 2 * margin - margin / 2;
    m_legend->setGeometry(margin + margin / 2, height() - chip.height() - margin,
                          qMax(0, qMin(legendRoom, m_legend->sizeHint().width())), chip.height());
}

void CanvasView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeOverlays();
    if (m_fitted)
        fitToPlan();
}

void CanvasView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.canvas);
    if (picture().empty() && !m_emptyText.isEmpty()) {
        painter.setFont(m_theme.fonts.body);
        painter.setPen(m_theme.secondary);
        painter.drawText(rect().adjusted(0, 0, 0, -height() / 3), Qt::AlignCenter | Qt::TextWordWrap,
                         m_emptyText);
        return;
    }
    painter.setTransform(m_viewport.transform(), true);
    PaintOptions options = m_options;
    const QRectF dirty(event->rect());
    const ScenePoint corner = m_viewport.toScene(dirty.topLeft());
    options.visible = {corner.x, corner.y, dirty.width() / zoom(), dirty.height() / zoom()};
    m_stage.paint(painter, m_theme, options);
}

// Pointing and selecting.

Target CanvasView::targetUnder(QPointF viewPoint) const
{
    return targetAt(picture(), m_viewport.toScene(viewPoint), hitTolerancePx / m_viewport.scale());
}

void CanvasView::setSelection(Target target)
{
    m_options.selected = target;
    update();
}

void CanvasView::select(Target target)
{
    if (target == m_options.selected)
        return;
    setSelection(target);
    Q_EMIT selectionChanged(target);
}

void CanvasView::hover(Target target)
{
    if (target == m_options.hovered)
        return;
    m_options.hovered = target;
    updateCursor();
    update();
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
    m_viewport.pan(distance);
    m_fitted = false;
    updateCursor();
    viewMoved();
}

void CanvasView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_hand.release())
        select(targetUnder(event->position()));
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
    QToolTip::showText(event.globalPos(), tipOf(picture(), target), this,
                       m_viewport.toView(rect).toAlignedRect());
}

// Keys.

void CanvasView::setRing(Target target)
{
    if (target == m_options.ring)
        return;
    m_options.ring = target;
    if (target)
        reveal(target);
    if (QAccessible::isActive()) {
        QAccessibleEvent focusMoved(this, QAccessible::Focus);
        QAccessible::updateAccessibility(&focusMoved);
    }
    update();
}

bool CanvasView::handleRingKey(const QKeyEvent &event)
{
    const RingKey key = ringKeyOf(event);
    switch (key) {
    case RingKey::None:
        return false;
    case RingKey::Activate:
        select(m_options.ring);
        Q_EMIT activated(m_options.ring);
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
    if (!m_options.ring || !handleRingKey(*event))
        event->ignore(); // arrows are time then
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
    const std::vector<Target> order = readingOrder(picture());
    if (order.empty())
        return;
    if (event->reason() == Qt::TabFocusReason)
        setRing(order.front());
    else if (event->reason() == Qt::BacktabFocusReason)
        setRing(order.back());
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
