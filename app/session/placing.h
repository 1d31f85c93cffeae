#pragma once

#include "canvas/places.h"

#include <QObject>

#include <optional>
#include <vector>

namespace tetherscope {

/// Where the person has put cards, above the plan, and the way back from it: each move can be taken back, the
/// latest first, and made again.
class Placing : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const Places &places() const { return m_places; }
    void move(tetherscope::Target target, tetherscope::ScenePoint corner);
    /// To where the plan has it; that too can be taken back.
    void giveBack(tetherscope::Target target);

    bool canUndo() const { return m_done > 0; }
    bool canRedo() const { return m_done < m_moves.size(); }
    void undo();
    void redo();
    /// Another run: ids mean other things now.
    void reset();

Q_SIGNALS:
    void changed();

private:
    using Corner = std::optional<ScenePoint>; ///< none: as planned
    struct Move
    {
        Target target;
        Corner from;
        Corner to;
    };
    void make(const Move &move);
    void set(Target target, Corner corner);

    Places m_places;
    std::vector<Move> m_moves;
    std::size_t m_done = 0;
};

} // namespace tetherscope
