#include "canvas/paintersurface.h"

#include <QPainter>
#include <QPen>

#include <algorithm>
#include <cmath>

namespace tetherscope {

namespace {

constexpr std::size_t manyEdges = 120;
constexpr double illegiblePx = 4; ///< text of this size and less

/// In units of the pen's width.
QList<qreal> dashPattern(Dash dash, double width)
{
    if (dash == Dash::Dashed)
        return {5 / width, 3.5 / width};
    return {2 / width, 3 / width};
}

} // namespace

PainterSurface::PainterSurface(QPainter &painter, Lines lines, Texts texts)
    : PainterSurface(painter, lines, texts, painter.device()->devicePixelRatio())
{
}

PainterSurface::PainterSurface(QPainter &painter, Lines lines, Texts texts, double devicePixelRatio)
    : m_painter(painter)
    , m_lines(lines)
    , m_texts(texts)
    , m_ratio(devicePixelRatio)
{
    const QTransform device = painter.deviceTransform();
    m_scale = device.m11();
    m_shiftX = device.dx();
    m_shiftY = device.dy();
    m_painter.save();
    m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
}

PainterSurface::~PainterSurface()
{
    m_painter.restore();
}

void PainterSurface::setOpacity(double opacity)
{
    m_painter.setOpacity(opacity);
}

double PainterSurface::deviceWidth(double width) const
{
    const double wanted = std::max(m_ratio, width * m_scale);
    return m_lines == Lines::Fast ? std::min(wanted, 1.0) : wanted;
}

void PainterSurface::prepare(const QColor &fill, const Stroke &stroke)
{
    m_painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (stroke.width <= 0)
        return m_painter.setPen(Qt::NoPen);
    const double width = deviceWidth(stroke.width);
    QPen pen(stroke.colour, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    pen.setCosmetic(true);
    if (stroke.dash != Dash::Solid)
        pen.setDashPattern(dashPattern(stroke.dash, width / m_scale));
    m_painter.setPen(pen);
}

/// The rectangle whose outline of this width has its edges between pixels.
QRectF PainterSurface::snapped(const QRectF &rect, double strokeWidth) const
{
    const double width = strokeWidth > 0 ? std::round(deviceWidth(strokeWidth)) : 0;
    const double offset = std::fmod(width, 2) / 2;
    const auto snap = [&](double scene, double shift) {
        return (std::round(scene * m_scale + shift - offset) + offset - shift) / m_scale;
    };
    return QRectF(QPointF(snap(rect.left(), m_shiftX), snap(rect.top(), m_shiftY)),
                  QPointF(snap(rect.right(), m_shiftX), snap(rect.bottom(), m_shiftY)));
}

void PainterSurface::box(const QRectF &rect, double radius, const QColor &fill, const Stroke &stroke)
{
    prepare(fill, stroke);
    const QRectF sharp = snapped(rect, stroke.width);
    if (radius > 0)
        m_painter.drawRoundedRect(sharp, radius, radius);
    else
        m_painter.drawRect(sharp);
}

void PainterSurface::disc(QPointF centre, double radius, const QColor &fill, const Stroke &stroke)
{
    prepare(fill, stroke);
    m_painter.drawEllipse(centre, radius, radius);
}

void PainterSurface::path(const QPainterPath &path, const QColor &fill, const Stroke &stroke)
{
    prepare(fill, stroke);
    const int strands = fill.isValid() ? 1 : strandsOf(stroke);
    if (strands > 1)
        drawStrands(path, strands);
    else
        m_painter.drawPath(path);
}

int PainterSurface::strandsOf(const Stroke &stroke) const
{
    constexpr double mostStrands = 4;
    const double wanted = std::max(m_ratio, stroke.width * m_scale);
    return m_lines == Lines::Fast ? static_cast<int>(std::clamp(std::round(wanted), 1.0, mostStrands)) : 1;
}

/// Side by side across the way from the path's start to its end: so strands of a curve that keeps to that way
/// lie apart where it is level and where it is steep.
void PainterSurface::drawStrands(const QPainterPath &path, int strands)
{
    constexpr double apart = 0.8; // px along each axis: where it slopes they are more than one pixel apart
    const QPointF way = path.currentPosition() - QPointF(path.elementAt(0));
    const QPointF across = QPointF(way.x() * way.y() < 0 ? apart : -apart, apart) / m_scale;
    for (int i = 0; i < strands; ++i)
        m_painter.drawPath(path.translated(across * (i - (strands - 1) / 2.0)));
}

void PainterSurface::textAt(QPointF baseline, const QString &text, FontRole role, const QColor &colour)
{
    if (m_texts == Texts::Bars || m_scale * font(role).pixelSize() < illegiblePx * m_ratio)
        return greekedAt(baseline, text, role, colour);
    m_painter.setFont(font(role));
    m_painter.setPen(colour);
    m_painter.drawText(baseline, text);
}

/// A grey bar in place of letters that nobody could read.
void PainterSurface::greekedAt(QPointF baseline, const QString &text, FontRole role, const QColor &colour)
{
    QColor grey = colour;
    grey.setAlphaF(0.35F);
    const double height = font(role).pixelSize() * 0.4;
    const double averageLetter = font(role).pixelSize() * 0.55;
    m_painter.fillRect(QRectF(baseline - QPointF(0, height * 1.3),
                              QSizeF(averageLetter * static_cast<double>(text.size()), height)),
                       grey);
}

PainterSurface::Lines linesFor(const Picture &picture)
{
    return picture.edges.size() > manyEdges ? PainterSurface::Lines::Fast : PainterSurface::Lines::Fine;
}

} // namespace tetherscope
