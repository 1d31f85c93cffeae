#include "canvas/drawing.h"
#include "layout/look.h"

namespace tetherscope {

namespace {

constexpr double fadingText = 0.55; ///< of what goes: still legible

void drawHeading(const Drawing &drawing, const HeadingItem &heading)
{
    Surface &surface = drawing.surface;
    const double middle = heading.rect.y + look::headingHeight / 2;
    const QColor ink = heading.running ? drawing.theme.accent : drawing.theme.secondary;
    surface.setOpacity(heading.fading ? fadingText : 1);
    surface.text({heading.rect.x, middle}, Align::Left, heading.text, FontRole::Heading, ink);
    const double after = heading.rect.x + surface.textWidth(heading.text, FontRole::Heading) + 8;
    drawGround(drawing, {after, middle}, Align::Left, heading.detail);
    surface.text({after, middle}, Align::Left, heading.detail, FontRole::Small, drawing.theme.secondary);
    const QPointF second(heading.rect.x, heading.valuesY);
    drawGround(drawing, second, Align::Left, heading.values);
    surface.text(second, Align::Left, heading.values, FontRole::Small, drawing.theme.secondary);
}

Stroke pillStroke(const Drawing &drawing, const PillItem &pill)
{
    switch (pill.tone) {
    case Tone::New:
        return {drawing.theme.created, 2};
    case Tone::Going:
        return {drawing.theme.removed, 2, Dash::Dotted};
    case Tone::Touched:
        return {drawing.theme.accent, 1.5};
    case Tone::Rest:
    case Tone::Leaked:
        break;
    }
    return {pill.plain ? drawing.theme.border : drawing.theme.hairline, 1};
}

void drawPill(const Drawing &drawing, const PillItem &pill, double opacity)
{
    Surface &surface = drawing.surface;
    surface.setOpacity(opacity);
    const QColor fill = pill.plain || pill.tone == Tone::Going ? QColor() : drawing.theme.node;
    surface.box(toQRectF(pill.rect), pill.rect.height / 2, fill, pillStroke(drawing, pill));
    surface.setOpacity(pill.tone == Tone::Going ? opacity * fadingText : opacity);
    const QPointF left(pill.rect.x + look::pillPadding, pill.rect.centreY());
    surface.text(left, Align::Left, pill.text, FontRole::Name, drawing.theme.text);
    const double after = surface.textWidth(pill.text, FontRole::Name) + look::pillValueGap;
    surface.text(left + QPointF(after, 0), Align::Left, pill.value, FontRole::Name, drawing.theme.secondary);
}

} // namespace

void drawHeadings(const Drawing &drawing)
{
    for (const HeadingItem &heading : drawing.picture.headings)
        drawHeading(drawing, heading);
}

void drawPills(const Drawing &drawing)
{
    const std::vector<PillItem> &pills = drawing.picture.pills;
    eachVisible(drawing, &VisibleItems::pills, pills.size(),
                [&](std::size_t i) { drawPill(drawing, pills[i], drawing.opacities.pill(i)); });
}

} // namespace tetherscope
