#include "canvas/canvasview.h"
#include "canvas/find.h"
#include "canvas/ink.h"
#include "canvas/legend.h"
#include "canvas/overview.h"
#include "canvas/zoomchip.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cstddef>

// How the canvas gets onto the screen: what of it is painted when, and what lies over it.

namespace tetherscope {

void CanvasView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    if (picture().empty() && !m_emptyText.isEmpty()) {
        painter.fillRect(event->rect(), m_theme.canvas);
        painter.setFont(m_theme.fonts.body);
        painter.setPen(m_theme.secondary);
        painter.drawText(rect().adjusted(0, 0, 0, -height() / 3), Qt::AlignCenter | Qt::TextWordWrap,
                         m_emptyText);
        return;
    }
    if (m_sharpening.isActive()) {
        painter.fillRect(event->rect(), m_theme.canvas);
        m_frame.paintStretched(painter, m_viewport);
        return;
    }
    m_frame.setSize(size(), devicePixelRatioF());
    m_frame.setView(m_viewport);
    m_frame.refresh([this](QPainter &into, const QRect &area) {
        m_stage.paint(into, area, m_frame.devicePixelRatio(), m_theme, m_options);
    });
    painter.drawImage(QPointF(), m_frame.image());
}

void CanvasView::repaintAll()
{
    m_frame.invalidate();
    update();
}

void CanvasView::repaintAreas(const std::vector<SceneRect> &areas)
{
    constexpr int softEdge = 4; // px: marks and lines that do not become smaller with the picture
    const QTransform toDevice = m_frame.toDevice();
    std::vector<QRect> rects;
    rects.reserve(areas.size());
    for (const SceneRect &area : areas) {
        const QRect device = toDevice.mapRect(toQRectF(area)).toAlignedRect();
        rects.push_back(device.adjusted(-softEdge, -softEdge, softEdge, softEdge));
    }
    const double ratio = m_frame.devicePixelRatio();
    for (const QRect &rect : m_frame.invalidate(rects))
        update(QRectF(QPointF(rect.topLeft()) / ratio, QSizeF(rect.size()) / ratio).toAlignedRect());
}

void CanvasView::repaintTarget(Target target)
{
    if (const std::optional<SceneRect> rect = rectOf(picture(), target))
        repaintAreas({grown(*rect, haloReach)});
}

void CanvasView::placeOverlays()
{
    constexpr int margin = 16;
    const QSize chip = m_zoomChip->size();
    m_zoomChip->move(width() - chip.width() - margin, height() - chip.height() - margin);
    const int legendRoom = m_zoomChip->x() - 2 * margin - margin / 2;
    m_legend->setGeometry(margin + margin / 2, height() - chip.height() - margin,
                          qMax(0, qMin(legendRoom, m_legend->sizeHint().width())), chip.height());
    placeOverview();
    updateOverview();
}

/// In a corner where it covers nothing that is drawn: its own if it can stay, else the first; at the upper
/// right if there is none.
void CanvasView::placeOverview()
{
    constexpr int margin = 16;
    const int right = width() - m_overview->width() - margin;
    const int bottom = m_zoomChip->y() - m_overview->height() - margin;
    const std::array<QPoint, 4> corners{QPoint(right, margin), QPoint(right, bottom), QPoint(margin, bottom),
                                        QPoint(margin, margin)};
    const auto fits = [this](QPoint corner) {
        constexpr int clearance = 8;
        const QRectF frame =
            QRectF(corner, m_overview->size()).adjusted(-clearance, -clearance, clearance, clearance);
        const ScenePoint from = m_viewport.toScene(frame.topLeft());
        return isFree(picture(), {from.x, from.y, frame.width() / zoom(), frame.height() / zoom()});
    };
    const bool inCorner = std::find(corners.begin(), corners.end(), m_overview->pos()) != corners.end();
    if (m_overview->isVisible() && inCorner && fits(m_overview->pos()))
        return;
    const auto free = std::find_if(corners.begin(), corners.end(), fits);
    m_overview->move(free == corners.end() ? corners.front() : *free);
}

/// Shown where something that is drawn is out of sight, unless it would hide too much itself.
void CanvasView::updateOverview()
{
    constexpr int least = 3; // times its own size
    const bool roomy = width() >= least * m_overview->width() && height() >= least * m_overview->height();
    const bool outgrown =
        !QRectF(rect()).contains(m_viewport.toView(picture().bounds)) && !liesWithin(picture(), shownPart());
    const bool shown = roomy && outgrown && !picture().empty();
    if (shown && !m_overview->isVisible())
        placeOverview(); // and there it stays while the picture is moved
    m_overview->setView(shownPart());
    m_overview->setVisible(shown);
}

} // namespace tetherscope
