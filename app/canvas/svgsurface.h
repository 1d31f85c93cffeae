#pragma once

#include "canvas/surface.h"

#include <QByteArray>
#include <QSize>
#include <QTransform>

namespace tetherscope {

/// Writes an SVG document: shapes as shapes, text as text, numbers without regard to the locale.
///
/// A text carries its length, so that a viewer without the fonts squeezes what it has into the same place.
class SvgSurface final : public Surface
{
public:
    /// `view` maps scene pixels to the document's.
    SvgSurface(QSize size, const QTransform &view, const QColor &paper, const QString &title);

    /// Ends the document. Requires: once, at the end.
    QByteArray take();

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
    double m_opacity = 1;
};

} // namespace tetherscope
