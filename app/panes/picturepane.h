#pragma once

#include "canvas/fontmeasure.h"
#include "canvas/places.h"

#include <QWidget>

namespace tetherscope {

class Actions;
class Appearance;
class CanvasView;
class FindBar;
class SentenceBlock;
class Session;
struct SeenMoment;

/// The middle of the window: the sentence, and the canvas with the picture of the moment.
///
/// Lifetime  All that it is given must outlive it.
class PicturePane : public QWidget
{
    Q_OBJECT

public:
    PicturePane(Session &session, const Actions &actions, const Appearance &appearance,
                QWidget *parent = nullptr);

    /// What can be exported of it by now. Requires: session.hasDocument()
    SeenMoment seen() const;
    FindBar &findBar() const { return *m_findBar; }

    CanvasView &canvas() const { return *m_canvas; }
    SentenceBlock &sentence() const { return *m_sentence; }

private:
    void connectView(const Actions &actions);
    void showDocument();
    void showMoment();
    void applyTheme();
    void applyMotion();
    void connectHands();
    void connectFolds(const Actions &actions);
    ObjectId selectedObject() const;
    void showPlaced(const Places &places);
    void showMenu(Target target, const QPoint &globalPosition);

    Session &m_session;
    const Actions &m_actions;
    const Appearance &m_appearance;
    FontMeasure m_measure;
    SentenceBlock *m_sentence;
    CanvasView *m_canvas;
    FindBar *m_findBar;
    Picture m_planned; ///< as it is without what was put elsewhere
    Target m_followed; ///< kept in sight from step to step
    std::uint32_t m_shownStep = 0;
};

} // namespace tetherscope
