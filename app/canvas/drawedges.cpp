#include "canvas/drawing.h"

#include <cmath>

namespace tetherscope {

namespace {

constexpr double headLength = 9;
constexpr double goingHeadLength = 7;
constexpr double tailRadius = 3;
constexpr double crossArm = 4;

QPointF unit(QPointF vector)
{
    const double length = std::hypot(vector.x(), vector.y());
    return length > 0 ? vector / length : QPointF(1, 0);
}

/// The direction in which the path arrives.
QPointF arrival(const std::vector<ScenePoint> &points)
{
    const QPointF tip = toQPointF(points.back());
    for (std::size_t i = points.size() - 1; i-- > 0;)
        if (toQPointF(points[i]) != tip)
            return unit(tip - toQPointF(points[i]));
    return {1, 0};
}

/// The path, ending `shortened` before its tip: under the head.
QPainterPath curve(const std::vector<ScenePoint> &points, double shortened)
{
    const QPointF back = arrival(points) * shortened;
    QPainterPath path(toQPointF(points.front()));
    for (std::size_t i = 1; i + 2 < points.size(); i += 3) {
        const bool last = i + 3 >= points.size();
        path.cubicTo(toQPointF(points[i]), toQPointF(points[i + 1]) - (last ? back : QPointF()),
                     toQPointF(points[i + 2]) - (last ? back : QPointF()));
    }
    return path;
}

void drawCross(const Drawing &drawing, QPointF centre, const Stroke &stroke)
{
    drawing.surface.line(centre + QPointF(-crossArm, -crossArm), centre + QPointF(crossArm, crossArm),
                         stroke);
    drawing.surface.line(centre + QPointF(-crossArm, crossArm), centre + QPointF(crossArm, -crossArm),
                         stroke);
}

/// Solid for what holds; hollow for what only looks on, and for what has let go.
void drawHead(const Drawing &drawing, const EdgeItem &edge, const Stroke &stroke)
{
    const double length = edge.tone == Tone::Going ? goingHeadLength : headLength;
    const QPainterPath head = arrowHead(toQPointF(edge.points.back()), arrival(edge.points), length);
    if (edge.counts())
        drawing.surface.path(head, stroke.colour, {});
    else
        drawing.surface.path(head, drawing.theme.canvas, {stroke.colour, 1.5});
}

void drawEdge(const Drawing &drawing, const EdgeItem &edge)
{
    Stroke stroke = edgeStroke(drawing.theme, edge.tone, edge.weak);
    if (!edge.to)
        stroke.colour = drawing.theme.secondary;
    drawing.surface.path(curve(edge.points, edge.to ? headLength - 1 : 0), {}, stroke);
    if (edge.to)
        drawHead(drawing, edge, stroke);
    else
        drawCross(drawing, toQPointF(edge.points.back()), {stroke.colour, 1.5});
}

void drawStub(const Drawing &drawing, const StubItem &stub)
{
    constexpr double square = 6;
    const QPointF start = toQPointF(stub.points.front());
    const Stroke stroke = edgeStroke(drawing.theme, stub.tone, false);
    drawing.surface.path(curve(stub.points, headLength - 1), {}, stroke);
    drawing.surface.path(arrowHead(toQPointF(stub.points.back()), arrival(stub.points), headLength),
                         stroke.colour, {});
    drawing.surface.box(QRectF(start.x() - square / 2, start.y() - square / 2, square, square), 1,
                        stroke.colour, {});
}

void drawStubCaption(const Drawing &drawing, const StubItem &stub)
{
    const QPointF right(stub.captionRect.right(), stub.captionRect.centreY());
    drawGround(drawing, right, Align::Right, stub.caption);
    drawing.surface.text(right, Align::Right, stub.caption, FontRole::Small, drawing.theme.secondary);
}

QColor ringColour(const Drawing &drawing, const RingItem &ring)
{
    if (ring.dead)
        return drawing.theme.secondary;
    return drawing.colourOf(ring.tone, drawing.theme.weak);
}

/// A callback will be told: a small flag on the ring.
void drawFlag(Surface &surface, QPointF foot, const QColor &colour)
{
    QPainterPath flag(foot);
    flag.lineTo(foot + QPointF(0, -8));
    flag.lineTo(foot + QPointF(6, -5.5));
    flag.lineTo(foot + QPointF(0, -3));
    surface.path(flag, colour, {colour, 1});
}

void drawRing(const Drawing &drawing, const RingItem &ring)
{
    Surface &surface = drawing.surface;
    const QPointF centre(ring.rect.centreX(), ring.rect.centreY());
    const double radius = ring.rect.width / 2 - 1;
    const Stroke stroke{ringColour(drawing, ring), ring.ghost ? 1.5 : 2};
    surface.disc(centre, radius, drawing.theme.canvas, stroke);
    if (ring.dead || ring.ghost) {
        const double arm = radius * 0.6;
        surface.line(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm), {stroke.colour, 1.5});
        surface.line(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm), {stroke.colour, 1.5});
    }
    if (ring.callback)
        drawFlag(surface, centre - QPointF(0, radius), stroke.colour);
    surface.text(centre - QPointF(0, radius + (ring.callback ? 16 : 8)), Align::Centre, ring.caption,
                 FontRole::Small, drawing.theme.secondary);
}

} // namespace

