#include "inspector/reporthead.h"

#include "base/appearance.h"

#include <QPainter>

namespace tetherscope {

namespace {

constexpr int headMargin = 16;
constexpr int headTitleHeight = 44;

QColor toneOfLife(LifeState state, const Theme &theme)
{
    switch (state) {
    case LifeState::Alive:
        return theme.created;
    case LifeState::Dying:
    case LifeState::Dead:
        return theme.removed;
    case LifeState::Unreachable:
        return theme.leaked;
    case LifeState::None:
    case LifeState::NotYet:
        return theme.secondary;
    }
    return theme.secondary;
}

} // namespace

ReportHead::ReportHead(const Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
{
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
    fitHeight();
}

void ReportHead::setReport(const Report &report)
{
    m_title = QString::fromStdString(report.title);
    m_life = QString::fromStdString(report.lifeText);
    m_biography = QString::fromStdString(report.biography);
    m_state = report.life;
    setAccessibleName(m_title + QStringLiteral(", ") + m_life);
    setAccessibleDescription(m_biography);
    fitHeight();
    update();
}

QRect ReportHead::biographyRect() const
{
    const QRect space(headMargin, headTitleHeight, width() - 2 * headMargin, 200);
    const QFontMetrics metrics(m_appearance.fonts().small);
    return metrics.boundingRect(space, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_biography);
}

void ReportHead::fitHeight()
{
    setFixedHeight(m_biography.isEmpty() ? headTitleHeight : biographyRect().bottom() + 10);
}

void ReportHead::resizeEvent(QResizeEvent *)
{
    fitHeight();
}

void ReportHead::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme.panel);
    if (m_title.isEmpty())
        return;
    QFont title = m_state == LifeState::None ? theme.fonts.bodyStrong : theme.fonts.code;
    title.setPixelSize(16);
    painter.setFont(title);
    painter.setPen(theme.text);
    painter.drawText(
        QRect(headMargin, 4, width() - 2 * headMargin - 70, headTitleHeight - 4), Qt::AlignVCenter,
        painter.fontMetrics().elidedText(m_title, Qt::ElideMiddle, width() - 2 * headMargin - 80));
    paintLife(painter);
    painter.setFont(theme.fonts.small);
    painter.setPen(theme.secondary);
    painter.drawText(biographyRect(), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_biography);
    painter.fillRect(headMargin, height() - 1, width() - 2 * headMargin, 1, theme.hairline);
}

void ReportHead::paintLife(QPainter &painter) const
{
    if (m_life.isEmpty())
        return;
    const Theme &theme = m_appearance.theme();
    const QColor tone = toneOfLife(m_state, theme);
    painter.setFont(theme.fonts.smallStrong);
    const double wide = painter.fontMetrics().horizontalAdvance(m_life) + 24;
    const QRectF pill(width() - headMargin - wide, headTitleHeight / 2.0 - 8.5, wide, 21);
    QColor fill = tone;
    fill.setAlphaF(0.12F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setPen(tone);
    painter.drawText(pill, Qt::AlignCenter, m_life);
}

} // namespace tetherscope
