#include "look/theme.h"

#include <algorithm>
#include <cmath>

namespace tetherscope {

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

/// The share of light that a channel of sRGB lets through.
double linearChannel(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linearChannel(colour.redF()) + 0.7152 * linearChannel(colour.greenF()) +
           0.0722 * linearChannel(colour.blueF());
}

} // namespace

// The hues were chosen by computing contrast on every ground and the distance (CIEDE2000) between the five
// that carry meaning, for normal sight and for the three colour-vision deficiencies (Machado 2009): never
// under 11.
Theme lightTheme(double fontScale)
{
    return {
        .dark = false,
        .canvas = rgb(0xF6F7F9),
        .panel = rgb(0xFFFFFF),
        .node = rgb(0xFFFFFF),
        .sunken = rgb(0xECEEF2),
        .hairline = rgb(0xD5D9E0),
        .border = rgb(0x868E9C),
        .text = rgb(0x1C2128),
        .secondary = rgb(0x545D6B),
        .placeholder = rgb(0x697282),
        .accent = rgb(0x2F5BD0),
        .selection = rgb(0xDCE6FF),
        .touched = rgb(0xEAF1FF),
        .inkOnTone = rgb(0xFFFFFF),
        .strong = rgb(0x3B4351),
        .weak = rgb(0x2B7DE9),
        .created = rgb(0x0A6E4C),
        .removed = rgb(0x9A4A00),
        .leaked = rgb(0xD8407A),
        .syntaxKeyword = rgb(0x7A3E9D),
        .syntaxString = rgb(0x85570A),
        .syntaxNumber = rgb(0x1F5FA8),
        .syntaxComment = rgb(0x697282),
        .fonts = makeFonts(fontScale),
    };
}

Theme darkTheme(double fontScale)
{
    return {
        .dark = true,
        .canvas = rgb(0x15181D),
        .panel = rgb(0x1C2026),
        .node = rgb(0x242A33),
        .sunken = rgb(0x101317),
        .hairline = rgb(0x343B47),
        .border = rgb(0x737D8C),
        .text = rgb(0xE4E8EE),
        .secondary = rgb(0xA3ADBB),
        .placeholder = rgb(0x8791A0),
        .accent = rgb(0x8EADFF),
        .selection = rgb(0x2A3A66),
        .touched = rgb(0x28344F),
        .inkOnTone = rgb(0x15181D),
        .strong = rgb(0xC5CCD7),
        .weak = rgb(0x5AA2F5),
        .created = rgb(0x4BE8B4),
        .removed = rgb(0xEFAE52),
        .leaked = rgb(0xF75C97),
        .syntaxKeyword = rgb(0xC9A0F0),
        .syntaxString = rgb(0xE0B46C),
        .syntaxNumber = rgb(0x86BDF7),
        .syntaxComment = rgb(0x8791A0),
        .fonts = makeFonts(fontScale),
    };
}

Theme withHighContrast(Theme theme)
{
    const bool dark = theme.dark;
    theme.canvas = theme.panel = theme.node = rgb(dark ? 0x000000 : 0xFFFFFF);
    theme.sunken = rgb(dark ? 0x1A1D22 : 0xF0F1F3);
    theme.hairline = rgb(dark ? 0x8A93A1 : 0x6B7380);
    theme.border = rgb(dark ? 0xC5CCD7 : 0x3B4351);
    theme.text = theme.strong = rgb(dark ? 0xFFFFFF : 0x000000);
    theme.secondary = rgb(dark ? 0xE4E8EE : 0x1C2128);
    theme.placeholder = rgb(dark ? 0xC5CCD7 : 0x3B4351);
    theme.accent = rgb(dark ? 0xA9C1FF : 0x12379A);
    theme.selection = rgb(dark ? 0x1D2F66 : 0xCFE0FF);
    theme.touched = rgb(dark ? 0x17264D : 0xE3ECFF);
    theme.inkOnTone = rgb(dark ? 0x000000 : 0xFFFFFF);
    theme.weak = rgb(dark ? 0x7DB8FF : 0x0B4FB3);
    theme.created = rgb(dark ? 0x62F0C0 : 0x005238);
    theme.removed = rgb(dark ? 0xFFC46B : 0x6F3300);
    theme.leaked = rgb(dark ? 0xFF8FBA : 0x9B0F49);
    theme.syntaxKeyword = rgb(dark ? 0xDDBEFF : 0x5B2480);
    theme.syntaxString = rgb(dark ? 0xF2CC8A : 0x5E3C00);
    theme.syntaxNumber = rgb(dark ? 0xA8D1FF : 0x123F7A);
    theme.syntaxComment = theme.placeholder;
    return theme;
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette(theme.text, theme.panel, theme.hairline, theme.border, theme.border, theme.text,
                     theme.inkOnTone, theme.panel, theme.panel);
    palette.setColor(QPalette::AlternateBase, theme.canvas);
    palette.setColor(QPalette::Button, theme.panel);
    palette.setColor(QPalette::Midlight, theme.sunken);
    palette.setColor(QPalette::Shadow, theme.hairline);
    palette.setColor(QPalette::Highlight, theme.selection);
    palette.setColor(QPalette::HighlightedText, theme.text);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    palette.setColor(QPalette::PlaceholderText, theme.placeholder);
    palette.setColor(QPalette::ToolTipBase, theme.node);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::BrightText, theme.inkOnTone);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.border);
    return palette;
}

double contrastRatio(const QColor &left, const QColor &right)
{
    const auto [low, high] = std::minmax({luminance(left), luminance(right)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace tetherscope
