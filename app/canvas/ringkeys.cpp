#include "canvas/ringkeys.h"

#include "canvas/find.h"

#include <QKeyEvent>

#include <algorithm>

namespace tetherscope {

namespace {

RingKey plainKey(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return RingKey::Left;
    case Qt::Key_Right:
        return RingKey::Right;
    case Qt::Key_Up:
        return RingKey::Up;
    case Qt::Key_Down:
        return RingKey::Down;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return RingKey::Activate;
    case Qt::Key_Escape:
        return RingKey::Leave;
    default:
        return RingKey::None;
    }
}

} // namespace

RingKey ringKeyOf(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::NoModifier)
        return plainKey(event.key());
    if (modifiers != Qt::AltModifier)
        return RingKey::None;
    if (event.key() == Qt::Key_Right || event.key() == Qt::Key_Down)
        return RingKey::Holds;
    return event.key() == Qt::Key_Left || event.key() == Qt::Key_Up ? RingKey::HeldBy : RingKey::None;
}

Target ringTarget(const Picture &picture, Target from, RingKey key)
{
    switch (key) {
    case RingKey::Left:
        return nearest(picture, from, Direction::Left);
    case RingKey::Right:
        return nearest(picture, from, Direction::Right);
    case RingKey::Up:
        return nearest(picture, from, Direction::Up);
    case RingKey::Down:
        return nearest(picture, from, Direction::Down);
    case RingKey::Holds:
        return alongEdge(picture, from, Along::Holds);
    case RingKey::HeldBy:
        return alongEdge(picture, from, Along::HeldBy);
    case RingKey::None:
    case RingKey::Activate:
    case RingKey::Leave:
        break;
    }
    return Target::nothing();
}

Target neighbourInReadingOrder(const Picture &picture, Target from, int step)
{
    const std::vector<Target> order = readingOrder(picture);
    if (order.empty())
        return Target::nothing();
    const auto found = std::find(order.begin(), order.end(), from);
    if (found == order.end())
        return step > 0 ? order.front() : order.back();
    const std::ptrdiff_t index = found - order.begin() + step;
    const bool inside = index >= 0 && index < static_cast<std::ptrdiff_t>(order.size());
    return inside ? order[static_cast<std::size_t>(index)] : Target::nothing();
}

} // namespace tetherscope