QPainterPath arrowHead(QPointF tip, QPointF direction, double length)
{
    const QPointF base = tip - direction * length;
    const QPointF across(-direction.y() * length / 2, direction.x() * length / 2);
    QPainterPath head(tip);
    head.lineTo(base + across);
    head.lineTo(base - across);
    head.closeSubpath();
    return head;
}

Stroke edgeStroke(const Theme &theme, Tone tone, bool weak)
{
    switch (tone) {
    case Tone::New:
        return {theme.created, weak ? 1.6 : 2, weak ? Dash::Dashed : Dash::Solid};
    case Tone::Going:
        return {theme.removed, weak ? 1.6 : 2, Dash::Dotted};
    case Tone::Touched:
        return {theme.accent, weak ? 1.6 : 2, weak ? Dash::Dashed : Dash::Solid};
    case Tone::Rest:
    case Tone::Leaked:
        break;
    }
    return weak ? Stroke{theme.weak, 1.5, Dash::Dashed} : Stroke{theme.strong, 1.6, Dash::Solid};
}

void drawEdges(const Drawing &drawing)
{
    const std::vector<EdgeItem> &edges = drawing.picture.edges;
    eachVisible(drawing, &VisibleItems::edges, edges.size(), [&](std::size_t i) {
        drawing.surface.setOpacity(drawing.opacities.edge(i));
        drawEdge(drawing, edges[i]);
    });
    eachVisible(drawing, &VisibleItems::farEdges, 0, [&](std::size_t i) {
        drawing.surface.setOpacity(drawing.opacities.edge(i));
        drawHead(drawing, edges[i], edgeStroke(drawing.theme, edges[i].tone, edges[i].weak));
    });
}

void drawStubs(const Drawing &drawing)
{
    const std::vector<StubItem> &stubs = drawing.picture.stubs;
    eachVisible(drawing, &VisibleItems::stubs, stubs.size(), [&](std::size_t i) {
        drawing.surface.setOpacity(drawing.opacities.stub(i));
        drawStub(drawing, stubs[i]);
        drawStubCaption(drawing, stubs[i]);
    });
}

void drawTails(const Drawing &drawing)
{
    const std::vector<EdgeItem> &edges = drawing.picture.edges;
    const auto draw = [&](std::size_t i) {
        if (edges[i].weak)
            return; // its ring is its tail
        drawing.surface.setOpacity(drawing.opacities.edge(i));
        drawing.surface.disc(toQPointF(edges[i].points.front()), tailRadius,
                             edgeStroke(drawing.theme, edges[i].tone, false).colour, {});
    };
    eachVisible(drawing, &VisibleItems::edges, edges.size(), draw);
    eachVisible(drawing, &VisibleItems::farEdges, 0, draw);
}

void drawRings(const Drawing &drawing)
{
    const std::vector<RingItem> &rings = drawing.picture.rings;
    eachVisible(drawing, &VisibleItems::rings, rings.size(), [&](std::size_t i) {
        drawing.surface.setOpacity(drawing.opacities.ring(i));
        drawRing(drawing, rings[i]);
    });
}

} // namespace tetherscope
