#include "panes/spantext.h"

#include <algorithm>

namespace tetherscope {

namespace {

QFont fontOf(Span::Kind kind, const SpanStyle &style)
{
    switch (kind) {
    case Span::Kind::Plain:
        return style.plain;
    case Span::Kind::Code:
        return style.code;
    case Span::Kind::Strong:
        return style.strong;
    }
    return style.plain;
}

/// Lays the lines out and returns how many characters found a place.
int breakLines(QTextLayout &layout, double width, int mostLines, double &height)
{
    height = 0;
    int end = 0;
    layout.beginLayout();
    for (int count = 0; count < mostLines; ++count) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
        end = line.textStart() + line.textLength();
    }
    layout.endLayout();
    return end;
}

} // namespace

SpanText::SpanText(const Spans &spans, const SpanStyle &style, double width, int mostLines)
{
    QString text;
    QList<QTextLayout::FormatRange> formats;
    for (const Span &span : spans) {
        const QString piece = QString::fromStdString(span.text);
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(text.size());
        range.length = static_cast<int>(piece.size());
        range.format.setFont(fontOf(span.kind, style));
        const bool loud = span.kind == Span::Kind::Strong && style.strongColour.isValid();
        range.format.setForeground(loud ? style.strongColour : style.colour);
        formats.append(range);
        text += piece;
    }
    // Cut from the end until the ellipsis fits as well; three rounds at most in practice.
    for (int kept = static_cast<int>(text.size()); kept >= 0;) {
        m_layout =
            std::make_shared<QTextLayout>(kept < text.size() ? text.left(kept) + u'…' : text, style.plain);
        m_layout->setCacheEnabled(true);
        m_layout->setFormats(formats);
        const int placed = breakLines(*m_layout, width, mostLines, m_height);
        if (placed >= m_layout->text().size())
            break;
        kept = std::min(placed, kept) - 1;
    }
}

double SpanText::width() const
{
    double widest = 0;
    for (int line = 0; line < lineCount(); ++line)
        widest = std::max(widest, m_layout->lineAt(line).naturalTextWidth());
    return widest;
}

void SpanText::paint(QPainter &painter, QPointF topLeft) const
{
    if (m_layout)
        m_layout->draw(&painter, topLeft);
}

} // namespace tetherscope
