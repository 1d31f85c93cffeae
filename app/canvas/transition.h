#pragma once

#include "canvas/picture.h"

#include <cstdint>
#include <vector>

namespace tetherscope {

/// From one picture to the next, in stages: what has gone fades out, then what is new fades in. Nothing
/// moves.
///
/// Progress runs from 0 to 1; a finished or empty transition shows everything at full strength.
class Transition
{
public:
    static constexpr int usualMs = 240;
    static constexpr double vanishedAt = 1.0 / 3;      ///< what has gone fades from 0 on: in 80 ms
    static constexpr double appearsFrom = 140.0 / 240; ///< what is new fades in, to the end

    Transition() = default;
    Transition(const Picture &from, const Picture &to);

    /// What `from` had and `to` has not.
    const Picture &vanishing() const { return m_vanishing; }
    std::size_t changedCount() const { return m_changedCount; }

    void setProgress(double progress) { m_progress = progress; }
    bool running() const { return m_changedCount > 0 && m_progress < 1; }
    double vanishingOpacity() const;
    double appearingOpacity() const;

    /// By index into the arrays of `to`.
    bool pillAppears(std::size_t index) const { return running() && m_pills[index]; }
    bool cardAppears(std::size_t index) const { return running() && m_cards[index]; }
    bool ringAppears(std::size_t index) const { return running() && m_rings[index]; }
    bool edgeAppears(std::size_t index) const { return running() && m_edges[index]; }
    bool stubAppears(std::size_t index) const { return running() && m_stubs[index]; }

private:
    Picture m_vanishing;
    std::vector<bool> m_pills;
    std::vector<bool> m_cards;
    std::vector<bool> m_rings;
    std::vector<bool> m_edges;
    std::vector<bool> m_stubs;
    std::size_t m_changedCount = 0;
    double m_progress = 1;
};

} // namespace tetherscope
