#pragma once

#include "canvas/geometry.h"
#include "canvas/opacities.h"
#include "canvas/picture.h"
#include "canvas/pictureindex.h"
#include "canvas/render.h"
#include "canvas/surface.h"
#include "look/theme.h"

namespace tetherscope {

/// The colour of what the step has done to a thing; at rest its own.
QColor toneColour(const Theme &theme, Tone tone, const QColor &atRest);

/// What the verbs of drawing share.
struct Drawing
{
    Surface &surface;
    const Picture &picture;
    const Theme &theme;
    const PaintOptions &options;
    const Opacities &opacities;
    const VisibleItems *visible = nullptr; ///< null: everything

    QColor colourOf(Tone tone, const QColor &atRest) const;
    bool selected(Target target) const { return target && options.selected == target; }
    bool ringed(Target target) const { return target && options.ring == target; }
};

/// Calls `draw` with the number of each of so many items that is to be drawn.
template<typename Draw>
void eachVisible(const Drawing &drawing, std::vector<std::uint32_t> VisibleItems::*kind, std::size_t count,
                 Draw draw)
{
    if (drawing.visible == nullptr) {
        for (std::size_t i = 0; i < count; ++i)
            draw(i);
        return;
    }
    for (const std::uint32_t i : drawing.visible->*kind)
        draw(i);
}

enum class Headings { Shown, Hidden };

/// Everything, from the paper up.
void drawPicture(const Drawing &drawing, Headings headings = Headings::Shown);

// The layers, in their order.
void drawHalos(const Drawing &drawing);
void drawEdges(const Drawing &drawing);
void drawHeadings(const Drawing &drawing);
void drawStubs(const Drawing &drawing);
void drawCards(const Drawing &drawing);
void drawPills(const Drawing &drawing);
void drawTails(const Drawing &drawing); ///< where edges leave: on top of what they leave
void drawRings(const Drawing &drawing);
void drawMarks(const Drawing &drawing);

/// Paper under a small text, so that a line that passes below it does not strike it out.
void drawGround(const Drawing &drawing, QPointF anchor, Align align, const QString &text);
/// "+", "−" or "!" on a disc.
void drawCornerMark(const Drawing &drawing, QPointF centre, CornerMark mark);
/// A triangle of this length whose tip is at the point.
QPainterPath arrowHead(QPointF tip, QPointF direction, double length);
/// A line of the picture's kinds; the legend draws with it too.
Stroke edgeStroke(const Theme &theme, Tone tone, bool weak);

} // namespace tetherscope
