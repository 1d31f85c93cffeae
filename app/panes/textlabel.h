#pragma once

#include "look/fonts.h"

#include <QLabel>

namespace tetherscope {

class Appearance;

/// A plain text in one of the window's voices and inks; follows the theme.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    enum class Ink { Text, Secondary, Placeholder, Created };
    using Voice = QFont Fonts::*;

    /// `appearance` must outlive it.
    TextLabel(const Appearance &appearance, Voice voice, Ink ink, QWidget *parent = nullptr);

    void setInk(Ink ink);
    /// As wide as the longest text it will ever show, so that its neighbours stand still.
    void reserve(const QString &longest);

private:
    void applyTheme();

    const Appearance &m_appearance;
    Voice m_voice;
    Ink m_ink;
};

} // namespace tetherscope
