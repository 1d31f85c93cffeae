#pragma once

#include "canvas/render.h"
#include "canvas/transition.h"

#include <vector>

namespace tetherscope {

/// How strongly each thing of a picture is drawn, by index into its arrays; 1 is full.
///
/// What a hovered thing has nothing to do with is dimmed; what is new fades in.
struct Opacities
{
    Opacities(const Picture &picture, const PaintOptions &options);
    Opacities(const Picture &picture, const PaintOptions &options, const Transition &transition);
    /// The same for everything: what is vanishing.
    Opacities(const Picture &picture, double all);

    std::vector<double> pills;
    std::vector<double> cards;
    std::vector<double> rings;
    std::vector<double> edges;
    std::vector<double> stubs;
};

} // namespace tetherscope
