#pragma once

#include "canvas/viewport.h"

#include <QImage>
#include <QPainter>
#include <QRect>

#include <functional>
#include <vector>

namespace tetherscope {

/// What a canvas last showed, kept, so that only what has changed since is drawn.
///
/// A moved view moves the pixels that are there; a zoomed one can be shown stretched until there is time to
/// draw it. Pixels of the device throughout, but where said otherwise; the shift of the scene is rounded to
/// whole ones, so that moved pixels are those that would be drawn.
class FrameBuffer
{
public:
    /// Of the widget, in logical pixels.
    void setSize(QSize size, double devicePixelRatio);
    /// Where the view is now.
    void setView(const Viewport &viewport);

    void invalidate();
    /// Returns all that is stale now, in a few rectangles: the engine is slow where a clip is anything but
    /// one.
    const std::vector<QRect> &invalidate(const std::vector<QRect> &areas);

    /// Paints into the area; the painter is clipped to it and leads from the scene to pixels of the device.
    using Paint = std::function<void(QPainter &painter, const QRect &area)>;
    /// Draws what is stale, one area after the other.
    void refresh(const Paint &paint);

    /// As it is, in its logical size.
    const QImage &image() const { return m_image; }
    /// What was last drawn, as it would look from another view.
    void paintStretched(QPainter &painter, const Viewport &viewport) const;
    /// From the scene to pixels of the device.
    QTransform toDevice() const;
    double devicePixelRatio() const { return m_ratio; }

private:
    struct View
    {
        double scale = 1; ///< logical
        QPoint shift;     ///< of the scene's origin, device
        friend bool operator==(const View &, const View &) = default;
    };
    void addStale(const QRect &area);
    /// Puts those together that cost less as one.
    void mergeStale();
    View viewOf(const Viewport &viewport) const;
    void scroll(QPoint distance);

    QImage m_image;
    double m_ratio = 1;
    View m_view;
    std::vector<QRect> m_stale;
};

} // namespace tetherscope
