#pragma once

#include "look/fonts.h"

#include <QColor>
#include <QFontMetricsF>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <array>

namespace tetherscope {

enum class Dash { Solid, Dashed, Dotted };

/// How a line is drawn. Width in scene pixels, never thinner than a pixel of the device; 0: no line.
struct Stroke
{
    QColor colour;
    double width = 0;
    Dash dash = Dash::Solid;
};

enum class Align { Left, Right, Centre };
enum class Strike { No, Yes };

/// What a picture is drawn on: a painter or an SVG document. Both show the same, since they are told the
/// same.
///
/// Scene pixels throughout. A fill that is not a valid colour is none.
class Surface
{
public:
    Surface();
    virtual ~Surface() = default;
    Surface(const Surface &) = delete;
    Surface &operator=(const Surface &) = delete;

    /// For all that follows; 1 is full.
    virtual void setOpacity(double opacity) = 0;
    virtual void box(const QRectF &rect, double radius, const QColor &fill, const Stroke &stroke) = 0;
    virtual void disc(QPointF centre, double radius, const QColor &fill, const Stroke &stroke) = 0;
    virtual void path(const QPainterPath &path, const QColor &fill, const Stroke &stroke) = 0;
    void line(QPointF from, QPointF to, const Stroke &stroke);

    /// One line of text; `anchor` is at its left, right or middle, and half way up its capitals.
    void text(QPointF anchor, Align align, const QString &text, FontRole role, const QColor &colour,
              Strike strike = Strike::No);
    double textWidth(const QString &text, FontRole role) const;

protected:
    const QFont &font(FontRole role) const { return m_fonts[static_cast<std::size_t>(role)]; }
    const QFontMetricsF &metrics(FontRole role) const { return m_metrics[static_cast<std::size_t>(role)]; }
    virtual void textAt(QPointF baseline, const QString &text, FontRole role, const QColor &colour) = 0;

private:
    std::array<QFont, 5> m_fonts;
    std::array<QFontMetricsF, 5> m_metrics;
};

} // namespace tetherscope
