#include "canvas/viewport.h"

#include <algorithm>

namespace tetherscope {

namespace {

/// How far an interval must move to lie within another; its start wins if it is too long.
double leastMove(double from, double to, double roomFrom, double roomTo)
{
    if (from < roomFrom || to - from > roomTo - roomFrom)
        return roomFrom - from;
    return std::min(0.0, roomTo - to);
}

} // namespace

QTransform Viewport::transform() const
{
    return QTransform::fromTranslate(m_shift.x(), m_shift.y()).scale(m_scale, m_scale);
}

QPointF Viewport::toView(ScenePoint point) const
{
    return QPointF(point.x, point.y) * m_scale + m_shift;
}

ScenePoint Viewport::toScene(QPointF point) const
{
    const QPointF scene = (point - m_shift) / m_scale;
    return {scene.x(), scene.y()};
}

QRectF Viewport::toView(const SceneRect &rect) const
{
    return {toView(ScenePoint{rect.x, rect.y}), QSizeF(rect.width, rect.height) * m_scale};
}

double Viewport::fittingScale(const SceneRect &content, QSizeF room)
{
    if (content.empty() || room.isEmpty())
        return 1;
    return std::min(room.width() / content.width, room.height() / content.height);
}

void Viewport::fit(const SceneRect &content, const QRectF &room)
{
    m_scale = std::clamp(fittingScale(content, room.size()), smallestFit, largestFit);
    place(content, room);
}

void Viewport::fitAtMost(const SceneRect &content, const QRectF &room, double largest)
{
    m_scale = std::min(fittingScale(content, room.size()), largest);
    place(content, room);
}

void Viewport::place(const SceneRect &content, const QRectF &room)
{
    const double freeWidth = room.width() - content.width * m_scale;
    const double freeHeight = room.height() - content.height * m_scale;
    // Where the content is larger than the room its start is shown: names are at the left, headings at the
    // top.
    m_shift = room.topLeft() + QPointF(std::max(0.0, freeWidth / 2), std::max(0.0, freeHeight / 3)) -
              QPointF(content.x, content.y) * m_scale;
}

void Viewport::zoomAround(QPointF viewPoint, double factor, double smallest)
{
    const double scale = std::clamp(m_scale * factor, smallest, largestScale);
    m_shift = viewPoint - (viewPoint - m_shift) * (scale / m_scale);
    m_scale = scale;
}

void Viewport::pan(QPointF viewDistance)
{
    m_shift += viewDistance;
}

bool Viewport::reveal(const SceneRect &rect, const QRectF &room)
{
    const QRectF seen = toView(rect);
    const QPointF move(leastMove(seen.left(), seen.right(), room.left(), room.right()),
                       leastMove(seen.top(), seen.bottom(), room.top(), room.bottom()));
    m_shift += move;
    return !move.isNull();
}

} // namespace tetherscope
