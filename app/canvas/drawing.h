#pragma once

#include "canvas/geometry.h"
#include "canvas/opacities.h"
#include "canvas/picture.h"
#include "canvas/render.h"
#include "canvas/surface.h"
#include "look/theme.h"

namespace tetherscope {

/// What the verbs of drawing share.
struct Drawing
{
    Surface &surface;
    const Picture &picture;
    const Theme &theme;
    const PaintOptions &options;
    const Opacities &opacities;

    QColor colourOf(Tone tone, const QColor &atRest) const;
    /// Whether a thing in this rectangle, with its marks and chips, is to be drawn.
    bool sees(const SceneRect &rect) const;
    bool sees(const std::vector<ScenePoint> &curve) const;
    bool selected(Target target) const { return target && options.selected == target; }
    bool ringed(Target target) const { return target && options.ring == target; }
};

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
