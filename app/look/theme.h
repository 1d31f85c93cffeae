#pragma once

#include "look/fonts.h"

#include <QColor>
#include <QPalette>

namespace tetherscope {

/// Every colour and font of the program, by meaning: "quiet paper, loud changes".
///
/// At rest the picture is grey ink on paper; `created`, `removed` and `leaked` are for what a step changed
/// and for what is wrong. No meaning rests on a colour alone: each has a line style or a mark as well. Texts
/// reach a contrast of 4.5, graphics 3, on every ground they are drawn on; tst_theme computes it.
struct Theme
{
    bool dark = false;

    QColor canvas;   ///< the picture's paper
    QColor panel;    ///< docks, bars, lists
    QColor node;     ///< cards and pills
    QColor sunken;   ///< fields, badges at rest
    QColor hairline; ///< decoration only
    QColor border;   ///< of controls

    QColor text;
    QColor secondary;
    QColor placeholder;
    QColor accent;    ///< focus, links, the play button, selection's outline
    QColor selection; ///< fill of selected rows and text
    QColor touched;   ///< fill of a row or card that was looked at
    QColor inkOnTone; ///< text on a fill of accent, created, removed or leaked

    QColor strong;
    QColor weak;
    QColor created;
    QColor removed;
    QColor leaked;

    QColor syntaxKeyword;
    QColor syntaxString;
    QColor syntaxNumber;
    QColor syntaxComment;

    Fonts fonts;
};

Theme lightTheme(double fontScale = 1);
Theme darkTheme(double fontScale = 1);

/// The same with black or white ink, stronger marks and hairlines that can be seen: texts reach 7,
/// graphics 4.5.
Theme withHighContrast(Theme theme);

/// For Fusion: everything the toolkit draws by itself.
QPalette paletteOf(const Theme &theme);

/// What WCAG 2 calls contrast ratio: 1 (same) to 21 (black on white). Opaque colours.
double contrastRatio(const QColor &left, const QColor &right);

} // namespace tetherscope
