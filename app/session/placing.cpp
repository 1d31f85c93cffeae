#include "session/placing.h"

namespace tetherscope {

void Placing::set(Target target, Corner corner)
{
    if (corner)
        m_places.put(target, *corner);
    else
        m_places.giveBack(target);
    Q_EMIT changed();
}

void Placing::make(const Move &move)
{
    if (move.from == move.to)
        return;
    m_moves.resize(m_done);
    m_moves.push_back(move);
    ++m_done;
    set(move.target, move.to);
}

void Placing::move(Target target, ScenePoint corner)
{
    make({target, m_places.of(target), corner});
}

void Placing::giveBack(Target target)
{
    make({target, m_places.of(target), std::nullopt});
}

void Placing::undo()
{
    if (!canUndo())
        return;
    const Move &last = m_moves[--m_done];
    set(last.target, last.from);
}

void Placing::redo()
{
    if (!canRedo())
        return;
    const Move &next = m_moves[m_done++];
    set(next.target, next.to);
}

void Placing::reset()
{
    m_moves.clear();
    m_done = 0;
    if (m_places.empty())
        return;
    m_places = {};
    Q_EMIT changed();
}

} // namespace tetherscope
