#pragma once

#include "analysis/folding.h"
#include "canvas/render.h"
#include "session/document.h"

#include <QSize>

#include <functional>

namespace tetherscope {

/// What a person sees, for who exports it.
struct SeenMoment
{
    Document document;
    Position moment;
    bool dark = false;
    QSize size;         ///< of the canvas, in logical pixels
    SceneRect part;     ///< what the canvas shows of the scene
    PaintOptions marks; ///< its selection
    Folding folding;    ///< what is put away
    /// What the window makes of a composed picture; see ExportOptions.
    std::function<Picture(Picture)> arrange;
};

} // namespace tetherscope
