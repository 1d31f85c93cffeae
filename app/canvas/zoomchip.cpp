#include "canvas/zoomchip.h"

#include "look/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace tetherscope {

namespace {

QToolButton *zoomButton(Icon icon, const QString &name, QWidget *parent)
{
    QToolButton *button = new QToolButton(parent);
    button->setIcon(themedIcon(icon));
    button->setIconSize({12, 12});
    button->setFixedSize(28, 24);
    button->setAutoRaise(true);
    button->setAutoRepeat(true);
    button->setFocusPolicy(Qt::NoFocus); // keyboards have Ctrl +, Ctrl −
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

} // namespace

ZoomChip::ZoomChip(QWidget *parent)
    : QWidget(parent)
    , m_theme(lightTheme())
    , m_out(zoomButton(Icon::ZoomOut, tr("Zoom out"), this))
    , m_percent(new QLabel(this))
    , m_in(zoomButton(Icon::ZoomIn, tr("Zoom in"), this))
{
    m_percent->setAlignment(Qt::AlignCenter);
    m_percent->setAccessibleName(tr("Zoom"));
    QHBoxLayout *row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(0);
    row->addWidget(m_out);
    row->addWidget(m_percent, 1);
    row->addWidget(m_in);
    setFixedSize(128, 28);
    setCursor(Qt::ArrowCursor);
    setZoom(1);
    connect(m_in, &QToolButton::clicked, this, &ZoomChip::zoomInRequested);
    connect(m_out, &QToolButton::clicked, this, &ZoomChip::zoomOutRequested);
}

void ZoomChip::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_percent->setFont(pictureFont(FontRole::Small));
    QPalette inked = m_percent->palette();
    inked.setColor(QPalette::WindowText, theme.text);
    m_percent->setPalette(inked);
    update();
}

void ZoomChip::setZoom(double zoom)
{
    m_percent->setText(zoom < 0.01 ? tr("%1 %").arg(zoom * 100, 0, 'f', 2)
                                   : tr("%1 %").arg(qRound(zoom * 100)));
}

void ZoomChip::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.hairline);
    painter.setBrush(m_theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

} // namespace tetherscope
