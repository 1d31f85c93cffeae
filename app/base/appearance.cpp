#include "base/appearance.h"

#include "look/desktopscheme.h"

#include <QApplication>

namespace tetherscope {

Appearance::Appearance(const Settings &settings, QObject *parent)
    : QObject(parent)
    , m_choice(settings.theme)
    , m_systemDark(systemPrefersDark())
    , m_highContrast(settings.highContrast)
    , m_lessMotion(settings.lessMotion)
{
    apply();
}

bool Appearance::wantsDark() const
{
    return m_choice == ThemeChoice::System ? m_systemDark : m_choice == ThemeChoice::Dark;
}

Theme Appearance::wantedTheme() const
{
    const Theme theme = wantsDark() ? darkTheme() : lightTheme();
    return m_highContrast ? withHighContrast(theme) : theme;
}

void Appearance::apply()
{
    m_theme = wantedTheme();
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
    apply();
    Q_EMIT changed();
}

void Appearance::setHighContrast(bool high)
{
    if (high == m_highContrast)
        return;
    m_highContrast = high;
    apply();
    Q_EMIT changed();
}

void Appearance::setLessMotion(bool less)
{
    if (less == m_lessMotion)
        return;
    m_lessMotion = less;
    Q_EMIT motionChanged();
}

} // namespace tetherscope
