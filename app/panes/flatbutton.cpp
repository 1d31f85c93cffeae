#include "panes/flatbutton.h"

#include "base/appearance.h"

#include <QFontMetrics>
#include <QMenu>
#include <QPainter>

namespace tetherscope {

namespace {

constexpr int buttonHeight = 32;
constexpr int padding = 8;
constexpr int glyphSize = 16;
constexpr int wordGap = 8;
constexpr double radius = 5;

} // namespace

FlatButton::FlatButton(const Appearance &appearance, Look look, QWidget *parent)
    : QToolButton(parent)
    , m_appearance(appearance)
    , m_look(look)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void FlatButton::setGlyph(Icon glyph)
{
    m_glyph = glyph;
    update();
}

void FlatButton::setWordShown(bool shown)
{
    m_wordShown = shown;
    updateGeometry();
}

void FlatButton::setDetail(const QString &detail)
{
    m_detail = detail;
    update();
}

QString FlatButton::word() const
{
    return m_wordShown ? text() : QString();
}

QSize FlatButton::sizeHint() const
{
    int width = 2 * padding + (m_glyph ? glyphSize : 0);
    if (!word().isEmpty())
        width += QFontMetrics(m_appearance.fonts().body).horizontalAdvance(word()) + (m_glyph ? wordGap : 0);
    return {std::max(width, buttonHeight), buttonHeight};
}

QColor FlatButton::inkColour() const
{
    const Theme &theme = m_appearance.theme();
    if (!isEnabled())
        return m_look == Look::Filled ? theme.inkOnTone : theme.border;
    return m_look == Look::Filled ? theme.inkOnTone : theme.text;
}

void FlatButton::paintGround(QPainter &painter) const
{
    const Theme &theme = m_appearance.theme();
    const bool warm = isEnabled() && (underMouse() || isDown() || (menu() && menu()->isVisible()));
    QColor fill = m_look == Look::Plain ? QColor(Qt::transparent) : theme.panel;
    if (m_look == Look::Filled)
        fill = isEnabled() ? theme.accent : theme.border;
    else if (warm)
        fill = isDown() ? theme.selection : theme.sunken;
    const bool outlined = m_look == Look::Outlined || m_look == Look::Field;
    painter.setPen(outlined ? QPen(theme.dark ? theme.border : theme.hairline.darker(112), 1)
                            : QPen(Qt::NoPen));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    if (!hasFocus())
        return;
    painter.setPen(QPen(m_look == Look::Filled ? theme.inkOnTone : theme.accent, 2));
    painter.setBrush(Qt::NoBrush);
    const double inset = m_look == Look::Filled ? 3 : 1;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius - 1, radius - 1);
}

void FlatButton::paintWords(QPainter &painter, QRectF space) const
{
    const Theme &theme = m_appearance.theme();
    painter.setPen(inkColour());
    painter.setFont(m_look == Look::Field ? m_appearance.fonts().bodyStrong : m_appearance.fonts().body);
    QRectF used;
    const Qt::Alignment align =
        Qt::AlignVCenter | (m_glyph || m_look == Look::Field ? Qt::AlignLeft : Qt::AlignHCenter);
    painter.drawText(space, int(align) | Qt::TextSingleLine, word(), &used);
    if (m_detail.isEmpty())
        return;
    space.setLeft(used.right() + wordGap);
    painter.setPen(theme.secondary);
    painter.setFont(m_appearance.fonts().body);
    const QString detail = painter.fontMetrics().elidedText(m_detail, Qt::ElideRight, int(space.width()));
    painter.drawText(space, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, detail);
}

void FlatButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    QRectF space = QRectF(rect()).adjusted(padding, 0, -padding, 0);
    if (m_look == Look::Field) {
        space.setLeft(space.left() + padding / 2.0);
        const QRectF chevron(space.right() - 14, space.center().y() - 7, 14, 14);
        paintIcon(painter, Icon::ChevronDown, chevron, m_appearance.theme().secondary);
        space.setRight(chevron.left() - wordGap);
    }
    if (m_glyph) {
        const double left = word().isEmpty() ? space.center().x() - glyphSize / 2.0 : space.left();
        paintIcon(painter, *m_glyph, {left, space.center().y() - glyphSize / 2.0, glyphSize, glyphSize},
                  inkColour());
        space.setLeft(left + glyphSize + wordGap);
    }
    if (!word().isEmpty())
        paintWords(painter, space);
}

} // namespace tetherscope
