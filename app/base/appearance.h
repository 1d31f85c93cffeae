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
    explicit Appearance(ThemeChoice choice, QObject *parent = nullptr);

    const Theme &theme() const { return m_theme; }
    const Fonts &fonts() const { return m_theme.fonts; }
    ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);

Q_SIGNALS:
    void changed();

private:
    void apply(bool dark);
    bool wantsDark() const;

    ThemeChoice m_choice;
    bool m_systemDark = false;
    Theme m_theme;
};

} // namespace tetherscope
