#include "canvas/svgsurface.h"

#include "canvas/svgdocument.h"

#include <algorithm>

namespace tetherscope {

namespace {

QByteArray pair(double x, double y)
{
    return svgNumber(x) + ' ' + svgNumber(y);
}

QByteArray pathData(const QPainterPath &path)
{
    QByteArray data;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        const char *verb = element.type == QPainterPath::MoveToElement    ? "M"
                           : element.type == QPainterPath::LineToElement  ? "L"
                           : element.type == QPainterPath::CurveToElement ? "C"
                                                                          : " ";
        data += verb + pair(element.x, element.y);
    }
    return data;
}

QByteArray families(const QFont &font)
{
    QByteArray list;
    for (const QString &family : font.families())
        list += family.toUtf8() + ", ";
    return list + (font.styleHint() == QFont::Monospace ? "monospace" : "sans-serif");
}

} // namespace

SvgSurface::SvgSurface(double scale)
    : m_thinnest(1 / scale)
{
}

void SvgSurface::number(const char *name, double value)
{
    m_svg += ' ';
    m_svg += name;
    m_svg += "=\"" + svgNumber(value) + '"';
}

void SvgSurface::colour(const char *name, const QColor &colour)
{
    m_svg += ' ';
    m_svg += name;
    m_svg += "=\"" + (colour.isValid() ? colour.name().toUtf8() : QByteArray("none")) + '"';
}

void SvgSurface::opacity()
{
    if (m_opacity < 1)
        number("opacity", m_opacity);
}

void SvgSurface::style(const QColor &fill, const Stroke &stroke)
{
    colour("fill", fill);
    if (fill.isValid() && fill.alphaF() < 1)
        number("fill-opacity", fill.alphaF());
    if (stroke.width > 0) {
        colour("stroke", stroke.colour);
        number("stroke-width", std::max(stroke.width, m_thinnest));
        if (stroke.colour.alphaF() < 1)
            number("stroke-opacity", stroke.colour.alphaF());
        if (stroke.dash != Dash::Solid)
            m_svg +=
                stroke.dash == Dash::Dashed ? " stroke-dasharray=\"5 3.5\"" : " stroke-dasharray=\"2 3\"";
    }
    opacity();
    m_svg += "/>\n";
}

void SvgSurface::box(const QRectF &rect, double radius, const QColor &fill, const Stroke &stroke)
{
    m_svg += "<rect";
    number("x", rect.x());
    number("y", rect.y());
    number("width", rect.width());
    number("height", rect.height());
    if (radius > 0)
        number("rx", radius);
    style(fill, stroke);
}

void SvgSurface::disc(QPointF centre, double radius, const QColor &fill, const Stroke &stroke)
{
    m_svg += "<circle";
    number("cx", centre.x());
    number("cy", centre.y());
    number("r", radius);
    style(fill, stroke);
}

void SvgSurface::path(const QPainterPath &path, const QColor &fill, const Stroke &stroke)
{
    m_svg += "<path d=\"" + pathData(path) + '"';
    style(fill, stroke);
}

void SvgSurface::textAt(QPointF baseline, const QString &text, FontRole role, const QColor &ink)
{
    m_svg += "<text xml:space=\"preserve\"";
    number("x", baseline.x());
    number("y", baseline.y());
    number("textLength", textWidth(text, role));
    m_svg += " lengthAdjust=\"spacingAndGlyphs\" font-family=\"" + families(font(role)) + '"';
    number("font-size", font(role).pixelSize());
    if (font(role).weight() > QFont::Normal)
        number("font-weight", font(role).weight());
    if (text.isRightToLeft())
        m_svg += " unicode-bidi=\"plaintext\"";
    colour("fill", ink);
    opacity();
    m_svg += '>' + svgText(text) + "</text>\n";
}

} // namespace tetherscope
