#include "canvas/drawing.h"
#include "layout/look.h"

#include <algorithm>

namespace tetherscope {

namespace {

constexpr double cardRadius = 8;
constexpr double ghostOpacity = 0.35;
constexpr double ghostTextOpacity = 0.6;
constexpr double titleMiddle = 21; ///< where a line of values stands under the title
constexpr double subtitleMiddle = 44;
constexpr double diamondSize = 7;
constexpr double diamondRoom = 22;

Stroke cardStroke(const Drawing &drawing, const CardItem &card)
{
    if (card.tone == Tone::Going)
        return {drawing.theme.removed, 2, Dash::Dotted};
    if (card.tone == Tone::New || card.tone == Tone::Leaked)
        return {drawing.colourOf(card.tone, {}), 2};
    if (drawing.selected(card.target()))
        return {drawing.theme.accent, 1.5};
    return {drawing.theme.hairline, 1};
}

/// Diagonals of a rectangle, each as a segment within it: no clip is needed.
void drawHatch(Surface &surface, const QRectF &rect, QColor colour)
{
    constexpr double pitch = 9;
    colour.setAlphaF(0.18F);
    for (double reach = pitch * 1.5; reach < rect.width() + rect.height(); reach += pitch) {
        const double left = std::max(0.0, reach - rect.height());
        const double right = std::min(rect.width(), reach);
        surface.line({rect.left() + left, rect.top() + reach - left},
                     {rect.left() + right, rect.top() + reach - right}, {colour, 1});
    }
}

void drawBody(const Drawing &drawing, const CardItem &card)
{
    const QColor fill = card.tone == Tone::Touched ? drawing.theme.touched : drawing.theme.node;
    const QRectF rect = toQRectF(card.rect);
    drawing.surface.box(rect, cardRadius, fill, {});
    if (card.tone == Tone::Leaked)
        drawHatch(drawing.surface, rect.adjusted(2, 2, -2, -2), drawing.theme.leaked);
}

void drawOutline(const Drawing &drawing, const CardItem &card)
{
    drawing.surface.box(toQRectF(card.rect), cardRadius, {}, cardStroke(drawing, card));
}

/// Returns where the badge begins.
double drawBadge(const Drawing &drawing, const CardItem &card, double middle)
{
    constexpr double height = 24;
    constexpr double fromRight = 10;
    const double right = card.rect.right() - fromRight;
    if (card.badge.isEmpty())
        return right;
    const double width =
        std::max(28.0, drawing.surface.textWidth(card.badge, FontRole::Badge) + 2 * (look::badgePadding - 2));
    const QRectF badge(right - width, middle - height / 2, width, height);
    const bool loud = card.badgeTone != Tone::Rest;
    drawing.surface.box(badge, height / 2, drawing.colourOf(card.badgeTone, drawing.theme.sunken), {});
    drawing.surface.text(badge.center(), Align::Centre, card.badge, FontRole::Badge,
                         loud ? drawing.theme.inkOnTone : drawing.theme.text);
    return badge.left();
}

void drawDiamond(const Drawing &drawing, QPointF centre)
{
    QPainterPath diamond(centre + QPointF(0, -diamondSize));
    diamond.lineTo(centre + QPointF(diamondSize, 0));
    diamond.lineTo(centre + QPointF(0, diamondSize));
    diamond.lineTo(centre + QPointF(-diamondSize, 0));
    diamond.closeSubpath();
    drawing.surface.path(diamond, {}, {drawing.theme.weak, 1.6});
}

void drawHeader(const Drawing &drawing, const CardItem &card)
{
    Surface &surface = drawing.surface;
    const double middle = card.rect.y + (card.subtitleHeight > 0 ? titleMiddle : card.headerHeight / 2);
    double left = card.rect.x + look::cardPadding;
    if (card.cache) {
        drawDiamond(drawing, {left + diamondSize, middle});
        left += diamondRoom;
    }
    surface.text({left, middle}, Align::Left, card.title, FontRole::Title, drawing.theme.text);
    const double badgeLeft = drawBadge(drawing, card, middle);
    surface.text({badgeLeft - 8, middle}, Align::Right, card.state, FontRole::Heading,
                 drawing.colourOf(card.tone, drawing.theme.secondary));
}

void drawSubtitle(const Drawing &drawing, const CardItem &card)
{
    const double left = card.rect.x + look::cardPadding;
    const bool wrong = card.tone == Tone::Leaked || card.ghost;
    drawing.surface.text({left, card.rect.y + subtitleMiddle}, Align::Left, card.subtitle, FontRole::Small,
                         wrong ? drawing.theme.text : drawing.theme.secondary);
    const double emptyMiddle = card.subtitle.isEmpty() && card.subtitleHeight > 0
                                   ? subtitleMiddle
                                   : card.headerHeight + card.subtitleHeight + look::rowHeight / 2;
    drawing.surface.text({left, card.rect.y + emptyMiddle}, Align::Left, card.empty, FontRole::Small,
                         drawing.theme.placeholder);
}

/// A word at the row's right: in a filled chip where somebody asked for the row.
void drawRowState(const Drawing &drawing, const RowItem &row)
{
    Surface &surface = drawing.surface;
    const double middle = row.rect.centreY();
    const double right = row.rect.right() - look::cardPadding + 4;
    if (row.tone != Tone::Touched)
        return surface.text({right - 2, middle}, Align::Right, row.state, FontRole::Small,
                            drawing.colourOf(row.tone, drawing.theme.secondary));
    const double width = surface.textWidth(row.state, FontRole::Heading) + 20;
    const QRectF chip(right - width, middle - 10, width, 20);
    surface.box(chip, 10, drawing.theme.accent, {});
    surface.text(chip.center(), Align::Centre, row.state, FontRole::Heading, drawing.theme.inkOnTone);
}

/// The row's ground; at the card's end its corners are the card's.
void drawRowTint(const Drawing &drawing, const CardItem &card, const RowItem &row)
{
    QColor tint = drawing.theme.touched;
    if (row.tone != Tone::Touched) {
        tint = drawing.colourOf(row.tone, {});
        tint.setAlphaF(0.09F);
    }
    const QRectF rect = toQRectF(row.rect);
    if (row.rect.bottom() < card.rect.bottom() - 1)
        return drawing.surface.box(rect, 0, tint, {});
    QPainterPath rounded(rect.topLeft());
    rounded.lineTo(rect.topRight());
    rounded.lineTo(rect.bottomRight() - QPointF(0, cardRadius));
    rounded.quadTo(rect.bottomRight(), rect.bottomRight() - QPointF(cardRadius, 0));
    rounded.lineTo(rect.bottomLeft() + QPointF(cardRadius, 0));
    rounded.quadTo(rect.bottomLeft(), rect.bottomLeft() - QPointF(0, cardRadius));
    rounded.closeSubpath();
    drawing.surface.path(rounded, tint, {});
}

void drawRow(const Drawing &drawing, const CardItem &card, const RowItem &row)
{
    Surface &surface = drawing.surface;
    const QRectF rect = toQRectF(row.rect);
    // Where the whole card is new or goes, its rows say nothing more.
    if (row.tone != Tone::Rest && card.tone != Tone::Going && card.tone != Tone::New)
        drawRowTint(drawing, card, row);
    if (card.table)
        surface.line(rect.topLeft(), rect.topRight(), {drawing.theme.hairline, 1});
    if (row.blank)
        return;
    const QPointF left(rect.left() + look::cardPadding, rect.center().y());
    const QColor ink = row.tone == Tone::Going ? drawing.theme.removed : drawing.theme.text;
    surface.text(left, Align::Left, row.text, FontRole::Name, ink, row.struck ? Strike::Yes : Strike::No);
    const double after = surface.textWidth(row.text, FontRole::Name) + look::pillValueGap;
    surface.text(left + QPointF(after, 0), Align::Left, row.value, FontRole::Name, drawing.theme.secondary);
    drawRowState(drawing, row);
}

void drawRows(const Drawing &drawing, const CardItem &card)
{
    for (std::uint32_t i = 0; i < card.rowCount; ++i)
        drawRow(drawing, card, drawing.picture.rows[card.firstRow + i]);
}

void drawFooter(const Drawing &drawing, const CardItem &card)
{
    if (card.footer.isEmpty())
        return;
    const double top = card.rect.bottom() - card.footerHeight;
    drawing.surface.line({card.rect.x, top}, {card.rect.right(), top}, {drawing.theme.hairline, 1});
    drawing.surface.text({card.rect.x + look::cardPadding, top + card.footerHeight / 2}, Align::Left,
                         card.footer, FontRole::Small, drawing.theme.secondary);
}

void drawCardChip(const Drawing &drawing, const CardItem &card)
{
    if (card.chip.isEmpty())
        return;
    const QRectF chip = toQRectF(card.chipRect);
    drawing.surface.box(chip, 9, drawing.theme.node, {drawing.theme.border, 1});
    drawing.surface.text(chip.center(), Align::Centre, card.chip, FontRole::Small, drawing.theme.text);
}

void drawCard(const Drawing &drawing, const CardItem &card, double opacity)
{
    drawing.surface.setOpacity(card.ghost ? opacity * ghostOpacity : opacity);
    drawBody(drawing, card);
    drawing.surface.setOpacity(card.ghost ? opacity * ghostTextOpacity : opacity);
    drawHeader(drawing, card);
    drawSubtitle(drawing, card);
    drawRows(drawing, card);
    drawFooter(drawing, card);
    drawing.surface.setOpacity(opacity);
    drawOutline(drawing, card);
    drawCardChip(drawing, card);
}

} // namespace

void drawCards(const Drawing &drawing)
{
    const std::vector<CardItem> &cards = drawing.picture.cards;
    eachVisible(drawing, &VisibleItems::cards, cards.size(),
                [&](std::size_t i) { drawCard(drawing, cards[i], drawing.opacities.card(i)); });
}

} // namespace tetherscope
