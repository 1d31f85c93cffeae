#include "canvas/legend.h"

#include "canvas/drawing.h"
#include "canvas/paintersurface.h"

#include <QPainter>

namespace tetherscope {

namespace {

constexpr double sampleWidth = 32;
constexpr double textGap = 10;
constexpr double entryGap = 26;

struct LegendEntry
{
    enum class Sample { Strong, Weak, New, Going } sample;
    QString text;
};

QList<LegendEntry> legendEntries()
{
    return {{LegendEntry::Sample::Strong, Legend::tr("strong: holds it")},
            {LegendEntry::Sample::Weak, Legend::tr("weak: only looks on")},
            {LegendEntry::Sample::New, Legend::tr("new in this step")},
            {LegendEntry::Sample::Going, Legend::tr("gone after it")}};
}

double sampleRoom(LegendEntry::Sample sample)
{
    const bool line = sample == LegendEntry::Sample::Strong || sample == LegendEntry::Sample::Weak;
    return line ? sampleWidth : 14;
}

void drawSampleLine(const Drawing &drawing, QPointF left, bool weak)
{
    Surface &surface = drawing.surface;
    const Stroke stroke = edgeStroke(drawing.theme, Tone::Rest, weak);
    const QPointF tip = left + QPointF(sampleWidth, 0);
    surface.line(left + QPointF(weak ? 12 : 3, 0), tip - QPointF(8, 0), stroke);
    if (weak) {
        surface.disc(left + QPointF(6, 0), 5, drawing.theme.canvas, {stroke.colour, 2});
        surface.path(arrowHead(tip, {1, 0}, 9), drawing.theme.canvas, {stroke.colour, 1.5});
    } else {
        surface.disc(left + QPointF(3, 0), 3, stroke.colour, {});
        surface.path(arrowHead(tip, {1, 0}, 9), stroke.colour, {});
    }
}

void drawSample(const Drawing &drawing, QPointF left, LegendEntry::Sample sample)
{
    switch (sample) {
    case LegendEntry::Sample::Strong:
    case LegendEntry::Sample::Weak:
        return drawSampleLine(drawing, left, sample == LegendEntry::Sample::Weak);
    case LegendEntry::Sample::New:
        return drawCornerMark(drawing, left + QPointF(7, 0), CornerMark::Plus);
    case LegendEntry::Sample::Going:
        return drawCornerMark(drawing, left + QPointF(7, 0), CornerMark::Minus);
    }
}

} // namespace

void drawLegend(Surface &surface, const Theme &theme, const QRectF &strip)
{
    const Picture picture;
    const PaintOptions options;
    const Drawing drawing{surface, picture, theme, options, Opacities(picture, options)};
    QPointF left(strip.left(), strip.center().y());
    for (const LegendEntry &entry : legendEntries()) {
        const double textAt = left.x() + sampleRoom(entry.sample) + textGap;
        const double end = textAt + surface.textWidth(entry.text, FontRole::Small);
        if (end > strip.right())
            return; // no half words
        drawSample(drawing, left, entry.sample);
        surface.text({textAt, left.y()}, Align::Left, entry.text, FontRole::Small, theme.secondary);
        left.setX(end + entryGap);
    }
}

Legend::Legend(QWidget *parent)
    : QWidget(parent)
    , m_theme(lightTheme())
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Legend"));
}

void Legend::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

QSize Legend::sizeHint() const
{
    const QFontMetricsF metrics(pictureFont(FontRole::Small));
    double width = 0;
    for (const LegendEntry &entry : legendEntries())
        width += sampleRoom(entry.sample) + textGap + metrics.horizontalAdvance(entry.text) + entryGap;
    return {qCeil(width), 28};
}

void Legend::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    QColor ground = m_theme.canvas;
    ground.setAlphaF(0.85F); // the picture may be moved below it
    painter.fillRect(rect(), ground);
    PainterSurface surface(painter);
    drawLegend(surface, m_theme, rect());
}

} // namespace tetherscope
