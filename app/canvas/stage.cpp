#include "canvas/stage.h"

#include "canvas/drawing.h"
#include "canvas/paintersurface.h"

#include <utility>

namespace tetherscope {

namespace {

constexpr std::size_t mostAnimated = 80;

} // namespace

Stage::Stage(QObject *parent)
    : QObject(parent)
{
    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    connect(&m_animation, &QVariantAnimation::valueChanged, this, [this](const QVariant &progress) {
        m_transition.setProgress(progress.toDouble());
        Q_EMIT repaintNeeded();
    });
}

void Stage::show(Picture picture, Change change)
{
    const Picture before = std::exchange(m_picture, std::move(picture));
    start(before, change);
    Q_EMIT repaintNeeded();
}

void Stage::start(const Picture &before, Change change)
{
    const bool hurry = m_animation.state() == QAbstractAnimation::Running;
    m_animation.stop();
    m_transition = Transition();
    if (hurry || change == Change::Instant || m_durationMs <= 0)
        return;
    Transition transition(before, m_picture);
    if (transition.changedCount() == 0 || transition.changedCount() > mostAnimated)
        return;
    m_transition = std::move(transition);
    m_animation.setDuration(m_durationMs);
    m_animation.start();
}

void Stage::paint(QPainter &painter, const Theme &theme, const PaintOptions &options) const
{
    PainterSurface surface(painter, linesFor(m_picture));
    PaintOptions plain;
    plain.visible = options.visible;
    if (m_transition.running())
        drawPicture({surface, m_transition.vanishing(), theme, plain,
                     Opacities(m_transition.vanishing(), m_transition.vanishingOpacity())});
    drawPicture({surface, m_picture, theme, options, Opacities(m_picture, options, m_transition)});
}

} // namespace tetherscope
