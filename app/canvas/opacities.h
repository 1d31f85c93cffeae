#pragma once

#include "canvas/render.h"
#include "canvas/transition.h"

#include <vector>

namespace tetherscope {

/// How strongly each thing of a picture is drawn, by its number in the picture's arrays; 1 is full.
///
/// What is not sought is dimmed, and what a hovered thing has nothing to do with; what is new fades in. At
/// rest nothing is kept for each thing, so that one of a large picture costs no more than one of a small one.
class Opacities
{
public:
    Opacities(const Picture &picture, const PaintOptions &options);
    Opacities(const Picture &picture, const PaintOptions &options, const Transition &transition);
    /// The same for everything: what is vanishing.
    explicit Opacities(double all)
        : m_all(all)
    {
    }

    double pill(std::size_t i) const { return of(m_pills, i); }
    double card(std::size_t i) const { return of(m_cards, i); }
    double ring(std::size_t i) const { return of(m_rings, i); }
    double edge(std::size_t i) const { return of(m_edges, i); }
    double stub(std::size_t i) const { return of(m_stubs, i); }

private:
    double of(const std::vector<double> &each, std::size_t i) const { return each.empty() ? m_all : each[i]; }
    void dim(const Picture &picture, Target hovered);
    void dimAllBut(const Picture &picture, std::vector<Target> found);
    void brighten(const Opacities &other);
    void fadeIn(const Transition &transition);

    double m_all = 1;
    // empty where all are alike
    std::vector<double> m_pills;
    std::vector<double> m_cards;
    std::vector<double> m_rings;
    std::vector<double> m_edges;
    std::vector<double> m_stubs;
};

} // namespace tetherscope
