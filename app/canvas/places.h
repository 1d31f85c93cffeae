#pragma once

#include "canvas/picture.h"

#include <map>
#include <optional>

namespace tetherscope {

/// Where a person has put cards, instead of where the plan has them: their top left corners, in scene pixels.
///
/// A value. Another plan of the run leaves them where they are.
class Places
{
public:
    bool empty() const { return m_corners.empty(); }
    std::optional<ScenePoint> of(Target target) const;
    void put(Target target, ScenePoint corner) { m_corners[target] = corner; }
    /// Back to where the plan has it.
    void giveBack(Target target) { m_corners.erase(target); }

    friend bool operator==(const Places &, const Places &) = default;

private:
    std::map<Target, ScenePoint> m_corners;
};

/// The picture with its cards in those places. Rows, rings and stubs go with their card, and lines that lead
/// to it or from it are laid anew, by the plan's own rules; nothing else moves.
Picture movedTo(const Places &places, Picture picture);

} // namespace tetherscope
