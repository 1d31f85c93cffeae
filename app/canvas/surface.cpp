#include "canvas/surface.h"

namespace tetherscope {

Surface::Surface()
    : m_fonts{pictureFont(FontRole::Name), pictureFont(FontRole::Title), pictureFont(FontRole::Small),
              pictureFont(FontRole::Badge), pictureFont(FontRole::Heading)}
    , m_metrics{QFontMetricsF(m_fonts[0]), QFontMetricsF(m_fonts[1]), QFontMetricsF(m_fonts[2]),
                QFontMetricsF(m_fonts[3]), QFontMetricsF(m_fonts[4])}
{
}

void Surface::line(QPointF from, QPointF to, const Stroke &stroke)
{
    QPainterPath segment(from);
    segment.lineTo(to);
    path(segment, {}, stroke);
}

double Surface::textWidth(const QString &text, FontRole role) const
{
    return metrics(role).horizontalAdvance(text);
}

void Surface::text(QPointF anchor, Align align, const QString &text, FontRole role, const QColor &colour,
                   Strike strike)
{
    if (text.isEmpty())
        return;
    const bool needsWidth = align != Align::Left || strike == Strike::Yes;
    const double width = needsWidth ? textWidth(text, role) : 0;
    const double before = align == Align::Right ? width : align == Align::Centre ? width / 2 : 0;
    const QPointF left = anchor - QPointF(before, 0);
    textAt(left + QPointF(0, metrics(role).capHeight() / 2), text, role, colour);
    if (strike == Strike::Yes)
        line(left - QPointF(2, 0), left + QPointF(width + 2, 0), {colour, 1});
}

} // namespace tetherscope
