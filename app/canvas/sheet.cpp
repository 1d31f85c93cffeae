#include "canvas/sheet.h"

#include "canvas/drawing.h"
#include "canvas/legend.h"
#include "canvas/paintersurface.h"
#include "canvas/pictureindex.h"
#include "canvas/svgsurface.h"
#include "canvas/viewport.h"

#include <QPaintEngine>
#include <QPainter>

namespace tetherscope {

namespace {

constexpr double sheetMargin = 24;
constexpr double captionHeight = 72;
constexpr double legendHeight = 40;
constexpr double captionScale = 18.0 / 13; ///< of the badge's 13 px to the window's 18 px for a sentence
constexpr double captionPitch = 18;        ///< from line to line, before scaling
constexpr int mostCaptionLines = 2;

/// The words in lines of at most this width; what the last has no room for is cut off.
QStringList wrapped(const QString &text, double width, const Surface &surface)
{
    const auto fits = [&](const QString &line) { return surface.textWidth(line, FontRole::Badge) <= width; };
    QStringList lines{QString()};
    for (const QString &word : text.split(u' ')) {
        const QString longer = lines.constLast().isEmpty() ? word : lines.constLast() + u' ' + word;
        if (fits(longer) || lines.constLast().isEmpty())
            lines.last() = longer;
        else if (lines.size() < mostCaptionLines)
            lines.append(word);
        else
            lines.last() = longer + QChar(0x2026);
    }
    while (!fits(lines.constLast()) && lines.constLast().size() > 1)
        lines.last() = lines.constLast().chopped(2) + QChar(0x2026);
    return lines;
}

} // namespace

Sheet::Sheet(const Picture &picture, const Theme &theme, const SheetOptions &options)
    : m_picture(picture)
    , m_theme(theme)
    , m_options(options)
{
}

Sheet::Sheet(const Picture &picture, const Theme &theme, const SheetOptions &options,
             const Transition &transition)
    : Sheet(picture, theme, options)
{
    m_transition = &transition;
}

QColor Sheet::paper() const
{
    return m_options.ground == Ground::Paper ? m_theme.canvas : QColor();
}

QRectF Sheet::captionStrip() const
{
    return {0, 0, double(size().width()), m_options.captioned ? captionHeight : 0};
}

QRectF Sheet::legendStrip() const
{
    const double height = m_options.legend ? legendHeight : 0;
    return {0, size().height() - height, double(size().width()), height};
}

QTransform Sheet::pictureView() const
{
    const QRectF room(QPointF(0, captionStrip().bottom()), QPointF(size().width(), legendStrip().top()));
    Viewport viewport;
    if (m_options.part.empty())
        viewport.fitAtMost(extentOf(m_picture),
                           room.adjusted(sheetMargin, sheetMargin, -sheetMargin, -sheetMargin),
                           m_options.maxScale);
    else
        viewport.fitAtMost(m_options.part, room, m_options.maxScale);
    return viewport.transform();
}

void Sheet::drawPictureOn(Surface &surface) const
{
    const VisibleItems inPart =
        m_options.part.empty() ? VisibleItems() : PictureIndex(m_picture).within(m_options.part);
    const VisibleItems *const visible = m_options.part.empty() ? nullptr : &inPart;
    if (m_transition && m_transition->running()) {
        const PaintOptions plain;
        drawPicture({surface, m_transition->vanishing(), m_theme, plain,
                     Opacities(m_transition->vanishingOpacity())});
    }
    const Opacities opacities = m_transition ? Opacities(m_picture, m_options.marks, *m_transition)
                                             : Opacities(m_picture, m_options.marks);
    drawPicture({surface, m_picture, m_theme, m_options.marks, opacities, visible});
}

void Sheet::drawCaptionOn(Surface &surface, QSizeF room) const
{
    surface.setOpacity(1);
    const QStringList lines =
        wrapped(m_options.caption, room.width() - 2 * sheetMargin / captionScale, surface);
    double middle = room.height() / 2 - captionPitch / 2 * double(lines.size() - 1);
    for (const QString &line : lines) {
        surface.text({sheetMargin / captionScale, middle}, Align::Left, line, FontRole::Badge, m_theme.text);
        middle += captionPitch;
    }
}

std::vector<Sheet::Layer> Sheet::layers() const
{
    // Paper below the words: a part of the scene goes on to the sheet's edges.
    const auto ground = [this](Surface &surface, const QRectF &strip) {
        if (paper().isValid() && !m_options.part.empty())
            surface.box(strip, 0, paper(), {});
    };
    std::vector<Layer> all{{pictureView(), [this](Surface &surface) { drawPictureOn(surface); }}};
    if (m_options.captioned)
        all.push_back({QTransform::fromScale(captionScale, captionScale), [this, ground](Surface &surface) {
                           const QSizeF room = captionStrip().size() / captionScale;
                           ground(surface, QRectF(QPointF(), room));
                           drawCaptionOn(surface, room);
                       }});
    if (m_options.legend)
        all.push_back({QTransform(), [this, ground](Surface &surface) {
                           ground(surface, legendStrip());
                           drawLegend(surface, m_theme,
                                      legendStrip().adjusted(sheetMargin, 0, -sheetMargin, 0));
                       }});
    return all;
}

namespace {

/// Fast lines are a pixel of the device wide: on a screen that is a line, on paper a hair.
PainterSurface::Lines linesOn(const QPainter &painter, const Picture &picture)
{
    return painter.paintEngine()->type() == QPaintEngine::Raster ? linesFor(picture)
                                                                 : PainterSurface::Lines::Fine;
}

} // namespace

void paintSheet(QPainter &painter, const Sheet &sheet)
{
    const QTransform place = painter.transform();
    if (sheet.paper().isValid())
        painter.fillRect(QRectF(QPointF(), sheet.size()), sheet.paper());
    for (const Sheet::Layer &layer : sheet.layers()) {
        painter.setTransform(layer.view * place);
        PainterSurface surface(painter, linesOn(painter, sheet.picture()));
        layer.draw(surface);
    }
    painter.setTransform(place);
}

QImage renderSheet(const Sheet &sheet, double ratio)
{
    QImage image(sheet.size() * ratio, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintSheet(painter, sheet);
    return image;
}

std::vector<SvgLayer> svgLayersOf(const Sheet &sheet)
{
    std::vector<SvgLayer> layers;
    for (const Sheet::Layer &layer : sheet.layers()) {
        SvgSurface surface(layer.view.m11());
        layer.draw(surface);
        layers.push_back({layer.view, surface.take()});
    }
    return layers;
}

SvgHead svgHeadOf(const Sheet &sheet)
{
    return {sheet.size(), sheet.paper(), QStringLiteral("Tetherscope: who holds whom"), sheet.caption(), {}};
}

QByteArray sheetSvg(const Sheet &sheet)
{
    return svgDocument(svgHeadOf(sheet), svgLayersOf(sheet));
}

} // namespace tetherscope
