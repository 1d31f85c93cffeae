#pragma once

#include "base/settings.h"
#include "look/theme.h"

#include <QObject>

namespace tetherscope {

/// The one place that knows which theme is in force; every pane keeps a reference and repaints when it
/// changes.
class Appearance : public QObject
{
    Q_OBJECT

public:
    explicit Appearance(const Settings &settings, QObject *parent = nullptr);

    const Theme &theme() const { return m_theme; }
    const Fonts &fonts() const { return m_theme.fonts; }
    ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);
    void setHighContrast(bool high);
    /// Nothing is to move but what the person moves.
    bool lessMotion() const { return m_lessMotion; }
    void setLessMotion(bool less);

Q_SIGNALS:
    void changed();
    void motionChanged();

private:
    Theme wantedTheme() const;
    void apply();
    bool wantsDark() const;

    ThemeChoice m_choice;
    bool m_systemDark = false;
    bool m_highContrast;
    bool m_lessMotion;
    Theme m_theme;
};

} // namespace tetherscope
