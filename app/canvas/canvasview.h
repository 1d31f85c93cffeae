#pragma once

#include "canvas/framebuffer.h"
#include "canvas/hand.h"
#include "canvas/stage.h"
#include "canvas/viewport.h"
#include "look/theme.h"

#include <QTimer>
#include <QWidget>

class QHelpEvent;

namespace tetherscope {

class Legend;
class Overview;
class ZoomChip;

/// The canvas: shows one picture after another, and the person moves the view, never the picture.
///
/// The view is fitted once to the run's plan and kept by every step; where the plan is too large for 60 %,
/// the state it was seeded with is fitted, and a step whose change is out of sight moves the view by the
/// least distance.
///
/// Keys     Tab gives the keyboard's ring to the next thing, arrows walk while there is a ring, Alt and an
/// arrow walk
///          along an edge, Enter selects, Esc takes the ring. Without a ring arrows are left to the parent:
///          they are time. Space held and drag moves the view; Space released without a drag is
///          spaceTapped().
/// Mouse    Click selects, a drag carries a card or moves the view, middle drag and wheel move the view, Ctrl
/// and wheel or a pinch zoom to the cursor.
class CanvasView : public QWidget
{
    Q_OBJECT

public:
    explicit CanvasView(QWidget *parent = nullptr);
    ~CanvasView() override;

    void setTheme(const Theme &theme);
    const Theme &theme() const { return m_theme; }

    using Change = Stage::Change;
    /// Shows the picture. A picture with other bounds belongs to another plan: the view is fitted to it.
    void setPicture(Picture picture, Change change = Change::Animated);
    const Picture &picture() const { return m_stage.picture(); }
    /// Another one for each picture that was set.
    std::uint64_t pictureNumber() const { return m_pictureNumber; }
    /// What is said where there is nothing to draw: "Nothing exists yet. → takes the first step."
    void setEmptyText(const QString &text);

    Target selection() const { return m_options.selected; }
    void setSelection(Target target);
    Target ring() const { return m_options.ring; }
    void setRing(Target target);
    /// Selects it, and asks for more about it.
    void activate(Target target);

    /// Of a step's change; 0: none. 240 ms, unless the person wants less motion.
    void setAnimationDuration(int milliseconds) { m_stage.setDuration(milliseconds); }
    bool isAnimating() const { return m_stage.isAnimating(); }
    int animationDuration() const { return m_stage.duration(); }

    double zoom() const { return m_viewport.scale(); }
    QPointF toView(ScenePoint point) const { return m_viewport.toView(point); }
    ScenePoint toScene(QPointF point) const { return m_viewport.toScene(point); }

    /// What of the scene is in sight.
    SceneRect shownPart() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    /// Draws everything anew, whatever is known to have changed.
    void repaintAll();
    void zoomIn();
    void zoomOut();
    void zoomToActualSize();
    void fit();
    void fitSelection();
    /// Moves the view so that the place is in its middle.
    void centreOn(tetherscope::ScenePoint place);
    /// These stand out, the rest is dimmed; none: nothing in particular.
    void setFound(const std::vector<tetherscope::Target> &found);
    /// Brings the target into sight by the least distance.
    void reveal(tetherscope::Target target);

Q_SIGNALS:
    void selectionChanged(tetherscope::Target target);
    /// Enter or double click: look into it.
    void activated(tetherscope::Target target);
    void contextMenuRequested(tetherscope::Target target, const QPoint &globalPosition);
    void zoomChanged(double zoom);
    void spaceTapped();
    /// A card is being carried, and would be there; the picture shows it there if somebody sets it so.
    void cardCarried(tetherscope::Target card, tetherscope::ScenePoint corner);
    void cardPutDown(tetherscope::Target card, tetherscope::ScenePoint corner);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    /// Where the picture may be: the widget without its margins and the strip of the legend.
    QRectF room() const;
    void fitToPlan();
    void repaintAreas(const std::vector<SceneRect> &areas);
    /// The outline of a thing, with what shows that it is selected or has the keyboard.
    void repaintTarget(Target target);
    void showChange();
    void viewMoved();
    void zoomAround(QPointF viewPoint, double factor);
    void placeOverlays();
    void placeOverview();
    void updateOverview();

    Target targetUnder(QPointF viewPoint) const;
    void moveByHand(QPointF distance);
    void hover(Target target);
    void select(Target target);
    bool handleRingKey(const QKeyEvent &event);
    void askForMenu(QKeyEvent &event);
    void showTip(const QHelpEvent &event);
    void updateCursor();

    Theme m_theme;
    Stage m_stage;
    PaintOptions m_options;
    QString m_emptyText;
    Viewport m_viewport;
    FrameBuffer m_frame;
    QTimer m_sharpening; ///< runs while the last frame is shown stretched
    std::uint64_t m_pictureNumber = 0;
    SceneRect
        m_firstSeen;      ///< of a plan too large to be fitted whole: its seed, and what is new when it comes
    bool m_fitted = true; ///< the person has not moved the view since it was fitted
    Hand m_hand;

    Legend *m_legend;
    ZoomChip *m_zoomChip;
    Overview *m_overview; ///< while the plan is larger than the view
};

} // namespace tetherscope
