#pragma once

#include "canvas/opacities.h"
#include "canvas/pictureindex.h"
#include "canvas/render.h"

#include <QImage>
#include <QRect>
#include <QTransform>

namespace tetherscope {

/// What a picture of blocks is drawn from.
struct SceneDrawing
{
    const Picture &picture;
    const VisibleItems &visible;
    const Theme &theme;
    const PaintOptions &options;
    const Opacities &opacities;
};

/// The picture as one sees it from afar (Detail::Blocks): this part of the device, in its pixels.
QImage drawBlocks(const SceneDrawing &drawing, const QRect &area, const QTransform &toDevice);

/// Longer than any window, and not changed by the step: hundreds of these may pass through a view of a large
/// picture, where they are no more than a texture.
bool isFar(const EdgeItem &edge, double zoom);
/// The paper with thin lines for these edges, to be drawn upon.
QImage drawFarEdges(const SceneDrawing &drawing, const std::vector<std::uint32_t> &edges, const QRect &area,
                    const QTransform &toDevice);

} // namespace tetherscope
