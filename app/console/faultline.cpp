#include "console/faultline.h"

#include "base/appearance.h"
#include "look/icons.h"

#include <QPainter>

namespace tetherscope {

namespace {

constexpr int margin = 14;
constexpr int iconSize = 14;
constexpr int iconGap = 8;
constexpr int padding = 4;
constexpr int tall = 1'000;

} // namespace

FaultLine::FaultLine(const Appearance &appearance, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
{
    setObjectName(QStringLiteral("statement-fault"));
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void FaultLine::setFault(const QString &text, int caretX)
{
    m_text = text;
    m_caretX = caretX;
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    setFixedHeight(heightForWidth(width()));
    update();
}

QRect FaultLine::words(int width) const
{
    const int left = margin + iconSize + iconGap;
    const QRect room(left, caretHeight() + padding, width - left - margin, tall);
    return QFontMetrics(m_appearance.fonts().body).boundingRect(room, Qt::TextWordWrap, m_text);
}

int FaultLine::heightForWidth(int width) const
{
    return m_text.isEmpty() ? 0 : words(width).bottom() + 1 + padding;
}

void FaultLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setFixedHeight(heightForWidth(width()));
}

void FaultLine::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_caretX >= 0) {
        painter.setPen(QPen(theme.removed, 1.5));
        const QPointF tip(m_caretX + 4, 2);
        painter.drawPolyline(QPolygonF{{tip + QPointF(-4, 6), tip, tip + QPointF(4, 6)}});
    }
    const QRect text = words(width());
    const int line = QFontMetrics(theme.fonts.body).height();
    paintIcon(painter, Icon::Warning,
              QRectF(margin, text.top() + (line - iconSize) / 2.0, iconSize, iconSize), theme.removed);
    painter.setPen(theme.text);
    painter.setFont(theme.fonts.body);
    painter.drawText(text.adjusted(0, 0, 1, 1), Qt::TextWordWrap, m_text);
}

} // namespace tetherscope
