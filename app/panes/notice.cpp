#include "panes/notice.h"

#include "base/appearance.h"
#include "look/icons.h"
#include "panes/flatbutton.h"

#include <QEvent>
#include <QPainter>

namespace tetherscope {

namespace {

constexpr int noticeInset = 16;
constexpr int noticeTop = 12;
constexpr int noticePadding = 12;
constexpr int noticeHead = 44;

} // namespace

Notice::Notice(const Appearance &appearance, const QString &buttonText, QWidget *host)
    : QWidget(host)
    , m_appearance(appearance)
    , m_button(new FlatButton(appearance, FlatButton::Look::Outlined, this))
    , m_offer(new FlatButton(appearance, FlatButton::Look::Outlined, this))
{
    m_button->setText(buttonText);
    m_button->setObjectName(QStringLiteral("notice-button"));
    m_offer->setObjectName(QStringLiteral("notice-offer"));
    m_offer->hide();
    connect(m_button, &QToolButton::clicked, this, &Notice::buttonPressed);
    connect(m_offer, &QToolButton::clicked, this, &Notice::offerTaken);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
    host->installEventFilter(this);
    hide();
}

void Notice::setText(const QString &text, const QString &codeLines)
{
    m_text = text;
    m_codeLines = codeLines;
    setAccessibleName(text);
    setToolTip(text);
    place();
    update();
}

void Notice::setProgress(std::optional<double> part)
{
    m_progress = part;
    update();
}

void Notice::setOffer(const QString &buttonText)
{
    m_offer->setText(buttonText);
    m_offer->setVisible(!buttonText.isEmpty());
    place();
    update();
}

void Notice::setHost(QWidget *host)
{
    if (host == parentWidget())
        return;
    const bool shown = isVisibleTo(parentWidget());
    parentWidget()->removeEventFilter(this);
    setParent(host);
    host->installEventFilter(this);
    place();
    setVisible(shown);
}

void Notice::place()
{
    const QFontMetrics code(m_appearance.fonts().code);
    const int codeHeight =
        m_codeLines.isEmpty() ? 0 : int(m_codeLines.count(u'\n') + 1) * code.lineSpacing() + noticePadding;
    setGeometry(noticeInset, noticeTop, parentWidget()->width() - 2 * noticeInset, noticeHead + codeHeight);
    int right = width();
    for (FlatButton *const button : {m_button, m_offer}) {
        button->resize(button->sizeHint());
        right -= button->width() + noticePadding / 2;
        button->move(right, (noticeHead - button->height()) / 2);
    }
    raise();
}

bool Notice::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void Notice::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.border, 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);

    const int buttonsLeft = m_offer->text().isEmpty() ? m_button->x() : m_offer->x();
    QRect head(noticePadding, 0, buttonsLeft - 2 * noticePadding, noticeHead);
    if (!m_progress) {
        paintIcon(painter, Icon::Warning, QRectF(head.left(), noticeHead / 2.0 - 8, 16, 16), theme.removed);
        head.setLeft(head.left() + 24);
    }
    painter.setPen(theme.text);
    painter.setFont(theme.fonts.body);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(m_text, Qt::ElideMiddle, head.width()));
    painter.setFont(theme.fonts.code);
    painter.drawText(QRect(head.left(), noticeHead, width() - head.left(), height()),
                     Qt::AlignLeft | Qt::AlignTop, m_codeLines);
    if (m_progress) {
        const QRectF track(noticePadding, height() - 6, width() - 2 * noticePadding, 2);
        painter.fillRect(track, theme.hairline);
        painter.fillRect(QRectF(track.topLeft(), QSizeF(track.width() * *m_progress, 2)), theme.accent);
    }
}

} // namespace tetherscope
