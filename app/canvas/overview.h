#pragma once

#include "canvas/geometry.h"
#include "canvas/viewport.h"
#include "look/theme.h"

#include <QImage>
#include <QTimer>
#include <QWidget>

namespace tetherscope {

struct Picture;

/// A bird's-eye view in the canvas's upper right corner: the whole plan as blocks, and where the view is in
/// it. A press or a drag moves the view there.
///
/// Requires: the picture outlives it.
class Overview : public QWidget
{
    Q_OBJECT

public:
    Overview(const Picture &picture, QWidget *parent);

    void setTheme(const Theme &theme);
    /// The picture is another one. It is drawn anew before long: not at each step of a play.
    void pictureChanged();
    void setView(const SceneRect &visible);

    QSize sizeHint() const override;

Q_SIGNALS:
    void placeChosen(tetherscope::ScenePoint place);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void redraw();
    Viewport viewport() const;
    QImage drawn() const;
    QRectF viewFrame() const;

    const Picture &m_picture;
    Theme m_theme;
    QTimer m_redrawing; ///< runs while the image is of a former picture
    QImage m_image;     ///< null: to be drawn
    SceneRect m_bounds; ///< of the plan that the image is of
    SceneRect m_visible;
};

} // namespace tetherscope
