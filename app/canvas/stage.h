#pragma once

#include "canvas/picture.h"
#include "canvas/render.h"
#include "canvas/transition.h"

#include <QObject>
#include <QVariantAnimation>

namespace tetherscope {

/// Puts one picture after another before the person: what goes fades out, then what comes fades in.
///
/// A picture that comes while the one before is still on its way is shown at once: somebody is in a hurry. So
/// is one that changes more than the eye can follow.
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

    /// In scene pixels, as far as the change has come.
    void paint(QPainter &painter, const Theme &theme, const PaintOptions &options) const;

Q_SIGNALS:
    void repaintNeeded();

private:
    void start(const Picture &before, Change change);

    Picture m_picture;
    Transition m_transition;
    QVariantAnimation m_animation;
    int m_durationMs = 240;
};

} // namespace tetherscope
