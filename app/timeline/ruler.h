#pragma once

#include "timeline/timeline.h"

#include <QAbstractSlider>

#include <cstdint>
#include <vector>

namespace tetherscope {

class Appearance;
class Session;

/// The run as a line: a dot for each statement, a mark above it for what it made, held, let go or evicted, a
/// bracket below for calls, and the play head. A click goes there, a drag scrubs; the future is pale.
///
/// Lifetime  Session and appearance must outlive it.
class Ruler : public QAbstractSlider
{
    Q_OBJECT

public:
    Ruler(Session &session, const Appearance &appearance, QWidget *parent = nullptr);

    /// Where a step stands, in the widget's pixels.
    double xOf(std::size_t step) const;
    std::size_t stepAt(double x) const;

    QSize sizeHint() const override { return {400, 56}; }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    /// A stretch of steps that are all inside calls of at least this depth.
    struct Bracket
    {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        std::uint32_t depth = 1;
    };

    void takeDocument();
    void takeGrowth();
    void takeMoment();
    void readSteps();
    double headX() const;
    double spacing() const;
    QString tipOf(std::size_t step) const;
    void paintTrack(QPainter &painter) const;
    void paintBrackets(QPainter &painter) const;
    void paintSteps(QPainter &painter) const;
    void paintHead(QPainter &painter) const;

    Session &m_session;
    const Appearance &m_appearance;
    std::vector<std::uint8_t> m_marks; ///< by step: the Mark that is drawn
    std::vector<Bracket> m_brackets;
    std::vector<std::size_t> m_openBrackets; ///< indices of those that reach the last step read
    std::size_t m_hovered = SIZE_MAX;
};

} // namespace tetherscope
