#pragma once

#include "canvas/picture.h"
#include "look/theme.h"

#include <QByteArray>
#include <QImage>
#include <QSize>

#include <vector>

class QPainter;

namespace tetherscope {

/// What is laid over a picture for the moment: it never moves or changes a thing.
struct PaintOptions
{
    Target selected;           ///< an outline halo
    Target hovered;            ///< its edges and what they lead to stay, the rest is dimmed
    Target ring;               ///< the keyboard's
    std::vector<Target> found; ///< these stay, the rest is dimmed; none: nothing is sought
};

/// Paints the picture in scene pixels; the painter's transform says where.
void paintPicture(QPainter &painter, const Picture &picture, const Theme &theme,
                  const PaintOptions &options = {});

/// An image of the size, in device pixels, with the whole plan fitted in (at most `maxScale`) on the theme's
/// paper. May be called from any thread.
QImage renderPicture(const Picture &picture, const Theme &theme, QSize size, double maxScale = 4);

/// For a start page's card: the size is in logical pixels, the image has the ratio set. Without headings,
/// close cut.
QImage renderThumbnail(const Picture &picture, const Theme &theme, QSize size, double devicePixelRatio = 1);

/// The same picture as an SVG document of this size: text stays text. UTF-8.
QByteArray pictureSvg(const Picture &picture, const Theme &theme, QSize size, double maxScale = 4);

} // namespace tetherscope
