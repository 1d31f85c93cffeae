#pragma once

#include "canvas/surface.h"

#include <QByteArray>

#include <utility>

namespace tetherscope {

/// Writes the shapes of an SVG document, one a line: shapes as shapes, text as text, numbers without regard
/// to the locale.
///
/// A text carries its length, so that a viewer without the fonts squeezes what it has into the same place.
class SvgSurface final : public Surface
{
public:
    /// `scale`: of scene pixels to the document's, in which no line is thinner than one pixel.
    explicit SvgSurface(double scale);

    /// What has been drawn so far; nothing after that.
    QByteArray take() { return std::exchange(m_svg, {}); }

    void setOpacity(double opacity) override { m_opacity = opacity; }
    void box(const QRectF &rect, double radius, const QColor &fill, const Stroke &stroke) override;
    void disc(QPointF centre, double radius, const QColor &fill, const Stroke &stroke) override;
    void path(const QPainterPath &path, const QColor &fill, const Stroke &stroke) override;

protected:
    void textAt(QPointF baseline, const QString &text, FontRole role, const QColor &colour) override;

private:
    void number(const char *name, double value);
    void colour(const char *name, const QColor &colour);
    void style(const QColor &fill, const Stroke &stroke);
    void opacity();

    QByteArray m_svg;
    double m_thinnest;
    double m_opacity = 1;
};

} // namespace tetherscope
