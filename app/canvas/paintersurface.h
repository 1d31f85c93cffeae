#pragma once

#include "canvas/picture.h"
#include "canvas/surface.h"

class QPainter;
class QPen;

namespace tetherscope {

/// Draws with a painter whose transform maps scene pixels to the device: a scale and a shift.
///
/// Boxes are put on whole pixels, so that hairlines are sharp at every zoom. Lines are cosmetic pens. Fast
/// lines are drawn as several of one pixel side by side: the raster engine has a way of its own for these,
/// which is sixteen times cheaper than its stroker. Requires: the painter outlives it.
class PainterSurface final : public Surface
{
public:
    enum class Lines { Fine, Fast };
    enum class Texts { Letters, Bars };
    explicit PainterSurface(QPainter &painter, Lines lines = Lines::Fine, Texts texts = Texts::Letters);
    /// `devicePixelRatio` is in the painter's transform, the device itself does not know it.
    PainterSurface(QPainter &painter, Lines lines, Texts texts, double devicePixelRatio);
    ~PainterSurface() override;

    void setOpacity(double opacity) override;
    void box(const QRectF &rect, double radius, const QColor &fill, const Stroke &stroke) override;
    void disc(QPointF centre, double radius, const QColor &fill, const Stroke &stroke) override;
    void path(const QPainterPath &path, const QColor &fill, const Stroke &stroke) override;

protected:
    void textAt(QPointF baseline, const QString &text, FontRole role, const QColor &colour) override;

private:
    void prepare(const QColor &fill, const Stroke &stroke);
    int strandsOf(const Stroke &stroke) const;
    void drawStrands(const QPainterPath &path, int strands);
    QRectF snapped(const QRectF &rect, double strokeWidth) const;
    void greekedAt(QPointF baseline, const QString &text, FontRole role, const QColor &colour);
    double deviceWidth(double width) const;

    QPainter &m_painter;
    Lines m_lines;
    Texts m_texts;
    double m_scale;
    double m_ratio; ///< device pixels to a logical one
    double m_shiftX;
    double m_shiftY;
};

/// Fine as long as there are few edges.
PainterSurface::Lines linesFor(const Picture &picture);

} // namespace tetherscope
