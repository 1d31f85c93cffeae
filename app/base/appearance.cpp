#include "base/appearance.h"

#include "look/desktopscheme.h"

#include <QApplication>

namespace tetherscope {

Appearance::Appearance(ThemeChoice choice, QObject *parent)
    : QObject(parent)
    , m_choice(choice)
    , m_systemDark(systemPrefersDark())
{
    apply(wantsDark());
}

bool Appearance::wantsDark() const
{
    return m_choice == ThemeChoice::System ? m_systemDark : m_choice == ThemeChoice::Dark;
}

void Appearance::apply(bool dark)
{
    m_theme = dark ? darkTheme() : lightTheme();
    QApplication::setPalette(paletteOf(m_theme));
    QApplication::setFont(m_theme.fonts.body);
}

void Appearance::setChoice(ThemeChoice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    if (wantsDark() == m_theme.dark)
        return;
    apply(wantsDark());
    Q_EMIT changed();
}

} // namespace tetherscope
