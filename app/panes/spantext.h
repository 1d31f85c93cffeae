#pragma once

#include "analysis/text.h"

#include <QColor>
#include <QFont>
#include <QTextLayout>

#include <memory>

namespace tetherscope {

/// How spans look: plain words, code, and the one strong word.
struct SpanStyle
{
    QFont plain;
    QFont code;
    QFont strong;
    QColor colour;
    QColor strongColour; ///< of the strong word; as the others if not valid
};

/// A few words of several kinds laid out in lines, ready to be drawn. A value.
class SpanText
{
public:
    SpanText() = default;
    /// Broken at words; at most `mostLines`, the last one elided.
    SpanText(const Spans &spans, const SpanStyle &style, double width, int mostLines);

    double height() const { return m_height; }
    double width() const; ///< of the widest line
    int lineCount() const { return m_layout ? m_layout->lineCount() : 0; }
    void paint(QPainter &painter, QPointF topLeft) const;

private:
    std::shared_ptr<QTextLayout> m_layout;
    double m_height = 0;
};

} // namespace tetherscope
