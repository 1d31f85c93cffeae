#include "panes/panetitle.h"

#include "base/appearance.h"

#include <QPainter>

namespace tetherscope {

PaneTitle::PaneTitle(const Appearance &appearance, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_appearance(appearance)
    , m_title(title)
{
    setFixedHeight(heightPx);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void PaneTitle::setRemark(const QString &remark)
{
    if (remark == m_remark)
        return;
    m_remark = remark;
    update();
}

void PaneTitle::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(0, height() - 1, width(), 1, theme.hairline);
    const QRect space = rect().adjusted(14, 0, -14, -1);
    QRect used;
    painter.setFont(theme.fonts.smallStrong);
    painter.setPen(theme.secondary);
    painter.drawText(space, Qt::AlignLeft | Qt::AlignVCenter, m_title, &used);
    painter.setFont(theme.fonts.small);
    const int room = space.right() - used.right() - 12;
    painter.drawText(space, Qt::AlignRight | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_remark, Qt::ElideMiddle, room));
}

} // namespace tetherscope
