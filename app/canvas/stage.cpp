#include "canvas/stage.h"

#include "canvas/detail.h"
#include "canvas/drawing.h"
#include "canvas/ink.h"
#include "canvas/paintersurface.h"
#include "canvas/picturechange.h"

#include <QPainter>

#include <algorithm>
#include <iterator>
#include <utility>

namespace tetherscope {

namespace {

constexpr std::size_t mostAnimated = 80;

/// A pixel more on each side, since lines are never thinner than one.
SceneRect sceneArea(const QRect &area, const QTransform &toDevice)
{
    const QRectF scene = toDevice.inverted().mapRect(QRectF(area.adjusted(-2, -2, 2, 2)));
    return {scene.x(), scene.y(), scene.width(), scene.height()};
}

} // namespace

Stage::Stage(QObject *parent)
    : QObject(parent)
{
    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    connect(&m_animation, &QVariantAnimation::valueChanged, this, [this](const QVariant &progress) {
        m_transition.setProgress(progress.toDouble());
        Q_EMIT areasChanged(m_changed);
    });
}

void Stage::show(Picture picture, Change change)
{
    const Picture before = std::exchange(m_picture, std::move(picture));
    m_index = PictureIndex(m_picture);
    if (m_transition.running())
        Q_EMIT areasChanged(m_changed);
    const bool wholly = before.bounds != m_picture.bounds || before.empty() != m_picture.empty() ||
                        linesFor(before) != linesFor(m_picture);
    m_changed = wholly ? std::vector{m_picture.bounds} : changedAreas(before, m_picture);
    start(before, change);
    if (wholly)
        Q_EMIT repaintNeeded();
    else
        Q_EMIT areasChanged(m_changed);
}

void Stage::start(const Picture &before, Change change)
{
    m_animation.stop();
    m_transition = Transition();
    if (m_durationMs <= 0)
        return;
    const bool hurry = m_sinceShown.isValid() && !m_sinceShown.hasExpired(m_durationMs);
    m_sinceShown.start();
    if (hurry || change == Change::Instant)
        return;
    Transition transition(before, m_picture);
    if (transition.changedCount() == 0 || transition.changedCount() > mostAnimated)
        return;
    m_transition = std::move(transition);
    m_animation.setDuration(m_durationMs);
    m_animation.start();
}

double Stage::effort(const SceneRect &area, double zoom) const
{
    const VisibleItems visible = m_index.within(area);
    const auto things = static_cast<double>(visible.cards.size() + visible.pills.size() +
                                            visible.rings.size() + visible.edges.size());
    switch (detailAt(zoom)) {
    case Detail::Full:
        return things * 14;
    case Detail::Shapes:
        return things * 7;
    case Detail::Blocks:
        break;
    }
    return things * 0.4;
}

/// An edge that only bends around the area costs less to find out than to draw.
VisibleItems Stage::withoutPassing(VisibleItems visible, const SceneRect &area) const
{
    const auto elsewhere = [&](std::uint32_t i) { return !hasInkIn(m_picture.edges[i], area); };
    std::erase_if(visible.edges, elsewhere);
    return visible;
}

/// Takes the lines of far edges out of what is drawn thing by thing.
std::vector<std::uint32_t> Stage::takeFarEdges(VisibleItems &visible, const SceneRect &area,
                                               double zoom) const
{
    const std::vector<EdgeItem> &edges = m_picture.edges;
    std::vector<std::uint32_t> &shown = visible.edges;
    const auto far = std::stable_partition(shown.begin(), shown.end(),
                                           [&](std::uint32_t i) { return !isFar(edges[i], zoom); });
    std::vector<std::uint32_t> taken(far, shown.end());
    shown.erase(far, shown.end());
    std::copy_if(taken.begin(), taken.end(), std::back_inserter(visible.farEdges),
                 [&](std::uint32_t i) { return hasEndIn(edges[i], area); });
    return taken;
}

void Stage::paint(QPainter &painter, const QRect &area, double devicePixelRatio, const Theme &theme,
                  const PaintOptions &options) const
{
    const QTransform toDevice = painter.transform();
    const double zoom = toDevice.m11() / devicePixelRatio;
    const SceneRect scene = sceneArea(area, toDevice);
    VisibleItems visible = m_index.within(scene);
    const Opacities opacities(m_picture, options, m_transition);
    const SceneDrawing drawing{m_picture, visible, theme, options, opacities};
    painter.resetTransform();
    if (detailAt(zoom) == Detail::Blocks) {
        painter.drawImage(area.topLeft(), drawBlocks(drawing, area, toDevice));
        return;
    }
    const std::vector<std::uint32_t> far = takeFarEdges(visible, scene, zoom);
    visible = withoutPassing(std::move(visible), scene);
    if (far.empty())
        painter.fillRect(area, theme.canvas);
    else
        painter.drawImage(area.topLeft(), drawFarEdges(drawing, far, area, toDevice));
    painter.setTransform(toDevice);
    paintShapes(painter, devicePixelRatio, drawing);
}

void Stage::paintShapes(QPainter &painter, double devicePixelRatio, const SceneDrawing &drawing) const
{
    using Texts = PainterSurface::Texts;
    const Detail detail = detailAt(painter.transform().m11() / devicePixelRatio);
    PainterSurface surface(painter, linesFor(m_picture),
                           detail == Detail::Full ? Texts::Letters : Texts::Bars, devicePixelRatio);
    if (m_transition.running()) {
        const PaintOptions plain;
        const Opacities fading(m_transition.vanishingOpacity());
        drawPicture({surface, m_transition.vanishing(), drawing.theme, plain, fading});
    }
    drawPicture({surface, m_picture, drawing.theme, drawing.options, drawing.opacities, &drawing.visible});
}

} // namespace tetherscope
