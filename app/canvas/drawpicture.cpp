#include "canvas/drawing.h"

namespace tetherscope {

QColor toneColour(const Theme &theme, Tone tone, const QColor &atRest)
{
    switch (tone) {
    case Tone::New:
        return theme.created;
    case Tone::Going:
        return theme.removed;
    case Tone::Leaked:
        return theme.leaked;
    case Tone::Touched:
        return theme.accent;
    case Tone::Rest:
        break;
    }
    return atRest;
}

QColor Drawing::colourOf(Tone tone, const QColor &atRest) const
{
    return toneColour(theme, tone, atRest);
}

void drawPicture(const Drawing &drawing, Headings headings)
{
    drawHalos(drawing);
    drawEdges(drawing);
    if (headings == Headings::Shown)
        drawHeadings(drawing);
    drawStubs(drawing);
    drawCards(drawing);
    drawPills(drawing);
    drawTails(drawing);
    drawRings(drawing);
    drawMarks(drawing);
    drawing.surface.setOpacity(1);
}

namespace {

struct HaloShape
{
    QRectF rect;
    double radius = 0;
};

/// Of a thing's own outline; the halo goes around it.
HaloShape haloShape(const Picture &picture, Target target)
{
    for (const CardItem &card : picture.cards)
        if (card.target() == target)
            return {toQRectF(card.rect), 8};
    for (const PillItem &pill : picture.pills)
        if (Target::of(pill.name) == target)
            return {toQRectF(pill.rect), pill.rect.height / 2};
    for (const RingItem &ring : picture.rings)
        if (ring.reference && Target::of(ring.reference) == target)
            return {toQRectF(ring.rect), ring.rect.width / 2};
    return {};
}

/// Outside the thing, so that no meaning of its own outline is covered.
void drawHalo(const Drawing &drawing, Target target)
{
    const HaloShape shape = haloShape(drawing.picture, target);
    if (shape.rect.isEmpty())
        return;
    constexpr double width = 5;
    constexpr double gap = width / 2 + 0.5;
    QColor veil = drawing.theme.accent;
    veil.setAlphaF(drawing.theme.dark ? 0.38F : 0.24F);
    drawing.surface.box(shape.rect.adjusted(-gap, -gap, gap, gap), shape.radius + gap, {}, {veil, width});
}

void drawRingFrame(const Drawing &drawing, Target target)
{
    const HaloShape shape = haloShape(drawing.picture, target);
    if (shape.rect.isEmpty())
        return;
    constexpr double gap = 7;
    drawing.surface.box(shape.rect.adjusted(-gap, -gap, gap, gap), shape.radius + gap, {},
                        {drawing.theme.accent, 2});
}

} // namespace

void drawHalos(const Drawing &drawing)
{
    drawing.surface.setOpacity(1);
    if (drawing.options.selected)
        drawHalo(drawing, drawing.options.selected);
    if (drawing.options.ring)
        drawRingFrame(drawing, drawing.options.ring);
}

void drawGround(const Drawing &drawing, QPointF anchor, Align align, const QString &text)
{
    if (text.isEmpty())
        return;
    constexpr double height = 14;
    const double width = drawing.surface.textWidth(text, FontRole::Small);
    const double left = align == Align::Right ? anchor.x() - width : anchor.x();
    QColor veil = drawing.theme.canvas;
    veil.setAlphaF(0.8F);
    drawing.surface.box(QRectF(left - 2, anchor.y() - height / 2, width + 4, height), 3, veil, {});
}

void drawCornerMark(const Drawing &drawing, QPointF centre, CornerMark mark)
{
    const QColor fill = mark == CornerMark::Plus    ? drawing.theme.created
                        : mark == CornerMark::Minus ? drawing.theme.removed
                                                    : drawing.theme.leaked;
    const Stroke ink{drawing.theme.inkOnTone, 1.6};
    drawing.surface.disc(centre, 8, drawing.theme.canvas, {});
    drawing.surface.disc(centre, 6.5, fill, {});
    if (mark == CornerMark::Alert) {
        drawing.surface.line(centre + QPointF(0, -3.6), centre + QPointF(0, 0.8), ink);
        drawing.surface.line(centre + QPointF(0, 2.2), centre + QPointF(0, 3.8), ink);
        return;
    }
    drawing.surface.line(centre + QPointF(-3.2, 0), centre + QPointF(3.2, 0), ink);
    if (mark == CornerMark::Plus)
        drawing.surface.line(centre + QPointF(0, -3.2), centre + QPointF(0, 3.2), ink);
}

void drawMarks(const Drawing &drawing)
{
    const auto draw = [&](const auto &item, double opacity) {
        if (item.mark == CornerMark::None)
            return;
        drawing.surface.setOpacity(opacity);
        drawCornerMark(drawing, QPointF(item.rect.x + 4, item.rect.y + 3), item.mark);
    };
    const Picture &picture = drawing.picture;
    eachVisible(drawing, &VisibleItems::cards, picture.cards.size(),
                [&](std::size_t i) { draw(picture.cards[i], drawing.opacities.card(i)); });
    eachVisible(drawing, &VisibleItems::pills, picture.pills.size(),
                [&](std::size_t i) { draw(picture.pills[i], drawing.opacities.pill(i)); });
}

} // namespace tetherscope
