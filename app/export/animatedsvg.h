#pragma once

#include "canvas/svgdocument.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace tetherscope {

class Sheet;
class ShapeMerge;

/// Writes sheets, one after another and for ever, as one SVG document: what changes is staged by CSS (what
/// has gone fades out, then what is new fades in), what stays is there once.
///
/// Somebody who wants less motion gets the changes without fading; a viewer that knows no animation shows the
/// last sheet.
class AnimatedSvg
{
public:
    explicit AnimatedSvg(double secondsPerSheet);
    ~AnimatedSvg();

    /// Requires: all sheets have the same options, and pictures of one plan.
    void add(const Sheet &sheet);
    /// The file's content; empty if there was no sheet.
    QByteArray take();

private:
    double m_secondsPerSheet;
    SvgHead m_head;
    std::vector<QTransform> m_views; ///< of each layer
    std::vector<std::unique_ptr<ShapeMerge>> m_layers;
    std::size_t m_sheetCount = 0;
};

} // namespace tetherscope
