#pragma once

#include "layout/textmeasure.h"

#include <QFont>

namespace tetherscope {

/// Inter, else DejaVu Sans; without hinting, so that a text keeps its width at every zoom and on every
/// machine.
QFont sansFont(double px, QFont::Weight weight = QFont::Normal);
/// JetBrains Mono, else DejaVu Sans Mono; without ligatures, so that code stands there as it was written.
QFont monoFont(double px, QFont::Weight weight = QFont::Normal);

/// The voice of the picture, in scene pixels: zoom scales it, the person's font size does not.
QFont pictureFont(FontRole role);

/// The voices of the window, all scaled by one factor (0.8 to 2).
struct Fonts
{
    QFont body;       ///< 13 px: everything that is not one of these
    QFont bodyStrong; ///< 13 px semi-bold
    QFont small;      ///< 11 px: the smallest there is
    QFont smallStrong;
    QFont code; ///< 13 px mono
    QFont codeStrong;
    QFont codeSmall; ///< 12 px mono: chips
    QFont sentence;  ///< 18 px
    QFont sentenceCode;
    QFont title; ///< 28 px: the start page
};

Fonts makeFonts(double scale = 1);

} // namespace tetherscope
