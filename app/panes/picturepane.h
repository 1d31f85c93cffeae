#pragma once

#include "canvas/fontmeasure.h"

#include <QWidget>

namespace tetherscope {

class Actions;
class Appearance;
class CanvasView;
class SentenceBlock;
class Session;

/// The middle of the window: the sentence, and the canvas with the picture of the moment.
///
/// Lifetime  All that it is given must outlive it.
class PicturePane : public QWidget
{
    Q_OBJECT

public:
    PicturePane(Session &session, const Actions &actions, const Appearance &appearance,
                QWidget *parent = nullptr);

    CanvasView &canvas() const { return *m_canvas; }
    SentenceBlock &sentence() const { return *m_sentence; }

private:
    void connectView(const Actions &actions);
    void showDocument();
    void showMoment();
    void applyTheme();

    Session &m_session;
    const Appearance &m_appearance;
    FontMeasure m_measure;
    SentenceBlock *m_sentence;
    CanvasView *m_canvas;
    std::uint32_t m_shownStep = 0;
};

} // namespace tetherscope
