#pragma once

#include "canvas/geometry.h"

#include <QImage>
#include <QPoint>
#include <QPointF>
#include <QRect>
#include <QTransform>

#include <vector>

namespace tetherscope {

/// Draws plain blocks and one pixel wide lines straight into an image, several times faster than a painter:
/// for pictures seen from so far that there is nothing to smooth.
///
/// The image is a part of a larger device. Each pixel depends on the thing and the transform alone, never on
/// which part it is: parts that are drawn one by one fit together.
/// Requires: a transform of scale and shift, and an image of 32 bits a pixel that outlives this.
class BlockRaster
{
public:
    /// `origin` is where the image's first pixel lies in the device, to which the transform leads.
    BlockRaster(QImage &image, QPoint origin, const QTransform &toDevice);

    /// At least one pixel; `extra` pixels more on each side.
    void fill(const SceneRect &rect, QRgb colour, int extra = 0);
    /// A frame of two pixels around the rectangle.
    void frame(const SceneRect &rect, QRgb colour);
    void line(ScenePoint from, ScenePoint to, QRgb colour);
    /// A start, then three points for each cubic piece. What is shorter than a pixel and a half is left out.
    void curve(const std::vector<ScenePoint> &points, QRgb colour);
    /// A curve of any length, smooth and to half a pixel, at the cost of what lies in the image. Dashes keep
    /// to the device's columns or rows, so that nothing outside needs to be measured.
    enum class Dashes { No, Yes };
    void smoothCurve(const std::vector<ScenePoint> &points, QRgb colour, Dashes dashes);

private:
    struct Span
    {
        int from = 0;
        int to = 0; ///< one past the last
    };

    QPointF toDevice(ScenePoint point) const;
    Span pixels(double from, double to, int extra) const;
    void fillPixels(Span columns, Span rows, QRgb colour);
    void segment(QPointF from, QPointF to, QRgb colour);
    void smoothPiece(const Cubic &piece, int depth, QRgb colour, Dashes dashes);
    void smoothSegment(QPointF from, QPointF to, QRgb colour, Dashes dashes);
    void blend(int x, int y, QRgb colour, unsigned part);
    bool holds(int x, int y) const
    {
        return x >= m_columns.from && x < m_columns.to && y >= m_rows.from && y < m_rows.to;
    }
    QRgb *at(int x, int y) const
    {
        return m_pixels + static_cast<std::ptrdiff_t>(y - m_rows.from) * m_stride + (x - m_columns.from);
    }

    QRgb *m_pixels;
    int m_stride;   ///< in pixels
    Span m_columns; ///< of the device, that the image has
    Span m_rows;
    QTransform m_toDevice;
};

} // namespace tetherscope
