#pragma once

#include "canvas/drawblocks.h"
#include "canvas/picture.h"
#include "canvas/pictureindex.h"
#include "canvas/render.h"
#include "canvas/transition.h"

#include <QElapsedTimer>
#include <QObject>
#include <QRect>
#include <QVariantAnimation>

#include <vector>

namespace tetherscope {

/// Puts one picture after another before the person: what goes fades out, then what comes fades in.
///
/// A picture that comes sooner after the one before than a change takes is shown at once: somebody is in a
/// hurry, or holds a key. So is one that changes more than the eye can follow.
class Stage : public QObject
{
    Q_OBJECT

public:
    explicit Stage(QObject *parent = nullptr);

    const Picture &picture() const { return m_picture; }
    enum class Change { Animated, Instant };
    void show(Picture picture, Change change);
    /// 0: everything is shown at once.
    void setDuration(int milliseconds) { m_durationMs = milliseconds; }
    int duration() const { return m_durationMs; }
    bool isAnimating() const { return m_animation.state() == QAbstractAnimation::Running; }

    /// About how many microseconds it takes to paint this part of the scene.
    double effort(const SceneRect &area, double zoom) const;

    /// Paints an area in pixels of the device, paper and all, as far as the change has come. The painter's
    /// transform leads there from the scene.
    void paint(QPainter &painter, const QRect &area, double devicePixelRatio, const Theme &theme,
               const PaintOptions &options) const;

Q_SIGNALS:
    void repaintNeeded();
    /// In scene pixels: nothing else looks otherwise than before.
    void areasChanged(const std::vector<tetherscope::SceneRect> &areas);

private:
    void start(const Picture &before, Change change);
    VisibleItems withoutPassing(VisibleItems visible, const SceneRect &area) const;
    std::vector<std::uint32_t> takeFarEdges(VisibleItems &visible, const SceneRect &area, double zoom) const;
    void paintShapes(QPainter &painter, double devicePixelRatio, const SceneDrawing &drawing) const;

    Picture m_picture;
    PictureIndex m_index;
    std::vector<SceneRect> m_changed; ///< what the transition changes
    Transition m_transition;
    QVariantAnimation m_animation;
    QElapsedTimer m_sinceShown;
    int m_durationMs = Transition::usualMs;
};

} // namespace tetherscope
