#include "look/icons.h"

#include "look/themediconengine.h"

#include <QPainter>
#include <QPainterPath>

namespace tetherscope {

namespace {

/// A pencil on the grid of 16: round strokes of one and a half units, or fills.
class IconPencil
{
public:
    IconPencil(QPainter &painter, const QColor &colour)
        : m_painter(painter)
        , m_colour(colour)
    {
        stroke();
    }

    void stroke(double width = 1.5)
    {
        m_painter.setPen(QPen(m_colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.setBrush(Qt::NoBrush);
    }
    void fill()
    {
        m_painter.setPen(QPen(m_colour, 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.setBrush(m_colour);
    }
    void line(const QPolygonF &points) { m_painter.drawPolyline(points); }
    void shape(const QPolygonF &points) { m_painter.drawPolygon(points); }
    void circle(double x, double y, double radius) { m_painter.drawEllipse(QPointF(x, y), radius, radius); }
    void box(double x, double y, double width, double height, double radius = 1)
    {
        m_painter.drawRoundedRect(QRectF(x, y, width, height), radius, radius);
    }
    /// A disc through whose plus the ground shows.
    void discWithPlus(double x, double y, double radius, double arm)
    {
        QPainterPath plus;
        plus.addRect(QRectF(x - 0.85, y - arm, 1.7, 2 * arm));
        plus.addRect(QRectF(x - arm, y - 0.85, 2 * arm, 1.7));
        plus.setFillRule(Qt::WindingFill);
        QPainterPath disc;
        disc.addEllipse(QPointF(x, y), radius, radius);
        m_painter.fillPath(disc.subtracted(plus), m_colour);
    }

private:
    QPainter &m_painter;
    QColor m_colour;
};

void drawFileIcon(IconPencil &pencil, Icon icon)
{
    switch (icon) {
    case Icon::Home:
        pencil.line({{1.8, 8}, {8, 2.4}, {14.2, 8}});
        pencil.line({{3.6, 6.8},
                     {3.6, 13.4},
                     {6.4, 13.4},
                     {6.4, 9.6},
                     {9.6, 9.6},
                     {9.6, 13.4},
                     {12.4, 13.4},
                     {12.4, 6.8}});
        break;
    case Icon::Open:
        pencil.line({{2, 12.6}, {2, 3.4}, {6, 3.4}, {7.6, 5.2}, {13, 5.2}, {13, 7.4}});
        pencil.shape({{2, 12.8}, {4, 7.6}, {14.6, 7.6}, {12.8, 12.8}});
        break;
    case Icon::NewFile:
        pencil.line({{8, 14}, {3.4, 14}, {3.4, 2}, {9, 2}, {12.6, 5.6}, {12.6, 8.4}});
        pencil.line({{12, 10.6}, {12, 15}});
        pencil.line({{9.8, 12.8}, {14.2, 12.8}});
        break;
    default: // Export
        pencil.line({{2.4, 9.4}, {2.4, 13.6}, {13.6, 13.6}, {13.6, 9.4}});
        pencil.line({{8, 10}, {8, 2.2}});
        pencil.line({{5, 5}, {8, 2.2}, {11, 5}});
    }
}

void drawViewIcon(IconPencil &pencil, Icon icon)
{
    switch (icon) {
    case Icon::Fit:
        pencil.line({{2, 5.4}, {2, 2}, {5.4, 2}});
        pencil.line({{10.6, 2}, {14, 2}, {14, 5.4}});
        pencil.line({{14, 10.6}, {14, 14}, {10.6, 14}});
        pencil.line({{5.4, 14}, {2, 14}, {2, 10.6}});
        break;
    case Icon::ZoomIn:
        pencil.line({{8, 3}, {8, 13}});
        [[fallthrough]];
    case Icon::ZoomOut:
        pencil.line({{3, 8}, {13, 8}});
        break;
    case Icon::Tidy:
        pencil.box(1.6, 6, 4.4, 4.4);
        pencil.box(10, 1.8, 4.4, 4.4);
        pencil.box(10, 9.8, 4.4, 4.4);
        pencil.line({{6, 8.2}, {8, 8.2}, {8, 4}, {10, 4}});
        pencil.line({{8, 8.2}, {8, 12}, {10, 12}});
        break;
    case Icon::Search:
        pencil.circle(7, 7, 4.6);
        pencil.line({{10.4, 10.4}, {14, 14}});
        break;
    case Icon::Close:
        pencil.line({{4, 4}, {12, 12}});
        pencil.line({{12, 4}, {4, 12}});
        break;
    case Icon::ChevronDown:
        pencil.line({{4, 6.2}, {8, 10.2}, {12, 6.2}});
        break;
    default: // ChevronRight
        pencil.line({{6.2, 4}, {10.2, 8}, {6.2, 12}});
    }
}

void drawTransportIcon(IconPencil &pencil, Icon icon)
{
    const bool back = icon == Icon::First || icon == Icon::Back;
    const auto across = [back](double x) { return back ? 16 - x : x; };
    pencil.fill();
    switch (icon) {
    case Icon::Pause:
        pencil.box(3.8, 3, 2.4, 10, 0.4);
        pencil.box(9.8, 3, 2.4, 10, 0.4);
        break;
    case Icon::First:
    case Icon::Last:
        pencil.shape({{across(3.4), 3.4}, {across(10.4), 8}, {across(3.4), 12.6}});
        pencil.stroke(1.8);
        pencil.line({{across(12.6), 3}, {across(12.6), 13}});
        break;
    case Icon::Play:
        pencil.shape({{4.2, 2.6}, {13, 8}, {4.2, 13.4}});
        break;
    default: // Back, Next
        pencil.shape({{across(5), 3.4}, {across(12), 8}, {across(5), 12.6}});
    }
}

void drawMarkIcon(IconPencil &pencil, Icon icon)
{
    switch (icon) {
    case Icon::Diamond:
        pencil.shape({{8, 2}, {14, 8}, {8, 14}, {2, 8}});
        break;
    case Icon::Create:
        pencil.discWithPlus(8, 8, 6, 3);
        break;
    case Icon::Acquire:
        pencil.fill();
        pencil.shape({{4.4, 3.4}, {12.4, 8}, {4.4, 12.6}});
        break;
    case Icon::Release:
        pencil.shape({{11.6, 3.4}, {3.6, 8}, {11.6, 12.6}});
        break;
    case Icon::Evict:
        pencil.stroke(2);
        pencil.line({{4, 4}, {12, 12}});
        pencil.line({{12, 4}, {4, 12}});
        break;
    case Icon::Bind:
        pencil.circle(8, 8, 3);
        break;
    case Icon::WeakRing:
        pencil.stroke(2);
        pencil.circle(8, 8, 5);
        break;
    case Icon::StrongDot:
        pencil.fill();
        pencil.circle(8, 8, 4.5);
        break;
    default: // Warning
        pencil.line({{8, 2.2}, {14.6, 13.6}, {1.4, 13.6}, {8, 2.2}});
        pencil.line({{8, 6.4}, {8, 9.4}});
        pencil.fill();
        pencil.circle(8, 11.6, 0.4);
    }
}

using IconDrawing = void (*)(IconPencil &, Icon);

IconDrawing drawingOf(Icon icon)
{
    if (icon <= Icon::Export)
        return drawFileIcon;
    if (icon <= Icon::Close || icon == Icon::ChevronDown || icon == Icon::ChevronRight)
        return drawViewIcon;
    return icon <= Icon::Last ? drawTransportIcon : drawMarkIcon;
}

/// Moves the painter to the grid of `units` in the rectangle's largest square; restored by the caller.
void enterGrid(QPainter &painter, const QRectF &rect, double units)
{
    const double side = qMin(rect.width(), rect.height());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center() - QPointF(side / 2, side / 2));
    painter.scale(side / units, side / units);
}

} // namespace

void paintIcon(QPainter &painter, Icon icon, const QRectF &rect, const QColor &colour)
{
    painter.save();
    enterGrid(painter, rect, 16);
    IconPencil pencil(painter, colour);
    drawingOf(icon)(pencil, icon);
    painter.restore();
}

void paintApplicationIcon(QPainter &painter, const QRectF &rect)
{
    painter.save();
    enterGrid(painter, rect, 64);
    const QColor strong(0xFFFFFF);
    const QColor weak(0xA9C6FF);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x2F5BD0));
    painter.drawRoundedRect(QRectF(2, 2, 60, 60), 14, 14);
    painter.setBrush(strong);
    painter.drawRoundedRect(QRectF(28, 27, 25, 23), 5, 5);
    painter.drawEllipse(QPointF(11.5, 38.5), 4.5, 4.5);
    painter.drawPolygon(QPolygonF{{18.5, 31.5}, {28, 38.5}, {18.5, 45.5}});
    painter.setPen(QPen(strong, 4, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(11, 38.5), QPointF(20, 38.5));
    painter.setBrush(Qt::NoBrush);
    QPen dashed(weak, 3.6, Qt::SolidLine, Qt::FlatCap);
    dashed.setDashPattern({1.7, 1.1});
    painter.setPen(dashed);
    painter.drawArc(QRectF(21, 13, 27, 27), 20 * 16, 145 * 16);
    painter.setPen(QPen(weak, 3.6));
    painter.drawEllipse(QPointF(49, 17.5), 4.6, 4.6);
    painter.restore();
}

QIcon themedIcon(Icon icon, QPalette::ColorRole role)
{
    return QIcon(new ThemedIconEngine([icon, role](QPainter &painter, const QRectF &rect,
                                                   QPalette::ColorGroup group, const QPalette &palette) {
        paintIcon(painter, icon, rect, palette.color(group, role));
    }));
}

QIcon applicationIcon()
{
    return QIcon(new ThemedIconEngine([](QPainter &painter, const QRectF &rect, QPalette::ColorGroup,
                                         const QPalette &) { paintApplicationIcon(painter, rect); }));
}

} // namespace tetherscope
