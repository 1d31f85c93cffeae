#include "panes/textlabel.h"

#include "base/appearance.h"

namespace tetherscope {

TextLabel::TextLabel(const Appearance &appearance, Voice voice, Ink ink, QWidget *parent)
    : QLabel(parent)
    , m_appearance(appearance)
    , m_voice(voice)
    , m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    connect(&appearance, &Appearance::changed, this, &TextLabel::applyTheme);
    applyTheme();
}

void TextLabel::setInk(Ink ink)
{
    if (ink == m_ink)
        return;
    m_ink = ink;
    applyTheme();
}

void TextLabel::applyTheme()
{
    const Theme &theme = m_appearance.theme();
    setFont(theme.fonts.*m_voice);
    const QColor inks[]{theme.text, theme.secondary, theme.placeholder, theme.created};
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, inks[static_cast<int>(m_ink)]);
    setPalette(colours);
}

void TextLabel::reserve(const QString &longest)
{
    setMinimumWidth(fontMetrics().horizontalAdvance(longest));
}

} // namespace tetherscope
