#pragma once

#include <cstdint>

namespace tetherscope {

/// How much of a picture can be told apart at a zoom.
enum class Detail : std::uint8_t {
    Full,   ///< everything, with all texts
    Shapes, ///< outlines, lines and marks; a bar stands for each text
    Blocks, ///< a block for each thing, a thin line for each edge
};

constexpr double leastLegible = 0.4; ///< letters of 11 pixels are under five below this
constexpr double leastShapely = 0.2;

/// `zoom` in logical pixels to a scene pixel: what the eye sees, whatever the screen's density.
constexpr Detail detailAt(double zoom)
{
    return zoom >= leastLegible ? Detail::Full : zoom >= leastShapely ? Detail::Shapes : Detail::Blocks;
}

} // namespace tetherscope
