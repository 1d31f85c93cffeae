#include "canvas/hand.h"

#include <utility>

namespace tetherscope {

void Hand::press(QPointF point, bool moves)
{
    m_state = moves || spaceHeld() ? State::Moving : State::Pressed;
    m_last = point;
    m_card = {};
}

void Hand::grip(Target card, ScenePoint corner)
{
    if (m_state != State::Pressed) // it moves the view
        return;
    m_card = card;
    m_corner = corner;
}

void Hand::carry(QPointF sceneDistance)
{
    m_corner.x += sceneDistance.x();
    m_corner.y += sceneDistance.y();
}

QPointF Hand::move(QPointF point, int clickTremble)
{
    if (m_state == State::Idle)
        return {};
    if (m_state == State::Pressed && (point - m_last).manhattanLength() < clickTremble)
        return {};
    m_state = State::Moving;
    if (spaceHeld())
        m_space = Space::HeldAndDragged;
    return point - std::exchange(m_last, point);
}

bool Hand::release()
{
    return std::exchange(m_state, State::Idle) == State::Pressed;
}

void Hand::holdSpace()
{
    if (m_space == Space::Up)
        m_space = Space::Held;
}

bool Hand::releaseSpace()
{
    return std::exchange(m_space, Space::Up) == Space::Held;
}

void Hand::forgetSpace()
{
    m_space = Space::Up;
}

} // namespace tetherscope
