#include "canvas/render.h"

#include "canvas/drawing.h"
#include "canvas/paintersurface.h"
#include "canvas/sheet.h"
#include "canvas/viewport.h"

#include <QPainter>

namespace tetherscope {

namespace {

/// What a thumbnail shows: the things themselves, without headings and the room that later things will need.
/// A name that stands far from all cards and says nothing new stays outside, and only its line comes in: for
/// its sake all else would be too small.
SceneRect closeBounds(const Picture &picture)
{
    constexpr double farOff = 80;
    SceneRect bounds;
    for (const CardItem &card : picture.cards)
        bounds = united(bounds, card.rect);
    for (const RingItem &ring : picture.rings)
        bounds = united(bounds, ring.rect);
    const double top = bounds.y - farOff;
    const double bottom = bounds.bottom() + farOff;
    for (const PillItem &pill : picture.pills) {
        const bool near = pill.rect.bottom() > top && pill.rect.y < bottom;
        if (near || pill.tone != Tone::Rest || picture.cards.empty())
            bounds = united(bounds, pill.rect);
    }
    return grown(bounds, 4);
}

} // namespace

void paintPicture(QPainter &painter, const Picture &picture, const Theme &theme, const PaintOptions &options)
{
    PainterSurface surface(painter, linesFor(picture));
    drawPicture({surface, picture, theme, options, Opacities(picture, options)});
}

QImage renderPicture(const Picture &picture, const Theme &theme, QSize size, double maxScale)
{
    SheetOptions options;
    options.size = size;
    options.maxScale = maxScale;
    return renderSheet(Sheet(picture, theme, options));
}

QImage renderThumbnail(const Picture &picture, const Theme &theme, QSize size, double devicePixelRatio)
{
    QImage image(size * devicePixelRatio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(devicePixelRatio);
    image.fill(theme.canvas);
    Viewport viewport;
    viewport.fitAtMost(closeBounds(picture), QRectF(QPointF(), size).adjusted(10, 10, -10, -10), 1);
    QPainter painter(&image);
    painter.setTransform(viewport.transform());
    PainterSurface surface(painter, linesFor(picture));
    const PaintOptions options;
    drawPicture({surface, picture, theme, options, Opacities(picture, options)}, Headings::Hidden);
    return image;
}

QByteArray pictureSvg(const Picture &picture, const Theme &theme, QSize size, double maxScale)
{
    SheetOptions options;
    options.size = size;
    options.maxScale = maxScale;
    return sheetSvg(Sheet(picture, theme, options));
}

} // namespace tetherscope
