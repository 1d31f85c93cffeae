#include "canvas/stage.h"

#include "canvas/drawing.h"
#include "canvas/ink.h"
#include "canvas/paintersurface.h"
#include "canvas/picturechange.h"

#include <QPainter>

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

/// An edge that only bends around the area costs less to find out than to draw; but as a line of blocks it
/// does not.
VisibleItems Stage::visibleIn(const SceneRect &area, Detail detail) const
{
    VisibleItems visible = m_index.within(area);
    const auto elsewhere = [&](std::uint32_t i) { return !hasInkIn(m_picture.edges[i], area); };
    if (detail != Detail::Blocks)
        std::erase_if(visible.edges, elsewhere);
    return visible;
}

void Stage::paint(QPainter &painter, const QRect &area, double devicePixelRatio, const Theme &theme,
                  const PaintOptions &options) const
{
    const QTransform toDevice = painter.transform();
    const Detail detail = detailAt(toDevice.m11() / devicePixelRatio);
    const VisibleItems visible = visibleIn(sceneArea(area, toDevice), detail);
    const Opacities opacities(m_picture, options, m_transition);
    const SceneDrawing drawing{m_picture, visible, theme, options, opacities};
    painter.resetTransform();
    if (detail == Detail::Blocks) {
        painter.drawImage(area.topLeft(), drawBlocks(drawing, area, toDevice));
        return;
    }
    painter.fillRect(area, theme.canvas);
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
