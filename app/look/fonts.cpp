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

} // namespace

QFont sansFont(double px, QFont::Weight weight)
{
    return fontOf({QStringLiteral("Inter"), QStringLiteral("DejaVu Sans")}, QFont::SansSerif, px, weight);
}

QFont monoFont(double px, QFont::Weight weight)
{
    return fontOf({QStringLiteral("JetBrains Mono"), QStringLiteral("DejaVu Sans Mono")}, QFont::Monospace,
                  px, weight);
}

QFont pictureFont(FontRole role)
{
    switch (role) {
    case FontRole::Name:
        return monoFont(13);
    case FontRole::Title:
        return monoFont(15);
    case FontRole::Small:
        return sansFont(11);
    case FontRole::Badge:
        return sansFont(13, QFont::DemiBold);
    case FontRole::Heading:
        return sansFont(11, QFont::Medium);
    }
    return sansFont(13);
}

Fonts makeFonts(double scale)
{
    return {
        .body = sansFont(13 * scale),
        .bodyStrong = sansFont(13 * scale, QFont::DemiBold),
        .small = sansFont(11 * scale),
        .smallStrong = sansFont(11 * scale, QFont::DemiBold),
        .code = monoFont(13 * scale),
        .codeStrong = monoFont(13 * scale, QFont::DemiBold),
        .codeSmall = monoFont(12 * scale),
        .sentence = sansFont(18 * scale, QFont::Medium),
        .sentenceCode = monoFont(18 * scale),
        .title = sansFont(28 * scale, QFont::DemiBold),
    };
}

} // namespace tetherscope
