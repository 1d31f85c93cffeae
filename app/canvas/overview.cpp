#include "canvas/overview.h"

#include "canvas/drawblocks.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace tetherscope {

namespace {

constexpr double padding = 6;
constexpr int redrawDelayMs = 150;

} // namespace

Overview::Overview(const Picture &picture, QWidget *parent)
    : QWidget(parent)
    , m_picture(picture)
    , m_theme(lightTheme())
{
    setAccessibleName(tr("Overview"));
    setToolTip(tr("The whole picture; drag to look elsewhere"));
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_OpaquePaintEvent);
    resize(sizeHint());
    hide();
    m_redrawing.setSingleShot(true);
    m_redrawing.setInterval(redrawDelayMs);
    connect(&m_redrawing, &QTimer::timeout, this, &Overview::redraw);
}

QSize Overview::sizeHint() const
{
    return {200, 150};
}

void Overview::setTheme(const Theme &theme)
{
    m_theme = theme;
    redraw();
}

void Overview::pictureChanged()
{
    if (m_bounds != m_picture.bounds)
        redraw();
    else if (!m_redrawing.isActive())
        m_redrawing.start();
}

void Overview::redraw()
{
    m_bounds = m_picture.bounds;
    m_image = QImage();
    update();
}

void Overview::setView(const SceneRect &visible)
{
    if (visible == m_visible)
        return;
    m_visible = visible;
    update();
}

Viewport Overview::viewport() const
{
    Viewport viewport;
    viewport.fitAtMost(m_picture.bounds, QRectF(rect()).adjusted(padding, padding, -padding, -padding), 1);
    return viewport;
}

QImage Overview::drawn() const
{
    const double ratio = devicePixelRatioF();
    const QTransform toDevice = viewport().transform() * QTransform::fromScale(ratio, ratio);
    const VisibleItems all = VisibleItems::all(m_picture);
    const PaintOptions options;
    const Opacities opacities(m_picture, options);
    QImage image = drawBlocks({m_picture, all, m_theme, options, opacities},
                              QRect(QPoint(), (QSizeF(size()) * ratio).toSize()), toDevice);
    image.setDevicePixelRatio(ratio);
    return image;
}

/// Never so small that it is lost, and never outside.
QRectF Overview::viewFrame() const
{
    constexpr double least = 6;
    QRectF frame = viewport().toView(m_visible);
    const QPointF centre = frame.center();
    frame.setSize(frame.size().expandedTo({least, least}));
    frame.moveCenter(centre);
    return frame & QRectF(rect()).adjusted(2, 2, -2, -2);
}

void Overview::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (m_image.isNull() || m_image.devicePixelRatio() != devicePixelRatioF())
        m_image = drawn();
    QPainter painter(this);
    painter.drawImage(QPointF(), m_image);
    painter.setPen(QPen(m_theme.border, 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    QColor veil = m_theme.accent;
    veil.setAlphaF(0.12F);
    painter.setPen(QPen(m_theme.accent, 2));
    painter.setBrush(veil);
    painter.drawRect(viewFrame());
}

void Overview::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT placeChosen(viewport().toScene(event->position()));
}

void Overview::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        Q_EMIT placeChosen(viewport().toScene(event->position()));
}

// What is done here is not done to the picture below.

void Overview::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
}

void Overview::mouseDoubleClickEvent(QMouseEvent *event)
{
    event->accept();
}

} // namespace tetherscope
