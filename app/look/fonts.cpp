#include "look/fonts.h"

#include <QStringList>

namespace tetherscope {

namespace {

QFont fontOf(const QStringList &families, QFont::StyleHint hint, double px, QFont::Weight weight)
{
    QFont font;
    font.setFamilies(families);
    font.setStyleHint(hint);
    font.setPixelSize(qRound(px));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

/// Glyph after glyph, neither ligatures nor kerning, which at these sizes moves a letter by a fraction of a
/// pixel. Shaping Inter by its tables is most of what it takes to measure a text.
QFont letterByLetter(QFont font)
{
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

} // namespace

QFont sansFont(double px, QFont::Weight weight)
{
    return fontOf({QStringLiteral("Inter"), QStringLiteral("DejaVu Sans")}, QFont::SansSerif, px, weight);
}

QFont monoFont(double px, QFont::Weight weight)
{
    return letterByLetter(fontOf({QStringLiteral("JetBrains Mono"), QStringLiteral("DejaVu Sans Mono")},
                                 QFont::Monospace, px, weight));
}

QFont pictureFont(FontRole role)
{
    switch (role) {
    case FontRole::Name:
        return monoFont(13);
    case FontRole::Title:
        return monoFont(15);
    case FontRole::Small:
        return letterByLetter(sansFont(11));
    case FontRole::Badge:
        return letterByLetter(sansFont(13, QFont::DemiBold));
    case FontRole::Heading:
        return letterByLetter(sansFont(11, QFont::DemiBold));
    }
    return letterByLetter(sansFont(13));
}

Fonts makeFonts(double scale)
{
    return {
        .body = letterByLetter(sansFont(13 * scale)),
        .bodyStrong = letterByLetter(sansFont(13 * scale, QFont::DemiBold)),
        .small = letterByLetter(sansFont(11 * scale)),
        .smallStrong = letterByLetter(sansFont(11 * scale, QFont::DemiBold)),
        .code = monoFont(13 * scale),
        .codeStrong = monoFont(13 * scale, QFont::DemiBold),
        .codeSmall = monoFont(12 * scale),
        .sentence = sansFont(18 * scale, QFont::Medium),
        .sentenceCode = monoFont(18 * scale),
        .title = sansFont(28 * scale, QFont::DemiBold),
    };
}

} // namespace tetherscope
