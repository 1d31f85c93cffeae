#include "canvas/drawblocks.h"

#include "canvas/blockraster.h"
#include "canvas/drawing.h"
#include "canvas/find.h"

namespace tetherscope {

namespace {

constexpr int changedReach = 2; ///< how much larger a changed thing is drawn, so that it is found

/// Mixed with the paper: nothing shows through.
QRgb faint(const QColor &colour, const QColor &paper, double opacity)
{
    const auto mixed = [opacity](int front, int back) {
        return qRound(front * opacity + back * (1 - opacity));
    };
    return qRgb(mixed(colour.red(), paper.red()), mixed(colour.green(), paper.green()),
                mixed(colour.blue(), paper.blue()));
}

/// The verbs of a picture of blocks.
class Blocks
{
public:
    Blocks(const SceneDrawing &drawing, BlockRaster &raster)
        : m_drawing(drawing)
        , m_raster(raster)
    {
    }

    void draw()
    {
        drawEdges(false);
        drawItems(m_drawing.picture.cards, m_drawing.visible.cards, m_drawing.theme.secondary,
                  &Opacities::card);
        drawItems(m_drawing.picture.pills, m_drawing.visible.pills, m_drawing.theme.strong, &Opacities::pill);
        drawItems(m_drawing.picture.rings, m_drawing.visible.rings, m_drawing.theme.weak, &Opacities::ring);
        drawEdges(true);
        drawFrame(m_drawing.options.selected);
        drawFrame(m_drawing.options.ring);
    }

private:
    QRgb colour(Tone tone, const QColor &atRest, double opacity) const
    {
        return faint(toneColour(m_drawing.theme, tone, atRest), m_drawing.theme.canvas, opacity);
    }

    /// What the step changed lies above all else.
    void drawEdges(bool changed)
    {
        for (const std::uint32_t i : m_drawing.visible.edges) {
            const EdgeItem &edge = m_drawing.picture.edges[i];
            if ((edge.tone != Tone::Rest) != changed)
                continue;
            const QColor &atRest = edge.weak ? m_drawing.theme.weak : m_drawing.theme.border;
            const QRgb ink = colour(edge.tone, atRest, m_drawing.opacities.edge(i));
            if (edge.weak)
                m_raster.smoothCurve(edge.points, ink, BlockRaster::Dashes::Yes); // not told by colour alone
            else
                m_raster.curve(edge.points, ink);
        }
    }

    template<typename Item>
    void drawItems(const std::vector<Item> &items, const std::vector<std::uint32_t> &visible,
                   const QColor &atRest, double (Opacities::*opacity)(std::size_t) const)
    {
        for (const std::uint32_t i : visible) {
            const Tone tone = items[i].tone;
            m_raster.fill(items[i].rect, colour(tone, atRest, (m_drawing.opacities.*opacity)(i)),
                          tone == Tone::Rest ? 0 : changedReach);
        }
    }

    void drawFrame(Target target)
    {
        if (!target)
            return;
        if (const std::optional<SceneRect> rect = rectOf(m_drawing.picture, target))
            m_raster.frame(*rect, m_drawing.theme.accent.rgb());
    }

    const SceneDrawing &m_drawing;
    BlockRaster &m_raster;
};

void drawFarEdge(const SceneDrawing &drawing, std::uint32_t i, BlockRaster &raster)
{
    const EdgeItem &edge = drawing.picture.edges[i];
    const QColor colour = edgeStroke(drawing.theme, edge.tone, edge.weak).colour;
    raster.smoothCurve(edge.points, faint(colour, drawing.theme.canvas, drawing.opacities.edge(i)),
                       edge.weak ? BlockRaster::Dashes::Yes : BlockRaster::Dashes::No);
}

} // namespace

bool isFar(const EdgeItem &edge, double zoom)
{
    constexpr double longest = 1800; // px
    const SceneRect bounds = boundsOf(edge.points);
    return edge.tone == Tone::Rest && edge.to && (bounds.width + bounds.height) * zoom > longest;
}

QImage drawFarEdges(const SceneDrawing &drawing, const std::vector<std::uint32_t> &edges, const QRect &area,
                    const QTransform &toDevice)
{
    QImage image(area.size(), QImage::Format_RGB32);
    image.fill(drawing.theme.canvas);
    BlockRaster raster(image, area.topLeft(), toDevice);
    for (const std::uint32_t i : edges)
        drawFarEdge(drawing, i, raster);
    return image;
}

QImage drawBlocks(const SceneDrawing &drawing, const QRect &area, const QTransform &toDevice)
{
    QImage image(area.size(), QImage::Format_RGB32);
    image.fill(drawing.theme.canvas);
    BlockRaster raster(image, area.topLeft(), toDevice);
    Blocks(drawing, raster).draw();
    return image;
}

} // namespace tetherscope
