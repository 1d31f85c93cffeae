#pragma once

#include <QPointF>

namespace tetherscope {

/// What the mouse button and the space bar are doing to the view: nothing, perhaps a click, or moving it.
///
/// A middle drag moves the view, and so does a left drag while space is held. A left drag without space moves
/// it too, once it has gone further than a click trembles.
class Hand
{
public:
    void press(QPointF point, bool moves);
    /// How far the view is to be moved; null while it is not.
    QPointF move(QPointF point, int clickTremble);
    /// Whether the press was a click.
    bool release();

    void holdSpace();
    /// Whether space was tapped: held without a drag.
    bool releaseSpace();
    /// The space bar went up somewhere else.
    void forgetSpace();

    bool spaceHeld() const { return m_space != Space::Up; }
    bool moving() const { return m_state == State::Moving; }
    bool pressed() const { return m_state != State::Idle; }

private:
    enum class State { Idle, Pressed, Moving };
    enum class Space { Up, Held, HeldAndDragged };

    State m_state = State::Idle;
    Space m_space = Space::Up;
    QPointF m_last;
};

} // namespace tetherscope
