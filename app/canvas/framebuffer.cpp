#include "canvas/framebuffer.h"

#include <QRegion>

#include <cmath>
#include <cstring>
#include <functional>
#include <numeric>
#include <utility>

namespace tetherscope {

void FrameBuffer::setSize(QSize size, double devicePixelRatio)
{
    const QSize device(static_cast<int>(std::ceil(size.width() * devicePixelRatio)),
                       static_cast<int>(std::ceil(size.height() * devicePixelRatio)));
    if (m_image.size() == device && m_ratio == devicePixelRatio)
        return;
    m_ratio = devicePixelRatio;
    m_image = QImage(device, QImage::Format_RGB32);
    m_image.setDevicePixelRatio(devicePixelRatio);
    invalidate();
}

FrameBuffer::View FrameBuffer::viewOf(const Viewport &viewport) const
{
    const QPointF origin = viewport.toView(ScenePoint{}) * m_ratio;
    return {viewport.scale(), origin.toPoint()};
}

void FrameBuffer::setView(const Viewport &viewport)
{
    const View view = viewOf(viewport);
    if (view.scale == m_view.scale)
        scroll(view.shift - m_view.shift);
    else
        invalidate();
    m_view = view;
}

void FrameBuffer::invalidate()
{
    m_stale = {m_image.rect()};
}

const std::vector<QRect> &FrameBuffer::invalidate(const std::vector<QRect> &areas)
{
    for (const QRect &area : areas)
        addStale(area);
    mergeStale();
    return m_stale;
}

void FrameBuffer::addStale(const QRect &area)
{
    if (const QRect within = area & m_image.rect(); !within.isEmpty())
        m_stale.push_back(within);
}

void FrameBuffer::mergeStale()
{
    constexpr double worth = 1.2; // of both areas
    constexpr std::size_t many = 200;
    const auto size = [](const QRect &rect) { return double(rect.width()) * rect.height(); };
    if (m_stale.size() > many)
        m_stale = {std::accumulate(m_stale.begin(), m_stale.end(), QRect(), std::bit_or<>())};
    std::vector<QRect> merged;
    for (QRect area : m_stale) {
        for (auto other = merged.begin(); other != merged.end();) {
            const QRect both = area | *other;
            if (size(both) > worth * (size(area) + size(*other))) {
                ++other;
                continue;
            }
            area = both; // which may be worth joining to what was passed by
            merged.erase(other);
            other = merged.begin();
        }
        merged.push_back(area);
    }
    m_stale = std::move(merged);
}

/// What was outside before is stale now.
void FrameBuffer::scroll(QPoint distance)
{
    const QRect kept = m_image.rect() & m_image.rect().translated(distance);
    if (distance.isNull())
        return;
    if (kept.isEmpty())
        return invalidate();
    constexpr qsizetype pixel = sizeof(QRgb);
    const bool down = distance.y() > 0; // rows that are still to be read must not be written before
    for (int i = 0; i < kept.height(); ++i) {
        const int row = down ? kept.bottom() - i : kept.top() + i;
        const uchar *from = m_image.constScanLine(row - distance.y()) + (kept.left() - distance.x()) * pixel;
        std::memmove(m_image.scanLine(row) + kept.left() * pixel, from,
                     static_cast<std::size_t>(kept.width() * pixel));
    }
    const std::vector<QRect> former = std::exchange(m_stale, {});
    for (const QRect &area : former)
        addStale(area.translated(distance));
    for (const QRect &bared : QRegion(m_image.rect()) - kept)
        addStale(bared);
}

void FrameBuffer::refresh(const Paint &paint)
{
    if (m_stale.empty())
        return;
    m_image.setDevicePixelRatio(1); // so that the clip is in its pixels
    {
        QPainter painter(&m_image);
        for (const QRect &area : m_stale) {
            painter.resetTransform();
            painter.setClipRect(area);
            painter.setTransform(toDevice());
            paint(painter, area);
        }
    }
    m_image.setDevicePixelRatio(m_ratio);
    m_stale.clear();
}

QTransform FrameBuffer::toDevice() const
{
    return QTransform::fromTranslate(m_view.shift.x(), m_view.shift.y())
        .scale(m_view.scale * m_ratio, m_view.scale * m_ratio);
}

void FrameBuffer::paintStretched(QPainter &painter, const Viewport &viewport) const
{
    const double zoom = viewport.scale() / m_view.scale;
    const QPointF place = viewport.toView(ScenePoint{}) - QPointF(m_view.shift) / m_ratio * zoom;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(place, m_image.deviceIndependentSize() * zoom), m_image);
}

} // namespace tetherscope
