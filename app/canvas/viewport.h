#pragma once

#include "canvas/geometry.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace tetherscope {

/// Which part of the scene is seen, and how large: a scale and a shift.
///
/// Scene coordinates are the plan's; view coordinates are the widget's logical pixels.
class Viewport
{
public:
    static constexpr double smallestFit = 0.4; ///< a fitted view is never smaller, a person may zoom further
    static constexpr double largestFit = 1.5;
    static constexpr double smallestScale = 0.05; ///< but where more is needed to see everything
    static constexpr double largestScale = 4;

    double scale() const { return m_scale; }
    QTransform transform() const;
    QPointF toView(ScenePoint point) const;
    ScenePoint toScene(QPointF point) const;
    QRectF toView(const SceneRect &rect) const;

    /// The scale at which the content fits into the room.
    static double fittingScale(const SceneRect &content, QSizeF room);
    /// Puts the content into the middle of the room, what is left of its height one third above, two thirds
    /// below.
    void fit(const SceneRect &content, const QRectF &room);
    /// Likewise, however small it comes out.
    void fitAtMost(const SceneRect &content, const QRectF &room, double largest);
    /// Zooms, and keeps what is under the point where it is.
    void zoomAround(QPointF viewPoint, double factor, double smallest = smallestScale);
    void pan(QPointF viewDistance);
    /// Moves the view by the least distance that brings the rectangle into the room; nothing if it is there.
    bool reveal(const SceneRect &rect, const QRectF &room);

    friend bool operator==(const Viewport &, const Viewport &) = default;

private:
    void place(const SceneRect &content, const QRectF &room);

    double m_scale = 1;
    QPointF m_shift; ///< of the scene's origin in the view
};

} // namespace tetherscope
