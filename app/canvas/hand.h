#pragma once

#include "canvas/target.h"
#include "layout/geometry.h"

#include <QPointF>

namespace tetherscope {

/// What the mouse button and the space bar are doing to the view: nothing, perhaps a click, or moving it.
///
/// A middle drag moves the view, and so does a left drag while space is held. A left drag without space
/// carries the card that it began on, or moves the view where it began on paper, once it has gone further
/// than a click trembles.
class Hand
{
public:
    void press(QPointF point, bool moves);
    /// How far the view is to be moved; null while it is not.
    QPointF move(QPointF point, int clickTremble);
    /// Whether the press was a click.
    bool release();

    /// The press is on a card: what moves then is the card, whose top left corner is here.
    void grip(Target card, ScenePoint corner);
    Target card() const { return m_state == State::Idle ? Target::nothing() : m_card; }
    ScenePoint corner() const { return m_corner; }
    void carry(QPointF sceneDistance);

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
    Target m_card;
    ScenePoint m_corner;
};

} // namespace tetherscope
